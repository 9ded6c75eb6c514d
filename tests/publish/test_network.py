"""network.html as a file: what is in its data, that it repeats byte for byte, and that it asks nobody for anything."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hand_made_graphs import named_graph, ring, small_graph

from onrecord.model import EntityType, KnowledgeGraph, Status
from onrecord.publish.network import MOST_DRAWN, write_network


def page_of(graph: KnowledgeGraph, folder: Path, **options: Any) -> str:
    write_network(graph, folder / "network.html", **options)
    return (folder / "network.html").read_text(encoding="utf-8")


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_edges_are_bundles_in_the_look_of_their_status(tmp_path: Path) -> None:
    data = data_of(page_of(small_graph(), tmp_path))
    edges = [(e["from"], e["to"], e["label"], e["dashes"]) for e in data["network"]["edges"]]
    assert edges == [
        (0, 1, "closed", False),
        (0, 1, "funded (denied)", [14, 4, 2, 4]),
        (2, 1, "spokesperson for", False),
    ]


def test_the_unknown_agent_is_in_the_cards_and_not_in_the_drawing(tmp_path: Path) -> None:
    data = data_of(page_of(small_graph(), tmp_path))
    assert [node["label"] for node in data["network"]["nodes"]] == ["Borvia", "Lantern Society", "Ilka Dorn"]
    assert [data["statements"][place]["relation"] for place in data["entities"][2]["statements"]] == [
        "spokesperson for",
        "arrested",
    ]


def test_a_card_says_who_what_and_where(tmp_path: Path) -> None:
    card = data_of(page_of(small_graph(), tmp_path, labels={"funded": "paid for"}))["statements"][1]
    assert card == {
        "subject": {"name": "Borvia", "node": 0},
        "object": {"name": "Lantern Society", "node": 1},
        "relation": "paid for",
        "predicate": "funded",
        "status": "denied",
        "saidBy": ["Ilka Dorn"],
        "disputedBy": ["Ilka Dorn"],
        "date": None,
        "place": None,
        "detail": None,
        "confidence": 0.9,
        "document": "lantern.txt",
        "quote": [
            ["Spokesperson Ilka Dorn denied that ", ""],
            ["the Lantern Society", "object"],
            [" was funded by ", ""],
            ["Borvia", "subject"],
            [".", ""],
        ],
    }


def test_the_same_said_twice_is_one_line_with_a_count(tmp_path: Path) -> None:
    graph = named_graph({"a": "Ilka Dorn", "b": "Orsen Vask"}, [("a", "b"), ("a", "b"), ("b", "a")])
    edges = data_of(page_of(graph, tmp_path))["network"]["edges"]
    assert [(edge["from"], edge["to"], edge["label"]) for edge in edges] == [(0, 1, "met ×2"), (1, 0, "met")]
    assert len({(edge["smooth"]["type"], edge["from"]) for edge in edges}) == 2


def test_it_repeats_byte_for_byte(tmp_path: Path) -> None:
    assert page_of(ring(60), tmp_path).encode() == page_of(ring(60), tmp_path).encode()


def test_it_asks_nobody_for_anything(tmp_path: Path) -> None:
    page = page_of(small_graph(), tmp_path)
    assert page.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    assert re.findall(r"""<[^>]*\b(?:src|href)\s*=\s*["']?(?:https?:)?//[^>]*>""", page) == []
    assert re.findall(r"<(?:link|img|iframe|script\s)[^>]*>", page) == [
        '<link rel="icon" href="data:,">',
        '<script type="application/json" id="data">',
    ]
    assert "default-src 'none'; script-src 'sha256-" in page
    assert "sourceMappingURL" not in page


def test_markup_in_names_and_quotes_stays_text(tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script>"
    page = page_of(named_graph({"a": evil, "b": '" onload="alert(1)'}, [("a", "b")], quote=evil), tmp_path)
    assert "alert(1)</script>" not in page
    assert data_of(page)["entities"][0]["name"] == evil


@pytest.mark.parametrize(("count", "drawn", "nodes"), [(40, 300, 40), (40, 10, 10), (2050, 9999, MOST_DRAWN)])
def test_above_the_limit_the_most_connected_are_shown(tmp_path: Path, count: int, drawn: int, nodes: int) -> None:
    page = page_of(ring(count), tmp_path, drawn=drawn, explorer="explorer.html")
    data = data_of(page)
    assert len(data["network"]["nodes"]) == nodes
    assert ("most connected of" in page) == (nodes < count)
    assert ('<a href="explorer.html">' in page) == (nodes < count)
    assert {"Person 0", "Person 1", "Person 2"} < {entity["name"] for entity in data["entities"]}


def test_an_empty_graph_is_a_page_too(tmp_path: Path) -> None:
    assert data_of(page_of(KnowledgeGraph((), (), ()), tmp_path))["network"]["nodes"] == []


def test_every_type_and_status_has_a_look_of_its_own(tmp_path: Path) -> None:
    styles = data_of(page_of(small_graph(), tmp_path))["styles"]
    assert set(styles["types"]) == set(EntityType)
    assert set(styles["statuses"]) == set(Status)
    assert len({style["shape"] for style in styles["types"].values()}) == len(EntityType)
    assert len({str(style["dashes"]) for style in styles["statuses"].values()}) == len(Status)
