"""What we publish has the shapes that we publish, by the reference validator."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, Dataset, Graph, Literal, Namespace

from onrecord.packaged import packaged_folder

OUTPUT = Path(__file__).parents[2] / "output" / "graph.nq"
ONR = Namespace("https://w3id.org/onrecord/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def published():
    dataset = Dataset(default_union=True)
    dataset.parse(OUTPUT, format="nquads")
    graph = Graph()
    for triple in dataset.triples((None, None, None)):
        graph.add(triple)
    return graph


@pytest.fixture(scope="module")
def shapes():
    return Graph().parse(packaged_folder("ontology") / "shapes.ttl")


@pytest.fixture
def one(published):
    """One asserted statement with all that it points to, which the reference validator checks in no time."""
    statement = next(published.subjects(ONR.status, ONR.asserted))
    graph = Graph()
    todo = [statement]
    while todo:
        node = todo.pop()
        for triple in published.triples((node, None, None)):
            if triple not in graph:
                graph.add(triple)
                todo.append(triple[2])
    return graph


def findings(graph, shapes):
    conforms, _, text = validate(graph, shacl_graph=shapes)
    return "" if conforms else text


def test_output_conforms(published, shapes):
    assert findings(published, shapes) == ""


def test_two_statuses(one, shapes):
    one.add((next(one.subjects(RDF.type, ONR.Statement)), ONR.status, ONR.denied))
    assert "exactly one onr:status" in findings(one, shapes)


def test_no_evidence(one, shapes):
    one.remove((None, ONR.evidence, None))
    assert "nothing goes on record without a quote" in findings(one, shapes)


def test_confidence_out_of_range(one, shapes):
    one.set((next(one.subjects(RDF.type, ONR.Statement)), ONR.confidence, Literal(2.0)))
    assert "from 0 to 1" in findings(one, shapes)


def test_no_quote(one, shapes):
    one.remove((None, OA.exact, None))
    assert "quotes the exact words" in findings(one, shapes)
