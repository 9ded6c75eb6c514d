"""When and where: the date and the place that a clause names."""

from __future__ import annotations

from onrecord.extract.actors import Actor, Actors
from onrecord.language.dates import LATER, DateMention, later
from onrecord.language.parse import ASIDE, SUBJECTS, Parse
from onrecord.language.reading import Reading
from onrecord.model import EntityType

_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "around"})
_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})


class Circumstances:
    """Dates and places of the clauses of one reading."""

    def __init__(self, reading: Reading, actors: Actors) -> None:
        self._reading, self._parse, self._actors = reading, reading.parse, actors
        self._dates_of: dict[int, list[DateMention]] = {}
        for token, mention in sorted(reading.date_at.items()):
            for word in self._governors(token):
                self._dates_of.setdefault(word, []).append(mention)
        self._read_distances()

    def date(self, trigger: int) -> DateMention | None:
        """The date of what a word tells: its own, its clause's, or that of the clause it continues."""
        for word in self._clause_words(trigger):
            if word in self._dates_of:
                return self._dates_of[word][0]
            if self._parse.tags[word] == "VBG" and self._parse.deps[word] == "advcl":
                before = self._date_before(word)
                if before is not None:
                    return before
        return None

    def _date_before(self, participle: int) -> DateMention | None:
        """The last date between a participle and the clause it continues ("... made on 5 May, calling X a thief")."""
        dates = [m for t, m in self._reading.date_at.items() if self._parse.heads[participle] < t < participle]
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

    def _read_distances(self) -> None:
        """Dates "two years later": counted from the last date before them."""
        parse: Parse = self._parse
        starts = dict(zip(parse.starts, range(len(parse)), strict=True))
        for match in LATER.finditer(parse.text):
            token = starts.get(match.start())
            before = [mention for mention in self._reading.dates if mention.end <= match.start()]
            edtf = later(match, before[-1].edtf) if before else None
            if token is not None and edtf is not None and match.start() - before[-1].end < 300:
                for word in self._governors(token):
                    self._dates_of.setdefault(word, []).insert(0, DateMention(match.start(), match.end(), edtf))
