"""The JSON lines of a build, by document, for measurements."""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.building import build

type Row = dict[str, Any]
type Span = tuple[int, int]

UNSAID = ("negated", "denied")
"""Statuses of what is not held to be so."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where the text mentions an entity, and what type of entity it is."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class Built:
    """Statements (lines of `statements.jsonl`) and mentions by document."""

    folder: Path
    statements: dict[str, list[Row]]
    mentions: dict[str, list[Mention]]


def build_of(texts: Path, folder: Path) -> Built:
    """Builds the texts in the folder and reads the outcome."""
    build([texts], folder)
    statements: dict[str, list[Row]] = defaultdict(list)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for statement in rows_of(folder / "statements.jsonl"):
        statements[statement["document"]].append(statement)
    for entity in rows_of(folder / "entities.jsonl"):
        for mention in entity["mentions"]:
            mentions[mention["document"]].append(Mention((mention["start"], mention["end"]), entity["type"]))
    return Built(folder, statements, mentions)


def rows_of(path: Path) -> Iterator[Row]:
    """The objects in a JSON lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def module_at(path: Path) -> ModuleType:
    """The Python file as a module: the scorers beside the checkout belong to no package."""
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}_{path.stem}", path)
    assert spec and spec.loader, path
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches of text have something in common."""
    return one[0] < other[1] and other[0] < one[1]


def span_of(end: Row) -> Span | None:
    """Where the subject or object of a statement stands; None for an unknown agent."""
    return (end["start"], end["end"]) if "start" in end else None


def print_table(rows: Sequence[Sequence[object]]) -> None:
    """The rows in columns, the first to the left and the others to the right; None and 0 are left blank."""
    cells = [["" if cell in (None, 0) else str(cell) for cell in row] for row in rows]
    first, *widths = (max(map(len, column)) for column in zip(*cells, strict=True))
    for head, *values in cells:
        print(head.ljust(first), *(value.rjust(width) for value, width in zip(values, widths, strict=True)), sep="  ")
