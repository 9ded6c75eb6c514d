"""Matched frames become statements: with status, speaker, date, place, detail, confidence and the quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.accusations import implied_accusations
from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
from onrecord.extract.claims import Claim
from onrecord.extract.confidence import confidence_of
from onrecord.extract.context import COMBINED, Contexts
from onrecord.extract.denials import Denial, Denials
from onrecord.extract.disputes import Dispute, with_disputes
from onrecord.extract.entities import local_entities, local_id
from onrecord.extract.expertise import with_expertise
from onrecord.extract.frame_matcher import FrameMatcher
from onrecord.extract.frames import Match
from onrecord.extract.grounds import Ground, Grounds
from onrecord.extract.members import of_members
from onrecord.extract.open_edges import OpenEdges
from onrecord.extract.parts import Parts
from onrecord.extract.rejections import implied_rejections
from onrecord.extract.standing import Standing
from onrecord.extract.when_where import Circumstances
from onrecord.language.dates import DateMention
from onrecord.language.reading import Reading
from onrecord.model import (
    UNKNOWN_AGENT,
    Analysis,
    EntityId,
    EntityType,
    Evidence,
    Literal,
    Statement,
    StatementId,
    Status,
    stable_hash,
)
from onrecord.ontology import Ontology

ANY = frozenset(EntityType)
_TOLD = frozenset({Status.ASSERTED, Status.REPORTED, Status.ALLEGED})
"""The statuses of what is said to be so."""
_UNSAID = frozenset({Status.NEGATED, Status.DENIED, Status.PLANNED})
"""The statuses in which nobody has said a word about somebody yet."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement and what it was made from: the claim, the words that say when, if any, and what makes it sure."""

    statement: Statement
    claim: Claim
    when: DateMention | None
    grounds: tuple[Ground, ...]


def analysis_of(reading: Reading, ontology: Ontology, *, keep_open: bool = False) -> Analysis:
    """What the document says: entities and statements, in the order of the text; open statements if they are kept."""
    return traced(reading, ontology, keep_open=keep_open)[0]


def traced(reading: Reading, ontology: Ontology, *, keep_open: bool = False) -> tuple[Analysis, Sequence[Finding]]:
    """What the document says, and for each of its statements, then the open ones, in order, what it was made from."""
    return _Assembly(reading, ontology).run(keep_open=keep_open)


class _Assembly:
    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self._reading, self._ontology, self._parse = reading, ontology, reading.parse
        self._arguments = Arguments(reading.parse, ontology.lexicon)
        self._actors = Actors(reading, self._arguments, ontology.lexicon)
        self._contexts = Contexts(reading, self._arguments, ontology.lexicon)
        parts = Parts(reading, self._arguments, self._actors)
        self._matcher = FrameMatcher(reading, ontology, self._arguments, self._actors, parts)
        self._standing = Standing(reading, ontology, parts)
        self._circumstances = Circumstances(reading, self._actors)
        self._grounds = Grounds(reading, ontology)
        self._denials = Denials(reading, self._arguments, self._actors, self._contexts, ontology.lexicon)

    def run(self, *, keep_open: bool) -> tuple[Analysis, Sequence[Finding]]:
        matches = list(self._standing.with_implied(self._matcher.matches()))
        claims = [self._claim(match) for match in with_expertise(matches, self._reading, self._ontology)]
        claims.extend(list(of_members(claims, self._ontology, self._actors, self._contexts, self._reading)))
        claims.extend(
            implied_accusations(claims, self._ontology, self._arguments, self._actors, self._contexts, self._reading)
        )
        denials = list(self._denials.all())
        claims.extend(implied_rejections(claims, denials, self._ontology, self._actors, self._contexts, self._reading))
        found = self._findings(claims)
        disputed = with_disputes([finding.statement for finding in found], self._disputes(denials))
        found = [replace(old, statement=new) for old, new in zip(found, disputed, strict=True)]
        still_open = self._open(matches) if keep_open else []
        open_statements = [finding.statement for finding in still_open]
        entities = local_entities(self._reading, self._used([*disputed, *open_statements]))
        analysis = Analysis(self._reading.document, entities, tuple(disputed), tuple(open_statements))
        return analysis, [*found, *still_open]

    def _open(self, covered: Sequence[Match]) -> list[Finding]:
        """What the words say that no frame covers."""
        edges = OpenEdges(self._reading, self._ontology.lexicon, self._arguments, self._actors)
        return self._findings([self._claim(match) for match in edges.matches(covered)])

    def _findings(self, claims: Iterable[Claim]) -> list[Finding]:
        """The statement of each claim that makes one, in the order of the text."""
        findings: dict[StatementId, Finding] = {}
        for claim in claims:
            finding = self._finding(claim)
            if finding is not None:
                findings.setdefault(finding.statement.id, finding)
        return sorted(findings.values(), key=_order)

    def _claim(self, match: Match) -> Claim:
        context = self._contexts.of(match.trigger, is_background=match.is_background)
        return Claim(match, context, COMBINED[context.status][match.sense.status])

    def _finding(self, claim: Claim) -> Finding | None:
        match = claim.match
        is_unsaid = "topic" in match.sense.object and claim.status in _UNSAID
        if (match.object is None and match.date is None) or is_unsaid:
            return None  # who did not speak about somebody did nothing
        if match.is_over and claim.status not in _TOLD:
            return None  # who does not leave has not left
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
        when = self._circumstances.date(match.trigger) if match.date is None else None
        grounds = self._grounds.of(claim)
        statement = Statement(
            id=StatementId(key),
            subject=subject,
            predicate=match.predicate,
            object=obj,
            status=claim.status,
            evidence=evidence,
            attributed_to=speakers,
            date=when.edtf if when is not None else None,
            place=self._place(match),
            detail=match.detail,
            confidence=confidence_of(grounds),
        )
        return Finding(statement, claim, when, grounds)

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
            if actor is not None and actor.start >= end:  # "Three men were killed. One of them was Ada Roe."
                end = max(end, self._end_of_sentence(actor.start))
        while end > start and parse.text[end - 1].isspace():
            end -= 1
        ends = (match.subject, match.object or match.date)
        spans = [(a.start, a.end) if a is not None and start <= a.start < end else None for a in ends]
        return Evidence(self._reading.document.id, start, end, parse.text[start:end], spans[0], spans[1])

    def _end_of_sentence(self, offset: int) -> int:
        """The offset behind the sentence that holds one."""
        parse = self._parse
        return next(e for s in parse.sentences if (e := parse.ends[s.end - 1]) > offset)

    def _disputes(self, denials: Iterable[Denial]) -> list[Dispute]:
        """Who denies what was said before."""
        return [
            Dispute(
                start=denial.start,
                who=local_id(self._reading, denial.who),
                claimants=tuple(local_id(self._reading, chain) for chain in denial.claimants),
                is_several=denial.is_several,
                is_own=denial.is_own,
            )
            for denial in denials
        ]

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


def _order(finding: Finding) -> tuple[int, tuple[int, int], str, str]:
    """By place in the text."""
    statement = finding.statement
    return statement.evidence.start, statement.evidence.subject or (0, 0), statement.predicate, statement.id
