"""Names of organisations, places and events: their core without legal forms, and how far two names can be one's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from onrecord.ontology.tables import GivenNames
from onrecord.resolve.vocabulary import Vocabulary
from onrecord.resolve.words import Match, consonants, match

_FORMS = {
    "limited": "ltd", "ltd": "ltd", "llc": "llc", "inc": "inc", "incorporated": "inc", "corp": "inc",
    "corporation": "inc",
    "plc": "plc", "gmbh": "gmbh", "ag": "ag", "sa": "sa", "oao": "jsc", "pao": "jsc", "zao": "jsc", "ao": "jsc",
    "ojsc": "jsc", "jsc": "jsc", "pjsc": "jsc", "cjsc": "jsc", "ooo": "llc", "llp": "llp", "co": "co", "company": "co",
    "bv": "bv", "nv": "nv", "spa": "spa", "srl": "srl", "sarl": "srl", "oy": "oy", "ab": "ab", "kk": "kk", "too": "llc",
    "ltda": "ltd", "sl": "sl", "sal": "sa", "sae": "sa",
}  # fmt: skip
"""Legal forms at the end or the beginning of a company's name, and which of them are the same."""

_ABBREVIATIONS = {
    "intl": "international", "int'l": "international", "univ": "university", "assoc": "association",
    "assn": "association", "dept": "department", "govt": "government", "natl": "national", "nat'l": "national",
    "fdn": "foundation", "inst": "institute", "min": "ministry", "org": "organisation", "organization": "organisation",
    "fed": "federation", "comm": "committee", "cttee": "committee", "no": "number", "centre": "center",
    "labour": "labor",    "defence": "defense", "st": "saint",
}  # fmt: skip
_SMALL = frozenset("the of for and in on at de del la des du di do da".split())
_BEYOND = frozenset("international world global european african asian arab eurasian american inter".split())
"""Words of organisations that belong to no one country."""

_LETTERS = re.compile(r"\b\w(?: \w\b)+")

_LONGEST_COUNTRY = 4
"""Words of the longest name of a country that is looked for."""


class Locality(IntEnum):
    """How far a name can be another's in another country."""

    UNIQUE = 0
    """It has a word that is a mere name, or it belongs to no one country: "Moen Foundation", "World Bank"."""
    COMMON = 1
    """It is made of common words: "Green Party"."""
    NATIONAL = 2
    """Each country has its own: "Justice Ministry"."""


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The core words of a comparable name in order, its legal forms, the countries that it names.

    `kind` is the last word if it is but a noun for what it is: "newspaper", "party". `towns` are the words that are
    names of towns, with the codes of their countries.
    """

    words: tuple[str, ...]
    forms: frozenset[str]
    countries: frozenset[str]
    initials: frozenset[str]
    locality: Locality
    kind: str | None = None
    towns: tuple[tuple[str, str], ...] = ()

    @property
    def is_acronym(self) -> bool:
        """Whether it is one short word, which may stand for the initials of a long name."""
        return len(self.words) == 1 and 2 <= len(self.words[0]) <= 6


@lru_cache(maxsize=1 << 18)
def organisation_name(comparable: str, vocabulary: Vocabulary) -> OrganisationName:
    """The parts of a comparable name: "house of media ltd" has the core "house", "media" and the form "ltd"."""
    spelt = _LETTERS.sub(lambda found: found[0].replace(" ", ""), comparable)  # "s a l", "u s a"
    everything = spelt.replace("&", " and ").replace("city of ", "").split()
    plain = [word for word in everything if word not in _FORMS]
    countries, rest = _without_countries(plain, vocabulary)
    core = [_ABBREVIATIONS.get(word, word) for word in rest if word not in _SMALL] or plain or everything
    initials = {"".join(word[0] for word in words) for words in (core, plain, [w for w in plain if w not in _SMALL])}
    return OrganisationName(
        words=tuple(core),
        forms=frozenset(_FORMS[word] for word in everything if word in _FORMS),
        countries=countries,
        initials=frozenset(letters for letters in initials if len(letters) > 1),
        locality=_locality(core, vocabulary),
        kind=core[-1] if core[-1] in vocabulary.bodies - vocabulary.institutions else None,
        towns=tuple((word, code) for word in core if (code := vocabulary.town_country(word)) is not None),
    )


def _without_countries(words: Sequence[str], vocabulary: Vocabulary) -> tuple[frozenset[str], list[str]]:
    """The codes of the countries and nationalities among the words, and the other words; all if none is left."""
    found, rest, at = set(), [], 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_COUNTRY), at, -1):
            code = vocabulary.country(" ".join(words[at:end]))
            if code is not None:
                found.add(code)
                at = end
                break
        else:
            rest.append(words[at])
            at += 1
    return (frozenset(found), rest) if rest else (frozenset(), list(words))


def _locality(core: Sequence[str], vocabulary: Vocabulary) -> Locality:
    if not vocabulary.bodies.intersection(core) or not _BEYOND.isdisjoint(core):
        return Locality.UNIQUE
    if not all(_is_common(word, vocabulary) for word in core):
        return Locality.UNIQUE
    return Locality.COMMON if vocabulary.institutions.isdisjoint(core) else Locality.NATIONAL


def _is_common(word: str, vocabulary: Vocabulary) -> bool:
    return word.isdigit() or word in vocabulary.common or word.removesuffix("s") in vocabulary.common


def keys(name: OrganisationName) -> tuple[str, ...]:
    """What two names that may be one organisation's share at least once: all words but one, or initials."""
    heard = sorted(consonants(word) for word in name.words)
    found = [f"words {' '.join(heard)}"]
    if len(name.words) > 2:
        found += [f"words {' '.join(heard[:at] + heard[at + 1 :])}" for at in range(len(heard))]
    if len(name.words) > 1:
        found += [f"initials {letters}" for letters in name.initials]
    elif name.is_acronym:
        found.append(f"initials {name.words[0]}")
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class OrganisationAgreement:
    """How two names of organisations agree: the weakest match of their words, and what else differs.

    `country` is what one of them names or implies and the other does not, `locality` how far any country may have the
    name.
    """

    match: Match = Match.SAME
    is_turned: bool = False
    is_acronym: bool = False
    adds_form: bool = False
    adds_kind: bool = False
    adds_town: bool = False
    country: str | None = None
    locality: Locality = Locality.UNIQUE


