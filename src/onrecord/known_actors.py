"""Actors known beforehand: those that the user tells of, and those of reference lists."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.edtf import is_edtf
from onrecord.errors import OptionError
from onrecord.identifiers import Identifier, identifier_of
from onrecord.model import EntityType

COLUMNS = ("name", "type", "aliases", "identifier", "born", "countries")
"""The columns of a known-actors file; the first two must be there."""

_REQUIRED = COLUMNS[:2]
_COUNTRY = re.compile(r"[A-Z]{2}")
_TYPES = {entity_type.value.casefold(): entity_type for entity_type in EntityType}

type _Index = Mapping[tuple[EntityType, str], tuple[KnownActor, ...]]


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor with what tells it apart from others of its name.

    `born` is an EDTF date ("1961", "1961-05"), `countries` are ISO 3166 codes of two capital letters. `source` is the
    reference list that it comes from; None for those whom the user told of.
    """

    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    born: str | None = None
    countries: tuple[str, ...] = ()
    source: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class KnownActors:
    """Actors in the order of their files."""

    actors: tuple[KnownActor, ...] = ()
    _indexes: dict[Callable[[str], str], _Index] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def none(cls) -> KnownActors:
        """No actor is known beforehand."""
        return cls()

    def named(
        self, entity_type: EntityType, comparable_name: str, comparable: Callable[[str], str]
    ) -> tuple[KnownActor, ...]:
        """The actors of this type one of whose names is comparable to that, in their order; none, one or several.

        `comparable` is the function that makes names comparable; an index is built the first time one is given.
        """
        if comparable not in self._indexes:
            self._indexes[comparable] = _index_of(self.actors, comparable)
        return self._indexes[comparable].get((entity_type, comparable_name), ())


def _index_of(actors: tuple[KnownActor, ...], comparable: Callable[[str], str]) -> _Index:
    index: dict[tuple[EntityType, str], tuple[KnownActor, ...]] = {}
    for actor in actors:
        for name in dict.fromkeys(map(comparable, actor.names)):
            key = actor.type, name
            index[key] = (*index.get(key, ()), actor)
    return index


def read_known_actors(path: Path) -> KnownActors:
    """Reads a CSV file with the columns of `COLUMNS`; aliases, identifiers and countries are parted by `;`.

    Raises OptionError with file and line when a row cannot be used.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            require_head(reader.fieldnames, f"{path}, line 1")
            return KnownActors(tuple(actor_of(row, f"{path}, line {reader.line_num}") for row in reader))
    except OSError as error:
        raise OptionError(f"{path}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise OptionError(f"{path}: no readable CSV in UTF-8 ({error})") from error


def require_head(columns: Collection[str] | None, place: str) -> None:
    """Raises OptionError if a column that must be there is not among these."""
    missing = [column for column in _REQUIRED if column not in (columns or ())]
    if missing:
        raise OptionError(f"{place}: no column {missing[0]!r}; the head must be {','.join(COLUMNS)}")


def actor_of(row: Mapping[str, str | None], place: str, source: str | None = None) -> KnownActor:
    """The actor of a row of a known-actors file, with its source.

    Raises OptionError, which begins with the place, if the row has a flaw.
    """
    name = _cell(row, "name")
    kind = _cell(row, "type")
    born = _cell(row, "born")
    countries = tuple(code.upper() for code in _list(row, "countries"))
    wrong = next((code for code in countries if not _COUNTRY.fullmatch(code)), None)
    if not name:
        raise OptionError(f"{place}: no name")
    if kind.casefold() not in _TYPES:
        raise OptionError(f"{place}: type {kind!r} is none of {', '.join(t.value for t in EntityType)}")
    if born and not is_edtf(born):
        raise OptionError(f"{place}: born {born!r} is no date; write it as 1961, 1961-05 or 1961-05-17")
    if wrong is not None:
        raise OptionError(f"{place}: country {wrong!r} is no ISO 3166 code; write NO for Norway, NO;SE for two")
    return KnownActor(
        name,
        _TYPES[kind.casefold()],
        _list(row, "aliases"),
        tuple(map(identifier_of, _list(row, "identifier"))),
        born or None,
        countries,
        source,
    )


def _cell(row: Mapping[str, str | None], column: str) -> str:
    return (row.get(column) or "").strip()


def _list(row: Mapping[str, str | None], column: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _cell(row, column).split(";") if part.strip())
