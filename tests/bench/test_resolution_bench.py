"""The measurement of resolution: the corpus is the same for a seed and true to its text; the figures are right."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from agreement import agreement, mixed_pairs, recall_by_kind
from newsroom.corpus import corpus

TRUTH = {"a1": "A", "a2": "A", "a3": "A", "b1": "B", "b2": "B"}
DOCUMENTS = {"a1": 1, "a2": 2, "a3": 3, "b1": 1, "b2": 4}
GROUPS = {"a1": "x", "a2": "x", "b1": "x", "a3": "y", "b2": "z"}


def test_agreement_by_hand():
    found = agreement(GROUPS, TRUTH, DOCUMENTS)
    # Together: a1-a2 (right) and a2-b1; a1 and b1 stand in one document. True: three pairs of A, one of B.
    assert (found.right, found.found, found.true) == (1, 2, 4)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.25, pytest.approx(1 / 3))
    # Precision of each: 2/3, 2/3, 1 (a3), 1/3 (b1), 1 (b2). Recall: 2/3, 2/3, 1/3, 1/2, 1/2.
    assert found.b_precision == pytest.approx(11 / 15)
    assert found.b_recall == pytest.approx(8 / 15)
    assert (found.wrong_merges, found.splits) == (1, 2)


def test_perfect_agreement():
    found = agreement(TRUTH, TRUTH, DOCUMENTS)
    assert (found.precision, found.recall, found.b_f1, found.wrong_merges, found.splits) == (1, 1, 1, 0, 0)


def test_kinds_by_hand():
    assert mixed_pairs(GROUPS, TRUTH, DOCUMENTS) == {("A", "B"): 1}
    labels = {"a1": "full", "a2": "full", "a3": "bare", "b1": "full", "b2": "bare"}
    found = recall_by_kind(GROUPS, TRUTH, labels.__getitem__, lambda one, other: "-".join(sorted((one, other))))
    assert found == {"full-full": (1, 1), "bare-full": (0, 3)}


@pytest.fixture(scope="module")
def small():
    return corpus(mentions=10_000, actors=1000, seed=7)


def test_the_corpus_is_the_same_for_a_seed(small):
    assert corpus(mentions=10_000, actors=1000, seed=7) == small
    assert corpus(mentions=10_000, actors=1000, seed=8).analyses != small.analyses


def test_the_corpus_does_not_depend_on_the_process():
    code = "from newsroom.corpus import corpus; print(corpus(mentions=800, actors=80, seed=7))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parent,
            env=os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(Path(__file__).parent)},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    }
    assert len({text[: text.index(b"untellable=")] for text in said}) == 1


def test_the_corpus_is_hard(small):
    people = [actor for actor in small.cast.actors if actor.spellings]
    names = [actor.full_name for actor in people]
    assert sum(names.count(name) > 1 for name in names) >= 0.05 * len(people)
    assert len(set(small.truth.values())) == len(small.cast.actors)
    assert 0 < len(small.untellable) < 0.03 * len(small.truth)


def test_the_corpus_is_true_to_its_text(small):
    for analysis in small.analyses:
        text = analysis.document.text
        assert all(text[m.start : m.end] == m.text for entity in analysis.entities for m in entity.mentions)
        assert all(text[s.evidence.start : s.evidence.end] == s.evidence.quote for s in analysis.statements)
        actors = [small.truth[entity.id] for entity in analysis.entities if entity.id in small.truth]
        assert len(actors) == len(set(actors))
