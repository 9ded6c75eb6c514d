"""Wikidata: one item a line, `{"type": "item", "id", "labels", "aliases", "claims"}`, as in its JSON dumps.

https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html. Two tables stand beside this module: the classes of
items that are actors, and the items of countries.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.identifiers import ISO3166, WIKIDATA
from onrecord.known_actors import KnownActor
from onrecord.model import EntityType
from onrecord.read.references.skipped import Skipped
from onrecord.read.references.values import birth_of, country_codes, names_of

_CLASSES, _COUNTRY_ITEMS = "wikidata_classes.csv", "wikidata_countries.csv"

_PRECEDENCE = (
    EntityType.PERSON,
    EntityType.COUNTRY,
    EntityType.ORGANISATION,
    EntityType.EVENT,
    EntityType.PLACE,
)
"""Which type an item has that is several things: Singapore is a country before it is a city."""

_ENGLISH = ("en", "mul", "en-gb", "en-ca")
"""The languages of the English name, the best first; `mul` is the label in all languages that have no other."""

_INSTANCE_OF, _BIRTH, _ISO_CODE = "P31", "P569", "P297"
_OF_ORGANISATIONS = ("P1454", "P452", "P159")
"""Legal form, industry, headquarters: what has them is an organisation, of whatever class."""
_OF_COUNTRY = ("P27", "P17")
"""Citizenship, and the country of what is no person."""
_NATIVE_NAMES = ("P1559", "P1705", "P1448", "P1813")
"""Name in the native language, native label, official name, short name."""

_GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
_FORMS = {11: "{0}", 10: "{0:.7}", 9: "{0:.4}", 8: "{0:.3}X"}
"""What holds of a date by its precision: day, month, year, decade."""
_YEAR = 9


def is_entity(fields: Mapping[str, Any]) -> bool:
    """Whether the JSON object has the form of a Wikidata entity."""
    return isinstance(fields.get("id"), str) and ("claims" in fields or "labels" in fields)


def actor_of(fields: Mapping[str, Any]) -> KnownActor | Skipped:
    """The actor that the entity is. Raises InputError if its id is none of Wikidata's."""
    item, claims = fields["id"], _object(fields.get("claims"))
    if not item.startswith("Q"):
        if item[:1] in {"P", "L"}:
            return Skipped("Wikidata property or lexeme")
        raise InputError(f'"id" {item[:40]!r} is no Wikidata item')
    kind = _type_of(claims)
    if kind is None:
        return Skipped("Wikidata item of a class that is no actor")
    labels, aliases = _object(fields.get("labels")), _object(fields.get("aliases"))
    name = next(iter(names_of(_text(labels.get(language)) for language in _ENGLISH)), None)
    if name is None:
        return Skipped("Wikidata item without an English label")
    is_country = kind is EntityType.COUNTRY
    countries = _own_codes(item, claims) if is_country else _countries(claims)
    others = names_of(_other_names(claims, labels, aliases, _languages(countries)))
    return KnownActor(
        name=name,
        type=kind,
        aliases=tuple(other for other in others if other != name),
        identifiers=((WIKIDATA, item), *((ISO3166, code) for code in countries if is_country)),
        born=birth_of(_dates(claims)) if kind is EntityType.PERSON else None,
        countries=() if is_country else countries,
    )


def _type_of(claims: Mapping[str, Any]) -> EntityType | None:
    classes = _table(_CLASSES)
    found = {classes.get(item) for item in _items(claims, _INSTANCE_OF)}
    told = next((kind for kind in _PRECEDENCE if kind in found), None)
    if told is None and any(key in claims for key in _OF_ORGANISATIONS):
        return EntityType.ORGANISATION
    return told


def _own_codes(item: str, claims: Mapping[str, Any]) -> tuple[str, ...]:
    return country_codes([*_values(claims, _ISO_CODE)]) or country_codes([_table(_COUNTRY_ITEMS).get(item)])


def _countries(claims: Mapping[str, Any]) -> tuple[str, ...]:
    table = _table(_COUNTRY_ITEMS)
    return country_codes(table.get(item) for key in _OF_COUNTRY for item in _items(claims, key))


def _other_names(
    claims: Mapping[str, Any], labels: Mapping[str, Any], aliases: Mapping[str, Any], languages: tuple[str, ...]
) -> Iterator[object]:
    """English labels and aliases, the names in its own language, the labels in the languages of its countries."""
    for language in _ENGLISH:
        yield _text(labels.get(language))
        found = aliases.get(language)
        yield from map(_text, found if isinstance(found, list) else ())
    for key in _NATIVE_NAMES:
        yield from (value.get("text") for value in _values(claims, key) if isinstance(value, dict))
    for language in languages:
        yield _text(labels.get(language))


def _dates(claims: Mapping[str, Any]) -> Iterator[str]:
    """The dates of birth. A date of the Julian calendar counts as its year: its day is another one in ours."""
    for value in _values(claims, _BIRTH):
        time, precision = _object(value).get("time"), _object(value).get("precision")
        if isinstance(time, str) and time.startswith("+") and precision in _FORMS:
            is_ours = value.get("calendarmodel", _GREGORIAN) == _GREGORIAN
            yield _FORMS[precision if is_ours else min(precision, _YEAR)].format(time[1:11])


def _items(claims: Mapping[str, Any], key: str) -> Iterator[str]:
    for value in _values(claims, key):
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            yield value["id"]


def _values(claims: Mapping[str, Any], key: str) -> list[Any]:
    """The values of the preferred statements, else of all that are not deprecated."""
    statements = claims.get(key)
    found: dict[str, list[Any]] = {"preferred": [], "normal": []}
    for statement in map(_object, statements if isinstance(statements, list) else ()):
        data = _object(_object(statement.get("mainsnak")).get("datavalue"))
        rank = statement.get("rank", "normal")
        if "value" in data and rank in found:
            found[rank].append(data["value"])
    return found["preferred"] or found["normal"]


def _text(label: object) -> object:
    return label.get("value") if isinstance(label, dict) else None


def _object(value: object) -> Mapping[str, Any]:
    """The JSON object; an empty one for `[]`, as which empty objects are written, and for all that is none."""
    return value if isinstance(value, dict) else {}


def _languages(countries: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of the official languages there."""
    return tuple(dict.fromkeys(language for country in countries for language in _official().get(country, ())))


@cache
def _official() -> Mapping[str, tuple[str, ...]]:
    import countryinfo

    return {str(country.iso(2)): tuple(country.languages() or ()) for country in countryinfo.all_countries()}


@cache
def _table(name: str) -> Mapping[str, Any]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if name == _CLASSES:
        return {row["item"]: EntityType(row["type"]) for row in rows}
    return {row["item"]: row["country"] for row in rows}
