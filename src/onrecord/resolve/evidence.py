"""How much speaks for two clusters of local entities being one actor, and what."""

from __future__ import annotations

import math
from dataclasses import dataclass
from heapq import nsmallest

from onrecord.resolve.cluster import Cluster
from onrecord.resolve.organisation_names import Locality, OrganisationAgreement
from onrecord.resolve.person_names import PersonAgreement
from onrecord.resolve.surroundings import Corpus
from onrecord.resolve.words import Match

SURE = 0.2
"""Evidence from which two are one. Fitted, like the weights below, on `tests/bench/resolution`."""

POSSIBLE = -0.3
"""Evidence from which two may be one, so that a person should look."""

MARGIN = 0.2
"""By how much one must fit better than the next where only one can be meant."""

SAME_NAME = 0.5
"""What the same full name is worth by itself."""

_LESS = {Match.SAME: 0.0, Match.SPELLING: 0.1, Match.FORM: 0.3, Match.NEAR: 0.4, Match.INITIAL: 0.5}
_LESS_LONGER, _LESS_TURNED, _LESS_ACRONYM, _LESS_FORM, _LESS_KIND, _LESS_TOWN, _LESS_COUNTRY = (
    0.35,
    0.3,
    0.4,
    0.1,
    0.3,
    0.2,
    0.1,
)
_ELSEWHERE = {Locality.UNIQUE: 0.0, Locality.COMMON: -0.5, Locality.NATIONAL: -1.2}

_SAME_HOME, _OTHER_HOME = 0.6, -0.8
_SAME_COUNTRY, _NAMED_COUNTRY, _OTHER_COUNTRY = 0.3, 0.1, -0.5
_KEPT = 0.2
"""The part of an actor's company that is met again in another article."""

_REASONS = 3
"""Names that are told of the company that two share."""

_COMPANY, _MOST_FOR, _MOST_AGAINST, _ENOUGH = 0.15, 1.5, 0.15, 4
"""What company is worth: for each unit of the logarithm, at most, and at least for each of a few documents."""


type Agreement = PersonAgreement | OrganisationAgreement


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for two being one: a sum of weights, and the reasons in words."""

    weight: float
    reasons: tuple[str, ...]

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(self.weight + other.weight, self.reasons + other.reasons)


def evidence_of_names(found: Agreement) -> Evidence:
    """What the names of the two are worth."""
    return _of_people(found) if isinstance(found, PersonAgreement) else _of_organisations(found)


def _of_people(found: PersonAgreement) -> Evidence:
    kinds = [kind for kind in found.matches if kind is not Match.SAME]
    weight = SAME_NAME - sum(_LESS[kind] for kind in kinds)
    reasons = [f"{kind.value}" for kind in dict.fromkeys(kinds)]
    if found.is_longer:
        weight -= _LESS_LONGER
        reasons.append("one name is fuller")
    if found.is_turned:
        weight -= _LESS_TURNED
        reasons.append("the last name first")
    return Evidence(weight, tuple(reasons or ["the same name"]))


def _of_organisations(found: OrganisationAgreement) -> Evidence:
    weight = SAME_NAME - _LESS[found.match]
    reasons = [] if found.match is Match.SAME else [found.match.value]
    for is_so, less, reason in (
        (found.is_turned, _LESS_TURNED, "the same words in another order"),
        (found.is_acronym, _LESS_ACRONYM, "the initials of the other"),
        (found.adds_form, _LESS_FORM, "a legal form more"),
        (found.adds_kind, _LESS_KIND, "what it is, too"),
        (found.adds_town, _LESS_TOWN, "a town more"),
        (found.country is not None, _LESS_COUNTRY, "a country more"),
    ):
        if is_so:
            weight -= less
            reasons.append(reason)
    return Evidence(weight, tuple(reasons or ["the same name"]))


def of_surroundings(first: Cluster, second: Cluster, names: Agreement | None, corpus: Corpus) -> Evidence:
    """What the documents around the two are worth: shared company, and the same country or others.

    `names`, how their names agree, tells whether another country has its own bearer of the name.
    """
    company, shared = _of_company(first, second, corpus)
    country, reason = _of_countries(first, second)
    country += of_locality(first, second, names)
    reasons = [f"both with {corpus.name_of(name)}" for name in shared]
    return Evidence(company + country, (*reasons, *([reason] if reason else [])))


def of_locality(first: Cluster, second: Cluster, names: Agreement | None) -> float:
    """What is lost if the name is one of those that each country has, and the two are not of one country."""
    if not isinstance(names, OrganisationAgreement):
        return 0.0
    ours, theirs = first.homes or first.scenes, second.homes or second.scenes
    if names.country is not None:
        return 0.0 if names.country in ours and names.country in theirs else _ELSEWHERE[Locality.NATIONAL]
    return _ELSEWHERE[names.locality] if ours and theirs and ours.isdisjoint(theirs) else 0.0


def _of_company(first: Cluster, second: Cluster, corpus: Corpus) -> tuple[float, list[int]]:
    """The logarithm of how much more likely the company of the one is if it is the other, and what they share most.

    One who is the other meets a part of its company, weighted by how often it is met; anybody meets whom all articles
    name. As naive Bayes does, each name counts for itself; documents of one cluster count on average.
    """
    few, many = (first, second) if len(first.documents) <= len(second.documents) else (second, first)
    own = {corpus.own[name] for name in first.names | second.names if name in corpus.own}
    both = [name for name in few.company.keys() & many.company.keys() if name not in own]
    gains = {
        name: math.log1p(_KEPT / (1 - _KEPT) * many.company[name] / len(many.documents) / corpus.share[name])
        for name in both
    }
    met = few.met - sum(few.company[name] for name in own)
    total = met * math.log(1 - _KEPT) + math.fsum(gain * few.company[name] for name, gain in gains.items())
    least = -_MOST_AGAINST * min(len(few.documents), _ENOUGH)
    shared = nsmallest(_REASONS, gains, key=lambda name: (-gains[name], name))
    return min(_MOST_FOR, max(least, _COMPANY * total / len(few.documents))), shared


def _of_countries(first: Cluster, second: Cluster) -> tuple[float, str | None]:
    if first.homes and second.homes:
        both = first.homes & second.homes
        return (_SAME_HOME, f"both of {min(both)}") if both else (_OTHER_HOME, "of different countries")
    scenes, others = first.homes or first.scenes, second.homes or second.scenes
    if not scenes or not others:
        return 0.0, None
    if both := scenes & others:
        return _SAME_COUNTRY, f"both in news of {min(both)}"
    if not (scenes.isdisjoint(second.countries) and others.isdisjoint(first.countries)):
        return _NAMED_COUNTRY, "in news of the same countries"
    return _OTHER_COUNTRY, "in news of different countries"
