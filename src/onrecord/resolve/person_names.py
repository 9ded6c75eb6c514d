"""Names of people: their parts, and how far two names can be one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.ontology.tables import GivenNames
from onrecord.resolve.words import Match, consonants, match, rough_sound, sound

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    "al el ul as ash ad an ar at az de del la las los da das do dos di du der den van von ter ten bin ibn y e".split()
)
_SERVANT = re.compile(r"abd(?:[aeiou]?[lrsdnt])?(?:[aeiou](?=[rlsdn]))?")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The words of a comparable name without particles, in order, and what tells a son from a father."""

    words: tuple[str, ...]
    generation: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether it has a first and a last name, both more than initials."""
        return len([word for word in self.words if len(word) > 1]) > 1


@lru_cache(maxsize=1 << 18)
def person_name(comparable: str) -> PersonName:
    """The parts of a comparable name: "abd al rahman bin saleh" has the words "abdrahman" and "saleh"."""
    words = comparable.split()
    generation = words.pop() if len(words) > 1 and words[-1] in _GENERATIONS else None
    kept: list[str] = []
    is_servant = False
    for number, word in enumerate(words):
        is_last = number == len(words) - 1
        if word in _PARTICLES and not is_last and (len(word) > 1 or number > 0):
            continue
        if is_servant:
            kept[-1] += word
        else:
            kept.append(_servant(word))
        is_servant = word in {"abd", "abdul", "abdel", "abdal", "abdur", "abdou"} and not is_last
        if is_servant:
            kept[-1] = "abd"
    return PersonName(tuple(kept or words), generation)


def _servant(word: str) -> str:
    """ "abdelrahman", "abdurrahman" and "abdirahman" as "abdrahman"."""
    found = re.match(r"abd(?:el|al|ul|ur|er|ir|i|ou|o)(?=[a-z]{4})(?!lah)", word)
    if found is None:
        return word
    rest = word[found.end() :]
    return "abd" + (rest[1:] if rest[:1] == rest[1:2] else rest)


def keys(name: PersonName, given_names: GivenNames) -> tuple[str, ...]:
    """What two names that may be one person's share at least once: a last name and how a form of the first begins.

    Any name behind the first may be the last one ("Ana Lopez Diaz"), and the first where the family's comes first.
    """
    words = [word for word in name.words if len(word) > 1]
    if len(words) < 2:
        return ()
    firsts = dict.fromkeys(consonants(form)[:1] for form in (words[0], *sorted(given_names.forms.get(words[0], ()))))
    turned = (f"{consonants(words[0])} {consonants(words[-1])[:1]}",)
    straight = tuple(f"{consonants(word)} {first}" for word in words[1:] for first in firsts)
    joined = (f"{consonants(name.words[0])} {consonants(''.join(name.words[1:]))[:1]}",)
    return tuple(dict.fromkeys((*straight, *turned, *joined)))


@dataclass(frozen=True, slots=True)
class PersonAgreement:
    """How two names agree: the weakest match of their words, and what else differs."""

    matches: tuple[Match, ...]
    is_longer: bool = False
    is_turned: bool = False


@lru_cache(maxsize=1 << 19)
def agreement(first: PersonName, second: PersonName, given_names: GivenNames) -> PersonAgreement | None:
    """How the two can be names of one person; None where a part of them contradicts."""
    if first.generation and second.generation and first.generation != second.generation:
        return None
    straight = _aligned(first.words, second.words, given_names)
    if straight is not None:
        return straight
    if len(first.words) != len(second.words) and (joined := _as_one_word(first, second)) is not None:
        return joined
    if len(first.words) == len(second.words) and first.is_full and second.is_full:
        for words in ((*second.words[1:], second.words[0]), (second.words[-1], *second.words[:-1])):
            if (turned := _aligned(first.words, words, given_names)) is not None:
                return PersonAgreement(turned.matches, is_turned=True)
    return None


def _as_one_word(first: PersonName, second: PersonName) -> PersonAgreement | None:
    """How two names agree that part their words differently: "Li Guoping" and "Li Guo-ping"."""
    one, other = "".join(first.words), "".join(second.words)
    if sound(one) == sound(other):
        return PersonAgreement((Match.SPELLING,))
    return PersonAgreement((Match.NEAR,)) if rough_sound(one) == rough_sound(other) else None


def _aligned(first: Sequence[str], second: Sequence[str], given_names: GivenNames) -> PersonAgreement | None:
    """The words of the shorter name in order, each with one of the longer; first names and a last name must agree."""
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < 2:
        return None
    head = match(shorter[0], longer[0], given_names)
    if head is None:
        return None
    found = [head]
    rest = iter(longer[1:])
    for word in shorter[1:]:
        kind = next((kind for other in rest if (kind := match(word, other, given_names)) is not None), None)
        if kind is None:
            return None
        found.append(kind)
    is_longer = len(shorter) < len(longer)
    if found[-1] in {Match.INITIAL, Match.FORM} or found.count(Match.NEAR) + is_longer > 1:
        return None
    return PersonAgreement(tuple(found), is_longer=is_longer)
