"""What a build found in each document, read from its N-Quads and, where they stand beside them, its other files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from onrecord.errors import OptionError, ProjectError
from onrecord.publish.folder import is_output
from onrecord.publish.reading import DOCUMENTS_FILE, read_graph
from onrecord.store.vocabulary import DCTERMS, OA, ONR, RDF, SKOS

GRAPH_FILE = "graph.nq"

_LABELS = (f"{SKOS}prefLabel", f"{SKOS}altLabel")
_NO_RELATION = "mentions"

type Span = tuple[int, int]
type Facts = Mapping[str, Sequence[str]]
"""Property to values, of one subject."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted evidence; offsets are None where the graph has none."""

    text: str
    start: int | None
    end: int | None

    def stands_in(self, text: str) -> bool:
        """Whether the text has these words at these offsets."""
        return (
            bool(self.text)
            and self.start is not None
            and self.end is not None
            and (text[self.start : self.end] == self.text)
        )


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """One statement of the graph; actors are IRIs, predicate and status local names."""

    subject: str
    predicate: str
    object: str
    status: str
    attributed_to: tuple[str, ...]
    date: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """What the graph says of one document.

    `labels` has the names of each IRI, the preferred one first. `text` and `mentions` are known only beside the other
    files of a build; None otherwise.
    """

    name: str
    labels: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, frozenset[str]]
    statements: tuple[FoundStatement, ...]
    text: str | None = None
    mentions: Mapping[str, tuple[Span, ...]] | None = None

    def label(self, value: str) -> str:
        """The preferred name of an IRI; the value itself if it has none."""
        return self.labels.get(value, (value,))[0]

    def mentions_of(self, iri: str) -> tuple[Span, ...]:
        """Where the text mentions the entity, as far as that is known."""
        return (self.mentions or {}).get(local_name(iri), ())


def read_found(path: Path) -> dict[str, FoundDocument]:
    """The documents of a build by name; `path` is its folder or its `graph.nq`.

    Raises OptionError if there is no such file and ProjectError if it cannot be understood.
    """
    file = path / GRAPH_FILE if path.is_dir() else path
    texts, mentions = _beside(file)
    documents = {}
    for graph, facts in _facts_by_graph(file).items():
        for name in facts.get(graph, {}).get(f"{DCTERMS}identifier", []):
            documents[name] = _document(name, facts, texts.get(name), mentions.get(name))
    if not documents:
        raise ProjectError(f"{file}: no document in it; name the output of onrecord build")
    return documents


def _facts_by_graph(file: Path) -> dict[str, dict[str, Facts]]:
    """Of each named graph the facts by subject."""
    found: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    try:
        for quad in parse(path=str(file), format=RdfFormat.N_QUADS):
            values = found[_text(quad.graph_name)][_text(quad.subject)][quad.predicate.value]
            if (value := _text(quad.object)) not in values:
                values.append(value)
    except OSError as error:
        raise OptionError(f"{file}: cannot be read ({error}); name a build's folder or its {GRAPH_FILE}") from error
    except SyntaxError as error:
        fault = " ".join(str(error).split())
        raise ProjectError(f"{file}: no N-Quads ({fault}); name a build's folder or its {GRAPH_FILE}") from error
    return found  # type: ignore[return-value]  # dicts with defaults are dicts


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


def _beside(file: Path) -> tuple[dict[str, str], dict[str, dict[str, tuple[Span, ...]]]]:
    """Texts, and mentions of each entity's local name, by document; both empty unless a whole build stands there."""
    folder = file.parent
    if not is_output(folder) or not (folder / DOCUMENTS_FILE).is_file():
        return {}, {}
    graph = read_graph(folder)
    names = {document.id: document.name for document in graph.documents}
    mentions: dict[str, dict[str, list[Span]]] = {name: defaultdict(list) for name in names.values()}
    for entity in graph.entities:
        for document, mention in entity.mentions:
            mentions[names[document]][entity.id].append((mention.start, mention.end))
    frozen = {name: {key: tuple(spans) for key, spans in found.items()} for name, found in mentions.items()}
    return {document.name: document.text for document in graph.documents}, frozen


def _document(
    name: str, facts: Mapping[str, Facts], text: str | None, mentions: Mapping[str, tuple[Span, ...]] | None
) -> FoundDocument:
    labels = {iri: tuple(label for key in _LABELS for label in own.get(key, ())) for iri, own in facts.items()}
    classes = {iri: frozenset(map(local_name, own.get(f"{RDF}type", ()))) for iri, own in facts.items()}
    statements = (_statement(own, facts) for iri, own in facts.items() if "Statement" in classes[iri])
    return FoundDocument(
        name,
        {iri: names for iri, names in labels.items() if names},
        classes,
        tuple(statement for statement in statements if statement.predicate != _NO_RELATION),
        text,
        mentions,
    )


def _statement(own: Facts, facts: Mapping[str, Facts]) -> FoundStatement:
    return FoundStatement(
        _one(own, f"{RDF}subject") or "",
        local_name(_one(own, f"{RDF}predicate") or ""),
        _one(own, f"{RDF}object") or "",
        local_name(_one(own, f"{ONR}status") or ""),
        tuple(own.get(f"{ONR}attributedTo", ())),
        _one(own, f"{ONR}date"),
        tuple(_quote(facts.get(evidence, {})) for evidence in own.get(f"{ONR}evidence", ())),
    )


def _quote(own: Facts) -> Quote:
    start, end = (int(value) if (value := _one(own, f"{OA}{key}")) else None for key in ("start", "end"))
    return Quote(_one(own, f"{OA}exact") or "", start, end)


def _one(own: Facts, key: str) -> str | None:
    return next(iter(own.get(key, ())), None)


def local_name(iri: str) -> str:
    """What stands after the last `#` or `/`."""
    return re.split("[#/]", iri)[-1]
