"""What confidence rests on: better grounds give more of it."""

import pytest

from onrecord import analyse
from onrecord.extract.confidence import LEAST, MOST, WEIGHTS, confidence_of
from onrecord.extract.grounds import FRAMES, Ground
from onrecord.extract.statements import traced
from onrecord.known_actors import KnownActors
from onrecord.language.reading import read_all
from onrecord.model import Document
from onrecord.ontology import load_ontology
from onrecord.packaged import packaged_folder

PLAIN = "Kari Moen praised Ola Lund in a long speech to the guests of the dinner in Oslo on Monday."


def confidences(text):
    return [statement.confidence for statement in analyse(text).statements]


@pytest.mark.parametrize(
    "doubtful",
    [
        "Kari Moen praised Nils Dahl, and in a long speech to the guests of the dinner Siri Lie thanked Ola Lund.",
        "Fjord Media is in Oslo. It praised Ola Lund in a long speech to the guests of the dinner in Oslo on Monday.",
        "The guests of the dinner in Oslo said in a long speech that Kari Moen might have praised Ola Lund on Monday.",
    ],
    ids=["a verb side by side with another", "a pronoun for an organisation", "a possibility that others tell of"],
)
def test_a_plain_sentence_is_surest(doubtful):
    (plain,) = confidences(PLAIN)
    *_, last = confidences(doubtful)
    assert last < plain


def test_every_ground_has_a_weight():
    assert list(WEIGHTS) == list(Ground)


def test_confidence_stays_within_bounds():
    assert confidence_of([*[Ground.ACT] * 9]) == MOST
    assert confidence_of([*[Ground.PRONOUN] * 9]) == LEAST


@pytest.fixture(scope="module")
def examples():
    ontology = load_ontology()
    documents = [
        Document.of(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(packaged_folder("examples").glob("*.txt"))
    ]
    readings = read_all(documents, ontology, KnownActors.none())
    return [finding for reading in readings for finding in traced(reading, ontology, keep_open=True)[1]]


def test_every_match_has_one_frame(examples):
    assert examples
    for finding in examples:
        assert len(FRAMES & {*finding.grounds}) == 1
        assert finding.statement.confidence == confidence_of(finding.grounds)


def test_many_readings_are_sure_and_not_all(examples):
    sure = [finding for finding in examples if finding.statement.confidence >= 0.8]
    assert len(examples) / 3 <= len(sure) < len(examples)
