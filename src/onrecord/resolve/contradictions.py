"""What forbids that two clusters are one actor, whatever speaks for it."""

from __future__ import annotations

from itertools import product

from onrecord.model import EntityType
from onrecord.resolve import organisation_names, person_names
from onrecord.resolve.cluster import Cluster
from onrecord.resolve.organisation_names import OrganisationAgreement, organisation_name
from onrecord.resolve.person_names import PersonAgreement, person_name
from onrecord.resolve.vocabulary import Vocabulary

_TOGETHER = 0.05
"""The part of their documents that may tell two clusters apart without their being two: one document may err."""

_WITH_MIDDLE = 3
"""Words from which a person's name has more than a first and a last name."""


def contradiction(
    first: Cluster, second: Cluster, names: PersonAgreement | OrganisationAgreement | None, vocabulary: Vocabulary
) -> str | None:
    """Why the two, whose names agree in this way, cannot be one; None if nothing forbids it."""
    if any((decision, not is_left) in second.sides for decision, is_left in first.sides):
        return "decided to be different"
    if first.born and second.born and not any(_is_one_day(a, b) for a, b in product(first.born, second.born)):
        return f"born {min(first.born)} and {min(second.born)}"
    if not first.sources.isdisjoint(second.sources):
        return "two of one list"
    together = len(first.telling & second.telling)
    if together > _TOGETHER * min(len(first.documents), len(second.documents)) and first.names.isdisjoint(second.names):
        return "both in one document"
    if first.type is EntityType.PERSON:
        return "other middle names" if _have_other_middle_names(first, second, vocabulary) else None
    is_by_acronym = isinstance(names, OrganisationAgreement) and names.is_acronym
    return "other long names" if is_by_acronym and _have_other_long_names(first, second, vocabulary) else None


def _is_one_day(first: str, second: str) -> bool:
    """Whether two EDTF dates can be one day: "1961" and "1961-05-02"."""
    return first.startswith(second) or second.startswith(first)


def _have_other_middle_names(first: Cluster, second: Cluster, vocabulary: Vocabulary) -> bool:
    """Whether both are called by names of three words or more, none of which agrees with one of the other's."""
    ours, theirs = (
        [name for name in map(person_name, cluster.names) if len(name.words) >= _WITH_MIDDLE]
        for cluster in (first, second)
    )
    return bool(ours and theirs) and not any(
        person_names.agreement(a, b, vocabulary.given_names) for a, b in product(ours, theirs)
    )


def _have_other_long_names(first: Cluster, second: Cluster, vocabulary: Vocabulary) -> bool:
    """Whether initials are all that the two share, though both are called by long names: two that share an acronym."""
    ours, theirs = (
        [name for name in (organisation_name(n, vocabulary) for n in cluster.names) if len(name.words) > 1]
        for cluster in (first, second)
    )
    return bool(ours and theirs) and not any(organisation_names.agreement(a, b) for a, b in product(ours, theirs))
