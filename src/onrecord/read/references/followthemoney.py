"""FollowTheMoney: one entity a line, `{"id", "schema", "properties": {"name": [...], ...}}`.

https://followthemoney.tech, https://www.opensanctions.org/docs/bulk/json
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.errors import InputError
from onrecord.identifiers import OPENSANCTIONS, WIKIDATA, Identifier, identifier_of
from onrecord.known_actors import KnownActor
from onrecord.model import EntityType
from onrecord.read.references.skipped import Skipped
from onrecord.read.references.values import birth_of, country_codes, names_of

_TYPES = {
    "Person": EntityType.PERSON,
    "LegalEntity": EntityType.ORGANISATION,
    "Organization": EntityType.ORGANISATION,
    "Company": EntityType.ORGANISATION,
    "PublicBody": EntityType.ORGANISATION,
}
"""The schemata of actors. A legal entity may be a person, but those known to be one have their own schema."""

_NAMES = ("name", "alias", "previousName")
"""Weak aliases ("the Doctor") are left out: they are not meant for matching."""

_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")

_OPENSANCTIONS_KEYS = ("referents", "target", "first_seen")
"""What OpenSanctions adds to an entity; the ids of others mean nothing outside their own database."""


def is_entity(fields: Mapping[str, Any]) -> bool:
    """Whether the JSON object has the form of a FollowTheMoney entity."""
    return isinstance(fields.get("schema"), str) and isinstance(fields.get("properties"), dict)


def actor_of(fields: Mapping[str, Any]) -> KnownActor | Skipped:
    """The actor that the entity is. Raises InputError if it has no id or no name."""
    schema, properties = fields["schema"], fields["properties"]
    if schema not in _TYPES:
        return Skipped(f"schema {schema}")
    if not isinstance(fields.get("id"), str) or not fields["id"].strip():
        raise InputError('no "id"')
    names = names_of(value for key in _NAMES for value in _values(properties, key))
    caption = names_of([fields.get("caption")])
    name = caption[0] if caption and caption[0] in names else next(iter(names), None)
    if name is None:
        raise InputError(f'no "name" in the properties of {fields["id"]}')
    return KnownActor(
        name=name,
        type=_TYPES[schema],
        aliases=tuple(other for other in names if other != name),
        identifiers=tuple(dict.fromkeys(_identifiers(fields, properties))),
        born=birth_of(str(date)[:10] for date in _values(properties, "birthDate")),
        countries=country_codes(code for key in _COUNTRIES for code in _values(properties, key)),
    )


def _identifiers(fields: Mapping[str, Any], properties: Mapping[str, Any]) -> Iterator[Identifier]:
    is_published = any(key in fields for key in _OPENSANCTIONS_KEYS)
    yield OPENSANCTIONS if is_published else "followthemoney", fields["id"].strip()
    items = (identifier_of(str(value).strip()) for value in (fields["id"], *_values(properties, "wikidataId")))
    yield from (item for item in items if item[0] == WIKIDATA)
    yield from (("lei", str(value).strip()) for value in _values(properties, "leiCode"))


def _values(properties: Mapping[str, Any], key: str) -> list[Any]:
    values = properties.get(key)
    return values if isinstance(values, list) else []
