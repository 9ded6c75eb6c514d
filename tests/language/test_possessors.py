"""Possessors that are names of several words."""

from onrecord.language.repairs.possessors import mend_possessors

WORDS = "Kari , the Council of Europe 's envoy , left".split()


def test_the_whole_name_is_the_possessor() -> None:
    deps = "nsubj punct det appos prep poss case pobj punct ROOT".split()
    heads = [9, 0, 3, 0, 3, 7, 5, 4, 0, 9]
    mend_possessors(WORDS, deps, heads, [(3, 6, "ORG")])
    assert (deps[7], heads[7]) == ("appos", 0)
    assert (deps[3], heads[3]) == ("poss", 7)
    assert (deps[5], heads[5]) == ("pobj", 4)


def test_a_name_at_the_root_ends_the_search_and_stays() -> None:
    words, deps, heads = ["Bank", "of", "Norway"], ["ROOT", "prep", "pobj"], [0, 0, 1]
    mend_possessors(words, deps, heads, [(0, 3, "ORG")])
    assert (deps, heads) == (["ROOT", "prep", "pobj"], [0, 0, 1])
