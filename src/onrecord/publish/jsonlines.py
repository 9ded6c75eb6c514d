"""`statements.jsonl` and `entities.jsonl`: the graph for programs without RDF."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from onrecord.model import (
    UNKNOWN_AGENT,
    Document,
    DocumentId,
    Entity,
    EntityId,
    KnowledgeGraph,
    Literal,
    Statement,
)
from onrecord.publish.edition import Edition

UNKNOWN_AGENT_NAME = "unknown agent"

type Line = dict[str, Any]


def write_lines(graph: KnowledgeGraph, folder: Path, _: Edition) -> None:
    """Writes `statements.jsonl` and `entities.jsonl`."""
    write_statements(graph, folder / "statements.jsonl")
    write_entities(graph, folder / "entities.jsonl")


def write_statements(graph: KnowledgeGraph, path: Path) -> None:
    """Writes one statement a line, sorted by document and offset."""
    _write_statements(graph, graph.statements, path)


def write_open_statements(graph: KnowledgeGraph, folder: Path, _: Edition) -> None:
    """Writes `open_statements.jsonl`: in the form of statements, with words in place of the relation."""
    _write_statements(graph, graph.open_statements, folder / "open_statements.jsonl")


def write_entities(graph: KnowledgeGraph, path: Path) -> None:
    """Writes one entity a line, sorted by id, with each of its mentions."""
    names = {document.id: document.name for document in graph.documents}
    _write(path, (_entity_line(entity, names) for entity in sorted(graph.entities, key=lambda entity: entity.id)))


def _write_statements(graph: KnowledgeGraph, statements: Iterable[Statement], path: Path) -> None:
    documents = {document.id: document for document in graph.documents}
    entities = {entity.id: entity for entity in graph.entities}
    ordered = _in_order(statements, documents)
    _write(path, (statement_line(statement, documents, entities) for statement in ordered))


def _in_order(statements: Iterable[Statement], documents: Mapping[DocumentId, Document]) -> list[Statement]:
    def order(statement: Statement) -> tuple[str, int, int, str]:
        evidence = statement.evidence
        return documents[evidence.document].name, evidence.start, evidence.end, statement.id

    return sorted(statements, key=order)


def statement_line(
    statement: Statement, documents: Mapping[DocumentId, Document], entities: Mapping[EntityId, Entity]
) -> Line:
    """The statement as a line of `statements.jsonl` has it; the mappings hold all that it refers to."""
    document, evidence = documents[statement.document], statement.evidence
    return {
        "id": statement.id,
        "document": document.name,
        "subject": _participant(statement.subject, evidence.subject, document, entities),
        "predicate": statement.predicate,
        "object": _participant(statement.object, evidence.object, document, entities),
        "status": statement.status.value,
        "attributed_to": [_name(speaker, entities) for speaker in statement.attributed_to],
        "disputed_by": [_name(opponent, entities) for opponent in statement.disputed_by],
        "date": statement.date,
        "place": None if statement.place is None else _name(statement.place, entities),
        "detail": statement.detail,
        "confidence": round(statement.confidence, 3),
        "evidence": {"start": evidence.start, "end": evidence.end, "quote": evidence.quote},
    }


def _participant(
    value: EntityId | Literal,
    span: tuple[int, int] | None,
    document: Document,
    entities: Mapping[EntityId, Entity],
) -> Line:
    """Subject or object with the words that stand for it in the quote; no offsets where the text has none."""
    words = {"start": span[0], "end": span[1], "text": document.text[slice(*span)]} if span else {}
    if isinstance(value, Literal):
        return {"value": value.value} | words
    if value == UNKNOWN_AGENT:
        return _name(value, entities)
    return _name(value, entities) | {"type": entities[value].type.value} | words


def _name(identity: EntityId, entities: Mapping[EntityId, Entity]) -> Line:
    name = UNKNOWN_AGENT_NAME if identity == UNKNOWN_AGENT else entities[identity].name
    return {"id": identity, "name": name}


def _entity_line(entity: Entity, names: Mapping[DocumentId, str]) -> Line:
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "identifiers": dict(sorted(entity.identifiers.items())),
        "replaces": list(entity.replaces),
        "mentions": [
            {"document": names[document], "start": mention.start, "end": mention.end, "text": mention.text}
            for document, mention in entity.mentions
        ],
    }


def _write(path: Path, lines: Iterable[Line]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
