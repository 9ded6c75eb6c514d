"""Roles and their names: who the director, the envoy or the daughter is."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.repairs.role_tree import SINGULAR, RoleTree
from onrecord.language.repairs.tree import whole_name
from onrecord.model import EntityType

_LIST_MARKS = frozenset({":", "-", "–", "—", ","})
_ARGUMENTS = SUBJECTS | {"dobj", "pobj", "dative"}


def name_subject(tree: RoleTree, role: int) -> None:
    """ "Her son, Bo shared the house", "Ada and her son, Bo shared": the name is the role's, no second subject."""
    verb, label = tree.heads[role], tree.deps[role]
    if label == "conj":
        verb, label = tree.heads[verb], tree.deps[verb]
    if label not in {"nsubj", "npadvmod"} or tree.words[role + 1 : role + 2] != [","]:
        return
    if tree.tags[role] != "NN" or tree.child(role, "poss") is None:
        return
    for name in range(role + 2, min(role + 6, verb)):
        if tree.deps[name] == "nsubj" and tree.heads[name] == verb and tree.is_name(name):
            tree.deps[role] = "conj" if tree.deps[role] == "conj" else "nsubj"
            tree.deps[name], tree.heads[name] = "appos", role


def name_root(tree: RoleTree, role: int) -> None:
    """ "The envoy for human rights, Ada Roe, on Monday left": the role is the subject."""
    if tree.deps[role] != "ROOT" or tree.tags[role] not in SINGULAR or tree.child(role, *SUBJECTS) is not None:
        return
    for name in range(role + 2, min(role + 14, len(tree.words))):
        if tree.deps[name] in SUBJECTS and tree.heads[name] > name and name in tree.people:
            first = tree.start_of(name, from_token=role)
            is_inside = all(tree.heads[at] in range(role, first) for at in range(role + 1, first - 1))
            if tree.words[first - 1] == "," and is_inside and "," in tree.words[name : name + 2]:
                tree.deps[role], tree.heads[role] = tree.deps[name], tree.heads[name]
                tree.deps[name], tree.heads[name] = "appos", role
            return


def name_beside(tree: RoleTree, role: int) -> None:
    """ "He sold it to her son-in-law, Ada Roe.": the name between a role and the next comma is the role's.

    Also behind its phrase: "the governor of Lyon, Ada Roe,".
    """
    if tree.tags[role] != "NN" or tree.child(role, "poss", "det") is None:
        return
    last = role
    if tree.words[role + 1 : role + 2] == ["of"] and tree.heads[role + 1] == role:
        last = tree.child(role + 1, "pobj") or role
    first = last + 2
    name = whole_name(first, tree.deps, tree.heads)
    around = [*tree.words[last + 1 : first], *tree.words[name + 1 : name + 2]]
    if len(around) < 2 or around[0] != "," or around[1] not in {",", ".", ";"} or not tree.is_name(name):
        return
    is_other = tree.heads[name] == role or tree.heads[role] == name
    is_listed = tree.deps[name] == "conj" and tree.heads[name] == last != role and first < name and name in tree.people
    if not is_other and (is_listed or tree.deps[name] in {"attr", "npadvmod", "dep", "appos", "oprd", "ROOT"}):
        if tree.deps[name] == "ROOT":
            _free_sentence(tree, name, role)
        tree.deps[name], tree.heads[name] = "appos", role


def _free_sentence(tree: RoleTree, name: int, role: int) -> None:
    """Gives what hangs on a name that the parser began a sentence with ("..., Ada Roe, in Lyon, and fled") its verb."""
    verb = role
    while tree.tags[verb][:2] != "VB" and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    top = verb
    while tree.heads[top] != top:
        top = tree.heads[top]
    for at in range(name + 1, len(tree.heads)):
        if tree.heads[at] == name and tree.deps[at] in {"prep", "conj", "cc", "npadvmod"}:
            tree.heads[at] = verb if tree.deps[at] == "prep" else top


def stand_by_nearest(tree: RoleTree, role: int) -> None:
    """ "The officer shot at Ada Roe, a student at X": who stands right before "a student" is one."""
    if tree.deps[role] != "appos" or tree.tags[role] != "NN":
        return
    first = tree.start_of(role)
    name = first - 2
    is_apart = name >= 0 and tree.words[first - 1] == "," and tree.words[first] in {"a", "an"}
    is_person = is_apart and (tree.has_age(role) or name in tree.people)
    is_person = is_person and tree.is_name(name) and tree.deps[name] in _ARGUMENTS
    if is_person and tree.heads[role] < name - 3:
        tree.heads[role] = name


def appose_group(tree: RoleTree, group: int) -> None:
    """ "The licence of Acme, a company set up by Ada Roe": what stands right before "a company" is one."""
    if tree.deps[group] != "appos" or tree.tags[group] != "NN" or not tree.denotes(group, EntityType.ORGANISATION):
        return
    first = tree.start_of(group)
    name = first - 2
    if name < 0 or tree.words[first - 1] != "," or tree.words[first] not in {"a", "an"}:
        return
    if tree.is_name(name) and name not in tree.people and tree.deps[name] in _ARGUMENTS and tree.heads[name] != group:
        tree.heads[group] = name


