"""How sure a reading is: the grounds of a match, each with its weight, and the confidence that they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from onrecord.extract.actors import Actor
from onrecord.extract.claims import Claim
from onrecord.extract.open_edges import OPEN
from onrecord.model import Form


class Ground(StrEnum):
    """What makes a match more or less sure; the values say it to people."""

    FRAME = "a frame of the lexicon fits"
    NO_FRAME = "no frame of the lexicon covers the words"
    DESCRIPTION = "an actor is known here by a description"
    PRONOUN = "an actor is known here by a pronoun"
    PROXY = "an actor stands for another: members for their organisation, a capital for its government"
    CONTEXT_COUNTRY = "the country is that of the text, not of the words"


WEIGHTS = {
    Ground.FRAME: 0.95,
    Ground.NO_FRAME: 0.5,
    Ground.DESCRIPTION: -0.05,
    Ground.PRONOUN: -0.1,
    Ground.PROXY: -0.1,
    Ground.CONTEXT_COUNTRY: -0.2,
}
"""Hand-set; to be calibrated on development data."""

_OF_FORM = {Form.NOMINAL: Ground.DESCRIPTION, Form.PRONOUN: Ground.PRONOUN}


def grounds_of(claim: Claim) -> tuple[Ground, ...]:
    """The grounds of a claim; one that holds for both ends stands there twice."""
    match = claim.match
    found = [Ground.NO_FRAME if match.sense.entry == OPEN else Ground.FRAME]
    if match.is_default:
        found.append(Ground.CONTEXT_COUNTRY)
    for actor in (match.subject, match.object):
        if actor is not None:
            found.extend(_of_actor(actor))
    return tuple(found)


def confidence_of(grounds: Iterable[Ground]) -> float:
    """The confidence that the grounds add up to, between 0 and 1."""
    return round(sum(WEIGHTS[ground] for ground in grounds), 2)


def _of_actor(actor: Actor) -> Iterator[Ground]:
    if actor.form in _OF_FORM:
        yield _OF_FORM[actor.form]
    if actor.is_proxy:
        yield Ground.PROXY
