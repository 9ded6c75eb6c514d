"""What a check tells: findings, each with its place and its mend, and what could not be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

SHOWN = 20
"""How many findings of a kind a report has; the rest is counted."""

REBUILD = "build again from documents.jsonl"


class Kind(StrEnum):
    """What a finding is about."""

    FILE = "file"
    LINE = "line"
    DUPLICATE = "duplicate"
    REFERENCE = "reference"
    EVIDENCE = "evidence"
    DATE = "date"
    IDENTITY = "identity"
    TABLE = "table"
    DIRECT = "direct triple"
    AGREEMENT = "agreement"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: in which file, at which line or id (empty: the file as a whole), what it is, how to mend it."""

    kind: Kind
    file: str
    place: str
    what: str
    mend: str = REBUILD

    def __str__(self) -> str:
        return f"{self.file}{', ' if self.place else ''}{self.place}: {self.what}; {self.mend}"


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that was not checked, and why."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


@dataclass(frozen=True, slots=True)
class Report:
    """The findings in the order of their kinds, at most `SHOWN` of each; `counts` has all of them."""

    findings: tuple[Finding, ...]
    counts: Mapping[Kind, int]
    unchecked: tuple[Unchecked, ...]

    @classmethod
    def of(cls, outcomes: Iterable[Finding | Unchecked]) -> Report:
        """The report on these; no more findings are kept than it has."""
        counts = Counter[Kind]()
        kept: dict[Kind, list[Finding]] = {kind: [] for kind in Kind}
        unchecked = []
        for outcome in outcomes:
            if isinstance(outcome, Unchecked):
                unchecked.append(outcome)
                continue
            counts[outcome.kind] += 1
            if counts[outcome.kind] <= SHOWN:
                kept[outcome.kind].append(outcome)
        found = tuple(finding for findings in kept.values() for finding in findings)
        return cls(found, {kind: counts[kind] for kind in Kind if counts[kind]}, tuple(unchecked))

    def of_kind(self, kind: Kind) -> tuple[Finding, ...]:
        """Those findings of the kind that the report has."""
        return tuple(finding for finding in self.findings if finding.kind is kind)

    def as_json(self) -> dict[str, Any]:
        """The report as JSON has it."""
        return {
            "counts": {kind.value: count for kind, count in self.counts.items()},
            "findings": [
                {"kind": f.kind.value, "file": f.file, "place": f.place, "what": f.what, "mend": f.mend}
                for f in self.findings
            ],
            "unchecked": [{"what": one.what, "why": one.why} for one in self.unchecked],
        }
