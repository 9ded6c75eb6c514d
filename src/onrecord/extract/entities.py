"""Coreference chains become the document's entities."""

from __future__ import annotations

from collections import Counter

from onrecord.language.discourse import Chain
from onrecord.language.gazetteer import fold
from onrecord.language.reading import Reading
from onrecord.model import EntityId, EntityType, Form, LocalEntity, Mention, stable_hash


def local_id(reading: Reading, chain: int) -> EntityId:
    """The id of a chain within its document: stable as long as the document is."""
    entity = reading.chains[chain]
    anchor = entity.country or "" if not entity.spans else str(reading.spans[entity.spans[0]].first)
    return EntityId(stable_hash(reading.document.id, entity.type, anchor))


def local_entities(reading: Reading, used: set[EntityId]) -> tuple[LocalEntity, ...]:
    """The named entities and those that statements use, in the order of their first mentions."""
    found = []
    for number, chain in enumerate(reading.chains):
        identity = local_id(reading, number)
        is_told = chain.is_named and not all(reading.is_adjective(reading.spans[span]) for span in chain.spans)
        if is_told or identity in used:
            found.append(_entity(reading, chain, identity))
    return tuple(found)


def _entity(reading: Reading, chain: Chain, identity: EntityId) -> LocalEntity:
    mentions = tuple(sorted(_mention(reading, number, chain.type) for number in chain.spans))
    spans = [reading.spans[number] for number in chain.spans]
    names = [span.name for span in spans if span.form is Form.NAME and not span.is_nationality]
    specific = [span.name for span in spans if span.form is Form.NOMINAL and span.is_specific]
    own = names or specific
    plainest = [s.name for s in spans if s.is_specific and s.institution and s.noun == s.institution]
    name = preferred_name(names or plainest or own or chain.names, chain.type)
    identifiers: dict[str, str] = {}
    if chain.type is EntityType.COUNTRY and chain.country:
        name = reading.gazetteer.country_name(chain.country)
        identifiers["iso3166"] = chain.country
    for scheme, value in chain.identifiers:
        identifiers.setdefault(scheme, value)
    is_institution = bool(specific) and not names
    is_named = chain.is_named or bool(identifiers) or is_institution
    if chain.is_known:  # spans of known actors bear the name on file, not the one in the text
        own = [*own, *(m.text for m in mentions if m.form is Form.NAME)]
    aliases = tuple(sorted(set(own) - {name}))
    return LocalEntity(identity, chain.type, name, mentions, is_named, identifiers, aliases)


def _mention(reading: Reading, number: int, entity_type: EntityType) -> Mention:
    span, parse = reading.spans[number], reading.parse
    start, end = parse.starts[span.first], parse.ends[span.end - 1]
    return Mention(start, end, parse.text[start:end], entity_type, span.form)


def preferred_name(names: list[str], entity_type: EntityType) -> str:
    """The fullest of the names, the commonest of equally full ones; acronyms only where there is nothing else."""
    cleaned = [name.removeprefix("the ").removeprefix("The ") for name in names]
    counts = Counter(cleaned)
    words = 3 if entity_type is EntityType.PERSON else 12

    def rank(name: str) -> tuple[int, int, int, str]:
        return (not (name.isupper() and " " not in name), min(len(fold(name).split()), words), counts[name], name)

    return max(counts, key=rank) if counts else f"unnamed {entity_type.value.lower()}"
