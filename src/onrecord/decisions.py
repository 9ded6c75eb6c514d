"""What people decided: two names are one actor's, or two actors'. The table of it in a project's folder is theirs."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import ProjectError
from onrecord.model import EntityType

DECISIONS_FILE = "decisions.csv"

COLUMNS = ("decision", "type", "left", "left_document", "right", "right_document", "note")
"""The columns of the table; all but the last must be there."""

_SAME, _DIFFERENT = "same", "different"
_TYPES = {entity_type.value.casefold(): entity_type for entity_type in EntityType}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Whom a decision is about: the bearer of a name, in all documents or in the document of this name."""

    name: str
    document: str | None = None

    def __str__(self) -> str:
        return f"“{self.name}”" + (f" in {self.document}" if self.document is not None else "")


@dataclass(frozen=True, slots=True)
class Decision:
    """That `left` and `right` are one actor of the type (`is_same`), or two."""

    is_same: bool
    type: EntityType
    left: Anchor
    right: Anchor
    note: str = ""

    def __str__(self) -> str:
        return f"{_SAME if self.is_same else _DIFFERENT} {self.type.value}, {self.left} and {self.right}"


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions in the order they were made; of two about one pair the later counts."""

    rows: tuple[Decision, ...] = ()

    @classmethod
    def none(cls) -> Decisions:
        """Nobody has decided anything."""
        return cls()


def read_decisions(folder: Path) -> Decisions:
    """The decisions in the project's folder; none if it has no table. Raises ProjectError, with file and line."""
    path = folder / DECISIONS_FILE
    if not path.exists():
        return Decisions.none()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            _require_head(reader.fieldnames or (), path)
            return Decisions(tuple(_decisions(reader, path)))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ProjectError(f"{path}: no readable CSV in UTF-8 ({error}); mend it or remove it") from error


def append_decisions(folder: Path, rows: Collection[Decision]) -> None:
    """Puts the rows behind those of the table, which stay as they are, byte for byte; makes the table if there is none.

    Raises ProjectError for a broken table and where none can be written; then it is as it was.
    """
    path = folder / DECISIONS_FILE
    work = folder.with_name(f".{folder.name}.{DECISIONS_FILE}-{os.getpid()}")
    read_decisions(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        former = path.read_bytes() if path.exists() else ",".join(COLUMNS).encode()
        gap = b"" if former.endswith((b"\n", b"\r")) else b"\n"
        work.write_bytes(former + gap + _text_of(rows, _head_of(former)).encode("utf-8", "replace"))
        work.replace(path)
    except OSError as error:
        raise ProjectError(f"{path}: cannot be written ({error.strerror}); check space and permissions") from error
    finally:
        work.unlink(missing_ok=True)


def _head_of(table: bytes) -> list[str]:
    return next(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def _text_of(rows: Collection[Decision], head: Collection[str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, head, extrasaction="ignore", lineterminator="\n")
    for row in rows:
        cells = (
            _SAME if row.is_same else _DIFFERENT,
            row.type.value,
            row.left.name,
            row.left.document or "",
            row.right.name,
            row.right.document or "",
            row.note,
        )
        writer.writerow(dict(zip(COLUMNS, cells, strict=True)))
    return text.getvalue()


def _require_head(columns: Collection[str], path: Path) -> None:
    missing = [column for column in COLUMNS[:-1] if column not in columns]
    if missing:
        raise ProjectError(f"{path}, line 1: no column {missing[0]!r}; the head must be {','.join(COLUMNS)}")


def _decisions(reader: csv.DictReader[str], path: Path) -> Iterator[Decision]:
    for row in reader:
        place = f"{path}, line {reader.line_num}"
        flaw = _flaw_of(row)
        if flaw is not None:
            raise ProjectError(f"{place}: {flaw}; mend the line or remove it")
        yield Decision(
            _cell(row, "decision").casefold() == _SAME,
            _TYPES[_cell(row, "type").casefold()],
            Anchor(_cell(row, "left"), _cell(row, "left_document") or None),
            Anchor(_cell(row, "right"), _cell(row, "right_document") or None),
            _cell(row, "note"),
        )


def _flaw_of(row: Mapping[str, str | None]) -> str | None:
    decision, kind = _cell(row, "decision"), _cell(row, "type")
    if decision.casefold() not in {_SAME, _DIFFERENT}:
        return f"decision {decision!r} is neither {_SAME} nor {_DIFFERENT}"
    if kind.casefold() not in _TYPES:
        return f"type {kind!r} is none of {', '.join(t.value for t in EntityType)}"
    for side in ("left", "right"):
        if not _cell(row, side):
            return f"no name in the column {side!r}"
    if None in row:
        return "more cells than the head has columns"
    return None


def _cell(row: Mapping[str, str | None], column: str) -> str:
    return (row.get(column) or "").strip()
