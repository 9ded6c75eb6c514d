"""What somebody says about who is who: recorded, heeded by each build, and undone by deleting its row.

Names are found by the pattern "A met B."; who is who among them is resolved in earnest.
"""

import io
import re
import sys
from dataclasses import replace

import fakes
import pytest

import onrecord.publish.explained  # loads the analysis, whose place the stand-ins then take
import onrecord.resolve.judgements  # and the resolution, which stays
from onrecord import cli
from onrecord.building import build
from onrecord.decisions import Anchor, Decision
from onrecord.errors import OptionError, ProjectError, UnclearNameError
from onrecord.model import (
    Analysis,
    EntityId,
    EntityType,
    Evidence,
    Form,
    IdentityLink,
    LocalEntity,
    Mention,
    Statement,
    StatementId,
    Status,
    stable_hash,
)
from onrecord.project import Project
from onrecord.publish.edition import Edition
from onrecord.publish.identity import write_identity

_NAME = r"[A-Z][\w.]*(?: [A-Z]\w*)*"
_MET = re.compile(rf"({_NAME}) met ({_NAME})\.")
PERSON = EntityType.PERSON


def analyse(document) -> Analysis:
    mentions, statements = {}, []
    for match in _MET.finditer(document.text):
        kinds = [EntityType.ORGANISATION if match[at].endswith("Media") else PERSON for at in (1, 2)]
        ids = [EntityId(stable_hash(document.id, match[at])) for at in (1, 2)]
        for at in (1, 2):
            mention = Mention(*match.span(at), match[at], kinds[at - 1], Form.NAME)
            mentions.setdefault((ids[at - 1], kinds[at - 1], match[at]), []).append(mention)
        evidence = Evidence(document.id, *match.span(), match[0], match.span(1), match.span(2))
        identity = StatementId(stable_hash(document.id, str(match.start())))
        statements.append(Statement(identity, ids[0], "met", ids[1], Status.ASSERTED, evidence))
    entities = (LocalEntity(*key, tuple(found)) for key, found in mentions.items())
    return Analysis(document, tuple(entities), tuple(statements))


@pytest.fixture(autouse=True)
def _fakes(monkeypatch):
    resolve = sys.modules["onrecord.resolve"]
    fakes.install(monkeypatch)
    monkeypatch.setitem(sys.modules, "onrecord.resolve", resolve)
    monkeypatch.setattr(resolve, "vocabulary_of", lambda ontology: None)
    monkeypatch.setattr(
        sys.modules["onrecord.analysis"],
        "analyse_all",
        lambda documents, ontology, known, *, keep_open: iter([analyse(document) for document in documents]),
    )


TEXTS = {
    "a.txt": "Kari Moen met Ola Lund. Kari Moen met Fjord Media.",
    "b.txt": "Kari Moen met Ana Lopes.",
    "c.txt": "Ivo Berg met Per Vik.",
}


@pytest.fixture
def out(tmp_path):
    (tmp_path / "articles").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "articles" / name).write_text(text)
    build([tmp_path / "articles"], tmp_path / "out")
    return tmp_path / "out"


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def people(project):
    names = {document.id: document.name for document in project.documents}
    return {
        (entity.name, *sorted({names[document][0] for document, _ in entity.mentions})) for entity in project.entities
    }


REST = {("Fjord Media", "a"), ("Ana Lopes", "b"), ("Ivo Berg", "c"), ("Per Vik", "c")}


def test_two_become_one_and_two_again(out):
    project, before = Project.open(out), bytes_of(out)
    assert people(project) == {("Kari Moen", "a", "b"), ("Ola Lund", "a"), *REST}
    gone = project.entity("ivo berg").entity.id
    decided = project.merge("kari moen", gone, note="his pen name")
    assert decided.decisions == (Decision(True, PERSON, Anchor("Kari Moen"), Anchor("Ivo Berg"), "his pen name"),)
    assert ("Kari Moen", "a", "b", "c") in people(project)
    successor = project.entity("Ivo Berg").entity
    ids = {entity.id for entity in project.entities}
    assert {gone, project.entity(gone).entity.id} & ids == {successor.id}
    assert project.query(f"ASK {{ ?old dcterms:isReplacedBy id:{successor.id} }}").rows[0][0].value == "true"
    after = bytes_of(out)
    build([out.parent / "articles"], out)
    assert bytes_of(out) == after
    table = out / "decisions.csv"
    table.write_text(table.read_text().splitlines()[0] + "\n")
    project.rebuild()
    assert bytes_of(out) == {**before, "decisions.csv": table.read_bytes()}


