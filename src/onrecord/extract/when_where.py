"""When and where: the date and the place that a clause names."""

from __future__ import annotations

from onrecord.extract.actors import Actors
from onrecord.extract.cast import Actor
from onrecord.extract.narrative_dates import told_dates
from onrecord.extract.tense import Tense, tense_of
from onrecord.language.dates import DateMention
from onrecord.language.parse import ASIDE, SUBJECTS, Parse
from onrecord.language.reading import Reading
from onrecord.model import EntityType

_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "around"})
_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})


def _is_before_past(parse: Parse, verb: int) -> bool:
    """Whether a verb tells of what lies before its surroundings: "had left", "has left"."""
    return any(parse.lemmas[helper] == "have" for helper in parse.children_by(verb, "aux"))


class Circumstances:
    """Dates and places of the clauses of one reading."""

    def __init__(self, reading: Reading, actors: Actors) -> None:
        self._reading, self._parse, self._actors = reading, reading.parse, actors
        self._dates_of: dict[int, list[DateMention]] = {}
        self._told = told_dates(reading)
        for told in self._told:
            for word in self._governors(told.token) if told.verb is None else [told.verb]:
                dates = self._dates_of.setdefault(word, [])
                dates.insert(0 if told.is_distance else len(dates), told.mention)

    def date(self, trigger: int) -> DateMention | None:
        """The date of what a word tells: its own, its clause's, or that of the clause it continues."""
        for word in self._clause_words(trigger):
            if word in self._dates_of:
                return self._dates_of[word][0]
            if self._parse.tags[word] == "VBG" and self._parse.deps[word] == "advcl":
                before = self._date_before(word)
                if before is not None:
                    return before
        return self._date_beside(trigger)

    def _date_beside(self, trigger: int) -> DateMention | None:
        """The date of the clause that a past one goes with: "in 1990, when X left", "on Monday when X left"."""
        parse = self._parse
        verb = next((w for w in reversed(self._clause_words(trigger)) if parse.is_verb(w)), None)
        if verb is None or tense_of(parse, verb) is not Tense.PAST or _is_before_past(parse, verb):
            return None
        when = next((at for at in parse.children_by(verb, "advmod", "mark") if parse.lemmas[at] == "when"), None)
        if when:
            end = parse.ends[when - (2 if parse.words[when - 1] == "," else 1)]
            told = next((t.mention for t in self._told if t.mention.end == end and t.verb is None), None)
            if told is not None:
                return told.ends[-1] if told.ends else told
        beside = self._verb_beside(verb, when is not None)
        dates = self._dates_of.get(beside) if beside is not None else None
        return dates[0] if dates else None

    def _verb_beside(self, verb: int, is_when: bool) -> int | None:
        """The past verb whose date covers that of `verb`: above or below a "when", or behind a date set in front."""
        parse = self._parse
        head = parse.heads[verb]
        if is_when and parse.deps[verb] != "advcl":
            return None
        if is_when or (parse.deps[verb] == "conj" and self._is_in_front(head)):
            is_past = parse.is_verb(head) and tense_of(parse, head) is Tense.PAST
            return head if is_past and not _is_before_past(parse, head) else None
        return None

    def _is_in_front(self, verb: int) -> bool:
        """Whether a date opens the clause of a verb and so covers what is coordinated with it."""
        subject = self._parse.child(verb, *SUBJECTS)
        dates = self._dates_of.get(verb)
        return dates is not None and subject is not None and dates[0].start < self._parse.starts[subject]

    def _date_before(self, participle: int) -> DateMention | None:
        """The last date between a participle and the clause it continues ("... made on 5 May, calling X a thief")."""
        dates = [told.mention for told in self._told if self._parse.heads[participle] < told.token < participle]
        return dates[-1] if dates else None

    def place(self, trigger: int) -> Actor | None:
        """The place where it happened."""
        for word in self._clause_words(trigger):
            for phrase in self._parse.children_by(word, "prep"):
                if self._parse.lemmas[phrase] in _PLACE_PREPOSITIONS:
                    noun = self._parse.child(phrase, "pobj")
                    actor = self._actors.at(noun, _PLACES) if noun is not None else None
                    if actor is not None:
                        return actor
        return None

    def _governors(self, token: int) -> list[int]:
        """The words that a date may belong to: the first noun above its phrase, up to the nearest verb."""
        parse = self._parse
        found: list[int] = []
        below = token
        for ancestor in parse.ancestors(token):
            if parse.deps[below] == ASIDE:
                return found
            below = ancestor
            if parse.is_verb(ancestor) and parse.deps[ancestor] not in {"aux", "auxpass"}:
                return [*found, ancestor]
            if (
                parse.is_noun(ancestor)
                and ancestor not in self._reading.date_at
                and parse.tags[ancestor] not in {"NNP"}
            ):
                found.append(ancestor)
        return found

    def _clause_words(self, trigger: int) -> list[int]:
        """The trigger, the verb that governs it, and the first verb of a coordination that shares its subject."""
        parse, found = self._parse, [trigger]
        current = trigger
        for ancestor in parse.ancestors(trigger):
            label = parse.deps[current]
            if parse.is_verb(current):
                is_shared = label in {"conj", "xcomp", "advcl"} and parse.child(current, *SUBJECTS) is None
                if not is_shared or (label == "advcl" and parse.tags[current] != "VBG"):
                    break
                found.append(ancestor)
            elif label in {"dobj", "nsubj", "nsubjpass", "attr", "pobj", "prep", "oprd", "acomp"}:
                if parse.is_verb(ancestor):
                    found.append(ancestor)
            else:
                break
            current = ancestor
        return found