def free_from_name(tree: RoleTree, role: int) -> None:
    """ "Appointed Ada Roe finance director": the parser takes the name for a part of the role."""
    verb, name = tree.heads[role], role - 1
    while name > 0 and tree.heads[name] == role and tree.words[name].islower():
        name -= 1
    is_part = tree.heads[name] == role and tree.deps[name] in {"compound", "nmod", "amod"} and tree.is_name(name)
    is_said = tree.deps[role] in {"dobj", "ccomp", "oprd"} and tree.tags[role] == "NN"
    is_said |= tree.deps[role] == "oprd" and tree.tags[role] == "NNP" and name in tree.people
    if not is_said or not is_part or tree.child(verb, "dobj") not in {None, role}:
        return
    if not tree.tags[verb].startswith("VB") or tree.child(role, "det", "poss") is not None:
        return
    for at in range(verb + 1, name):
        if tree.heads[at] == role:
            tree.heads[at] = name
    tree.deps[name], tree.heads[name], tree.deps[role] = "dobj", verb, "oprd"


def take_name(tree: RoleTree, role: int) -> None:
    """ "His wife Ada and daughter Bo": the name right behind the second role is hers, not the first one's.

    In "Ada and her husband, Bo Roe founded", too.
    """
    is_owned = tree.child(role, "poss") is not None
    first = role + 2 if is_owned and tree.words[role + 1 : role + 2] == [","] else role + 1
    name = whole_name(first, tree.deps, tree.heads)
    if tree.deps[role] != "conj" or name >= len(tree.words) or tree.deps[name] != "appos":
        return
    if tree.is_name(name) and tree.heads[name] < role and (is_owned or tree.is_role(tree.heads[name])):
        tree.heads[name] = role


def list_names(tree: RoleTree, role: int) -> None:
    """ "Their children: Ada, Bo and Cy", "two sons - Bo and Cy": the names stand beside the plural."""
    if tree.tags[role] != "NNS" or role + 2 >= len(tree.words) or tree.words[role + 1] not in _LIST_MARKS:
        return
    name = role + 2
    while tree.deps[name] == "compound" and tree.heads[name] > name and tree.is_name(tree.heads[name]):
        name = tree.heads[name]
    if not tree.is_name(name):
        return
    if tree.deps[role] == "compound" and tree.heads[role] == name:
        tree.deps[role], tree.heads[role] = tree.deps[name], tree.heads[name]
    elif not (tree.heads[name] == role or tree.deps[name] in {"npadvmod", "dep", "ROOT"}):
        return
    tree.deps[name], tree.heads[name] = "appos", role
    for at in range(role):
        if tree.heads[at] == name:
            tree.heads[at] = role


def join_name(tree: RoleTree, role: int) -> None:
    """ "By noon a militia led by the warlord Ada Roe had left": the name goes with the role right before it."""
    is_before_name = tree.words[role].islower() and tree.is_name(min(role + 1, len(tree.words) - 1))
    if tree.deps[role] != "pobj" or not is_before_name:
        return
    name = whole_name(role + 1, tree.deps, tree.heads)
    verb = tree.heads[name]
    if tree.deps[name] not in SUBJECTS or not tree.is_name(name) or verb < name:
        return
    if tree.heads[tree.heads[role]] == name or tree.heads[tree.heads[tree.heads[role]]] == name:
        return  # "Secretary of State Ada Roe": the phrase is the name's own
    tree.deps[name], tree.heads[name] = "pobj", tree.heads[role]
    tree.deps[role], tree.heads[role] = "compound", name
    for phrase in range(role):
        inner = [at for at in range(phrase, role) if tree.heads[at] == phrase and tree.deps[at] == "pobj"]
        if tree.heads[phrase] == verb and len(inner) == 2 and tree.child(inner[1], "det") is not None:
            tree.deps[inner[1]], tree.heads[inner[1]] = "nsubj", verb


def lift_name(tree: RoleTree, role: int) -> None:
    """ "Its envoy in Norway, Ada Roe", "a spokesman for the army, Captain Roe": who stands beside the role."""
    for phrase in range(role + 1, min(role + 12, len(tree.words))):
        if tree.deps[phrase] != "prep" or tree.heads[phrase] != role:
            continue
        inner = tree.child(phrase, "pobj")
        name = (tree.child(inner, "appos") or _listed_person(tree, inner)) if inner is not None else None
        if inner is None or name is None or name < inner:
            continue
        is_bare = tree.child(inner, "det", "poss") is None and tree.tags[inner] == "NN"  # "chief of staff, X"
        if (tree.is_role(inner) and not is_bare) or (
            inner in tree.people and (name not in tree.people or tree.words[inner] == tree.words[name])
        ):
            continue
        if (
            name in tree.people
            or any(tree.heads[at] == name and tree.is_role(at) for at in range(inner, name))
            or _is_who(tree, inner, name)
        ):
            tree.deps[name], tree.heads[name] = "appos", role


def _is_who(tree: RoleTree, inner: int, name: int) -> bool:
    """Whether two words of a name behind a place are followed by "who": "the envoy to Norway, Ada Roe, who"."""
    first = tree.start_of(name, from_token=inner + 1)
    is_full = name - first == 1 and all(tree.is_name(at) for at in (first, name))
    return (
        is_full
        and tree.words[first - 1] == ","
        and [w.lower() for w in tree.words[name + 1 : name + 3]] == [",", "who"]
    )


def _listed_person(tree: RoleTree, place: int) -> int | None:
    """ "The envoy to Central Asia, Ada Roe": a person behind a comma, whom the parser makes the place's partner."""
    name = tree.child(place, "conj")
    if name is None or name < place or name not in tree.people or place in tree.people:
        return None
    first = tree.start_of(name, from_token=place + 1)
    is_apart = first == place + 2 and tree.words[place + 1] == "," and tree.child(place, "cc") is None
    return name if is_apart and tree.child(name, "conj", "cc") is None else None
