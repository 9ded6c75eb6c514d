"""Two entities that may be one, side by side as lines of text: who they are, what is said of them, why they may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from onrecord.model import Document, DocumentId, Entity, EntityId, IdentityLink, KnowledgeGraph, Statement
from onrecord.publish.cards import marked_quote, shown
from onrecord.publish.lines import Line, more, section, spaced

QUOTES = 2
"""How many quotes each side has."""

_DOCUMENTS = 5
"""How many documents of each side are named."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What is known of all entities that links may be about: their documents and statements."""

    entities: Mapping[EntityId, Entity]
    documents: Mapping[DocumentId, Document]
    statements: Mapping[EntityId, list[Statement]]

    @classmethod
    def of(cls, graph: KnowledgeGraph) -> Sides:
        """The entities of the graph."""
        statements: dict[EntityId, list[Statement]] = defaultdict(list)
        for statement in graph.statements:
            ends = (statement.subject, statement.object, *statement.attributed_to, *statement.disputed_by)
            for end in dict.fromkeys(ends):
                if isinstance(end, str):
                    statements[end].append(statement)
        entities = {entity.id: entity for entity in graph.entities}
        return cls(entities, {document.id: document for document in graph.documents}, statements)

    def lines(self, link: IdentityLink) -> Iterator[Line]:
        """Both sides of the link, and its reasons."""
        yield from self._side("left", self.entities[link.left], link.left_name, link.left_document)
        yield from self._side("right", self.entities[link.right], link.right_name, link.right_document)
        yield section("reasons", (f"{'; '.join(map(shown, link.reasons)) or 'none'} (weight {link.weight:.2f})", ""))

    def _side(self, label: str, entity: Entity, name: str, document: DocumentId) -> Iterator[Line]:
        """`name` is the one that the link is about, in the document, which is named first and quoted first."""
        aliases = [alias for alias in entity.aliases if alias != name]
        also = f", also {', '.join(map(shown, [entity.name, *aliases] if name != entity.name else aliases))}"
        kind = f" ({entity.type.value}){also if len(also) > len(', also ') else ''}"
        yield section(label, (shown(name), "subject"), (kind, ""), (f"  {entity.id}", "faint"))
        documents = dict.fromkeys((document, *(key for key, _ in entity.mentions)))
        names = [
            shown(self.documents[key].name if key in self.documents else key) for key in islice(documents, _DOCUMENTS)
        ]
        if len(documents) > _DOCUMENTS:
            names.append(f"and {len(documents) - _DOCUMENTS} more")
        yield more((f"in {', '.join(names)}", "faint"))
        told = sorted(self.statements.get(entity.id, ()), key=lambda statement: statement.document != document)
        quoted = {(s.document, s.evidence.start, s.evidence.end): s for s in reversed(told)}
        for statement in islice(reversed(quoted.values()), QUOTES):
            yield self._quote(statement, entity.id)

    def _quote(self, statement: Statement, entity: EntityId) -> Line:
        evidence = statement.evidence
        ends = (
            evidence.subject if statement.subject == entity else None,
            evidence.object if statement.object == entity else None,
        )
        pieces = marked_quote(evidence.quote, evidence.start, *ends)
        return more(("“", ""), *((spaced(text), (roles.split() or [""])[0]) for text, roles in pieces), ("”", ""))
