"""One document: sentences that name its actors, and the analysis a careful reader would make of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from newsroom.actors import Actor
from newsroom.lands import LANDS
from newsroom.reporters import Naming
from onrecord.extract.entities import preferred_name
from onrecord.model import (
    Analysis,
    Document,
    EntityId,
    EntityType,
    Evidence,
    Form,
    Literal,
    LocalEntity,
    Mention,
    Statement,
    StatementId,
    Status,
    stable_hash,
)

HEADLINES = 0.15
"""The share of documents with a headline in capitals that names the first actor."""

_ENDS = (
    "said the talks had failed",
    "did not comment",
    "welcomed the verdict",
    "arrived on Monday",
    "asked for more time",
)
_THINGS = ("was mentioned twice", "drew criticism", "was praised by many", "was at the centre of the debate")
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Hints:
    """What a document tells of an actor beside the name, so that a reader can tell namesakes apart."""

    has_country: bool
    has_role: bool
    has_birth: bool
    associates: int


@dataclass(slots=True)
class _Draft:
    """A text under way, with the mentions of each key (an actor's number, a country's code, a city)."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    mentions: dict[object, list[Mention]] = field(default_factory=dict)
    names: dict[object, list[str]] = field(default_factory=dict)
    claims: list[tuple[object, str, object, int, int]] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def mention(self, key: object, text: str, kind: EntityType, form: Form = Form.NAME) -> None:
        self.mentions.setdefault(key, []).append(Mention(self.length, self.length + len(text), text, kind, form))
        if form is Form.NAME:
            self.names.setdefault(key, []).append(text)
        self.write(text)

    def claim(self, subject: object, predicate: str, target: object, start: int) -> None:
        """A statement on the text from `start` to here."""
        self.claims.append((subject, predicate, target, start, self.length))


def written(
    name: str,
    published: date,
    country: str | None,
    city: str | None,
    actors: Sequence[Actor],
    namings: Sequence[Naming],
    told_births: set[int],
    random: Random,
) -> tuple[Analysis, dict[int, EntityId], dict[int, Hints]]:
    """The analysis of a new document, which local entity each actor is in it, and what it tells of them.

    `country` is the one that the document names, None if it names none; `told_births` are whose birth dates it gives.
    """
    draft = _Draft()
    if random.random() < HEADLINES:
        draft.mention(actors[0].number, namings[0].first.upper(), actors[0].type)
        draft.write(" IN THE NEWS\n\n")
    if city:
        draft.mention(city, city, EntityType.PLACE)
        draft.write(". ")
    if country:
        draft.write("Events in ")
        draft.mention(country, LANDS[country].name, EntityType.COUNTRY)
        draft.write(" made news again.\n\n")
    present = {actor.number: naming for actor, naming in zip(actors, namings, strict=True)}
    with_role = set()
    for actor, naming in zip(actors, namings, strict=True):
        told = _Teller(draft, actor, naming, country, random)
        if told.person(present) if actor.spellings else told.thing(city):
            with_role.add(actor.number)
        if actor.number in told_births:
            told.birth()
        if actor.spouse in present and random.random() < 0.6:
            told.spouse(actor.spouse, present[actor.spouse])
        draft.write("\n")
    circles = Counter(actor.circle for actor in actors)
    hints = {
        actor.number: Hints(
            has_country=actor.country in draft.mentions,
            has_role=actor.number in with_role,
            has_birth=actor.number in told_births,
            associates=circles[actor.circle] - 1,
        )
        for actor in actors
    }
    analysis, ids = _analysis(name, published, draft)
    return analysis, {actor.number: ids[actor.number] for actor in actors}, hints


