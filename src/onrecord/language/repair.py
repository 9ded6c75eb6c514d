"""Mends what the parser is known to get wrong, before anything reads the parse."""

from __future__ import annotations

from itertools import pairwise

from onrecord.language.parse import SUBJECTS

_FRONTED = frozenset({"advcl", "nsubj", "npadvmod", "dep", "ccomp", "parataxis"})
_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_ADVERBIALS = frozenset({"npadvmod", "advmod"})


def repair(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Mends the columns in place."""
    _part_at_semicolons(words, deps, heads)
    _join_counts(words, tags, deps, heads)
    _predicate_objects(lemmas, tags, deps, heads)
    _join_split_objects(tags, deps, heads)
    _give_subjects(tags, deps, heads)
    _join_predicates(tags, deps, heads)
    _appose_fronted(words, tags, deps, heads)


def _part_at_semicolons(words: list[str], deps: list[str], heads: list[int]) -> None:
    """A clause before a semicolon stands for itself; the parser makes it what the next clause says."""
    for token, label in enumerate(deps):
        head = heads[token]
        if label == "ccomp" and token < head and ";" in words[token:head]:
            deps[token] = "parataxis"


def _join_counts(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Kidnapped up to 16 nurses": a count that the parser takes for a phrase of direction."""
    served = {heads[token] for token, label in enumerate(deps) if label == "dobj"}
    for up, to in pairwise(range(len(words))):
        verb = heads[up]
        is_phrase = deps[up] == "prep" and deps[to] == "prep" and heads[to] in {up, verb} and tags[verb][:2] == "VB"
        if not is_phrase or words[up].lower() != "up" or words[to].lower() != "to" or tags[to + 1 : to + 2] != ["CD"]:
            continue
        noun = next((at for at in range(to + 1, len(words)) if heads[at] == to and deps[at] == "pobj"), None)
        if noun is not None and verb not in served:
            deps[noun], heads[noun] = "dobj", verb
            deps[up], heads[up], deps[to], heads[to] = "quantmod", to + 1, "quantmod", to + 1


_CAPTIVES = frozenset({"hostage", "captive", "prisoner"})


def _predicate_objects(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Found Ada guilty", "held Ada hostage": the object, and what it is found or held to be."""
    for token, label in enumerate(deps):
        verb = heads[token]
        if label == "ccomp" and tags[token] == "JJ" and verb < token and tags[verb][:2] == "VB":
            own = [at for at in range(verb + 1, len(deps)) if heads[at] == token]
            subject = next((at for at in own if deps[at] == "nsubj"), None)
            if subject is not None and not any(deps[at] in {"aux", "cop", "mark"} for at in own):
                deps[subject], heads[subject], deps[token] = "dobj", verb, "oprd"
        elif label == "dobj" and lemmas[token] in _CAPTIVES and deps[token - 1] in {"compound", "nmod", "poss"}:
            name = token - 1
            if heads[name] == token and tags[name] in {"NNP", "NNPS"}:
                deps[name], heads[name], deps[token] = "dobj", verb, "oprd"


def _join_split_objects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "beat regime favourite Ada Okoro": one object that the parser takes for two, side by side."""
    for token, label in enumerate(deps):
        if label != "dobj" or tags[token] not in {"NN", "NNS"}:
            continue
        after = token + 1
        while after < len(deps) and (tags[after] == "JJ" or deps[after] == "compound") and heads[after] > after:
            after += 1
        if after < len(deps) and deps[after] == "dobj" and heads[after] == heads[token] and tags[after] == "NNP":
            deps[token], heads[token] = "compound", after


def _give_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada and her son Ben live in Lyon": a name before a verb without a subject, taken for an adverbial."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS or label == "expl"}
    for token, label in enumerate(deps):
        verb = heads[token]
        is_before = token < verb and tags[token] == "NNP" and tags[verb] in _FINITE
        is_free = verb not in served and deps[verb] in {"ROOT", "ccomp", "conj"}
        if label in _ADVERBIALS and is_before and is_free and tags[token + 1] in {"CC", ",", tags[verb]}:
            deps[token] = "nsubj"
            served.add(verb)


def _join_predicates(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "She won a prize in 1994, then moved to Lyon": a second predicate that hangs loosely on the first."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS or label in {"expl", "mark"}}
    for token, label in enumerate(deps):
        head = heads[token]
        if label == "dep" and head < token and tags[token] in _FINITE and tags[head] in _FINITE and token not in served:
            deps[token] = "conj"


def _appose_fronted(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "A native of Lyon, Ada studied law": a description before the subject is an apposition to it."""
    subject_of = {heads[token]: token for token, label in enumerate(deps) if label in {"nsubj", "nsubjpass"}}
    for token, label in enumerate(deps):
        subject = subject_of.get(heads[token])
        if label not in _FRONTED or tags[token] != "NN" or subject is None or not token < subject < heads[token]:
            continue
        is_indefinite = any(heads[at] == token and words[at].lower() in {"a", "an"} for at in range(token))
        if is_indefinite and "," in words[token:subject]:
            deps[token], heads[token] = "appos", subject
