"""Links a denial to what it denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import EntityId, Statement, Status

REACH = 600
"""Characters that a denial looks back for what was said of who denies, or by whose claim it is."""
NEAR = 250
"""Characters that the denial of a claim about others looks back."""

_OPEN = frozenset({Status.REPORTED, Status.ALLEGED})


@dataclass(frozen=True, slots=True)
class Dispute:
    """A denial by `who`, with entities in place of chains; `denials.Denial` says what the rest means."""

    start: int
    who: EntityId
    claimants: tuple[EntityId, ...]
    is_several: bool
    is_own: bool


def with_disputes(statements: Sequence[Statement], disputes: Sequence[Dispute]) -> list[Statement]:
    """The statements with `disputed_by`: who denies the same triple, and who denies soon after what was claimed."""
    denied_by: dict[tuple[str, str, str], set[EntityId]] = defaultdict(set)
    for statement in statements:
        if statement.status is Status.DENIED:
            denied_by[_triple(statement)].update(statement.attributed_to)
    disputers: dict[str, set[EntityId]] = defaultdict(set)
    claims = [statement for statement in statements if statement.status in _OPEN]
    for dispute in disputes:
        for statement in _disputed(claims, dispute):
            disputers[statement.id].add(dispute.who)
    found = []
    for statement in statements:
        own = {*statement.disputed_by, *disputers[statement.id]}
        if statement.status in {*_OPEN, Status.ASSERTED}:
            own |= denied_by[_triple(statement)]
        own -= set(statement.attributed_to)
        found.append(replace(statement, disputed_by=tuple(sorted(own))) if own else statement)
    return found


def _disputed(claims: Sequence[Statement], dispute: Dispute) -> list[Statement]:
    """The claims that are denied: those of whose claim it is; else what is said of who denies; else the last before.

    Of one claim, only what the last fitting sentence says.
    """
    who = dispute.who
    before = [
        claim
        for claim in claims
        if claim.evidence.start <= dispute.start <= claim.evidence.end + REACH and who not in claim.attributed_to
    ]
    tests: tuple[Callable[[Statement], bool], ...]
    if dispute.claimants:
        tests = (lambda claim: bool(set(claim.attributed_to) & set(dispute.claimants)),)
    elif dispute.is_own:
        tests = (lambda claim: claim.subject == who,)
    else:
        tests = (
            lambda claim: claim.subject == who,
            lambda claim: claim.object == who,
            lambda claim: claim.evidence.end + NEAR >= dispute.start,
        )
    for test in tests:
        fitting = [claim for claim in before if test(claim)]
        if fitting:
            last = max(claim.evidence.start for claim in fitting)
            return [claim for claim in fitting if dispute.is_several or claim.evidence.start == last]
    return []


def _triple(statement: Statement) -> tuple[str, str, str]:
    return statement.subject, statement.predicate, str(statement.object)
