"""What the mends share: sets of tags, and steps along the columns of a parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from onrecord.language.parse import SUBJECTS

ARTICLES = frozenset({"the", "a", "an"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
FINITE = frozenset({"VBP", "VBZ", "VBD"})
VERB_TAGS = FINITE | {"VB", "VBN"}
GIVEN_SUBJECTS = SUBJECTS | {"expl"}
"""What makes a verb want no other subject."""


def heads_with(deps: Sequence[str], heads: Sequence[int], labels: Set[str]) -> set[int]:
    """The tokens that have a child with one of these labels."""
    return {heads[token] for token, label in enumerate(deps) if label in labels}


def children_of_heads(deps: Sequence[str], heads: Sequence[int], labels: Set[str]) -> dict[int, int]:
    """The last child with one of these labels of each token that has one, in the order of the first ones."""
    return {heads[token]: token for token, label in enumerate(deps) if label in labels}


def ancestors(token: int, heads: Sequence[int]) -> Iterator[int]:
    """The heads of a token, from its own up to the root. Mends may leave cycles behind: each head comes once."""
    seen = {token}
    while (head := heads[token]) not in seen:
        yield head
        seen.add(head)
        token = head


def whole_name(first: int, deps: Sequence[str], heads: Sequence[int]) -> int:
    """The head of the compound that a token begins ("Roe" for the "Ada" of "Ada Roe"); the token itself in none.

    `first` may lie behind the last token.
    """
    last = first
    while last < len(deps) and deps[last] == "compound" and heads[last] > last:
        last = heads[last]
    return last
