"""Fills a frame at a word: who stands at its ends, which relation that makes, and what is told beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
from onrecord.extract.frame_dates import FrameDates
from onrecord.extract.frames import ArgumentsOf, Frame, Match
from onrecord.extract.offices import Offices
from onrecord.extract.parts import Parts
from onrecord.extract.proxies import FORMER
from onrecord.extract.reach import Reach
from onrecord.extract.speech_acts import SpeechActs
from onrecord.extract.successions import Successions
from onrecord.extract.topics import Topics
from onrecord.extract.unnamed_agents import is_agentless
from onrecord.extract.worth import Worth
from onrecord.language.reading import Reading
from onrecord.model import EntityType
from onrecord.ontology import Ontology, Predicate
from onrecord.ontology.lexicon import Sense
from onrecord.ontology.predicates import relation_to_whole

_OF_VERBS = frozenset({"subject", "directObject"})
_LOCATIONS = frozenset({EntityType.PLACE, EntityType.COUNTRY})


class FrameFiller:
    """Fills the frames of one reading."""

    def __init__(
        self, reading: Reading, ontology: Ontology, arguments: Arguments, actors: Actors, parts: Parts
    ) -> None:
        self._reading, self._ontology, self._parse = reading, ontology, reading.parse
        self._arguments, self._actors, self._parts = arguments, actors, parts
        self._worth, self._dates = Worth(reading, actors), FrameDates(reading)
        self._topics = Topics(reading, arguments, actors, ontology.lexicon)
        self._offices = Offices(reading, ontology, arguments, actors)
        self._reach = Reach(reading, arguments, actors, self._topics, self._worth)
        self._speech_acts = SpeechActs(ontology, arguments, self._topics, self._reach, self._worth)
        self._successions = Successions(reading, ontology, self._offices, self._reach, self._worth)

    def fill(self, sense: Sense, word: int, arguments: ArgumentsOf) -> Iterator[Match]:
        """What one sense of a word says, by the arguments that the word has."""
        predicate = self._ontology.predicates.get(sense.predicate)
        if predicate is None:
            return
        frame = Frame(
            sense,
            predicate,
            word,
            arguments,
            sense.subject_types or predicate.domain,
            sense.object_types or predicate.range,
            self._detail(sense, word, arguments) or self._former(sense, word),
            self._is_background(sense, predicate, word),
        )
        subjects = self._subjects(frame)
        if predicate.is_literal:
            yield from self._dated(frame, subjects)
        elif sense.office_of:
            yield from self._successions.of(frame, subjects)
        else:
            yield from self._between(frame, subjects)

    def _dated(self, frame: Frame, subjects: Sequence[Actor]) -> Iterator[Match]:
        sense, name, chains = frame.sense, frame.predicate.name, self._reading.chains
        for subject in (s for s in subjects if not chains[s.chain].is_plural or chains[s.chain].is_named):
            for date in self._dates.of(sense, frame.word):
                yield Match(sense, name, frame.word, subject, None, date, frame.detail, frame.is_background)

    def _between(self, frame: Frame, subjects: list[Actor]) -> Iterator[Match]:
        """What holds between two ends, one of which may be untold."""
        sense, predicate, word = frame.sense, frame.predicate, frame.word
        is_shared = any(name in sense.subject for name in sense.object)  # one argument may hold both ends
        filled = next((name for name in sense.object if is_shared and frame.arguments(word, name)), "")
        sides = self._sides(frame, filled) if filled in sense.subject else []
        if sides:
            subjects = objects = sides
        elif sense.is_mutual and filled == "subject":
            is_pair = len(subjects) > 1 and len({subject.start for subject in subjects}) == 1  # "the two countries"
            objects = subjects if len(subjects) > 1 and (is_pair or self._arguments.is_couple(word)) else []
        else:
            objects = self._objects(frame, subjects)
        objects = self._told(frame, objects)
        if not subjects and objects:
            subjects = self._main_subjects(frame, objects)
        is_default = False
        if not objects and sense.default_object and self._offices.is_of_context(word):
            country = self._actors.country_of_context(word)
            objects, is_default = [country] if country is not None else [], True
        is_same = {subject.chain for subject in subjects} == {obj.chain for obj in objects}
        if is_same and not sides and filled != "oneAnother" and self._parse.is_noun(word):
            subjects = []  # "Ada's arrest" is not by Ada
        if is_same and subjects and not sense.is_mutual and len({end.start for end in (*subjects, *objects)}) == 1:
            objects = []  # "both men denied wrongdoing": their own
        if not subjects and predicate.agent_may_be_unknown and objects:
            yield from self._by_unnamed(frame, objects)
        elif "topic" in sense.object and (acts := list(self._speech_acts.of(frame, subjects))):
            yield from acts
        else:
            yield from self._edges(frame, subjects, objects, is_default)

    def _edges(
        self, frame: Frame, subjects: Sequence[Actor], objects: Sequence[Actor], is_default: bool
    ) -> Iterator[Match]:
        """The relation of each subject to each object that is worth stating."""
        sense, predicate, word, background = frame.sense, frame.predicate, frame.word, frame.is_background
        general = self._offices.lessened(predicate, word) if "self" in sense.subject else predicate.name
        for subject in subjects:
            for obj in objects:
                name = self._refined(self._of_member(general, obj), obj)
                if subject.chain != obj.chain and self._worth.is_worthy(
                    subject, obj, predicate, is_background=background
                ):
                    loose = "topic" in sense.object and not self._topics.is_main(word, obj)
                    yield Match(sense, name, word, subject, obj, None, frame.detail, background, is_default, loose)
            if not objects and predicate.claim_implies:
                yield Match(sense, predicate.name, word, subject, None, None, frame.detail)

    def _by_unnamed(self, frame: Frame, objects: Sequence[Actor]) -> Iterator[Match]:
        """What is done to each object by nobody in particular; "its founders" names nobody."""
        sense, predicate, word = frame.sense, frame.predicate, frame.word
        if "untold" not in sense.subject and ("self" in sense.subject or not is_agentless(self._arguments, word)):
            return
        for obj in objects:
            is_known = self._parse.is_verb(word) or self._worth.is_known(self._reading.chains[obj.chain])
            if is_known and self._worth.is_worthy(None, obj, predicate):
                yield Match(sense, predicate.name, word, None, obj, None, frame.detail)

    # --- who stands at the ends ---------------------------------------------------------------------------------------

    def _subjects(self, frame: Frame) -> list[Actor]:
        sense, types = frame.sense, frame.subject_types
        is_standing = frame.predicate.is_literal or frame.object_types <= _LOCATIONS
        subjects = self._reach.first_filled(sense.subject, frame.word, frame.arguments, types, is_standing=is_standing)
        if sense.of_unnamed:
            return [subject for subject in subjects if not self._reading.chains[subject.chain].is_named]
        return subjects

    def _objects(self, frame: Frame, subjects: Sequence[Actor]) -> list[Actor]:
        """Who stands in the object's arguments, and farther where nobody can be told from others there."""
        sense, types = frame.sense, frame.object_types
        objects = self._reach.first_filled(sense.object, frame.word, frame.arguments, types, subjects, acts=False)
        others = {obj.chain for obj in objects} - {subject.chain for subject in subjects}
        if sense.reaches and not self._worth.are_told(others) and not self._are_hit(others, frame.predicate):
            return self._reach.farther(frame, subjects) or objects
        return objects

    def _told(self, frame: Frame, objects: Sequence[Actor]) -> list[Actor]:
        """The objects, else who is nearby where names are needed; with what they are a part of or lie in."""
        sense, predicate, types, chains = frame.sense, frame.predicate, frame.object_types, self._reading.chains
        if not objects and predicate.needs_names:
            objects = self._reach.first_filled(sense.object, frame.word, self._arguments.nearby, types, acts=False)
        if sense.is_of_kind:
            objects = [obj for obj in objects if chains[obj.chain].is_called(predicate.object_nouns)]
        objects = [named for obj in objects for named in self._known_or_whole(obj, predicate)]
        return [*objects, *(place for obj in objects for place in self._actors.containing(obj, types))]

    def _main_subjects(self, frame: Frame, objects: Sequence[Actor]) -> list[Actor]:
        """Whom the sentence is about, where names are needed and the verb has no subject of its own."""
        is_of_subject = not _OF_VERBS.isdisjoint(frame.sense.subject) and self._parse.is_verb(frame.word)
        if not frame.predicate.needs_names or not is_of_subject:
            return []
        found = self._reach.at(self._arguments.main_subject(frame.word), frame.subject_types, acts=False)
        return [actor for actor in found.values() if actor.chain not in {obj.chain for obj in objects}]

    def _sides(self, frame: Frame, argument: str) -> list[Actor]:
        """Those whose people do together what holds both ways: "Kenyan and Ugandan officials met"."""
        heads = frame.arguments(frame.word, argument)
        return list(self._actors.sides(heads[0], frame.object_types)) if len(heads) == 1 else []

    def _are_hit(self, chains: Iterable[int], predicate: Predicate) -> bool:
        """Whether people suffer a deed that is news whoever they are: "opened fire on protesters in Lyon"."""
        types = {self._reading.chains[chain].type for chain in chains}
        return types == {EntityType.PERSON} and predicate.agent_may_be_unknown

    def _known_or_whole(self, obj: Actor, predicate: Predicate) -> Sequence[Actor]:
        """An object itself, or what it is a part of where it has no name: "joined the faculty of X"."""
        if self._worth.is_known(self._reading.chains[obj.chain]):
            return [obj]
        return list(self._parts.wholes(obj)) if predicate.holds_of_whole is not None else [obj]

    # --- which relation it is -----------------------------------------------------------------------------------------

    def _of_member(self, name: str, obj: Actor) -> str:
        """The relation; the one to the whole where the object stands for its part ("heads the Lyon office of X")."""
        return (relation_to_whole(name, self._ontology.predicates) if obj.is_whole else None) or name

    def _refined(self, name: str, obj: Actor) -> str:
        """The more special relation that what the object is asks for: a member of a party."""
        for predicate in self._ontology.predicates.values():
            if name in predicate.parents and self._reading.chains[obj.chain].is_called(predicate.object_nouns):
                return predicate.name
        return name

    # --- what is told beside ------------------------------------------------------------------------------------------

    def _is_background(self, sense: Sense, predicate: Predicate, word: int) -> bool:
        """Whether it is a standing that the text merely mentions, or an aside that is no political event."""
        is_standing_noun = self._parse.is_noun(word) and "self" in sense.subject + sense.object
        if is_standing_noun and not self._offices.is_predicated(word):
            return True
        return not predicate.plover_events and self._is_aside(word)

    def _is_aside(self, verb: int) -> bool:
        """Whether a clause belongs to an apposition, which is the writer's own: "the weekly she founded"."""
        parse = self._parse
        noun = parse.heads[verb]
        return parse.is_verb(verb) and parse.deps[verb] in {"acl", "relcl"} and parse.deps[noun] == "appos"

    def _detail(self, sense: Sense, token: int, argument: ArgumentsOf) -> str | None:
        for name in sense.detail:
            heads = argument(token, name)
            if heads and heads[0] not in self._reading.date_at:
                first, end = self._parse.subtree(heads[0])
                return " ".join(self._parse.span_text(first, end).split())
            if name == "clause":
                for quote in self._reading.quotes:
                    if quote.verb == token:
                        return " ".join(self._parse.span_text(quote.first, quote.end).split())
        return None

    def _former(self, sense: Sense, noun: int) -> str | None:
        """ "former": what a role that is over must say of itself."""
        modifiers = self._arguments.of_noun(noun, "modifier") if "self" in sense.subject else []
        return next((self._parse.words[m].lower() for m in modifiers if self._parse.lemmas[m] in FORMER), None)
