"""The knowledge graph as a networkx multigraph: nodes are entities, every edge is one statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx

from onrecord.model import (
    UNKNOWN_AGENT,
    Document,
    DocumentId,
    EntityId,
    KnowledgeGraph,
    Literal,
    Statement,
    StatementId,
)

UNKNOWN_NAME = "unknown agent"
"""How a view names somebody whom the text does not name."""


def to_networkx(graph: KnowledgeGraph) -> networkx.MultiDiGraph:
    """The graph with a node per entity (key: its id) and an edge per statement (key: its id), in the graph's order.

    Nodes have `name`, `type`, `aliases`, `identifiers`, `facts` (the statements about them whose object is a literal:
    what an edge has, and `value`) and `is_unknown`. An unknown agent is one placeholder node per statement (key
    `UnknownAgent:<statement id>`), never one hub; `known_actors` leaves them out.
    """
    network = networkx.MultiDiGraph()
    names = {entity.id: entity.name for entity in graph.entities} | {UNKNOWN_AGENT: UNKNOWN_NAME}
    documents = {document.id: document for document in graph.documents}
    for entity in graph.entities:
        network.add_node(
            entity.id,
            name=entity.name,
            type=str(entity.type),
            aliases=list(entity.aliases),
            identifiers=dict(entity.identifiers),
            facts=[],
            is_unknown=False,
        )
    for statement in graph.statements:
        _add(network, statement, attributes_of(statement, names, documents))
    return network


def known_actors(network: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """What graph measures and views count: a read-only view without the placeholders for unknown agents."""
    return network.subgraph([node for node, is_unknown in network.nodes(data="is_unknown") if not is_unknown])


def _add(network: networkx.MultiDiGraph, statement: Statement, attributes: dict[str, Any]) -> None:
    """Add the statement to the network: as an edge, or as a fact of its subject when its object is a literal."""
    subject = _node(network, statement.subject, statement.id)
    if isinstance(statement.object, Literal):
        network.nodes[subject]["facts"].append(attributes | {"id": statement.id, "value": statement.object.value})
    else:
        target = _node(network, statement.object, statement.id)
        network.add_edge(subject, target, key=statement.id, **attributes)


def _node(network: networkx.MultiDiGraph, entity: EntityId, statement: StatementId) -> str:
    """The key of the entity's node. Raises KeyError when the graph has statements about an entity it does not hold."""
    if entity != UNKNOWN_AGENT:
        if entity not in network:
            raise KeyError(f"statement {statement} is about entity {entity}, which the graph does not hold")
        return entity
    key = f"{UNKNOWN_AGENT}:{statement}"
    if key not in network:
        network.add_node(
            key, name=UNKNOWN_NAME, type="", aliases=[], identifiers={}, facts=[], is_unknown=True, statement=statement
        )
    return key


def attributes_of(
    statement: Statement, names: Mapping[EntityId, str], documents: Mapping[DocumentId, Document]
) -> dict[str, Any]:
    """All that the statement says beside its subject and object. Offsets are those of the document's text."""
    evidence = statement.evidence
    return {
        "predicate": statement.predicate,
        "status": str(statement.status),
        "attributed_to": [names[entity] for entity in statement.attributed_to],
        "attributed_to_ids": list(statement.attributed_to),
        "disputed_by": [names[entity] for entity in statement.disputed_by],
        "disputed_by_ids": list(statement.disputed_by),
        "date": statement.date,
        "place": names[statement.place] if statement.place else None,
        "place_id": statement.place,
        "detail": statement.detail,
        "confidence": statement.confidence,
        "document": documents[evidence.document].name,
        "document_id": evidence.document,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "subject_span": evidence.subject,
        "object_span": evidence.object,
    }
