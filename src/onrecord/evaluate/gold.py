"""Gold facts: what a careful reader takes from one document, read from a JSON file.

The format is described by `gold.schema.json`. Lists are alternatives: one of them is enough, and `*` is anything.
"""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import OptionError
from onrecord.evaluate.schema import problems
from onrecord.model import EntityType

ANYTHING = "*"
SCHEMA = Path(__file__).with_name("gold.schema.json")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An actor, place or event with all the names it may have."""

    id: str
    type: EntityType
    names: tuple[str, ...]
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Which statements are meant: alternatives for each part."""

    subject: tuple[str, ...]
    predicate: tuple[str, ...]
    object: tuple[str, ...]
    status: tuple[str, ...]
    subject_may_be_unknown: bool
    evidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement(Pattern):
    """What the document says. Required ones count for recall, the others are accepted."""

    number: int
    is_required: bool
    date: tuple[str, ...]
    attributed_to: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForbiddenReading(Pattern):
    """What must not come out of the document, and why."""

    why: str
    unless_attributed: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold facts of one document."""

    document: str
    entities: tuple[GoldEntity, ...]
    statements: tuple[GoldStatement, ...]
    forbidden: tuple[ForbiddenReading, ...]

    def entity(self, identity: str) -> GoldEntity | None:
        """The entity with this id, if the file has it."""
        return next((entity for entity in self.entities if entity.id == identity), None)


def read_gold(path: Path) -> Gold:
    """The gold facts in the file. Raises OptionError with file, place and mend if it breaks the format.

    Ids that no entity of the file has can never be matched, which is most likely a slip: they are logged.
    """
    raw = _json(path)
    found = [*_broken(raw)] or [*_repeated(raw)]
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise OptionError(f"{path}: {found[0]}{more}")
    for place, identity in _undeclared(raw):
        _log.warning('%s: %s: no entity has the id "%s"; add the entity or remove the id', path, place, identity)
    return Gold(
        raw["document"],
        tuple(map(_entity, raw["entities"])),
        tuple(map(_statement, raw["statements"])),
        tuple(map(_reading, raw.get("forbidden", []))),
    )


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise OptionError(f"{path}: cannot be read ({error.strerror}); name a file with gold facts") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise OptionError(f"{path}, {place}: no JSON ({error.msg}); mend it there or just before") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise OptionError(f"{path}: no readable JSON ({error}); save it as UTF-8") from error


def _broken(raw: object) -> Iterator[str]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return problems(raw, schema, schema)


def _repeated(raw: Mapping[str, Any]) -> Iterator[str]:
    """Ids and numbers that stand twice, for which the schema has no words."""
    for section, key in (("entities", "id"), ("statements", "n")):
        values = [item[key] for item in raw[section]]
        for value, count in Counter(values).items():
            if count > 1:
                second = values.index(value, values.index(value) + 1)
                yield f"{section}[{second}].{key}: {json.dumps(value)} stands there twice; give it another"


def _undeclared(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    declared = {entity["id"] for entity in raw["entities"]} | {ANYTHING}
    for section in ("statements", "forbidden"):
        for number, item in enumerate(raw.get(section, [])):
            for key in ("subject", "object", "attributed_to"):
                for identity in item.get(key, []):
                    if identity not in declared:
                        yield f"{section}[{number}].{key}", identity


def _entity(raw: Mapping[str, Any]) -> GoldEntity:
    return GoldEntity(raw["id"], EntityType(raw["type"]), tuple(raw["names"]), raw.get("required", True))


def _statement(raw: Mapping[str, Any]) -> GoldStatement:
    return GoldStatement(
        **_pattern(raw),
        number=raw["n"],
        is_required=raw["required"] and not raw.get("optional", False),
        date=_alternatives(raw, "date"),
        attributed_to=_alternatives(raw, "attributed_to"),
    )


def _reading(raw: Mapping[str, Any]) -> ForbiddenReading:
    return ForbiddenReading(**_pattern(raw), why=raw["why"], unless_attributed=raw.get("unless_attributed", False))


def _pattern(raw: Mapping[str, Any]) -> dict[str, Any]:
    parts = {key: _alternatives(raw, key) for key in ("subject", "predicate", "object", "status")}
    return parts | {
        "subject_may_be_unknown": raw.get("subject_may_be_unknown", False),
        "evidence": raw.get("evidence"),
    }


def _alternatives(raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values: Sequence[str] = raw.get(key, ())
    return tuple(values)
