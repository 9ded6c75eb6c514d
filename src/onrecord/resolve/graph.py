"""The knowledge graph of a set of analyses."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.decisions import Decisions
from onrecord.extract.disputes import with_disputes
from onrecord.known_actors import KnownActors
from onrecord.model import (
    UNKNOWN_AGENT,
    Analysis,
    DocumentId,
    Entity,
    EntityId,
    EntityType,
    IdentityLink,
    KnowledgeGraph,
    Literal,
    LocalEntity,
    Statement,
)
from onrecord.resolve.clusters import Group, Link
from onrecord.resolve.decisions import without_effect
from onrecord.resolve.identities import anchored, identities_of, replaced_ids, type_of
from onrecord.resolve.places import City
from onrecord.resolve.resolution import resolution
from onrecord.resolve.surroundings import corpus_of
from onrecord.resolve.vocabulary import Vocabulary

logger = logging.getLogger(__name__)

type Owners = Mapping[EntityId, DocumentId]
"""The document of each local entity."""


def resolve(
    analyses: Sequence[Analysis],
    known: KnownActors,
    *,
    vocabulary: Vocabulary | None = None,
    decisions: Decisions | None = None,
) -> KnowledgeGraph:
    """One graph of all analyses. Neither its entities nor their ids depend on the order of the analyses.

    Decisions that decide nothing here, such as one about a name that nobody has any more, are warned of.
    """
    ordered = sorted(analyses, key=lambda analysis: (analysis.document.name, analysis.document.id))
    documents = [analysis.document for analysis in ordered]
    owner = {entity.id: analysis.document.id for analysis in ordered for entity in analysis.entities}
    position = {document.id: number for number, document in enumerate(documents)}
    words = vocabulary or Vocabulary()
    corpus = corpus_of(ordered, words)
    names = [document.name for document in documents]
    decided = decisions or Decisions.none()
    clusters = resolution(corpus, names, known, words, decided)
    for row, reason in without_effect(decided, corpus.profiles, names):
        logger.warning("a decision has no effect: %s (%s)", row, reason)
    told = {profile.entity.id for profile in corpus.profiles}
    unnamed = (Group((entity,)) for analysis in ordered for entity in analysis.entities if entity.id not in told)
    groups = [*clusters.groups(), *unnamed]
    members = [group.told for group in groups]
    identities = identities_of(members)
    owner |= {p.entity.id: DocumentId(p.source) for p in corpus.profiles if p.source is not None}
    entity_of: dict[EntityId, EntityId] = {UNKNOWN_AGENT: UNKNOWN_AGENT}
    cities = {profile.entity.id: profile.city for profile in corpus.profiles if profile.city is not None}
    entities = []
    replaced = replaced_ids(members, identities, anchored(decided, members, {d.id: d.name for d in documents}, owner))
    for group, identity, former in zip(groups, identities, replaced, strict=True):
        entities.append(_entity(group, identity, owner, position, cities, former))
        entity_of.update((member.id, identity) for member in (*group.told, *group.listed))
    statements = [_resolved(s, entity_of) for analysis in ordered for s in analysis.statements]
    return KnowledgeGraph(
        documents=tuple(documents),
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        statements=tuple(with_disputes(statements, ())),
        open_statements=tuple(_resolved(s, entity_of) for analysis in ordered for s in analysis.open_statements),
        merges=tuple(sorted(_links(clusters.sure, entity_of, owner))),
        candidates=tuple(sorted(_candidates(clusters.possible, entity_of, owner))),
    )


def _candidates(links: Sequence[Link], entity_of: Mapping[EntityId, EntityId], owner: Owners) -> list[IdentityLink]:
    """The best link of each two entities that may be one."""
    best: dict[frozenset[EntityId], IdentityLink] = {}
    for link in _links(links, entity_of, owner):
        pair = frozenset((link.left, link.right))
        if len(pair) == 2 and (pair not in best or (-link.weight, link) < (-best[pair].weight, best[pair])):
            best[pair] = link
    return list(best.values())


def _links(links: Sequence[Link], entity_of: Mapping[EntityId, EntityId], owner: Owners) -> Iterator[IdentityLink]:
    """The links between entities of the graph; the document of a reference list is the list."""
    for link in links:
        if link.first.id not in entity_of or link.second.id not in entity_of:
            continue
        yield IdentityLink(
            left=entity_of[link.first.id],
            right=entity_of[link.second.id],
            left_name=link.first.name,
            right_name=link.second.name,
            left_document=owner[link.first.id],
            right_document=owner[link.second.id],
            weight=round(link.evidence.weight, 3),
            reasons=link.evidence.reasons,
        )


def _entity(
    group: Group,
    identity: EntityId,
    owner: Owners,
    position: Mapping[DocumentId, int],
    cities: Mapping[EntityId, City],
    replaced: tuple[EntityId, ...],
) -> Entity:
    entity_type = type_of(group.told)
    everybody = (*group.told, *group.listed)
    names = [name for member in everybody for name in (member.name, *member.aliases)]
    name = _best_name(group.told, entity_type)
    identifiers: dict[str, str] = {}
    for member in everybody:
        identifiers.update(member.identifiers)
    meant = {cities[member.id] for member in group.told if member.id in cities}
    if len(meant) == 1:
        identifiers.update({"geonames": (city := meant.pop()).id, "country": city.country})
    mentions = [(owner[member.id], mention) for member in group.told for mention in member.mentions]
    mentions.sort(key=lambda item: (position[item[0]], item[1]))
    return Entity(
        id=identity,
        type=entity_type,
        name=name,
        aliases=tuple(sorted({other for other in names if other != name})),
        identifiers=dict(sorted(identifiers.items())),
        mentions=tuple(mentions),
        replaces=replaced,
    )


def _best_name(group: Sequence[LocalEntity], entity_type: EntityType) -> str:
    counts = Counter(member.name for member in group)
    words = 3 if entity_type is EntityType.PERSON else 12

    def rank(name: str) -> tuple[bool, int, int, str]:
        return (not (name.isupper() and " " not in name), min(len(name.split()), words), counts[name], name)

    return max(counts, key=rank)


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
