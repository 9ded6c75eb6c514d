from dataclasses import replace

import pytest
from handmade import FIRST, GRAPH, SECOND, STATEMENTS
from pyoxigraph import DefaultGraph, NamedNode

from onrecord.errors import OptionError
from onrecord.model import UNKNOWN_AGENT, Entity, EntityId, EntityType, Form, KnowledgeGraph, Mention, Status
from onrecord.store.quads import quads_of
from onrecord.store.vocabulary import DATA, EDTF, ONR, XSD, Names

ID = DATA
BERGEN = Entity(
    EntityId("place-bergen"),
    EntityType.PLACE,
    "Bergen",
    identifiers={"country": "NO", "geonames": "3161732"},
    mentions=((FIRST.id, Mention(0, 4, "Ilva", EntityType.PLACE, Form.NAME)),),
)


def facts(subject: str, graph: KnowledgeGraph = GRAPH, base: str = DATA) -> set[tuple[str, str]]:
    """Predicate and object of the subject, in all graphs, as N-Triples without the common namespaces."""

    def short(term: object) -> str:
        text = str(term)
        for prefix, namespace in (Names(base).prefixes | {"wd": "http://www.wikidata.org/entity/"}).items():
            if text.startswith(f"<{namespace}"):
                return f"{prefix}:{text[len(namespace) + 1 : -1]}"
        return text

    quads = quads_of(graph, ontology_digest="abc", model="hand 1", base=base)
    return {(short(q.predicate), short(q.object)) for q in quads if short(q.subject) == subject}


def test_document():
    assert facts(f"id:document-{FIRST.id}") == {
        ("rdf:type", "onr:Document"),
        ("dcterms:identifier", '"a/first.txt"'),
        ("dcterms:title", '"A \\"quiet\\" <b>meeting</b>"'),
        ("dcterms:creator", '"Orsolya Vane"'),
        ("dcterms:issued", f'"2007-03-01"^^<{XSD}date>'),
        ("dcterms:source", "<https://example.org/first>"),
    }


def test_entity_with_its_plain_facts():
    assert facts("id:org-greys") == {
        ("rdf:type", "onr:Organisation"),
        ("skos:prefLabel", '"Grey Party"'),
        ("skos:altLabel", '"Greys"'),
        ("skos:exactMatch", "wd:Q1"),
    }
    assert ("onr:iso3166", '"XL"') in facts("id:place-sard")
    assert facts("id:place-bergen", KnowledgeGraph((FIRST,), (BERGEN,), ())) == {
        ("rdf:type", "onr:Place"),
        ("skos:prefLabel", '"Bergen"'),
        ("skos:exactMatch", "<https://sws.geonames.org/3161732/>"),
        ("onr:countryCode", '"NO"'),
    }
    assert {fact for fact in facts("id:person-torn") if fact[0].startswith("onr:")} == {
        ("onr:met", "id:person-borsa"),
        ("onr:dateOfBirth", f'"1960"^^<{EDTF}EDTF>'),
    }


def test_replaced_ids_point_to_their_successor():
    bergen = replace(BERGEN, replaces=(EntityId("place-bjorgvin"), EntityId("place-bjoergvin")))
    for former in bergen.replaces:
        found = facts(f"id:{former}", KnowledgeGraph((FIRST, SECOND), (bergen,), ()))
        assert found == {("dcterms:isReplacedBy", "id:place-bergen")}
    quads = quads_of(KnowledgeGraph((FIRST, SECOND), (bergen,), ()), ontology_digest="abc", model="hand 1")
    graphs = {quad.graph_name for quad in quads if str(quad.predicate).endswith("isReplacedBy>")}
    assert graphs == {Names().document(FIRST.id)}


def test_statement_and_evidence():
    reported = STATEMENTS[1]
    evidence = Names().evidence(reported.evidence).value.removeprefix(DATA)
    assert facts(f"id:statement-{reported.id}") == {
        ("rdf:type", "onr:Statement"),
        ("rdf:subject", "id:org-greys"),
        ("rdf:predicate", "onr:bribed"),
        ("rdf:object", "id:person-borsa"),
        ("onr:status", "onr:reported"),
        ("onr:attributedTo", "id:person-torn"),
        ("onr:disputedBy", "id:org-greys"),
        ("onr:confidence", f'"0.750"^^<{XSD}decimal>'),
        ("onr:evidence", f"id:{evidence}"),
        ("prov:wasDerivedFrom", f"id:document-{FIRST.id}"),
    }
    number = f"^^<{XSD}nonNegativeInteger>"
    assert facts(f"id:{evidence}") == {
        ("rdf:type", "onr:Evidence"),
        ("oa:exact", '"She said the Grey Party bribed Borsa."'),
        ("oa:prefix", '"Ilva Torn met Borsa. "'),
        ("oa:suffix", '" Torn was arrested in 2007. Torn"'),
        ("oa:start", f'"21"{number}'),
        ("oa:end", f'"58"{number}'),
        ("oa:hasSource", f"id:document-{FIRST.id}"),
    }


def test_circumstances():
    denied = facts(f"id:statement-{STATEMENTS[4].id}")
    assert denied >= {
        ("onr:status", "onr:denied"),
        ("onr:date", f'"XXXX-01-06"^^<{EDTF}EDTF>'),
        ("onr:place", "id:place-sard"),
        ("onr:detail", '"in Lower Sard"'),
    }
    assert not {name for name, _ in denied} & {"onr:earliest", "onr:latest"}
    assert facts(f"id:statement-{STATEMENTS[2].id}") >= {
        ("rdf:subject", "onr:UnknownAgent"),
        ("onr:earliest", f'"2007-01-01"^^<{XSD}date>'),
        ("onr:latest", f'"2007-12-31"^^<{XSD}date>'),
    }


def test_only_asserted_statements_give_a_direct_triple():
    quads = list(quads_of(GRAPH, ontology_digest="abc", model="hand 1"))
    names = Names()
    for statement in STATEMENTS:
        predicate = NamedNode(ONR + statement.predicate)
        direct = [quad for quad in quads if quad.predicate == predicate]
        is_plain = statement.status is Status.ASSERTED and statement.subject != UNKNOWN_AGENT
        assert len(direct) == is_plain, statement.predicate
        assert all(quad.graph_name == names.document(statement.document) for quad in direct)
    assert facts("onr:UnknownAgent") == set()


def test_each_document_has_its_graph_and_the_run_the_default_one():
    quads = list(quads_of(GRAPH, ontology_digest="abc", model="hand 1"))
    graphs = {quad.graph_name for quad in quads}
    assert graphs == {DefaultGraph(), Names().document(FIRST.id), Names().document(SECOND.id)}
    run = [quad for quad in quads if quad.graph_name == DefaultGraph()]
    assert {quad.subject for quad in run} == {NamedNode(f"{ID}run-{run[0].subject.value.rpartition('-')[2]}")}
    greys = {quad.graph_name for quad in quads if quad.subject == Names().entity("org-greys")}
    assert greys == {Names().document(FIRST.id), Names().document(SECOND.id)}


def test_base():
    assert ("skos:prefLabel", '"Borsa"') in facts("id:person-borsa", base="https://example.org/x#")
    for base in ("here", "https://example.org/x", "https://example.org/ /"):
        with pytest.raises(OptionError, match="--base"):
            Names(base)
