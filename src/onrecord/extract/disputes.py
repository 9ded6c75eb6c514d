"""Links a denial to what it denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import EntityId, Statement, Status

REACH = 600
"""Characters that "X denied it" looks back for what X was accused of."""

_OPEN = frozenset({Status.REPORTED, Status.ALLEGED})


def with_disputes(statements: Sequence[Statement], deniers: Sequence[tuple[int, EntityId]]) -> list[Statement]:
    """The statements with `disputed_by`: who denies the same triple, and the accused who denies it soon after."""
    denied_by: dict[tuple[str, str, str], set[EntityId]] = defaultdict(set)
    for statement in statements:
        if statement.status is Status.DENIED:
            denied_by[_triple(statement)].update(statement.attributed_to)
    found = []
    for statement in statements:
        disputers = set(statement.disputed_by)
        if statement.status in {*_OPEN, Status.ASSERTED}:
            disputers |= denied_by[_triple(statement)]
        if statement.status in _OPEN:
            near = range(statement.evidence.start, statement.evidence.end + REACH + 1)
            disputers |= {who for at, who in deniers if who == statement.subject and at in near}
        disputers -= set(statement.attributed_to)
        found.append(replace(statement, disputed_by=tuple(sorted(disputers))) if disputers else statement)
    return found


def _triple(statement: Statement) -> tuple[str, str, str]:
    return statement.subject, statement.predicate, str(statement.object)
