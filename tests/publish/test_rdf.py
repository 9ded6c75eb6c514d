import pytest
from handmade import GRAPH, SHUFFLED
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Dataset, RdfFormat, parse

from onrecord.model import Document, KnowledgeGraph
from onrecord.publish.edition import Edition
from onrecord.publish.rdf import write_jsonld, write_nquads, write_turtle
from onrecord.store.quads import quads_of

EDITION = Edition("abc", "hand 1")
FORMATS = [(write_nquads, RdfFormat.N_QUADS), (write_jsonld, RdfFormat.JSON_LD)]


def quads(graph):
    return set(quads_of(graph, ontology_digest="abc", model="hand 1"))


@pytest.mark.parametrize(("write", "form"), FORMATS)
def test_datasets_read_back_whole(tmp_path, write, form):
    write(GRAPH, tmp_path / "graph", EDITION)
    assert set(parse(path=str(tmp_path / "graph"), format=form)) == quads(GRAPH)


def test_turtle_is_the_union_of_all_graphs(tmp_path):
    write_turtle(GRAPH, tmp_path / "graph.ttl", EDITION)
    found = {quad.triple for quad in parse(path=str(tmp_path / "graph.ttl"), format=RdfFormat.TURTLE)}
    assert found == {quad.triple for quad in quads(GRAPH)}
    text = (tmp_path / "graph.ttl").read_text("utf-8")
    assert 'id:person-borsa a onr:Person ;\n\tskos:prefLabel "Borsa" .' in text


@pytest.mark.parametrize("write", [write_turtle, write_nquads, write_jsonld])
def test_order_of_input_leaves_no_trace(tmp_path, write):
    write(GRAPH, tmp_path / "one", EDITION)
    write(SHUFFLED, tmp_path / "two", EDITION)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_survives_each_format(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    graph = KnowledgeGraph((Document.of("a", text, title=text, author=text, url=text),), (), ())
    for write, form in FORMATS:
        write(graph, folder / "graph", EDITION)
        assert Dataset(parse(path=str(folder / "graph"), format=form)) == Dataset(quads(graph))
