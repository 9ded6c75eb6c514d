"""What `onrecord explain` says of a statement, from the words to the confidence."""

import pytest

from onrecord.errors import OptionError, ProjectError
from onrecord.extract.confidence import WEIGHTS
from onrecord.extract.grounds import Ground
from onrecord.project import Project
from onrecord.publish.explained import lines_of

ARTICLE = """Nordic Shield, an insurer, was founded in 1998 by Kari Moen.

She denied on 5 May 2016 that she had bribed Ivo Berg.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("explained")
    (folder / "a.txt").write_text(ARTICLE)
    project = Project.open(folder / "out")
    project.add([folder / "a.txt"])
    return project


def statement(project, predicate):
    return next(s for s in project.statements if s.predicate == predicate)


def told(project, predicate):
    """The explanation as a terminal shows it, section by section."""
    lines = ("".join(text for text, _ in line) for line in lines_of(project.explain(statement(project, predicate).id)))
    return "\n".join(lines).split("\n\n")


def test_a_denial_is_explained(project):
    claim, sentence, frame, path, referents, status, date, confidence = told(project, "bribed")
    assert claim == "statement   Kari Moen bribed Ivo Berg"
    assert sentence == (
        "sentence    She denied on 5 May 2016 that [she]₁ had bribed [Ivo Berg]₂.\n"
        "            a.txt, characters 62 to 116"
    )
    lines = frame.splitlines()
    assert lines[0] == "frame       bribe (lex:bribe-verb)"
    assert lines[1].strip().startswith("onr:bribed: subject from subject, object from directObject")
    assert "lexicon.ttl, line " in lines[2]
    assert path == (
        "path        bribed VBN  ← frame\n            ├─ she nsubj  ← subject\n            └─ Berg dobj  ← object"
    )
    assert referents == (
        "subject     Kari Moen: Kari Moen (name, at 50) ← She (pronoun, at 62) ← she (pronoun, at 92)\n"
        "object      Ivo Berg: Ivo Berg (name, at 107)"
    )
    assert status == (
        "status      denied: a source says that it is not so\n"
        "            “denied” (at 66) makes it denied\n"
        "speaker     Kari Moen, by “denied”"
    )
    assert date == "date        none: no date belongs to the clause"
    grounds = [Ground.ACT, Ground.SAID, Ground.PERSONAL]
    head, *lines = confidence.splitlines()
    assert head == (
        f"confidence  {statement(project, 'bribed').confidence:.2f}, "
        f"from log-odds of {sum(WEIGHTS[ground] for ground in grounds):.2f}:"
    )
    assert lines == [f"            {WEIGHTS[ground]:+.2f}  {ground.value}" for ground in grounds]


def test_a_date_and_an_assertion_are_explained(project):
    *_, status, date, _ = told(project, "founded")
    assert status == "status      asserted: the document says so in its own voice"
    assert date == "date        1998, from “1998” (at 42); the text has no date of publication"


def test_a_literal_has_a_path_too(project):
    claim, _, _, path, referents, *_ = told(project, "dateFounded")
    assert claim == "statement   Nordic Shield date founded 1998"
    assert "1998 pobj  ← object" in path
    assert referents == "subject     Nordic Shield: Nordic Shield (name, at 0)"


def test_every_statement_can_be_explained(project):
    for found in project.statements:
        assert project.explain(found.id).statement == found


def test_an_iri_serves_as_well(project):
    found = statement(project, "bribed")
    assert project.explain(f"https://w3id.org/onrecord/id/statement-{found.id}").statement == found


def test_what_cannot_be_explained(project, tmp_path):
    with pytest.raises(OptionError, match=r"^gone: .* has no such statement; statements\.jsonl has the ids$"):
        project.explain("gone")
    with pytest.raises(ProjectError, match="no project is there"):
        Project.open(tmp_path / "new").explain("gone")
