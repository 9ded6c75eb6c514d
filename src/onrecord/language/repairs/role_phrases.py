"""Roles and what is said of them: their prefixes, phrases, dates, places and clauses."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.repairs.role_tree import RoleTree
from onrecord.model import EntityType


def take_prefix(tree: RoleTree, role: int) -> None:
    """ "A second ex-governor": the parser may take "ex" for a noun, with what stands before it."""
    prefix = role - 2
    is_split = prefix >= 0 and tree.words[role - 1] == "-" and tree.words[prefix].lower() == "ex"
    if is_split and tree.heads[prefix] != role:
        if tree.heads[role] == prefix:
            tree.deps[role], tree.heads[role] = tree.deps[prefix], tree.heads[prefix]
        for at in range(max(0, prefix - 3), role):
            if tree.heads[at] == prefix:
                tree.heads[at] = role
        tree.deps[prefix], tree.heads[prefix] = "amod", role


def take_phrase(tree: RoleTree, role: int) -> None:
    """What "of" right behind a role belongs to is the role."""
    if tree.words[role + 1 : role + 2] == ["of"] and tree.deps[role + 1] == "prep":
        tree.heads[role + 1] = role


def take_cause(tree: RoleTree, role: int) -> None:
    """ "A member of parliament for Acme": for whom somebody sits belongs to the role, not to the house."""
    house = tree.child(role + 1, "pobj") if tree.words[role + 1 : role + 2] == ["of"] else None
    phrase = tree.child(house, "prep") if house is not None and tree.tags[house] == "NN" else None
    if house is None or phrase != house + 1 or tree.words[phrase] != "for":
        return
    cause = tree.child(phrase, "pobj")
    if cause is not None and tree.is_name(cause) and tree.denotes(house, EntityType.ORGANISATION):
        tree.heads[phrase] = role


def free_from_date(tree: RoleTree, role: int) -> None:
    """ "He was until May 2008 the head of": the parser sets the role beside the date."""
    date = tree.heads[role]
    if tree.deps[role] != "appos" or tree.deps[date] != "pobj":
        return
    verb = tree.heads[tree.heads[date]]
    is_date = any(tree.heads[at] == date and tree.tags[at] == "CD" for at in range(date + 1, role))
    if is_date and tree.lemmas[verb] == "be" and tree.child(verb, "attr") is None:
        tree.deps[role], tree.heads[role] = "attr", verb


def free_from_place(tree: RoleTree, role: int) -> None:
    """ "She was born in Lyon, the daughter of X": nobody is a daughter who stands beside a place."""
    top = tree.heads[role]
    if tree.deps[role] != "appos" or not tree.is_name(top) or top in tree.people or tree.has_age(role):
        return
    while tree.deps[top] in {"conj", "appos"}:
        top = tree.heads[top]
    preposition = tree.heads[top]
    if tree.lemmas[preposition] == "of" and tree.deps[tree.heads[preposition]] == "pobj":  # "in the village of X"
        preposition = tree.heads[tree.heads[preposition]]
    if tree.deps[top] != "pobj" or tree.lemmas[preposition] not in {"in", "at", "near"}:
        return
    subject = tree.child(tree.heads[preposition], *SUBJECTS)
    if subject is not None and subject < role:
        tree.heads[role] = subject


def free_meeting_place(tree: RoleTree, role: int) -> None:
    """ "She met the envoy in Lyon": where an envoy told before was met, not where the envoy is one."""
    place = role + 1
    if tree.words[place : place + 1] != ["in"] or tree.heads[place] != role or tree.deps[role] != "dobj":
        return
    article, inner = tree.child(role, "det"), tree.child(place, "pobj")
    is_plain = article == role - 1 and tree.lemmas[article] == "the" and inner is not None and tree.is_name(inner)
    if is_plain and tree.lemmas[role] in tree.lemmas[:role]:
        tree.heads[place] = tree.heads[role]


def lift_relatives(tree: RoleTree) -> None:
    """ "The director of Acme, who left": no organisation is somebody who does."""
    for token, label in enumerate(tree.deps):
        subject = tree.child(token, *SUBJECTS) if label == "relcl" else None
        if subject is not None and tree.lemmas[subject] == "who":
            role = tree.role_around(tree.heads[token])
            tree.heads[token] = role if role is not None else tree.heads[token]
