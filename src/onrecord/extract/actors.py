"""Which entity a word stands for as an argument: by itself, through its members, or through its capital."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import LOCATIONS, Actor, Cast
from onrecord.extract.countries import Countries
from onrecord.extract.places import Places
from onrecord.extract.proxies import Proxies
from onrecord.language.discourse import Chain
from onrecord.language.mentions import Span
from onrecord.language.parse import SUBJECTS
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form
from onrecord.ontology.lexicon import Lexicon


class Actors:
    """Finds the actors of one reading. May add a chain for a country that only its capital or an adjective names."""

    def __init__(self, reading: Reading, arguments: Arguments, lexicon: Lexicon) -> None:
        self._reading = reading
        self._cast = Cast(reading, lexicon)
        self._places, self._countries = Places(self._cast), Countries(self._cast)
        self._proxies = Proxies(self._cast, arguments)

    def at(self, token: int, types: frozenset[EntityType], *, acts: bool = True) -> Actor | None:
        """The actor of one of `types` that the word at `token` stands for.

        Members stand for their organisation where they act (`acts`), not where something is done to them.
        """
        reading, parse = self._reading, self._reading.parse
        number = self._cast.number_at(token)
        if number is None:
            number = self._apposed(token)
        chain = reading.chain_of[number] if number is not None else None
        if types <= LOCATIONS and not (chain is not None and reading.chains[chain].is_named):
            inner = self._places.inner(token, types)
            if inner is not None:
                return inner
        if number is None:
            return self._proxies.wielder(token, types)
        if chain is None:
            return None
        span, entity = reading.spans[number], reading.chains[chain]
        if entity.members or reading.is_adjective(span):
            return None
        if not entity.is_named and not self._cast.is_institution(entity):
            may_stand = acts or entity.type is EntityType.ORGANISATION
            proxy = self._proxies.owner(self._described(span, entity), types) if may_stand else None
            if proxy is not None:
                return proxy
        if entity.type in types:
            return self._cast.actor(chain, self._named_beside(span, chain))
        if entity.type is EntityType.EVENT and not entity.is_named and span.form is Form.NOMINAL:
            return self._proxies.wielder(token, types)
        if span.form is Form.PRONOUN and parse.tags[span.head] in {"WDT", "WP"}:
            return self._farther(span, types)
        is_actor = span.form is Form.NAME and not self._cast.is_where(span)
        if entity.type is EntityType.PLACE and entity.country and EntityType.COUNTRY in types and is_actor:
            return self._countries.meant(span, entity.country) if self._cast.is_capital(entity) else None
        return None

    def every(self, token: int, types: frozenset[EntityType], *, acts: bool = True) -> list[Actor]:
        """The actors that the word at `token` stands for: several for "they" who were named one by one."""
        chain = self._reading.chain_at(token)
        members = self._reading.chains[chain].members if chain is not None else ()
        if members:
            span = self._reading.spans[self._reading.span_at[token]]
            return [self._cast.actor(c, span) for c in members if self._reading.chains[c].type in types]
        actor = self.at(token, types, acts=acts)
        if actor is None:
            return []
        sides = list(self._proxies.sides(token, types)) if actor.is_proxy else []
        return sides if actor.chain in {side.chain for side in sides} else [actor]

    def _apposed(self, token: int) -> int | None:
        """The name in apposition to a noun that is no description of an actor: "his companion Ada Roe"."""
        parse = self._reading.parse
        for child in parse.children_by(token, "appos") if parse.is_noun(token) else ():
            number = self._reading.span_at.get(child)
            if number is not None and self._reading.spans[number].form is Form.NAME:
                return number
        return None

    def _described(self, span: Span, entity: Chain) -> Span:
        """The description that a pronoun stands for."""
        return self._reading.spans[entity.spans[0]] if span.form is Form.PRONOUN else span

    def _named_beside(self, span: Span, chain: int) -> Span:
        """The name that a description introduces ("his wife Ada", "the town of Lyon"), which tells more than it."""
        reading, parse = self._reading, self._reading.parse
        names = parse.children_by(span.head, "appos") if span.form is Form.NOMINAL else []
        if span.form is Form.NOMINAL and span.type in LOCATIONS:
            phrases = (phrase for phrase in parse.children_by(span.head, "prep") if parse.lemmas[phrase] == "of")
            names.extend(noun for phrase in phrases for noun in parse.children_by(phrase, "pobj"))
        for name in names:
            number = reading.span_at.get(name)
            if number is not None and reading.chain_of[number] == chain and reading.spans[number].form is Form.NAME:
                return reading.spans[number]
        if span.form is Form.NOMINAL and (told := self._told_of(span.head)) is not None:
            number = reading.span_at.get(told)
            if number is not None and reading.chain_of[number] == chain and reading.spans[number].form is not span.form:
                return reading.spans[number]
        return span

    def _told_of(self, noun: int) -> int | None:
        """Whom a description is told of by the grammar: "Ada is a poet", "Ada, a poet and writer"."""
        parse = self._reading.parse
        while parse.deps[noun] == "conj":
            noun = parse.heads[noun]
        above = parse.heads[noun]
        if parse.deps[noun] == "attr":
            return parse.child(above, *SUBJECTS)
        return above if parse.deps[noun] == "appos" else None

    def _farther(self, pronoun: Span, types: frozenset[EntityType]) -> Actor | None:
        """What a relative pronoun means when the noun it was attached to does not fit: one farther up ("X, based in
        Lyon, which she founded")."""
        parse = self._reading.parse
        clause = next((a for a in parse.ancestors(pronoun.head) if parse.deps[a] == "relcl"), None)
        for ancestor in parse.ancestors(clause) if clause is not None else ():
            chain = self._reading.chain_at(ancestor)
            if chain is not None and self._reading.chains[chain].type in types:
                return self._cast.actor(chain, pronoun)
        return None

    def sides(self, people: int, types: frozenset[EntityType]) -> Iterator[Actor]:
        """Those side by side whose people a plural means: "Kenyan and Ugandan troops"."""
        return self._proxies.sides(people, types)

    def containing(self, place: Actor, types: frozenset[EntityType]) -> Iterator[Actor]:
        """The places that a place is said to lie in: "Lyon, Rhône, in France"."""
        return self._places.containing(place, types)

    def country_of_context(self, token: int) -> Actor | None:
        """The country that the text is about at `token`."""
        return self._countries.of_context(token)

    def is_institution(self, chain: Chain) -> bool:
        """Whether it is known by an institution's description ("the government"), which is as good as a name."""
        return self._cast.is_institution(chain)

    def is_where(self, span: Span) -> bool:
        """Whether the mention says where something is ("in Oslo")."""
        return self._cast.is_where(span)

    def is_tied(self, chain: Chain) -> bool:
        """Whether it is a description of people that says whose or where they are: "rebels in Chad", "her voters"."""
        parse, reading = self._reading.parse, self._reading
        if chain.type in LOCATIONS or chain.type is EntityType.EVENT:
            return False
        for span in (reading.spans[number] for number in chain.spans):
            if span.is_tied:
                return True
            owner = parse.child(span.head, "poss") if span.form is Form.NOMINAL else None
            whose = reading.chain_at(owner) if owner is not None else None
            if whose is not None and reading.chains[whose].is_named:
                return True
        return False
