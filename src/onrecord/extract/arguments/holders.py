"""Who has what a noun means: a degree, a relative, an office, a state one is in."""

from __future__ import annotations

from onrecord.extract.arguments.clauses import DEPTH
from onrecord.extract.arguments.kinds import is_role
from onrecord.extract.arguments.predication import Predication
from onrecord.extract.arguments.verb_forms import is_passive
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.ontology.lexicon import Lexicon

_FILLING = frozenset({"appointed", "worksFor"})


def holder(clauses: Predication, noun: int) -> list[int]:
    """Who has or gets what the noun means: the subject of the verb whose object it is."""
    parse = clauses.parse
    for _ in range(DEPTH):  # "has a degree from X and a doctorate from Y": the parser may set it beside X
        above = parse.heads[noun]
        if parse.deps[noun] == "pobj" and (found := _outlived(clauses, parse.heads[above])):
            return found
        if parse.deps[noun] == "dobj" or parse.deps[noun] not in {"conj", "pobj", "appos"}:
            break
        is_listed = parse.deps[noun] == "pobj" and parse.child(noun, "conj") is not None
        noun = parse.heads[above] if is_listed else above
        if parse.is_verb(noun):
            return clauses.subject(noun) if is_listed else []
    verb = parse.heads[noun]
    return clauses.subject(verb) if parse.deps[noun] == "dobj" and parse.is_verb(verb) else []


def _outlived(clauses: Predication, verb: int) -> list[int]:
    """Whom the relatives that survive somebody are related to: "Ada is survived by a son"."""
    is_told = clauses.parse.lemmas[verb] == "survive" and is_passive(clauses.parse, clauses.lexicon, verb)
    return clauses.surface_subject(verb) if is_told else []


def companion(clauses: Predication, noun: int) -> list[int]:
    """Whose relative a name is that stands without an owner: "Ada lives with husband Bo", "Ada and son Cy"."""
    parse = clauses.parse
    is_named = parse.words[noun].islower() and parse.tags[noun + 1 : noun + 2] == ["NNP"]  # not "Father Roe"
    if not is_named or parse.child(noun, "det", "poss", "prep") is not None:
        return []
    top = noun
    while parse.deps[top] in {"compound", "appos", "conj"} and parse.is_noun(parse.heads[top]):
        top = parse.heads[top]
        if parse.deps[top] != "compound" and top < noun and not _is_introduced(parse, clauses.lexicon, top):
            return [top] if parse.tags[top] == "NNP" else []
    above = parse.heads[top]
    if parse.deps[top] != "pobj" or parse.lemmas[above] != "with":
        return []
    return clauses.subject(parse.heads[above]) if parse.is_verb(parse.heads[above]) else []


def one_another(clauses: Predication, noun: int) -> list[int]:
    """Those whom a plural names together, and who are it to each other: "two brothers, Ada and Bo Roe"."""
    parse = clauses.parse
    owners = [p for p in parse.children_by(noun, "prep") if parse.lemmas[p] in {"of", "to"}]
    if parse.tags[noun] != "NNS" or parse.child(noun, "poss") is not None or owners:
        return []
    first = next(iter(clauses.equated(noun)), noun)
    while parse.deps[first] == "conj" and parse.is_noun(parse.heads[first]):
        first = parse.heads[first]
    people = parse.conjuncts(first)
    return people if len(people) > 1 and all(parse.tags[name] == "NNP" for name in people) else []


def _is_introduced(parse: Parse, lexicon: Lexicon, name: int) -> bool:
    """Whether a role stands before a name: "husband Bo Roe", "her husband, Bo Roe"."""
    if parse.deps[name] == "appos" and is_role(parse, lexicon, parse.heads[name]):
        return True
    return any(is_role(parse, lexicon, noun) for noun in (name, *parse.children_by(name, "compound")))


def having(clauses: Predication, noun: int) -> list[int]:
    """What has what the noun means: "Acme, with offices in Lyon"."""
    parse, preposition = clauses.parse, clauses.parse.heads[noun]
    if parse.deps[noun] != "pobj" or parse.lemmas[preposition] != "with":
        return []
    above = parse.heads[preposition]
    return clauses.subject(above) if parse.is_verb(above) else clauses.equated(above)


def state(clauses: Predication, noun: int) -> list[int]:
    """Who is in the state that the noun means: "X is under pressure from", "X died in police custody"."""
    parse, preposition = clauses.parse, clauses.parse.heads[noun]
    if parse.deps[noun] != "pobj" or parse.lemmas[preposition] not in {"in", "under"}:
        return []
    above = parse.heads[preposition]
    if parse.is_verb(above):
        put = parse.child(above, "dobj")  # "remanded him in custody"
        return [put] if put is not None else clauses.surface_subject(above)
    return [above] if parse.is_noun(above) else []


def charge(clauses: Predication, noun: int) -> list[int]:
    """What the holder of a title is said to lead or to have founded: "Acme is led by director Ada Roe"."""
    parse, top = clauses.parse, noun
    if parse.deps[noun] == "compound" and parse.words[noun].istitle():
        return []  # "set up by President Ada Roe": of the country
    while parse.deps[top] in {"compound", "appos", "conj"} and parse.is_noun(parse.heads[top]):
        top = parse.heads[top]
    verb = parse.heads[top]
    if parse.deps[top] == "pobj" and parse.lemmas[verb] == "by":
        verb = parse.heads[verb]
    elif parse.deps[top] == "pobj" and parse.lemmas[verb] == "as":
        return clauses.joined(parse.heads[verb]) or _filling(clauses, parse.heads[verb])
    elif parse.deps[top] == "oprd":
        return _filling(clauses, verb)
    elif parse.deps[top] not in SUBJECTS:
        return []
    entry = clauses.lexicon.verbs.get(parse.lemmas[verb]) if parse.is_verb(verb) else None
    return clauses.direct_object(verb) if entry is not None and entry.is_office_verb else []


def _filling(clauses: Predication, verb: int) -> list[int]:
    """Who fills an office of its own: "Acme named Ada Roe director"."""
    entry = clauses.lexicon.verbs.get(clauses.parse.lemmas[verb]) if clauses.parse.is_verb(verb) else None
    is_filling = entry is not None and any(sense.predicate in _FILLING for sense in entry.senses)
    return clauses.subject(verb) if is_filling else []