def test_a_decision_from_before_the_first_build(out, tmp_path):
    Project.open(out).merge("Kari Moen", "Ivo Berg")
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "decisions.csv").write_bytes((out / "decisions.csv").read_bytes())
    build([tmp_path / "articles"], tmp_path / "new")
    assert bytes_of(tmp_path / "new") == bytes_of(out)


def test_one_becomes_two_and_one_again(out):
    project, before = Project.open(out), bytes_of(out)
    decided = project.split("Kari Moen")
    assert decided.decisions == (Decision(False, PERSON, Anchor("Kari Moen", "a.txt"), Anchor("Kari Moen", "b.txt")),)
    assert people(project) == {("Kari Moen", "a"), ("Kari Moen", "b"), ("Ola Lund", "a"), *REST}
    with pytest.raises(UnclearNameError):
        project.merge("Kari Moen", "Ola Lund")
    kari, other = (entity for entity in project.entities if entity.name == "Kari Moen")
    decided = project.merge(other.id, kari.id)
    assert {row.is_same for row in decided.decisions} == {True}
    assert ("Kari Moen", "a", "b") in people(project)
    (out / "decisions.csv").unlink()
    project.rebuild()
    assert bytes_of(out) == before


def test_one_of_several_who_share_a_name_is_named_with_a_document(out):
    project = Project.open(out)
    project.split("Kari Moen", document="b.txt")
    assert ("Kari Moen", "b") in people(project)
    names = {document.id: document.name for document in project.documents}
    second = next(e for e in project.entities if e.name == "Kari Moen" and names[e.mentions[0][0]] == "b.txt")
    (row,) = project.merge(second.id, "Ivo Berg").decisions
    assert row == Decision(True, PERSON, Anchor("Kari Moen", "b.txt"), Anchor("Ivo Berg"))
    assert {("Kari Moen", "a"), ("Kari Moen", "b", "c")} <= people(project)
    assert project.entity(second.id).entity.mentions[-1][1].text == "Ivo Berg"


def test_one_in_a_document_and_all_others_become_one_again(out):
    (out.parent / "articles" / "d.txt").write_text("Kari Moen met Ana Lopes.")
    build([out.parent / "articles"], out)
    project = Project.open(out)
    project.split("Kari Moen", document="a.txt")
    assert {("Kari Moen", "a"), ("Kari Moen", "b", "d")} <= people(project)
    project.merge(*(entity.id for entity in project.entities if entity.name == "Kari Moen"))
    assert ("Kari Moen", "a", "b", "d") in people(project)


def test_a_name_that_is_somebody_elses(out):
    project = Project.open(out)
    project.merge("Kari Moen", "Ivo Berg")
    (row,) = project.split("Ivo Berg", "kari moen").decisions
    assert row == Decision(False, PERSON, Anchor("Ivo Berg"), Anchor("Kari Moen"))
    assert {("Kari Moen", "a", "b"), ("Ivo Berg", "c")} <= people(project)


def test_all_that_was_merged_is_split(out):
    project, before = Project.open(out), people(Project.open(out))
    project.merge("Kari Moen", "Ivo Berg")
    project.merge("Kari Moen", "Ola Lund")
    assert len(project.split("Ola Lund").decisions) == 3
    assert people(project) == before


@pytest.mark.parametrize(
    ("decide", "error"),
    [
        (
            lambda p: p.merge("Kari Moen", "Fjord Media"),
            "Kari Moen is of type Person, Fjord Media of",
        ),
        (lambda p: p.merge("Kari Moen", "KARI MOEN"), "both are person-"),
        (lambda p: p.split("Kari Moen", "Ola"), "Ola: no name of Kari Moen, who is called Kari Moen"),
        (lambda p: p.split("Kari Moen", "Kari  Moen"), "one name; to tell documents apart"),
        (lambda p: p.split("Kari Moen", document="c.txt"), "c.txt: not one of several documents with Kari Moen: a.txt"),
        (lambda p: p.split("Ana Lopes"), "Ana Lopes: one name in one document; there is nothing to split"),
        (lambda p: p.split("Kari Moen", "Ola", document="a.txt"), "by a name or by a document, not by both"),
        (lambda p: p.merge("Kari Moen", "Qqq"), "Qqq: nobody has this name"),
    ],
)
def test_what_cannot_be_decided_changes_nothing(out, decide, error):
    before = bytes_of(out)
    with pytest.raises(OptionError) as caught:
        decide(Project.open(out))
    assert error in str(caught.value)
    assert bytes_of(out) == before


def test_before_any_build(tmp_path):
    for decide in (lambda p: p.merge("a", "b"), lambda p: p.split("a"), lambda p: p.rebuild()):
        with pytest.raises(ProjectError, match="no project is there"):
            decide(Project.open(tmp_path / "out"))


