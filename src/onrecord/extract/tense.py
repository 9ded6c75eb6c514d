"""Whether a clause tells of what is past or of what is ahead."""

from __future__ import annotations

from enum import Enum

from onrecord.language.parse import Parse

_WILL = frozenset({"will", "shall", "would", "'ll"})
_SET = frozenset({"schedule", "plan", "expect", "due", "set", "slate"})
"""What is ahead for things that are so."""


class Tense(Enum):
    """The time of a verb, seen from the day of publication."""

    PAST = "past"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


def tense_of(parse: Parse, verb: int) -> Tense:
    """The time that a verb tells of; a verb coordinated without a helper shares that of the first."""
    helpers = parse.children_by(verb, "aux", "auxpass")
    words = {parse.words[helper].lower() for helper in helpers}
    tags = {parse.tags[helper] for helper in helpers}
    if words & _WILL:
        return Tense.AHEAD
    if "to" in words:
        return _of_infinitive(parse, verb)
    if "MD" in tags:
        return Tense.UNKNOWN
    if parse.tags[verb] == "VBD" or "VBD" in tags or words & {"has", "have", "'ve"}:
        return Tense.PAST
    if parse.tags[verb] == "VBN":
        return Tense.AHEAD if parse.lemmas[verb] in _SET else Tense.UNKNOWN if helpers else Tense.PAST
    if parse.tags[verb] in {"VB", "VBG", "VBN"} and parse.deps[verb] == "conj":
        return tense_of(parse, parse.heads[verb])
    return Tense.UNKNOWN


def _of_infinitive(parse: Parse, verb: int) -> Tense:
    """What one is to do is ahead if one is so now, or is due to."""
    head = parse.heads[verb]
    if head == verb:
        return Tense.UNKNOWN
    is_set = parse.lemmas[head] in _SET
    return Tense.AHEAD if is_set or parse.tags[head] in {"VBZ", "VBP"} else Tense.UNKNOWN
