"""Who denies what they are accused of thereby rejects it: an answer to whoever said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.actors import Actors
from onrecord.extract.claims import Claim
from onrecord.extract.context import Contexts
from onrecord.extract.denials import Denial
from onrecord.extract.frames import Match
from onrecord.language.discourse import Chain
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Status
from onrecord.ontology import Ontology
from onrecord.ontology.predicates import ancestors

REACH = 2
"""Sentences that an answer looks back for the accusation."""

_SPEAKERS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})
_MADE = frozenset({Status.ASSERTED, Status.REPORTED})


def implied_rejections(
    claims: Sequence[Claim],
    denials: Sequence[Denial],
    ontology: Ontology,
    actors: Actors,
    contexts: Contexts,
    reading: Reading,
) -> Iterator[Claim]:
    """A rejection for each denial that answers an accusation, unless the text tells it in so many words."""
    told = {(claim.match.subject and claim.match.subject.chain, claim.match.trigger) for claim in claims}
    for denial in denials:
        accusation = _answered(denial, claims, ontology, actors, reading)
        who = actors.at(denial.speaker, _SPEAKERS)
        if accusation is None or who is None or (denial.who, denial.word) in told:
            continue
        match = accusation.match
        relation = _relation(match.predicate, ontology)
        if relation is None or match.subject is None or contexts.of(denial.word).status not in _MADE:
            continue
        context = contexts.of(denial.word)
        if context.speech is not None and context.speech != denial.word:  # "said the charge was false"
            context = contexts.of(context.speech)
        answer = Match(match.sense, relation, denial.word, who, match.subject)
        yield Claim(answer, context, context.status, is_implied=True)


def _relation(predicate: str, ontology: Ontology) -> str | None:
    """What it is to deny an accusation, as the relation or a more general one says."""
    above = (ontology.predicates[name].when_denied for name in sorted(ancestors(predicate, ontology.predicates)))
    return next((name for name in above if name is not None), None)


def _answered(
    denial: Denial, claims: Sequence[Claim], ontology: Ontology, actors: Actors, reading: Reading
) -> Claim | None:
    """The accusation that a denial answers: the last of who denies, else the last by whose claim it is."""
    parse = reading.parse
    sentence = parse.sentence_of[denial.word]
    before = [
        claim
        for claim in claims
        if claim.match.subject is not None
        and claim.match.subject.chain != denial.who
        and claim.status in _MADE
        and _is_told(reading.chains[claim.match.subject.chain], actors, denial)
        and 0 <= sentence - parse.sentence_of[claim.match.trigger] <= REACH
        and claim.match.trigger < denial.word
        and _relation(claim.match.predicate, ontology) is not None
    ]
    tests = (
        [c for c in before if c.match.subject and c.match.subject.chain in denial.claimants],
        [c for c in before if c.match.object is not None and c.match.object.chain == denial.who],
        [] if denial.claimants or denial.is_own else before,
    )
    found = next((fitting for fitting in tests if fitting), [])
    return max(found, key=lambda claim: claim.match.trigger, default=None)


def _is_told(accuser: Chain, actors: Actors, denial: Denial) -> bool:
    """Whether a reader can tell who accuses: by a name; where the claim is taken up, also by whose they are."""
    return accuser.is_named or (not denial.is_own and (actors.is_institution(accuser) or actors.is_tied(accuser)))
