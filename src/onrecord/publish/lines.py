"""Lines of text for a terminal: pieces with a role that says how to highlight them, sections and wrapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.publish.cards import shown

type Piece = tuple[str, str]
"""A text and its role: "heading", "subject", "object", "frame", "faint" or "" for plain text."""
type Line = list[Piece]

MARGIN = 12
"""Columns to the left of what a section says; its name stands in them."""

_LONGEST = 2_000


def section(name: str, *pieces: Piece) -> Line:
    """The first line of a section."""
    return [(f"{name:<{MARGIN}}", "heading"), *pieces]


def more(*pieces: Piece) -> Line:
    """A further line of a section."""
    return [(" " * MARGIN, ""), *pieces]


def spaced(text: str) -> str:
    """The text on one line, with the spaces at its ends kept: pieces of a quote are put side by side."""
    words = shown(text, _LONGEST)
    before, behind = " " if text[:1].isspace() else "", " " if text[-1:].isspace() else ""
    return f"{before}{words}{behind}" if words else before


def wrapped(line: Line, width: int) -> Iterator[Line]:
    """The line broken at spaces where it is longer than `width` columns, the further lines behind the margin.

    A word that is longer than a line is broken where the line ends.
    """
    rest = [(letter, role) for text, role in line for letter in text]
    limit = max(width, 2 * MARGIN)
    while len(rest) > limit:
        cut = next((at for at in range(limit, MARGIN, -1) if rest[at][0] == " "), limit)
        yield _pieces(rest[:cut])
        behind = rest[cut:]
        while behind and behind[0][0] == " ":
            del behind[0]
        rest = [*((" ", "") for _ in range(MARGIN)), *behind]
    yield _pieces(rest)


def _pieces(letters: Sequence[Piece]) -> Line:
    return [("".join(letter for letter, _ in run), role) for role, run in groupby(letters, key=lambda item: item[1])]
