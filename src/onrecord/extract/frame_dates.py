"""The dates that a frame's word is given: "born on 5 May 1950", "her death in 1902", "Ada Roe (1815 - 1852)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.language.dates import DateMention
from onrecord.language.name_forms import GENERATIONS
from onrecord.language.parse import Parse
from onrecord.language.reading import Reading
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Sense

_LOCATIONS = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_ON_DATE = frozenset({"in", "on", "about", "around"})
_BOUNDS = frozenset({"before", "after", "until", "till", "since"})
_DASHES = frozenset({"-", "–", "—"})
_OPEN_END = re.compile(r"\s?[-–—]\s?\)")
_DATE_LENGTH = 6
"""Words of a date, or of two that make a range."""
_DATE_REACH = 12
"""Words behind the name of an event in which its date stands."""


@dataclass(frozen=True, slots=True)
class FrameDates:
    """Finds the dates of the words of one reading."""

    reading: Reading

    @property
    def _parse(self) -> Parse:
        return self.reading.parse

    def of(self, sense: Sense, token: int) -> Iterator[DateMention]:
        """The dates that hang on the word ("born on 5 May 1950", "founded in 1998")."""
        reading = self.reading
        if "date" not in sense.object:
            span = self._lifespan(token)
            for name, mention in zip(("lifeStart", "lifeEnd"), span, strict=False):
                if name in sense.object:
                    yield mention
            return
        if self._parse.is_noun(token):
            yield from self._of_noun(token)
            return
        first, end = self._parse.subtree(token)
        for at in (token + 1, token + 2):
            is_behind = at == token + 1 or self._parse.tags[token + 1 : token + 2] == ["IN"]
            if at in reading.date_at and is_behind and self._parse.lemmas[at - 1] not in _BOUNDS:
                yield reading.date_at[at]  # right behind the verb, whatever the parser hung it on
                return
        for at in range(first, end):
            if at in reading.date_at and self._governor(at) == token and not self._is_bound(at):
                yield reading.date_at[at]
                return
        told = self._before_when(token)
        if told is not None:
            yield told

    def _is_bound(self, date: int) -> bool:
        """Whether it happened at another time than the date: "died before 1870"."""
        parse = self._parse
        nearest = next((a for a in parse.ancestors(date) if parse.tags[a] == "IN" or parse.is_verb(a)), None)
        return nearest is not None and parse.lemmas[nearest] in _BOUNDS

    def _before_when(self, verb: int) -> DateMention | None:
        """The date that a clause is told of: "until 1956, when she died"."""
        parse = self._parse
        asked = next((at for at in parse.children_by(verb, "advmod") if parse.lemmas[at] == "when"), None)
        if asked is None or parse.words[asked - 1] != ",":
            return None
        end = parse.ends[asked - 2]
        for at in range(asked - 2, max(asked - 2 - _DATE_LENGTH, -1), -1):
            mention = self.reading.date_at.get(at)
            if mention is not None:
                last = mention.ends[-1] if mention.ends else mention
                return last if last.end == end else None
        return None

    def _of_noun(self, noun: int) -> Iterator[DateMention]:
        """The date of an event that a noun names: "her death in 1902", "the 1947 creation of X"."""
        dates, parse = self.reading.date_at, self._parse
        for at in range(noun + 1, min(noun + _DATE_REACH, parse.sentences[parse.sentence_of[noun]].end)):
            if parse.is_verb(at) or (parse.words[at] in {",", ";", "and"} and not self._is_before_region(at)):
                break
            if at in dates and (at == noun + 1 or parse.lemmas[at - 1] in _ON_DATE):
                yield dates[at]
                return
        before = noun - 1
        if before in dates and parse.heads[before] == noun and parse.deps[before] in {"nummod", "compound"}:
            yield dates[before]

    def _is_before_region(self, comma: int) -> bool:
        """Whether a comma goes on with where a place lies, "her death in Lyon, France in 1902"."""
        parse = self._parse
        number = self.reading.span_at.get(comma + 1) if parse.words[comma] == "," else None
        return number is not None and self.reading.spans[number].type in _LOCATIONS

    def _lifespan(self, name: int) -> Sequence[DateMention]:
        """The dates of birth and death in brackets behind a name, "Ada Roe (1815 - 27 May 1852)"."""
        reading, parse = self.reading, self._parse
        at = self._behind_honours(reading.spans[reading.span_at[name]].end)
        at += parse.words[at : at + 2] == [",", "("]
        if at + 1 >= len(parse) or parse.words[at] != "(":
            return ()
        before = {"(", ";", ",", ")"}
        is_born = False
        for token in range(at + 1, len(parse)):
            if parse.words[token] == ")" and parse.words[token + 1 : token + 2] == ["("]:
                continue
            if parse.words[token].lower() == "born" and parse.words[token - 1] == "(":
                before, is_born = {";"}, True  # "(born Ada Dahl; 10 December 1815)"
            elif parse.words[token] in {")", "."} or parse.is_verb(token):
                return ()
            if token in reading.date_at and parse.words[token - 1] in before:
                number = reading.span_at.get(token - 2) if parse.words[token - 1] == "," else None
                if number is not None and reading.spans[number].type is EntityType.ORGANISATION:
                    return ()  # "Ada Roe (Acme, 1999 - 2004)"
                mention = reading.date_at[token]
                is_open = is_born or self._is_open(mention.end)
                return mention.ends or ((mention,) if is_open else self._with_places(mention, token))
        return ()

    def _is_open(self, at: int) -> bool:
        """Whether nothing but a dash stands behind a date in brackets, "Ada Roe (1950-)"."""
        return _OPEN_END.match(self._parse.text, at) is not None

    def _with_places(self, birth: DateMention, token: int) -> Sequence[DateMention]:
        """Two dates with their places, "Ada Roe (Lyon, 10 December 1815 – Nice, 27 May 1852)"."""
        parse, is_behind_dash = self._parse, False
        for at in range(token + 1, len(parse)):
            if parse.words[at] in {")", ";", "."} or parse.is_verb(at):
                return ()
            is_behind_dash = is_behind_dash or parse.words[at] in _DASHES
            death = self.reading.date_at.get(at)
            if death is not None and death.start >= birth.end:
                return (birth, death) if is_behind_dash else ()
        return ()

    def _behind_honours(self, at: int) -> int:
        """Where a name with what is set behind it ends: "Ada Roe, OBE", "Ola Lund, Jr."."""
        words = self._parse.words
        while at + 1 < len(words) and words[at] == "," and (words[at + 1].isupper() or words[at + 1] in GENERATIONS):
            at += 2 + (words[at + 2 : at + 3] == ["."])
        return at

    def _governor(self, token: int) -> int | None:
        """The nearest verb above a date."""
        return next((a for a in self._parse.ancestors(token) if self._parse.is_verb(a)), None)
