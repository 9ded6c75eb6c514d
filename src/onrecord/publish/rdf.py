"""The graph as RDF files, sorted: the same graph gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from onrecord.model import KnowledgeGraph
from onrecord.publish.edition import Edition
from onrecord.store.quads import quads_of
from onrecord.store.vocabulary import RDF, Names

_TYPE = f"<{RDF}type>"


def write_rdf(graph: KnowledgeGraph, folder: Path, edition: Edition) -> None:
    """Writes `graph.ttl`, `graph.nq` and `graph.jsonld`; the quads are made and sorted once for the three."""
    quads = set(quads_of(graph, ontology_digest=edition.ontology_digest, model=edition.model, base=edition.base))
    by_triple = sorted(((quad.triple, quad) for quad in quads), key=lambda pair: _triple_order(pair[0]))
    write_turtle(dict.fromkeys(triple for triple, _ in by_triple), folder / "graph.ttl", edition.base)
    by_document = sorted((quad for _, quad in by_triple), key=lambda quad: str(quad.graph_name))
    write_nquads(by_document, folder / "graph.nq")
    write_jsonld(by_document, folder / "graph.jsonld")


def write_turtle(triples: Iterable[Triple], path: Path, base: str) -> None:
    """Writes the union of all documents' graphs as Turtle; `id:` abbreviates the base."""
    serialize(triples, path, RdfFormat.TURTLE, prefixes=Names(base).prefixes)


def write_nquads(quads: Sequence[Quad], path: Path) -> None:
    """Writes the dataset, one named graph per document, as N-Quads."""
    serialize(quads, path, RdfFormat.N_QUADS)


def write_jsonld(quads: Sequence[Quad], path: Path) -> None:
    """Writes the dataset as expanded JSON-LD."""
    serialize(quads, path, RdfFormat.JSON_LD)


def _triple_order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject; its type first, as people write Turtle."""
    predicate = str(triple.predicate)
    return str(triple.subject), predicate != _TYPE, predicate, str(triple.object)
