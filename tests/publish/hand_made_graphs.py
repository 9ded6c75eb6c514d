"""Small graphs with invented names, built by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from onrecord.model import (
    UNKNOWN_AGENT,
    Document,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    KnowledgeGraph,
    Literal,
    Statement,
    StatementId,
    Status,
)

PERSON, ORGANISATION, COUNTRY = EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY
PLACE, EVENT = EntityType.PLACE, EntityType.EVENT


def entity(key: str, type_: EntityType, name: str, aliases: tuple[str, ...] = (), **identifiers: str) -> Entity:
    return Entity(EntityId(key), type_, name, aliases, identifiers)


def document(name: str, text: str, **metadata: str) -> Document:
    return Document.of(name, text, published=date(2031, 5, 4), **metadata)


def statement(
    number: int,
    source: Document,
    triple: tuple[str, str, str | Literal],
    status: Status = Status.ASSERTED,
    *,
    quote: str,
    marks: tuple[str, str] = ("", ""),
    said_by: Iterable[str] = (),
    disputed_by: Iterable[str] = (),
    when: str | None = None,
    place: str | None = None,
    detail: str | None = None,
    confidence: float = 0.9,
) -> Statement:
    """A statement about the quote's first place in the source; `marks` are the words for subject and object there."""
    start = source.text.index(quote)
    spans = [(start + quote.index(mark), start + quote.index(mark) + len(mark)) if mark else None for mark in marks]
    subject, predicate, object_ = triple
    return Statement(
        StatementId(f"s{number:03}"),
        EntityId(subject),
        predicate,
        object_ if isinstance(object_, Literal) else EntityId(object_),
        status,
        Evidence(source.id, start, start + len(quote), quote, spans[0], spans[1]),
        tuple(EntityId(key) for key in said_by),
        tuple(EntityId(key) for key in disputed_by),
        when,
        EntityId(place) if place else None,
        detail,
        confidence,
    )


def small_graph() -> KnowledgeGraph:
    """Three named actors, one literal, two arrests by nobody known, one denial."""
    text = (
        "Borvia closed the Lantern Society on 3 May. Spokesperson Ilka Dorn denied that the Lantern Society was funded "
        "by Borvia. Ilka Dorn was arrested. The Lantern Society was raided. The Lantern Society was founded in 2019."
    )
    source = document("lantern.txt", text, title="The lanterns go out", url="https://example.org/lantern")
    return KnowledgeGraph(
        (source,),
        (
            entity("e1", COUNTRY, "Borvia", iso3166="BV"),
            entity("e2", ORGANISATION, "Lantern Society", ("the Lanterns",)),
            entity("e3", PERSON, "Ilka Dorn"),
        ),
        (
            statement(
                1,
                source,
                ("e1", "closed", "e2"),
                quote="Borvia closed the Lantern Society on 3 May.",
                marks=("Borvia", "the Lantern Society"),
                when="2031-05-03",
            ),
            statement(
                2,
                source,
                ("e1", "funded", "e2"),
                Status.DENIED,
                quote="Spokesperson Ilka Dorn denied that the Lantern Society was funded by Borvia.",
                marks=("Borvia", "the Lantern Society"),
                said_by=["e3"],
                disputed_by=["e3"],
            ),
            statement(
                3,
                source,
                ("e3", "spokespersonFor", "e2"),
                quote="Spokesperson Ilka Dorn denied",
                marks=("Ilka Dorn", ""),
            ),
            statement(
                4,
                source,
                (UNKNOWN_AGENT, "arrested", "e3"),
                quote="Ilka Dorn was arrested.",
                marks=("", "Ilka Dorn"),
                place="e1",
            ),
            statement(5, source, (UNKNOWN_AGENT, "raided", "e2"), quote="The Lantern Society was raided."),
            statement(
                6, source, ("e2", "dateFounded", Literal("2019")), quote="The Lantern Society was founded in 2019."
            ),
        ),
    )


def named_graph(names: Mapping[str, str], links: Iterable[tuple[str, str]], quote: str = "They met.") -> KnowledgeGraph:
    """A graph of persons with these names by key, who met along the links."""
    source = document("meetings.txt", quote)
    return KnowledgeGraph(
        (source,),
        tuple(entity(key, PERSON, name) for key, name in names.items()),
        tuple(statement(number, source, (one, "met", other), quote=quote) for number, (one, other) in enumerate(links)),
    )


def ring(count: int) -> KnowledgeGraph:
    """`count` persons, each of whom met the next; the first five met all that follow them by seven."""
    names = {f"p{number:04}": f"Person {number}" for number in range(count)}
    keys = list(names)
    links = [(keys[place], keys[(place + 1) % count]) for place in range(count)]
    links += [(keys[place % 5], keys[place]) for place in range(7, count, 7)]
    return named_graph(names, links)
