"""How far `confidence` can be trusted, on the development data; and, with --fit, the weights that make it so.

    python tests/bench/calibration.py SHARED [--unseen FOLDER] [--fit]

SHARED is a folder with `articles` and `gold`, or with `bench/knowledgenet`, or with both; FOLDER one with articles that
no rule was written on. What is judged: every statement of an article with gold facts (right is what the gold or
`tests/gold/accepted.jsonl` has), and the statements that the annotation of KnowledgeNet can judge. It knows names and
pronouns, so statements about descriptions are left out there.

Printed are, for each ground, how many of the judged statements have it, which share of these is right, and its weight;
and for each range of confidence how many statements there are and which share is right. `--fit` fits the weights anew
and prints the table for `src/onrecord/extract/confidence.py`: log-odds by logistic regression, with a ridge that keeps
rare grounds small. Statements of unseen articles count several times; grounds with too few cases keep the weight that
they have. Beside the fitted figures stand those of five-fold cross-validation over documents: what to expect of others.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import knowledgenet
import numpy as np
from built import Row, build_of, module_at, print_table, rows_of

from onrecord.building import BuildOptions, build
from onrecord.evaluate.accepted import read_accepted
from onrecord.evaluate.found import FoundStatement, read_found
from onrecord.evaluate.gold import read_gold
from onrecord.evaluate.scoring import compare
from onrecord.extract.confidence import WEIGHTS, confidence_of
from onrecord.extract.grounds import FRAMES, Ground
from onrecord.extract.statements import traced
from onrecord.known_actors import KnownActors
from onrecord.language.reading import read_all
from onrecord.ontology import load_ontology
from onrecord.project import Project

ACCEPTED = Path(__file__).parents[1] / "gold" / "accepted.jsonl"
FEWEST_CASES = 15
"""Judged statements that a ground must have for its weight to be fitted."""
BY_HAND = frozenset({Ground.DESCRIPTION, Ground.FAR_NAME, Ground.CONTEXT_COUNTRY})
"""Grounds that articles can judge best, on which the rules were written: fitted, they would look too good."""
UNSEEN = 10
"""How often a statement of an unseen article counts in the fit: there are few, and they tell most."""
RIDGE = 3.0
FOLDS = 5
SURE = 0.8
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)

type Weights = Mapping[Ground, float]
type Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement's grounds and the document it is from; `is_right` is None where nothing judges it."""

    grounds: tuple[Ground, ...]
    document: str
    is_right: bool | None
    is_unseen: bool


def main(shared: Path, unseen: Path | None, *, is_fit: bool) -> None:
    with tempfile.TemporaryDirectory() as work:
        everything = [*_all_of(shared, Path(work) / "shared", is_unseen=False)]
        if unseen is not None:
            everything += _all_of(unseen, Path(work) / "unseen", is_unseen=True)
    judged = [one for one in everything if one.is_right is not None]
    weights: Weights = fitted(judged) if is_fit else WEIGHTS
    _report_grounds(judged, weights)
    _report_bins(judged, [_confidence(one, weights) for one in judged], everything, weights)
    if is_fit:
        print("\nCross-validated")
        _report_bins(judged, _cross_validated(judged))
        _print_table(judged, weights)


# --- what is judged ---------------------------------------------------------------------------------------------------


def _all_of(folder: Path, work: Path, *, is_unseen: bool) -> Iterator[Judged]:
    for path in sorted((folder / "gold").glob("*.json")):
        if (folder / "articles" / json.loads(path.read_text(encoding="utf-8"))["document"]).is_file():
            yield from _article(folder, path, work / path.stem, is_unseen=is_unseen)
    if (data := folder / "bench" / "knowledgenet").is_dir():
        yield from _knowledgenet(data, work / "knowledgenet")


def _article(folder: Path, path: Path, work: Path, *, is_unseen: bool) -> Iterator[Judged]:
    raw = json.loads(path.read_text(encoding="utf-8"))
    published = date.fromisoformat(raw["published"]) if raw.get("published") else None
    build([folder / "articles" / raw["document"]], work, options=BuildOptions(published=published))
    gold = read_gold(path)
    found = read_found(work)[gold.document]
    comparison = compare(found, gold, read_accepted(ACCEPTED).get(gold.document, frozenset()))
    wrong = {_key(one) for one in (*comparison.unmatched, *(one for one, _ in comparison.forbidden))}
    verdicts = {row["id"]: _row_key(row) not in wrong for row in rows_of(work / "statements.jsonl")}
    yield from _traced(work, verdicts, is_unseen=is_unseen)


def _key(statement: FoundStatement) -> tuple[object, ...]:
    subject, object_ = (end.rpartition("/")[2].rpartition("#")[2] for end in (statement.subject, statement.object))
    return subject, statement.predicate, object_, statement.status, statement.quotes[0].start


def _row_key(row: Row) -> tuple[object, ...]:
    subject, object_ = (row[end].get("id", row[end].get("value")) for end in ("subject", "object"))
    return subject.rpartition("#")[2], row["predicate"], object_, row["status"], row["evidence"]["start"]


def _knowledgenet(data: Path, work: Path) -> Iterator[Judged]:
    gold = data / "dev.jsonl"
    verdicts = dict(knowledgenet.judged(build_of(gold, work), gold, module_at(data / "score.py")))
    for one in _traced(work, verdicts, is_unseen=False):
        yield replace(one, is_right=None) if Ground.DESCRIPTION in one.grounds else one


