"""Mends what the parser is known to get wrong, before anything reads the parse."""

from __future__ import annotations


def repair(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Mends the columns in place."""
    _part_at_semicolons(words, deps, heads)


def _part_at_semicolons(words: list[str], deps: list[str], heads: list[int]) -> None:
    """A clause before a semicolon stands for itself; the parser makes it what the next clause says."""
    for token, label in enumerate(deps):
        head = heads[token]
        if label == "ccomp" and token < head and ";" in words[token:head]:
            deps[token] = "parataxis"