@dataclass(slots=True)
class _Teller:
    """Writes what a document says of one actor."""

    draft: _Draft
    actor: Actor
    naming: Naming
    country: str | None
    random: Random

    def person(self, present: dict[int, Naming]) -> bool:
        """Introduces somebody, often with the role. Whether the role is told."""
        draft, actor, role = self.draft, self.actor, self.actor.role
        assert role is not None
        start, is_told = draft.length, self.random.random() < (0.8 if self.naming.is_bare else 0.5)
        if is_told and self.random.random() < 0.4:
            draft.mention(actor.number, role.noun.capitalize(), actor.type, Form.NOMINAL)
            draft.write(" ")
            draft.mention(actor.number, self.naming.first, actor.type)
            if role.predicate == "ministerOf" and self.country == actor.country:
                draft.claim(actor.number, "ministerOf", actor.country, start)
        else:
            draft.mention(actor.number, self.naming.first, actor.type)
            if is_told:
                self._appositive(present, start)
        if self.random.random() < self._citizen_share():
            draft.write(", a citizen of ")
            draft.mention(actor.country, LANDS[actor.country].name, EntityType.COUNTRY)
            draft.claim(actor.number, "citizenOf", actor.country, start)
            draft.write(",")
        draft.write(f" {self.random.choice(_ENDS)}.")
        for _ in range(self.random.choice((0, 1, 1, 2))):
            draft.write(" ")
            draft.mention(actor.number, self.naming.later, actor.type)
            draft.write(f" {self.random.choice(_ENDS)}.")
        return is_told

    def _citizen_share(self) -> float:
        """Foreigners are introduced as such more often than not; without a country no reporter knows who is one."""
        if self.country is None:
            return 0.1
        return 0.6 if self.actor.country != self.country else 0.05

    def _appositive(self, present: dict[int, Naming], start: int) -> None:
        draft, actor, role = self.draft, self.actor, self.actor.role
        assert role is not None
        draft.write(", ")
        draft.mention(actor.number, role.noun, actor.type, Form.NOMINAL)
        if actor.employer in present and role.predicate not in {None, "ministerOf"}:
            draft.write(" of ")
            draft.mention(actor.employer, present[actor.employer].first, EntityType.ORGANISATION)
            draft.claim(actor.number, str(role.predicate), actor.employer, start)
        draft.write(",")

    def thing(self, city: str | None) -> bool:
        """Names an organisation, a place or an event. Whether its city is told."""
        draft, actor = self.draft, self.actor
        start, predicate = draft.length, "basedIn" if actor.type is EntityType.ORGANISATION else "locatedIn"
        is_told = actor.city != city and self.random.random() < 0.3
        draft.mention(actor.number, self.naming.first, actor.type)
        if is_told:
            draft.write(" in ")
            draft.mention(actor.city, actor.city, EntityType.PLACE)
            draft.claim(actor.number, predicate, actor.city, start)
        elif actor.country != self.country and self.random.random() < (0.6 if self.country else 0.1):
            draft.write(" in ")
            draft.mention(actor.country, LANDS[actor.country].name, EntityType.COUNTRY)
            draft.claim(actor.number, predicate, actor.country, start)
        draft.write(f" {self.random.choice(_THINGS)}.")
        if self.random.random() < 0.6:
            draft.write(" ")
            draft.mention(actor.number, self.naming.later, actor.type)
            draft.write(f" {self.random.choice(_THINGS)}.")
        return is_told or actor.city == city

    def birth(self) -> None:
        """Says when somebody was born."""
        draft, start = self.draft, self.draft.length + 1
        year, month, day = self.actor.born.split("-")
        draft.write(" ")
        draft.mention(self.actor.number, self.naming.later, EntityType.PERSON)
        draft.write(f" was born on {int(day)} {_MONTHS[int(month) - 1]} {year}.")
        draft.claim(self.actor.number, "dateOfBirth", Literal(self.actor.born), start)

    def spouse(self, number: int, naming: Naming) -> None:
        """Says whom somebody is married to."""
        draft, start = self.draft, self.draft.length + 1
        draft.write(" ")
        draft.mention(self.actor.number, self.naming.later, EntityType.PERSON)
        draft.write(" is married to ")
        draft.mention(number, naming.later, EntityType.PERSON)
        draft.write(".")
        draft.claim(self.actor.number, "spouseOf", number, start)


def _analysis(name: str, published: date, draft: _Draft) -> tuple[Analysis, dict[object, EntityId]]:
    document = Document.of(name, "".join(draft.parts), published=published)
    ids: dict[object, EntityId] = {}
    entities = []
    for key, mentions in draft.mentions.items():
        kind = mentions[0].type
        ids[key] = EntityId(stable_hash(document.id, kind, str(min(mentions).start)))
        names = draft.names[key]
        best = preferred_name(names, kind)
        identifiers = {"iso3166": str(key)} if kind is EntityType.COUNTRY else {}
        aliases = tuple(sorted(set(names) - {best}))
        entities.append(LocalEntity(ids[key], kind, best, tuple(sorted(mentions)), True, identifiers, aliases))
    statements = tuple(_statement(document, ids, *claim) for claim in draft.claims)
    return Analysis(document, tuple(entities), statements), ids


def _statement(
    document: Document,
    ids: dict[object, EntityId],
    subject: object,
    predicate: str,
    target: object,
    start: int,
    end: int,
) -> Statement:
    identity = StatementId(stable_hash(document.id, str(start), predicate, ids[subject]))
    evidence = Evidence(document.id, start, end, document.text[start:end])
    object_ = target if isinstance(target, Literal) else ids[target]
    return Statement(identity, ids[subject], predicate, object_, Status.ASSERTED, evidence)
