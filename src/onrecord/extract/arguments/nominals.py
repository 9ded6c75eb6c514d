"""Noun phrases: their heads, those coordinated to them, whom a number or a plural is said of."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS, Parse

_QUANTITIES = frozenset(
    {
        *("none", "thousand", "hundred", "million", "dozen", "number", "lot", "majority", "group", "score"),
        *("percent", "cent", "%", "half", "third", "quarter", "rest", "remainder", "bulk"),
        *("contingent", "batch", "detachment", "column", "handful", "crowd", "busload", "couple", "wave", "shipload"),
    }
)


def nominal(parse: Parse, token: int) -> list[int]:
    """A noun phrase's head with its coordinated heads; the inner noun of "one of", "thousands of"."""
    found = []
    for head in parse.conjuncts(token):
        if parse.is_verb(head) and parse.deps[head] == "conj":
            continue
        noun = counted(parse, head)
        if noun != head and (names := _named_one(parse, head, noun)):
            found.extend(names)
            continue
        found.extend([*(_named_one_by_one(parse, noun) or [noun]), *_included(parse, noun)])
    return found


def _named_one(parse: Parse, count: int, noun: int) -> list[int]:
    """ "One of the guards, Ada Roe", "One of them, the guard Ada Roe": the one named."""
    if parse.lemmas[count] != "one":
        return []
    return next((found for word in (count, noun) if (found := parse.children_by(word, "appos"))), [])[:1]


def _included(parse: Parse, noun: int) -> list[int]:
    """ "20 people, including Ada and Bo", "lawyers such as Ada", "20 people, among them Ada": the named ones."""
    verb = parse.heads[noun]
    beside = _along(parse, verb) if parse.deps[noun] in {*SUBJECTS, "dobj"} else []
    if parse.tags[noun] not in {"NNS", "NNPS", "CD"}:
        return beside
    phrases = parse.children_by(noun, "prep")
    phrases.extend(p for p in parse.children_by(verb, "prep") if p > noun and parse.words[p - 1] == ",")
    found: list[int] = []
    for phrase in phrases:
        is_such = parse.words[phrase - 1 : phrase + 1] == ["such", "as"]
        if is_such or parse.lemmas[phrase] in {"include", "including"}:
            found.extend(head for one in parse.children_by(phrase, "pobj") for head in parse.conjuncts(one))
        elif parse.lemmas[phrase] == "among":
            for them in parse.children_by(phrase, "pobj"):
                named = [c for w in (them, noun) for c in parse.children_by(w, "appos")]
                named.extend(parse.children_by(verb, "npadvmod", "appos", "dep"))
                found.extend(head for one in named if one > them for head in parse.conjuncts(one))
    for one in parse.children_by(noun, "appos"):
        if any(parse.lemmas[phrase] == "among" for phrase in parse.children_by(one, "prep")):
            found.extend(parse.conjuncts(one))
        elif counted(parse, one) != one and parse.tags[counted(parse, one)] in {"PRP", "WP"}:  # "one of them Ada Roe"
            found.extend(parse.children_by(one, "appos"))
    return [head for head in (*found, *beside) if head != noun]


def _along(parse: Parse, verb: int) -> list[int]:
    """ "Ada was charged, along with Bo and Cy": who shares the subject's part."""
    found: list[int] = []
    for along in parse.children_by(verb, "prep", "advmod"):
        is_along = parse.lemmas[along] in {"along", "together"} and parse.child(verb, "dobj") is None
        for phrase in parse.children_by(along, "prep") if is_along else ():
            for noun in parse.children_by(phrase, "pobj"):
                found.extend(_named_one_by_one(parse, noun) or parse.conjuncts(noun))
    return found


def _named_one_by_one(parse: Parse, noun: int) -> list[int]:
    """ "Two activists, A and B": the names behind a plural."""
    if parse.tags[noun] != "NNS":
        return []
    names = [c for c in parse.children_by(noun, "appos") if parse.tags[c] == "NNP"]
    found = [head for name in names for head in parse.conjuncts(name)]
    return found if len(found) > 1 else []


def counted(parse: Parse, token: int) -> int:
    """The noun that a quantity is one of: "thousands of people"; else the token itself."""
    if parse.tags[token] in {"CD", "DT", "PDT", "JJ", "JJS", "JJR"} or parse.lemmas[token] in _QUANTITIES:
        for phrase in parse.children_by(token, "prep"):
            inner = parse.child(phrase, "pobj")
            if parse.lemmas[phrase] == "of" and inner is not None:
                return inner
    return token
