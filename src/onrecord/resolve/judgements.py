"""From "these two are one" and "these are two" about entities of a graph to rows of `decisions.csv`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from onrecord.decisions import Anchor, Decision, Decisions
from onrecord.errors import OptionError
from onrecord.model import DocumentId, Entity, KnowledgeGraph
from onrecord.resolve.decisions import in_force, pair_of
from onrecord.resolve.names import comparable


@dataclass(frozen=True, slots=True)
class Judge:
    """Writes down what somebody says about entities of the graph. What contradicts a former decision reverses it."""

    graph: KnowledgeGraph
    decisions: Decisions

    def same(self, first: Entity, second: Entity, note: str = "") -> tuple[Decision, ...]:
        """That two entities are one. Raises OptionError for entities of two types and for one entity."""
        return self._two(first, second, note, is_same=True)

    def different(self, first: Entity, second: Entity, note: str = "") -> tuple[Decision, ...]:
        """That two entities are two. Raises OptionError for entities of two types and for one entity."""
        return self._two(first, second, note, is_same=False)

    def apart(
        self, entity: Entity, asked: str, name: str | None = None, document: str | None = None, note: str = ""
    ) -> tuple[Decision, ...]:
        """That one entity is several: the name asked for and another, or the one in a document and those in others.

        With neither, each full name is another actor's; of one with a single name, each document's. Two names that one
        document has for it count as one. Raises OptionError where there is nothing to split.
        """
        if name is not None and document is not None:
            raise OptionError("split by a name or by a document, not by both")
        if name is not None:
            left, right = self._two_names(entity, asked, name)
            pairs = [(self._anchor(entity, left), self._anchor(entity, right))]
            between = {comparable(left), comparable(right)}
            undone = [row for row in self._joined(entity) if set(_keys(row)) == between]
        elif document is not None:
            pairs = self._document_apart(entity, document)
            undone = [
                row
                for row in self._joined(entity)
                if (row.left.document == document) != (row.right.document == document)
            ]
        else:
            pairs, undone = self._all_apart(entity), self._joined(entity)
        new = [Decision(False, entity.type, left, right, note) for left, right in pairs]
        told = set(map(pair_of, new))
        return (*new, *(replace(row, is_same=False, note=note) for row in undone if pair_of(row) not in told))

    def _two(self, first: Entity, second: Entity, note: str, *, is_same: bool) -> tuple[Decision, ...]:
        if first.id == second.id:
            raise OptionError(f"{first.name}, {second.name}: both are {first.id}; there is nothing to decide")
        if first.type is not second.type:
            raise OptionError(
                f"{first.name} is of type {first.type.value}, {second.name} of type {second.type.value}: only two of "
                "one type can be one; tell their type with --known-actors"
            )
        contrary = [
            replace(row, is_same=is_same, note=note)
            for row in in_force(self.decisions)
            if row.is_same is not is_same and self._is_between(row, first, second)
        ]
        own = Decision(is_same, first.type, self._anchor(first, first.name), self._anchor(second, second.name), note)
        return tuple(contrary) or (own,)

    def _is_between(self, row: Decision, first: Entity, second: Entity) -> bool:
        """Whether the decision is about these two and about nobody else."""
        if row.type is not first.type or not (_names(first) | _names(second)).issuperset(_keys(row)):
            return False
        sides = [{entity.id for entity in self._meant(row, anchor)} for anchor in (row.left, row.right)]
        return sides in ([{first.id}, {second.id}], [{second.id}, {first.id}])

    def _meant(self, row: Decision, anchor: Anchor) -> Iterator[Entity]:
        other = row.right if anchor is row.left else row.left
        for entity in self.graph.entities:
            if entity.type is row.type and comparable(anchor.name) in _names(entity):
                found = self._names_by_document(entity)
                is_other = anchor.document is None and other.document in found and len(found) == 1
                if not is_other and (anchor.document is None or anchor.document in found):
                    yield entity

    def _joined(self, entity: Entity) -> list[Decision]:
        """The decisions that two names of the entity are one's."""
        names = _names(entity)
        return [
            row
            for row in in_force(self.decisions)
            if row.is_same and row.type is entity.type and names.issuperset(_keys(row))
        ]

    def _two_names(self, entity: Entity, *asked: str) -> Iterator[str]:
        names = [self._name_of(entity, name) for name in asked]
        if len(set(map(comparable, names))) == 1:
            raise OptionError(f"{', '.join(asked)}: one name; to tell documents apart, name one with --document")
        yield from names

    def _document_apart(self, entity: Entity, document: str) -> list[tuple[Anchor, Anchor]]:
        names = self._names_by_document(entity)
        if document not in names or len(names) == 1:
            raise OptionError(f"{document}: not one of several documents with {entity.name}: {', '.join(names)}")
        left = Anchor(names[document][0], document)
        others = dict.fromkeys(name for key, found in names.items() if key != document for name in found)
        return [(left, Anchor(name)) for name in _full(others)]

    def _all_apart(self, entity: Entity) -> list[tuple[Anchor, Anchor]]:
        names = self._names_by_document(entity)
        together = {frozenset(map(comparable, pair)) for found in names.values() for pair in combinations(found, 2)}
        pairs = [
            (self._anchor(entity, left), self._anchor(entity, right))
            for left, right in combinations(_full([name for found in names.values() for name in found]), 2)
            if frozenset((comparable(left), comparable(right))) not in together
        ]
        pairs = pairs or list(combinations((Anchor(found[0], document) for document, found in names.items()), 2))
        if not pairs:
            raise OptionError(f"{entity.name}: one name in one document; there is nothing to split")
        return pairs

    def _name_of(self, entity: Entity, asked: str) -> str:
        """The name of the entity that is asked for, as it is written; its main name if asked for by an id."""
        names = {comparable(name): name for name in (*entity.aliases, entity.name)}
        if comparable(asked) in names:
            return names[comparable(asked)]
        if asked.endswith((entity.id, *entity.replaces)):
            return entity.name
        raise OptionError(f"{asked}: no name of {entity.name}, who is called {', '.join(sorted(names.values()))}")

    def _anchor(self, entity: Entity, name: str) -> Anchor:
        """The name; where others of the type bear it as well, with a document that has the entity, by it if any is."""
        key = comparable(name)
        is_shared = any(
            other.type is entity.type and other.id != entity.id and key in map(comparable, (other.name, *other.aliases))
            for other in self.graph.entities
        )
        if not is_shared:
            return Anchor(name)
        names = self._names_by_document(entity)
        bearing = (document for document, found in names.items() if key in map(comparable, found))
        return Anchor(name, next(bearing, next(iter(names), None)))

    def _names_by_document(self, entity: Entity) -> Mapping[str, tuple[str, ...]]:
        """What each document that mentions the entity calls it, the fullest first; its main name if no name is told."""
        documents = {document.id: document.name for document in self.graph.documents}
        keys = {comparable(name): name for name in (*entity.aliases, entity.name)}
        found: dict[DocumentId, dict[str, None]] = {}
        for document, mention in entity.mentions:
            names = found.setdefault(document, {})
            name = keys.get(comparable(mention.text))
            if name is not None:
                names[name] = None
        return {documents[key]: _full(names) or (entity.name,) for key, names in found.items()}


def _names(entity: Entity) -> set[str]:
    return {comparable(name) for name in (entity.name, *entity.aliases)}


def _keys(row: Decision) -> tuple[str, str]:
    return comparable(row.left.name), comparable(row.right.name)


def _full(names: Collection[str]) -> tuple[str, ...]:
    """The names, of those that compare alike the first, without those that end a fuller one; the fullest first."""
    keys = {comparable(name): name for name in reversed(tuple(names))}
    kept = (name for key, name in keys.items() if not any(other.endswith(f" {key}") for other in keys))
    return tuple(sorted(kept, key=lambda name: (-len(name.split()), name)))
