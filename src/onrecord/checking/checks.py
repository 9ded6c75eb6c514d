"""The checks in their order: each file by itself, then the JSON lines among each other, then the other forms."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from onrecord.checking.agreement import Expected, differences, disagreements, expected_of
from onrecord.checking.dates import invalid_dates
from onrecord.checking.direct import local, misplaced_direct_triples
from onrecord.checking.duplicates import duplicates
from onrecord.checking.evidence import misquoted, mistaken_mentions
from onrecord.checking.findings import Finding, Report, Unchecked
from onrecord.checking.forms import STORE_FOLDER, TURTLE_FILE, Form, base_of, read_forms
from onrecord.checking.identity import inconsistent_links
from onrecord.checking.loaded import Loaded, load
from onrecord.checking.references import dangling_mentions, dangling_references
from onrecord.checking.shapes import misshapen
from onrecord.checking.tables import reference_sources, unreadable_tables
from onrecord.errors import ProjectError
from onrecord.memory import rare_collections
from onrecord.publish.folder import is_output, usable_folder
from onrecord.publish.reading import read_graph

_SAME = "whether RDF and store have what the JSON lines have"


@rare_collections()
def check(folder: Path) -> Report:
    """What is wrong with the project in the folder, in which nothing is changed.

    An interrupted build is brought to its end first, as ever.

    Raises OptionError for a folder with other files and ProjectError if there is no project.
    """
    project = usable_folder(folder)
    if not is_output(project):
        raise ProjectError(f"{folder}: no project is there; name the output of onrecord build")
    return Report.of(_outcomes(project))


def _outcomes(folder: Path) -> Iterator[Finding | Unchecked]:
    loaded = load(folder)
    lines = [*loaded.findings, *_faults_of_lines(loaded)]
    if loaded.has_all_referred_to:
        lines += _faults_between_lines(loaded)
    yield from lines
    yield from unreadable_tables(folder)
    if loaded.has_all_referred_to:
        sources = loaded.documents.keys() | reference_sources(folder)
        yield from inconsistent_links(loaded.links, loaded.entity_rows, sources)
    else:
        yield Unchecked("whether all that is referred to is there", "mend documents.jsonl and entities.jsonl first")
    base = base_of(folder)
    expected = None
    if lines:
        yield Unchecked(_SAME, "mend the JSON lines first")
    elif base is None:
        yield Unchecked(_SAME, "graph.nq has no document")
    else:
        expected = expected_of(read_graph(folder), base)
    told: set[str] = set()
    for outcome in misshapen(folder):
        if isinstance(outcome, Unchecked):
            yield outcome
        else:
            yield outcome.finding
            told |= set(outcome.nodes)
    for form in read_forms(folder):
        if isinstance(form, Form):
            yield from _direct_faults(form)
            yield from () if expected is None else _disagreements(form, expected, told)
        else:
            yield form


def _faults_of_lines(loaded: Loaded) -> Iterator[Finding]:
    yield from duplicates(loaded.entities, loaded.all_statements)
    yield from misquoted(loaded.all_statements, loaded.documents)
    yield from mistaken_mentions(loaded.entities, loaded.documents)
    yield from invalid_dates(loaded.all_statements)


def _faults_between_lines(loaded: Loaded) -> Iterator[Finding]:
    yield from dangling_mentions(loaded.entities, loaded.documents)
    yield from dangling_references(loaded.all_statements, loaded.documents, loaded.entity_rows)


def _direct_faults(form: Form) -> Iterator[Finding]:
    for name, triples in (form.by_document or {}).items():
        yield from misplaced_direct_triples(triples, form.file, local(name))
    if form.union is not None:
        yield from misplaced_direct_triples(form.union, form.file, "the union of all documents")


def _disagreements(form: Form, expected: Expected, told: Collection[str]) -> Iterator[Finding]:
    if form.file == STORE_FOLDER:
        expected = expected.as_stored()
    if form.by_document is not None:
        yield from disagreements(form.by_document, expected, form.file)
    if form.union is not None:
        yield from differences(form.union, expected.union, form.file, told if form.file == TURTLE_FILE else ())
