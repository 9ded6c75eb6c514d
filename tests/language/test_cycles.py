from onrecord.language.cycles import undo_cycles


def test_a_ring_gives_its_sentence_back_as_it_was():
    own_deps, own_heads = ["nsubj", "ROOT", "nsubj", "ROOT"], [1, 1, 3, 3]
    deps, heads = ["appos", "appos", "nsubj", "ROOT"], [1, 0, 3, 3]
    undo_cycles(deps, heads, own_deps, own_heads, [0, 2])
    assert (deps, heads) == (own_deps, own_heads)


def test_a_tree_stays_as_it_was_mended():
    deps, heads = ["appos", "ROOT", "dobj"], [1, 1, 1]
    undo_cycles(deps, heads, ["nsubj", "ROOT", "dobj"], [1, 1, 1], [0])
    assert deps == ["appos", "ROOT", "dobj"]
