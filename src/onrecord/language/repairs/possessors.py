"""Mends possessors that are names of several words: "the Council of Europe's envoy" is not an envoy of Europe's."""

from __future__ import annotations

from onrecord.language.repairs.tree import ancestors


def mend_possessors(words: list[str], deps: list[str], heads: list[int], entities: list[tuple[int, int, str]]) -> None:
    """Makes the whole name the possessor where the parser takes its last word alone ("Bank of England's governor")."""
    for first, end, _ in entities:
        last = end - 1
        while last > first and words[last] in {"'s", "’s", "'", "’"}:
            last -= 1
        name, noun = first, heads[last]
        while name < last and heads[name] != name and heads[name] in range(first, last + 1):
            name = heads[name]
        of = last - 1
        while of > name and words[of].lower() != "of":
            of -= 1
        is_split = deps[last] == "poss" and noun > last and name < of and heads[name] != noun
        if not is_split or name not in ancestors(noun, heads):
            continue
        deps[noun], heads[noun] = deps[name], noun if heads[name] == name else heads[name]
        for at in range(len(heads)):
            if heads[at] == name and at not in range(first, last + 1) and at != noun:
                heads[at] = noun
        deps[name], heads[name] = "poss", noun
        deps[last], heads[last] = "pobj", of
        for at in range(last + 1, end):
            heads[at] = name
