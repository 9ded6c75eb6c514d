"""What follows from somebody's standing: who leads a party belongs to it, who works in a part works for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.extract.cast import Actor
from onrecord.extract.frames import Match
from onrecord.extract.offices import ENDING
from onrecord.extract.parts import Parts
from onrecord.language.reading import Reading
from onrecord.ontology import Ontology
from onrecord.ontology.predicates import ancestors, relation_to_whole

_OVER = "former"
"""The detail of a standing that is over."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Draws what the ontology says to follow from the matches of one reading."""

    reading: Reading
    ontology: Ontology
    parts: Parts

    def with_implied(self, matches: Iterable[Match]) -> Iterator[Match]:
        """Each match, and behind it what follows from it."""
        for match in matches:
            yield match
            if match.subject is None or match.object is None:
                continue
            yield from self._of_kind(match, match.object)
            general = relation_to_whole(match.predicate, self.ontology.predicates)
            for whole in self.parts.wholes(match.object) if general is not None else ():
                if whole.chain != match.subject.chain and general is not None:
                    wider = replace(match, predicate=general, object=whole)
                    yield wider
                    yield from self._of_kind(wider, whole)

    def _of_kind(self, match: Match, organisation: Actor) -> Iterator[Match]:
        """What holds between the two because of what the organisation is: members of a party, former ones too."""
        chain = self.reading.chains[organisation.chain]
        above = ancestors(match.predicate, self.ontology.predicates)
        for predicate in self.ontology.predicates.values():
            is_new = predicate.name not in above and bool(predicate.follows_from & above)
            if is_new and chain.is_called(predicate.object_nouns):
                is_over = not above.isdisjoint(ENDING)
                detail = _OVER if is_over else match.detail
                yield replace(match, predicate=predicate.name, detail=detail, is_over=is_over)
