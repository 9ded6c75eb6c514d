"""Whose a noun is, what modifies it, and whose deed it tells of."""

from __future__ import annotations

from onrecord.extract.arguments.kinds import is_role, may_act
from onrecord.extract.arguments.nominals import nominal
from onrecord.extract.arguments.phrases import prepositional
from onrecord.extract.arguments.verb_forms import agent
from onrecord.language.parse import Parse
from onrecord.ontology.lexicon import Lexicon


def possessor(parse: Parse, lexicon: Lexicon, noun: int) -> list[int]:
    """Whose it is: "her son Bo and daughter Ada", "X's subsidiary Y"."""
    child = parse.child(noun, "poss")
    if child is None and parse.deps[noun] == "compound" and may_act(parse, lexicon, noun):  # "X's subsidiary Y"
        child = parse.child(parse.heads[noun], "poss") if parse.child(noun, "det") is None else None
    if child is None and is_role(parse, lexicon, noun) and parse.child(noun, "det", "prep") is None:
        above = parse.heads[noun] if parse.deps[noun] == "compound" else noun
        while child is None and parse.deps[above] == "conj":  # "their son Bo and daughter Ada"
            above = parse.heads[above]
            if parse.deps[above] == "appos" and not is_role(parse, lexicon, above):  # "his wife Ada and daughter Bo"
                above = parse.heads[above]
            child = parse.child(above, "poss") if is_role(parse, lexicon, above) else None
    if child is None and is_role(parse, lexicon, noun):
        child = _possessor_of_name(parse, noun)
    return nominal(parse, child) if child is not None else []


def _possessor_of_name(parse: Parse, role: int) -> int | None:
    """ "The governor, Utah's Ada Roe", "Utah's Ada Roe, the governor": whose the name is, the role is."""
    names = parse.children_by(role, "appos")
    names.extend([parse.heads[role]] if parse.deps[role] == "appos" else [])
    owners = (parse.child(name, "poss") for name in names if parse.tags[name] == "NNP")
    return next((owner for owner in owners if owner is not None and parse.tags[owner] == "NNP"), None)


def modifiers(parse: Parse, noun: int) -> list[int]:
    """The adjectives and nouns right before it."""
    found = [c for c in parse.children_by(noun, "compound", "amod", "nmod") if c < noun]
    if parse.deps[noun] in {"compound", "nmod"} and parse.heads[noun] > noun:
        # "Ugandan foreign minister Ruth Atim": all modifiers hang on the name.
        found.extend(c for c in parse.children_by(parse.heads[noun], "compound", "amod", "nmod") if c < noun)
    return found


def authors(parse: Parse, lexicon: Lexicon, deed: int) -> list[int]:
    """Who did it: "Norway's raids", "abuses by X", "crimes committed by X"."""
    found = [author for child in parse.children_by(deed, "acl") for author in agent(parse, child)]
    return found or possessor(parse, lexicon, deed) or prepositional(parse, deed, "by") or modifiers(parse, deed)
