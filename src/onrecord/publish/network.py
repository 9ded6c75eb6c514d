"""`network.html`: the graph as one page that opens from disk, drawn by pyvis's vis-network with a layout of our own.

pyvis makes the data and the options; the page around them is ours, because pyvis's own asks content networks for
style sheets and runs markup that it finds in names.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

import networkx
from pyvis.network import Network

from onrecord.model import KnowledgeGraph
from onrecord.publish.cards import card, shown, source
from onrecord.publish.graph import attributes_of, known_actors, to_networkx
from onrecord.publish.layout import positions

DRAWN = 300
"""Nodes drawn when nobody asks for more: what one can still read."""
MOST_DRAWN = 2_000
"""Nodes drawn at most: above it vis-network stalls."""
LABELLED = 150
"""Nodes up to which every edge carries its label; above it those of the chosen node do."""
LABEL_LETTERS = 28
"""Letters of a name drawn below its node; the panel has the whole."""
LABEL_FONT = 16

_PAGE = files("onrecord.publish") / "network_page"
_VIS = files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js"

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": False, "hideEdgesOnZoom": False, "tooltipDelay": 120},
    "nodes": {
        "borderWidth": 1.5,
        "borderWidthSelected": 4,
        "labelHighlightBold": False,
        "font": {"size": LABEL_FONT, "strokeWidth": 4, "vadjust": -2, "face": "system-ui, sans-serif"},
    },
    "edges": {
        "selectionWidth": 1.5,
        "hoverWidth": 0.8,
        "labelHighlightBold": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.65}},
        "font": {"size": 12.5, "strokeWidth": 4, "align": "middle", "face": "system-ui, sans-serif"},
        "selfReference": {"size": 22, "angle": 0.8},
        "smooth": False,
    },
}


def write_network(
    graph: KnowledgeGraph,
    path: Path,
    *,
    labels: Mapping[str, str] | None = None,
    drawn: int = DRAWN,
    explorer: str | None = None,
) -> None:
    """Write the page, in UTF-8; the same graph gives the same bytes.

    `labels` has the words for predicates (missing ones are split at capitals). Above `drawn` nodes (never more than
    `MOST_DRAWN`) the most connected ones are shown, and the page says so; `explorer` is then the relative address of
    the page that shows all.
    """
    network = to_networkx(graph)
    named = known_actors(network)
    spoken_of = _spoken_of(network)
    chosen = _most_connected(named, spoken_of, min(drawn, MOST_DRAWN))
    data = _data(graph, network, chosen, labels or {})
    closed = sum(not statement.get("open") for statement in data["statements"])
    counts = _counts(chosen, closed, len(data["documents"]))
    page = _page(data, counts, _notice(len(chosen), len(spoken_of), explorer))
    path.write_text(page, encoding="utf-8", newline="\n")


def _spoken_of(network: networkx.MultiDiGraph) -> list[str]:
    """The known entities that some statement is about, in the graph's order."""
    return [
        node
        for node, attributes in network.nodes(data=True)
        if not attributes["is_unknown"] and (network.degree(node) or attributes["facts"])
    ]


def _most_connected(named: networkx.MultiDiGraph, nodes: list[str], count: int) -> list[str]:
    """The `count` nodes with most different neighbours (then most statements), in the graph's order."""
    if len(nodes) <= count:
        return nodes
    rank = sorted(nodes, key=lambda node: (-len(_neighbours(named, node)), -named.degree(node), node))
    kept = set(rank[:count])
    return [node for node in nodes if node in kept]


def _neighbours(named: networkx.MultiDiGraph, node: str) -> set[str]:
    """The known entities in a statement with this one."""
    return (set(named.successors(node)) | set(named.predecessors(node))) - {node}


def _counts(chosen: list[str], statements: int, documents: int) -> str:
    """What the page shows, in words."""
    numbers = ((len(chosen), "name"), (statements, "statement"), (documents, "document"))
    return ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in numbers)


def _notice(shown_count: int, count: int, explorer: str | None) -> str:
    """What the page says when it leaves names out; nothing when it has all."""
    if shown_count == count:
        return ""
    rest = f' <a href="{html.escape(explorer)}">The explorer</a> has all of them.' if explorer else ""
    return (
        f'<p class="notice">This page shows the {shown_count:,} most connected of {count:,} names, '
        f"and the statements about them.{rest}</p>"
    )


