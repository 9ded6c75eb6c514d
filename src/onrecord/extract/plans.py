"""What is promised or planned may be hostile: who promises a raid threatens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.fixed_words import possible_senses
from onrecord.extract.frames import Match
from onrecord.language.parse import Parse
from onrecord.ontology import Ontology

_HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "THREATEN"})
"""PLOVER's types of conflict."""

_PLAN = "intendsFor"
_ENDING = frozenset({"off", "down", "out"})


def judged(matches: Sequence[Match], parse: Parse, ontology: Ontology) -> Iterator[Match]:
    """The matches, the promise of a hostile deed turned into the relation that it then is; left out are plans that are
    also promised in so many words, those whose deed is told as planned, and those of what is no political event."""
    predicates = ontology.predicates
    framed = {
        (match.trigger, match.subject.chain, match.object.chain): predicates[match.predicate]
        for match in matches
        if match.subject is not None and match.object is not None and predicates[match.predicate].when_hostile is None
    }
    told: set[tuple[int, int, int]] = set()
    for match in matches:
        relation = predicates[match.predicate].when_hostile
        if relation is None or match.subject is None or match.object is None:
            yield match
            continue
        ends = match.subject.chain, match.object.chain
        deeds = list(_deeds(parse, match.trigger))
        deeds.extend(noun for deed in deeds[1:] for noun in _done(parse, ontology, deed))
        if match.predicate == _PLAN and any(_is_private(parse, ontology, deed) for deed in deeds):
            continue  # to plan a sale is no political event
        own = [framed[deed, *ends] for deed in deeds if (deed, *ends) in framed]
        if own and match.predicate == _PLAN:
            continue
        is_hostile = any(not _HOSTILE.isdisjoint(predicate.plover_events) for predicate in own)
        if is_hostile or (not own and any(_is_strike(parse, ontology, deed) for deed in deeds[1:])):
            match = replace(match, predicate=relation)
        if (match.trigger, *ends) not in told:
            told.update((deed, *ends) for deed in deeds)
            yield match


def _deeds(parse: Parse, word: int) -> Iterator[int]:
    """The word itself and the verbs of what it plans, side by side."""
    yield word
    for clause in parse.children_by(word, "xcomp", "ccomp", "acl"):
        yield from parse.conjuncts(clause)


def _done(parse: Parse, ontology: Ontology, deed: int) -> list[int]:
    """The deed that a support verb leaves to its object: "extend the curfew"; but who "calls off" one ends it."""
    entry = ontology.lexicon.verbs.get(parse.lemmas[deed]) if parse.is_verb(deed) else None
    is_support = (
        entry is not None
        and entry.is_support_verb
        and not any(parse.lemmas[c] in _ENDING for c in parse.children_by(deed, "prt"))
    )
    return parse.children_by(deed, "dobj") if is_support else []


def _is_strike(parse: Parse, ontology: Ontology, deed: int) -> bool:
    """Whether the verb is hostile whoever suffers it, and nobody is named: "will retaliate"."""
    entry = ontology.lexicon.verbs.get(parse.lemmas[deed]) if parse.is_verb(deed) else None
    if entry is None or not entry.senses or parse.child(deed, "dobj", "prep", "prt", "xcomp", "ccomp") is not None:
        return False
    return all(not _HOSTILE.isdisjoint(ontology.predicates[sense.predicate].plover_events) for sense in entry.senses)


def _is_private(parse: Parse, ontology: Ontology, deed: int) -> bool:
    """Whether the lexicon knows the verb, and none of its relations as a political event."""
    entry = ontology.lexicon.verbs.get(parse.lemmas[deed]) if parse.is_verb(deed) else None
    senses = possible_senses(parse, entry, deed) if entry is not None else []
    return bool(senses) and not any(ontology.predicates[sense.predicate].plover_events for sense in senses)
