"""The way back: the graph of a former build, read from its files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord.errors import InputError, ProjectError
from onrecord.model import (
    Document,
    DocumentId,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Form,
    KnowledgeGraph,
    Literal,
    Mention,
    Statement,
    StatementId,
    Status,
)
from onrecord.publish.exporters import OPEN_FILE
from onrecord.publish.identity import read_links
from onrecord.read import jsonlines
from onrecord.read.sources import Source

DOCUMENTS_FILE = "documents.jsonl"


def read_documents(folder: Path) -> tuple[Document, ...]:
    """The documents of the build in the folder, sorted by name. Raises ProjectError for a broken file."""
    path = folder / DOCUMENTS_FILE
    documents = []
    for _, outcome in jsonlines.read(Source(path, path.name), None):
        if isinstance(outcome, InputError):
            raise ProjectError(f"the project's own file is broken: {outcome}; build it again") from outcome
        documents.append(outcome)
    return tuple(documents)


def read_graph(folder: Path) -> KnowledgeGraph:
    """The graph of the build in the folder. Raises ProjectError for a broken file.

    A mention's form is read off its text: a name if the entity is called so, else a description; the files don't
    tell descriptions from pronouns.
    """
    documents = read_documents(folder)
    by_name = {document.name: document.id for document in documents}
    try:
        entities = tuple(_entity(line, by_name) for line in _lines(folder / "entities.jsonl"))
        statements = tuple(_statement(line, by_name) for line in _lines(folder / "statements.jsonl"))
        is_open = (folder / OPEN_FILE).is_file()
        still_open = tuple(_statement(line, by_name) for line in _lines(folder / OPEN_FILE)) if is_open else ()
        merges, candidates = read_links(folder, by_name)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ProjectError(f"{folder}: the project's files are broken ({error!r}); build it again") from error
    return KnowledgeGraph(documents, entities, statements, still_open, merges, candidates)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="\n") as file:
        yield from map(json.loads, file)


def _entity(line: Mapping[str, Any], documents: Mapping[str, DocumentId]) -> Entity:
    kind, names = EntityType(line["type"]), {line["name"], *line["aliases"]}
    return Entity(
        id=EntityId(line["id"]),
        type=kind,
        name=line["name"],
        aliases=tuple(line["aliases"]),
        identifiers=line["identifiers"],
        mentions=tuple(
            (documents[mention["document"]], _mention(mention, kind, names)) for mention in line["mentions"]
        ),
        replaces=tuple(map(EntityId, line["replaces"])),
    )


def _mention(line: Mapping[str, Any], kind: EntityType, names: set[str]) -> Mention:
    form = Form.NAME if line["text"] in names else Form.NOMINAL
    return Mention(line["start"], line["end"], line["text"], kind, form)


def _statement(line: Mapping[str, Any], documents: Mapping[str, DocumentId]) -> Statement:
    subject, object_ = line["subject"], line["object"]
    evidence = Evidence(
        document=documents[line["document"]],
        start=line["evidence"]["start"],
        end=line["evidence"]["end"],
        quote=line["evidence"]["quote"],
        subject=_span(subject),
        object=_span(object_),
    )
    return Statement(
        id=StatementId(line["id"]),
        subject=EntityId(subject["id"]),
        predicate=line["predicate"],
        object=Literal(object_["value"]) if "value" in object_ else EntityId(object_["id"]),
        status=Status(line["status"]),
        evidence=evidence,
        attributed_to=_ids(line["attributed_to"]),
        disputed_by=_ids(line["disputed_by"]),
        date=line["date"],
        place=line["place"] and EntityId(line["place"]["id"]),
        detail=line["detail"],
        confidence=line["confidence"],
    )


def _span(participant: Mapping[str, Any]) -> tuple[int, int] | None:
    start, end = participant.get("start"), participant.get("end")
    return None if start is None or end is None else (start, end)


def _ids(lines: Sequence[Mapping[str, Any]]) -> tuple[EntityId, ...]:
    return tuple(EntityId(line["id"]) for line in lines)
