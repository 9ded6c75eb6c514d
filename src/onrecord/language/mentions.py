"""Mentions as the analysis handles them: in tokens, before they become `model.Mention`."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.identifiers import Identifier
from onrecord.language.gazetteer import fold
from onrecord.model import EntityType, Form, Gender


@dataclass(frozen=True, slots=True)
class Span:
    """A mention over tokens `first` to `end` (exclusive).

    `name` is the cleaned text; `head` the token that carries the grammar; `country` an ISO code where the gazetteer
    knows one (a country, a nationality, the country of a place, or whose institution a description means); `noun` the
    lexical entry of a description's head, `institution` the kind it means ("leadership": government); `is_specific`
    whether a name in its description makes an institution one of a kind; `is_tied` whether a name says whose or where
    those described are ("rebels in Chad"); `is_label` whether it is a word before a role that names what its holder
    belongs to ("a Democratic senator"); `gender` what its name, noun or pronoun says of a person.
    """

    first: int
    end: int
    head: int
    type: EntityType
    form: Form
    name: str
    country: str | None = None
    is_nationality: bool = False
    is_plural: bool = False
    is_definite: bool = False
    is_known: bool = False
    noun: str | None = None
    institution: str | None = None
    is_specific: bool = False
    is_tied: bool = False
    is_label: bool = False
    identifiers: tuple[Identifier, ...] = ()
    gender: Gender | None = None

    @property
    def key(self) -> str:
        """The name without case, diacritics and leading article."""
        return fold(self.name).removeprefix("the ")

    def overlaps(self, first: int, end: int) -> bool:
        """Whether it shares a token with `first` to `end`."""
        return self.first < end and first < self.end
