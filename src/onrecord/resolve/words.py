"""Words of names: how they sound, and how far two of them are spellings of one."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from onrecord.ontology.tables import GivenNames

_SHORTEST_SLIP = 6
"""Letters of the longer of two words that may differ by a slip of the pen."""

_SHORTEST_VOWELS = 6
"""Sounds from which two words that differ in one vowel may be spellings of one: "Mohamed", "Muhamad"."""

# Letters that several conventions of romanisation write for one sound; each rule sees what the former left.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"s(?:ch)?t?chtch|schtsch|shch|stch", "S"),
        (r"tsch", "C"),
        (r"sch|sh", "S"),
        (r"tch|ch", "C"),
        (r"dzh|dj|zh", "J"),
        (r"\bhs|\bx", "S"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"d?z", "s"),
        (r"t[sz]|cz|c(?=[eiy])", "T"),
        (r"c[kq]?|q", "k"),
        (r"x", "ks"),
        (r"aou(?=i)", "aw"),
        (r"ie(?=n)", "ia"),
        (r"eo(?=[nkl])", "o"),
        (r"w", "v"),
        (r"ff", "f"),
        (r"(?<=[oe])f\b", "v"),
        (r"(?<=[aeiou])j\b|ij\b", "i"),
        (r"(?<=[bdfghklmnprstv])j(?=[aeiou])", "i"),
        (r"j", "J"),
        (r"ou|oo", "u"),
        (r"[ey]", "i"),
        (r"o", "u"),
        (r"(?<=[bdgklmnprtvsCJ])h|(?<=.)h\b", ""),
        (r"(.)\1+", r"\1"),
    )
)
_ROUGH = str.maketrans("bdgJCST", "ptkssss")
_VOWELS = re.compile(r"(?<!^)[aiu]")


class Match(StrEnum):
    """How two words of names agree, from the best to the weakest."""

    SAME = "the same"
    SPELLING = "another spelling"
    FORM = "another form of the first name"
    NEAR = "a spelling that differs in one letter"
    INITIAL = "an initial"


@lru_cache(maxsize=1 << 18)
def sound(word: str) -> str:
    """The comparable word with one letter for each sound: "yev" and "ev", "kh" and "h", "shch" and "sch"."""
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word


@lru_cache(maxsize=1 << 18)
def rough_sound(word: str) -> str:
    """The sound without voice and with one hiss, in which systems differ most: "zhi" and "chih", "sh" and "s"."""
    return sound(word).translate(_ROUGH)


@lru_cache(maxsize=1 << 18)
def consonants(word: str) -> str:
    """The rough sounds of the word without the vowels behind the first: what all its spellings share."""
    heard = rough_sound(word)
    return _VOWELS.sub("", ("a" + heard[1:]) if heard[:1] in {"i", "u"} else heard)


def match(first: str, second: str, given_names: GivenNames) -> Match | None:
    """How two comparable words agree as parts of a name; None if they are two names."""
    if first == second:
        return Match.SAME
    if len(first) == 1 or len(second) == 1:
        return Match.INITIAL if _share_initial(first, second) else None
    if sound(first) == sound(second):
        return Match.SPELLING
    if given_names.are_forms(first, second):
        return Match.FORM
    return Match.NEAR if _are_near(first, second) else None


def _share_initial(first: str, second: str) -> bool:
    return first[0] == second[0] or (len(first) != len(second) and sound(first)[:1] == sound(second)[:1])


def _are_near(first: str, second: str) -> bool:
    """One vowel for another, voice or none, or one letter more, less, other or transposed.

    Never the ending that tells a woman.
    """
    a, b = rough_sound(first), rough_sound(second)
    if a == b:
        return True
    if len(a) == len(b) >= _SHORTEST_VOWELS and consonants(first) == consonants(second):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1 and a[-1] == b[-1]
    shorter, longer = sorted((first, second), key=len)
    is_longer = longer[:-1] == shorter
    return len(longer) >= _SHORTEST_SLIP and not is_longer and OSA.distance(first, second, score_cutoff=1) == 1
