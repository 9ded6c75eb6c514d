"""Checks an ontology: first its files, then whether it finds each relation in the examples given for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.analysis import analyse_all
from onrecord.errors import OntologyError
from onrecord.known_actors import KnownActors
from onrecord.model import Document
from onrecord.ontology import Ontology, Predicate, load_ontology
from onrecord.ontology.check import check


def check_ontology(folder: Path) -> list[str]:
    """What is wrong in the folder, one line a finding, each with file and line; empty when all is well."""
    findings = check(folder)
    try:
        ontology = load_ontology(folder)
    except OntologyError as error:
        return findings or [str(error)]
    return [*findings, *_unproven(ontology)]


def _unproven(ontology: Ontology) -> Iterator[str]:
    """A finding for each relation without an example, and for each example in which its relation is not found."""
    relations = ontology.predicates.values()
    examples = [(relation, example) for relation in relations for example in relation.examples]
    documents = (Document.of(relation.name, example) for relation, example in examples)
    for relation in relations:
        if not relation.examples and not _is_shown_below(relation, ontology):
            yield (
                f"{ontology.place(relation.name)}: onr:{relation.name} has no example; "
                f'add skos:example "..."@en, a sentence that says it of actors with names'
            )
    for (relation, example), analysis in zip(
        examples, analyse_all(documents, ontology, KnownActors.none()), strict=True
    ):
        found = list(dict.fromkeys(statement.predicate for statement in analysis.statements))
        if not any(ontology.is_a(name, relation.name) for name in found):
            instead = f"found is onr:{', onr:'.join(found)}" if found else "nothing is found there"
            yield (
                f'{ontology.place(relation.name)}: onr:{relation.name} is not found in its example "{example}" '
                f"({instead}); mend the sense of its word in lexicon.ttl, or choose a plainer sentence"
            )


def _is_shown_below(relation: Predicate, ontology: Ontology) -> bool:
    """Whether a relation without words of its own has a relation below it with an example, which then speaks for it."""
    if any(sense.predicate == relation.name for entry in ontology.entries for sense in entry.senses):
        return False
    return any(other.examples and ontology.is_a(other.name, relation.name) for other in ontology.predicates.values())
