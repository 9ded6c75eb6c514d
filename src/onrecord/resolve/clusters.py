"""Disjoint clusters of local entities, and the links that joined them or might."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.model import LocalEntity
from onrecord.resolve.cluster import Cluster, Side
from onrecord.resolve.contradictions import contradiction
from onrecord.resolve.evidence import SURE, Agreement, Evidence
from onrecord.resolve.surroundings import Corpus
from onrecord.resolve.union import Union
from onrecord.resolve.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Link:
    """Two local entities that are one or may be, with the evidence."""

    first: LocalEntity
    second: LocalEntity
    evidence: Evidence


class Group(NamedTuple):
    """Local entities that are one, sorted by id, and the actors of reference lists that they are."""

    told: tuple[LocalEntity, ...]
    listed: tuple[LocalEntity, ...] = ()


class Clusters:
    """Disjoint clusters of profiles, each known by the smallest number of a profile in it."""

    def __init__(
        self, corpus: Corpus, union: Union, sides: Mapping[int, Sequence[Side]], vocabulary: Vocabulary
    ) -> None:
        self._corpus = corpus
        self._vocabulary = vocabulary
        self._union = union
        self._made: dict[int, Cluster] = {}
        for number, profile in enumerate(corpus.profiles):
            root = union.find(number)
            if root not in self._made:
                self._made[root] = Cluster(profile.entity.type)
            self._made[root].add(number, profile, corpus, sides.get(number, ()))
        self.sure: list[Link] = []
        self.possible: list[Link] = []

    def __iter__(self) -> Iterator[tuple[int, Cluster]]:
        return iter(self._made.items())

    def groups(self) -> Iterator[Group]:
        """The local entities of each cluster that a document tells of, and who of reference lists they are."""
        for cluster in self._made.values():
            profiles = [self._corpus.profiles[number] for number in sorted(cluster.members)]
            told = tuple(profile.entity for profile in profiles if profile.source is None)
            if told:
                yield Group(told, tuple(profile.entity for profile in profiles if profile.source is not None))

    def at(self, number: int) -> Cluster:
        """The cluster that the profile is in."""
        return self._made[self._union.find(number)]

    def propose(self, first: int, second: int, evidence: Evidence, names: Agreement | None = None) -> None:
        """Joins the clusters of the two if the evidence is sure and nothing contradicts; notes the link.

        `names` is how the names that propose it agree.
        """
        one, other = self._union.find(first), self._union.find(second)
        if one == other:
            return
        link = Link(self._corpus.profiles[first].entity, self._corpus.profiles[second].entity, evidence)
        if contradiction(self._made[one], self._made[other], names, self._vocabulary) is not None:
            return
        if evidence.weight < SURE:
            self.possible.append(link)
            return
        self._union.join(one, other)
        root, gone = sorted((one, other))
        kept, merged = self._made[root], self._made.pop(gone)
        if len(kept.members) < len(merged.members):
            kept, merged = merged, kept
        kept.absorb(merged)
        self._made[root] = kept
        self.sure.append(link)
