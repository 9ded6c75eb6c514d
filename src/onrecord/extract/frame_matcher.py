"""Matches the lexicon's frames on the parse: one matcher for all constructions, which are data."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.fixed_words import phrase_noun, possible_senses
from onrecord.extract.frame_filler import FrameFiller
from onrecord.extract.frames import ArgumentsOf, Match
from onrecord.extract.parts import Parts
from onrecord.extract.plans import judged
from onrecord.language.dates import DateMention
from onrecord.language.descriptions import noun_entry
from onrecord.language.mentions import Span
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form
from onrecord.ontology import Ontology
from onrecord.ontology.lexicon import Entry, Sense


def _is_of_group(span: Span) -> bool:
    return span.form is Form.NAME and span.type is EntityType.ORGANISATION


class FrameMatcher:
    """Finds the frames of one reading."""

    def __init__(
        self, reading: Reading, ontology: Ontology, arguments: Arguments, actors: Actors, parts: Parts
    ) -> None:
        self._reading, self._ontology, self._arguments = reading, ontology, arguments
        self._parse, self._lexicon = reading.parse, ontology.lexicon
        self._in_names = {t for span in reading.spans if _is_of_group(span) for t in range(span.first, span.end)}
        self._in_names -= set(reading.span_at)
        self._filler = FrameFiller(reading, ontology, arguments, actors, parts)

    def matches(self) -> Iterator[Match]:
        """All frames outside headings, in the order of their words.

        A deed that a noun mentions without its agent ("her arrest") is left out where the text tells it in full; so is
        what a name alone says of whom somebody is with where a role says it ("Senator Ada Roe of the Greens").
        """
        found = list(judged(list(self._all()), self._parse, self._ontology))
        told = {
            (match.predicate, match.object.chain)
            for match in found
            if match.object is not None and (match.subject is not None or self._parse.is_verb(match.trigger))
        }
        by_role = {_ends(match) for match in found if self._is_of_role(match)}
        for match in found:
            is_of_name = self._name_entry(match.trigger) is not None and not match.sense.is_of_kind
            if is_of_name and _ends(match) in by_role:
                continue
            is_mention = match.subject is None and match.object is not None and self._parse.is_noun(match.trigger)
            if not (is_mention and match.object and (match.predicate, match.object.chain) in told):
                yield match

    def _is_of_role(self, match: Match) -> bool:
        """Whether it is the standing that a role gives, and no name."""
        is_role = self._parse.is_noun(match.trigger) and "self" in match.sense.subject
        return is_role and match.object is not None and self._name_entry(match.trigger) is None

    def _all(self) -> Iterator[Match]:
        for sentence in self._parse.sentences:
            if not sentence.is_heading:
                for token in range(sentence.first, sentence.end):
                    yield from self._at(token)
                    yield from self._intended(token)

    def _at(self, token: int) -> Iterator[Match]:
        entry, argument = self._read(token)
        if argument is None:
            return
        is_event = entry is not None and entry.denotes is EntityType.EVENT
        if entry is None or not entry.senses or (self._parse.is_noun(token) and not is_event):
            entry = self._name_entry(token) or entry  # a word inside a name is no description
        if entry is None or token in self._in_names:
            return
        seen: set[tuple[int | None, int | None, DateMention | None]] = set()
        said: set[str] = set()
        for sense in possible_senses(self._parse, entry, token):
            if sense.office_of and sense.predicate in said:
                continue  # who "resigned from the board" need not have left an office elsewhere
            for match in self._filler.fill(sense, token, self._with_phrase(sense, token, argument)):
                said.add(match.predicate)
                ends = [end.chain if end is not None else None for end in (match.subject, match.object)]
                pair = (ends[0], ends[1], match.date)
                if pair not in seen:
                    seen.add(pair)
                    yield match

    def _read(self, token: int) -> tuple[Entry | None, ArgumentsOf | None]:
        """What the lexicon says of a word, and where its arguments are; both None of what can have none."""
        parse, lexicon, arguments = self._parse, self._lexicon, self._arguments
        if self._is_predicated_adjective(token):
            return lexicon.adjectives[parse.words[token].lower()], arguments.of_adjective  # "has been married to"
        if parse.is_verb(token):
            return lexicon.verbs.get(parse.lemmas[token]), arguments.of_verb
        if parse.is_noun(token):
            return noun_entry(parse, lexicon, token), arguments.of_noun
        if parse.tags[token].startswith("JJ"):
            return lexicon.adjectives.get(parse.lemmas[token]), arguments.of_adjective
        if parse.tags[token] == "RB":
            return lexicon.markers.get(parse.lemmas[token]), arguments.of_adverb
        return None, None

    def _intended(self, verb: int) -> Iterator[Match]:
        """What its modal makes of a deed: "Norway will build a school in Kenya", where a country or an organisation
        does it."""
        parse = self._parse
        modals = parse.children_by(verb, "aux") if parse.is_verb(verb) else []
        entries = [self._lexicon.markers.get(parse.lemmas[modal]) for modal in modals]
        senses = [sense for entry in entries if entry is not None for sense in entry.senses]
        if not senses or parse.child(verb, "neg", "expl") is not None or self._arguments.is_passive(verb):
            return
        for sense in senses:
            for match in self._filler.fill(sense, verb, self._deed):
                subject = self._reading.chains[match.subject.chain] if match.subject is not None else None
                if subject is None or subject.type is not EntityType.PERSON:
                    yield match

    def _deed(self, verb: int, argument: str) -> list[int]:
        return [verb] if argument == "clause" else self._arguments.of_verb(verb, argument)

    def _with_phrase(self, sense: Sense, token: int, argument: ArgumentsOf) -> ArgumentsOf:
        """The arguments of a word, those that its fixed phrase holds included."""
        noun = phrase_noun(self._parse, sense, token) if sense.particle is not None else None
        if noun is None:
            return argument
        return lambda word, name: argument(word, name) or self._arguments.of_noun(noun, name)

    def _is_predicated_adjective(self, token: int) -> bool:
        """Whether a word is a state rather than an act: "has been married to", "the two were married"."""
        entry = self._lexicon.adjectives.get(self._parse.words[token].lower())
        if entry is None or self._parse.deps[token] == "acomp":
            return entry is not None
        is_mutual = any(sense.is_mutual for sense in entry.senses)
        return is_mutual and self._parse.child(token, "auxpass") is not None

    def _name_entry(self, token: int) -> Entry | None:
        """What the lexicon says of every name of this class, if a name stands here."""
        number = self._reading.span_at.get(token)
        if number is None or self._reading.spans[number].form is not Form.NAME:
            return None
        return self._lexicon.names.get(self._reading.spans[number].type.value)


def _ends(match: Match) -> tuple[int | None, int | None]:
    """The chains at both ends of a match."""
    subject, obj = match.subject, match.object
    return subject.chain if subject is not None else None, obj.chain if obj is not None else None
