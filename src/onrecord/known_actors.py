"""Actors that the user already knows: their names are found and typed as told."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import OptionError
from onrecord.model import EntityType

_COLUMNS = ("name", "type", "aliases", "identifier")


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One row of a known-actors file."""

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    identifier: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class KnownActors:
    """The rows of a known-actors file, in its order."""

    actors: tuple[KnownActor, ...] = ()

    @classmethod
    def none(cls) -> KnownActors:
        """No actor is known beforehand."""
        return cls()


def read_known_actors(path: Path) -> KnownActors:
    """Reads a CSV file with the columns name, type, aliases (parted by `;`) and identifier.

    Raises OptionError with file and line when a row cannot be used.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [column for column in _COLUMNS[:2] if column not in (reader.fieldnames or ())]
            if missing:
                raise OptionError(f"{path}, line 1: no column {missing[0]!r}; the head must be {','.join(_COLUMNS)}")
            return KnownActors(tuple(_actor(row, f"{path}, line {reader.line_num}") for row in reader))
    except OSError as error:
        raise OptionError(f"{path}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise OptionError(f"{path}: no readable CSV in UTF-8 ({error})") from error


def _actor(row: dict[str, str | None], place: str) -> KnownActor:
    name = (row.get("name") or "").strip()
    kind = (row.get("type") or "").strip()
    by_name = {entity_type.value.casefold(): entity_type for entity_type in EntityType}
    if not name:
        raise OptionError(f"{place}: no name")
    if kind.casefold() not in by_name:
        raise OptionError(f"{place}: type {kind!r} is none of {', '.join(t.value for t in EntityType)}")
    aliases = tuple(alias.strip() for alias in (row.get("aliases") or "").split(";") if alias.strip())
    return KnownActor(name, by_name[kind.casefold()], aliases, (row.get("identifier") or "").strip() or None)
