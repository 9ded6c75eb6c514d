"""What people decided: two names are one actor's, or two actors'. Decisions are data and win over all evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import EntityType
from onrecord.resolve.names import comparable


@dataclass(frozen=True, slots=True)
class Anchor:
    """Whom a decision is about: the bearer of a name, in all documents or in the document of this name."""

    name: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """That `left` and `right` are one actor of the type (`is_same`), or two."""

    is_same: bool
    type: EntityType
    left: Anchor
    right: Anchor
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions in the order they were made; of two about one pair the later counts."""

    rows: tuple[Decision, ...] = ()

    @classmethod
    def none(cls) -> Decisions:
        """Nobody has decided anything."""
        return cls()

    def in_force(self) -> Iterator[Decision]:
        """The decisions that no later one about the same pair has replaced."""
        latest = {frozenset(((row.type, _key(row.left)), (row.type, _key(row.right)))): row for row in self.rows}
        yield from latest.values()


def _key(anchor: Anchor) -> tuple[str, str | None]:
    return comparable(anchor.name), anchor.document


def sides_of(decision: Decision, names: frozenset[str], document: str) -> tuple[bool, bool]:
    """Whether an actor of these comparable names in this document is the left or the right one of the decision.

    An anchor with a document is closer than one without: "the one in this article" is not one of "the others".
    """
    is_left, is_right = (
        comparable(anchor.name) in names and anchor.document in {None, document}
        for anchor in (decision.left, decision.right)
    )
    if is_left and is_right and (decision.left.document is None) != (decision.right.document is None):
        return decision.left.document is not None, decision.right.document is not None
    return is_left, is_right
