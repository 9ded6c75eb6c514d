"""Analyses documents: a pure function of each text, the ontology and the known actors. Needs no store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.extract.statements import analysis_of
from onrecord.known_actors import KnownActors
from onrecord.language.reading import read_all
from onrecord.model import Analysis, Document
from onrecord.ontology import Ontology, load_ontology


def analyse_all(
    documents: Iterable[Document], ontology: Ontology, known: KnownActors, *, keep_open: bool = False
) -> Iterator[Analysis]:
    """An analysis of each document, in order, with open statements if they are kept; texts are parsed in batches."""
    for reading in read_all(documents, ontology, known):
        yield analysis_of(reading, ontology, keep_open=keep_open)


def analyse(
    text: str,
    *,
    published: date | None = None,
    ontology: Ontology | None = None,
    known: KnownActors | None = None,
) -> Analysis:
    """What one text says: its entities and statements. Relative dates count from `published`.

    Raises OntologyError when the ontology cannot be read.
    """
    document = Document.of("text", text, published=published)
    return next(analyse_all([document], ontology or load_ontology(), known or KnownActors.none()))
