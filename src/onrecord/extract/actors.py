"""Which entity a word stands for as an argument: by itself, through its members, or through its capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.extract.arguments import Arguments
from onrecord.language.descriptions import noun_entry
from onrecord.language.discourse import Chain
from onrecord.language.mentions import Span
from onrecord.language.parse import SUBJECTS
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form
from onrecord.ontology.lexicon import Lexicon

_MEMBERSHIP = ("modifier", "possessor", "of", "from")
_PARTICIPANTS = "participants"
OVER = "former"
"""The detail of a standing that is over."""
FORMER = frozenset({"former", "ex", "past"})


_MODIFYING = frozenset({"compound", "amod", "poss", "nmod"})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "inside"})
_INSIDE = frozenset({"of", "in", "near"})
_PARTS = frozenset({"capital", "part", "district", "area", "quarter", "region", "borough", "centre", "center"})
"""What lies in that of which it is: a suburb of a city does not."""
_LOCATIONS = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_GROUPS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY})
_BEHIND = 7
"""Tokens behind a title in which "in COUNTRY" still belongs to it."""

_FIRST_NAMED = 3
"""Mentions that being named first is worth: news say at once where they are from."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A filled argument: the chain it stands for, the characters that say so, and how sure that is.

    `is_whole`: the words mean but a part of it ("the Lyon office of X").
    """

    chain: int
    start: int
    end: int
    form: Form
    is_proxy: bool = False
    is_whole: bool = False


class Actors:
    """Finds the actors of one reading. May add a chain for a country that only its capital or an adjective names."""

    def __init__(self, reading: Reading, arguments: Arguments, lexicon: Lexicon) -> None:
        self._reading, self._arguments, self._lexicon = reading, arguments, lexicon
        self._first = {span.first: number for number, span in enumerate(reading.spans) if span.form is Form.NAME}
        self._starting = {
            reading.parse.ends[reading.spans[number].end - 1]: number
            for number in self._first.values()
            if reading.spans[number].type in _LOCATIONS
        }
        self._containing = {
            token: number
            for number, span in enumerate(reading.spans)
            if span.form is Form.NAME
            for token in range(span.first, span.end)
        }

    def at(self, token: int, types: frozenset[EntityType], *, acts: bool = True) -> Actor | None:
        """The actor of one of `types` that the word at `token` stands for.

        Members stand for their organisation where they act (`acts`), not where something is done to them.
        """
        reading, parse = self._reading, self._reading.parse
        number = reading.span_at.get(token)
        if number is None:
            number = self._containing.get(token)
        if number is None:
            number = self._apposed(token)
        chain = reading.chain_of[number] if number is not None else None
        if types <= _LOCATIONS and not (chain is not None and reading.chains[chain].is_named):
            inner = self._inner_place(token, types)
            if inner is not None:
                return inner
        if number is None:
            return self._wielder(token, types)
        if chain is None:
            return None
        span, entity = reading.spans[number], reading.chains[chain]
        if entity.members or reading.is_adjective(span):
            return None
        if not entity.is_named and not self.is_institution(entity):
            may_stand = acts or entity.type is EntityType.ORGANISATION
            proxy = self._owner(self._described(span, entity), types) if may_stand else None
            if proxy is not None:
                return proxy
        if entity.type in types:
            return self._actor(chain, self._named_beside(span, chain))
        if entity.type is EntityType.EVENT and not entity.is_named and span.form is Form.NOMINAL:
            return self._wielder(token, types)
        if span.form is Form.PRONOUN and parse.tags[span.head] in {"WDT", "WP"}:
            return self._farther(span, types)
        is_actor = span.form is Form.NAME and not self.is_where(span)
        if entity.type is EntityType.PLACE and entity.country and EntityType.COUNTRY in types and is_actor:
            return self._country_for(span, entity.country) if self.is_capital(entity) else None
        return None

    def _wielder(self, token: int, types: frozenset[EntityType]) -> Actor | None:
        """Who acts with a thing or by a deed: what Norwegian tanks or raids do, Norway does."""
        entry = noun_entry(self._reading.parse, self._lexicon, token)
        if entry is None or entry.denotes not in {None, EntityType.EVENT} or not entry.acts_for & types:
            return None
        for argument in (*_MEMBERSHIP, "by"):
            for owner in self._arguments.of_noun(token, argument):
                number = self._reading.span_at.get(owner, self._containing.get(owner))
                chain = self._reading.chain_of[number] if number is not None else None
                if (
                    number is not None
                    and chain is not None
                    and self._reading.chains[chain].type in entry.acts_for & types
                ):
                    return replace(self._actor(chain, self._reading.spans[number]), is_proxy=True)
        return None

    def _apposed(self, token: int) -> int | None:
        """The name in apposition to a noun that is no description of an actor: "his companion Ada Roe"."""
        parse = self._reading.parse
        for child in parse.children_by(token, "appos") if parse.is_noun(token) else ():
            number = self._reading.span_at.get(child)
            if number is not None and self._reading.spans[number].form is Form.NAME:
                return number
        return None

    def _inner_place(self, token: int, types: frozenset[EntityType]) -> Actor | None:
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
                return self._actor(chain, reading.spans[reading.span_at[noun]]) if is_fit else None
            return self._inner_place(noun, types)
        return None

    def _named_beside(self, span: Span, chain: int) -> Span:
        """The name that a description introduces ("his wife Ada", "the town of Lyon"), which tells more than it."""
        reading, parse = self._reading, self._reading.parse
        names = parse.children_by(span.head, "appos") if span.form is Form.NOMINAL else []
        if span.form is Form.NOMINAL and span.type in _LOCATIONS:
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

    def every(self, token: int, types: frozenset[EntityType], *, acts: bool = True) -> list[Actor]:
        """The actors that the word at `token` stands for: several for "they" who were named one by one."""
        chain = self._reading.chain_at(token)
        members = self._reading.chains[chain].members if chain is not None else ()
        if members:
            span = self._reading.spans[self._reading.span_at[token]]
            return [self._actor(c, span) for c in members if self._reading.chains[c].type in types]
        actor = self.at(token, types, acts=acts)
        if actor is None:
            return []
        sides = list(self.sides(token, types)) if actor.is_proxy else []
        return sides if actor.chain in {side.chain for side in sides} else [actor]

    def sides(self, people: int, types: frozenset[EntityType]) -> Iterator[Actor]:
        """Those side by side whose people a plural means: "Kenyan and Ugandan troops", "the leaders of X and Y"."""
        parse, reading = self._reading.parse, self._reading
        entry = noun_entry(parse, self._lexicon, people) if parse.tags[people] in {"NNS", "NNPS"} else None
        is_acting = entry is not None and (entry.acts_for or any("self" in sense.subject for sense in entry.senses))
        for argument in ("modifier", "of", "from") if is_acting else ():
            for first in self._arguments.of_noun(people, argument):
                owners = {reading.chain_at(owner): owner for owner in parse.conjuncts(first)}
                for chain, owner in owners.items() if len(owners) > 1 else ():
                    if chain is not None and reading.chains[chain].type in _GROUPS & types:
                        yield replace(self._actor(chain, reading.spans[reading.span_at[owner]]), is_proxy=True)

    def _farther(self, pronoun: Span, types: frozenset[EntityType]) -> Actor | None:
        """What a relative pronoun means when the noun it was attached to does not fit: one farther up ("X, based in
        Lyon, which she founded")."""
        parse = self._reading.parse
        clause = next((a for a in parse.ancestors(pronoun.head) if parse.deps[a] == "relcl"), None)
        for ancestor in parse.ancestors(clause) if clause is not None else ():
            chain = self._reading.chain_at(ancestor)
            if chain is not None and self._reading.chains[chain].type in types:
                return self._actor(chain, pronoun)
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
            if number is None or chain is None or reading.chains[chain].type not in _LOCATIONS & types:
                return
            span = reading.spans[number]
            is_state = reading.gazetteer.is_state(span.name)  # "Seattle, Washington" is in no capital
            is_listed = self._is_listed(span) or (self.is_capital(reading.chains[chain]) and not is_state)
            if is_listed or span.is_nationality:
                return
            yield self._actor(chain, span)

    def _described_as_in(self, place: int, types: frozenset[EntityType]) -> Iterator[Actor]:
        """Where a place lies by its description: "Lyon, a town in the east of France"; not "a town near Paris"."""
        parse = self._reading.parse
        for noun in parse.children_by(place, "appos"):
            phrase = parse.child(noun, "prep")
            if phrase is None or parse.tags[noun] != "NN":
                continue
            is_part = parse.lemmas[phrase] == "of" and parse.lemmas[noun] in _PARTS
            region = self._inner_place(noun, types) if is_part or parse.lemmas[phrase] == "in" else None
            if region is not None:
                yield region

    def _is_listed(self, span: Span) -> bool:
        """Whether a place is followed by "and" and another place, so that it is one of a list, not a region."""
        behind = (
            self._first.get(span.end + 1) if self._reading.parse.words[span.end : span.end + 1] == ["and"] else None
        )
        return behind is not None and self._reading.spans[behind].type in _LOCATIONS

    def _contained(self, region: Span, types: frozenset[EntityType]) -> Iterator[Actor]:
        """The town right before its region, without a comma: "Dallas Texas"."""
        reading = self._reading
        number = self._containing.get(region.first - 1)
        chain = reading.chain_of[number] if number is not None else None
        if number is not None and chain is not None and reading.chains[chain].type in _LOCATIONS & types:
            yield self._actor(chain, reading.spans[number])

    def _described(self, span: Span, entity: Chain) -> Span:
        """The description that a pronoun stands for."""
        return self._reading.spans[entity.spans[0]] if span.form is Form.PRONOUN else span

    def is_institution(self, chain: Chain) -> bool:
        """Whether it is known by an institution's description ("the government"), which is as good as a name."""
        entries = (self._lexicon.nouns.get(noun) for noun in chain.nouns)
        return any(entry is not None and entry.is_institution for entry in entries)

    def is_capital(self, chain: Chain) -> bool:
        """Whether a place is a capital, so that it may stand for its government."""
        entry = self._reading.gazetteer.find(chain.names[0]) if chain.names else None
        return entry is not None and entry.kind.value == "capital"

    def country_of_context(self, token: int) -> Actor | None:
        """The country that the text is about at `token`: the one that acts in the sentence before it, the one right
        behind, else the document's own. Of the country that a president acts on they are no president.
        """
        reading, parse = self._reading, self._reading.parse
        acting: Actor | None = None
        for number, span in enumerate(reading.spans):
            chain = reading.chain_of[number]
            if span.first >= token:
                break
            if chain is None or parse.sentence_of[span.head] != parse.sentence_of[token]:
                continue
            is_subject = span.form is Form.NAME and parse.deps[span.head] in SUBJECTS and not span.is_nationality
            if is_subject and reading.chains[chain].type is EntityType.COUNTRY:
                acting = self._actor(chain, span)
        nearest = acting or self._country_behind(token)
        if nearest is not None:
            return nearest
        country = self._main_country
        if country is None or token not in reading.span_at:
            return None
        return self._country_for(reading.spans[reading.span_at[token]], country)

    def _country_behind(self, token: int) -> Actor | None:
        """The country right behind a name ("President X in neighbouring Chad")."""
        reading, parse = self._reading, self._reading.parse
        for behind in range(token + 1, min(token + _BEHIND, len(parse))):
            if parse.words[behind] in {",", ".", ";"}:
                return None
            chain = reading.chain_at(behind)
            is_country = chain is not None and reading.chains[chain].type is EntityType.COUNTRY
            if chain is not None and is_country and self.is_where(reading.spans[reading.span_at[behind]]):
                return self._actor(chain, reading.spans[reading.span_at[behind]])
        return None

    @cached_property
    def _main_country(self) -> str | None:
        """The country that the document names most, by itself, its people, its cities, or inside other names.

        The first one counts for more, but for a mere place where something happens; one that is named once is none.
        """
        parse = self._reading.parse
        counts: Counter[str] = Counter()
        people = {token for token, n in self._containing.items() if self._reading.spans[n].type is EntityType.PERSON}
        for token, tag in enumerate(parse.tags):
            is_name = tag in {"NNP", "NNPS", "JJ"} and token not in people and parse.words[token][:1].isupper()
            entry = self._reading.gazetteer.find(parse.words[token]) if is_name else None
            if entry is not None and parse.words[token + 1 : token + 2] != ["$"]:
                is_object = parse.deps[token] in {"dobj", "pobj"}  # "President Roe criticised Norway"
                counts[entry.country] += 1 if counts or is_object else 1 + _FIRST_NAMED
        main = max(sorted(counts), key=lambda code: counts[code]) if counts else None
        return main if main is not None and counts[main] > 1 else None

    def _owner(self, span: Span, types: frozenset[EntityType]) -> Actor | None:
        """The named organisation or country whose members, troops or board the description means."""
        entry = noun_entry(self._reading.parse, self._lexicon, span.head)
        wanted = types & entry.acts_for if entry is not None else frozenset()
        if entry is None or not wanted:
            return None
        if entry.denotes is EntityType.PERSON and (not span.is_plural or self._is_few(span)):
            return None
        if EntityType.COUNTRY in wanted and self._is_of_rebels(span):
            wanted -= {EntityType.COUNTRY}
        for argument in (*_MEMBERSHIP, "at") if entry.denotes is EntityType.PERSON else (*_MEMBERSHIP, _PARTICIPANTS):
            if argument == _PARTICIPANTS:
                heads = self._participants(span)
            else:
                heads = self._arguments.of_noun(span.head, argument)
            for token in (*heads, *(t for head in heads for t in self._arguments.of_noun(head, "possessor"))):
                number = self._reading.span_at.get(token, self._containing.get(token))
                chain = self._reading.chain_of[number] if number is not None else None
                if number is None or chain is None:
                    continue
                entity = self._reading.chains[chain]
                if argument == _PARTICIPANTS and not entity.is_named:
                    owner = self._owner(self._reading.spans[entity.spans[0]], types)
                    if owner is not None:
                        return owner
                if entity.type in wanted and (entity.is_named or entity.country or self.is_institution(entity)):
                    is_whole = entry.denotes is EntityType.ORGANISATION and argument in {"of", "possessor"}
                    return replace(self._actor(chain, self._reading.spans[number]), is_proxy=True, is_whole=is_whole)
        return None

    def _is_of_rebels(self, span: Span) -> bool:
        """Whether a word before it says that it acts for somebody else than a state: "Afghan rebel leaders"."""
        parse = self._reading.parse
        for child in parse.children_by(span.head, "compound", "amod", "nmod"):
            entry = self._lexicon.nouns.get(parse.lemmas[child])
            if entry is not None and entry.denotes is not None and EntityType.COUNTRY not in entry.acts_for:
                return not entry.is_institution
        return False

    def is_tied(self, chain: Chain) -> bool:
        """Whether it is a description of people that says whose or where they are: "rebels in Chad", "her voters"."""
        parse, reading = self._reading.parse, self._reading
        if chain.type in _LOCATIONS or chain.type is EntityType.EVENT:
            return False
        for span in (reading.spans[number] for number in chain.spans):
            if span.is_tied:
                return True
            owner = parse.child(span.head, "poss") if span.form is Form.NOMINAL else None
            whose = reading.chain_at(owner) if owner is not None else None
            if whose is not None and reading.chains[whose].is_named:
                return True
        return False

    def _participants(self, span: Span) -> list[int]:
        """Who takes part in an unnamed group ("X's participation in a group that"), and so in what it does."""
        parse = self._reading.parse
        if parse.deps[span.head] != "pobj":
            return []
        preposition = parse.heads[span.head]
        noun = parse.heads[preposition]
        entry = noun_entry(parse, self._lexicon, noun)
        for sense in entry.senses if entry is not None else ():
            if sense.shares_acts and parse.lemmas[preposition] in sense.object:
                return [t for argument in sense.subject for t in self._arguments.of_noun(noun, argument)]
        return []

    def is_where(self, span: Span) -> bool:
        """Whether the mention says where something is ("in Oslo"): then it cannot stand for who governs there."""
        parse = self._reading.parse
        return parse.deps[span.head] == "pobj" and parse.lemmas[parse.heads[span.head]] in _WHERE

    def _is_few(self, span: Span) -> bool:
        """Whether the people are but some of an organisation, or no longer of it ("two members", "former members")."""
        parse = self._reading.parse
        modifiers = parse.children_by(span.head, "amod", "nummod")
        return any(parse.lemmas[child] in FORMER or parse.tags[child] == "CD" for child in modifiers)

    def _actor(self, chain: int, span: Span) -> Actor:
        parse = self._reading.parse
        return Actor(chain, parse.starts[span.first], parse.ends[span.end - 1], span.form)

    def _country_for(self, span: Span, country: str) -> Actor:
        chains = self._reading.chains
        same = (n for n, chain in enumerate(chains) if chain.type is EntityType.COUNTRY and chain.country == country)
        number = next(same, None)
        if number is None:
            number = len(chains)
            chains.append(Chain(EntityType.COUNTRY, country=country))
        return replace(self._actor(number, span), is_proxy=True)