@pytest.fixture
def onrecord(monkeypatch, capsys):
    def run(*arguments, typed=""):
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as caught:
            cli.main()
        captured = capsys.readouterr()
        return caught.value.code or 0, captured.out, captured.err

    return run


def test_merge_and_split(onrecord, out):
    told = "built again: 3 documents, 5 entities, 4 statements\n"
    expected = f"recorded in {out}/decisions.csv: same Person, “Kari Moen” and “Ivo Berg”\n{told}"
    assert onrecord("merge", "Kari Moen", "ivo berg", "-o", out, "--note", "a \udcff") == (0, expected, "")
    assert (out / "decisions.csv").read_text().endswith(",a �\n")
    expected = f"recorded in {out}/decisions.csv: different Person, “Kari Moen” and “Ivo Berg”\n"
    assert onrecord("split", "Kari Moen", "Ivo Berg", "-o", out)[1].startswith(expected)
    status, told, errors = onrecord("merge", "Kari Moen", "Ivo Borg", "-o", out)
    assert (status, told) == (2, "")
    assert errors.startswith("onrecord: Ivo Borg: nobody has this name; the nearest are:\n  person-")
    assert onrecord("split", "Kari Moen", "-o", out / "none")[0] == 2


def test_a_project_keeps_its_options(onrecord, out):
    base = "https://example.org/id/"
    assert onrecord("merge", "Kari Moen", "Ivo Berg", "-o", out, "--base", base, "--open")[0] == 0
    assert base in (out / "graph.ttl").read_text()
    assert (out / "open_statements.jsonl").exists()


@pytest.fixture
def doubtful(out):
    """A project with three pairs that may be one."""
    path = out / "identity.jsonl"
    project = Project.open(out)
    ids = {entity.name: entity.id for entity in project.entities}
    pairs = [("Ana Lopes", "b.txt", "Ivo Berg", "c.txt", 0.1), ("Kari Moen", "b.txt", "Per Vik", "c.txt", 0.2)]
    pairs.append(("Ola Lund", "a.txt", "Per Vik", "c.txt", 0.25))
    graph = project.graph
    documents = {document.name: document.id for document in graph.documents}
    links = tuple(
        IdentityLink(ids[a], ids[b], a, b, documents[in_a], documents[in_b], weight, ("another spelling", "initials"))
        for a, in_a, b, in_b, weight in pairs
    )
    write_identity(replace(graph, candidates=links), path.parent, Edition("", ""))
    return out


def test_review(onrecord, doubtful):
    project = Project.open(doubtful)
    assert [link.weight for link in project.candidates] == [0.25, 0.2, 0.1]
    ids = {entity.name: entity.id for entity in project.entities}
    ask = "(s)ame, (d)ifferent, (l)ater, (q)uit? \n"
    told = f"""\
1 of 3
left        Ola Lund (Person)  {ids["Ola Lund"]}
            in a.txt
            “Kari Moen met Ola Lund.”
right       Per Vik (Person)  {ids["Per Vik"]}
            in c.txt
            “Ivo Berg met Per Vik.”
reasons     another spelling; initials (weight 0.25)
{ask}{ask}2 of 3
left        Kari Moen (Person)  {ids["Kari Moen"]}
            in b.txt, a.txt
            “Kari Moen met Ana Lopes.”
            “Kari Moen met Ola Lund.”
right       Per Vik (Person)  {ids["Per Vik"]}
            in c.txt
            “Ivo Berg met Per Vik.”
reasons     another spelling; initials (weight 0.20)
{ask}"""
    status, out, err = onrecord("review", "-o", doubtful, "-n", 2, typed="what?\ns\nDifferent\n")
    assert (status, err) == (0, "")
    table = doubtful / "decisions.csv"
    assert out == (
        f"{told}recorded in {table}: same Person, “Ola Lund” and “Per Vik”\n"
        f"recorded in {table}: different Person, “Kari Moen” and “Per Vik”\n"
        "left to review: 0\nbuilt again: 3 documents, 5 entities, 4 statements\n"
    )
    assert ("Per Vik", "a", "c") in people(project)


@pytest.mark.parametrize("typed", ["", "l\nq\n", "l\n", "l\nl\nl\n"])
def test_a_review_without_decisions_changes_nothing(onrecord, doubtful, typed):
    before = bytes_of(doubtful)
    status, out, err = onrecord("review", "-o", doubtful, typed=typed)
    assert (status, out.splitlines()[-1], err) == (0, "left to review: 3", "")
    assert bytes_of(doubtful) == before
    assert onrecord("review", "-o", doubtful / "none")[0] == 2
