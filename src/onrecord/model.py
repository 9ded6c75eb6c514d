"""The core types: immutable values that every layer shares.

Offsets are Unicode code points into `Document.text`; an end is exclusive, so `text[start:end]` is the span.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
EntityId = NewType("EntityId", str)
StatementId = NewType("StatementId", str)

UNKNOWN_AGENT = EntityId("UnknownAgent")
"""Subject of what was done by somebody the text does not name ("X was arrested")."""


class EntityType(StrEnum):
    """The classes of actors and events; the values are the ontology's local names."""

    PERSON = "Person"
    ORGANISATION = "Organisation"
    COUNTRY = "Country"
    PLACE = "Place"
    EVENT = "Event"


class Form(StrEnum):
    """How a mention refers: by name, by description ("the party") or by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """What a name, a noun or a pronoun of the third person tells of the person meant."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


class Status(StrEnum):
    """How far the document stands behind a statement; the values are the ontology's local names."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DENIED = "denied"
    NEGATED = "negated"


def stable_hash(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on the parts alone: the same on every machine and run."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read. `name` is what the user calls it: its path below the input root, or its JSON id."""

    id: DocumentId
    name: str
    text: str
    title: str | None = None
    url: str | None = None
    author: str | None = None
    published: date | None = None
    publisher: str | None = None
    language: str = "en"

    @classmethod
    def of(
        cls,
        name: str,
        text: str,
        *,
        title: str | None = None,
        url: str | None = None,
        author: str | None = None,
        published: date | None = None,
        publisher: str | None = None,
    ) -> Document:
        """The document with its id computed from everything that was read, so a changed input is another document."""
        facts = (name, text, title, url, author, published and published.isoformat(), publisher)
        identity = DocumentId(stable_hash(*(fact or "" for fact in facts)))
        return cls(identity, name, text, title, url, author, published, publisher)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A stretch of text that refers to an entity."""

    start: int
    end: int
    text: str
    type: EntityType
    form: Form


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is no entity: an EDTF date or a plain text."""

    value: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The quote that a statement rests on: `document.text[start:end] == quote`.

    `subject` and `object` are the spans of the words that stand for them there; None where the text has none
    (an unknown agent, a subject inherited from the sentence before).
    """

    document: DocumentId
    start: int
    end: int
    quote: str
    subject: tuple[int, int] | None = None
    object: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim about one triple, on the record: who says it, how firmly, and where it is written."""

    id: StatementId
    subject: EntityId
    predicate: str
    object: EntityId | Literal
    status: Status
    evidence: Evidence
    attributed_to: tuple[EntityId, ...] = ()
    disputed_by: tuple[EntityId, ...] = ()
    date: str | None = None
    place: EntityId | None = None
    detail: str | None = None
    confidence: float = 1.0

    @property
    def document(self) -> DocumentId:
        """The document that says it."""
        return self.evidence.document


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """One actor, place or event of one document: a coreference chain with its best name.

    `is_named` is False for those known by description alone ("gunmen", "a consultancy"): they never merge across
    documents.
    """

    id: EntityId
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    is_named: bool = True
    identifiers: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one document says: its entities and its statements, which refer to them by id.

    The predicate of an open statement is no relation but the words that stand between its ends ("compete with").
    """

    document: Document
    entities: tuple[LocalEntity, ...]
    statements: tuple[Statement, ...]
    open_statements: tuple[Statement, ...] = ()

    def entity(self, identity: EntityId) -> LocalEntity:
        """The entity with this id. Raises KeyError if the document has none."""
        for entity in self.entities:
            if entity.id == identity:
                return entity
        raise KeyError(identity)


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor, place or event of the whole graph. `mentions` are in the order of documents and offsets.

    `replaces` are ids of entities that are not in the graph because they are this one: those of its other names.
    """

    id: EntityId
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    mentions: tuple[tuple[DocumentId, Mention], ...] = ()
    replaces: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class IdentityLink:
    """Why two local entities are one entity, or may be.

    `left` and `right` are the entities that they are in. `weight` adds up what speaks for it and against, `reasons` say
    so in words.
    """

    left: EntityId
    right: EntityId
    left_name: str
    right_name: str
    left_document: DocumentId
    right_document: DocumentId
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """Documents sorted by name, entities by id, statements by document name and offset.

    Open statements, whose predicates are words and no relations, are there if they were asked for. `merges` tell why
    names of several documents are one entity, `candidates` which entities may be one.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    open_statements: tuple[Statement, ...] = ()
    merges: tuple[IdentityLink, ...] = ()
    candidates: tuple[IdentityLink, ...] = ()
