"""The named ones of a group: "Three men were killed. One of them was Ada Roe", "among the accused is Ada Roe"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.actors import Actors
from onrecord.extract.arguments.nominals import counted
from onrecord.extract.cast import Actor
from onrecord.extract.claims import Claim
from onrecord.extract.context import Contexts
from onrecord.extract.frames import Match
from onrecord.language.parse import SUBJECTS
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form, Status
from onrecord.ontology import Ontology
from onrecord.ontology.lexicon import Sense

REACH = 3
"""Sentences that "one of them" looks back for what was told of all."""

_NAMED = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})
_TOLD = frozenset({Status.ASSERTED, Status.REPORTED, Status.ALLEGED})
_INCLUDING = frozenset({"include", "comprise"})


def of_members(
    claims: Sequence[Claim], ontology: Ontology, actors: Actors, contexts: Contexts, reading: Reading
) -> Iterator[Claim]:
    """What was told of a group, and what the group's own name tells, of each who is said to be one of it."""
    for group, names in _memberships(reading):
        members = [actor for name in names if (actor := actors.at(name, _NAMED)) is not None]
        members = [member for member in members if reading.chains[member.chain].is_named]
        for member in members:
            yield from _shared(claims, group, member, ontology, reading)
            yield from _suffered(group, member, ontology, contexts, reading)


def _memberships(reading: Reading) -> Iterator[tuple[int, list[int]]]:
    """The word for each group and the heads of those who are said to be of it."""
    parse = reading.parse
    for verb, lemma in enumerate(parse.lemmas):
        if (lemma != "be" and lemma not in _INCLUDING) or parse.sentences[parse.sentence_of[verb]].is_heading:
            continue
        if parse.child(verb, "neg") is not None:
            continue
        subject, attribute = parse.child(verb, *SUBJECTS), parse.child(verb, "attr", "dobj")
        among = next((p for p in parse.children_by(verb, "prep") if parse.lemmas[p] == "among"), None)
        inner = parse.child(among, "pobj") if among is not None else None
        if lemma in _INCLUDING and subject is not None and attribute is not None:
            yield subject, parse.conjuncts(attribute)
        elif lemma == "be" and inner is not None and (named := attribute if subject is None else subject) is not None:
            yield inner, parse.conjuncts(named)
        elif lemma == "be" and subject is not None and attribute is not None and parse.tags[subject] == "CD":
            group = counted(parse, subject)
            if group != subject:
                yield group, parse.conjuncts(attribute)
        elif lemma == "be" and subject is not None and attribute is not None and parse.tags[attribute] == "CD":
            group = counted(parse, attribute)  # "Ada was one of three people arrested"
            if group != attribute:
                yield group, parse.conjuncts(subject)


def _shared(
    claims: Sequence[Claim], group: int, member: Actor, ontology: Ontology, reading: Reading
) -> Iterator[Claim]:
    """What the sentences before tell of the group."""
    sentence_of = reading.parse.sentence_of
    is_pronoun = reading.parse.tags[group] in {"PRP", "WP"}
    chain = _taken_up(group, member, reading) if is_pronoun else reading.chain_at(group)
    if chain is None or reading.chains[chain].is_named or chain == member.chain:
        return
    for claim in claims:
        match = claim.match
        is_near = 0 <= sentence_of[group] - sentence_of[match.trigger] <= REACH
        is_deed = bool(ontology.predicates[match.predicate].plover_events) and claim.status in _TOLD
        if not is_near or not is_deed or match.is_background:
            continue
        if match.object is not None and match.object.chain == chain:
            yield replace(claim, match=replace(match, object=member))
        elif match.subject is not None and match.subject.chain == chain and match.object is not None:
            yield replace(claim, match=replace(match, subject=member))


def _taken_up(pronoun: int, member: Actor, reading: Reading) -> int | None:
    """The plural description of the member's class before "them": the last, or the counted one of its sentence."""
    parse, kind = reading.parse, reading.chains[member.chain].type
    sentence = parse.sentence_of[pronoun]
    spans = [
        number
        for number, span in enumerate(reading.spans)
        if span.head < pronoun
        and sentence - parse.sentence_of[span.head] <= REACH
        and span.is_plural
        and span.form is Form.NOMINAL
        and span.type is kind
    ]
    if not spans:
        return None
    last = parse.sentence_of[reading.spans[spans[-1]].head]
    here = [number for number in spans if parse.sentence_of[reading.spans[number].head] == last]
    counts = [number for number in here if parse.child(reading.spans[number].head, "nummod") is not None]
    return reading.chain_of[(counts or here)[0]] if len(counts or here) == 1 else None


def _suffered(group: int, member: Actor, ontology: Ontology, contexts: Contexts, reading: Reading) -> Iterator[Claim]:
    """What a group is called by: "the detained", "those arrested"."""
    participle = _participle(group, reading)
    sense = _suffering(participle, ontology, reading) if participle is not None else None
    if participle is None or sense is None:
        return
    context = contexts.of(participle)
    if context.status in _TOLD:
        yield Claim(Match(sense, sense.predicate, participle, None, member), context, context.status)


def _participle(group: int, reading: Reading) -> int | None:
    parse = reading.parse
    if parse.lemmas[group] in {"those", "that"}:
        return next((verb for verb in parse.children_by(group, "acl") if parse.tags[verb] == "VBN"), None)
    article = parse.child(group, "det")
    is_group = article is not None and parse.lemmas[article] == "the" and group not in reading.span_at
    return group if is_group and parse.words[group].lower().endswith(("ed", "en")) else None


def _suffering(participle: int, ontology: Ontology, reading: Reading) -> Sense | None:
    """What a participle says of whom it is said of, where that is a deed which needs no agent."""
    parse, verbs = reading.parse, ontology.lexicon.verbs
    word = parse.words[participle].lower()
    lemmas = (parse.lemmas[participle], word[:-1], word[:-2])
    entry = next((verbs[lemma] for lemma in lemmas if lemma in verbs), None)
    for sense in entry.senses if entry is not None else ():
        is_plain = (
            not (sense.particle or sense.fixed_objects or sense.fixed_complements) and "directObject" in sense.object
        )
        if is_plain and ontology.predicates[sense.predicate].agent_may_be_unknown:
            return sense
    return None
