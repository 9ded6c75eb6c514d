"""What decisions mean: which of them are in force, and whom they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.decisions import Decision, Decisions
from onrecord.model import EntityType
from onrecord.resolve.names import comparable
from onrecord.resolve.surroundings import Profile


def in_force(decisions: Decisions) -> Iterator[Decision]:
    """The decisions that no later one about the same pair has replaced."""
    yield from {pair_of(row): row for row in decisions.rows}.values()


def pair_of(decision: Decision) -> tuple[EntityType, frozenset[tuple[str, str | None]]]:
    """Whom the decision is about: equal for two about one pair, whichever is the left one."""
    sides = (decision.left, decision.right)
    return decision.type, frozenset((comparable(anchor.name), anchor.document) for anchor in sides)


def sides_of(decision: Decision, profile: Profile, documents: Sequence[str]) -> tuple[bool, bool]:
    """Whether the actor is the left or the right one of the decision.

    An anchor with a document is closer than one without: "the one in this article" is not one of "the others". Who
    comes from a reference list is meant only where the list is named as the document.
    """
    place = documents[profile.document] if profile.source is None else profile.source
    meant = {place, None} if profile.source is None else {place}
    is_left, is_right = (
        comparable(anchor.name) in profile.names and anchor.document in meant
        for anchor in (decision.left, decision.right)
    )
    if is_left and is_right and (decision.left.document is None) != (decision.right.document is None):
        return decision.left.document is not None, decision.right.document is not None
    return is_left, is_right


def without_effect(
    decisions: Decisions, profiles: Sequence[Profile], documents: Sequence[str]
) -> Iterator[tuple[Decision, str]]:
    """The decisions in force that decide nothing about these actors, and why."""
    rows = tuple(in_force(decisions))
    wanted = {(row.type, comparable(anchor.name)) for row in rows for anchor in (row.left, row.right)}
    named: dict[tuple[EntityType, str], list[Profile]] = defaultdict(list)
    for profile in profiles if wanted else ():
        for name in profile.names:
            if (profile.entity.type, name) in wanted:
                named[profile.entity.type, name].append(profile)
    for row in rows:
        sides = [
            sides_of(row, profile, documents)
            for anchor in (row.left, row.right)
            for profile in named[row.type, comparable(anchor.name)]
        ]
        for number, anchor in enumerate((row.left, row.right)):
            if not any(side[number] for side in sides):
                yield row, f"no {row.type.value} is called {anchor}"
                break
        else:
            if not row.is_same and not ((True, False) in sides and (False, True) in sides):
                yield row, "each document that has both names takes them for one"
