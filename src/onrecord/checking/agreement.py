"""The forms of the graph held against the JSON lines: the same documents, statements, entities and facts of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import Quad, Store, Triple

from onrecord.checking.direct import is_direct, local
from onrecord.checking.findings import Finding, Kind
from onrecord.checking.forms import UNION, GraphName, Graphs, by_graph
from onrecord.model import KnowledgeGraph
from onrecord.store.quads import quads_of
from onrecord.store.vocabulary import ONR, PROV, Names, term

_EVIDENCE = term(ONR, "evidence")
_OF_RUNS = frozenset({term(PROV, "used"), *(term(ONR, name) for name in ("version", "ontologyHash", "model"))})
_RUN = term(PROV, "Activity")
_LIMITS = frozenset({term(ONR, "earliest"), term(ONR, "latest")})


@dataclass(frozen=True, slots=True)
class Expected:
    """What the forms must have: the graph of each document and the union of all; and what documents are called."""

    by_document: Graphs
    union: set[Triple]
    names: Mapping[GraphName, str]

    def as_stored(self) -> Expected:
        """The same as a store gives it back, which writes numbers in its own way."""
        store = Store()
        for name, triples in (*self.by_document.items(), (UNION, self.union)):
            store.extend(Quad(t.subject, t.predicate, t.object, name) for t in triples)
        stored = by_graph(store)
        return replace(self, union=stored.pop(UNION, set()), by_document=stored)


def expected_of(graph: KnowledgeGraph, base: str) -> Expected:
    """What the graph gives as RDF; direct triples and the run, which have rules of their own, left out."""
    names = Names(base)
    graphs = by_graph(quads_of(graph, ontology_digest="", model="", base=base))
    graphs.pop(UNION)
    by_document = {name: _compared(triples) for name, triples in graphs.items()}
    called: dict[GraphName, str] = {names.document(document.id): document.name for document in graph.documents}
    return Expected(by_document, set().union(*by_document.values()), called)


def disagreements(found: Graphs, expected: Expected, file: str) -> Iterator[Finding]:
    """What is wrong with each document's graph, and documents too many or too few."""
    for name in sorted(found.keys() | expected.by_document.keys(), key=str):
        if name not in expected.by_document:
            what = "the graph of a document that documents.jsonl lacks"
            yield Finding(Kind.AGREEMENT, file, local(name), what)
        elif name not in found:
            what = f"missing; it is the graph of {expected.names[name]} in documents.jsonl"
            yield Finding(Kind.AGREEMENT, file, local(name), what)
        else:
            yield from differences(found[name], expected.by_document[name], file)


def differences(
    found: Iterable[Triple], expected: set[Triple], file: str, told: Collection[str] = ()
) -> Iterator[Finding]:
    """What is too much or missing in a graph, one finding for a statement, entity or document; none for those `told`.

    Evidence is told of with its statement.
    """
    own = _compared(found)
    wrong = own ^ expected
    if not wrong:
        return
    behind = {triple.object for triple in wrong if triple.predicate == _EVIDENCE}
    by_subject: dict[object, set[Triple]] = defaultdict(set)
    for triple in wrong:
        by_subject[triple.subject].add(triple)
    has, needs = {triple.subject for triple in own}, {triple.subject for triple in expected}
    for subject in sorted(by_subject.keys() - behind, key=str):
        if str(subject).strip("<>") not in told:
            kind = Kind.DATE if {triple.predicate for triple in by_subject[subject]} <= _LIMITS else Kind.AGREEMENT
            fault = _difference(by_subject[subject], own, is_there=subject in has, is_due=subject in needs)
            yield Finding(kind, file, local(subject), fault)


def _compared(triples: Iterable[Triple]) -> set[Triple]:
    """The triples without those of runs and without direct ones."""
    return {
        triple
        for triple in triples
        if triple.predicate not in _OF_RUNS and triple.object != _RUN and not is_direct(triple)
    }


def _difference(wrong: set[Triple], own: set[Triple], *, is_there: bool, is_due: bool) -> str:
    """Of a thing that both have, the first property that differs: what it is, and what the JSON lines say."""
    if not is_due:
        return "not in the JSON lines"
    if not is_there:
        return "missing; the JSON lines have it"
    predicate = min((triple.predicate for triple in wrong), key=str)
    here = sorted(local(t.object) for t in wrong if t.predicate == predicate and t in own)
    there = sorted(local(t.object) for t in wrong if t.predicate == predicate and t not in own)
    return f"has {local(predicate)} {', '.join(here) or 'nowhere'}; the JSON lines have {', '.join(there) or 'none'}"
