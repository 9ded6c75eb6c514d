"""Finds the names of a document, step by step."""

from __future__ import annotations

from onrecord.known_actors import KnownActors
from onrecord.language.gazetteer import Gazetteer
from onrecord.language.mentions import Span
from onrecord.language.names.joining import joined
from onrecord.language.names.known_names import KnownNames
from onrecord.language.names.repeats import with_repeats, with_short_names
from onrecord.language.names.resources import Resources
from onrecord.language.names.search import find_candidates
from onrecord.language.names.spans import span_of
from onrecord.language.names.types import decide_types
from onrecord.language.parse import Parse
from onrecord.language.slots import Slots
from onrecord.ontology import Ontology


class NameFinder:
    """Finds the names of one document after the other with the same ontology, gazetteer and known actors."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer, known: KnownActors) -> None:
        self._resources = Resources(ontology.lexicon, Slots(ontology), gazetteer, ontology.genders)
        self._known = KnownNames(known)

    def find(self, parse: Parse) -> list[Span]:
        """All name mentions, in order, none overlapping another."""
        resources = self._resources
        candidates = joined(parse, resources, find_candidates(parse, resources, self._known))
        types = decide_types(parse, resources, candidates)
        spans = (span_of(parse, resources, candidate, types) for candidate in candidates)
        found = with_repeats(parse, [span for span in spans if span is not None])
        return with_short_names(parse, resources.lexicon, found)
