"""The one entity that somebody asks for by a name, an id or an IRI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from onrecord.errors import UnclearNameError
from onrecord.language.gazetteer import fold
from onrecord.model import Entity, KnowledgeGraph
from onrecord.publish.cards import shown

NEAREST = 5
"""How many names are offered where none is the one asked for."""

_NEAR = 65.0
"""Similarity (0 to 100) from which a name is offered."""


def find_entity(graph: KnowledgeGraph, asked: str) -> Entity:
    """The entity with this id or IRI, else the one that replaces it, or that has this name, in any case and accents.

    Raises UnclearNameError if there is none or more than one.
    """
    identity = asked.replace("#", "/").replace("id:", "/").rpartition("/")[2]
    for entity in graph.entities:
        if entity.id == identity:
            return entity
    key = _key(asked)
    found = [e for e in graph.entities if identity in e.replaces or key in map(_key, _names(e))]
    if len(found) == 1:
        return found[0]
    if found:
        found.sort(key=lambda entity: (-len(entity.mentions), entity.id))
        raise UnclearNameError(f"{asked}: {len(found)} have this name; ask for one of them by id:", _told(found))
    near = list(_nearest(graph.entities, key))
    raise UnclearNameError(f"{asked}: nobody has this name{'; the nearest are:' if near else ''}", _told(near))


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")


def _nearest(entities: Iterable[Entity], key: str) -> Iterator[Entity]:
    """Those with the most similar names, the nearest first."""
    names = [(entity, _key(name)) for entity in entities for name in _names(entity)]
    found = process.extract(key, [name for _, name in names], scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=len(names))
    ranked = sorted((-score, names[number][0].id, number) for _, score, number in found)
    near = {names[number][0].id: names[number][0] for _, _, number in ranked}
    yield from list(near.values())[:NEAREST]


def _told(entities: Iterable[Entity]) -> list[str]:
    return [
        f"{entity.id}  {shown(entity.name)} ({entity.type.value}), "
        f"{len(entity.mentions)} mention{'' if len(entity.mentions) == 1 else 's'}"
        for entity in entities
    ]
