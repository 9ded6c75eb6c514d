"""Mends what the parser is known to get wrong, before anything reads the parse."""

from __future__ import annotations


def repair(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Mends the columns in place."""
