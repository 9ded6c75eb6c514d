"""All that the record has on one entity: names, identifiers, documents, and its statements by date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.edtf import bounds
from onrecord.model import Document, DocumentId, Entity, EntityId, IdentityLink, KnowledgeGraph, Statement
from onrecord.publish.cards import source
from onrecord.publish.identity import link_line
from onrecord.publish.jsonlines import statement_line
from onrecord.store.identifiers import address_of

type _When = tuple[int, date, date, str]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a graph has on an entity.

    `links` are the web addresses of its identifiers, by scheme; `documents` those that mention it, most mentions first,
    with their number; `statements` those with it as subject, object or place, and `claims` all others that it makes or
    disputes, both by date, the undated last. `merges` tell why its names are one's, the surest first, `candidates` whom
    it may be as well. `sources` and `entities` name who and what they refer to.
    """

    entity: Entity
    links: Mapping[str, str]
    documents: tuple[tuple[Document, int], ...]
    statements: tuple[Statement, ...]
    claims: tuple[Statement, ...]
    sources: Mapping[DocumentId, Document]
    entities: Mapping[EntityId, Entity]
    merges: tuple[IdentityLink, ...] = ()
    candidates: tuple[IdentityLink, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The dossier for programs; its statements have the form of `statements.jsonl`, and the document's title."""
        return {
            "id": self.entity.id,
            "type": self.entity.type.value,
            "name": self.entity.name,
            "aliases": list(self.entity.aliases),
            "identifiers": dict(self.entity.identifiers),
            "links": dict(self.links),
            "merges": self._links(self.merges),
            "candidates": self._links(self.candidates),
            "documents": [{**source(document), "mentions": count} for document, count in self.documents],
            "statements": [self._line(statement) for statement in self.statements],
            "claims": [self._line(statement) for statement in self.claims],
        }

    def _links(self, links: Iterable[IdentityLink]) -> list[dict[str, Any]]:
        names = {identity: document.name for identity, document in self.sources.items()}
        return [link_line(link, names) for link in links]

    def _line(self, statement: Statement) -> dict[str, Any]:
        return statement_line(statement, self.sources, self.entities) | {
            "title": self.sources[statement.document].title
        }


def dossier_of(graph: KnowledgeGraph, entity: Entity) -> Dossier:
    """The dossier of an entity of the graph."""
    sources = {document.id: document for document in graph.documents}
    counts = Counter(document for document, _ in entity.mentions)
    documents = [(sources[document], count) for document, count in counts.items()]
    links = {scheme: address_of(scheme, identifier) for scheme, identifier in entity.identifiers.items()}
    own = {s.id for s in graph.statements if entity.id in (s.subject, s.object, s.place)}
    claims = (s for s in graph.statements if entity.id in (*s.attributed_to, *s.disputed_by) and s.id not in own)
    return Dossier(
        entity=entity,
        links={scheme: link for scheme, link in sorted(links.items()) if link is not None},
        documents=tuple(sorted(documents, key=lambda item: (-item[1], item[0].name))),
        statements=_by_date((s for s in graph.statements if s.id in own), sources),
        claims=_by_date(claims, sources),
        sources=sources,
        entities={other.id: other for other in graph.entities},
        merges=_by_weight(link for link in graph.merges if entity.id == link.left),
        candidates=_by_weight(link for link in graph.candidates if entity.id in (link.left, link.right)),
    )


def _by_weight(links: Iterable[IdentityLink]) -> tuple[IdentityLink, ...]:
    return tuple(sorted(links, key=lambda link: (-link.weight, link)))


def _by_date(statements: Iterable[Statement], sources: Mapping[DocumentId, Document]) -> tuple[Statement, ...]:
    """The statements by date, those of one date by document and offset."""

    def order(statement: Statement) -> tuple[_When, str, int, str]:
        evidence = statement.evidence
        return when(statement.date), sources[evidence.document].name, evidence.start, statement.id

    return tuple(sorted(statements, key=order))


def when(edtf: str | None) -> _When:
    """The key that sorts dates: by the first and the last day they allow, then those of no known year, then none.

    Of an interval with one open end the known end counts.
    """
    if edtf is None:
        return 2, date.max, date.max, ""
    days = bounds(edtf) or next(filter(None, map(bounds, edtf.split("/"))), None)
    return (0, *days, edtf) if days else (1, date.max, date.max, edtf)