def _data(
    graph: KnowledgeGraph, network: networkx.MultiDiGraph, chosen: list[str], labels: Mapping[str, str]
) -> dict[str, Any]:
    """All that the page's script reads: vis-network's data and options, styles, entities, bundles, statements."""
    styles = json.loads((_PAGE / "styles.json").read_text(encoding="utf-8"))
    numbers = {node: number for number, node in enumerate(chosen)}
    statements = [*_statements(graph, network, numbers, labels), *_open_statements(graph, network, numbers)]
    bundles = _bundles(statements)
    entities = [_entity(network, node) for node in chosen]
    for position, statement in enumerate(statements):
        for number in {statement["subject"].get("node"), statement["object"].get("node")} - {None}:
            entities[number]["statements"].append(position)
    used = {statement["document"] for statement in statements}
    drawing = known_actors(network).subgraph(chosen)
    nodes, edges, options = _drawing(drawing, chosen, bundles, statements, styles)
    return {
        "network": {"nodes": nodes, "edges": edges, "options": options},
        "styles": styles,
        "entities": entities,
        "bundles": bundles,
        "statements": statements,
        "documents": {document.name: source(document) for document in graph.documents if document.name in used},
        "labelled": len(chosen) <= LABELLED,
    }


def _entity(network: networkx.MultiDiGraph, node: str) -> dict[str, Any]:
    """What the panel and the search know of a node; `statements` are filled in later."""
    attributes = network.nodes[node]
    return {
        "name": shown(attributes["name"]),
        "type": attributes["type"],
        "aliases": [shown(alias) for alias in attributes["aliases"]],
        "identifiers": attributes["identifiers"],
        "statements": [],
    }


def _statements(
    graph: KnowledgeGraph, network: networkx.MultiDiGraph, numbers: Mapping[str, int], labels: Mapping[str, str]
) -> list[dict[str, Any]]:
    """The cards of all statements about a node of the page, in the graph's order."""
    cards = {}
    for one, other, key, attributes in network.edges(keys=True, data=True):
        if one in numbers or other in numbers:
            ends = {"subject": _end(network, one, numbers), "object": _end(network, other, numbers)}
            cards[key] = ends | card(attributes, labels)
    for node in numbers:
        for fact in network.nodes[node]["facts"]:
            ends = {"subject": _end(network, node, numbers), "object": {"name": shown(fact["value"])}}
            cards[fact["id"]] = ends | card(fact, labels)
    return [cards[statement.id] for statement in graph.statements if statement.id in cards]


