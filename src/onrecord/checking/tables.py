"""The tables that are the user's own: they must be readable, or the next build stops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.checking.findings import Finding, Kind
from onrecord.decisions import DECISIONS_FILE, read_decisions
from onrecord.errors import ProjectError
from onrecord.references import REFERENCES_FILE, read_references

_READERS: tuple[tuple[str, Callable[[Path], object]], ...] = (
    (DECISIONS_FILE, read_decisions),
    (REFERENCES_FILE, read_references),
)


def unreadable_tables(folder: Path) -> Iterator[Finding]:
    """The first fault of each table."""
    for name, read in _READERS:
        try:
            read(folder)
        except ProjectError as error:
            told, _, mend = str(error).removeprefix(str(folder / name)).lstrip(", ").rpartition("; ")
            place, _, what = told.rpartition(": ") if told.startswith("line ") else ("", "", told.lstrip(": "))
            yield Finding(Kind.TABLE, name, place, what, mend)


def reference_sources(folder: Path) -> frozenset[str]:
    """The names of the reference lists; none if the table cannot be read."""
    try:
        return frozenset(actor.source for actor in read_references(folder) if actor.source is not None)
    except ProjectError:
        return frozenset()
