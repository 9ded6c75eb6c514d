"""Appositions and lists: which noun a description stands beside."""

from __future__ import annotations

from onrecord.language.repairs.tree import ARTICLES, NAME_TAGS, ancestors, children_of_heads, heads_with

_FRONTED = frozenset({"advcl", "nsubj", "npadvmod", "dep", "ccomp", "parataxis"})


def appose_second_objects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "She left the offices of Acme, the weekly that she founded": a description, taken for a second object."""
    objects: dict[int, int] = {}
    for token, label in enumerate(deps):
        if label != "dobj":
            continue
        first = objects.setdefault(heads[token], token)
        start = next((at for at in range(first + 1, token + 1) if heads[at] in (token, at) or at == token), token)
        is_apart = first < start - 2 and words[start - 1] == "," and words[start].lower() in ARTICLES
        if is_apart and tags[token] == "NN" and tags[start - 2] in NAME_TAGS:
            deps[token], heads[token] = "appos", start - 2


def appose_inside(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada Roe, who leads their union, Acme Workers, said": the name of the union, taken for one of Ada."""
    owned = heads_with(deps, heads, {"poss"})
    for token, label in enumerate(deps):
        is_loose = label == "npadvmod" and words[token + 1 : token + 2] == [","]  # "bought the firm's owner, Acme, for"
        is_appos = label == "appos" and tags[heads[token]] in NAME_TAGS
        if tags[token] not in NAME_TAGS or not (is_appos or is_loose) or heads[token] > token:
            continue
        first = next(at for at in range(heads[token] + 1, token + 1) if at == token or heads[at] == token)
        noun = first - 2
        is_behind = noun > heads[token] and words[first - 1] == "," and tags[noun] == "NN" and noun in owned
        if is_behind and heads[token] in ancestors(noun, heads):
            deps[token], heads[token] = "appos", noun


def join_kinds(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The opposition Free Steppe party": what kind of party it is, taken for another that it stands beside."""
    for token, label in enumerate(deps):
        kind = heads[token]
        if label != "appos" or tags[token] != "NN" or tags[kind] != "NN" or not kind + 1 < token:
            continue
        inner = range(kind + 1, token)
        if all(deps[at] == "compound" and heads[at] in range(at + 1, token + 1) for at in inner) and any(
            tags[at] in NAME_TAGS for at in inner
        ):
            deps[token], heads[token] = deps[kind], token if heads[kind] == kind else heads[kind]
            for at in range(len(deps)):
                if heads[at] == kind and at != token:
                    heads[at] = token
            deps[kind], heads[kind] = "compound", token


def appose_fronted(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "A native of Lyon, Ada studied law": a description before the subject is an apposition to it."""
    subject_of = children_of_heads(deps, heads, {"nsubj", "nsubjpass"})
    for token, label in enumerate(deps):
        subject = subject_of.get(heads[token])
        if label not in _FRONTED or tags[token] != "NN" or subject is None or not token < subject < heads[token]:
            continue
        is_indefinite = any(heads[at] == token and words[at].lower() in {"a", "an"} for at in range(token))
        if is_indefinite and "," in words[token:subject]:
            deps[token], heads[token] = "appos", subject


def lift_descriptions(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Acme is a firm based in Lyon, and a subsidiary of Best": two descriptions; the parser takes the second for a
    place's partner."""
    for token, label in enumerate(deps):
        name = heads[token]
        if label != "conj" or tags[token] != "NN" or tags[name] not in NAME_TAGS:
            continue
        article = next((at for at in range(name + 1, token) if heads[at] == token and words[at] in {"a", "an"}), None)
        if article is None or words[article - 2 : article] != [",", "and"]:
            continue
        links = {"conj", "appos", "pobj", "prep", "acl"}
        above = next((at for at in ancestors(name, heads) if deps[at] not in links), name)
        if deps[above] == "attr" and above < name:
            heads[token] = above


def appose_lists(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Its two subsidiaries, Acme and Best": the names of those that it tells of, not others beside them."""
    owned = heads_with(deps, heads, {"poss", "nummod"})
    for token, label in enumerate(deps):
        plural = heads[token]
        if label != "conj" or tags[token] != "NNP" or tags[plural] != "NNS" or plural not in owned:
            continue
        if words[plural + 1] == "," and all(heads[at] == token for at in range(plural + 2, token)):
            deps[token] = "appos"


def appose_to_nearest(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada Roe of the group Justice Watch": without a comma, the name is that of the noun right before it."""
    for token, label in enumerate(deps):
        if label != "appos" or tags[token] not in NAME_TAGS:
            continue
        first = token
        while first > 0 and heads[first - 1] in range(first, token + 1) and deps[first - 1] == "compound":
            first -= 1
        noun = first - 1
        is_other = heads[token] < noun and tags[noun] == "NN" and words[noun].islower()
        if is_other and deps[noun] == "pobj" and heads[noun] > heads[token]:
            heads[token] = noun
