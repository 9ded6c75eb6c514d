"""Joins who are known by a surname alone, with or without initials, to the one bearer that their documents fit."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import EntityType
from onrecord.resolve.clusters import Clusters
from onrecord.resolve.contradictions import contradiction
from onrecord.resolve.evidence import MARGIN, POSSIBLE, SURE, Evidence, of_surroundings
from onrecord.resolve.person_names import PersonName, agreement, person_name
from onrecord.resolve.surroundings import Corpus
from onrecord.resolve.vocabulary import Vocabulary
from onrecord.resolve.words import Match, consonants, match

_FAME = 0.1
"""What each e-fold of a bearer's documents is worth: who is often in the news needs no first name."""

_SURNAME, _INITIALS = 0.3, 0.4
"""What a bare surname, or one with initials, is worth by itself if one bearer fits best."""


def join_short_names(clusters: Clusters, corpus: Corpus, vocabulary: Vocabulary) -> None:
    """Joins each to the bearer that fits best, if one clearly does; those without any bearer to each other."""
    bearers: dict[str, dict[int, list[PersonName]]] = defaultdict(lambda: defaultdict(list))
    short: list[int] = []
    for number, cluster in clusters:
        if corpus.profiles[number].entity.type is EntityType.PERSON:
            full = [name for name in map(person_name, sorted(cluster.names)) if name.is_full]
            for name in full:
                for word in name.words[1:]:
                    bearers[consonants(word)][number].append(name)
            if not full:
                short.append(number)
    links = [link for number in sorted(short) for link in _best(number, clusters, corpus, bearers, vocabulary)]
    for first, second, evidence in links:
        clusters.propose(first, second, evidence)
    met = {first for first, _, _ in links}
    _join_alike([number for number in short if number not in met], clusters, corpus)


def _best(
    number: int,
    clusters: Clusters,
    corpus: Corpus,
    bearers: Mapping[str, Mapping[int, Sequence[PersonName]]],
    vocabulary: Vocabulary,
) -> Iterator[tuple[int, int, Evidence]]:
    """A link to each bearer that the surname fits; sure only to the best, if it is clearly so."""
    cluster = clusters.at(number)
    short = [person_name(name) for name in sorted(cluster.names)]
    found: dict[int, Evidence] = {}
    for bearer, full in bearers.get(consonants(short[0].words[-1]), {}).items():
        other = clusters.at(bearer)
        worths = [max((_worth(name, whole, vocabulary) for whole in full), default=0.0) for name in short]
        if min(worths) > 0 and contradiction(cluster, other, None, vocabulary) is None:
            evidence = Evidence(max(worths) + _FAME * math.log(len(other.documents)), ("the same surname",))
            found[bearer] = evidence + of_surroundings(cluster, other, None, corpus)
    ranked = sorted(found.items(), key=lambda item: (-item[1].weight, item[0]))
    for place, (bearer, evidence) in enumerate(ranked):
        rival = ranked[1 - place][1].weight if len(ranked) > 1 and place < 2 else None
        is_clear = place == 0 and (rival is None or evidence.weight - rival >= MARGIN)
        weight = evidence.weight if is_clear else min(evidence.weight, SURE - MARGIN)
        if weight >= POSSIBLE:
            yield number, bearer, Evidence(weight, evidence.reasons)


def _worth(short: PersonName, full: PersonName, vocabulary: Vocabulary) -> float:
    """What it is worth that a short name can be one of the full name's bearer; nothing if it can't."""
    if len(short.words) == 1:
        kind = match(short.words[0], full.words[-1], vocabulary.given_names)
        return _SURNAME if kind in {Match.SAME, Match.SPELLING} else 0.0
    return _INITIALS if agreement(short, full, vocabulary.given_names) is not None else 0.0


def _join_alike(numbers: Sequence[int], clusters: Clusters, corpus: Corpus) -> None:
    """Joins clusters without any bearer of a full name that have the same short one."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        for name in clusters.at(number).names:
            by_name[name].append(number)
    for alike in by_name.values():
        for at, first in enumerate(alike):
            for second in alike[at + 1 :]:
                around = of_surroundings(clusters.at(first), clusters.at(second), None, corpus)
                evidence = Evidence(_SURNAME, ("the same surname",)) + around
                if evidence.weight >= POSSIBLE:
                    clusters.propose(first, second, evidence)
