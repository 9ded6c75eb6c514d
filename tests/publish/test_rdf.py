import pytest
from handmade import GRAPH, SHUFFLED
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from onrecord.model import Document, KnowledgeGraph
from onrecord.publish.edition import Edition
from onrecord.publish.rdf import write_rdf
from onrecord.store.quads import quads_of

EDITION = Edition("abc", "hand 1")
FILES = ("graph.ttl", "graph.nq", "graph.jsonld")
DATASETS = {"graph.nq": RdfFormat.N_QUADS, "graph.jsonld": RdfFormat.JSON_LD}


def quads(graph):
    return set(quads_of(graph, ontology_digest="abc", model="hand 1"))


def read_back(folder):
    """The quads of each dataset, and the triples of the Turtle file."""
    datasets = [set(parse(path=str(folder / name), format=form)) for name, form in DATASETS.items()]
    return *datasets, {quad.triple for quad in parse(path=str(folder / "graph.ttl"), format=RdfFormat.TURTLE)}


def test_datasets_read_back_whole_and_turtle_is_their_union(tmp_path):
    write_rdf(GRAPH, tmp_path, EDITION)
    assert read_back(tmp_path) == (quads(GRAPH), quads(GRAPH), {quad.triple for quad in quads(GRAPH)})
    text = (tmp_path / "graph.ttl").read_text("utf-8")
    assert 'id:person-borsa a onr:Person ;\n\tskos:prefLabel "Borsa" .' in text


@pytest.mark.parametrize("name", FILES)
def test_order_of_input_leaves_no_trace(tmp_path, name):
    for folder, graph in (("one", GRAPH), ("two", SHUFFLED)):
        (tmp_path / folder).mkdir()
        write_rdf(graph, tmp_path / folder, EDITION)
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_survives_each_format(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    graph = KnowledgeGraph((Document.of("a", text, title=text, author=text, url=text),), (), ())
    write_rdf(graph, folder, EDITION)
    assert read_back(folder) == (quads(graph), quads(graph), {quad.triple for quad in quads(graph)})
