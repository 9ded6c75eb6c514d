"""What a match rests on: the grounds that make it more or less sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from onrecord.extract.cast import Actor
from onrecord.extract.claims import Claim
from onrecord.extract.open_edges import OPEN
from onrecord.extract.paths import Paths
from onrecord.language.dates import DateMention
from onrecord.language.discourse import Chain
from onrecord.language.mentions import Span
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form, Status
from onrecord.ontology import Ontology

LONG_PATH = 4
"""Steps through the parse between the frame's word and an actor from which on they are far apart."""
LONG_SENTENCE = 35
"""Words and signs beyond which a sentence is long."""
FAR_NAME = 2
"""Links, or sentences, between a pronoun or a description and the name behind it from which on the name is far."""

_ONE_PERSON = frozenset("he him his himself she her hers herself who whom whose".split())
_BESIDE_NAME = frozenset({"compound", "nmod", "amod"})


class Ground(StrEnum):
    """What makes a match more or less sure; the values say it to people."""

    ACT = "the frame of a verb for an act fits"
    STANDING = "the frame of a verb for a standing fits"
    NOUN = "the frame of a noun fits"
    ADJECTIVE = "the frame of an adjective fits"
    TITLE = "the frame of a title before a name fits"
    ROLE = "the frame of a role beside a name fits"
    NAME = "what stands right behind a name fits"
    IMPLIED = "the accusation follows from what is claimed"
    NO_FRAME = "no frame of the lexicon covers the words"
    AMBIGUOUS = "the word has frames of several relations"
    UNKNOWN_AGENT = "who did it is left out"
    LOOSE = "the actor is merely named in what is said"
    DESCRIPTION = "an actor is known here by a description"
    PERSONAL = "an actor is known here by a pronoun for a person"
    PRONOUN = "an actor is known here by another pronoun"
    FAR_NAME = "the name behind “it”, “they” or a description is several links or sentences back"
    PROXY = "an actor stands for another: members for their organisation, a capital for its government"
    CONTEXT_COUNTRY = "the country is that of the text, not of the words"
    UNRECOGNISED = "the statistical recogniser sees no name there, and no list has it"
    ORGANISATION = "an actor is an organisation, whose names are harder to tell"
    NEARER = "another actor of the same type stands nearer to the word"
    COORDINATED = "the word is one of several side by side"
    LONG_PATH = "the grammar leads from the word to an actor over many others"
    NO_PATH = "an actor stands in another sentence"
    LONG_SENTENCE = "the sentence is long"
    SAID = "the status comes from what a speaker says"
    UNCERTAIN = "the status comes from a plan, a possibility or a negation"


FRAMES = frozenset(
    {
        Ground.ACT,
        Ground.STANDING,
        Ground.NOUN,
        Ground.ADJECTIVE,
        Ground.TITLE,
        Ground.ROLE,
        Ground.NAME,
        Ground.IMPLIED,
        Ground.NO_FRAME,
    }
)
"""Of these every match has one."""

_STATUS = {
    Status.REPORTED: Ground.SAID,
    Status.ALLEGED: Ground.SAID,
    Status.DENIED: Ground.SAID,
    Status.POSSIBLE: Ground.UNCERTAIN,
    Status.PLANNED: Ground.UNCERTAIN,
    Status.NEGATED: Ground.UNCERTAIN,
}