_NO_GIVEN_NAMES = GivenNames()


def agreement(first: OrganisationName, second: OrganisationName) -> OrganisationAgreement | None:
    """How the two can be names of one organisation; None where they are two."""
    if _numbers(first) != _numbers(second):
        return None
    if first.forms and second.forms and first.forms.isdisjoint(second.forms):
        return None
    if first.countries != second.countries and first.countries and second.countries:
        return None
    found = _of_words(first, second)
    if found is None:
        return None
    country = found.country or min(first.countries ^ second.countries, default=None)
    locality = Locality.UNIQUE if first.countries and second.countries else max(first.locality, second.locality)
    return replace(found, adds_form=first.forms != second.forms, country=country, locality=locality)


def _of_words(first: OrganisationName, second: OrganisationName) -> OrganisationAgreement | None:
    if len(first.words) == len(second.words):
        if (straight := _weakest(first.words, second.words)) is not None:
            return OrganisationAgreement(straight)
        if (turned := _weakest(sorted(first.words), sorted(second.words))) is not None:
            return OrganisationAgreement(turned, is_turned=True)
    for short, long in ((first, second), (second, first)):
        if long.kind is not None and len(short.words) > 1 and short.words == long.words[:-1]:
            return OrganisationAgreement(adds_kind=True)
        for town, country in long.towns:
            if len(short.words) > 1 and sorted((*short.words, town)) == sorted(long.words):
                return OrganisationAgreement(adds_town=True, country=country)
        if short.is_acronym and len(long.words) > 1 and short.words[0] in long.initials:
            return OrganisationAgreement(is_acronym=True)
    return None


def _weakest(first: Sequence[str], second: Sequence[str]) -> Match | None:
    """The weakest match of the words in order, of which at most one may be less than a spelling; None if one fails."""
    found = [match(a, b, _NO_GIVEN_NAMES) for a, b in zip(first, second, strict=True)]
    weak = [kind for kind in found if kind not in {Match.SAME, Match.SPELLING}]
    if len(weak) > 1 or any(kind is None or kind is Match.INITIAL for kind in weak):
        return None
    return weak[0] if weak else Match.SPELLING if Match.SPELLING in found else Match.SAME


def _numbers(name: OrganisationName) -> list[str]:
    return sorted(number for word in name.words for number in re.findall(r"\d+", word))
