"""What becomes of the office of somebody: who leaves it, who has it next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.cast import Actor
from onrecord.extract.frames import Frame, Match
from onrecord.extract.offices import HOLDING, Offices
from onrecord.extract.reach import Reach
from onrecord.extract.worth import Worth
from onrecord.language.reading import Reading
from onrecord.ontology import Ontology


class Successions:
    """Finds who leaves and who takes over offices in one reading."""

    def __init__(self, reading: Reading, ontology: Ontology, offices: Offices, reach: Reach, worth: Worth) -> None:
        self._reading, self._parse, self._predicates = reading, reading.parse, ontology.predicates
        self._offices, self._reach, self._worth = offices, reach, worth

    def of(self, frame: Frame, subjects: Sequence[Actor]) -> Iterator[Match]:
        """What becomes of the office of somebody: who leaves it, who has it next ("resigned", "has taken over from").

        A relation of leaving is one with whose the office is; the most general one of offices is that of the office.
        Whose the office is may be said of its own ("her Polish counterpart").
        """
        sense, token = frame.sense, frame.word
        is_free = not sense.fixed_objects and "directObject" not in sense.office_of
        if is_free and self._parse.is_verb(token) and self._parse.child(token, "dobj") is not None:
            return  # "quit the race"
        holders = [head for name in sense.office_of for head in frame.arguments(token, name)]
        for name, whose in self._offices.held_by(holders, token):
            predicate = self._predicates[name if sense.predicate == HOLDING else sense.predicate]
            own = self._reach.first_filled(sense.object, token, frame.arguments, predicate.range, subjects, acts=False)
            for obj in own or ([whose] if "office" in sense.object else []):
                is_fit = self._reading.chains[obj.chain].type in (sense.object_types or predicate.range)
                for subject in subjects if is_fit else ():
                    if subject.chain != obj.chain and self._worth.is_worthy(
                        subject, obj, predicate, is_background=frame.is_background
                    ):
                        yield Match(sense, predicate.name, token, subject, obj, None, None, frame.is_background)
