"""The lexicon is data: it can be taught, and what is wrong in it is found with file and line."""

import re
import shutil
from pathlib import Path

import pytest

from onrecord import analyse
from onrecord.errors import OntologyError
from onrecord.model import Status
from onrecord.ontology import load_ontology
from onrecord.ontology.check import PLOVER_EVENTS, check
from onrecord.ontology_check import check_ontology
from onrecord.packaged import packaged_folder

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
RELATION, WORD, _ = ("\n" + block for block in re.findall(r"^```turtle\n(.*?)^```$", README, re.M | re.S))
"""What the README teaches: insured."""
EXAMPLE = "Nordic Shield has insured Fjord Media."
LINK = "skos:relatedMatch schema:sponsor"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(packaged_folder("ontology"), tmp_path / "ontology")


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_packaged_lexicon_is_clean():
    assert check_ontology(packaged_folder("ontology")) == []


def test_packaged_lexicon_is_rich():
    ontology = load_ontology()
    senses = [sense for entry in ontology.entries for sense in entry.senses]
    assert len(senses) >= 700
    assert len({sense.predicate for sense in senses}) >= 90


@pytest.mark.parametrize("event", sorted(PLOVER_EVENTS))
def test_every_event_type_is_reachable(event):
    ontology = load_ontology()
    spoken = {sense.predicate for entry in ontology.entries for sense in entry.senses}
    assert len([p for p in ontology.predicates.values() if event in p.plover_events and p.name in spoken]) >= 2


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
    assert check_ontology(folder) == []
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


def test_a_relation_without_a_word_is_found(folder):
    lines = (folder / "onrecord.ttl").read_text(encoding="utf-8").count("\n")
    append(folder / "onrecord.ttl", RELATION)
    place = f"{folder / 'onrecord.ttl'}, line {lines + 2}"
    silent, unproven = check_ontology(folder)
    assert silent == (
        f"{place}: onr:insured has no word; add an entry to lexicon.ttl "
        "with ontolex:sense [ ontolex:reference onr:insured ; ... ]"
    )
    assert unproven == (
        f'{place}: onr:insured is not found in its example "{EXAMPLE}" (nothing is found there); '
        "mend the sense of its word in lexicon.ttl, or choose a plainer sentence"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (f'skos:example "{EXAMPLE}"@en ;', "", 'has no example; add skos:example "..."@en'),
        (EXAMPLE, "Kari Moen met Ola Lund.", 'Ola Lund." (found is onr:met); mend'),
        (LINK, "skos:closeMatch onr:paid", "has no alignment; add skos:closeMatch"),
        (LINK, 'onr:cameoRoot "07"', "has onr:cameoRoot without onr:ploverEvent"),
        (LINK, 'onr:ploverEvent "AID"', "has onr:ploverEvent without onr:cameoRoot"),
        (LINK, 'onr:ploverEvent "HELP" ; onr:cameoRoot "07"', 'has onr:ploverEvent "HELP"; it must be one of ACCUSE'),
        (LINK, 'onr:ploverEvent "AID" ; onr:cameoRoot "7"', 'has onr:cameoRoot "7"; it must be'),
    ],
)
def test_an_incomplete_relation_is_found(folder, old, new, message):
    assert old in RELATION
    append(folder / "onrecord.ttl", RELATION.replace(old, new))
    append(folder / "lexicon.ttl", WORD)
    (finding,) = check_ontology(folder)
    assert message in finding
    assert ": onr:insured " in finding


def test_relations_below_speak_for_one_without_words(folder):
    general = RELATION.replace("onr:insured", "onr:protected").replace(f'skos:example "{EXAMPLE}"@en ;', "")
    special = RELATION.replace("rdfs:domain", "rdfs:subPropertyOf onr:protected ; rdfs:domain")
    append(folder / "onrecord.ttl", general + special)
    append(folder / "lexicon.ttl", WORD)
    assert check_ontology(folder) == []


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
