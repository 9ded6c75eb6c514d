"""What the form of a verb says: passives and their agents, infinitives and gerunds."""

from __future__ import annotations

from onrecord.extract.arguments.phrases import objects_of
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.ontology.lexicon import Lexicon


def is_passive(parse: Parse, lexicon: Lexicon, verb: int) -> bool:
    """Whether the verb is passive, by its auxiliaries or as a bare participle."""
    if parse.tags[verb] not in {"VBN", "VBD"}:
        return False
    if parse.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    objects = [o for o in parse.children_by(verb, "aux", "nsubj", "dobj") if parse.tags[o] != "CD"]
    is_bare = parse.tags[verb] == "VBD" and parse.deps[verb] == "conj" and not objects
    if is_bare and _is_transitive(parse, lexicon, verb):
        return is_passive(parse, lexicon, parse.heads[verb])  # "was seized and shot"
    if parse.tags[verb] != "VBN" or objects:  # but "(founded 1990)"
        return parse.deps[verb] in {"acl", "advcl"} and parse.child(verb, "agent") is not None
    if parse.deps[verb] == "conj":
        return is_passive(parse, lexicon, parse.heads[verb])
    return parse.deps[verb] in {"acl", "amod", "advcl", "relcl", "oprd"} or parse.child(verb, "agent") is not None


def _is_transitive(parse: Parse, lexicon: Lexicon, verb: int) -> bool:
    """Whether the verb mostly has a direct object: each of its frames has one."""
    entry = lexicon.verbs.get(parse.lemmas[verb])
    senses = entry.senses if entry is not None else ()
    return bool(senses) and all("directObject" in sense.subject + sense.object for sense in senses)


def agent(parse: Parse, verb: int) -> list[int]:
    """Who did it, as a passive says it: "by X", "X-owned"."""
    if parse.deps[verb] == "amod" and parse.words[verb - 1] == "-":
        return parse.children_by(verb, "npadvmod")  # "X-owned"
    for phrase in parse.children[verb]:
        if parse.lemmas[phrase] == "by" and parse.deps[phrase] in {"agent", "prep"}:
            agents = (part for part in parse.conjuncts(phrase) if parse.lemmas[part] == "by")
            return [agent for part in agents for agent in objects_of(parse, part)]  # "by A and by B"
    words = (verb, *parse.children_by(verb, "oprd", "acomp"))  # "found guilty of fraud by X"
    for phrase in (p for word in words for p in parse.children_by(word, "prep")):
        inner = [p for p in parse.children_by(phrase, "prep") if parse.lemmas[p] == "by"]
        for noun in parse.children_by(phrase, "pobj"):
            inner.extend(p for p in parse.children_by(noun, "prep") if parse.lemmas[p] == "by")
        if inner and parse.tags[verb] == "VBN":
            return objects_of(parse, inner[0])
    return []


def is_infinitive(parse: Parse, verb: int) -> bool:
    """ "to pay", "to have paid"; also "pay" without a subject."""
    auxiliaries = parse.children_by(verb, "aux", "auxpass")
    if any(parse.tags[child] == "TO" for child in auxiliaries):
        return True
    return parse.tags[verb] == "VB" and not auxiliaries and parse.child(verb, *SUBJECTS) is None


def clause_names(parse: Parse, clause: int) -> tuple[str, ...]:
    """What a clause is as an argument of the word above it, the most exact name first."""
    if is_infinitive(parse, clause):
        return ("infinitive", "clause")
    forms = [parse.tags[t] for t in (*parse.children_by(clause, "aux"), clause)]
    is_gerund = forms[0] == "VBG" and parse.child(clause, "mark", *SUBJECTS) is None
    return ("gerund", "clause") if is_gerund else ("clause",)


def is_couple(parse: Parse, word: int) -> bool:
    """Whether the subject may be two side by side, and is no bare plural ("both daughters, Ada and Bo")."""
    found = [*parse.children_by(word, *SUBJECTS), *parse.children_by(parse.heads[word], *SUBJECTS)]
    return not found or parse.tags[found[0]] != "NNS" or len(parse.conjuncts(found[0])) > 1
