"""Loads the ontology folder: the packaged one, or the user's own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from onrecord.errors import OntologyError
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Entry, Lexicon, build_lexicon, read_entries
from onrecord.ontology.predicates import Predicate, ancestors, read_classes, read_predicates
from onrecord.ontology.tables import TABLES, Genders, GivenNames, read_countries, read_genders, read_given_names
from onrecord.ontology.terms import Index, described_at
from onrecord.packaged import packaged_folder

FILES = ("onrecord.ttl", "alignments.ttl", "lexicon.ttl")
"""The files that extraction reads, in this order; shapes.ttl serves validation alone."""


@dataclass(frozen=True)
class Ontology:
    """Relations, classes and lexicon of one ontology folder. `digest` names its content."""

    folder: Path
    digest: str
    predicates: Mapping[str, Predicate]
    classes: Mapping[str, frozenset[EntityType]]
    entries: tuple[Entry, ...]
    genders: Genders
    given_names: GivenNames

    @cached_property
    def lexicon(self) -> Lexicon:
        """The entries in the shape that look-ups need."""
        return build_lexicon(list(self.entries))

    @cached_property
    def ambiguous(self) -> frozenset[str]:
        """The ids of the lexical entries whose frames express several relations."""
        return frozenset(entry.id for entry in self.entries if len({s.predicate for s in entry.senses}) > 1)

    def is_a(self, predicate: str, ancestor: str) -> bool:
        """Whether `predicate` is `ancestor` or one of its sub-properties."""
        return ancestor in ancestors(predicate, self.predicates)

    def place(self, name: str) -> str | None:
        """File and line where the term or the lexical entry of this local name is described; None if it is not."""
        for path in (self.folder / file for file in FILES):
            line = described_at(path).get(name)
            if line is not None:
                return f"{path}, line {line}"
        return None


def load_ontology(folder: Path | None = None) -> Ontology:
    """The ontology in `folder`, or the packaged one. Raises OntologyError with file and line."""
    folder = folder or packaged_folder("ontology")
    if not folder.is_dir():
        raise OntologyError(f"{folder}: no such folder; --ontology needs one with {', '.join(FILES)}")
    index = Index()
    for name in FILES:
        index.read(folder / name)
    classes = read_classes(index)
    predicates = read_predicates(index)
    if not predicates:
        raise OntologyError(f"{folder / FILES[0]}: no relation (onr:Relation) is defined there")
    entries, genders = tuple(read_entries(index, classes)), read_genders(folder)
    given_names = read_given_names(folder)
    for _ in read_countries(folder):  # a fault is told before any document is read
        pass
    return Ontology(folder, _digest(folder), predicates, classes, entries, genders, given_names)


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in (folder / name for name in (*FILES, *TABLES)):
        if path.exists():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
