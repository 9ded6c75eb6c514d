"""The figures of a graph that a reader wants first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model import UNKNOWN_AGENT, Entity, EntityId, EntityType, KnowledgeGraph, Literal, Status

ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})
MOST_CONNECTED = 10


@dataclass(frozen=True, slots=True)
class Connected:
    """An actor, how many others it has statements with, and how many statements these are."""

    entity: Entity
    others: int
    statements: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts; `by_status` is in the order of `Status`, the others by falling count, then by name."""

    documents: int
    entities: int
    statements: int
    by_status: Mapping[Status, int]
    by_predicate: Mapping[str, int]
    by_type: Mapping[EntityType, int]
    most_connected: tuple[Connected, ...]


def summary_of(graph: KnowledgeGraph) -> Summary:
    """The figures of the graph."""
    statuses = Counter(statement.status for statement in graph.statements)
    return Summary(
        documents=len(graph.documents),
        entities=len(graph.entities),
        statements=len(graph.statements),
        by_status={status: statuses[status] for status in Status if statuses[status]},
        by_predicate=_falling(Counter(statement.predicate for statement in graph.statements)),
        by_type=_falling(Counter(entity.type for entity in graph.entities)),
        most_connected=_most_connected(graph),
    )


def _falling[Key: str](counts: Counter[Key]) -> dict[Key, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _most_connected(graph: KnowledgeGraph) -> tuple[Connected, ...]:
    """Actors by the number of other entities that statements of any status link them to; never the unknown agent."""
    others: dict[EntityId, set[EntityId]] = defaultdict(set)
    counts: Counter[EntityId] = Counter()
    for statement in graph.statements:
        subject, object_ = statement.subject, statement.object
        if isinstance(object_, Literal) or UNKNOWN_AGENT in (subject, object_) or subject == object_:
            continue
        others[subject].add(object_)
        others[object_].add(subject)
        counts.update((subject, object_))
    actors = [
        Connected(entity, len(others[entity.id]), counts[entity.id])
        for entity in graph.entities
        if entity.type in ACTORS and counts[entity.id]
    ]
    actors.sort(key=lambda actor: (-actor.others, -actor.statements, actor.entity.name, actor.entity.id))
    return tuple(actors[:MOST_CONNECTED])