def _traced(work: Path, verdicts: Mapping[str, bool], *, is_unseen: bool) -> Iterator[Judged]:
    """The statements of a build with their grounds: its documents are read once more."""
    ontology = load_ontology()
    for reading in read_all(Project.open(work).graph.documents, ontology, KnownActors.none()):
        for finding in traced(reading, ontology)[1]:
            yield Judged(finding.grounds, reading.document.name, verdicts.get(finding.statement.id), is_unseen)


# --- the fit ----------------------------------------------------------------------------------------------------------


def fitted(judged: Sequence[Judged]) -> Weights:
    """The weight of each ground, in hundredths; those with too few cases keep theirs."""
    free = [ground for ground in Ground if _is_fitted(judged, ground)]
    cases = np.array([[one.grounds.count(ground) for ground in free] for one in judged], dtype=float)
    common = np.array([[any(frame in one.grounds for frame in FRAMES & {*free})] for one in judged], dtype=float)
    held = np.array([sum(WEIGHTS[ground] for ground in one.grounds if ground not in free) for one in judged])
    right = np.array([one.is_right for one in judged], dtype=float)
    counts = np.array([UNSEEN if one.is_unseen else 1 for one in judged], dtype=float)
    base, *own = _regression(np.hstack([common, cases]), held, right, counts)
    found = {ground: own[at] + (base if ground in FRAMES else 0.0) for at, ground in enumerate(free)}
    return {ground: round(float(found.get(ground, WEIGHTS[ground])), 2) for ground in Ground}


def _regression(cases: Numbers, held: Numbers, right: Numbers, counts: Numbers) -> Numbers:
    """Log-odds by Newton's method; the first column, which all fitted frames share, is free of the ridge."""
    weights = np.zeros(cases.shape[1])
    ridge = np.diag([0.0] + [RIDGE] * (cases.shape[1] - 1))
    for _ in range(30):
        expected = 1 / (1 + np.exp(-(cases @ weights + held)))
        curvature = (cases * (counts * expected * (1 - expected))[:, None]).T @ cases + ridge
        weights += np.linalg.solve(curvature, cases.T @ (counts * (right - expected)) - ridge @ weights)
    return weights


def _cross_validated(judged: Sequence[Judged]) -> list[float]:
    """The confidence of each statement by weights that were fitted without the documents of its fold."""
    folds = [zlib.crc32(one.document.encode()) % FOLDS for one in judged]
    others = [[one for one, own in zip(judged, folds, strict=True) if own != fold] for fold in range(FOLDS)]
    weights = [fitted(part) for part in others]
    return [_confidence(one, weights[fold]) for one, fold in zip(judged, folds, strict=True)]


def _confidence(one: Judged, weights: Weights) -> float:
    return confidence_of(one.grounds, weights)


# --- the report -------------------------------------------------------------------------------------------------------


def _is_fitted(judged: Sequence[Judged], ground: Ground) -> bool:
    return ground not in BY_HAND and sum(ground in one.grounds for one in judged) >= FEWEST_CASES


def _report_grounds(judged: Sequence[Judged], weights: Weights) -> None:
    rows: list[tuple[object, ...]] = [("ground", "cases", "right", "weight")]
    for ground in Ground:
        own = [one for one in judged if ground in one.grounds]
        rows.append((ground.value, len(own), _share(own), f"{weights[ground]:+.2f}"))
    print_table(rows)


def _report_bins(
    judged: Sequence[Judged],
    confidences: Sequence[float],
    everything: Sequence[Judged] = (),
    weights: Weights = WEIGHTS,
) -> None:
    """How many statements have a confidence within each range, how many of them are judged, and how many right."""
    rows: list[tuple[object, ...]] = [("confidence", "judged", "mean", "right")]
    for low, high in pairwise(BINS):
        own = [(one, sure) for one, sure in zip(judged, confidences, strict=True) if low <= sure < high]
        mean = f"{sum(sure for _, sure in own) / len(own):.3f}" if own else ""
        rows.append((f"{low:.2f} up to {high:.2f}", len(own), mean, _share([one for one, _ in own])))
    print()
    print_table(rows)
    for name, kinds in (("judged", {False, True}), ("unseen", {True})):
        chosen = [(one, sure) for one, sure in zip(judged, confidences, strict=True) if one.is_unseen in kinds]
        certain = [one for one, confidence in chosen if confidence >= SURE]
        if chosen:
            print(
                f"at {SURE} or more: {len(certain) / len(chosen):.3f} of the {name} statements, right {_share(certain)}"
            )
    if everything:
        share = sum(_confidence(one, weights) >= SURE for one in everything) / len(everything)
        print(f"{share:.3f} of all {len(everything)} statements have {SURE} or more")


def _share(judged: Sequence[Judged]) -> str:
    return f"{sum(bool(one.is_right) for one in judged) / len(judged):.3f}" if judged else ""


def _print_table(judged: Sequence[Judged], weights: Weights) -> None:
    """The weights as the lines of the module; those by hand are marked."""
    print("\nWEIGHTS: Mapping[Ground, float] = {")
    for ground in Ground:
        by_hand = "" if _is_fitted(judged, ground) else "  # by hand"
        print(f"    Ground.{ground.name}: {weights[ground]},{by_hand}")
    print("}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, metavar="SHARED")
    parser.add_argument("--unseen", type=Path, metavar="FOLDER", help="articles and gold that no rule was written on")
    parser.add_argument("--fit", action="store_true", help="fit the weights, and print the table to paste")
    arguments = parser.parse_args()
    main(arguments.shared, arguments.unseen, is_fit=arguments.fit)
