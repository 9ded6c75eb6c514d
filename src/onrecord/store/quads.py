"""The mapping of the core types to RDF: the contract of the published vocabulary, row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pyoxigraph import DefaultGraph, NamedNode, Quad
from pyoxigraph import Literal as Value

from onrecord import __version__
from onrecord.edtf import bounds, is_edtf
from onrecord.model import (
    UNKNOWN_AGENT,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Evidence,
    KnowledgeGraph,
    Literal,
    Statement,
    Status,
)
from onrecord.store.identifiers import address_of
from onrecord.store.vocabulary import DATA, DCTERMS, EDTF, OA, ONR, PROV, RDF, SKOS, XSD, Names, term

CONTEXT = 32
"""Code points before and after a quote in `oa:prefix` and `oa:suffix`, as web annotation tools write them."""

type Facts = Iterator[tuple[NamedNode, NamedNode, NamedNode | Value]]

_TYPE = term(RDF, "type")
_CODES = {"iso3166": "iso3166", "country": "countryCode"}
"""Identifiers that are codes, and their properties: of a country, and of the country that a place lies in."""


def quads_of(graph: KnowledgeGraph, *, ontology_digest: str, model: str, base: str = DATA) -> Iterator[Quad]:
    """The graph as quads, document by document; the run that made it stands in the default graph.

    A document's named graph holds all that the document says, with a description of each entity in it, so a removed
    graph leaves no trace. Quads may repeat (two statements about one triple, with one quote). Raises OptionError for a
    base that is no IRI.
    """
    names = Names(base)
    run = names.run(__version__, ontology_digest, model)
    for fact in _run_facts(run, ontology_digest, model):
        yield Quad(*fact, DefaultGraph())
    entities = {entity.id: entity for entity in graph.entities}
    statements, open_statements = _by_document(graph.statements), _by_document(graph.open_statements)
    mentioned = _entities_by_document(graph)
    for document in graph.documents:
        name = names.document(document.id)
        facts = chain(
            [(run, term(PROV, "used"), name)],
            _document_facts(document, names),
            *(_entity_facts(entities[identity], names) for identity in sorted(mentioned[document.id])),
            *(_statement_facts(statement, document, names) for statement in statements[document.id]),
            *(_open_facts(statement, document, names) for statement in open_statements[document.id]),
        )
        for fact in facts:
            yield Quad(*fact, name)


def _by_document(statements: Iterable[Statement]) -> Mapping[DocumentId, list[Statement]]:
    grouped: dict[DocumentId, list[Statement]] = defaultdict(list)
    for statement in statements:
        grouped[statement.document].append(statement)
    return grouped


def _entities_by_document(graph: KnowledgeGraph) -> Mapping[DocumentId, set[EntityId]]:
    """Which entities each document mentions or makes a statement with."""
    grouped: dict[DocumentId, set[EntityId]] = defaultdict(set)
    for entity in graph.entities:
        for document, _ in entity.mentions:
            grouped[document].add(entity.id)
    for statement in (*graph.statements, *graph.open_statements):
        object_ = () if isinstance(statement.object, Literal) else (statement.object,)
        place = () if statement.place is None else (statement.place,)
        actors = (statement.subject, *object_, *place, *statement.attributed_to, *statement.disputed_by)
        grouped[statement.document].update(actor for actor in actors if actor != UNKNOWN_AGENT)
    return grouped


def _run_facts(run: NamedNode, ontology_digest: str, model: str) -> Facts:
    """What made the data, without clock times: the same input gives the same bytes."""
    yield run, _TYPE, term(PROV, "Activity")
    yield run, term(ONR, "version"), Value(__version__)
    yield run, term(ONR, "ontologyHash"), Value(ontology_digest)
    yield run, term(ONR, "model"), Value(model)


def _document_facts(document: Document, names: Names) -> Facts:
    name = names.document(document.id)
    yield name, _TYPE, term(ONR, "Document")
    yield name, term(DCTERMS, "identifier"), Value(document.name)
    if document.title:
        yield name, term(DCTERMS, "title"), Value(document.title)
    if document.author:
        yield name, term(DCTERMS, "creator"), Value(document.author)
    if document.publisher:
        yield name, term(DCTERMS, "publisher"), Value(document.publisher)
    if document.published:
        yield name, term(DCTERMS, "issued"), Value(document.published.isoformat(), datatype=term(XSD, "date"))
    if document.url:
        yield name, term(DCTERMS, "source"), _address(document.url)


def _address(url: str) -> NamedNode | Value:
    """The web address as an IRI; as plain text if it is none."""
    try:
        return NamedNode(url) if url.startswith(("http://", "https://")) else Value(url)
    except ValueError:
        return Value(url)


def _entity_facts(entity: Entity, names: Names) -> Facts:
    name = names.entity(entity.id)
    yield name, _TYPE, term(ONR, entity.type)
    yield name, term(SKOS, "prefLabel"), Value(entity.name)
    for alias in entity.aliases:
        if alias != entity.name:
            yield name, term(SKOS, "altLabel"), Value(alias)
    for scheme, identifier in sorted(entity.identifiers.items()):
        yield name, *_identifier(scheme, identifier)
    for former in entity.replaces:
        yield names.entity(former), term(DCTERMS, "isReplacedBy"), name


def _identifier(scheme: str, identifier: str) -> tuple[NamedNode, NamedNode | Value]:
    if scheme in _CODES:
        return term(ONR, _CODES[scheme]), Value(identifier)
    address = _address(address_of(scheme, identifier) or identifier)
    if isinstance(address, NamedNode):
        return term(SKOS, "exactMatch"), address
    return term(DCTERMS, "identifier"), address


def _statement_facts(statement: Statement, document: Document, names: Names) -> Facts:
    name = names.statement(statement.id)
    subject, predicate = names.entity(statement.subject), term(ONR, statement.predicate)
    yield name, _TYPE, term(ONR, "Statement")
    yield name, term(RDF, "predicate"), predicate
    yield from _claim_facts(statement, document, names)
    if is_plain_fact(statement):
        yield subject, predicate, _object(statement.object, names)


def _open_facts(statement: Statement, document: Document, names: Names) -> Facts:
    """An open statement has words instead of a predicate, and never gives a direct triple."""
    name = names.statement(statement.id)
    yield name, _TYPE, term(ONR, "OpenStatement")
    yield name, term(ONR, "words"), Value(statement.predicate)
    yield from _claim_facts(statement, document, names)


def _claim_facts(statement: Statement, document: Document, names: Names) -> Facts:
    """What statements and open statements have in common."""
    name = names.statement(statement.id)
    evidence = names.evidence(statement.evidence)
    yield name, term(RDF, "subject"), names.entity(statement.subject)
    yield name, term(RDF, "object"), _object(statement.object, names)
    yield name, term(ONR, "status"), term(ONR, statement.status)
    yield name, term(ONR, "confidence"), Value(f"{statement.confidence:.3f}", datatype=term(XSD, "decimal"))
    yield name, term(ONR, "evidence"), evidence
    yield name, term(PROV, "wasDerivedFrom"), names.document(document.id)
    yield from _circumstances(statement, names)
    yield from _evidence_facts(statement.evidence, document, names)


def is_plain_fact(statement: Statement) -> bool:
    """Whether the statement also stands as a direct triple: the document asserts it and names who did it."""
    return statement.status is Status.ASSERTED and UNKNOWN_AGENT not in (statement.subject, statement.object)


def _object(value: EntityId | Literal, names: Names) -> NamedNode | Value:
    if not isinstance(value, Literal):
        return names.entity(value)
    return _date(value.value) if is_edtf(value.value) else Value(value.value)


def _date(edtf: str) -> Value:
    return Value(edtf, datatype=term(EDTF, "EDTF"))


def _circumstances(statement: Statement, names: Names) -> Facts:
    """Who says so, who disputes it, when, where, and what more."""
    name = names.statement(statement.id)
    for speaker in statement.attributed_to:
        yield name, term(ONR, "attributedTo"), names.entity(speaker)
    for opponent in statement.disputed_by:
        yield name, term(ONR, "disputedBy"), names.entity(opponent)
    if statement.date:
        yield name, term(ONR, "date"), _date(statement.date)
        for limit, day in zip(("earliest", "latest"), bounds(statement.date) or (), strict=False):
            yield name, term(ONR, limit), Value(day.isoformat(), datatype=term(XSD, "date"))
    if statement.place:
        yield name, term(ONR, "place"), names.entity(statement.place)
    if statement.detail:
        yield name, term(ONR, "detail"), Value(statement.detail)


def _evidence_facts(evidence: Evidence, document: Document, names: Names) -> Facts:
    name = names.evidence(evidence)
    before = document.text[max(0, evidence.start - CONTEXT) : evidence.start]
    after = document.text[evidence.end : evidence.end + CONTEXT]
    yield name, _TYPE, term(ONR, "Evidence")
    yield name, term(OA, "exact"), Value(evidence.quote)
    yield name, term(OA, "prefix"), Value(before)
    yield name, term(OA, "suffix"), Value(after)
    yield name, term(OA, "start"), _offset(evidence.start)
    yield name, term(OA, "end"), _offset(evidence.end)
    yield name, term(OA, "hasSource"), names.document(document.id)


def _offset(number: int) -> Value:
    return Value(str(number), datatype=term(XSD, "nonNegativeInteger"))
