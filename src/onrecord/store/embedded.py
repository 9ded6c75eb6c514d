"""The embedded Oxigraph store: a folder on disk that answers SPARQL without a server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
)

from onrecord.errors import OptionError, ProjectError

type Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query: columns and rows of RDF terms, None for what is unbound.

    Iterating gives each row as a dict from column to plain text. ASK answers with one row, "true" or "false";
    CONSTRUCT and DESCRIBE with the columns subject, predicate and object.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        for row in self.rows:
            yield dict(zip(self.columns, map(plain_text, row), strict=True))

    def __len__(self) -> int:
        return len(self.rows)


def plain_text(term: Term | None) -> str | None:
    """The IRI or the text of a literal; a quoted triple as N-Triples."""
    if isinstance(term, NamedNode | Literal | BlankNode):
        return term.value
    return None if term is None else str(term)


def create_store(folder: Path, nquads: Path, turtle: Path) -> None:
    """Makes a new store: the documents' graphs from the N-Quads file, their union in the default graph from Turtle.

    Oxigraph can also answer over the union of the named graphs without a copy of it, but then a triple that stands in
    two documents (a name, a fact told twice) counts twice, and each join multiplies it. Raises ProjectError where the
    store cannot be written.
    """
    try:
        store = Store(str(folder))
        store.bulk_load(path=str(nquads), format=RdfFormat.N_QUADS)
        store.bulk_load(path=str(turtle), format=RdfFormat.TURTLE)
        store.flush()
    except OSError as error:
        raise ProjectError(f"{folder}: the store cannot be written ({error}); check space and permissions") from error


def query_store(folder: Path, sparql: str, prefixes: dict[str, str]) -> Answer:
    """What the store in the folder answers; it is opened read-only.

    The default graph is the union of all documents' graphs; `GRAPH ?document` tells them apart. The
    prefixes need no declaration. Raises OptionError for broken SPARQL and ProjectError for a broken store.
    """
    if not folder.is_dir():
        raise ProjectError(f"{folder}: no store; run onrecord build first")
    try:
        store = Store.read_only(str(folder))
        result = store.query(sparql, prefixes=prefixes)
        return _answer(result)
    except SyntaxError as error:
        raise OptionError(f"SPARQL: {' '.join(str(error).split())}") from error
    except OSError as error:
        raise ProjectError(f"{folder}: the store cannot be read ({error}); run onrecord build again") from error


def _answer(result: object) -> Answer:
    if isinstance(result, QuerySolutions):
        columns = tuple(variable.value for variable in result.variables)
        return Answer(columns, tuple(tuple(solution) for solution in result))
    if isinstance(result, QueryBoolean):
        return Answer(("answer",), ((Literal(bool(result)),),))
    rows = (tuple(triple) for triple in result)  # type: ignore[attr-defined]  # triples are all that is left, typed as object
    return Answer(("subject", "predicate", "object"), tuple(rows))
