"""What tells names from other words: the lexicon, what its frames expect, places, first names."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.gazetteer import Gazetteer
from onrecord.language.slots import Slots
from onrecord.ontology.lexicon import Lexicon
from onrecord.ontology.tables import Genders


@dataclass(frozen=True, slots=True)
class Resources:
    """The language resources that every step of finding names looks words up in; the same for all documents."""

    lexicon: Lexicon
    slots: Slots
    gazetteer: Gazetteer
    genders: Genders