class Grounds:
    """Finds the grounds of claims in one reading."""

    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self._reading, self._parse, self._paths = reading, reading.parse, Paths(reading)
        self._ontology = ontology
        self._recognised = {token for first, end, _ in reading.parse.entities for token in range(first, end)}
        self._in_sentence: dict[int, list[int]] = defaultdict(list)
        for number, span in enumerate(reading.spans):
            self._in_sentence[reading.parse.sentence_of[span.head]].append(number)

    def of(self, claim: Claim) -> tuple[Ground, ...]:
        """The grounds of a claim; one that holds for both ends stands there twice."""
        match = claim.match
        found = [self._frame(claim)]
        if match.sense.entry in self._ontology.ambiguous:
            found.append(Ground.AMBIGUOUS)
        if match.subject is None:
            found.append(Ground.UNKNOWN_AGENT)
        if match.is_loose:
            found.append(Ground.LOOSE)
        if match.is_default:
            found.append(Ground.CONTEXT_COUNTRY)
        if self._parse.deps[match.trigger] == "conj":
            found.append(Ground.COORDINATED)
        sentence = self._parse.sentences[self._parse.sentence_of[match.trigger]]
        if sentence.end - sentence.first > LONG_SENTENCE:
            found.append(Ground.LONG_SENTENCE)
        if claim.status in _STATUS:
            found.append(_STATUS[claim.status])
        for end in (match.subject, match.object or match.date):
            if end is not None:
                found.extend(self._path(match.trigger, end))
            if isinstance(end, Actor):
                found.extend(self._actor(match.trigger, end))
        return tuple(found)

    def _frame(self, claim: Claim) -> Ground:
        """What kind of word has the frame, and where it stands."""
        match, parse = claim.match, self._parse
        if match.sense.entry == OPEN:
            return Ground.NO_FRAME
        if claim.is_implied:
            return Ground.IMPLIED
        number = self._reading.span_at.get(match.trigger)
        if number is not None and self._reading.spans[number].form is Form.NAME:
            return Ground.NAME
        if match.is_background:
            return Ground.TITLE if parse.deps[match.trigger] in _BESIDE_NAME else Ground.ROLE
        if parse.is_verb(match.trigger):
            predicate = self._ontology.predicates[match.sense.predicate]
            return Ground.STANDING if predicate.needs_names or predicate.is_literal else Ground.ACT
        return Ground.NOUN if parse.is_noun(match.trigger) else Ground.ADJECTIVE

    def _path(self, trigger: int, end: Actor | DateMention) -> Iterator[Ground]:
        """How far apart the grammar has the word and an end."""
        head = self._paths.head(end)
        if head is None or self._parse.sentence_of[head] != self._parse.sentence_of[trigger]:
            yield Ground.NO_PATH
        elif len(self._paths.between(trigger, head)) > LONG_PATH:
            yield Ground.LONG_PATH

    def _actor(self, trigger: int, actor: Actor) -> Iterator[Ground]:
        chain = self._reading.chains[actor.chain]
        name = self._name(actor, chain)
        yield from self._reference(trigger, actor, name)
        if actor.is_proxy:
            yield Ground.PROXY
        if chain.type is EntityType.ORGANISATION:
            yield Ground.ORGANISATION
        is_listed = chain.is_known or (chain.type is EntityType.COUNTRY and chain.country is not None)
        if name is not None and not is_listed and name.head not in self._recognised:
            yield Ground.UNRECOGNISED
        if self._has_nearer(trigger, actor, chain.type):
            yield Ground.NEARER

    def _name(self, actor: Actor, chain: Chain) -> Span | None:
        """The actor's mention if it is a name, else the last name of the same actor before it."""
        here = self._paths.span(actor)
        if here is not None and here.form is Form.NAME:
            return here
        spans = (self._reading.spans[number] for number in chain.spans)
        starts = self._parse.starts
        before = [span for span in spans if span.form is Form.NAME and starts[span.first] < actor.start]
        return max(before, key=lambda span: span.first, default=None)

    def _reference(self, trigger: int, actor: Actor, name: Span | None) -> Iterator[Ground]:
        """How the text refers to the actor, and how far the name behind it is; that of a person is found from afar."""
        here = self._paths.span(actor)
        if actor.form is Form.NAME or here is None:
            return
        is_person = self._parse.words[here.head].lower() in _ONE_PERSON
        if actor.form is Form.NOMINAL:
            yield Ground.DESCRIPTION
        else:
            yield Ground.PERSONAL if is_person else Ground.PRONOUN
        if name is not None and not is_person and self._distance(trigger, actor, name) >= FAR_NAME:
            yield Ground.FAR_NAME

    def _distance(self, trigger: int, actor: Actor, name: Span) -> int:
        """Links of coreference from a name to the mention, or sentences from the name to the frame's word if more."""
        starts, sentence_of = self._parse.starts, self._parse.sentence_of
        mentions = (self._reading.spans[number] for number in self._reading.chains[actor.chain].spans)
        links = sum(starts[name.first] < starts[mention.first] <= actor.start for mention in mentions)
        return max(links, sentence_of[trigger] - sentence_of[name.head])

    def _has_nearer(self, trigger: int, actor: Actor, entity_type: EntityType) -> bool:
        """Whether another, whom the word could have meant as well, stands in the sentence and nearer to the word."""
        reading, head = self._reading, self._paths.head(actor)
        if head is None:
            return False
        for number in self._in_sentence[self._parse.sentence_of[trigger]]:
            chain = reading.chain_of[number]
            is_other = chain is not None and chain != actor.chain and reading.chains[chain].type is entity_type
            if is_other and 0 < abs(reading.spans[number].head - trigger) < abs(head - trigger):
                return True
        return False
