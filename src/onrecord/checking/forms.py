"""The graph in its other forms, read back: N-Quads, JSON-LD, Turtle and the store, as sets of triples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from onrecord.checking.findings import Finding, Unchecked
from onrecord.checking.loaded import unreadable
from onrecord.store.vocabulary import ONR, RDF, term

TURTLE_FILE = "graph.ttl"
STORE_FOLDER = "store"

_DATASETS = (("graph.nq", RdfFormat.N_QUADS), ("graph.jsonld", RdfFormat.JSON_LD))

type GraphName = NamedNode | BlankNode | DefaultGraph
type Graphs = Mapping[GraphName, set[Triple]]

UNION = DefaultGraph()
"""The graph that holds the triples of all documents."""


@dataclass(frozen=True, slots=True)
class Form:
    """The graph as one file, or the store, has it: by document (`is_dataset`), as the union of all, or both."""

    file: str
    by_document: Graphs | None
    union: set[Triple] | None


def read_forms(folder: Path) -> Iterator[Form | Finding | Unchecked]:
    """The forms one after the other, so that only one is in memory; a finding for one that cannot be read."""
    for name, format_ in _DATASETS:
        try:
            graphs = by_graph(parse(path=folder / name, format=format_))
            graphs.pop(UNION, None)
            yield Form(name, graphs, None)
        except (OSError, SyntaxError, ValueError) as error:
            yield unreadable(folder / name, error)
    try:
        triples = {quad.triple for quad in parse(path=folder / TURTLE_FILE, format=RdfFormat.TURTLE)}
        yield Form(TURTLE_FILE, None, triples)
    except (OSError, SyntaxError, ValueError) as error:
        yield unreadable(folder / TURTLE_FILE, error)
    if not (folder / STORE_FOLDER).is_dir():
        yield Unchecked(STORE_FOLDER, "there is none; build again to query the project")
        return
    try:
        graphs = by_graph(Store.read_only(str(folder / STORE_FOLDER)))
        yield Form(STORE_FOLDER, graphs, graphs.pop(UNION, set()))
    except (OSError, ValueError) as error:
        yield unreadable(folder / STORE_FOLDER, error)


def base_of(folder: Path) -> str | None:
    """Where the IRIs of the data lie, read off the first document in the N-Quads; None if there is none."""
    document = term(ONR, "Document")
    try:
        for quad in parse(path=folder / _DATASETS[0][0], format=RdfFormat.N_QUADS):
            if quad.object == document and quad.predicate.value == RDF + "type" and isinstance(quad.subject, NamedNode):
                return quad.subject.value.rpartition("document-")[0]
    except (OSError, SyntaxError, ValueError):
        return None
    return None


def by_graph(quads: Iterable[Quad]) -> dict[GraphName, set[Triple]]:
    """The triples of each graph."""
    graphs: dict[GraphName, set[Triple]] = defaultdict(set)
    for quad in quads:
        graphs[quad.graph_name].add(quad.triple)
    return dict(graphs)
