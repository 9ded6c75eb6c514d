"""Evaluation: a build held against gold facts, with figures and what kind of mistakes there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from onrecord.errors import OptionError
from onrecord.evaluate.accepted import Accepted, read_accepted
from onrecord.evaluate.confusion import Kind, Mistake, Side, mistakes_of
from onrecord.evaluate.figures import Figures
from onrecord.evaluate.found import FoundDocument, read_found
from onrecord.evaluate.gold import Gold, read_gold
from onrecord.evaluate.scoring import compare, figures_of

__all__ = ["DocumentEvaluation", "Evaluation", "Kind", "Mistake", "Side", "evaluate"]

type Confusion = Mapping[tuple[Kind, Side], int]


@dataclass(frozen=True, slots=True)
class DocumentEvaluation:
    """How one document's statements agree with its gold facts."""

    document: str
    figures: Figures
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a build agrees with the gold facts, document by document in the order of the gold files."""

    documents: tuple[DocumentEvaluation, ...]

    @property
    def total(self) -> Figures:
        """The figures over all documents, each statement and entity with the same weight."""
        return sum((document.figures for document in self.documents), start=Figures())

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """The mistakes of all documents."""
        return tuple(mistake for document in self.documents for mistake in document.mistakes)

    def as_json(self) -> dict[str, Any]:
        """The evaluation as plain data: documents and total, with figures, confusion by kind, and each mistake."""
        documents = [
            {
                "document": document.document,
                "figures": document.figures.as_json(),
                "confusion": confusion_as_json(document.mistakes),
                "mistakes": [_mistake_as_json(mistake) for mistake in document.mistakes],
            }
            for document in self.documents
        ]
        total = {"figures": self.total.as_json(), "confusion": confusion_as_json(self.mistakes)}
        return {"documents": documents, "total": total}


def evaluate(graph: Path, gold_files: Sequence[Path], *, accepted: Path | None = None) -> Evaluation:
    """Holds a build (its folder or its `graph.nq`) against gold files, one for each document.

    `accepted` names a JSON lines file of statements that count as right though the gold does not list them. Raises
    OptionError for files that cannot be used, and for a gold file whose document the graph does not have.
    """
    golds = [(path, read_gold(path)) for path in gold_files]
    by_document = read_accepted(accepted) if accepted else {}
    found = read_found(graph)
    return Evaluation(
        tuple(
            _evaluate_one(_document_of(gold, path, found), gold, by_document.get(gold.document, frozenset()))
            for path, gold in golds
        )
    )


def confusion(mistakes: Sequence[Mistake]) -> Confusion:
    """How many mistakes there are of each kind and side."""
    return Counter((mistake.kind, mistake.side) for mistake in mistakes)


def confusion_as_json(mistakes: Sequence[Mistake]) -> dict[str, dict[str, int]]:
    """How many mistakes there are, by kind and then by side, with all kinds."""
    counts = confusion(mistakes)
    return {kind.value: {side.value: counts.get((kind, side), 0) for side in Side} for kind in Kind}


def _evaluate_one(found: FoundDocument, gold: Gold, accepted: Accepted) -> DocumentEvaluation:
    comparison = compare(found, gold, accepted)
    return DocumentEvaluation(gold.document, figures_of(comparison), tuple(mistakes_of(comparison)))


def _document_of(gold: Gold, path: Path, found: Mapping[str, FoundDocument]) -> FoundDocument:
    """The document that the gold is about: the one of that name, or else the only one with that last part of it."""
    if gold.document in found:
        return found[gold.document]
    stem = PurePosixPath(gold.document).stem
    alike = [document for name, document in found.items() if PurePosixPath(name).stem == stem]
    if len(alike) == 1:
        return alike[0]
    names = sorted(found)
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    raise OptionError(f'{path}: document: the graph has no "{gold.document}"; it has {shown}')


def _mistake_as_json(mistake: Mistake) -> dict[str, str | None]:
    return {
        "kind": mistake.kind.value,
        "of": mistake.side.value,
        "predicate": mistake.predicate,
        "what": mistake.what,
        "evidence": mistake.evidence,
    }
