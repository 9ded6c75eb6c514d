"""The output folder of a build as a graph that one can add to, ask and correct."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Self

from onrecord.building import (
    STORE,
    Build,
    BuildOptions,
    NothingBuiltError,
    apart,
    build_documents,
    known_actors_of,
)
from onrecord.errors import OptionError, ProjectError
from onrecord.model import Document, Entity, IdentityLink, KnowledgeGraph, Statement, StatementId
from onrecord.publish.folder import is_output, usable_folder
from onrecord.publish.reading import read_documents, read_graph
from onrecord.read import read_inputs
from onrecord.store.embedded import Answer, query_store
from onrecord.store.vocabulary import Names

if TYPE_CHECKING:
    import networkx
    from rdflib import Dataset

    from onrecord.decisions import Decision
    from onrecord.explain import Explanation
    from onrecord.known_actors import KnownActor
    from onrecord.publish.dossier import Dossier
    from onrecord.references import Merged
    from onrecord.resolve.judgements import Judge


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided and recorded, and the build that heeds it."""

    decisions: tuple[Decision, ...]
    build: Build


class Project:
    """A folder with the output of the last build, to which documents can be added and questions put."""

    def __init__(self, folder: Path, options: BuildOptions) -> None:
        self._folder = folder
        self._options = options

    @classmethod
    def open(cls, folder: Path | str, *, options: BuildOptions | None = None) -> Self:
        """The project in the folder; a new one if the folder is absent or empty. Writes nothing yet.

        Raises OptionError if other files are in it.
        """
        return cls(usable_folder(Path(folder)), options or BuildOptions())

    def add(self, paths: Sequence[Path | str], *, published: date | None = None) -> Build:
        """Adds documents, or replaces those of the same names, and builds the whole again.

        The files come out as if all documents had been built at once. `published` is the date of texts without one.
        Raises what `build` raises.
        """
        inputs = read_inputs(
            [Path(path) for path in paths], published=published or self._options.published, exclude=self._folder
        )
        added, failures = apart(inputs)
        if not added:
            raise NothingBuiltError(failures)
        documents = {document.name: document for document in (*self.documents, *added)}
        return build_documents(documents.values(), failures, self._folder, self._options)

    def add_references(self, paths: Sequence[Path | str], *, source: str | None = None) -> Merged:
        """Adds the actors of these lists to the project's references, which the next build identifies people by.

        The source of an actor is the name of its file, unless another is given. Lines that cannot be read are in the
        result; the others go on. Raises ProjectError for a broken `references.csv` and where none can be written.
        """
        from onrecord.read.references import read_reference
        from onrecord.references import merged, write_references

        lines = ((source or _name(path), line) for path in map(Path, paths) for line in read_reference(path))
        result = merged(self.references, lines)
        if result.actors:
            write_references(self._folder, result.actors)
        return result

    def remove_references(self, source: str) -> int:
        """Removes the actors of one source and gives their number. Raises OptionError if none are from there."""
        from onrecord.references import write_references

        actors = self.references
        kept = [actor for actor in actors if actor.source != source]
        if len(kept) == len(actors):
            sources = ", ".join(sorted({actor.source or "" for actor in actors})) or "none"
            raise OptionError(f"{source}: no reference list of this name; {self._folder} has {sources}")
        write_references(self._folder, kept)
        return len(actors) - len(kept)

    @property
    def references(self) -> tuple[KnownActor, ...]:
        """The actors of the reference lists, in the order of `references.csv`. Raises ProjectError if it is broken."""
        from onrecord.references import read_references

        return read_references(self._folder)

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, sorted by name."""
        return read_documents(self._folder) if is_output(self._folder) else ()

    @property
    def graph(self) -> KnowledgeGraph:
        """The whole graph, read from the folder. Raises ProjectError for broken files."""
        return read_graph(self._folder) if is_output(self._folder) else KnowledgeGraph((), (), ())

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, sorted by document and offset."""
        return self.graph.statements

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, sorted by id."""
        return self.graph.entities

    def to_networkx(self) -> networkx.MultiDiGraph:
        """The graph as a networkx multigraph: a node per entity, an edge per statement, with all attributes."""
        from onrecord.publish.graph import to_networkx

        return to_networkx(self.graph)

    def to_rdflib(self) -> Dataset:
        """The graph as an rdflib dataset with one named graph per document. Raises ProjectError before any build."""
        from onrecord.publish.rdflib_dataset import to_rdflib

        self._require_output()
        return to_rdflib(self._folder / "graph.nq")

    def query(self, sparql: str) -> Answer:
        """What the store answers to the SPARQL query; the usual prefixes need no declaration.

        Raises OptionError for broken SPARQL and ProjectError before any build.
        """
        self._require_output()
        return query_store(self._folder / STORE, sparql, Names(self._options.base).prefixes)

    def explain(self, statement: str) -> Explanation:
        """What the statement rests on: its document is analysed again, with the options of the project.

        `statement` is an id or an IRI. Raises OptionError for an id that the project does not have and where other
        options or another version than those of the build find no such statement; ProjectError before any build.
        """
        from onrecord.explain import explain
        from onrecord.ontology import load_ontology

        self._require_output()
        identity = StatementId(statement.rpartition("statement-")[2])
        graph = self.graph
        stored = next((s for s in (*graph.statements, *graph.open_statements) if s.id == identity), None)
        if stored is None:
            raise OptionError(f"{statement}: {self._folder} has no such statement; statements.jsonl has the ids")
        document = next(document for document in graph.documents if document.id == stored.document)
        ontology, known = load_ontology(self._options.ontology), known_actors_of(self._options.known_actors)
        found = explain(document, identity, ontology, known)
        if found is None:
            raise OptionError(
                f"{statement}: {document.name} is now read differently; give the --ontology and --known-actors of the "
                "build, or build again"
            )
        names = {entity.id: entity.name for entity in graph.entities}
        return replace(found, statement=stored, names={**found.names, **names})

    def entity(self, asked: str) -> Dossier:
        """All that the project has on one entity, asked for by any of its names, its id or its IRI.

        Raises UnclearNameError, with those that may be meant, if none or more than one has the name, and ProjectError
        before any build.
        """
        from onrecord.publish.dossier import dossier_of
        from onrecord.publish.finding import find_entity

        self._require_output()
        graph = self.graph
        return dossier_of(graph, find_entity(graph, asked))

    def merge(self, first: str, second: str, *, note: str = "") -> Decided:
        """Records that two entities are one, and builds the project again from its own documents.

        Each is asked for by any of its names, its id or its IRI. Raises what `entity` and `rebuild` raise, and
        OptionError for entities of two types and for one and the same.
        """
        from onrecord.publish.finding import find_entity

        judge = self.judge()
        left, right = (find_entity(judge.graph, asked) for asked in (first, second))
        return self._decide(judge.same(left, right, note))

    def split(self, asked: str, name: str | None = None, *, document: str | None = None, note: str = "") -> Decided:
        """Records that what is one entity are several, and builds the project again from its own documents.

        `name`, another name of the entity than the one asked for, is somebody else's; or the one in `document` is
        another than the others. With neither, each full name is another's; of a single name, each document's.
        Raises what `entity` and `rebuild` raise, and OptionError where there is nothing to split.
        """
        from onrecord.publish.finding import find_entity

        judge = self.judge()
        return self._decide(judge.apart(find_entity(judge.graph, asked), asked, name, document, note))

    def _decide(self, decisions: Sequence[Decision]) -> Decided:
        self.record(decisions)
        return Decided(tuple(decisions), self.rebuild())

    def judge(self) -> Judge:
        """Who writes down decisions about the entities of the graph. Raises ProjectError before any build."""
        from onrecord.decisions import read_decisions
        from onrecord.resolve.judgements import Judge

        self._require_output()
        return Judge(self.graph, read_decisions(self._folder))

    def record(self, decisions: Sequence[Decision]) -> None:
        """Adds the decisions to the project's `decisions.csv`, which the next build heeds.

        Raises ProjectError for a broken table and where none can be written.
        """
        from onrecord.decisions import append_decisions

        append_decisions(self._folder, decisions)

    def rebuild(self) -> Build:
        """Builds the project again from its own documents. Raises what `build` raises; ProjectError before any."""
        self._require_output()
        return build_documents(self.documents, (), self._folder, self._options)

    @property
    def candidates(self) -> tuple[IdentityLink, ...]:
        """Entities that may be one, those for which the most speaks first."""
        return tuple(sorted(self.graph.candidates, key=lambda link: (-link.weight, link)))

    def suggest(self, *, most: int = 20) -> str:
        """The words between known actors that no frame covers, the most frequent first, as Turtle for a lexicon.

        Empty if there are none. Raises ProjectError before any build, OntologyError for a broken ontology.
        """
        from onrecord.ontology import load_ontology
        from onrecord.publish.suggested import turtle_of
        from onrecord.suggest import suggestions

        self._require_output()
        ontology, known = load_ontology(self._options.ontology), known_actors_of(self._options.known_actors)
        return turtle_of(suggestions(self.documents, ontology, known, most=most), ontology)

    def _require_output(self) -> None:
        if not is_output(self._folder):
            raise ProjectError(f"{self._folder}: no project is there; run onrecord build or add documents first")


def _name(path: Path) -> str:
    """The name of the file; bytes in it that are not UTF-8 become U+FFFD."""
    return os.fsencode(path.name).decode("utf-8", "replace")
