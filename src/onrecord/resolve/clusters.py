"""Which local entities are one: a union of pairs that share a name, an identifier or a spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.known_actors import KnownActors
from onrecord.model import DocumentId, EntityId, EntityType, LocalEntity
from onrecord.resolve.names import are_spellings, comparable, sound

_BLOCK = 4
"""Letters of a name's last word (people) or first word (others) that two spellings must share in sound."""


class _Union:
    """Disjoint sets over 0..n-1; the smallest member represents its set, so the order of unions does not matter."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, member: int) -> int:
        """The representative of the set that `member` is in."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, first: int, second: int) -> None:
        """Makes the sets of both one."""
        a, b = sorted((self.find(first), self.find(second)))
        self._parent[b] = a


def clusters(
    entities: Sequence[LocalEntity], known: KnownActors, owner: Mapping[EntityId, DocumentId]
) -> list[list[LocalEntity]]:
    """The local entities of all documents in groups that are one actor; the order of `entities` does not matter.

    `owner` names the document of each: whom one document keeps apart by full name and surname are two.
    """
    union = _Union(len(entities))
    _join_identified(entities, known, union)
    names = _names(entities)
    _join_same_names(names, union)
    _join_spellings(names, union)
    _join_surnames(names, union, [owner[entity.id] for entity in entities])
    groups: dict[int, list[LocalEntity]] = defaultdict(list)
    for number, entity in enumerate(entities):
        groups[union.find(number)].append(entity)
    return list(groups.values())


type _Names = dict[tuple[EntityType, str], list[int]]


def _names(entities: Sequence[LocalEntity]) -> _Names:
    found: _Names = defaultdict(list)
    for number, entity in enumerate(entities):
        if entity.is_named and entity.type is not EntityType.COUNTRY:
            for name in (entity.name, *entity.aliases):
                found[entity.type, comparable(name)].append(number)
    return found


def _join_identified(entities: Sequence[LocalEntity], known: KnownActors, union: _Union) -> None:
    """Joins what carries the same identifier, and what bears a name of the same known actor."""
    owners = {
        (actor.type, comparable(name)): number for number, actor in enumerate(known.actors) for name in actor.names
    }
    first: dict[tuple[str, str], int] = {}
    for number, entity in enumerate(entities):
        keys = [(scheme, value) for scheme, value in entity.identifiers.items()]
        for name in (entity.name, *entity.aliases) if entity.is_named else ():
            owner = owners.get((entity.type, comparable(name)))
            if owner is not None:
                keys.append(("known actor", str(owner)))
        for key in keys:
            union.join(first.setdefault(key, number), number)


def _join_same_names(names: _Names, union: _Union) -> None:
    for (entity_type, name), members in names.items():
        if entity_type is EntityType.PERSON and " " not in name:
            continue
        _join_all(members, union)


def _join_spellings(names: _Names, union: _Union) -> None:
    blocks: dict[tuple[EntityType, str], list[str]] = defaultdict(list)
    for entity_type, name in names:
        words = sound(name).split()
        if words:
            anchor = words[-1] if entity_type is EntityType.PERSON else words[0]
            blocks[entity_type, anchor[:_BLOCK]].append(name)
    for (entity_type, _), block in blocks.items():
        block.sort()
        for at, name in enumerate(block):
            for other in block[at + 1 :]:
                if are_spellings(name, other, entity_type):
                    _join_all([*names[entity_type, name], *names[entity_type, other]], union)


def _join_surnames(names: _Names, union: _Union, documents: Sequence[DocumentId]) -> None:
    """Joins a document's bare surname with the one person of the whole graph who bears it."""
    bearers: dict[str, set[int]] = defaultdict(set)
    apart: dict[int, set[DocumentId]] = defaultdict(set)
    for (entity_type, name), members in names.items():
        if entity_type is EntityType.PERSON and " " in name:
            bearers[sound(name).split()[-1]].update(union.find(member) for member in members)
            for member in members:
                apart[union.find(member)].add(documents[member])
    for (entity_type, name), members in names.items():
        if entity_type is EntityType.PERSON and " " not in name:
            full = {union.find(member) for member in bearers.get(sound(name), ())}
            if len(full) == 1:
                one = next(iter(full))
                _join_all([one, *(member for member in members if documents[member] not in apart[one])], union)
            elif not full:
                _join_all(members, union)


def _join_all(members: Iterable[int], union: _Union) -> None:
    numbers = list(members)
    for number in numbers[1:]:
        union.join(numbers[0], number)