def _open_statements(
    graph: KnowledgeGraph, network: networkx.MultiDiGraph, numbers: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    """The cards of open statements between nodes of the page, which hides them until they are asked for."""
    names = {entity.id: entity.name for entity in graph.entities}
    documents = {document.id: document for document in graph.documents}
    for statement in graph.open_statements:
        subject, object_ = statement.subject, str(statement.object)
        if subject in numbers and object_ in numbers:
            ends = {"subject": _end(network, subject, numbers), "object": _end(network, object_, numbers)}
            shown_card = card(attributes_of(statement, names, documents), {})
            yield ends | shown_card | {"predicate": f"open:{statement.predicate}", "open": True}


def _end(network: networkx.MultiDiGraph, node: str, numbers: Mapping[str, int]) -> dict[str, Any]:
    """An end of a statement: its name, and its number on the page if it is drawn there."""
    name = {"name": shown(network.nodes[node]["name"])}
    return name | {"node": numbers[node]} if node in numbers else name


def _bundles(statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The edges to draw: one for all statements with the same ends, predicate and status."""
    bundles: dict[tuple[int, int, str, str], list[int]] = defaultdict(list)
    for position, statement in enumerate(statements):
        subject, object_ = statement["subject"].get("node"), statement["object"].get("node")
        if subject is not None and object_ is not None:
            bundles[subject, object_, statement["predicate"], statement["status"]].append(position)
    return [
        {"from": key[0], "to": key[1], "predicate": key[2], "status": key[3], "statements": members}
        | ({"open": True} if statements[members[0]].get("open") else {})
        for key, members in bundles.items()
    ]


def _drawing(
    drawing: networkx.MultiDiGraph,
    chosen: list[str],
    bundles: list[dict[str, Any]],
    statements: list[dict[str, Any]],
    styles: Mapping[str, Any],
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Nodes, edges and options as pyvis makes them for vis-network. Integer ids: pyvis trusts an id as markup."""
    picture = Network(directed=True, cdn_resources="in_line")
    picture.options = _OPTIONS
    looks = {node: _look(drawing, node, styles) for node in chosen}
    places = positions(_reserved(chosen, [bundle for bundle in bundles if not bundle.get("open")], looks))
    for number, node in enumerate(chosen):
        x, y = places[node]
        picture.add_node(number, x=x, y=y, **looks[node])
    for bundle, bend in zip(bundles, _bends(bundles), strict=True):
        words = statements[bundle["statements"][0]]["relation"]
        picture.add_edge(bundle["from"], bundle["to"], **_line(bundle, bend, words, styles))
    nodes, edges, _heading, _height, _width, options = picture.get_network_data()
    for number, edge in enumerate(edges):
        edge["id"] = number
    return nodes, edges, json.loads(options)


def _look(drawing: networkx.MultiDiGraph, node: str, styles: Mapping[str, Any]) -> dict[str, Any]:
    """Label, shape, colour and size of a node; the size grows with the number of different neighbours."""
    attributes = drawing.nodes[node]
    style = styles["types"][attributes["type"]]
    size = 10 + 4.5 * math.sqrt(len(_neighbours(drawing, node)))
    name = shown(attributes["name"], LABEL_LETTERS) or "(no name)"
    return {"label": name, "shape": style["shape"], "color": style["light"], "size": round(min(size, 44), 1)}


def _reserved(chosen: list[str], bundles: list[dict[str, Any]], looks: Mapping[str, Any]) -> networkx.Graph:
    """The graph to lay out: room for each node and its label, more length where edges lie side by side."""
    room = networkx.Graph()
    for node in chosen:
        look = looks[node]
        width = max(2 * look["size"], len(look["label"]) * LABEL_FONT * 0.56) + 14
        room.add_node(node, width=width, height=2 * look["size"] + LABEL_FONT * 1.5 + 12)
    strands = Counter(tuple(sorted((bundle["from"], bundle["to"]))) for bundle in bundles)
    for (one, other), count in strands.items():
        room.add_edge(chosen[one], chosen[other], length=min(1 + 0.2 * (count - 1), 2.0))
    return room


def _bends(bundles: list[dict[str, Any]]) -> list[float]:
    """How far each edge bends, so that edges between the same two nodes lie apart; 0 is straight.

    Positive bends to the left of the way from the edge's start to its end.
    """
    pairs: dict[tuple[int, int], list[int]] = defaultdict(list)
    for position, bundle in enumerate(bundles):
        pairs[min(bundle["from"], bundle["to"]), max(bundle["from"], bundle["to"])].append(position)
    bends = [0.0] * len(bundles)
    for (first, _last), members in pairs.items():
        for place, position in enumerate(members):
            side = (place - (len(members) - 1) / 2) * min(0.32, 1.4 / len(members))
            bends[position] = side if bundles[position]["from"] == first else -side
    return bends


def _line(bundle: dict[str, Any], bend: float, words: str, styles: Mapping[str, Any]) -> dict[str, Any]:
    """An edge's label, colour, dashes, arrow, width and bend."""
    style = styles["statuses"][bundle["status"]]
    count = len(bundle["statements"])
    hedge = "" if bundle["status"] == "asserted" else f" ({style['label']})"
    return {
        "label": f"{shown(words, LABEL_LETTERS)}{hedge}{f' ×{count}' if count > 1 else ''}",
        "color": style["light"],
        "dashes": style["dashes"],
        "width": round(1.8 + math.log2(count), 2),
        "arrows": {"to": {"enabled": True, "type": style["arrow"]}},
        "smooth": {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": round(abs(bend), 3)}
        if bend
        else False,
    }


def _page(data: Mapping[str, Any], counts: str, notice: str) -> str:
    """The page with everything in it. Its policy lets run what is hashed here, and nothing else."""
    vis = _inline(_VIS.read_text(encoding="utf-8").replace("//# sourceMappingURL=vis-network.min.js.map", ""))
    page = _inline((_PAGE / "page.js").read_text(encoding="utf-8"))
    style = _inline((_PAGE / "style.css").read_text(encoding="utf-8"))
    policy = (
        f"default-src 'none'; script-src {_hash(vis)} {_hash(page)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    template = Template((_PAGE / "template.html").read_text(encoding="utf-8"))
    return template.substitute(
        policy=policy,
        title=html.escape(f"On record: {counts}"),
        counts=html.escape(counts),
        notice=notice,
        style=style,
        data=_script_data(data),
        vis=vis,
        page=page,
    )


def _inline(text: str) -> str:
    """The text as a browser hashes it: with plain line ends."""
    return text.replace("\r\n", "\n")


def _hash(text: str) -> str:
    """The text's source expression in a Content-Security-Policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _script_data(data: Mapping[str, Any]) -> str:
    """The data as JSON that cannot end its script element nor start another: pure ASCII without < > &."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
