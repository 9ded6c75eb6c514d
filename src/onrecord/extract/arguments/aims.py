"""What is done for or against: purposes, what crowds come together for, who comes for something."""

from __future__ import annotations

from onrecord.extract.arguments.phrases import prepositional
from onrecord.extract.arguments.predication import Predication
from onrecord.extract.arguments.verb_forms import is_infinitive, is_passive
from onrecord.language.parse import Parse
from onrecord.ontology.lexicon import Lexicon

_AIMS = frozenset({"call", "demand", "urge", "protest", "denounce", "condemn", "oppose", "accuse", "criticise"})
"""Verbs that tell what a crowd is for or against."""
_STANDS = frozenset({"protest", "defiance", "opposition", "reaction", "response", "retaliation", "solidarity"})
"""Nouns that say with or against whom something is done: "in protest at"."""
_FAVOURED = frozenset({"release", "free", "reinstate", "restore", "pardon", "acquit", "return", "readmit"})
_FAVOURS = frozenset({"release", "freedom", "return", "reinstatement", "pardon", "acquittal", "liberation"})
_ONES = frozenset({"NNP", "PRP$"})


def purpose(clauses: Predication, verb: int) -> list[int]:
    """What it is done for: "to demand", "in protest at", "in defiance of"."""
    parse = clauses.parse
    found = [c for c in parse.children_by(verb, "advcl", "xcomp") if is_infinitive(parse, c) or _is_aim(parse, c)]
    for child in parse.children_by(verb, "dobj"):
        found.extend(c for c in parse.children_by(child, "acl", "relcl") if is_infinitive(parse, c))
    for word in (verb, *parse.children_by(verb, "dobj")):
        for phrase in parse.children_by(word, "prep"):
            if parse.lemmas[phrase] in {"in", "as"}:
                found.extend(n for n in parse.children_by(phrase, "pobj") if parse.lemmas[n] in _STANDS)
    return [clause for clause in found if not _is_favour(parse, clauses.lexicon, clause)]


def _is_aim(parse: Parse, clause: int) -> bool:
    """ "Marched calling for": what is called for or condemned is why it is done."""
    return parse.tags[clause] == "VBG" and parse.lemmas[clause] in _AIMS


def _is_favour(parse: Parse, lexicon: Lexicon, clause: int) -> bool:
    """Whether it is for somebody's good: who marches to demand the release of X is not against X."""
    nouns = [n for p in parse.children_by(clause, "prep") for n in parse.children_by(p, "pobj")]
    for noun in (*parse.children_by(clause, "dobj"), *nouns):
        whose = [*prepositional(parse, noun, "of"), *parse.children_by(noun, "poss")]
        if parse.lemmas[noun] in _FAVOURS and any(parse.tags[n] in _ONES for n in whose):
            return True
    inner = parse.children_by(clause, "ccomp", "xcomp", "advcl")
    return any(parse.lemmas[verb] in _FAVOURED and is_passive(parse, lexicon, verb) for verb in inner)


def aim(clauses: Predication, noun: int) -> list[int]:
    """What a crowd comes together for or against: "a rally calling for X to resign", "a march to denounce X"."""
    parse = clauses.parse
    found = [clause for clause in parse.children_by(noun, "acl") if not _is_favour(parse, clauses.lexicon, clause)]
    return [clause for clause in found if parse.tags[clause] in {"VBG", "VB"} and parse.lemmas[clause] in _AIMS]


def comer(clauses: Predication, noun: int) -> list[int]:
    """Who comes for it: "flew to Lyon for talks", "is in Lyon for a meeting"."""
    parse = clauses.parse
    phrase = parse.heads[noun]
    verb = parse.heads[phrase]
    is_aim = parse.deps[noun] == "pobj" and parse.lemmas[phrase] == "for" and parse.is_verb(verb)
    if not is_aim or is_passive(parse, clauses.lexicon, verb) or parse.child(verb, "dobj") is not None:
        return []
    return clauses.surface_subject(verb)
