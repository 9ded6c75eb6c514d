"""Asides: what stands in brackets is read apart, so that it does not disturb the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACKETS = re.compile(r"(?<=[\w\"'”’»])\s?\(([^()\n]{2,300}|[^()\n]{0,150}\([^()\n]{0,100}\)[^()\n]{0,150})\)")
_PARTS = re.compile(r"(?:(?!(?:,|\s[-–—])\s(?:born|died|b\.|d\.)\s)[^;])+|(?:,|\s[-–—])\s[^;]+")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch between brackets, between semicolons in them, or from ", born" on; `start` counts in the paragraph."""

    start: int
    text: str


def part(text: str) -> tuple[str, list[Aside]]:
    """The text with its asides blanked out, of the same length, and the asides in order.

    Only brackets right behind a word count: a sentence in brackets stays.
    """
    found = list(_brackets(text))
    if not found:
        return text, []
    blanked = list(text)
    asides: list[Aside] = []
    for first, end in found:
        blanked[first - 1 : end + 1] = " " * (end - first + 2)
        asides.extend(Aside(first + piece.start(), piece.group()) for piece in _PARTS.finditer(text[first:end]))
    return "".join(blanked), [aside for aside in asides if _WORD.search(aside.text)]


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    for match in _BRACKETS.finditer(text):
        if _WORD.search(match.group(1)):
            yield match.span(1)
