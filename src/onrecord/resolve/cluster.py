"""Local entities that are one actor so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.model import EntityType
from onrecord.resolve.surroundings import Corpus, Profile

type Side = tuple[int, bool]
"""A decision that two are different, by number, and whether it is the left one."""


@dataclass(slots=True)
class Cluster:
    """Local entities that are one actor so far, and what their documents say around them.

    `telling` are the documents that have more than a word for it, such as an acronym that says nothing of a long name.
    `homes` are countries that it is said to belong to, `scenes` those that its documents are mostly about, `countries`
    all that they name. `company` counts the others in them, `met` is their sum. `sides` are the sides that it takes in
    decisions that two are different.
    """

    type: EntityType
    members: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    telling: set[int] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    scenes: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    company: Counter[int] = field(default_factory=Counter)
    met: int = 0
    born: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    sides: set[Side] = field(default_factory=set)

    def add(self, number: int, profile: Profile, corpus: Corpus, sides: Iterable[Side] = ()) -> None:
        """Takes the profile with this number in."""
        around = corpus.surroundings[profile.document]
        self.members.append(number)
        self.names.update(profile.names)
        self.documents.add(profile.document)
        if any(" " in name for name in profile.names) or profile.entity.type is not EntityType.ORGANISATION:
            self.telling.add(profile.document)
        self.homes |= profile.homes
        self.scenes.update(around.countries[:1])
        self.countries.update(around.countries)
        self.company.update(around.company)
        self.met += len(around.company)
        if profile.born:
            self.born.add(profile.born)
        if profile.source:
            self.sources.add(profile.source)
        self.sides.update(sides)

    def absorb(self, other: Cluster) -> None:
        """Takes all of the other in."""
        self.members += other.members
        for own, more in (
            (self.names, other.names), (self.homes, other.homes), (self.scenes, other.scenes),
            (self.countries, other.countries), (self.born, other.born),
        ):  # fmt: skip
            own |= more
        self.documents |= other.documents
        self.telling |= other.telling
        self.company.update(other.company)
        self.met += other.met
        self.sources |= other.sources
        self.sides |= other.sides
