"""Prepositional phrases: what stands in one, and the phrases of a verb wherever the parser hung them."""

from __future__ import annotations

from onrecord.extract.arguments.nominals import nominal
from onrecord.language.parse import Parse
from onrecord.ontology.lexicon import Lexicon

_SERIES = frozenset({"round", "series", "session", "state", "number", "wave", "spate", "kind", "form", "set"})


def phrase_of_verb(parse: Parse, lexicon: Lexicon, verb: int, preposition: str) -> list[int]:
    """What stands in the verb's phrases of this preposition."""
    return (
        prepositional(parse, verb, preposition)
        or _behind_object(parse, verb, preposition)
        or _behind_date(parse, verb, preposition)
        or where(parse, lexicon, verb, preposition)
        or _raised(parse, verb, preposition)
    )


def _behind_object(parse: Parse, verb: int, preposition: str) -> list[int]:
    """A phrase of the verb that the parser hung on the object before it."""
    found = []
    for child in parse.children_by(verb, "dobj", "nsubjpass"):
        for noun in (child, *parse.children_by(child, "appos"), *_parts_of(parse, child)):
            if parse.deps[child] == "dobj" or preposition == "by":
                found.extend(prepositional(parse, noun, preposition))
    return found


def _parts_of(parse: Parse, noun: int) -> list[int]:
    """What it is a round or series of: "a third round of talks with X"."""
    if parse.lemmas[noun] not in _SERIES:
        return []
    return [
        inner
        for phrase in parse.children_by(noun, "prep")
        if parse.lemmas[phrase] == "of"
        for inner in parse.children_by(phrase, "pobj")
    ]


def _behind_date(parse: Parse, verb: int, preposition: str) -> list[int]:
    """A phrase of the verb that the parser hung on a date ("was born on 5 May 1950 in Lyon")."""
    found = []
    phrases = parse.children_by(verb, "prep")
    for noun in [*parse.children_by(verb, "npadvmod"), *(n for p in phrases for n in parse.children_by(p, "pobj"))]:
        if parse.tags[noun] == "CD" or any(parse.tags[c] == "CD" for c in parse.children_by(noun, "nummod")):
            for token in (noun, *parse.children_by(noun, "nummod")):
                found.extend(prepositional(parse, token, preposition))
    return found


def _raised(parse: Parse, verb: int, preposition: str) -> list[int]:
    """A phrase that two verbs side by side share: "lives and works in Lyon"."""
    for other in parse.children_by(verb, "conj"):
        if other == verb + 2:
            return prepositional(parse, other, preposition)
    return []


def prepositional(parse: Parse, head: int, preposition: str) -> list[int]:
    """What stands in the phrases of this preposition that hang on `head`."""
    found = []
    if preposition == "in" and parse.tags[head] == "VBN" and parse.deps[head] == "amod":
        found.extend(parse.children_by(head, "npadvmod"))  # "Oslo-based"
    for phrase in parse.children_by(head, "prep", "agent", "dative", "prt", "advmod"):
        if parse.lemmas[phrase] == preposition:
            for part in parse.conjuncts(phrase):  # "in Lyon and later in Nice"
                found.extend(objects_of(parse, part) if parse.lemmas[part] == preposition else [])
        elif not parse.is_verb(phrase):
            if preposition == "in" and parse.words[phrase].lower() == "there":
                found.append(phrase)
            for inner in parse.children_by(phrase, "prep"):
                if parse.lemmas[inner] == preposition and parse.child(phrase, "pobj") is None:
                    found.extend(objects_of(parse, inner))
    return found


def objects_of(parse: Parse, preposition: int) -> list[int]:
    """What a preposition governs: nouns with those coordinated to them, gerunds."""
    found = []
    for child in parse.children_by(preposition, "pobj", "pcomp"):
        found.extend(nominal(parse, child) if parse.deps[child] == "pobj" else [child])
    return found


def where(parse: Parse, lexicon: Lexicon, word: int, preposition: str) -> list[int]:
    """ "X, where she worked" is "she worked at X"; "X, where she was head" is "head of X"."""
    verb = word
    if parse.is_noun(word):
        while parse.deps[verb] in {"conj", "pobj", "prep", "attr", "dobj", "oprd"}:
            verb = parse.heads[verb]
        if preposition not in {"of", "at"} or not parse.is_verb(verb) or parse.lemmas[word] not in lexicon.nouns:
            return []
    elif preposition not in {"in", "at"}:
        return []
    if parse.deps[verb] != "relcl" or any(t < verb for t in parse.children_by(verb, "prep")):
        return []
    asked = [c for c in parse.children_by(verb, "advmod") if parse.lemmas[c] == "where"]
    if asked and parse.tags[parse.heads[verb]] == "CD":  # "moved to Lyon in 1902, where she lived"
        above = parse.heads[parse.heads[parse.heads[verb]]]
        return (prepositional(parse, above, "to") or prepositional(parse, above, "in"))[:1]
    return [parse.heads[verb]] if asked else []
