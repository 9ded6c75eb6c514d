"""The validator finds in our shapes what the reference validator finds, whichever of their properties is broken."""

import sys
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import SH

from onrecord.checking import check
from onrecord.checking.shapes import Misshapen, misshapen
from onrecord.packaged import packaged_folder

OUTPUT = Path(__file__).parents[2] / "output"
ONR = Namespace("https://w3id.org/onrecord/ontology#")
VALUES = (None, Literal("x"), Literal("x", lang="en"), Literal("2.5", datatype=XSD.decimal), ONR.asserted, BNode())

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
SHAPES = Graph().parse(packaged_folder("ontology") / "shapes.ttl")


@pytest.fixture(scope="module")
def published():
    graph = Graph().parse(OUTPUT / "graph.ttl")
    statement, still_open = next(graph.subjects(RDF.type, ONR.Statement)), ONR.open
    for predicate, value in list(graph.predicate_objects(statement)):
        if predicate not in (RDF.type, RDF.predicate):
            graph.add((still_open, predicate, value))
    graph.add((still_open, RDF.type, ONR.OpenStatement))
    graph.add((still_open, ONR.words, Literal("compete with")))
    return graph


def around(graph, node):
    """The node with all that it points to."""
    found, todo = Graph(), [node]
    while todo:
        for triple in graph.triples((todo.pop(), None, None)):
            if triple not in found:
                found.add(triple)
                todo.append(triple[2])
    return found


def told(graph, folder):
    """What the product finds: node, and what is wrong with it without the value."""
    graph.serialize(folder / "graph.ttl", format="nt", encoding="utf-8")
    results = list(misshapen(folder))
    assert all(isinstance(result, Misshapen) for result in results)
    return sorted(
        (result.nodes[0], f"{result.finding.what.partition(' (')[0]}; {result.finding.mend}") for result in results
    )


def referred(graph):
    """What the reference finds, in the same form; its messages are those of the shapes."""
    _, report, _ = validate(graph, shacl_graph=SHAPES)
    results = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        what, _, mend = str(report.value(result, SH.resultMessage)).rstrip(".").partition("; ")
        results.append(
            (str(report.value(result, SH.focusNode)), f"{what}; {mend or 'build again from documents.jsonl'}")
        )
    return sorted(results)


def constraints():
    for shape in SHAPES.subjects(RDF.type, SH.NodeShape):
        for kind in SHAPES.objects(shape, SH.targetClass):
            for part in SHAPES.objects(shape, SH.property):
                yield kind, SHAPES.value(part, SH.path)


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in constraints()}), ids=lambda kind: kind.fragment)
def test_same_results_as_the_reference(kind, published, tmp_path):
    node = next(published.subjects(RDF.type, kind), None)
    if node is None:
        node = URIRef("https://example.org/node")
        published.add((node, RDF.type, kind))
    seen = 0
    for path in (path for other, path in constraints() if other == kind):
        for value in VALUES:
            for is_added in (True, False):
                graph = around(published, node)
                if not is_added:
                    graph.remove((node, path, None))
                if value is not None:
                    graph.add((node, path, value))
                expected = referred(graph)
                assert told(graph, tmp_path) == expected, (path, value, is_added)
                seen += len(expected)
    assert seen > 3


def test_without_the_validator_the_rest_is_checked(monkeypatch):
    monkeypatch.setitem(sys.modules, "shacl", None)
    report = check(OUTPUT)
    assert report.counts == {}
    assert "the shapes: the validator is not installed; pip install 'onrecord[check]'" in map(str, report.unchecked)
