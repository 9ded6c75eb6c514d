"""Clauses that say a deed but by a helping verb: "as did Norway", "and so was Ada"."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.repairs.tree import children_of_heads, heads_with

_HELPERS = frozenset({"be", "do", "have", "will"})
_LIKE = frozenset({"as", "so", "nor", "neither"})
_SAID = frozenset({"attr", "acomp", "xcomp", "ccomp", "oprd", "aux", "auxpass", "neg"})


def share_deeds(words: list[str], lemmas: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Sweden recognised it, as did Norway": who takes part in a deed is one more of those who did it."""
    subject_of = children_of_heads(deps, heads, SUBJECTS)
    object_of = children_of_heads(deps, heads, {"dobj"})  # "nor did Norway"
    full = heads_with(deps, heads, _SAID)
    for helper, label in enumerate(deps):
        is_short = label in {"advcl", "conj", "parataxis", "dep"} and lemmas[helper] in _HELPERS and helper not in full
        if not is_short or words[helper - 1].lower() not in _LIKE:
            continue
        other, first = subject_of.get(helper, object_of.get(helper)), subject_of.get(heads[helper])
        if other is not None and first is not None and first < helper < other:
            deps[other], heads[other] = "conj", first
