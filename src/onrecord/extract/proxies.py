"""Who stands behind members, troops and deeds: what Norwegian soldiers or raids do, Norway does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor, Cast
from onrecord.language.descriptions import noun_entry
from onrecord.language.mentions import Span
from onrecord.model import EntityType

FORMER = frozenset({"former", "ex", "past"})
"""Words that say of a standing that it is over."""

_MEMBERSHIP = ("modifier", "possessor", "of", "from")
_PARTICIPANTS = "participants"
_GROUPS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY})


class Proxies:
    """Finds those in one reading for whom others act."""

    def __init__(self, cast: Cast, arguments: Arguments) -> None:
        self._cast, self._arguments = cast, arguments
        self._reading, self._lexicon = cast.reading, cast.lexicon

    def wielder(self, token: int, types: frozenset[EntityType]) -> Actor | None:
        """Who acts with a thing or by a deed: what Norwegian tanks or raids do, Norway does."""
        entry = noun_entry(self._reading.parse, self._lexicon, token)
        if entry is None or entry.denotes not in {None, EntityType.EVENT} or not entry.acts_for & types:
            return None
        for argument in (*_MEMBERSHIP, "by"):
            for owner in self._arguments.of_noun(token, argument):
                found = self._cast.mention_at(owner)
                if found is not None and self._reading.chains[found[0]].type in entry.acts_for & types:
                    return replace(self._cast.actor(*found), is_proxy=True)
        return None

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
                        yield replace(self._cast.actor(chain, reading.spans[reading.span_at[owner]]), is_proxy=True)

    def owner(self, span: Span, types: frozenset[EntityType]) -> Actor | None:
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
                found = self._cast.mention_at(token)
                if found is None:
                    continue
                entity = self._reading.chains[found[0]]
                if argument == _PARTICIPANTS and not entity.is_named:
                    owner = self.owner(self._reading.spans[entity.spans[0]], types)
                    if owner is not None:
                        return owner
                if entity.type in wanted and (entity.is_named or entity.country or self._cast.is_institution(entity)):
                    is_whole = entry.denotes is EntityType.ORGANISATION and argument in {"of", "possessor"}
                    return replace(self._cast.actor(*found), is_proxy=True, is_whole=is_whole)
        return None

    def _is_of_rebels(self, span: Span) -> bool:
        """Whether a word before it says that it acts for somebody else than a state: "Afghan rebel leaders"."""
        parse = self._reading.parse
        for child in parse.children_by(span.head, "compound", "amod", "nmod"):
            entry = self._lexicon.nouns.get(parse.lemmas[child])
            if entry is not None and entry.denotes is not None and EntityType.COUNTRY not in entry.acts_for:
                return not entry.is_institution
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

    def _is_few(self, span: Span) -> bool:
        """Whether the people are but some of an organisation, or no longer of it ("two members", "former members")."""
        parse = self._reading.parse
        modifiers = parse.children_by(span.head, "amod", "nummod")
        return any(parse.lemmas[child] in FORMER or parse.tags[child] == "CD" for child in modifiers)
