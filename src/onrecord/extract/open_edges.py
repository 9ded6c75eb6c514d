"""Edges that no frame covers: words between two named actors of which the lexicon knows no relation.

They are found on the same arguments as frames are, so passives and relative clauses come out in the active voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
from onrecord.extract.frames import Match
from onrecord.language.descriptions import noun_entry
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form
from onrecord.ontology.lexicon import Entry, Lexicon, Sense

OPEN = ""
"""The lexical entry of an open edge: none."""

_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})
_PHRASES = ("prep", "dative")
_PREDICATIVE = ("attr", "acomp", "expl")
_COMMON_NOUNS = frozenset({"NN", "NNS"})


class OpenEdges:
    """Finds the open edges of one reading."""

    def __init__(self, reading: Reading, lexicon: Lexicon, arguments: Arguments, actors: Actors) -> None:
        self._reading, self._parse, self._lexicon = reading, reading.parse, lexicon
        self._arguments, self._actors = arguments, actors
        self._named = {
            token for span in reading.spans if span.form is Form.NAME for token in range(span.first, span.end)
        }

    def matches(self, covered: Iterable[Match]) -> Iterator[Match]:
        """The open edges as matches of senses without a relation, whose predicate are the words ("compete with").

        Words and pairs of actors that a frame covers in the same sentence have none.
        """
        triggers = set()
        linked = defaultdict(set)
        for match in covered:
            triggers.add(match.trigger)
            if match.subject is not None and match.object is not None:
                pair = frozenset({match.subject.chain, match.object.chain})
                linked[self._parse.sentence_of[match.trigger]].add(pair)
        for number, sentence in enumerate(self._parse.sentences):
            for token in range(sentence.first, sentence.end) if not sentence.is_heading else ():
                for match in self._at(token) if token not in triggers else ():
                    pair = frozenset({end.chain for end in (match.subject, match.object) if end is not None})
                    if len(pair) == 2 and pair not in linked[number]:
                        linked[number].add(pair)
                        yield match

    def _at(self, token: int) -> Iterator[Match]:
        parse = self._parse
        if parse.is_verb(token) and parse.deps[token] not in {"aux", "auxpass"}:
            if parse.child(token, *_PREDICATIVE) is None:
                yield from self._of_verb(token)
        elif parse.tags[token] in _COMMON_NOUNS and token not in self._named:
            yield from self._of_noun(token)

    def _of_verb(self, verb: int) -> Iterator[Match]:
        parse, entry = self._parse, self._lexicon.verbs.get(self._parse.lemmas[verb])
        particle = next((parse.lemmas[child] for child in parse.children_by(verb, "prt")), None)
        subjects = self._filled(self._arguments.of_verb(verb, "subject"))
        if not subjects:
            return
        for argument in ("directObject", "indirectObject"):
            objects = self._filled(self._arguments.of_verb(verb, argument))
            yield from self._edges(verb, entry, ("subject", argument), subjects, objects, particle)
        things = [noun for noun in parse.children_by(verb, "dobj") if parse.tags[noun] in _COMMON_NOUNS]
        for word in (verb, *things):
            fixed = parse.lemmas[word] if word != verb else None
            for phrase in parse.children_by(word, *_PHRASES):
                ends = ("subject", parse.lemmas[phrase])
                yield from self._edges(verb, entry, ends, subjects, self._behind(phrase), particle, fixed)

    def _of_noun(self, noun: int) -> Iterator[Match]:
        parse, entry = self._parse, noun_entry(self._parse, self._lexicon, noun)
        for end in ("self", "possessor"):
            subjects = self._filled(self._arguments.of_noun(noun, end))
            if not subjects:
                continue
            for phrase in parse.children_by(noun, "prep"):
                objects = self._behind(phrase)
                yield from self._edges(noun, entry, (end, parse.lemmas[phrase]), subjects, objects)
            if end == "self":
                objects = self._filled(self._arguments.of_noun(noun, "possessor"))
                yield from self._edges(noun, entry, (end, "possessor"), subjects, objects)

    def _behind(self, preposition: int) -> list[Actor]:
        """The actors behind a preposition, unless it says where."""
        tokens = self._parse.children_by(preposition, "pobj")
        heads = [head for token in tokens for head in self._parse.conjuncts(token)]
        spans = {head: self._reading.span_at.get(head) for head in heads}
        return self._filled(
            head
            for head, number in spans.items()
            if number is not None and not self._actors.is_where(self._reading.spans[number])
        )

    def _filled(self, heads: Iterable[int]) -> list[Actor]:
        """The named actors that the words stand for."""
        found = (actor for head in heads for actor in self._actors.every(head, _ACTORS, acts=False))
        chains = self._reading.chains
        return [actor for actor in found if chains[actor.chain].is_named or chains[actor.chain].country is not None]

    def _edges(
        self,
        trigger: int,
        entry: Entry | None,
        ends: tuple[str, str],
        subjects: Sequence[Actor],
        objects: Sequence[Actor],
        particle: str | None = None,
        fixed_object: str | None = None,
    ) -> Iterator[Match]:
        if entry is not None and any(_covers(sense, ends, particle, fixed_object) for sense in entry.senses):
            return  # the frame is known, and does not hold for these two
        words = _words(self._parse.lemmas[trigger], ends[1], particle, fixed_object)
        sense = Sense(
            OPEN, words, ends[:1], ends[1:], particle=particle, fixed_objects=tuple(filter(None, [fixed_object]))
        )
        for subject in subjects:
            for obj in objects:
                if subject.chain != obj.chain and (subject.start, subject.end) != (obj.start, obj.end):
                    yield Match(sense, words, trigger, subject, obj)


def _covers(sense: Sense, ends: tuple[str, str], particle: str | None, fixed_object: str | None) -> bool:
    has_ends = ends[0] in sense.subject and ends[1] in sense.object
    is_said = not sense.fixed_objects or fixed_object in sense.fixed_objects
    return has_ends and sense.particle in {None, particle} and is_said


def _words(lemma: str, argument: str, particle: str | None, fixed_object: str | None) -> str:
    """The words between the ends: "compete with", "sign contract with", "rival of"."""
    link = {"directObject": None, "indirectObject": None, "possessor": "of"}.get(argument, argument)
    return " ".join(filter(None, (lemma, particle, fixed_object, link)))
