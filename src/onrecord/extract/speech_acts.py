"""What saying amounts to: a demand on others, a promise of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
from onrecord.extract.frames import Frame, Match
from onrecord.extract.reach import Reach
from onrecord.extract.topics import Topics
from onrecord.extract.worth import Worth
from onrecord.ontology import Ontology


class SpeechActs:
    """Finds the demands and the promises of one reading."""

    def __init__(self, ontology: Ontology, arguments: Arguments, topics: Topics, reach: Reach, worth: Worth) -> None:
        self._predicates, self._arguments, self._parse = ontology.predicates, arguments, arguments.parse
        self._topics, self._reach, self._worth = topics, reach, worth

    def of(self, frame: Frame, subjects: Sequence[Actor]) -> Iterator[Match]:
        """What saying is when it says what others must do or what the speaker will do: a demand, a promise."""
        for relation, clause, is_own in self._topics.speech_acts(frame.word, subjects):
            is_not = self._parse.child(clause, "neg") is not None
            name = self._predicates[relation].when_negated if is_not else relation
            if name is None:
                continue
            predicate = self._predicates[name]
            about = self._arguments.surface_subject(clause)
            if is_own:
                promising = self._reach.at(about, predicate.domain, acts=False)
                own = [subject for subject in subjects if subject.chain in promising]
                speakers = own or list(promising.values())
                objects = self._reach.reached([clause], frame.word, predicate.range, speakers, is_own=True)
            else:
                speakers = list(subjects)
                objects = list(self._reach.at(about, predicate.range, acts=False).values())
            for subject in speakers:
                for obj in objects:
                    if subject.chain != obj.chain and self._worth.is_worthy(
                        subject, obj, predicate, is_background=False
                    ):
                        yield Match(frame.sense, name, frame.word, subject, obj, None, frame.detail)
