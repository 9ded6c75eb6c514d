"""The arguments of a noun by the names that the lexicon gives them."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.arguments.aims import aim, comer
from onrecord.extract.arguments.holders import charge, companion, having, holder, one_another, state
from onrecord.extract.arguments.kinds import support_verb
from onrecord.extract.arguments.noun_phrases import behind_agent, stated_phrase, stray_phrase
from onrecord.extract.arguments.places import description_modifiers, description_place, home_town, location, seat
from onrecord.extract.arguments.possessors import authors, modifiers, possessor
from onrecord.extract.arguments.predication import Predication, denoted, label
from onrecord.extract.arguments.verb_forms import agent


def of_noun(clauses: Predication, noun: int, argument: str) -> list[int]:
    """The heads that fill `argument` of the noun."""
    special = NOUN_ARGUMENTS.get(argument)
    if special is not None:
        return special(clauses, noun)
    parse, lexicon = clauses.parse, clauses.lexicon
    found = stated_phrase(parse, lexicon, noun, argument)
    if not found and argument == "by":
        found = behind_agent(parse, noun, argument) or _supporting_subject(clauses, noun)
    return found or stray_phrase(parse, lexicon, noun, argument)


def _supporting_subject(clauses: Predication, noun: int) -> list[int]:
    """The agent that a support verb lends the noun: "ordered the closure", "a suit brought by"."""
    parse = clauses.parse
    verb = support_verb(parse, clauses.lexicon, noun)
    if verb is not None:
        return clauses.subject(verb)
    for child in parse.children_by(noun, "acl"):
        entry = clauses.lexicon.verbs.get(parse.lemmas[child])
        if entry is not None and entry.is_support_verb:
            return agent(parse, child)
    return clauses.controlled(noun, 0) if parse.child(noun, "poss") is None else []


def _authors_into(clauses: Predication, noun: int) -> list[int]:
    """Whose deeds are looked into: "an inquiry into abuses by X"."""
    deeds = of_noun(clauses, noun, "into")
    return [author for deed in deeds for author in authors(clauses.parse, clauses.lexicon, deed)]


def _possessor(clauses: Predication, noun: int) -> list[int]:
    return possessor(clauses.parse, clauses.lexicon, noun)


def _modifiers(clauses: Predication, noun: int) -> list[int]:
    return modifiers(clauses.parse, noun)


def _clause(clauses: Predication, noun: int) -> list[int]:
    return clauses.parse.children_by(noun, "acl", "ccomp", "relcl")


NOUN_ARGUMENTS: dict[str, Callable[[Predication, int], list[int]]] = {
    "self": denoted,
    "bearer": Predication.equated,
    "label": label,
    "possessor": _possessor,
    "modifier": _modifiers,
    "intoAuthor": _authors_into,
    "holder": holder,
    "comer": comer,
    "aim": aim,
    "having": having,
    "companion": companion,
    "oneAnother": one_another,
    "state": state,
    "location": location,
    "seat": seat,
    "homeTown": home_town,
    "charge": charge,
    "descriptionModifier": description_modifiers,
    "descriptionPlace": description_place,
    "clause": _clause,
}
"""Arguments that are no prepositional phrase, by name."""
