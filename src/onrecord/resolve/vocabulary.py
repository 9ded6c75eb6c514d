"""The words that names are made of: forms of first names, nouns for bodies, common words, countries."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.language.gazetteer import Gazetteer, PlaceKind, gazetteer
from onrecord.language.pipeline import common_words
from onrecord.model import EntityType
from onrecord.ontology import Ontology
from onrecord.ontology.tables import GivenNames

_BODIES = frozenset({EntityType.ORGANISATION, EntityType.PLACE})
_OF_TOWNS = frozenset({PlaceKind.CITY, PlaceKind.CAPITAL})
_OF_COUNTRIES = frozenset({PlaceKind.COUNTRY, PlaceKind.NATIONALITY})


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What is known of words, all in comparable form.

    `bodies` are nouns for organisations and places ("party", "prison"), `institutions` those of which each country
    has its own ("court"), `one_per_country` those of which it has one ("parliament"), `places` knows names of countries
    and nationalities.
    """

    given_names: GivenNames = field(default_factory=GivenNames)
    bodies: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    one_per_country: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    places: Gazetteer | None = None

    def country(self, name: str) -> str | None:
        """The code of the country that a comparable name or nationality stands for."""
        entry = None if self.places is None else self.places.find(name)
        return entry.country if entry is not None and entry.kind in _OF_COUNTRIES else None

    def town_country(self, word: str) -> str | None:
        """The code of the country of the best-known town of this comparable name."""
        entry = None if self.places is None or word in self.bodies else self.places.find(word)
        return entry.country if entry is not None and entry.kind in _OF_TOWNS else None


def vocabulary_of(ontology: Ontology) -> Vocabulary:
    """The vocabulary of an ontology, with the countries of the gazetteer and the common words of the language model."""
    nouns = [noun for noun in ontology.lexicon.nouns.values() if noun.denotes in _BODIES]
    return Vocabulary(
        given_names=ontology.given_names,
        bodies=frozenset(noun.lemma for noun in nouns),
        institutions=frozenset(noun.lemma for noun in nouns if noun.is_institution),
        one_per_country=frozenset(noun.lemma for noun in nouns if noun.is_one_per_country),
        common=common_words(),
        places=gazetteer(ontology.folder),
    )
