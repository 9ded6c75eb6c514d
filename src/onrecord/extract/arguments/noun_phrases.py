"""The prepositional phrases of a noun, wherever the parser hung them."""

from __future__ import annotations

from onrecord.extract.arguments.kinds import is_held, is_role
from onrecord.extract.arguments.phrases import prepositional, where
from onrecord.extract.arguments.verb_forms import is_passive
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.ontology.lexicon import Lexicon

_SUFFERERS = frozenset({"of", "on", "against"})
_OF_NOUNS = frozenset({"of", "from", "in", "at", "between"})
"""What follows these behind an agent is mostly said of the agent."""
_OF_VERBS = frozenset({"of", "at", "with", "from", "in"})
"""What follows these behind an object is mostly said of the verb."""


def stated_phrase(parse: Parse, lexicon: Lexicon, noun: int, preposition: str) -> list[int]:
    """What stands in the noun's phrases of this preposition, or in those it has part in."""
    return (
        prepositional(parse, noun, preposition)
        or _shared(parse, lexicon, noun, preposition)
        or where(parse, lexicon, noun, preposition)
    )


def _shared(parse: Parse, lexicon: Lexicon, noun: int, preposition: str) -> list[int]:
    """The phrase that a noun shares with those coordinated to it: "founder and director of X"."""
    partners = parse.conjuncts(noun)[1:]
    above = noun
    while parse.deps[above] in {"conj", "appos"} and parse.is_noun(parse.heads[above]):
        above = parse.heads[above]
        partners.append(above)
    for partner in partners:
        are_roles = is_role(parse, lexicon, partner) and is_role(parse, lexicon, noun)
        is_like = parse.tags[partner] == parse.tags[noun] or are_roles
        if not parse.is_noun(partner) or not is_like:
            continue
        found = [token for token in prepositional(parse, partner, preposition) if token > noun]
        if found:
            return found
    return []


def stray_phrase(parse: Parse, lexicon: Lexicon, noun: int, preposition: str) -> list[int]:
    """What stands in a phrase of the noun that the parser hung on another word."""
    return (
        _behind_name(parse, lexicon, noun, preposition)
        or _behind_matter(parse, lexicon, noun, preposition)
        or _behind_noun(parse, lexicon, noun, preposition)
        or behind_agent(parse, noun, preposition)
        or _behind_comma(parse, lexicon, noun, preposition)
    )


def _behind_name(parse: Parse, lexicon: Lexicon, noun: int, preposition: str) -> list[int]:
    """ "Senator Ada Roe, of the Greens": what is behind the name belongs to the title before it."""
    name = parse.heads[noun]
    if parse.tags[noun] == "NN" and parse.tags[noun + 1 : noun + 2] == ["NNP"]:  # "the former senator Ada Roe of"
        names = parse.children_by(noun, "appos")
        name = next((at for at in names if parse.subtree(at)[0] == noun + 1), name)
    is_title = name in parse.children_by(noun, "appos") or (parse.deps[noun] == "compound" and noun < name)
    is_title = is_title and parse.tags[name] == "NNP"
    if preposition != "of" or not is_title or is_role(parse, lexicon, name):
        return []
    return prepositional(parse, name, preposition)


def _behind_matter(parse: Parse, lexicon: Lexicon, noun: int, preposition: str) -> list[int]:
    """ "Head of sourcing at Acme": the parser hangs the phrase on what the role is about."""
    if preposition not in {"at", "for", "with"} or not is_role(parse, lexicon, noun):
        return []
    phrases = [phrase for phrase in parse.children_by(noun, "prep") if parse.lemmas[phrase] == "of"]
    matters = [matter for phrase in phrases for matter in parse.children_by(phrase, "pobj", "pcomp")]
    matters = [token for matter in matters for token in parse.conjuncts(matter) if not is_role(parse, lexicon, token)]
    return [token for matter in matters for token in prepositional(parse, matter, preposition)]


def _behind_noun(parse: Parse, lexicon: Lexicon, noun: int, preposition: str) -> list[int]:
    """A phrase of the noun that the parser hung on the verb before it ("impose sanctions on X").

    Of a role that is predicated also where and whose it is: "was professor of law at X", "works as cook at X".
    """
    if is_role(parse, lexicon, noun):
        while parse.deps[noun] in {"conj", "appos"} and parse.is_noun(parse.heads[noun]):
            noun = parse.heads[noun]
    governor = parse.heads[noun]
    if parse.deps[noun] == "pobj" and parse.lemmas[governor] == "as":
        verb = parse.heads[governor]
        return [t for t in prepositional(parse, verb, preposition) if t > noun] if parse.is_verb(verb) else []
    if not parse.is_verb(governor):
        return []
    if parse.deps[noun] in SUBJECTS and preposition == "between" and parse.child(governor, "dobj") is None:
        return prepositional(parse, governor, preposition)  # "fighting broke out between X and Y"
    is_agent = preposition == "by" and is_passive(parse, lexicon, governor)  # "its threat was condemned by X"
    is_free = (preposition not in _OF_VERBS or is_held(parse, lexicon, noun)) and not is_agent
    if parse.deps[noun] == "attr" or (parse.deps[noun] in {"dobj", "nsubjpass"} and is_free):
        return [t for t in prepositional(parse, governor, preposition) if t > noun or parse.deps[noun] != "attr"]
    return []


def _behind_comma(parse: Parse, lexicon: Lexicon, noun: int, preposition: str) -> list[int]:
    """ "Ada Roe, director, Acme": where people are introduced in short, a comma stands for "of"."""
    entry = lexicon.nouns.get(parse.lemmas[noun])
    is_title = entry is not None and entry.is_title and parse.tags[noun] in {"NN", "NNP"}
    if preposition != "of" or not is_title or parse.child(noun, "det", "poss", "prep") is not None:
        return []
    places = [parse.heads[noun], noun] if parse.deps[noun] in {"appos", "conj"} else [noun]
    names = [name for place in places for name in parse.children_by(place, "appos") if parse.tags[name] == "NNP"]
    return [name for name in names if _is_right_behind(parse, noun, name)]


def _is_right_behind(parse: Parse, noun: int, name: int) -> bool:
    """Whether nothing but a comma parts a noun from a name."""
    first = parse.subtree(name)[0]
    return first == noun + 2 and parse.words[noun + 1] == ","


def behind_agent(parse: Parse, deed: int, preposition: str) -> list[int]:
    """ "A rally by teachers outside X", "the arrest of Ada Roe by X": the parser hangs the phrase on whose deed it
    is, or on whom it is done to."""
    if preposition in _OF_NOUNS:
        return []
    wanted = _SUFFERERS if preposition == "by" else {"by"}
    phrases = [phrase for phrase in parse.children_by(deed, "prep") if parse.lemmas[phrase] in wanted]
    inner = [noun for phrase in phrases for noun in parse.children_by(phrase, "pobj")]
    return [token for noun in inner for token in prepositional(parse, noun, preposition)]
