import json
from dataclasses import replace

import pytest
from handmade import BORSA, FIRST, GRAPH, SECOND, SHUFFLED, STATEMENTS, TORN

from onrecord.errors import ProjectError
from onrecord.model import DocumentId, EntityId, Form, IdentityLink
from onrecord.publish.edition import Edition
from onrecord.publish.identity import write_identity
from onrecord.publish.jsonlines import write_entities, write_statements
from onrecord.publish.reading import DOCUMENTS_FILE, read_graph
from onrecord.read import jsonlines

EDITION = Edition("abc", "model 1")


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def test_statements(tmp_path):
    write_statements(SHUFFLED, tmp_path / "s")
    found = lines(tmp_path / "s")
    assert [line["id"] for line in found] == [statement.id for statement in STATEMENTS]
    assert found[1] == {
        "id": STATEMENTS[1].id,
        "document": "a/first.txt",
        "subject": {"id": "org-greys", "name": "Grey Party", "type": "Organisation", "start": 34, "end": 44,
                    "text": "Grey Party"},
        "predicate": "bribed",
        "object": {"id": "person-borsa", "name": "Borsa", "type": "Person", "start": 52, "end": 57, "text": "Borsa"},
        "status": "reported",
        "attributed_to": [{"id": "person-torn", "name": "Ilva Torn"}],
        "disputed_by": [{"id": "org-greys", "name": "Grey Party"}],
        "date": None,
        "place": None,
        "detail": None,
        "confidence": 0.75,
        "evidence": {"start": 21, "end": 58, "quote": "She said the Grey Party bribed Borsa."},
    }  # fmt: skip
    assert found[2]["subject"] == {"id": "UnknownAgent", "name": "unknown agent"}
    assert found[3]["object"] == {"value": "1960", "start": 103, "end": 107, "text": "1960"}
    assert found[4]["place"] == {"id": "place-sard", "name": "Lower Sard"}


def test_entities(tmp_path):
    write_entities(SHUFFLED, tmp_path / "e")
    found = lines(tmp_path / "e")
    assert [line["id"] for line in found] == ["org-greys", "person-borsa", "person-torn", "place-sard"]
    assert found[0] == {
        "id": "org-greys",
        "type": "Organisation",
        "name": "Grey Party",
        "aliases": ["Greys"],
        "identifiers": {"wikidata": "Q1"},
        "replaces": [],
        "mentions": [{"document": "a/first.txt", "start": 34, "end": 44, "text": "Grey Party"},
                     {"document": "b.txt", "start": 4, "end": 9, "text": "Greys"}],
    }  # fmt: skip


def test_the_graph_reads_back(tmp_path):
    write_statements(GRAPH, tmp_path / "statements.jsonl")
    write_entities(GRAPH, tmp_path / "entities.jsonl")
    write_identity(GRAPH, tmp_path, EDITION)
    jsonlines.write(GRAPH.documents, tmp_path / DOCUMENTS_FILE)
    assert read_graph(tmp_path) == GRAPH
    assert {mention.form for entity in GRAPH.entities for _, mention in entity.mentions} == {Form.NAME}
    assert FIRST in read_graph(tmp_path).documents
    (tmp_path / "entities.jsonl").write_text("{}\n")
    with pytest.raises(ProjectError, match="broken"):
        read_graph(tmp_path)


def test_links(tmp_path):
    reasons = "the same name", "both with Borsa"
    merge = IdentityLink(TORN, TORN, "Torn", "Ilva Torn", SECOND.id, FIRST.id, 0.4, reasons)
    listed = IdentityLink(TORN, TORN, "TORN, Ilva", "Torn", DocumentId("list.json"), SECOND.id, 0.5, ())
    candidate = IdentityLink(BORSA, TORN, "Borsa", "Torn", FIRST.id, SECOND.id, -0.25, ("initials",))
    entities = (replace(GRAPH.entities[0], replaces=(EntityId("org-grey"),)), *GRAPH.entities[1:])
    graph = replace(GRAPH, entities=entities, merges=tuple(sorted((merge, listed))), candidates=(candidate,))
    write_identity(graph, tmp_path, EDITION)
    by_list, *others = sorted(lines(tmp_path / "identity.jsonl"), key=lambda line: line["weight"], reverse=True)
    assert by_list["left"] == {"id": "person-torn", "name": "TORN, Ilva", "document": "list.json"}
    assert others == [
        {
            "zone": "sure",
            "left": {"id": "person-torn", "name": "Torn", "document": "b.txt"},
            "right": {"id": "person-torn", "name": "Ilva Torn", "document": "a/first.txt"},
            "weight": 0.4,
            "reasons": ["the same name", "both with Borsa"],
        },
        {
            "zone": "possible",
            "left": {"id": "person-borsa", "name": "Borsa", "document": "a/first.txt"},
            "right": {"id": "person-torn", "name": "Torn", "document": "b.txt"},
            "weight": -0.25,
            "reasons": ["initials"],
        },
    ]
    write_statements(graph, tmp_path / "statements.jsonl")
    write_entities(graph, tmp_path / "entities.jsonl")
    jsonlines.write(graph.documents, tmp_path / DOCUMENTS_FILE)
    assert read_graph(tmp_path) == graph
