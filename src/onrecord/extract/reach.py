"""Whom the arguments of a word reach: the actors in the first that has any, else in what things and deeds are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
from onrecord.extract.concerns import concerned
from onrecord.extract.frames import ArgumentsOf, Frame
from onrecord.extract.topics import Topics
from onrecord.extract.worth import Worth
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form


class Reach:
    """Finds the actors in the arguments of the words of one reading."""

    def __init__(self, reading: Reading, arguments: Arguments, actors: Actors, topics: Topics, worth: Worth) -> None:
        self._reading, self._parse = reading, reading.parse
        self._arguments, self._actors, self._topics, self._worth = arguments, actors, topics, worth

    def first_filled(
        self,
        names: Sequence[str],
        token: int,
        argument: ArgumentsOf,
        types: frozenset[EntityType],
        others: Sequence[Actor] = (),
        *,
        acts: bool = True,
        is_standing: bool = False,
    ) -> list[Actor]:
        """The actors of the first argument that has any.

        Frames of standing, where and since when something is, look farther for what a participle belongs to.
        """
        for name in names:
            tokens = self._topics.of(token, others) if name == "topic" else argument(token, name)
            tokens = [t for t in tokens if not self._parse.words[t].lower().endswith(("self", "selves"))]
            found = self.at(tokens, types, acts=acts)
            if name == "directObject" and self._parse.deps[token] == "acl":
                found = self._standing(token, types, found) if is_standing else found
            if name == "between" and others:
                found = {chain: actor for chain, actor in found.items() if chain != others[0].chain}
            if found:
                return list(found.values())
        return []

    def at(self, tokens: Sequence[int], types: frozenset[EntityType], *, acts: bool) -> dict[int, Actor]:
        """The actors of these types at the tokens, by their chains, in the order of the tokens."""
        found: dict[int, Actor] = {}
        for head in tokens:
            for actor in self._actors.every(head, types, acts=acts):
                found.setdefault(actor.chain, actor)
        return found

    def _standing(self, participle: int, types: frozenset[EntityType], found: dict[int, Actor]) -> dict[int, Actor]:
        """Whom a participle of standing belongs to: the organisation right before it, or what it was attached to.

        "The head of Acme, based in Lyon": the parser takes the head; "a maker of ships based in Lyon": the ships.
        """
        parse, reading = self._parse, self._reading
        before = participle - 2 if parse.words[participle - 1] == "," else participle - 1
        near = next((n for n, span in enumerate(reading.spans) if span.first <= before < span.end), None)
        chain = reading.chain_of[near] if near is not None else None
        if near is not None and chain is not None and reading.spans[near].form is Form.NAME:
            is_group = reading.chains[chain].type is EntityType.ORGANISATION
            if is_group and EntityType.ORGANISATION in types:
                return self.at([reading.spans[near].head], types, acts=False)
        for heads in self._arguments.enclosing(parse.heads[participle]) if not found else ():
            found = found or self.at(heads, types, acts=False)
        return found

    def farther(self, frame: Frame, subjects: Sequence[Actor]) -> list[Actor]:
        """Who is told of in the later arguments ("massed along the border with Sweden"), else in what all are about."""
        own = {subject.chain for subject in subjects}
        names = (name for name in frame.sense.object if name not in frame.sense.subject)
        arguments = [frame.arguments(frame.word, name) for name in names]
        for heads in arguments:
            found = self.at(heads, frame.object_types, acts=False)
            if self._worth.are_told(found) and own.isdisjoint(found):
                return list(found.values())
        is_own = self._parse.is_verb(frame.word) and frame.word in frame.arguments(frame.word, "clause")
        heads_of_all = (head for heads in arguments for head in heads)
        return self.reached(heads_of_all, frame.word, frame.object_types, subjects, is_own=is_own)

    def reached(
        self,
        heads: Iterable[int],
        word: int,
        types: frozenset[EntityType],
        subjects: Sequence[Actor],
        *,
        is_own: bool = False,
    ) -> list[Actor]:
        """Whom the things or deeds at `heads`, arguments of a word, concern: the nearest actors in them who can be told
        from others, else the nearest place or those of one's own ("its ambassador")."""
        own = {subject.chain for subject in subjects}
        for head in heads:
            place = -1
            for token in concerned(self._parse, head, word, is_own=is_own):
                found = self.at([token], types, acts=False)
                if not self._worth.are_told(found) or not own.isdisjoint(found):
                    continue
                owner = self._parse.child(token, "poss")
                is_theirs = owner is not None and self._reading.chain_at(owner) in own
                if not is_theirs and any(self._reading.chains[chain].type is not EntityType.PLACE for chain in found):
                    return list(self.at(self._parse.conjuncts(token), types, acts=False).values())
                place = token if place < 0 else place
            if place >= 0:
                return list(self.at(self._parse.conjuncts(place), types, acts=False).values())
        return []
