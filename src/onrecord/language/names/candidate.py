"""A stretch of words that may be a name, and what its words show by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.known_actors import KnownActor
from onrecord.language.gazetteer import fold
from onrecord.language.parse import Parse
from onrecord.model import EntityType

TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "NORP": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "EVENT": EntityType.EVENT,
}
"""What the recogniser's labels say that a name names."""

NAME_TAGS = frozenset({"NNP", "NNPS"})

LEGAL_FORMS = frozenset(
    "LLC L.L.C. Inc Inc. Ltd Ltd. Limited Corp Corp. Co Co. plc PLC GmbH AG SA S.A. NV N.V. AB ASA Oy SpA LLP".split()
)
"""Abbreviations of company law: part of the name before them, also behind a comma."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `first` to `end` (exclusive) that may be a name; `label` is the recogniser's, None where it marks none.

    `has_title` whether a title stands before it, `has_acronym` whether its acronym stands behind it; `known` the actor
    that the user told of.
    """

    first: int
    end: int
    label: str | None
    has_title: bool = False
    has_acronym: bool = False
    known: KnownActor | None = None


def key_of(parse: Parse, candidate: Candidate) -> str:
    """What all occurrences of a name share: its text without case and diacritics."""
    return fold(parse.span_text(candidate.first, candidate.end))


def is_proper(parse: Parse, token: int) -> bool:
    """Whether it is a proper noun with a capital."""
    return parse.tags[token] in NAME_TAGS and parse.words[token][:1].isupper()


def has_article(parse: Parse, first: int) -> bool:
    """Whether "the" stands before the name that begins at `first`."""
    return first > 0 and parse.words[first - 1].lower() == "the"


def begins_sentence(parse: Parse, token: int) -> bool:
    """Whether the token before it belongs to another sentence."""
    return parse.sentence_of[token] != parse.sentence_of[token - 1]
