"""Roles in phrases that end in a name: "a report by the auditor, Ada Roe, says", "according to his lawyer, Ada Roe, a
clerk left". The parser takes the name for the subject, or the subject for another description of the name."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.repairs.role_tree import SINGULAR, RoleTree
from onrecord.language.repairs.tree import FINITE, NAME_TAGS, VERB_TAGS, ancestors

_BEFORE_VERBS = frozenset({"aux", "auxpass", "neg", "advmod"})
_CLAUSES = frozenset({"acl", "ccomp", "ROOT", "relcl", "conj", "advcl"})
_PHRASES = frozenset({"prep", "agent"})


def part_sources(tree: RoleTree, role: int) -> None:
    """Gives the name behind "his lawyer," to the lawyer, and the verb the subject that stands before it."""
    name = _name_behind(tree, role)
    if name is None:
        return
    if _is_inside_subject(tree, role, name) or name in ancestors(role, tree.heads):
        _free_clause(tree, role, name)
        tree.deps[name], tree.heads[name] = "appos", role
    elif tree.deps[name] == "appos" and tree.heads[name] == role:
        _free_subject(tree, role, name)
    elif (
        tree.deps[name] in SUBJECTS and tree.deps[role] == "pobj" and (found := _subject_behind(tree, name)) is not None
    ):
        noun, verb = found
        if tree.heads[name] == verb:
            tree.deps[noun], tree.heads[noun] = tree.deps[name], verb
            tree.deps[name], tree.heads[name] = "appos", role


def _name_behind(tree: RoleTree, role: int) -> int | None:
    """The last word of a name between commas right behind a role with an article or an owner, and its "of"."""
    if tree.tags[role] not in SINGULAR or tree.child(role, "det", "poss") is None:
        return None
    last = role
    if tree.words[role + 1 : role + 2] == ["of"] and tree.heads[role + 1] == role:
        last = tree.child(role + 1, "pobj") or role
    first = end = last + 2
    while end < len(tree.words) and tree.tags[end] in NAME_TAGS and tree.words[end][:1].isupper():
        end += 1
    is_apart = tree.words[last + 1 : first] == [","] == tree.words[end : end + 1] and end > first
    return end - 1 if is_apart and (end - 1 in tree.people or end - first > 1) else None


def _is_inside_subject(tree: RoleTree, role: int, name: int) -> bool:
    """Whether the verb that has the name for a subject has another one already, whose phrase the role ends."""
    verb = tree.heads[name]
    if tree.deps[name] not in SUBJECTS or verb < name or tree.tags[name + 2] not in {*VERB_TAGS, "MD", "RB"}:
        return False
    above = set(ancestors(role, tree.heads))
    return any(tree.deps[at] in SUBJECTS and tree.heads[at] == verb for at in above if at < role)


def _free_clause(tree: RoleTree, role: int, name: int) -> None:
    """ "Where, according to his lawyer, Ada Roe, a clerk stole it": the clause that stands for the name's."""
    found = _subject_behind(tree, name)
    if found is None:
        return
    noun, verb = found
    label = tree.deps[name]
    tree.heads[verb] = verb if label == "ROOT" else tree.heads[name]
    tree.deps[verb] = "relcl" if label == "appos" else label
    for at in range(role):
        if tree.heads[at] == name and tree.deps[at] != "compound":
            tree.heads[at] = verb
    tree.deps[noun], tree.heads[noun] = "nsubj", verb


def _free_subject(tree: RoleTree, role: int, name: int) -> None:
    """ "After talks with his adviser, Ada Roe, the president left", "said his lawyer, Ada Roe, a clerk left"."""
    found = _subject_behind(tree, name)
    if found is None:
        return
    noun, verb = found
    former = next((at for at in range(role + 1) if tree.heads[at] == verb and tree.deps[at] in SUBJECTS), None)
    speech = tree.start_of(role) - 1
    is_inverted = speech >= 0 and tree.tags[speech] in FINITE and tree.child(speech, *SUBJECTS) is None
    if former == role and is_inverted:
        tree.deps[role], tree.heads[role] = "nsubj", speech
    elif former is not None:
        start = tree.start_of(former)
        phrase = start - 1
        if phrase < 0 or tree.deps[phrase] not in _PHRASES or tree.child(phrase, "pobj") is not None:
            return
        tree.deps[former], tree.heads[former] = "pobj", phrase
    elif tree.deps[verb] == "acl":
        return
    tree.deps[noun], tree.heads[noun] = "nsubj", verb


def _subject_behind(tree: RoleTree, name: int) -> tuple[int, int] | None:
    """The noun that the parser makes a description of the name, and the verb right behind it: no comma parts them."""
    noun = tree.child(name, "appos")
    if noun is None or noun < name or tree.child(noun, "det", "poss") is None:
        return None
    if tree.words[tree.start_of(noun, from_token=name + 1) - 1] != ",":
        return None
    verb = noun + 1
    while verb < len(tree.words) and tree.deps[verb] in _BEFORE_VERBS and tree.heads[verb] > verb:
        verb += 1
    is_verb = verb < len(tree.words) and tree.tags[verb] in {*FINITE, "VBN", "VB"}
    return (noun, verb) if is_verb and tree.deps[verb] in _CLAUSES else None
