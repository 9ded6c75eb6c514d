"""The tables of an ontology folder: names of countries, women's and men's names. A folder may do without them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import OntologyError
from onrecord.model import Gender

COUNTRIES, GENDERS = "countries.csv", "genders.csv"
TABLES = (COUNTRIES, GENDERS)
"""What the analysis reads beside the Turtle files."""

_COLUMNS = {COUNTRIES: ("name", "kind", "country"), GENDERS: ("name", "gender")}
_KINDS = frozenset({"name", "adjective"})


@dataclass(frozen=True, slots=True)
class Genders:
    """First names and endings of last names, in lower case and without diacritics, and whose they are."""

    first_names: dict[str, Gender] = field(default_factory=dict)
    endings: dict[str, Gender] = field(default_factory=dict)

    def of(self, name: str) -> Gender | None:
        """A person's gender by the first word of a folded name, else by how the last one ends; None if none tells."""
        words = name.split()
        if not words:
            return None
        if len(words) > 1 and (first := self.first_names.get(words[0].split("-")[0])) is not None:
            return first
        return next((gender for ending, gender in self.endings.items() if words[-1].endswith(ending)), None)


def read_countries(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each name of `countries.csv`, whether it is a name or an adjective, and the ISO 3166 code of the country.

    Raises OntologyError with file and line.
    """
    for place, (name, kind, country) in _rows(folder / COUNTRIES):
        if kind not in _KINDS or not (name and country):
            raise OntologyError(
                f"{place}: wanted a name, its kind ({' or '.join(sorted(_KINDS))}) and the code of a country"
            )
        yield name, kind, country


def read_genders(folder: Path) -> Genders:
    """What `genders.csv` tells: a row has a first name, or `-` and the ending of a last one, and a gender.

    Raises OntologyError with file and line.
    """
    first_names, endings = {}, {}
    for place, (name, gender) in _rows(folder / GENDERS):
        if gender not in set(Gender) or not name.strip("-"):
            raise OntologyError(f"{place}: wanted a name and {' or '.join(Gender)}")
        if name.startswith("-"):
            endings[name[1:].casefold()] = Gender(gender)
        else:
            first_names[name.casefold()] = Gender(gender)
    return Genders(first_names, endings)


def _rows(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each row's place and cells, in the order of the columns; nothing if there is no such file."""
    if not path.exists():
        return
    columns = _COLUMNS[path.name]
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                raise OntologyError(f"{path}, line 1: no column {missing[0]!r}; the head must be {','.join(columns)}")
            for row in reader:
                yield f"{path}, line {reader.line_num}", tuple((row[column] or "").strip() for column in columns)
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise OntologyError(f"{path}: no readable CSV in UTF-8 ({error})") from error
