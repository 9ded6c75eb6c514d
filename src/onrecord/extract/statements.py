"""Matched frames become statements: with status, speaker, date, place, detail, confidence and the quote."""

from __future__ import annotations

from onrecord.extract.accusations import implied_accusations
from onrecord.extract.actors import Actor, Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.claims import Claim
from onrecord.extract.context import COMBINED, Contexts
from onrecord.extract.disputes import with_disputes
from onrecord.extract.entities import local_entities, local_id
from onrecord.extract.expertise import with_expertise
from onrecord.extract.frames import FrameMatcher, Match
from onrecord.extract.when_where import Circumstances
from onrecord.language.reading import Reading
from onrecord.model import (
    UNKNOWN_AGENT,
    Analysis,
    EntityId,
    EntityType,
    Evidence,
    Form,
    Literal,
    Statement,
    StatementId,
    Status,
    stable_hash,
)
from onrecord.ontology import Ontology

# What lowers the confidence in an exactly matched frame. Hand-set; to be calibrated on development data.
_EXACT = 0.95
_FORM_COST = {Form.NAME: 0.0, Form.NOMINAL: 0.05, Form.PRONOUN: 0.1}
_PROXY_COST, _DEFAULT_COST = 0.1, 0.2
ANY = frozenset(EntityType)


def analysis_of(reading: Reading, ontology: Ontology) -> Analysis:
    """What the document says: entities and statements, in the order of the text."""
    return _Assembly(reading, ontology).run()


class _Assembly:
    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self._reading, self._ontology, self._parse = reading, ontology, reading.parse
        self._arguments = Arguments(reading.parse, ontology.lexicon)
        self._actors = Actors(reading, self._arguments, ontology.lexicon)
        self._contexts = Contexts(reading, self._arguments, ontology.lexicon)
        self._matcher = FrameMatcher(reading, ontology, self._arguments, self._actors)
        self._circumstances = Circumstances(reading, self._actors)

    def run(self) -> Analysis:
        claims = [
            self._claim(match) for match in with_expertise(self._matcher.matches(), self._reading, self._ontology)
        ]
        claims.extend(
            implied_accusations(claims, self._ontology, self._arguments, self._actors, self._contexts, self._reading)
        )
        statements: dict[StatementId, Statement] = {}
        for claim in claims:
            statement = self._statement(claim)
            if statement is not None:
                statements.setdefault(statement.id, statement)
        ordered = sorted(
            statements.values(), key=lambda s: (s.evidence.start, s.evidence.subject or (0, 0), s.predicate, s.id)
        )
        disputed = with_disputes(ordered, self._deniers())
        entities = local_entities(self._reading, self._used(disputed))
        return Analysis(self._reading.document, entities, tuple(disputed))

    def _claim(self, match: Match) -> Claim:
        context = self._contexts.of(match.trigger, is_background=match.is_background)
        return Claim(match, context, COMBINED[context.status][match.sense.status])

    def _statement(self, claim: Claim) -> Statement | None:
        match = claim.match
        if match.object is None and match.date is None:
            return None
        subject = UNKNOWN_AGENT if match.subject is None else self._id(match.subject)
        obj: EntityId | Literal = (
            Literal(match.date.edtf if match.date else "") if match.object is None else self._id(match.object)
        )
        evidence = self._evidence(match)
        speakers = self._speakers(claim)
        spans = f"{evidence.subject} {evidence.object}"
        key = stable_hash(
            self._reading.document.id, str(subject), match.predicate, str(obj), claim.status, spans, str(evidence.start)
        )
        return Statement(
            id=StatementId(key),
            subject=subject,
            predicate=match.predicate,
            object=obj,
            status=claim.status,
            evidence=evidence,
            attributed_to=speakers,
            date=None if match.date is not None else self._circumstances.date(match.trigger),
            place=self._place(match),
            detail=match.detail,
            confidence=_confidence(match),
        )

    def _id(self, actor: Actor) -> EntityId:
        return local_id(self._reading, actor.chain)

    def _place(self, match: Match) -> EntityId | None:
        if match.is_background:
            return None
        place = self._circumstances.place(match.trigger)
        ends = {end.chain for end in (match.subject, match.object) if end is not None}
        return self._id(place) if place is not None and place.chain not in ends else None

    def _speakers(self, claim: Claim) -> tuple[EntityId, ...]:
        if claim.status is Status.ASSERTED:
            return ()
        found = []
        for token in claim.context.speaker:
            actor = self._actors.at(token, ANY)
            if actor is not None:
                found.append(self._id(actor))
        return tuple(dict.fromkeys(found))

    def _evidence(self, match: Match) -> Evidence:
        parse = self._parse
        sentence = parse.sentences[parse.sentence_of[match.trigger]]
        start, end = parse.starts[sentence.first], parse.ends[sentence.end - 1]
        for actor in (match.subject, match.object):
            if actor is not None and start - actor.end < 0 and actor.start < start:
                start = min(start, actor.start)
        while end > start and parse.text[end - 1].isspace():
            end -= 1
        ends = (match.subject, match.object or match.date)
        spans = [(a.start, a.end) if a is not None and start <= a.start < end else None for a in ends]
        return Evidence(self._reading.document.id, start, end, parse.text[start:end], spans[0], spans[1])

    def _deniers(self) -> list[tuple[int, EntityId]]:
        """Who denies something, with the offset where."""
        parse, found = self._parse, []
        for token in range(len(parse)):
            entry = self._ontology.lexicon.verbs.get(parse.lemmas[token]) if parse.is_verb(token) else None
            if entry is None or not any(e.status is Status.DENIED for e in entry.embeddings):
                continue
            if parse.child(token, "neg") is not None:
                continue
            for subject in self._arguments.of_verb(token, "subject"):
                actor = self._actors.at(subject, ANY)
                if actor is not None:
                    found.append((parse.starts[token], self._id(actor)))
        return found

    @staticmethod
    def _used(statements: list[Statement]) -> set[EntityId]:
        used: set[EntityId] = set()
        for statement in statements:
            used.add(statement.subject)
            used.update(statement.attributed_to)
            used.update(statement.disputed_by)
            if not isinstance(statement.object, Literal):
                used.add(statement.object)
            if statement.place is not None:
                used.add(statement.place)
        return used


def _confidence(match: Match) -> float:
    cost = _DEFAULT_COST if match.is_default else 0.0
    for actor in (match.subject, match.object):
        if actor is not None:
            cost += _FORM_COST[actor.form] + (_PROXY_COST if actor.is_proxy else 0.0)
    return round(_EXACT - cost, 2)
