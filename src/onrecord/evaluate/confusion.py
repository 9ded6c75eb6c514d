"""What kind of mistake each missed or wrong entity and statement is.

The kinds are told apart from the outside, by the graph and the gold: a statement of the graph that is nearly the missed
one says what went wrong; without one, the first of name, type, coreference and frame that is lacking does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.evaluate.found import FoundStatement, Span
from onrecord.evaluate.gold import ANYTHING, GoldEntity, GoldStatement
from onrecord.evaluate.matching import comparable, has_object, has_predicate, has_subject, has_type, is_one_of
from onrecord.evaluate.scoring import Comparison
from onrecord.evaluate.sentences import sentence_around


class Kind(StrEnum):
    """What went wrong."""

    MISSED_NAME = "missed name"
    WRONG_TYPE = "wrong type"
    MISSED_COREFERENCE = "missed coreference"
    MISSED_FRAME = "missed frame"
    WRONG_ROLE = "wrong role"
    WRONG_STATUS = "wrong status"
    WRONG_SPEAKER = "wrong speaker"
    WRONG_DATE = "wrong date"
    FORBIDDEN = "forbidden"
    NOT_IN_GOLD = "not in gold"


class Side(StrEnum):
    """What it went wrong with: an entity or statement of the gold, or a statement of the graph."""

    ENTITY = "entities"
    MISSED = "missed statements"
    WRONG = "wrong statements"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its kind, its relation (None for an entity), and for people what it is and where it stands."""

    kind: Kind
    side: Side
    predicate: str | None
    what: str
    evidence: str


def mistakes_of(comparison: Comparison) -> Iterator[Mistake]:
    """All mistakes: those of entities, of missed statements, of wrong ones, and of wrong dates and speakers."""
    yield from _entity_mistakes(comparison)
    for gold in comparison.missed:
        yield _gold_mistake(_kind_of_missed(gold, comparison), Side.MISSED, gold)
    for gold in comparison.hits:
        if gold.attributed_to and not comparison.has_right_speaker(gold):
            yield _gold_mistake(Kind.WRONG_SPEAKER, Side.WRONG, gold)
        if gold.date and not comparison.has_right_date(gold):
            yield _gold_mistake(Kind.WRONG_DATE, Side.WRONG, gold)
    for statement in comparison.unmatched:
        yield _found_mistake(_kind_of_wrong(statement, comparison), statement, comparison)
    for statement, reading in comparison.forbidden:
        yield _found_mistake(Kind.FORBIDDEN, statement, comparison, reading.why)


def _entity_mistakes(comparison: Comparison) -> Iterator[Mistake]:
    for entity in comparison.gold.entities:
        kind = _fault_of_entity(entity, comparison)
        if entity.is_required and kind:
            yield Mistake(kind, Side.ENTITY, None, f"{entity.names[0]} ({entity.type})", "")


def _fault_of_entity(entity: GoldEntity, comparison: Comparison) -> Kind | None:
    iris = [iri for iri, identity in comparison.matched.items() if identity == entity.id]
    if not iris:
        return Kind.MISSED_NAME
    is_typed = any(has_type(comparison.found.classes[iri], entity.type) for iri in iris)
    return None if is_typed else Kind.WRONG_TYPE


def _kind_of_missed(gold: GoldStatement, comparison: Comparison) -> Kind:
    near = (_difference(statement, gold, comparison) for statement in comparison.unmatched)
    return _first(near) or _lack(gold, comparison) or Kind.MISSED_FRAME


def _kind_of_wrong(statement: FoundStatement, comparison: Comparison) -> Kind:
    near = (_difference(statement, gold, comparison) for gold in comparison.gold.statements)
    return _first(near) or Kind.NOT_IN_GOLD


def _first(kinds: Iterator[Kind | None]) -> Kind | None:
    """The kind of the nearest: a wrong status differs least, another frame most."""
    nearness = (Kind.WRONG_STATUS, Kind.WRONG_ROLE, Kind.MISSED_COREFERENCE, Kind.MISSED_FRAME)
    return min((kind for kind in kinds if kind), key=nearness.index, default=None)


