"""A frame of the lexicon at a word, and what is found where it is filled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.extract.cast import Actor
from onrecord.language.dates import DateMention
from onrecord.model import EntityType
from onrecord.ontology import Predicate
from onrecord.ontology.lexicon import Sense

type ArgumentsOf = Callable[[int, str], list[int]]
"""The heads that fill an argument of a word."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What one sense of the word at `word` says: its relation, the types of its ends, and what is told beside them."""

    sense: Sense
    predicate: Predicate
    word: int
    arguments: ArgumentsOf
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    detail: str | None
    is_background: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in the text. `subject` is None for an unnamed agent; `date` is the object of a date relation.

    `is_over` marks a standing that ends with what is told, so that it is told only where that is.
    `is_loose` marks a topic that is merely named in what is said, and is neither its subject nor its object.
    """

    sense: Sense
    predicate: str
    trigger: int
    subject: Actor | None
    object: Actor | None
    date: DateMention | None = None
    detail: str | None = None
    is_background: bool = False
    is_default: bool = False
    is_loose: bool = False
    is_over: bool = False
