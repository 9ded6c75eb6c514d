import pytest
from handmade import GRAPH
from pyoxigraph import NamedNode

from onrecord.errors import OptionError, ProjectError
from onrecord.publish.edition import Edition
from onrecord.publish.rdf import write_rdf
from onrecord.store.embedded import create_store, query_store
from onrecord.store.vocabulary import DATA, PREFIXES


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    write_rdf(GRAPH, folder, Edition("abc", "hand 1"))
    create_store(folder / "store", folder / "graph.nq", folder / "graph.ttl")
    return folder / "store"


def test_select(store):
    answer = query_store(store, "SELECT ?who ?date { ?s rdf:object ?who OPTIONAL { ?s onr:date ?date } FILTER(?who = <"
                         f"{DATA}person-torn>) }} ORDER BY ?date", PREFIXES)  # fmt: skip
    assert list(answer) == [{"who": f"{DATA}person-torn", "date": "2007"},
                            {"who": f"{DATA}person-torn", "date": "XXXX-01-06"}]  # fmt: skip
    assert answer.rows[0][0] == NamedNode(f"{DATA}person-torn")


def test_ask_and_construct(store):
    assert list(query_store(store, "ASK { ?a onr:met ?b }", PREFIXES)) == [{"answer": "true"}]
    built = query_store(store, "CONSTRUCT { ?b onr:met ?a } WHERE { ?a onr:met ?b }", PREFIXES)
    assert list(built) == [{"subject": f"{DATA}person-borsa", "predicate": "https://w3id.org/onrecord/ontology#met",
                            "object": f"{DATA}person-torn"}]  # fmt: skip


def test_what_two_documents_say_counts_once_and_each_document_can_be_asked(store):
    name = "?torn skos:prefLabel 'Ilva Torn'"
    assert len(query_store(store, f"SELECT * {{ {name} }}", PREFIXES)) == 1
    assert len(query_store(store, f"SELECT * {{ GRAPH ?document {{ {name} }} }}", PREFIXES)) == 2


def test_errors(store, tmp_path):
    with pytest.raises(OptionError, match="SPARQL: error at 1:"):
        query_store(store, "DELETE WHERE { ?s ?p ?o }", PREFIXES)
    with pytest.raises(ProjectError, match="no store; run onrecord build first"):
        query_store(tmp_path / "gone", "ASK {}", PREFIXES)
    (tmp_path / "store").mkdir()
    with pytest.raises(ProjectError, match="cannot be read"):
        query_store(tmp_path / "store", "ASK {}", PREFIXES)
