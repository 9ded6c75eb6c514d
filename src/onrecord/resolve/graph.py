"""The knowledge graph of a set of analyses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.extract.disputes import with_disputes
from onrecord.known_actors import KnownActors
from onrecord.model import (
    UNKNOWN_AGENT,
    Analysis,
    DocumentId,
    Entity,
    EntityId,
    EntityType,
    KnowledgeGraph,
    Literal,
    LocalEntity,
    Statement,
    stable_hash,
)
from onrecord.resolve.clusters import clusters
from onrecord.resolve.names import comparable


def resolve(analyses: Sequence[Analysis], known: KnownActors) -> KnowledgeGraph:
    """One graph of all analyses. Neither its entities nor their ids depend on the order of the analyses."""
    ordered = sorted(analyses, key=lambda analysis: (analysis.document.name, analysis.document.id))
    owner = {entity.id: analysis.document.id for analysis in ordered for entity in analysis.entities}
    position = {analysis.document.id: number for number, analysis in enumerate(ordered)}
    locals_ = sorted((entity for analysis in ordered for entity in analysis.entities), key=lambda entity: entity.id)
    entity_of: dict[EntityId, EntityId] = {UNKNOWN_AGENT: UNKNOWN_AGENT}
    entities = []
    for group in clusters(locals_, known, owner):
        entity = _entity(group, owner, position)
        entities.append(entity)
        entity_of.update((member.id, entity.id) for member in group)
    statements = [_resolved(s, entity_of) for analysis in ordered for s in analysis.statements]
    return KnowledgeGraph(
        documents=tuple(analysis.document for analysis in ordered),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        statements=tuple(with_disputes(statements, ())),
        open_statements=tuple(_resolved(s, entity_of) for analysis in ordered for s in analysis.open_statements),
    )


def _entity(
    group: Sequence[LocalEntity], owner: Mapping[EntityId, DocumentId], position: Mapping[DocumentId, int]
) -> Entity:
    entity_type = Counter(sorted(member.type for member in group)).most_common(1)[0][0]
    names = [name for member in group for name in (member.name, *member.aliases)]
    name = _best_name(group, entity_type)
    identifiers: dict[str, str] = {}
    for member in group:
        identifiers.update(member.identifiers)
    mentions = [(owner[member.id], mention) for member in group for mention in member.mentions]
    mentions.sort(key=lambda item: (position[item[0]], item[1]))
    return Entity(
        id=_identity(group, entity_type),
        type=entity_type,
        name=name,
        aliases=tuple(sorted({other for other in names if other != name})),
        identifiers=dict(sorted(identifiers.items())),
        mentions=tuple(mentions),
    )


def _best_name(group: Sequence[LocalEntity], entity_type: EntityType) -> str:
    counts = Counter(member.name for member in group)
    words = 3 if entity_type is EntityType.PERSON else 12

    def rank(name: str) -> tuple[bool, int, int, str]:
        return (not (name.isupper() and " " not in name), min(len(name.split()), words), counts[name], name)

    return max(counts, key=rank)


def _identity(group: Sequence[LocalEntity], entity_type: EntityType) -> EntityId:
    """A stable id: from the ISO code or the first of all comparable names; of the unnamed, from their own ids."""
    codes = sorted(member.identifiers["iso3166"] for member in group if "iso3166" in member.identifiers)
    if codes:
        key = codes[0]
    elif group[0].is_named:
        key = min(comparable(name) for member in group for name in (member.name, *member.aliases))
        # Bare surnames of different people must not share an id.
        key = key if " " in key or entity_type is not EntityType.PERSON else f"{key} {min(m.id for m in group)}"
    else:
        key = min(member.id for member in group)
    return EntityId(f"{entity_type.lower()}-{stable_hash(entity_type, key)}")


def _resolved(statement: Statement, entity_of: Mapping[EntityId, EntityId]) -> Statement:
    obj = statement.object if isinstance(statement.object, Literal) else entity_of[statement.object]
    return replace(
        statement,
        subject=entity_of[statement.subject],
        object=obj,
        attributed_to=tuple(entity_of[who] for who in statement.attributed_to),
        disputed_by=tuple(sorted(entity_of[who] for who in statement.disputed_by)),
        place=entity_of[statement.place] if statement.place is not None else None,
    )