def _difference(statement: FoundStatement, gold: GoldStatement, comparison: Comparison) -> Kind | None:
    """The one thing in which a statement of the graph differs from one of the gold; None if it is another matter."""
    if not _is_of_one_sentence(statement, gold):
        return None
    matched = comparison.matched
    is_subject = has_subject(statement, gold, matched)
    is_object = has_object(statement, gold, matched)
    if not has_predicate(statement, gold):
        is_open = ANYTHING in gold.subject and ANYTHING in gold.object
        return Kind.MISSED_FRAME if is_subject and is_object and not is_open else None
    if is_subject and is_object:
        return Kind.WRONG_STATUS
    subject, object_ = matched.get(statement.subject), matched.get(statement.object)
    if is_one_of(subject, gold.object) and is_one_of(object_, gold.subject):
        return Kind.WRONG_ROLE
    if not is_subject and not is_object:
        return None
    lacking = gold.object if is_subject else gold.subject
    return Kind.WRONG_ROLE if _is_named(lacking, statement, comparison) else Kind.MISSED_COREFERENCE


def _is_of_one_sentence(statement: FoundStatement, gold: GoldStatement) -> bool:
    """Whether they rest on the same words, as far as the gold names its words."""
    if gold.evidence is None:
        return False
    words = comparable(gold.evidence)
    quotes = [comparable(quote.text) for quote in statement.quotes if quote.text]
    return any(words in quote or quote in words for quote in quotes)


def _is_named(ids: tuple[str, ...], statement: FoundStatement, comparison: Comparison) -> bool:
    """Whether one of the actors stands in the quote by name: then it was no pronoun or description that was misread."""
    quotes = [f" {comparable(quote.text)} " for quote in statement.quotes]
    entities = filter(None, map(comparison.gold.entity, ids))
    return any(comparable(name) in quote for entity in entities for name in entity.names for quote in quotes)


def _lack(gold: GoldStatement, comparison: Comparison) -> Kind | None:
    """What the graph lacks to say the statement: the name, the type or a mention of an actor in the sentence."""
    ends = [gold.object] if gold.subject_may_be_unknown else [gold.subject, gold.object]
    for ids in ends:
        if ANYTHING in ids:
            continue
        faults = [_fault_of_entity(entity, comparison) for entity in map(comparison.gold.entity, ids) if entity]
        if all(faults):
            return next((fault for fault in faults if fault is Kind.WRONG_TYPE), Kind.MISSED_NAME)
    sentence = _sentence(gold, comparison)
    if sentence and not all(_is_mentioned(ids, sentence, comparison) for ids in ends):
        return Kind.MISSED_COREFERENCE
    return None


def _sentence(gold: GoldStatement, comparison: Comparison) -> Span | None:
    text = comparison.found.text
    start = text.find(gold.evidence) if text and gold.evidence else -1
    return sentence_around(text, start, start + len(gold.evidence)) if text and gold.evidence and start >= 0 else None


def _is_mentioned(ids: tuple[str, ...], sentence: Span, comparison: Comparison) -> bool:
    if ANYTHING in ids or comparison.found.mentions is None:
        return True
    start, end = sentence
    actors = [iri for iri, identity in comparison.matched.items() if identity in ids]
    spans = (span for iri in actors for span in comparison.found.mentions_of(iri))
    return any(start <= first and last <= end for first, last in spans)


def _gold_mistake(kind: Kind, side: Side, gold: GoldStatement) -> Mistake:
    parts = ("/".join(part) for part in (gold.subject, gold.predicate, gold.object, gold.status))
    return Mistake(kind, side, gold.predicate[0], f"{gold.number}: {' | '.join(parts)}", gold.evidence or "")


def _found_mistake(kind: Kind, statement: FoundStatement, comparison: Comparison, why: str = "") -> Mistake:
    label = comparison.found.label
    what = " | ".join((label(statement.subject), statement.predicate, label(statement.object), statement.status))
    quote = next((quote.text for quote in statement.quotes), "")
    return Mistake(kind, Side.WRONG, statement.predicate, f"{what} ({why})" if why else what, quote)
