"""Ids that more than one line has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.checking.findings import Finding, Kind
from onrecord.checking.rows import EntityRow, Numbered, StatementRow


def duplicates(
    entities: Sequence[Numbered[EntityRow]], statements: Sequence[Numbered[StatementRow]]
) -> Iterator[Finding]:
    """Each further line with an id that an earlier line has, and ids that are said to be replaced but are in use."""
    yield from _repeated(entities)
    yield from _repeated(statements)
    used = {numbered.row["id"] for numbered in entities}
    for numbered in entities:
        for former in numbered.row["replaces"]:
            if former in used:
                yield numbered.finding(
                    Kind.DUPLICATE, f"{numbered.row['id']} replaces {former}, which is an entity itself"
                )


def _repeated(rows: Sequence[Numbered[EntityRow]] | Sequence[Numbered[StatementRow]]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for numbered in rows:
        identity = numbered.row["id"]
        if identity in first:
            yield numbered.finding(Kind.DUPLICATE, f"has the id {identity} of {first[identity]}")
        first.setdefault(identity, f"{numbered.file}, line {numbered.line}")
