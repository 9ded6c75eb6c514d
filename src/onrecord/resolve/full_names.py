"""Joins clusters whose full names can be one actor's and whose surroundings agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from onrecord.model import EntityType
from onrecord.resolve import organisation_names, person_names
from onrecord.resolve.clusters import Clusters
from onrecord.resolve.contradictions import contradiction
from onrecord.resolve.evidence import MARGIN, POSSIBLE, Agreement, evidence_of_names, of_locality, of_surroundings
from onrecord.resolve.organisation_names import Locality, OrganisationAgreement, organisation_name
from onrecord.resolve.person_names import person_name
from onrecord.resolve.surroundings import Corpus
from onrecord.resolve.vocabulary import Vocabulary

type Pair = tuple[str, str]

type Proposal = tuple[float, int, int, Agreement]
"""The negative weight of the evidence, two clusters, and how their names agree."""


def join_full_names(clusters: Clusters, corpus: Corpus, vocabulary: Vocabulary) -> None:
    """Joins clusters whose full names can be one's, the best evidence first; countries are known by their codes."""
    found: list[Proposal] = []
    for entity_type in EntityType:
        if entity_type is not EntityType.COUNTRY:
            for (first, second), agreement in _closest(entity_type, clusters, corpus, vocabulary).items():
                one, other = clusters.at(first), clusters.at(second)
                if contradiction(one, other, agreement, vocabulary) is None:
                    evidence = evidence_of_names(agreement) + of_surroundings(one, other, agreement, corpus)
                    if evidence.weight >= POSSIBLE:
                        found.append((-evidence.weight, first, second, agreement))
    for _, first, second, agreement in sorted(_without_ties(found, corpus), key=lambda item: item[:3]):
        one, other = clusters.at(first), clusters.at(second)
        if one is not other:  # both may have grown since: what fitted one member must fit all
            now = of_surroundings(one, other, agreement, corpus)
            clusters.propose(first, second, evidence_of_names(agreement) + now, agreement)


def _without_ties(found: Sequence[Proposal], corpus: Corpus) -> Iterator[Proposal]:
    """The proposals without those that one of a reference list is meant where another of it fits as well."""
    best: dict[tuple[int, str], list[float]] = defaultdict(list)
    for weight, first, second, _ in found:
        for one, other in ((first, second), (second, first)):
            if (source := corpus.profiles[other].source) is not None:
                best[one, source].append(weight)
    for weight, first, second, agreement in found:
        ends = ((first, corpus.profiles[second].source), (second, corpus.profiles[first].source))
        rivals = [best[one, source] for one, source in ends if source is not None]
        if all(sum(other < weight + MARGIN for other in weights) == 1 for weights in rivals):
            yield weight, first, second, agreement


def _closest(
    entity_type: EntityType, clusters: Clusters, corpus: Corpus, vocabulary: Vocabulary
) -> Mapping[tuple[int, int], Agreement]:
    """For each two clusters with names that can be one's, how the closest names agree."""
    bearers = _bearers(clusters, corpus, entity_type)
    found: dict[tuple[int, int], tuple[float, Agreement]] = {}
    for (name, other), agreement in _agreeing(entity_type, bearers, vocabulary):
        weight = evidence_of_names(agreement).weight
        for first, second in _pairs(bearers[name], bearers[other]):
            fit = weight + of_locality(clusters.at(first), clusters.at(second), agreement)
            if (first, second) not in found or found[first, second][0] < fit:
                found[first, second] = fit, agreement
    return {pair: agreement for pair, (_, agreement) in found.items()}


def _bearers(clusters: Clusters, corpus: Corpus, entity_type: EntityType) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, cluster in clusters:
        if corpus.profiles[number].entity.type is entity_type:
            for name in cluster.names:
                if entity_type is not EntityType.PERSON or person_name(name).is_full:
                    found[name].append(number)
    return found


def _pairs(bearers: Sequence[int], others: Sequence[int]) -> set[tuple[int, int]]:
    return {(min(a, b), max(a, b)) for a in bearers for b in others if a != b}


def _agreeing(
    entity_type: EntityType, bearers: Mapping[str, Sequence[int]], vocabulary: Vocabulary
) -> Iterator[tuple[Pair, Agreement]]:
    """Pairs of names that can be one's; a name that several clusters bear also with itself."""
    own = ((name, name) for name, numbers in bearers.items() if len(numbers) > 1)
    found: Agreement | None
    if entity_type is EntityType.PERSON:
        people = {name: person_name(name) for name in bearers}
        keys = {name: person_names.keys(parsed, vocabulary.given_names) for name, parsed in people.items()}
        for name, other in chain(own, _sharing_keys(keys)):
            found = person_names.agreement(people[name], people[other], vocabulary.given_names)
            if found is not None:
                yield (name, other), found
        return
    others = {name: organisation_name(name, vocabulary) for name in bearers}
    for name, other in chain(own, _sharing_keys({name: organisation_names.keys(n) for name, n in others.items()})):
        found = organisation_names.agreement(others[name], others[other])
        if found is not None:
            yield (name, other), _as_place(found) if entity_type is EntityType.PLACE else found


def _as_place(found: OrganisationAgreement) -> OrganisationAgreement:
    """A place's name is seldom the only one: "Station Square" is in many towns."""
    return replace(found, locality=max(found.locality, Locality.COMMON))


def _sharing_keys(names: Mapping[str, Iterable[str]]) -> Iterator[Pair]:
    """Each pair of names that share a key, once."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, keys in names.items():
        for key in keys:
            blocks[key].append(name)
    seen: set[Pair] = set()
    for block in blocks.values():
        for pair in combinations(sorted(block), 2):
            if pair not in seen:
                seen.add(pair)
                yield pair
