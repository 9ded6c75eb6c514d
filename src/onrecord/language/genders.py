"""What names tell of the person meant, so that "she" finds the woman of two people named before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.gazetteer import fold
from onrecord.model import Gender
from onrecord.ontology.tables import Genders


def are_apart(one: Gender | None, other: Gender | None) -> bool:
    """Whether both are known and differ, so that one person cannot be meant."""
    return one is not None and other is not None and one is not other


def named_people(words: Sequence[str], tags: Sequence[str], genders: Genders) -> frozenset[int]:
    """The tokens of two or three capitalised words of which the first is a first name."""
    found: set[int] = set()
    for first, word in enumerate(words):
        end = first
        while end < len(words) and tags[end] == "NNP" and words[end][:1].isupper():
            end += 1
        is_run = 2 <= end - first <= 3 and (not first or tags[first - 1] != "NNP")
        if is_run and fold(word) in genders.first_names:
            found.update(range(first, end))
    return frozenset(found)
