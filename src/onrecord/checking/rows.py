"""The JSON lines of a project with their numbers, each held against the form that it must have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

from pydantic import TypeAdapter, ValidationError

from onrecord.checking.findings import REBUILD, Finding, Kind
from onrecord.model import EntityType, Status


class NameRow(TypedDict):
    """An entity as others refer to it."""

    id: str
    name: str


class WordsRow(TypedDict):
    """The words in the text that stand for a subject or an object, where it has some."""

    start: NotRequired[int]
    end: NotRequired[int]
    text: NotRequired[str]


class ActorRow(WordsRow):
    """The subject, or an object that is an entity; the unknown agent has no type."""

    id: str
    name: str
    type: NotRequired[EntityType]


class ValueRow(WordsRow):
    """An object that is a literal."""

    value: str


def actor_of(object_: ActorRow | ValueRow) -> ActorRow | None:
    """The object, if it is an entity."""
    return None if "value" in object_ else object_


class QuoteRow(TypedDict):
    """The evidence of a statement."""

    start: int
    end: int
    quote: str


class StatementRow(TypedDict):
    """A line of `statements.jsonl` and of `open_statements.jsonl`."""

    id: str
    document: str
    subject: ActorRow
    predicate: str
    object: ActorRow | ValueRow
    status: Status
    attributed_to: list[NameRow]
    disputed_by: list[NameRow]
    date: str | None
    place: NameRow | None
    detail: str | None
    confidence: float
    evidence: QuoteRow


class MentionRow(TypedDict):
    """A mention of an entity."""

    document: str
    start: int
    end: int
    text: str


class EntityRow(TypedDict):
    """A line of `entities.jsonl`."""

    id: str
    type: EntityType
    name: str
    aliases: list[str]
    identifiers: dict[str, str]
    replaces: list[str]
    mentions: list[MentionRow]


class SideRow(TypedDict):
    """One of the two that a link of `identity.jsonl` is about."""

    id: str
    name: str
    document: str


class LinkRow(TypedDict):
    """A line of `identity.jsonl`."""

    zone: Literal["sure", "possible"]
    left: SideRow
    right: SideRow
    weight: float
    reasons: list[str]


STATEMENT = TypeAdapter(StatementRow)
ENTITY = TypeAdapter(EntityRow)
LINK = TypeAdapter(LinkRow)


@dataclass(frozen=True, slots=True)
class Numbered[Row]:
    """A line of a file that has the form it must have."""

    file: str
    line: int
    row: Row

    def finding(self, kind: Kind, what: str, mend: str = REBUILD) -> Finding:
        """A finding about this line."""
        return Finding(kind, self.file, f"line {self.line}", what, mend)


def rows_of[Row](path: Path, form: TypeAdapter[Row]) -> Iterator[Numbered[Row] | Finding]:
    """Each line of the file, or what is wrong with its form. Raises OSError if the file cannot be read."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                yield Numbered(path.name, number, form.validate_json(line, strict=True))
            except ValidationError as error:
                yield Finding(Kind.LINE, path.name, f"line {number}", _told(error))


def _told(error: ValidationError) -> str:
    """The first fault of a line: where in it, and what."""
    first = error.errors(include_url=False, include_context=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    value = "" if first["type"] in {"json_invalid", "missing"} else f", not {str(first['input'])[:40]!r}"
    return f"{where}{': ' if where else ''}{first['msg']}{value}"
