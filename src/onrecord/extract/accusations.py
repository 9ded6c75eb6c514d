"""Who says that somebody did wrong thereby accuses them: the speech act is a fact, the wrong is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
from onrecord.extract.claims import Claim
from onrecord.extract.context import Context, Contexts
from onrecord.extract.frames import Match
from onrecord.language.parse import Parse
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Status
from onrecord.ontology import Ontology

_CLAIMS = frozenset({Status.REPORTED, Status.ALLEGED})
_FINDING = frozenset({"be", "see", "find", "document", "record", "have", "describe", "know", "identify", "count"})
"""Verbs whose object is news with what is told of it: "documented 40 civilians killed by the army"."""
_ACCUSABLE = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})


def implied_accusations(
    claims: Sequence[Claim],
    ontology: Ontology,
    arguments: Arguments,
    actors: Actors,
    contexts: Contexts,
    reading: Reading,
) -> Iterator[Claim]:
    """An accusation for each claimed wrong, unless the text makes the same accusation in so many words."""
    spoken = {
        (
            claim.match.predicate,
            claim.match.subject and claim.match.subject.chain,
            claim.match.object and claim.match.object.chain,
        )
        for claim in claims
    }
    for claim in claims:
        relation = ontology.predicates[claim.match.predicate].claim_implies
        if "between" in claim.match.sense.subject:
            continue  # to tell of fighting between two accuses neither
        if relation is None or claim.status not in _CLAIMS or not claim.context.speaker:
            continue
        if _is_only_told_from(claim, reading.parse):
            continue
        accuser = actors.at(claim.context.speaker[0], _ACCUSABLE)
        accused = _accused(claim, arguments, actors, reading)
        if accuser is None or accused is None or accuser.chain == accused.chain:
            continue
        if not reading.chains[accuser.chain].is_named and not actors.is_institution(reading.chains[accuser.chain]):
            continue
        is_told = reading.chains[accused.chain].is_named or actors.is_tied(reading.chains[accused.chain])
        if (relation, accuser.chain, accused.chain) in spoken or not (
            is_told or actors.is_institution(reading.chains[accused.chain])
        ):
            continue
        spoken.add((relation, accuser.chain, accused.chain))
        speech = claim.context.speech
        is_act = speech is not None and reading.parse.is_verb(speech)  # "X's claim", even a rejected one, was made
        context = contexts.of(speech) if speech is not None and is_act else Context()
        match = Match(claim.match.sense, relation, claim.match.trigger, accuser, accused, None, _said(claim, reading))
        yield Claim(match, context, context.status, is_implied=True)


def _is_only_told_from(claim: Claim, parse: Parse) -> bool:
    """Whether the wrong but tells from others whom something is said of: "rangers captured by them will be freed"."""
    for token in (claim.match.trigger, *parse.ancestors(claim.match.trigger)):
        if token == claim.context.speech:
            return False
        if parse.deps[token] == "acl" and parse.tags[token] == "VBN":
            noun = parse.heads[token]
            is_comma = parse.words[token - 1] == ","
            is_news = parse.deps[noun] in {"attr", "ROOT"} or parse.lemmas[parse.heads[noun]] in _FINDING
            return not is_comma and not is_news
    return False


def _accused(claim: Claim, arguments: Arguments, actors: Actors, reading: Reading) -> Actor | None:
    """The subject of the clause that tells the wrong ("took a bribe from"), else who did it."""
    parse, trigger = reading.parse, claim.match.trigger
    verb = trigger if parse.is_verb(trigger) else next((a for a in parse.ancestors(trigger) if parse.is_verb(a)), None)
    if verb is not None and not arguments.is_passive(verb) and verb != claim.context.speech:
        ends = {end.chain for end in (claim.match.subject, claim.match.object) if end is not None}
        for token in arguments.surface_subject(verb):
            actor = actors.at(token, _ACCUSABLE)
            is_part = claim.match.object is None or actor is None or actor.chain in ends
            if actor is not None and (is_part or parse.is_verb(trigger)):
                return actor
    return claim.match.subject


def _said(claim: Claim, reading: Reading) -> str:
    """The words of the claim: the clause around its trigger."""
    parse, token = reading.parse, claim.match.trigger
    for ancestor in (token, *parse.ancestors(token)):
        if parse.deps[ancestor] in {"ccomp", "pcomp", "ROOT", "xcomp"}:
            first, end = parse.subtree(ancestor)
            return " ".join(parse.span_text(first, end).split())
    return ""
