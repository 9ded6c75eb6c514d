"""What follows from somebody's standing: who leads a party belongs to it, who works in a part works for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.extract.actors import Actor, Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.frames import Match
from onrecord.language.reading import Reading
from onrecord.model import EntityType
from onrecord.ontology import Ontology
from onrecord.ontology.predicates import ancestors

_ORGANISATIONS = frozenset({EntityType.ORGANISATION})
_OWNING = ("of", "at", "possessor")
"""Arguments of a part of an organisation that name the whole."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Draws what the ontology says to follow from the matches of one reading."""

    reading: Reading
    ontology: Ontology
    arguments: Arguments
    actors: Actors

    def with_implied(self, matches: Iterable[Match]) -> Iterator[Match]:
        """Each match, and behind it what follows from it."""
        for match in matches:
            yield match
            if match.subject is None or match.object is None:
                continue
            above = ancestors(match.predicate, self.ontology.predicates)
            yield from self._of_kind(match, match.object, above)
            for name in sorted(above):
                whole = self.ontology.predicates[name].holds_of_whole if name in self.ontology.predicates else None
                if whole is not None:
                    yield from self._of_whole(match, match.object, whole)
                    break

    def _of_kind(self, match: Match, organisation: Actor, above: set[str]) -> Iterator[Match]:
        """What holds between the two because of what the organisation is: a party has members."""
        chain = self.reading.chains[organisation.chain]
        for predicate in self.ontology.predicates.values():
            if predicate.name not in above and predicate.follows_from & above and chain.is_called(predicate.object_nouns):
                yield replace(match, predicate=predicate.name, object=organisation)

    def _of_whole(self, match: Match, part: Actor, relation: str) -> Iterator[Match]:
        """The same relation, in its most general form, to what the organisation is a part of."""
        number = next((n for n, s in enumerate(self.reading.spans) if self._start(s.first) == part.start), None)
        if number is None or self.reading.chains[part.chain].type is not EntityType.ORGANISATION:
            return
        for argument in _OWNING:
            for head in self.arguments.of_noun(self.reading.spans[number].head, argument):
                whole = self.actors.at(head, _ORGANISATIONS, acts=False)
                if whole is None or whole.chain in {part.chain, match.subject and match.subject.chain}:
                    continue
                if self.reading.chains[whole.chain].is_named:
                    yield replace(match, predicate=relation, object=whole)
                    yield from self._of_kind(match, whole, ancestors(relation, self.ontology.predicates))

    def _start(self, token: int) -> int:
        return self.reading.parse.starts[token]
