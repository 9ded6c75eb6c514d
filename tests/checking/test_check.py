"""Each kind of fault is put into a real build, and found there and nothing else."""

import shutil
from pathlib import Path

import pytest
from faults import lines, plain_denial, statement, store_has, store_lacks, twice, within, without, without_graph, words

from onrecord.building import BuildOptions, build
from onrecord.checking import SHOWN, Kind, check
from onrecord.checking.direct import OWN_PROPERTIES
from onrecord.errors import OptionError, ProjectError
from onrecord.ontology import load_ontology
from onrecord.packaged import packaged_folder

ONR = "https://w3id.org/onrecord/ontology#"
OUTPUT = Path(__file__).parents[2] / "output"

FIRST = """Police Arrest Banker

Published: 2016-11-11

Police in Oslo arrested Kari Nordmann on 7 November 2016. Ana Lopes denied that she had met Ivo Berg in Lisbon.
"""
SECOND = """Kari Nordmann sued Nordic Shield in Oslo. Ana Lopes said that Kari Nordmann had bribed Ivo Berg.

Nordic Shield outpaced Fjord Media.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("check")
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND)
    build([folder / "a.txt", folder / "b.txt"], folder / "out", options=BuildOptions(keep_open=True))
    return folder / "out"


@pytest.fixture
def project(built, tmp_path):
    return shutil.copytree(built, tmp_path / "out")


STATEMENTS, ENTITIES, DOCUMENTS = "statements.jsonl", "entities.jsonl", "documents.jsonl"
LINKS, TURTLE, NQUADS = "identity.jsonl", "graph.ttl", "graph.nq"
MET, ARRESTED, ACCUSED = "met", "arrested", "accused"
FORMS = "graph.jsonld graph.nq graph.ttl store store"
"""Where the graph stands beside the JSON lines; the store has it by document and as the union."""

CASES = {
    # files and lines
    "entities are absent": (lambda p: (p / ENTITIES).unlink(), Kind.FILE, ENTITIES, "cannot be read"),
    "n-quads are absent": (lambda p: (p / NQUADS).unlink(), Kind.FILE, NQUADS, "No such file"),
    "turtle is broken": (words(TURTLE, "prefLabel", "prefLabel ;;; ["), Kind.FILE, TURTLE, "cannot be read"),
    "json-ld is cut off": (words("graph.jsonld", "}]", "}", 1), Kind.FILE, "graph.jsonld", "cannot be read"),
    "store is broken": (lambda p: (p / "store" / "CURRENT").unlink(), Kind.FILE, "store", "cannot be read"),
    "a line is no JSON": (words(LINKS, "{", "", 1), Kind.LINE, LINKS, "line 1: Invalid JSON"),
    "a text is absent": (words(DOCUMENTS, '"text"', '"test"', 1), Kind.LINE, DOCUMENTS, 'line 1: no "text"'),
    "a key is absent": (words(ENTITIES, '"aliases"', '"alias"', 1), Kind.LINE, ENTITIES, "aliases: Field required"),
    "an offset is a text": (within(MET, "evidence", "start", "12"), Kind.LINE, STATEMENTS, "evidence.start"),
    "an unknown status": (statement(MET, status="rumoured"), Kind.LINE, STATEMENTS, "not 'rumoured'"),
    # ids
    "a document twice": (lines(DOCUMENTS, twice), Kind.DUPLICATE, DOCUMENTS, "line 2: a second document a.txt"),
    "an entity twice": (lines(ENTITIES, twice), Kind.DUPLICATE, ENTITIES, "of entities.jsonl, line 1"),
    "a statement twice": (lines(STATEMENTS, twice), Kind.DUPLICATE, STATEMENTS, "of statements.jsonl, line 1"),
    "a replaced entity lives": (
        lines(ENTITIES, lambda rows: rows[0].update(replaces=[rows[1]["id"]])),
        Kind.DUPLICATE,
        ENTITIES,
        "which is an entity itself",
    ),
    # references
    "no such document": (statement(MET, document="c.txt"), Kind.REFERENCE, STATEMENTS, "from c.txt, which"),
    "no such subject": (within(MET, "subject", "id", "person-x"), Kind.REFERENCE, STATEMENTS, "the subject of"),
    "no such object": (within(MET, "object", "id", "person-x"), Kind.REFERENCE, STATEMENTS, "the object of"),
    "no such place": (within(MET, "place", "id", "place-x"), Kind.REFERENCE, STATEMENTS, "the place of"),
    "no such speaker": (
        within(MET, "attributed_to", 0, "id", "person-x"),
        Kind.REFERENCE,
        STATEMENTS,
        "the speaker of",
    ),
    "no such disputer": (
        statement(MET, disputed_by=[{"id": "x", "name": "X"}]),
        Kind.REFERENCE,
        STATEMENTS,
        "the disputer of",
    ),
    "a mention in no document": (
        lines(ENTITIES, lambda rows: rows[0]["mentions"][0].update(document="c.txt")),
        Kind.REFERENCE,
        ENTITIES,
        "a mention in c.txt",
    ),
    "another name": (within(MET, "object", "name", "Ivar Berg"), Kind.AGREEMENT, STATEMENTS, "another name or type"),
    # evidence
    "another quote": (
        within(MET, "evidence", "quote", "Ana Lopes met Ivo Berg."),
        Kind.EVIDENCE,
        STATEMENTS,
        "“Ana Lopes denied that",
    ),
    "a quote behind the end": (
        within(MET, "evidence", "end", 999),
        Kind.EVIDENCE,
        STATEMENTS,
        "to 999 of a.txt, which has",
    ),
    "a subject elsewhere": (within(MET, "subject", "start", 126), Kind.EVIDENCE, STATEMENTS, "“he”"),
    "an object outside": (within(MET, "object", "end", 400), Kind.EVIDENCE, STATEMENTS, "outside the quote"),
    "a mention elsewhere": (
        lines(ENTITIES, lambda rows: rows[0]["mentions"][0].update(start=1)),
        Kind.EVIDENCE,
        ENTITIES,
        "a mention of organisation-",
    ),
    # dates
    "no EDTF": (statement(ARRESTED, date="7.11.2016"), Kind.DATE, STATEMENTS, "which is no EDTF"),
    "no such day": (statement(ARRESTED, date="2016-02-30"), Kind.DATE, STATEMENTS, "names no day there is"),
    "turned round": (statement(ARRESTED, date="2016-11/2016-03"), Kind.DATE, STATEMENTS, "names no day there is"),
    "another earliest day": (
        words(TURTLE, 'earliest "2016-11-07"', 'earliest "2016-11-06"'),
        Kind.DATE,
        TURTLE,
        'has earliest "2016-11-06"',
    ),
    # who is who
    "a link of nobody": (
        lines(LINKS, lambda rows: rows[0]["left"].update(id="person-x")),
        Kind.IDENTITY,
        LINKS,
        "is about person-x",
    ),
    "a link of another name": (
        lines(LINKS, lambda rows: rows[0]["left"].update(name="Kurt")),
        Kind.IDENTITY,
        LINKS,
        "“Kurt”, which is none of its names",
    ),
    "a link of another source": (
        lines(LINKS, lambda rows: rows[0]["left"].update(document="list.csv")),
        Kind.IDENTITY,
        LINKS,
        "list.csv, which is neither",
    ),
    "a possible link within one": (
        lines(LINKS, lambda rows: rows[0].update(zone="possible")),
        Kind.IDENTITY,
        LINKS,
        "is possible, but its sides are one entity",
    ),
    "decisions": (
        lambda p: (p / "decisions.csv").write_text("a,b\n"),
        Kind.TABLE,
        "decisions.csv",
        "line 1: no column",
    ),
    "references": (
        lambda p: (p / "references.csv").write_text("name,type\nRiverbank,Company\n"),
        Kind.TABLE,
        "references.csv",
        "line 2: ",
    ),
    # direct triples
    "a denial as a fact": (plain_denial, Kind.DIRECT, NQUADS, "as denied"),
    "a fact is absent": (store_lacks(ARRESTED), Kind.DIRECT, "store", "asserts"),
    "a fact without a statement": (store_has(ACCUSED), Kind.DIRECT, "store", "which no statement says"),
    # agreement
    "a statement less": (
        lines(STATEMENTS, lambda rows: rows.remove(next(row for row in rows if row["predicate"] == MET))),
        Kind.AGREEMENT,
        FORMS,
        "not in the JSON lines",
    ),
    "an open statement less": (
        lines("open_statements.jsonl", list.clear),
        Kind.AGREEMENT,
        FORMS,
        "not in the JSON lines",
    ),
    "another detail": (statement(MET, detail="twice"), Kind.AGREEMENT, FORMS, 'the JSON lines have "twice"'),
    "a place less in n-quads": (without(NQUADS, f"<{ONR}place>"), Kind.AGREEMENT, NQUADS, "has place nowhere"),
    "a document less in n-quads": (without_graph("b.txt"), Kind.AGREEMENT, NQUADS, "missing; it is the graph of b.txt"),
    "a speaker less in the store": (
        store_lacks("attributedTo"),
        Kind.AGREEMENT,
        "store store",
        "has attributedTo nowhere",
    ),
    # shapes
    "no label": (
        words(TURTLE, 'skos:prefLabel "Ivo Berg"', 'skos:altLabel "Ivo Berg"'),
        Kind.SHAPE,
        TURTLE,
        "exactly one skos:prefLabel",
    ),
    "two statuses": (
        words(TURTLE, "onr:status onr:denied", "onr:status onr:denied, onr:reported"),
        Kind.SHAPE,
        TURTLE,
        "exactly one onr:status",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_fault_is_found_and_nothing_else(case, project):
    fault, kind, files, what = CASES[case]
    fault(project)
    report = check(project)
    assert [(finding.kind, finding.file) for finding in sorted(report.findings, key=lambda f: f.file)] == [
        (kind, file) for file in files.split()
    ]
    assert report.counts == {kind: len(files.split())}
    assert all(what in str(finding) for finding in report.findings), [str(finding) for finding in report.findings]
    assert all(finding.mend for finding in report.findings)


def files_of(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_has_no_fault_and_stays_as_it_is(project):
    before = files_of(project)
    report = check(project)
    assert (report.findings, report.counts, report.unchecked) == ((), {}, ())
    assert files_of(project) == before


def test_the_packaged_examples_have_no_fault(tmp_path):
    build([packaged_folder("examples")], tmp_path / "out")
    assert check(tmp_path / "out").as_json() == {"counts": {}, "findings": [], "unchecked": []}


def test_the_committed_output_has_no_fault(tmp_path):
    """The repository has no store, though a build in it leaves one."""
    shutil.copytree(OUTPUT, tmp_path / "output", ignore=shutil.ignore_patterns("store"))
    report = check(tmp_path / "output")
    assert report.findings == ()
    assert [unchecked.what for unchecked in report.unchecked] == ["store"]


def test_another_base(tmp_path, built):
    options = BuildOptions(base="https://example.org/graph#")
    build([built / "documents.jsonl"], tmp_path / "out", options=options)
    assert check(tmp_path / "out").counts == {}
    statement(MET, detail="twice")(tmp_path / "out")
    assert check(tmp_path / "out").counts == {Kind.AGREEMENT: len(FORMS.split())}


def test_building_again_mends(project):
    lines("statements.jsonl", list.clear)(project)
    assert check(project).counts
    build([project / "documents.jsonl"], project, options=BuildOptions(keep_open=True))
    assert not check(project).counts


def test_many_faults_of_a_kind_are_counted(project):
    lines("entities.jsonl", lambda rows: rows[0].update(mentions=rows[0]["mentions"] * 0 + [
        {"document": "a.txt", "start": 0, "end": 1, "text": str(number)} for number in range(50)
    ]))(project)  # fmt: skip
    report = check(project)
    assert report.counts == {Kind.EVIDENCE: 50}
    assert len(report.findings) == SHOWN


def test_what_is_not_compared_is_told(project):
    statement(MET, status="rumoured")(project)
    shutil.rmtree(project / "store")
    assert [str(unchecked) for unchecked in check(project).unchecked] == [
        "whether RDF and store have what the JSON lines have: mend the JSON lines first",
        "store: there is none; build again to query the project",
    ]


def test_no_project(tmp_path):
    with pytest.raises(ProjectError, match="no project is there"):
        check(tmp_path / "absent")
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(OptionError, match="has files that onrecord did not write"):
        check(tmp_path)


def test_all_other_properties_of_the_vocabulary_are_relations():
    assert not OWN_PROPERTIES & load_ontology().predicates.keys()
