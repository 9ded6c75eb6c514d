"""The tables of an ontology folder: names of countries, first names and their forms. A folder may do without them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.errors import OntologyError
from onrecord.model import Gender

COUNTRIES, GENDERS, GIVEN_NAMES = "countries.csv", "genders.csv", "given_names.csv"
TABLES = (COUNTRIES, GENDERS, GIVEN_NAMES)
"""What analysis and resolution read beside the Turtle files."""

_COLUMNS = {COUNTRIES: ("name", "kind", "country"), GENDERS: ("name", "gender"), GIVEN_NAMES: ("name", "form_of")}
_KINDS = frozenset({"label", "name", "adjective", "territory"})


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


@dataclass(frozen=True, eq=False)
class GivenNames:
    """First names, in lower case and without diacritics, and the names that they are forms of: "bill", "william"."""

    forms: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def are_forms(self, first: str, second: str) -> bool:
        """Whether both are forms of one name."""
        return not self.forms.get(first, frozenset()).isdisjoint(self.forms.get(second, frozenset()))


def read_countries(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each name of `countries.csv`, its kind, and the ISO 3166 code of the country.

    A kind is "label" (the name by which we call the country in all that we write), "name", "adjective", or "territory"
    (disputed, so without a code). Codes are those of ISO 3166-1, or for former countries the two letters that they had;
    their four letters in ISO 3166-3 where the two are another's. Raises OntologyError with file and line.
    """
    for place, (name, kind, country) in _rows(folder / COUNTRIES):
        if kind not in _KINDS or not name or (kind == "territory") == bool(country):
            raise OntologyError(
                f"{place}: wanted a name, its kind ({' or '.join(sorted(_KINDS))}) and, of a country, its code"
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


def read_given_names(folder: Path) -> GivenNames:
    """What `given_names.csv` tells: a row has a first name and one that it is a form of; a name may have several rows.

    Raises OntologyError with file and line.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    for place, (name, form_of) in _rows(folder / GIVEN_NAMES):
        if not (name and form_of) or " " in name:
            raise OntologyError(f"{place}: wanted one first name and the name that it is a form of")
        forms[name.casefold()].add(form_of.casefold())
    return GivenNames({name: frozenset(found) for name, found in forms.items()})


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
