"""Keeps a mended parse a tree: mends that bite each other's tails are undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def undo_cycles(
    deps: list[str], heads: list[int], own_deps: Sequence[str], own_heads: Sequence[int], starts: Sequence[int]
) -> None:
    """Gives sentences whose tokens hang on one another in a ring the labels and heads that the parser gave them.

    `starts` are the first tokens of the sentences, in order.
    """
    for token in list(_on_rings(heads)):
        first = max((start for start in starts if start <= token), default=0)
        end = min((start for start in starts if start > token), default=len(heads))
        deps[first:end], heads[first:end] = own_deps[first:end], own_heads[first:end]


def _on_rings(heads: Sequence[int]) -> Iterator[int]:
    """A token of each ring."""
    seen = [0] * len(heads)  # the number of the walk that came by
    for start in range(len(heads)):
        token = start
        while not seen[token] and heads[token] != token:
            seen[token] = start + 1
            token = heads[token]
        if seen[token] == start + 1 and heads[token] != token:
            yield token
