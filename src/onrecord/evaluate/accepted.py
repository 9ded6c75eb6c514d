"""Statements that a person has read and found true though the gold does not list them: they count as right."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from onrecord.errors import OptionError
from onrecord.evaluate.found import FoundDocument, FoundStatement
from onrecord.evaluate.matching import comparable

_KEYS = ("document", "subject", "predicate", "object", "status")

type Key = tuple[str, str, str, str]
"""Subject, predicate, object, status; actors by name."""
type Accepted = frozenset[Key]


def read_accepted(path: Path) -> Mapping[str, Accepted]:
    """The accepted statements by document.

    JSON lines with document, subject, predicate, object, status and, for the reader, evidence; subject and object by
    name. Raises OptionError with file and line.
    """
    found: dict[str, set[Key]] = defaultdict(set)
    try:
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
            if line.strip():
                document, *rest = _row(line, f"{path}, line {number}")
                found[document].add(_key(*rest))
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: cannot be read ({error}); name a JSON lines file in UTF-8") from error
    return {document: frozenset(keys) for document, keys in found.items()}


def accepted_key(statement: FoundStatement, found: FoundDocument) -> Key:
    """How a statement of the graph would stand among the accepted ones."""
    subject, object_ = found.label(statement.subject), found.label(statement.object)
    return _key(subject, statement.predicate, object_, statement.status)


def _row(line: str, place: str) -> list[str]:
    mend = f"write an object with {', '.join(_KEYS)}, each a string"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise OptionError(f"{place}: no JSON ({error}); {mend}") from error
    for key in _KEYS:
        if not isinstance(row, dict) or not isinstance(row.get(key), str):
            raise OptionError(f'{place}: no "{key}"; {mend}')
    return [row[key] for key in _KEYS]


def _key(subject: str, predicate: str, object_: str, status: str) -> Key:
    return comparable(subject), predicate, comparable(object_), status
