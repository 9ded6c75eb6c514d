"""Objects: what a verb is done to, and what that is said to be."""

from __future__ import annotations

from itertools import pairwise

from onrecord.language.repairs.tree import ARTICLES, FINITE, NAME_TAGS, heads_with

_DISMISSALS = frozenset({"reject", "dismiss", "denounce", "condemn", "brand"})
_CALLING = frozenset({"call", "brand", "label", "dub", "deem", "term", "declare", "consider", "make"})
_CAPTIVES = frozenset({"hostage", "captive", "prisoner"})


def join_per_cent(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Bought 60 per cent of Acme": one measure, as in "60 percent", and not sixty of something."""
    for per in range(1, len(words) - 1):
        number, cent = per - 1, per + 1
        if words[per] != "per" or words[cent] != "cent" or tags[number] != "CD" or heads[per] != number:
            continue
        deps[cent], heads[cent] = deps[number], cent if heads[number] == number else heads[number]
        heads[:] = [cent if head in {number, per} else head for head in heads]
        deps[number], deps[per], heads[number], heads[per] = "nummod", "compound", cent, cent
        lemmas[cent] = "percent"


def join_counts(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Kidnapped up to 16 nurses": a count that the parser takes for a phrase of direction."""
    served = heads_with(deps, heads, {"dobj"})
    for up, to in pairwise(range(len(words))):
        verb = heads[up]
        is_phrase = deps[up] == "prep" and deps[to] == "prep" and heads[to] in {up, verb} and tags[verb][:2] == "VB"
        if not is_phrase or words[up].lower() != "up" or words[to].lower() != "to" or tags[to + 1 : to + 2] != ["CD"]:
            continue
        noun = next((at for at in range(to + 1, len(words)) if heads[at] == to and deps[at] == "pobj"), None)
        if noun is not None and verb not in served:
            deps[noun], heads[noun] = "dobj", verb
            deps[up], heads[up], deps[to], heads[to] = "quantmod", to + 1, "quantmod", to + 1


def free_dismissed(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Rejected as baseless Swedish charges": what is rejected, taken for a part of what it is called."""
    served = heads_with(deps, heads, {"dobj", "nsubjpass"})
    for noun, label in enumerate(deps):
        verb = heads[heads[noun]]
        called = verb + 2
        if label != "pobj" or heads[noun] != verb + 1 or lemmas[verb + 1] != "as" or called >= noun:
            continue
        is_word = deps[called] in {"amod", "pobj"} and heads[called] in {noun, verb + 1}
        if lemmas[verb] in _DISMISSALS and tags[verb][:2] == "VB" and verb not in served and is_word:
            deps[called], heads[called], deps[noun], heads[noun] = "pobj", verb + 1, "dobj", verb


def predicate_objects(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Found Ada guilty", "held Ada hostage": the object, and what it is found or held to be."""
    for token, label in enumerate(deps):
        verb = heads[token]
        if label in {"ccomp", "oprd"} and tags[token] == "JJ" and verb < token and tags[verb][:2] == "VB":
            own = [at for at in range(verb + 1, len(deps)) if heads[at] == token]
            subject = next((at for at in own if deps[at] == "nsubj"), None)
            if subject is not None and not any(deps[at] in {"aux", "cop", "mark"} for at in own):
                deps[subject], heads[subject], deps[token] = "dobj", verb, "oprd"
        elif label == "dobj" and lemmas[token] in _CAPTIVES and deps[token - 1] in {"compound", "nmod", "poss"}:
            taken = token - 1
            if heads[taken] == token and tags[taken] in {"NNP", "NNPS", "NNS"}:
                for at in range(verb + 1, taken):
                    heads[at] = taken if heads[at] == token else heads[at]  # "three Kenyan engineers"
                deps[taken], heads[taken], deps[token] = "dobj", verb, "oprd"
        elif label == "amod" and lemmas[token] == "dead" and tags[token - 1][:2] == "VB" and heads[verb] == token - 1:
            deps[token], heads[token] = "oprd", token - 1  # "shot dead three students"


def lone_datives(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Released him two hours later": an indirect object without a direct one is the direct one."""
    served = heads_with(deps, heads, {"dobj", "ccomp", "xcomp"})
    for token, label in enumerate(deps):
        if label == "dative" and tags[token] not in {"IN", "TO"} and heads[token] not in served:
            deps[token] = "dobj"


def turn_second_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Its head met Minister Ada Roe, who spoke": the object of a verb, taken for a second subject."""
    subject_of: dict[int, int] = {}
    for token, label in enumerate(deps):
        if label != "nsubj":
            continue
        verb = heads[token]
        first = subject_of.setdefault(verb, token)
        if first < verb < token and tags[verb] in FINITE and tags[token] in NAME_TAGS:
            deps[token] = "dobj"


def join_split_objects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "beat regime favourite Ada Okoro": one object that the parser takes for two, side by side."""
    for token, label in enumerate(deps):
        if label != "dobj" or tags[token] not in {"NN", "NNS"}:
            continue
        after = token + 1
        while after < len(deps) and (tags[after] == "JJ" or deps[after] == "compound") and heads[after] > after:
            after += 1
        if after < len(deps) and deps[after] == "dobj" and heads[after] == heads[token] and words[after].istitle():
            deps[token], heads[token] = "compound", after


def predicate_of_objects(words: list[str], deps: list[str], heads: list[int]) -> None:
    """ "called Ada Roe the head of Acme": what an object is said to be, taken for an apposition without a comma."""
    for token, label in enumerate(deps):
        name = heads[token]
        is_bare = name < token and words[name + 1].lower() in ARTICLES and heads[name + 1] == token
        if label == "appos" and deps[name] == "dobj" and is_bare:
            deps[token], heads[token] = "oprd", heads[name]


def predicate_of_called(
    lemmas: list[str], words: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """ "Branded Ada Roe a traitor", "called the ban illegal.": what it is called, taken for an object."""
    for token, label in enumerate(deps):
        first = heads[token]
        if label == "amod" and first == token - 1 and deps[first] == "dobj" and tags[token] == "JJ":
            verb = heads[first]
            if lemmas[verb] in _CALLING and verb < first and words[token + 1 : token + 2] in ([], ["."], [","], [";"]):
                deps[token], heads[token] = "oprd", verb
        elif label == "dobj" and lemmas[first] in _CALLING and tags[first][:2] == "VB":
            start = next((at for at in range(first + 1, token) if heads[at] == token and words[at] in ARTICLES), None)
            others = [at for at in range(first + 1, start or 0) if deps[at] == "dobj" and heads[at] == first]
            if others and "," not in words[others[-1] : start]:
                deps[token] = "oprd"
