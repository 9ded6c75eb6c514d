"""The figures of an evaluation: counts that can be added up, and the shares that they make."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """The share, rounded to three digits; None of nothing."""
        return round(self.right / self.of, 3) if self.of else None

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How well a graph agrees with the gold.

    `entities`: required entities found with the right type. `names`: found with any type. `splits`: entities of the
    graph too many for one of the gold. `recall`: required statements found. `precision`: statements of the graph that
    the gold has or that were accepted by hand. `forbidden`: readings that must not come out. `dates` and `speakers`:
    right ones, among the found statements for which the gold has them. `ungrounded`: statements whose quote does not
    stand in the text at its offsets; None if the text is not at hand.
    """

    entities: Share = Share()
    names: Share = Share()
    splits: int = 0
    recall: Share = Share()
    precision: Share = Share()
    accepted: int = 0
    forbidden: int = 0
    dates: Share = Share()
    speakers: Share = Share()
    ungrounded: int | None = None

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            entities=self.entities + other.entities,
            names=self.names + other.names,
            splits=self.splits + other.splits,
            recall=self.recall + other.recall,
            precision=self.precision + other.precision,
            accepted=self.accepted + other.accepted,
            forbidden=self.forbidden + other.forbidden,
            dates=self.dates + other.dates,
            speakers=self.speakers + other.speakers,
            ungrounded=_sum(self.ungrounded, other.ungrounded),
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of the rounded precision and recall."""
        precision, recall = self.precision.value or 0.0, self.recall.value or 0.0
        return round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0

    def as_json(self) -> dict[str, float | int | None]:
        """The figures by the names that they have in reports."""
        return {
            "entities_required": self.entities.of,
            "entity_recall": self.entities.value,
            "entity_found_any_type": self.names.value,
            "entity_splits": self.splits,
            "statements": self.precision.of,
            "statement_recall": self.recall.value or 0.0,
            "statement_precision": self.precision.value or 0.0,
            "statement_f1": self.f1,
            "accepted_by_hand": self.accepted,
            "forbidden": self.forbidden,
            "date_accuracy": self.dates.value,
            "attribution_accuracy": self.speakers.value,
            "ungrounded": self.ungrounded,
        }


def _sum(one: int | None, other: int | None) -> int | None:
    """The sum of what is known; None if nothing is."""
    known = [count for count in (one, other) if count is not None]
    return sum(known) if known else None
