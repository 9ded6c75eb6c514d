"""The graph as RDF files, sorted: the same graph gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from onrecord.model import KnowledgeGraph
from onrecord.publish.edition import Edition
from onrecord.store.quads import quads_of
from onrecord.store.vocabulary import RDF, Names

_TYPE = f"<{RDF}type>"


def write_turtle(graph: KnowledgeGraph, path: Path, edition: Edition) -> None:
    """Writes the union of all documents' graphs as Turtle."""
    triples = {quad.triple for quad in _quads(graph, edition)}
    prefixes = Names(edition.base).prefixes
    serialize(sorted(triples, key=_triple_order), path, RdfFormat.TURTLE, prefixes=prefixes)


def write_nquads(graph: KnowledgeGraph, path: Path, edition: Edition) -> None:
    """Writes the dataset, one named graph per document, as N-Quads."""
    serialize(_sorted_quads(graph, edition), path, RdfFormat.N_QUADS)


def write_jsonld(graph: KnowledgeGraph, path: Path, edition: Edition) -> None:
    """Writes the dataset as expanded JSON-LD."""
    serialize(_sorted_quads(graph, edition), path, RdfFormat.JSON_LD)


def _quads(graph: KnowledgeGraph, edition: Edition) -> Iterator[Quad]:
    return quads_of(graph, ontology_digest=edition.ontology_digest, model=edition.model, base=edition.base)


def _sorted_quads(graph: KnowledgeGraph, edition: Edition) -> list[Quad]:
    quads = set(_quads(graph, edition))
    return sorted(quads, key=lambda quad: (str(quad.graph_name), *_triple_order(quad.triple)))


def _triple_order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject; its type first, as people write Turtle."""
    predicate = str(triple.predicate)
    return str(triple.subject), predicate != _TYPE, predicate, str(triple.object)
