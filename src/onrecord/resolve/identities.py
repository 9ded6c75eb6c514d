"""The ids of entities: made of their names, so that they outlive other documents; and those that merging replaces."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from onrecord.decisions import Decisions
from onrecord.model import DocumentId, EntityId, EntityType, LocalEntity, stable_hash
from onrecord.resolve.decisions import in_force
from onrecord.resolve.names import comparable

type Group = Sequence[LocalEntity]
"""Local entities of documents that are one; without those of reference lists, so that a list changes no id."""


def type_of(group: Group) -> EntityType:
    """The commonest type of its members."""
    return Counter(sorted(member.type for member in group)).most_common(1)[0][0]


def identities_of(groups: Sequence[Group]) -> list[EntityId]:
    """A stable id for each group. Of several groups with one key the most mentioned has the plain id."""
    by_key: dict[tuple[EntityType, str], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        by_key[type_of(group), _key(group)].append(number)
    found: dict[int, EntityId] = {}
    own = [min(member.id for member in group) for group in groups]
    sizes = [sum(len(member.mentions) for member in group) for group in groups]
    for (entity_type, key), numbers in by_key.items():
        for place, number in enumerate(sorted(numbers, key=lambda number: (-sizes[number], own[number]))):
            parts = (key, own[number]) if place else (key,)
            found[number] = _id(entity_type, *parts)
    return [found[number] for number in range(len(groups))]


def replaced_ids(
    groups: Sequence[Group], identities: Sequence[EntityId], anchored: Collection[EntityId]
) -> list[tuple[EntityId, ...]]:
    """For each group the ids that its members would have without the others, as far as no group has them, sorted.

    Those of each main name alone; of `anchored` members, which a decision joined to others, also those of the one
    member alone, which had to share its name.
    """
    taken = set(identities)
    return [tuple(sorted(_alone(group, anchored) - taken)) for group in groups]


def _alone(group: Group, anchored: Collection[EntityId]) -> set[EntityId]:
    by_name: dict[str, list[LocalEntity]] = defaultdict(list)
    for member in group if len(group) > 1 else ():
        by_name[comparable(member.name)].append(member)
    found = {_id(type_of(members), _key(members)) for members in by_name.values()}
    for member in group:
        if member.id in anchored:
            key = _key((member,))
            found |= {_id(member.type, key), _id(member.type, key, member.id)}
    return found


def anchored(
    decisions: Decisions,
    groups: Sequence[Group],
    documents: Mapping[DocumentId, str],
    owner: Mapping[EntityId, DocumentId],
) -> frozenset[EntityId]:
    """The local entities that a decision names with their document, to say that they are one with others."""
    wanted = {
        (row.type, comparable(anchor.name), anchor.document)
        for row in in_force(decisions)
        if row.is_same
        for anchor in (row.left, row.right)
        if anchor.document is not None
    }
    return frozenset(
        member.id
        for group in groups
        if wanted
        for member in group
        if any(
            (member.type, comparable(name), documents[owner[member.id]]) in wanted
            for name in (member.name, *member.aliases)
        )
    )


def _id(entity_type: EntityType, *parts: str) -> EntityId:
    return EntityId(f"{entity_type.lower()}-{stable_hash(entity_type, *parts)}")


def _key(group: Group) -> str:
    """What the id is made of: the ISO code, or the first of all comparable names; of the unnamed, their own ids."""
    codes = sorted(member.identifiers["iso3166"] for member in group if "iso3166" in member.identifiers)
    if codes:
        return codes[0]
    own = min(member.id for member in group)
    if not group[0].is_named:
        return own
    key = min(comparable(name) for member in group for name in (member.name, *member.aliases))
    # Bare surnames of different people must not share an id.
    return key if " " in key or type_of(group) is not EntityType.PERSON else f"{key} {own}"
