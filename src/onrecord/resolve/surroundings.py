"""What stands around an actor in its documents, and how far two surroundings speak for one actor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onrecord.model import Analysis, EntityId, EntityType, LocalEntity, Status
from onrecord.resolve.names import comparable
from onrecord.resolve.organisation_names import organisation_name
from onrecord.resolve.person_names import person_name
from onrecord.resolve.places import City, city_of
from onrecord.resolve.vocabulary import Vocabulary

_HOME = frozenset({"citizenOf", "residesIn", "basedIn", "headquarteredIn", "locatedIn", "partOf", "branchOf", "bornIn"})
_OFFICES = frozenset({"presidentOf", "primeMinisterOf", "ministerOf", "headOf", "leads", "holdsPositionIn", "worksFor"})
_MORE_DOCUMENTS = 10
"""As many documents without any of the names are thought beside those that are read, so that few tell little."""

_COMPANY = frozenset({EntityType.PERSON, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Profile:
    """A local entity as resolution sees it.

    `names` are its comparable names, the fullest first; `homes` the codes of countries that its own document says it
    belongs to; `document` the number of its document; `city` the one that a place's names mean there; `source` the
    reference list of one who comes from a list.
    """

    entity: LocalEntity
    document: int
    names: tuple[str, ...]
    homes: frozenset[str] = frozenset()
    born: str | None = None
    city: City | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The countries of a document, the most mentioned first, and the numbers of the actors' names in it."""

    countries: tuple[str, ...]
    company: frozenset[int]


@dataclass
class Corpus:
    """All profiles and their documents' surroundings. `share` of each name: the part of the documents that have it."""

    profiles: list[Profile] = field(default_factory=list)
    surroundings: list[Surroundings] = field(default_factory=list)
    share: list[float] = field(default_factory=list)
    own: dict[str, int] = field(default_factory=dict)

    @cached_property
    def _by_number(self) -> list[str]:
        return list(self.own)

    def name_of(self, number: int) -> str:
        """The comparable name with this number."""
        return self._by_number[number]


def corpus_of(analyses: Sequence[Analysis], vocabulary: Vocabulary) -> Corpus:
    """The profiles of all named local entities, sorted by id, so the order of `analyses` does not matter."""
    corpus = Corpus()
    frequency: Counter[int] = Counter()
    for number, analysis in enumerate(analyses):
        profiles = list(_profiles(analysis, number, vocabulary))
        corpus.profiles.extend(profiles)
        company = {
            corpus.own.setdefault(name, len(corpus.own))
            for profile in profiles
            if profile.entity.type in _COMPANY
            for name in profile.names[:1]
            if is_telling(profile.entity.type, name)
        }
        frequency.update(company)
        corpus.surroundings.append(Surroundings(_countries(analysis), frozenset(company)))
    corpus.profiles.sort(key=lambda profile: profile.entity.id)
    corpus.share = [frequency[name] / (len(analyses) + _MORE_DOCUMENTS) for name in range(len(corpus.own))]
    return corpus


def _profiles(analysis: Analysis, number: int, vocabulary: Vocabulary) -> Iterable[Profile]:
    codes = {
        entity.id: entity.identifiers["iso3166"] for entity in analysis.entities if "iso3166" in entity.identifiers
    }
    countries = frozenset(codes.values())
    homes: Mapping[EntityId, set[str]] = defaultdict(set)
    born: dict[EntityId, str] = {}
    for statement in analysis.statements:
        if statement.status is not Status.ASSERTED:
            continue
        if statement.predicate == "dateOfBirth":
            born[statement.subject] = str(getattr(statement.object, "value", "")) or born.get(statement.subject, "")
        elif statement.predicate in _HOME | _OFFICES and statement.object in codes:
            homes[statement.subject].add(codes[EntityId(str(statement.object))])
    for entity in analysis.entities:
        if entity.is_named or _is_national_body(entity, vocabulary):
            names = _names(entity)
            own = homes.get(entity.id, set())
            if entity.type is EntityType.ORGANISATION:
                own = own.union(*(organisation_name(name, vocabulary).countries for name in names))
            city = _city(entity, countries) if entity.type is EntityType.PLACE and not entity.identifiers else None
            if city is not None:
                own = {city.country}
            yield Profile(entity, number, names, frozenset(own), born.get(entity.id) or None, city)


def _is_national_body(entity: LocalEntity, vocabulary: Vocabulary) -> bool:
    """Whether a description tells which body of a country is meant: "the justice ministry", "the Kazak government"."""
    if entity.type is not EntityType.ORGANISATION:
        return False
    words = organisation_name(comparable(entity.name), vocabulary).words
    return " ".join(words) in vocabulary.one_per_country


def _city(entity: LocalEntity, countries: Collection[str]) -> City | None:
    """The city that the names of a place mean in a text that mentions the countries; None if none, or two."""
    found = {city for name in (entity.name, *entity.aliases) if (city := city_of(name, countries)) is not None}
    return found.pop() if len(found) == 1 else None


def is_telling(entity_type: EntityType, name: str) -> bool:
    """Whether a comparable name is full enough to tell who is meant."""
    return person_name(name).is_full if entity_type is EntityType.PERSON else " " in name


def _names(entity: LocalEntity) -> tuple[str, ...]:
    """The comparable names, without those of a person that are but the end of a fuller one: "ben Kamal"."""
    names = tuple(dict.fromkeys(comparable(name) for name in (entity.name, *entity.aliases)))
    if entity.type is not EntityType.PERSON:
        return names
    return tuple(name for name in names if not any(other.endswith(f" {name}") for other in names))


def _countries(analysis: Analysis) -> tuple[str, ...]:
    mentions = {
        entity.identifiers["iso3166"]: len(entity.mentions)
        for entity in analysis.entities
        if "iso3166" in entity.identifiers
    }
    return tuple(sorted(mentions, key=lambda code: (-mentions[code], code)))
