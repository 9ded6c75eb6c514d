"""Direct triples: `subject predicate object` exactly where an asserted statement has both ends known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from onrecord.checking.findings import Finding, Kind
from onrecord.model import UNKNOWN_AGENT, Status
from onrecord.store.vocabulary import ONR, RDF, term

OWN_PROPERTIES = frozenset(
    {
        "status", "attributedTo", "disputedBy", "date", "earliest", "latest", "place", "detail", "confidence",
        "evidence", "words", "version", "ontologyHash", "model", "iso3166", "countryCode",
    }
)  # fmt: skip
"""What the vocabulary says of statements, runs and countries; all other properties of its namespace are relations."""

_SUBJECT, _PREDICATE, _OBJECT = (term(RDF, part) for part in ("subject", "predicate", "object"))
_STATUS, _ASSERTED, _UNKNOWN = term(ONR, "status"), term(ONR, Status.ASSERTED), term(ONR, UNKNOWN_AGENT)
_PARTS = frozenset({_SUBJECT, _PREDICATE, _OBJECT, _STATUS})
_OWN = frozenset(term(ONR, name) for name in OWN_PROPERTIES)

type _Key = tuple[object, object, object]


def is_direct(triple: Triple) -> bool:
    """Whether the triple states a relation, with no statement around it."""
    return triple.predicate.value.startswith(ONR) and triple.predicate not in _OWN


def misplaced_direct_triples(triples: Iterable[Triple], file: str, where: str) -> Iterator[Finding]:
    """The direct triples of this graph that no asserted statement of it has, and those that it lacks.

    `where` names the graph.
    """
    parts: dict[object, dict[NamedNode, object]] = defaultdict(dict)
    found: set[_Key] = set()
    for triple in triples:
        if triple.predicate in _PARTS:
            parts[triple.subject][triple.predicate] = triple.object
        elif is_direct(triple):
            found.add((triple.subject, triple.predicate, triple.object))
    claimed: dict[_Key, dict[object, object]] = defaultdict(dict)
    for statement, said in parts.items():
        key = (said.get(_SUBJECT), said.get(_PREDICATE), said.get(_OBJECT))
        claimed[key][said.get(_STATUS)] = statement
    for key in sorted(found, key=str):
        if _ASSERTED not in claimed.get(key, {}) or _UNKNOWN in key:
            yield Finding(Kind.DIRECT, file, where, f"has {_shown(key)}, which {_reason(claimed.get(key, {}))}")
    for key in sorted(claimed.keys() - found, key=str):
        if _ASSERTED in claimed[key] and _UNKNOWN not in key and None not in key:
            what = f"lacks {_shown(key)}, which {local(claimed[key][_ASSERTED])} asserts"
            yield Finding(Kind.DIRECT, file, where, what)


def local(term_: object) -> str:
    """The term for people: the end of an IRI, or a literal as it is written."""
    return term_.value.rpartition("/")[2].rpartition("#")[2] if isinstance(term_, NamedNode) else str(term_)


def _shown(key: Iterable[object]) -> str:
    return " ".join(map(local, key))


def _reason(statuses: dict[object, object]) -> str:
    told = ", ".join(sorted(f"{local(name)} has as {local(status)}" for status, name in statuses.items()))
    return f"only {told}" if told else "no statement says"
