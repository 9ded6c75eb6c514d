"""Edges that no frame covers: kept as open statements if asked for, and suggested for the lexicon."""

import json
import shutil

import pyoxigraph
import pytest
from pyshacl import validate
from rdflib import Graph

from onrecord import analyse
from onrecord.building import BuildOptions, build
from onrecord.model import Status
from onrecord.ontology import load_ontology
from onrecord.ontology_check import check_ontology
from onrecord.packaged import packaged_folder
from onrecord.project import Project

ARTICLE = """Nordic Shield outpaced Fjord Media in Oslo. Kari Moen arrested Ivo Berg.

Fjord Media was outpaced by Riverbank Water. Ivo Berg, a namesake of Ana Lopes, may dance with Kari Moen.

Nordic Shield outpaced the market. Kari Moen said that Ana Lopes had a quarrel with Ivo Berg.
"""
ONR = "https://w3id.org/onrecord/ontology#"


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    path = tmp_path_factory.mktemp("open") / "a.txt"
    path.write_text(ARTICLE)
    return path


@pytest.fixture(scope="module")
def folder(article):
    build([article], article.parent / "out", options=BuildOptions(keep_open=True))
    return article.parent / "out"


def lines_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_open_statements_are_kept(folder):
    found = {
        (line["subject"]["name"], line["predicate"], line["object"]["name"], line["status"])
        for line in lines_of(folder / "open_statements.jsonl")
    }
    assert found == {
        ("Nordic Shield", "outpace", "Fjord Media", "asserted"),
        ("Riverbank Water", "outpace", "Fjord Media", "asserted"),
        ("Ivo Berg", "namesake of", "Ana Lopes", "asserted"),
        ("Ivo Berg", "dance with", "Kari Moen", "possible"),
        ("Ana Lopes", "have quarrel with", "Ivo Berg", "reported"),
    }


def test_nothing_else_changes(article, folder):
    build([article], article.parent / "plain")
    names = {path.name for path in (article.parent / "plain").iterdir()}
    assert {path.name for path in folder.iterdir()} - names == {"open_statements.jsonl"}
    for name in ("statements.jsonl", "entities.jsonl", "documents.jsonl"):
        assert (folder / name).read_bytes() == (article.parent / "plain" / name).read_bytes()


def test_they_go_when_they_are_no_longer_asked_for(article, tmp_path):
    build([article], tmp_path / "out", options=BuildOptions(keep_open=True))
    build([article], tmp_path / "out")
    assert not (tmp_path / "out" / "open_statements.jsonl").exists()


def test_they_are_no_statements_in_rdf(folder):
    quads = list(pyoxigraph.parse(path=folder / "graph.nq"))
    kinds = {q.subject: q.object.value for q in quads if q.predicate.value.endswith("#type")}
    still_open = {subject for subject, kind in kinds.items() if kind == f"{ONR}OpenStatement"}
    assert len(still_open) == 5
    own = [quad for quad in quads if quad.subject in still_open]
    assert not [quad for quad in own if quad.predicate.value.endswith("#predicate")]
    assert {quad.object.value for quad in own if quad.predicate.value == f"{ONR}words"} >= {"outpace", "namesake of"}
    entities = {quad.subject for quad in quads if quad.predicate.value.endswith("prefLabel")}
    plain = {quad.predicate.value for quad in quads if quad.subject in entities and quad.object in entities}
    assert plain == {f"{ONR}arrested", f"{ONR}said"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_they_have_the_shapes(folder):
    graph = Graph().parse(folder / "graph.ttl")
    shapes = Graph().parse(packaged_folder("ontology") / "shapes.ttl")
    conforms, _, text = validate(graph, shacl_graph=shapes)
    assert conforms, text


def test_a_project_reads_and_explains_them(folder):
    project = Project.open(folder)
    assert len(project.graph.open_statements) == 5
    (first, *_) = project.graph.open_statements
    assert project.explain(first.id).frame.word == "outpace"


def test_suggestions_can_be_pasted(folder, tmp_path):
    turtle = Project.open(folder).suggest()
    assert turtle.index("# outpace: 2 times\n#   Nordic Shield outpaced Fjord Media in Oslo. (a.txt)\n") < turtle.index(
        "# dance with: once"
    )
    ontology = shutil.copytree(packaged_folder("ontology"), tmp_path / "ontology")
    with (ontology / "lexicon.ttl").open("a", encoding="utf-8") as lexicon:
        lexicon.write(turtle)
    assert check_ontology(ontology) == []
    analysis = analyse(ARTICLE, ontology=load_ontology(ontology))
    taught = {
        (analysis.entity(s.subject).name, s.predicate, analysis.entity(s.object).name, s.status)
        for s in analysis.statements
    }
    assert taught >= {
        ("Nordic Shield", "outpaced", "Fjord Media", Status.ASSERTED),
        ("Riverbank Water", "outpaced", "Fjord Media", Status.ASSERTED),
        ("Ivo Berg", "namesakeOf", "Ana Lopes", Status.ASSERTED),
        ("Ivo Berg", "danceWith", "Kari Moen", Status.POSSIBLE),
        ("Ana Lopes", "hadQuarrelWith", "Ivo Berg", Status.REPORTED),
    }
    assert Project.open(folder, options=BuildOptions(ontology=ontology)).suggest() == ""


def test_most_limits_the_suggestions(folder):
    assert Project.open(folder).suggest(most=1).count("ontolex:sense") == 1
