"""Names in the form that comparing needs: folded, without articles, close transliterations made one."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from onrecord.language.gazetteer import fold
from onrecord.model import EntityType

SAME_NAME = 90.0
"""Similarity (0 to 100) from which two long names are spellings of one."""

SHORTEST_FUZZY = 8
"""Characters; shorter names must match letter for letter."""

# Usual doublets of romanised Slavic, Turkic and Arabic names: the same sound by two conventions.
_DOUBLETS = (
    (re.compile(r"(?:iy|yi|ij|ii|yy|i)\b"), "y"),
    (re.compile(r"\bye"), "e"),
    (re.compile(r"yev\b"), "ev"),
    (re.compile(r"ayev"), "aev"),
    (re.compile(r"sch|sh"), "sh"),
    (re.compile(r"kh"), "k"),
    (re.compile(r"(?<=[aeiou])y(?=[aeiou])"), ""),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"ey"), "e"),
    (re.compile(r"c"), "k"),
)


@lru_cache(maxsize=1 << 16)
def comparable(name: str) -> str:
    """The name as it is compared: "the Nazarov Foundation" and "Nazarov  foundation" are one."""
    key = re.sub(r"[\"“”'’‘`.,()]", "", fold(name)).replace("-", " ")
    key = re.sub(r"^(\w+) (?:in|of) (\w+)$", r"\2 \1", key.removeprefix("the "))  # "court in Oslo", "Oslo court"
    return " ".join(key.split())


@lru_cache(maxsize=1 << 16)
def sound(name: str) -> str:
    """The comparable name with transliteration doublets made one ("-yev" and "-ev", "kh" and "k")."""
    key = comparable(name)
    for pattern, replacement in _DOUBLETS:
        key = pattern.sub(replacement, key)
    return key


def are_spellings(first: str, second: str, entity_type: EntityType) -> bool:
    """Whether two comparable names differ only in spelling. People must match in every part of their names."""
    if first == second:
        return True
    words, others = first.split(), second.split()
    if len(words) != len(others) or _numbers(first) != _numbers(second):
        return False
    if entity_type is EntityType.PERSON:
        return len(words) > 1 and all(_same_word(a, b) for a, b in zip(words, others, strict=True))
    return (
        min(len(first), len(second)) >= SHORTEST_FUZZY
        and all(a[0] == b[0] for a, b in zip(words, others, strict=True))
        and fuzz.ratio(sound(first), sound(second)) >= SAME_NAME
    )


def _same_word(first: str, second: str) -> bool:
    if first == second or sound(first) == sound(second):
        return True
    return first[0] == second[0] and min(len(first), len(second)) >= 5 and fuzz.ratio(first, second) >= SAME_NAME - 2


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)
