"""The arguments of an adjective and of an adverb by the names that the lexicon gives them."""

from __future__ import annotations

from onrecord.extract.arguments.phrases import objects_of, prepositional
from onrecord.extract.arguments.possessors import possessor
from onrecord.extract.arguments.predication import Predication

_ONE_BY_ONE = frozenset({"both", "each"})
_CLAUSES = ("ccomp", "xcomp", "acl", "relcl", "advcl")


def of_adjective(clauses: Predication, adjective: int, argument: str) -> list[int]:
    """The heads that fill `argument` of the adjective; its subject is what it describes."""
    parse = clauses.parse
    if argument == "subject":
        if any(parse.lemmas[child] in _ONE_BY_ONE for child in parse.children[adjective]):
            return []  # "both are married": to whom, it does not say
        if parse.deps[adjective] in {"acomp", "oprd", "attr"}:
            return clauses.surface_subject(parse.heads[adjective])
        if parse.child(adjective, "auxpass") is not None:
            return clauses.surface_subject(adjective)
        if parse.deps[adjective] in {"amod", "appos", "relcl", "acl"}:
            noun = parse.heads[adjective]
            return clauses.equated(noun) if parse.deps[noun] == "attr" else [noun]
        return []
    if argument == "possessor":  # "her native Lyon"
        return possessor(parse, clauses.lexicon, parse.heads[adjective]) if parse.deps[adjective] == "amod" else []
    if argument == "clause":
        return parse.children_by(adjective, *_CLAUSES)
    found = prepositional(parse, adjective, argument)
    if not found and argument == "from" and parse.deps[adjective] == "amod":  # "a native Dane from Odense"
        return prepositional(parse, parse.heads[adjective], argument)
    return found


def of_adverb(clauses: Predication, adverb: int, argument: str) -> list[int]:
    """The heads that fill `argument` of an adverb before a phrase: "Ada is originally from Lyon"."""
    parse, phrase = clauses.parse, adverb + 1
    if phrase >= len(parse) or parse.tags[phrase] != "IN":
        return []
    if argument != "subject":
        return objects_of(parse, phrase) if parse.lemmas[phrase] == argument else []
    above = parse.heads[phrase]
    if parse.is_noun(above):
        return [above]
    is_fronted = phrase < above and parse.deps[phrase] == "prep"
    return clauses.surface_subject(above) if is_fronted or parse.lemmas[above] == "be" else []
