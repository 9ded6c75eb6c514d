"""When a statement of the graph is one that the gold means."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping

from onrecord.evaluate.found import FoundDocument, FoundStatement
from onrecord.evaluate.gold import ANYTHING, Gold, Pattern
from onrecord.model import EntityType

_ARTICLES = ("the", "a", "an")
_DROPPED = dict.fromkeys(map(ord, "“”\"'’‘`"))
_FITTING = {EntityType.PLACE: {EntityType.PLACE, EntityType.COUNTRY}}
"""Classes that are right beside the type itself: a country is a place."""

type Matched = Mapping[str, str]
"""IRI to the id of the gold entity that it is."""


def comparable(name: str) -> str:
    """The name without case, accents, quotation marks, hyphens and a leading article."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = bare.casefold().translate(_DROPPED).replace("-", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def match_entities(found: FoundDocument, gold: Gold) -> Matched:
    """Which gold entity each IRI is: the one that most of its names belong to, its preferred name's in doubt."""
    owners: dict[str, str] = {}
    for entity in gold.entities:
        for name in entity.names:
            owners.setdefault(comparable(name), entity.id)
    matched = {}
    for iri, labels in found.labels.items():
        votes = Counter(owners[name] for name in map(comparable, labels) if name in owners)
        if votes:
            matched[iri] = votes.most_common(1)[0][0]
    return matched


def has_type(classes: frozenset[str], expected: EntityType) -> bool:
    """Whether one of the classes is the type, or a kind of it."""
    return bool(classes & _FITTING.get(expected, {expected}))


def is_one_of(actor: str | None, ids: tuple[str, ...]) -> bool:
    """Whether the matched actor is among the ids."""
    return ANYTHING in ids or actor in ids


def has_predicate(statement: FoundStatement, pattern: Pattern) -> bool:
    """Whether the relation is among those meant."""
    return is_one_of(statement.predicate, pattern.predicate)


def has_subject(statement: FoundStatement, pattern: Pattern, matched: Matched) -> bool:
    """Whether the subject is among those meant; somebody the gold does not know may stand for an unknown one."""
    subject = matched.get(statement.subject)
    return is_one_of(subject, pattern.subject) or (pattern.subject_may_be_unknown and subject is None)


def has_object(statement: FoundStatement, pattern: Pattern, matched: Matched) -> bool:
    """Whether the object is among those meant."""
    return is_one_of(matched.get(statement.object), pattern.object)


def fits(statement: FoundStatement, pattern: Pattern, matched: Matched) -> bool:
    """Whether relation, status, subject and object are all among those meant."""
    return (
        has_predicate(statement, pattern)
        and statement.status in pattern.status
        and has_subject(statement, pattern, matched)
        and has_object(statement, pattern, matched)
    )
