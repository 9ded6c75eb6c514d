"""Women's and men's names, so that "she" finds the woman of two people named before."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from onrecord.errors import OntologyError
from onrecord.language.gazetteer import fold
from onrecord.model import Gender


class Genders:
    """Look-ups by name. Build it with `genders()`, which loads once a process."""

    def __init__(self, table: dict[str, Gender]) -> None:
        self._names = {name: gender for name, gender in table.items() if name[0] != "-"}
        self._endings = {name[1:]: gender for name, gender in table.items() if name[0] == "-"}

    def of(self, name: str) -> Gender | None:
        """The gender of a person's name by its first word, else by how its last one ends; None where neither tells."""
        words = fold(name).split()
        if not words:
            return None
        if len(words) > 1 and (first := self._names.get(words[0].split("-")[0])) is not None:
            return first
        return next((gender for ending, gender in self._endings.items() if words[-1].endswith(ending)), None)


def are_apart(one: Gender | None, other: Gender | None) -> bool:
    """Whether both are known and differ, so that one person cannot be meant."""
    return one is not None and other is not None and one is not other


@cache
def genders(folder: Path) -> Genders:
    """The names of an ontology folder's `genders.csv`: a first name, or `-` and the ending of a last one, and a gender.

    Raises OntologyError with file and line. A folder without the file tells no gender by name.
    """
    path = folder / "genders.csv"
    if not path.exists():
        return Genders({})
    table = {}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            gender, name = row.get("gender") or "", fold(row.get("name") or "")
            if gender not in set(Gender) or not name.strip("-"):
                raise OntologyError(f"{path}, line {reader.line_num}: wanted a name and {' or '.join(Gender)}")
            table[name] = Gender(gender)
    return Genders(table)
