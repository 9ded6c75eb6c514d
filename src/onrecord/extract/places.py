"""Places in places: the one that a phrase names, and those that it is said to lie in."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.cast import LOCATIONS, Actor, Cast
from onrecord.language.mentions import Span
from onrecord.model import EntityType, Form

_INSIDE = frozenset({"of", "in", "near"})
_PARTS = frozenset({"capital", "part", "district", "area", "quarter", "region", "borough", "centre", "center"})
"""What lies in that of which it is: a suburb of a city does not."""


class Places:
    """Finds the places of one reading that others name."""

    def __init__(self, cast: Cast) -> None:
        self._cast, self._reading = cast, cast.reading
        spans, ends = cast.reading.spans, cast.reading.parse.ends
        self._first = {span.first: number for number, span in enumerate(spans) if span.form is Form.NAME}
        self._starting = {
            ends[spans[number].end - 1]: number for number in self._first.values() if spans[number].type in LOCATIONS
        }

    def inner(self, token: int, types: frozenset[EntityType]) -> Actor | None:
        """The named place in the phrase of a noun: "the centre of Lyon", "at a farm in the north of France".

        Who seizes a farm in France does not seize France.
        """
        reading, parse = self._reading, self._reading.parse
        inside = {"of"} if parse.deps[token] == "dobj" else _INSIDE
        phrases = [p for p in parse.children_by(token, "prep") if parse.lemmas[p] in inside] if types else []
        for noun in (noun for phrase in phrases for noun in parse.children_by(phrase, "pobj")):
            chain = reading.chain_at(noun)
            if chain is not None and reading.chains[chain].is_named:
                is_fit = reading.chains[chain].type in types
                return self._cast.actor(chain, reading.spans[reading.span_at[noun]]) if is_fit else None
            return self.inner(noun, types)
        return None

    def containing(self, place: Actor, types: frozenset[EntityType]) -> Iterator[Actor]:
        """The places that a place is said to lie in, by the words right behind it: "Lyon, Rhône, in France"."""
        reading, parse = self._reading, self._reading.parse
        number = self._starting.get(place.end)
        if number is not None:
            yield from self._contained(reading.spans[number], types)
            yield from self._described_as_in(reading.spans[number].head, types)
        while number is not None:
            at = reading.spans[number].end
            is_linked = parse.words[at : at + 1] in ([","], ["("], ["of"], ["in"])
            number = self._first.get(at + 1 if is_linked else at)
            chain = reading.chain_of[number] if number is not None else None
            if number is None or chain is None or reading.chains[chain].type not in LOCATIONS & types:
                return
            span = reading.spans[number]
            is_state = reading.gazetteer.is_state(span.name)  # "Seattle, Washington" is in no capital
            is_listed = self._is_listed(span) or (self._cast.is_capital(reading.chains[chain]) and not is_state)
            if is_listed or span.is_nationality:
                return
            yield self._cast.actor(chain, span)

    def _contained(self, region: Span, types: frozenset[EntityType]) -> Iterator[Actor]:
        """The town right before its region, without a comma: "Dallas Texas"."""
        reading = self._reading
        number = self._cast.named_at.get(region.first - 1)
        chain = reading.chain_of[number] if number is not None else None
        if number is not None and chain is not None and reading.chains[chain].type in LOCATIONS & types:
            yield self._cast.actor(chain, reading.spans[number])

    def _described_as_in(self, place: int, types: frozenset[EntityType]) -> Iterator[Actor]:
        """Where a place lies by its description: "Lyon, a town in the east of France"; not "a town near Paris"."""
        parse = self._reading.parse
        for noun in parse.children_by(place, "appos"):
            phrase = parse.child(noun, "prep")
            if phrase is None or parse.tags[noun] != "NN":
                continue
            is_part = parse.lemmas[phrase] == "of" and parse.lemmas[noun] in _PARTS
            region = self.inner(noun, types) if is_part or parse.lemmas[phrase] == "in" else None
            if region is not None:
                yield region

    def _is_listed(self, span: Span) -> bool:
        """Whether a place is followed by "and" and another place, so that it is one of a list, not a region."""
        is_linked = self._reading.parse.words[span.end : span.end + 1] == ["and"]
        behind = self._first.get(span.end + 1) if is_linked else None
        return behind is not None and self._reading.spans[behind].type in LOCATIONS
