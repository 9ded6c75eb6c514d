"""Women's and men's names, so that "she" finds the woman of two people named before."""

from __future__ import annotations

import csv
from collections.abc import Sequence
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

    def people(self, words: Sequence[str], tags: Sequence[str]) -> frozenset[int]:
        """The tokens of two or three capitalised words of which the first is a first name."""
        found: set[int] = set()
        for first, word in enumerate(words):
            end = first
            while end < len(words) and tags[end] == "NNP" and words[end][:1].isupper():
                end += 1
            if 2 <= end - first <= 3 and (not first or tags[first - 1] != "NNP") and fold(word) in self._names:
                found.update(range(first, end))
        return frozenset(found)

    def has_first_name(self, word: str) -> bool:
        """Whether it is a first name."""
        return fold(word) in self._names


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
