"""One document's statements held against its gold facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.evaluate.accepted import Accepted, accepted_key
from onrecord.evaluate.figures import Figures, Share
from onrecord.evaluate.found import FoundDocument, FoundStatement
from onrecord.evaluate.gold import ForbiddenReading, Gold, GoldStatement
from onrecord.evaluate.matching import Matched, fits, has_type, match_entities


@dataclass(frozen=True, slots=True)
class Comparison:
    """What of the graph is what of the gold.

    `hits` has, for each gold statement that was found, the statements that say it. `unmatched` are in neither gold nor
    the accepted ones.
    """

    found: FoundDocument
    gold: Gold
    matched: Matched
    hits: Mapping[GoldStatement, tuple[FoundStatement, ...]]
    unmatched: tuple[FoundStatement, ...]
    forbidden: tuple[tuple[FoundStatement, ForbiddenReading], ...]
    accepted: Accepted

    @property
    def missed(self) -> tuple[GoldStatement, ...]:
        """The required statements that were not found."""
        return tuple(gold for gold in self.gold.statements if gold.is_required and gold not in self.hits)

    def has_right_date(self, gold: GoldStatement) -> bool:
        """Whether one of the statements that say it has one of its dates."""
        return any(statement.date in gold.date for statement in self.hits[gold])

    def has_right_speaker(self, gold: GoldStatement) -> bool:
        """Whether one of the statements that say it is attributed to one of its speakers."""
        return any(
            self.matched.get(speaker) in gold.attributed_to
            for statement in self.hits[gold]
            for speaker in statement.attributed_to
        )


def compare(found: FoundDocument, gold: Gold, accepted: Accepted) -> Comparison:
    """Matches the document's entities and statements with the gold's. `accepted` are the document's own."""
    matched = match_entities(found, gold)
    hits: dict[GoldStatement, tuple[FoundStatement, ...]] = {}
    unmatched, forbidden = [], []
    for statement in found.statements:
        reading = next((bad for bad in gold.forbidden if _is_forbidden(statement, bad, matched)), None)
        meant = [good for good in gold.statements if fits(statement, good, matched)]
        for good in meant:
            hits[good] = (*hits.get(good, ()), statement)
        if reading is not None:
            forbidden.append((statement, reading))
        elif not meant and accepted_key(statement, found) not in accepted:
            unmatched.append(statement)
    return Comparison(found, gold, matched, hits, tuple(unmatched), tuple(forbidden), accepted)


def _is_forbidden(statement: FoundStatement, reading: ForbiddenReading, matched: Matched) -> bool:
    if not fits(statement, reading, matched) or (reading.unless_attributed and statement.attributed_to):
        return False
    return not reading.evidence or any(reading.evidence in quote.text for quote in statement.quotes)


def figures_of(comparison: Comparison) -> Figures:
    """The counts of a comparison."""
    found, gold, hits = comparison.found, comparison.gold, comparison.hits
    required = [statement for statement in gold.statements if statement.is_required]
    wrong = len(comparison.unmatched) + len(comparison.forbidden)
    dated = [statement for statement in hits if statement.date]
    attributed = [statement for statement in hits if statement.attributed_to]
    return Figures(
        entities=_entities(comparison, is_typed=True),
        names=_entities(comparison, is_typed=False),
        splits=sum(count - 1 for count in Counter(comparison.matched.values()).values()),
        recall=Share(sum(statement in hits for statement in required), len(required)),
        precision=Share(len(found.statements) - wrong, len(found.statements)),
        accepted=len(comparison.accepted),
        forbidden=len(comparison.forbidden),
        dates=Share(sum(map(comparison.has_right_date, dated)), len(dated)),
        speakers=Share(sum(map(comparison.has_right_speaker, attributed)), len(attributed)),
        ungrounded=_ungrounded(found),
    )


def _entities(comparison: Comparison, *, is_typed: bool) -> Share:
    """The required entities that were found, with their type or with any."""
    required = [entity for entity in comparison.gold.entities if entity.is_required]
    right = sum(
        any(
            not is_typed or has_type(comparison.found.classes[iri], entity.type)
            for iri, identity in comparison.matched.items()
            if identity == entity.id
        )
        for entity in required
    )
    return Share(right, len(required))


def _ungrounded(found: FoundDocument) -> int | None:
    text = found.text
    if text is None:
        return None
    grounded = (
        bool(statement.quotes) and all(quote.stands_in(text) for quote in statement.quotes)
        for statement in found.statements
    )
    return sum(not is_grounded for is_grounded in grounded)
