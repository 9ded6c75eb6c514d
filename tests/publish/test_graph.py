"""The multigraph: every statement is an edge or a fact, and an unknown agent is nobody's hub."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_made_graphs import small_graph

from onrecord.model import EntityId
from onrecord.publish.graph import known_actors, to_networkx


def test_nodes_are_entities() -> None:
    nodes = to_networkx(small_graph()).nodes
    assert {key: value for key, value in nodes["e2"].items() if key != "facts"} == {
        "name": "Lantern Society",
        "type": "Organisation",
        "aliases": ["the Lanterns"],
        "identifiers": {},
        "is_unknown": False,
    }
    assert nodes["e1"]["identifiers"] == {"iso3166": "BV"}


def test_an_edge_says_all_that_its_statement_says() -> None:
    graph = small_graph()
    source = graph.documents[0]
    start = source.text.index("Spokesperson")
    assert to_networkx(graph).edges["e1", "e2", "s002"] == {
        "predicate": "funded",
        "status": "denied",
        "attributed_to": ["Ilka Dorn"],
        "attributed_to_ids": ["e3"],
        "disputed_by": ["Ilka Dorn"],
        "disputed_by_ids": ["e3"],
        "date": None,
        "place": None,
        "place_id": None,
        "detail": None,
        "confidence": 0.9,
        "document": "lantern.txt",
        "document_id": source.id,
        "quote": "Spokesperson Ilka Dorn denied that the Lantern Society was funded by Borvia.",
        "start": start,
        "end": start + 76,
        "subject_span": (start + 69, start + 75),
        "object_span": (start + 35, start + 54),
    }


def test_a_literal_is_a_fact_of_its_subject() -> None:
    (fact,) = to_networkx(small_graph()).nodes["e2"]["facts"]
    assert (fact["id"], fact["predicate"], fact["value"]) == ("s006", "dateFounded", "2019")


def test_each_unknown_agent_is_a_placeholder_of_its_own() -> None:
    network = to_networkx(small_graph())
    unknown = [node for node, is_unknown in network.nodes(data="is_unknown") if is_unknown]
    assert unknown == ["UnknownAgent:s004", "UnknownAgent:s005"]
    assert [network.degree(node) for node in unknown] == [1, 1]


def test_measures_leave_unknown_agents_out() -> None:
    known = known_actors(to_networkx(small_graph()))
    assert dict(known.degree()) == {"e1": 2, "e2": 3, "e3": 1}


def test_a_statement_about_an_entity_that_is_missing_says_which() -> None:
    graph = small_graph()
    lost = replace(graph, statements=(replace(graph.statements[0], subject=EntityId("e9")),))
    with pytest.raises(KeyError, match="s001 is about entity e9"):
        to_networkx(lost)
