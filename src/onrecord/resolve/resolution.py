"""Which local entities are one: names propose, surroundings decide, contradictions and decisions forbid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from onrecord.decisions import Decisions
from onrecord.known_actors import KnownActors
from onrecord.model import EntityType
from onrecord.resolve.cluster import Side
from onrecord.resolve.clusters import Clusters
from onrecord.resolve.decisions import in_force, sides_of
from onrecord.resolve.full_names import join_full_names
from onrecord.resolve.names import comparable
from onrecord.resolve.person_names import person_name
from onrecord.resolve.references import add_references
from onrecord.resolve.short_names import join_short_names
from onrecord.resolve.surroundings import Corpus, Profile
from onrecord.resolve.union import Union
from onrecord.resolve.vocabulary import Vocabulary


def resolution(
    corpus: Corpus, documents: Sequence[str], known: KnownActors, vocabulary: Vocabulary, decisions: Decisions
) -> Clusters:
    """The clusters of the corpus. Neither the order of the documents nor how they were added matters.

    `documents` are the names of the documents, by number.
    """
    add_references(corpus, known)
    union = Union(len(corpus.profiles))
    sides = _decide(corpus, documents, decisions, union)
    _join_identified(corpus, known, union)
    _join_same_names(corpus, sides, union)
    clusters = Clusters(corpus, union, sides, vocabulary)
    join_full_names(clusters, corpus, vocabulary)
    join_short_names(clusters, corpus, vocabulary)
    return clusters


def _decide(
    corpus: Corpus, documents: Sequence[str], decisions: Decisions, union: Union
) -> Mapping[int, tuple[Side, ...]]:
    """Joins what is decided to be one; gives the sides that profiles take in decisions that two are different."""
    by_name: dict[tuple[EntityType, str], list[int]] = defaultdict(list)
    rows = tuple(in_force(decisions))
    if rows:
        for number, profile in enumerate(corpus.profiles):
            for name in profile.names:
                by_name[profile.entity.type, name].append(number)
    sides: dict[int, list[Side]] = defaultdict(list)
    for at, row in enumerate(rows):
        concerned = {
            number for anchor in (row.left, row.right) for number in by_name[row.type, comparable(anchor.name)]
        }
        found: list[int] = []
        for number in sorted(concerned):
            profile = corpus.profiles[number]
            is_left, is_right = sides_of(row, profile, documents)
            if row.is_same and (is_left or is_right):
                found.append(number)
            elif is_left != is_right:
                sides[number].append((at, is_left))
        union.join_all(found)
    return {number: tuple(taken) for number, taken in sides.items()}


def _join_identified(corpus: Corpus, known: KnownActors, union: Union) -> None:
    """Joins what carries the same identifier, and what bears a name that the user gave to one actor."""
    owners: dict[tuple[EntityType, str], set[int]] = defaultdict(set)
    for number, actor in enumerate(known.actors):
        if actor.source is None:
            for name in actor.names:
                owners[actor.type, comparable(name)].add(number)
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for number, profile in enumerate(corpus.profiles):
        for identifier in profile.entity.identifiers.items():
            alike[profile.entity.type, identifier].append(number)
        if profile.city is not None:
            alike["geonames", profile.city.id].append(number)
        for name in profile.names:
            if len(owner := owners.get((profile.entity.type, name), set())) == 1:
                alike[min(owner)].append(number)
    for members in alike.values():
        union.join_all(members)


def _join_same_names(corpus: Corpus, sides: Mapping[int, tuple[Side, ...]], union: Union) -> None:
    """Joins who bear one name in news of one country, unless a date of birth or a decision may part them."""
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for number, profile in enumerate(corpus.profiles):
        if profile.source is not None:
            continue
        home = _home(profile, corpus)
        if home is None and corpus.surroundings[profile.document].company:
            continue
        apart = (profile.entity.type, home, profile.born, sides.get(number, ()))
        for name in profile.names:
            if profile.entity.type is not EntityType.PERSON or person_name(name).is_full:
                alike[name, apart].append(number)
    for members in alike.values():
        union.join_all(members)


def _home(profile: Profile, corpus: Corpus) -> str | None:
    if profile.homes:
        return min(profile.homes)
    return next(iter(corpus.surroundings[profile.document].countries), None)
