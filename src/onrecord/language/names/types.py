"""What names name: one type a name for the whole document, by the votes of all its occurrences together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.language.gazetteer import Gazetteer, PlaceKind
from onrecord.language.name_forms import is_last_word
from onrecord.language.names.candidate import TYPES, Candidate, has_article, key_of
from onrecord.language.names.resources import Resources
from onrecord.language.names.votes import BESIDE_VOTE, RECOGNISER_VOTE, votes_on
from onrecord.language.parse import Parse
from onrecord.model import EntityType

_MOST_RECOGNISED = 3.0
"""What all readings of the recogniser together weigh for one type: it repeats its mistakes."""
_WORD_WEIGHT = 0.3
"""What each word after a name's first adds to a reading of the recogniser: it knows long names better."""

type _Count = dict[EntityType, float]


def decide_types(parse: Parse, resources: Resources, candidates: Sequence[Candidate]) -> dict[str, EntityType]:
    """The type of each name by its key; names that nothing is known of are left out."""
    counts = _count_votes(parse, resources, candidates)
    surnames = _surnames(counts, resources.gazetteer)
    decided = {}
    for key, count in counts.items():
        is_company = count.get(EntityType.ORGANISATION, 0) > max(BESIDE_VOTE, count.get(EntityType.PERSON, 0))
        if " " not in key and key in surnames and not _is_country(key, resources.gazetteer) and not is_company:
            decided[key] = EntityType.PERSON
        elif count:
            decided[key] = max(sorted(count), key=lambda t: count[t])
    decided.update(dict.fromkeys(_last_words(parse, resources, candidates, decided), EntityType.ORGANISATION))
    return decided


def _count_votes(parse: Parse, resources: Resources, candidates: Iterable[Candidate]) -> dict[str, _Count]:
    """The weight of the votes for each type, by key; names without votes too: they may still be surnames."""
    counts: dict[str, _Count] = defaultdict(dict)
    recognised: dict[str, _Count] = defaultdict(dict)
    for candidate in candidates:
        key = key_of(parse, candidate)
        count = counts[key]
        if candidate.label in TYPES:
            weight = RECOGNISER_VOTE + _WORD_WEIGHT * (candidate.end - candidate.first - 1)
            _add(recognised[key], TYPES[candidate.label], weight)
        for entity_type, weight in votes_on(parse, resources, candidate):
            _add(count, entity_type, weight)
    for key, count in recognised.items():
        for entity_type, weight in count.items():
            _add(counts[key], entity_type, min(weight, _MOST_RECOGNISED))
    return counts


def _add(count: _Count, entity_type: EntityType, weight: float) -> None:
    count[entity_type] = count.get(entity_type, 0) + weight


def _surnames(counts: dict[str, _Count], gazetteer: Gazetteer) -> set[str]:
    """The words that people of several names may be called by: the last, and others that are no places."""
    people = [
        key.split()
        for key, count in counts.items()
        if " " in key and count and max(count, key=lambda t: (count[t], t)) is EntityType.PERSON
    ]
    surnames = {words[-1] for words in people}
    return (
        surnames
        | {  # called by first names, or by the first of two surnames
            word for words in people for word in words[:-1] if len(word) > 3 and gazetteer.find(word) is None
        }
    )


def _last_words(
    parse: Parse, resources: Resources, candidates: Iterable[Candidate], decided: dict[str, EntityType]
) -> set[str]:
    """ "The Monitor" after "the Media Monitor": one word with an article that an organisation's name ends in."""
    groups = [key for key, kind in decided.items() if kind is EntityType.ORGANISATION and " " in key]
    found = set()
    for candidate in candidates:
        key = key_of(parse, candidate)
        is_short = " " not in key and has_article(parse, candidate.first) and not _is_country(key, resources.gazetteer)
        if is_short and any(is_last_word(key, name) for name in groups):
            found.add(key)
    return found


def _is_country(key: str, gazetteer: Gazetteer) -> bool:
    entry = gazetteer.find(key)
    return entry is not None and entry.kind is PlaceKind.COUNTRY
