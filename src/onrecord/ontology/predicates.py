"""Relations and classes as the ontology defines them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model import EntityType
from onrecord.ontology.terms import ONR, OWL, RDF, RDFS, SKOS, Index, Node, local


@dataclass(frozen=True, slots=True)
class Predicate:
    """One relation: what it may hold between, and what follows when somebody says it of another."""

    name: str
    label: str
    definition: str
    domain: frozenset[EntityType]
    range: frozenset[EntityType]
    parents: tuple[str, ...]
    is_literal: bool
    is_symmetric: bool
    claim_implies: str | None
    when_hostile: str | None
    when_negated: str | None
    when_denied: str | None
    agent_may_be_unknown: bool
    needs_names: bool
    object_nouns: frozenset[str]
    follows_from: frozenset[str]
    holds_of_whole: str | None
    plover_events: tuple[str, ...]
    examples: tuple[str, ...]


def read_predicates(index: Index) -> dict[str, Predicate]:
    """Every `onr:Relation` by its local name."""
    members = _class_members(index)
    everything = frozenset(EntityType)
    found = {}
    for node in index.subjects():
        kinds = index.texts(node, RDF + "type")
        if "Relation" not in kinds:
            continue
        domains, ranges = index.texts(node, RDFS + "domain"), index.texts(node, RDFS + "range")
        name = local(node)
        found[name] = Predicate(
            name=name,
            label=index.text(node, RDFS + "label") or name,
            definition=index.text(node, SKOS + "definition") or "",
            domain=members.get(domains[0], everything) if domains else everything,
            range=members.get(ranges[0], everything) if ranges else everything,
            parents=tuple(index.texts(node, RDFS + "subPropertyOf")),
            is_literal="DatatypeProperty" in kinds,
            is_symmetric="SymmetricProperty" in kinds,
            claim_implies=index.text(node, ONR + "claimImplies"),
            when_negated=index.text(node, ONR + "whenNegated"),
            when_denied=index.text(node, ONR + "whenDenied"),
            when_hostile=index.text(node, ONR + "whenHostile"),
            agent_may_be_unknown=index.is_true(node, ONR + "agentMayBeUnknown"),
            needs_names=index.is_true(node, ONR + "needsNames"),
            object_nouns=frozenset(index.texts(node, ONR + "objectNoun")),
            follows_from=frozenset(index.texts(node, ONR + "followsFrom")),
            holds_of_whole=index.text(node, ONR + "holdsOfWhole"),
            plover_events=tuple(index.texts(node, ONR + "ploverEvent")),
            examples=tuple(index.texts(node, SKOS + "example")),
        )
    return found


def read_classes(index: Index) -> Mapping[str, frozenset[EntityType]]:
    """Each class of actors, places and events with the entity types it takes in."""
    return _class_members(index)


def _class_members(index: Index) -> dict[str, frozenset[EntityType]]:
    supers: dict[str, set[str]] = {}
    for node in index.subjects():
        if index.text(node, RDF + "type") and local(node):
            supers[local(node)] = set(index.texts(node, RDFS + "subClassOf"))
    members: dict[str, set[EntityType]] = {}
    for entity_type in EntityType:
        for name in _closure(entity_type.value, supers):
            members.setdefault(name, set()).add(entity_type)
    members[local_thing()] = set(EntityType)
    return {name: frozenset(types) for name, types in members.items()}


def local_thing() -> str:
    """The local name of owl:Thing, the class of everything."""
    return (OWL + "Thing").split("#")[1]


def _closure(name: str, supers: Mapping[str, set[str]]) -> set[str]:
    found, todo = set(), [name]
    while todo:
        current = todo.pop()
        if current not in found:
            found.add(current)
            todo.extend(supers.get(current, ()))
    return found


def ancestors(name: str, predicates: Mapping[str, Predicate]) -> set[str]:
    """`name` and all relations above it."""
    found, todo = set(), [name]
    while todo:
        current = todo.pop()
        if current not in found:
            found.add(current)
            todo.extend(predicates[current].parents if current in predicates else ())
    return found


def relation_to_whole(name: str, predicates: Mapping[str, Predicate]) -> str | None:
    """What `name`, said of a part of an organisation, says of the whole; None for nothing."""
    predicate = predicates.get(name)
    while predicate is not None and predicate.holds_of_whole is None:
        predicate = predicates.get(predicate.parents[0]) if predicate.parents else None
    return predicate.holds_of_whole if predicate is not None else None


__all__ = ["Node", "Predicate", "ancestors", "read_classes", "read_predicates", "relation_to_whole"]
