"""Where something is: scenes of deeds, seats of organisations, home towns, places in descriptions."""

from __future__ import annotations

from onrecord.extract.arguments.nominals import counted
from onrecord.extract.arguments.phrases import prepositional
from onrecord.extract.arguments.predication import Predication
from onrecord.language.parse import SUBJECTS
from onrecord.model import EntityType

_SCENES = ("in", "across", "throughout", "around", "through", "at", "outside")


def location(clauses: Predication, noun: int) -> list[int]:
    """Where the verb puts what the noun means: "its offices are in Lyon", "moved its headquarters to Lyon"."""
    parse = clauses.parse
    verb = parse.heads[noun]
    while parse.deps[noun] == "conj" and parse.is_noun(verb):
        noun, verb = verb, parse.heads[verb]
    if parse.deps[noun] in SUBJECTS and parse.is_verb(verb):
        return prepositional(parse, verb, "in") or prepositional(parse, verb, "at")
    if parse.deps[noun] == "dobj" and parse.is_verb(verb):
        return prepositional(parse, verb, "to") or prepositional(parse, verb, "in")
    for clause in parse.children_by(noun, "acl"):
        return prepositional(parse, clause, "in") or prepositional(parse, clause, "at")
    return []


def seat(clauses: Predication, noun: int) -> list[int]:
    """Where one stands that is seated in one place: "the Fram Museum in Oslo", "University of Lyon in France"."""
    parse = clauses.parse
    entry = clauses.lexicon.nouns.get(parse.lemmas[noun].casefold())
    if entry is None or not entry.is_seated:
        return []
    behind = noun + 1
    links = {"of", "for", "the", "and"}
    while behind < len(parse) and (parse.tags[behind] == "NNP" or parse.lemmas[behind] in links):
        behind += 1
    if behind == len(parse) or parse.lemmas[behind] != "in" or parse.deps[behind] != "prep":
        return []
    return parse.children_by(behind, "pobj")


def home_town(clauses: Predication, name: int) -> list[int]:
    """Where somebody of that age lives: "Ada Roe, 45, of Lyon"."""
    parse = clauses.parse
    is_aged = parse.words[name + 1 : name + 2] == [","] and parse.tags[name + 2 : name + 3] == ["CD"]
    if not is_aged or parse.words[name + 3 : name + 5] != [",", "of"]:
        return []
    return parse.children_by(name + 4, "pobj")


def description_place(clauses: Predication, name: int) -> list[int]:
    """Where an organisation is by what it is said to be: "Acme is a bank in Lyon", "Acme, a bank in Lyon"."""
    parse = clauses.parse
    nouns = parse.children_by(name, "appos")
    if parse.deps[name] == "nsubj" and parse.lemmas[parse.heads[name]] == "be":
        nouns.extend(parse.children_by(parse.heads[name], "attr"))
    for noun in nouns:
        entry = clauses.lexicon.nouns.get(parse.lemmas[noun]) if parse.tags[noun] == "NN" else None
        is_behind = parse.lemmas[noun + 1 : noun + 2] == ["in"] and parse.heads[noun + 1] == noun
        if entry is not None and entry.denotes is EntityType.ORGANISATION and is_behind:
            return prepositional(parse, noun, "in")
    return []


def description_modifiers(clauses: Predication, name: int) -> list[int]:
    """The modifiers of the nouns that a name is described with: "X is a Ghanaian poet", "X, a Ghanaian poet"."""
    parse = clauses.parse
    nouns = parse.children_by(name, "appos")
    said: list[int] = []
    if parse.deps[name] == "nsubj" and parse.lemmas[parse.heads[name]] == "be":
        said = parse.children_by(parse.heads[name], "acomp")  # "X is Ghanaian"
        nouns.extend(parse.children_by(parse.heads[name], "attr"))
    found = [noun for noun in nouns if parse.tags[noun] == "NN"]
    for noun in found:  # "a Ghanaian women's football coach": nested modifiers, too
        found.extend(c for c in parse.children_by(noun, "amod", "compound", "nmod", "poss") if c < noun)
    return [*said, *(token for token in found if parse.deps[token] in {"amod", "compound", "nmod"})]


def scene(clauses: Predication, verb: int) -> list[int]:
    """Where it is done: beside the verb or its object, else where those who do it are ("farmers across Kenya")."""
    around = [verb, *clauses.parse.children_by(verb, "dobj")]
    for words in (around, clauses.parse.children_by(verb, *SUBJECTS)):
        for word in (inner for outer in words for inner in (outer, counted(clauses.parse, outer))):
            for preposition in _SCENES:
                if found := prepositional(clauses.parse, word, preposition):
                    return found
    return []
