"""The lexicon is data: it can be taught, and what is wrong in it is found with file and line."""

import shutil

import pytest

from onrecord import analyse
from onrecord.errors import OntologyError
from onrecord.model import Status
from onrecord.ontology import load_ontology
from onrecord.ontology.check import check
from onrecord.packaged import packaged_folder

RELATION = """
onr:insured a owl:ObjectProperty, onr:Relation ; rdfs:label "insured"@en ;
    skos:definition "Undertook to pay for the losses of somebody."@en ;
    rdfs:domain onr:Organisation ; rdfs:range onr:Actor .
"""
WORD = """
lex:insure-verb a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:verb ;
    ontolex:canonicalForm [ ontolex:writtenRep "insure"@en ] ;
    ontolex:sense [ ontolex:reference onr:insured ;
        synsem:subjOfProp arg:subject ; synsem:objOfProp arg:directObject ] .
"""


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(packaged_folder("ontology"), tmp_path / "ontology")


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_packaged_lexicon_is_clean():
    assert check(packaged_folder("ontology")) == []


def test_packaged_lexicon_is_rich():
    ontology = load_ontology()
    senses = [sense for entry in ontology.entries for sense in entry.senses]
    assert len(senses) >= 700
    assert len({sense.predicate for sense in senses}) >= 90


def test_every_relation_has_a_word():
    ontology = load_ontology()
    spoken = {sense.predicate for entry in ontology.entries for sense in entry.senses}
    silent = {name for name in ontology.predicates if name not in spoken}
    assert silent <= {"relativeOf", "formerlyPartOf", "blamed", "memberOfParty"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nordic Shield has insured Fjord Media.", Status.ASSERTED),
        ("Fjord Media was insured by Nordic Shield.", Status.ASSERTED),
        ("Kari Moen said that Nordic Shield had insured Fjord Media.", Status.REPORTED),
    ],
)
def test_a_taught_relation_is_extracted(folder, text, status):
    append(folder / "onrecord.ttl", RELATION)
    append(folder / "lexicon.ttl", WORD)
    assert check(folder) == []
    analysis = analyse(text, ontology=load_ontology(folder))
    found = [
        (analysis.entity(s.subject).name, analysis.entity(s.object).name, s.status)
        for s in analysis.statements
        if s.predicate == "insured"
    ]
    assert found == [("Nordic Shield", "Fjord Media", status)]


def test_unknown_relation_is_found_with_file_and_line(folder):
    lines = (folder / "lexicon.ttl").read_text(encoding="utf-8").count("\n")
    append(folder / "lexicon.ttl", WORD)
    (finding,) = check(folder)
    assert finding.startswith(f"{folder / 'lexicon.ttl'}, line {lines + 2}: lex:insure-verb refers to onr:insured")


def test_broken_turtle_is_found_with_file_and_line(folder):
    append(folder / "lexicon.ttl", "\nlex:broken a ontolex:LexicalEntry ;\n    ontolex:sense [ .\n")
    (finding,) = check(folder)
    assert str(folder / "lexicon.ttl") in finding
    assert ", line " in finding
    with pytest.raises(OntologyError, match=r"lexicon\.ttl, line \d+"):
        load_ontology(folder)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("onr:marks onr:perhaps", "has the status onr:perhaps"),
        ("onr:denotes onr:Animal", "denotes onr:Animal"),
        ("onr:embeds [ onr:status onr:alleged ]", "has an onr:embeds without onr:argument"),
    ],
)
def test_wrong_values_are_found(folder, wrong, message):
    append(
        folder / "lexicon.ttl",
        f"\nlex:zzz-noun a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:noun ; {wrong} ;\n"
        '    ontolex:canonicalForm [ ontolex:writtenRep "zzz"@en ] .\n',
    )
    assert [finding for finding in check(folder) if message in finding]


def test_missing_folder(tmp_path):
    with pytest.raises(OntologyError, match="no such folder"):
        load_ontology(tmp_path / "absent")
