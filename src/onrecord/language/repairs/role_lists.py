"""Roles side by side: several of one person, several people of one role, and parents who share a child."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.repairs.role_tree import SINGULAR, RoleTree

_PREDICATED = frozenset({"attr", "appos", "oprd"})
_ARGUMENTS = SUBJECTS | {"dobj", "pobj"}


def lead_pair(tree: RoleTree, role: int) -> None:
    """ "The CEO and managing director of X": the first role leads, where the parser makes it modify the second."""
    other = tree.heads[role]
    is_pair = tree.words[role + 1 : role + 2] in (["and"], ["&"]) and role + 1 < other
    if tree.deps[role] in {"nmod", "compound"} and is_pair and tree.is_role(other):
        tree.deps[role], tree.heads[role] = tree.deps[other], tree.heads[other]
        tree.deps[other], tree.heads[other] = "conj", role
        for token in range(role + 1, other):
            if tree.heads[token] == role and tree.deps[token] == "conj":
                tree.deps[token], tree.heads[token] = "compound", other


def list_role(tree: RoleTree, role: int) -> None:
    """ "Chairman of Acme, a director of X": no organisation is a director; the roles are listed."""
    other = tree.role_around(tree.heads[role]) if tree.deps[role] == "appos" and tree.tags[role] in SINGULAR else None
    if other is not None and tree.child(role, "prep") is not None and tree.child(role, "appos") is None:
        tree.deps[role], tree.heads[role] = "conj", other


def share_possessor(tree: RoleTree, role: int) -> None:
    """ "Ada and Bo's daughter is": both are her parents, as the verb's singular shows."""
    owner, first = tree.child(role, "poss"), tree.heads[role]
    if owner is None or tree.deps[role] != "conj" or not (tree.is_name(owner) and tree.is_name(first)):
        return
    if tree.tags[role] != "NN" or owner - first != 2 or tree.tags[tree.heads[first]] not in {"VBZ", "VBD"}:
        return
    if tree.deps[first] in SUBJECTS and tree.lemmas[tree.heads[first]] in {"be", "have"}:
        tree.deps[role], tree.heads[role] = tree.deps[first], tree.heads[first]
        tree.deps[first], tree.heads[first] = "poss", role
        tree.deps[owner], tree.heads[owner] = "conj", first


def list_beside(tree: RoleTree, role: int) -> None:
    """ "Founded by the doctor Ada Roe and her husband, Bo": who stands beside the name does so beside the role."""
    name = tree.child(role, "appos")
    if name is None or tree.tags[role] != "NN" or tree.deps[role] not in _ARGUMENTS:
        return
    if tree.start_of(name, from_token=role + 1) != role + 1 or not tree.is_name(name):
        return
    for at in range(name + 1, len(tree.heads)):
        if tree.heads[at] == name and tree.deps[at] in {"conj", "cc"}:
            tree.heads[at] = role


def coordinate(tree: RoleTree, roles: list[int]) -> None:
    """Roles go with roles, names with names.

    "Editor of the Post and head of Acme", "an engineer, and the head of Acme": the parser may coordinate the
    second role with the name, or with the verb. "The son of Ada and the singer Bo": the second name with the role;
    "the son of Ada Roe, a singer, and Bo Roe": with the verb; "of Ada, Countess of Lyon and Bo": with the title.
    """
    known = set(roles)
    for token, label in enumerate(tree.deps):
        if label != "conj":
            continue
        head = tree.heads[token]
        attribute = tree.child(head, "attr")
        if token in known and attribute is not None and attribute < token:
            tree.heads[token] = attribute
        elif token in known and tree.is_name(head):
            _lift(tree, token, head)
        elif token in tree.people and tree.is_name(token):
            _raise(tree, token, attribute)
        if tree.heads[token] in known and (tree.is_name(token) or tree.is_introduced(token)):
            _lower(tree, token, tree.heads[token])


def _raise(tree: RoleTree, name: int, attribute: int | None) -> None:
    """A name that stands beside a verb moves up to the role; beside a title behind another name, to that name."""
    head = tree.heads[name]
    if attribute is not None and attribute < name and tree.is_role(attribute):
        tree.heads[name] = attribute
    elif tree.deps[head] == "appos" and tree.deps[tree.heads[head]] == "pobj" and tree.heads[head] in tree.people:
        tree.heads[name] = tree.heads[head]


def _lift(tree: RoleTree, role: int, name: int) -> None:
    """A role that stands beside the name in another role's phrase moves up to that role."""
    while tree.deps[name] == "conj":
        name = tree.heads[name]
    other = tree.heads[tree.heads[name]]
    is_introduced = tree.is_introduced(role)
    if tree.deps[name] == "pobj" and other < name and tree.is_role(other) and not is_introduced:
        tree.heads[role] = other


def _lower(tree: RoleTree, name: int, role: int) -> None:
    """A name that stands beside a role moves down to the name in that role's phrase."""
    if tree.deps[role] not in _PREDICATED | {"conj", "dep"}:
        return
    phrase = tree.child(role, "prep")
    inner = tree.child(phrase, "pobj") if phrase is not None and tree.lemmas[phrase] == "of" else None
    if inner is not None and role < inner < name and tree.is_name(inner):
        tree.heads[name] = inner
