"""Why facts of the KnowledgeNet development part are missed, and what is wrong with those that come out.

The scorer beside the data says what is right; this says what kind of mistake the rest is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from built import UNSAID, Built, Row, Span, overlap, rows_of, span_of

from onrecord.evaluate import Kind

_PERSON, _ORGANISATION, _PLACE = {"Person"}, {"Organisation"}, {"Place", "Country"}
_TYPES: Mapping[str, tuple[set[str], set[str] | None]] = {
    "CEO": (_ORGANISATION, _PERSON),
    "CHILD_OF": (_PERSON, _PERSON),
    "DATE_FOUNDED": (_ORGANISATION, None),
    "DATE_OF_BIRTH": (_PERSON, None),
    "DATE_OF_DEATH": (_PERSON, None),
    "EDUCATED_AT": (_PERSON, _ORGANISATION),
    "EMPLOYEE_OR_MEMBER_OF": (_PERSON, _ORGANISATION),
    "FOUNDED_BY": (_ORGANISATION, _PERSON | _ORGANISATION),
    "HEADQUARTERS": (_ORGANISATION, _PLACE),
    "NATIONALITY": (_PERSON, {"Country"}),
    "PLACE_OF_BIRTH": (_PERSON, _PLACE),
    "PLACE_OF_RESIDENCE": (_PERSON, _PLACE),
    "POLITICAL_AFFILIATION": (_PERSON, _ORGANISATION),
    "SPOUSE": (_PERSON, _PERSON),
    "SUBSIDIARY_OF": (_ORGANISATION, _ORGANISATION),
}
"""Types of subject and object of each property; None for a date, which is no entity."""

_PRONOUNS = frozenset("he she it they him her them his hers its their who whom whose which i we my our".split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ends between which the text states, or a statement has, a property."""

    property: str
    subject: Span
    object: Span
    is_said: bool = True

    def is_like(self, other: Pair) -> bool:
        """Whether both ends stand at the same place."""
        return overlap(self.subject, other.subject) and overlap(self.object, other.object)

    def states(self, fact: Pair) -> bool:
        """Whether it says so and is right."""
        return self.is_said and self.property == fact.property and self.is_like(fact)

    def is_swapped(self, other: Pair) -> bool:
        """Whether the ends stand at each other's place."""
        return overlap(self.subject, other.object) and overlap(self.object, other.subject)

    def shares_an_end(self, other: Pair) -> bool:
        """Whether one of the ends stands at the same place."""
        return overlap(self.subject, other.subject) or overlap(self.object, other.object)


def mistakes(built: Built, gold: Path, scorer: ModuleType) -> tuple[dict[str, Counter[Kind]], dict[str, Counter[Kind]]]:
    """How many facts of each property are missed, and how many wrong, by kind of mistake."""
    missed: dict[str, Counter[Kind]] = defaultdict(Counter)
    wrong: dict[str, Counter[Kind]] = defaultdict(Counter)
    for document in rows_of(gold):
        found = [*_pairs_of(built.statements.get(document["id"], []), scorer)]
        for passage in document["annotated"]:
            facts = [_fact(fact) for fact in document["facts"] if fact["passage"] == passage["passage"]]
            here = [pair for pair in found if _is_within(pair, passage["passage"])]
            strays = [pair for pair in here if not any(pair.states(fact) for fact in facts)]
            for fact in facts:
                if not any(pair.states(fact) for pair in here):
                    missed[fact.property][_kind_of_missed(fact, strays, document, built)] += 1
            for pair in {pair for pair in strays if pair.is_said and pair.property in passage["properties"]}:
                wrong[pair.property][_kind_of_wrong(pair, facts)] += 1
    return missed, wrong


def judged(built: Built, gold: Path, scorer: ModuleType) -> Iterator[tuple[str, bool]]:
    """The id of each statement that the annotation can judge, and whether it is right.

    Judged is what a statement says so of a property, within a passage that was annotated for this property.
    """
    for document in rows_of(gold):
        for statement in built.statements.get(document["id"], []):
            verdicts = [
                any(pair.states(_fact(fact)) for fact in document["facts"] if fact["passage"] == passage["passage"])
                for pair in _pairs_of([statement], scorer)
                for passage in document["annotated"]
                if pair.is_said and pair.property in passage["properties"] and _is_within(pair, passage["passage"])
            ]
            if verdicts:
                yield statement["id"], any(verdicts)


def _pairs_of(statements: list[Row], scorer: ModuleType) -> Iterator[Pair]:
    """The statements as pairs of each property that their predicate stands for, or of their predicate if of none."""
    for statement in statements:
        subject, object_ = span_of(statement["subject"]), span_of(statement["object"])
        if subject is None or object_ is None:
            continue
        is_said = statement["status"] not in UNSAID
        is_known = False
        for name, (forward, backward) in scorer.PROPERTIES.items():
            if statement["predicate"] in forward:
                yield Pair(name, subject, object_, is_said)
            if statement["predicate"] in backward:
                yield Pair(name, object_, subject, is_said)
            is_known |= statement["predicate"] in (*forward, *backward)
        if not is_known:
            yield Pair(statement["predicate"], subject, object_, is_said)


def _fact(raw: Row) -> Pair:
    return Pair(raw["property"], tuple(raw["subject"][:2]), tuple(raw["object"][:2]))


def _is_within(pair: Pair, passage: list[int]) -> bool:
    span = (passage[0], passage[1])
    return overlap(pair.subject, span) and overlap(pair.object, span)


def _kind_of_missed(fact: Pair, strays: list[Pair], document: Row, built: Built) -> Kind:
    """The kind of mistake, from the pairs that state no fact: a right one takes nothing from its neighbour."""
    same = [pair for pair in strays if pair.property == fact.property]
    if any(pair.is_like(fact) for pair in same):
        return Kind.WRONG_STATUS
    if any(pair.is_swapped(fact) for pair in same):
        return Kind.WRONG_ROLE
    lack = _lack(fact, document, built)
    if lack is None and any(pair.shares_an_end(fact) for pair in same):
        return Kind.WRONG_ROLE
    return lack or Kind.MISSED_FRAME


def _lack(fact: Pair, document: Row, built: Built) -> Kind | None:
    """What the build lacks of the ends: a mention, or the type that the property asks for."""
    for span, types in zip((fact.subject, fact.object), _TYPES[fact.property], strict=True):
        if types is None:
            continue
        there = [mention for mention in built.mentions.get(document["id"], []) if overlap(mention.span, span)]
        if not there:
            is_name = _is_name(document["text"][slice(*span)])
            return Kind.MISSED_NAME if is_name else Kind.MISSED_COREFERENCE
        if not any(mention.type in types for mention in there):
            return Kind.WRONG_TYPE
    return None


def _is_name(words: str) -> bool:
    """Whether the words are a name rather than a pronoun or a description."""
    return any(word[0].isupper() and word.casefold() not in {*_PRONOUNS, "the", "a", "an"} for word in words.split())


def _kind_of_wrong(pair: Pair, facts: list[Pair]) -> Kind:
    same = [fact for fact in facts if fact.property == pair.property]
    if any(pair.is_swapped(fact) or pair.shares_an_end(fact) for fact in same):
        return Kind.WRONG_ROLE
    return Kind.MISSED_FRAME if any(pair.is_like(fact) for fact in facts) else Kind.NOT_IN_GOLD
