"""JSON checked against a JSON Schema, as far as our own schema goes.

Known are `$ref` to `$defs`, `type`, `enum`, `required`, `properties`, `additionalProperties: false`, `items`,
`minItems` and `minLength`. The `description` of a schema says how to write the value, so it is the mend in the message.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

KEYWORDS = frozenset({"$ref", "type", "enum", "required", "properties", "items", "minItems", "minLength"})
"""The keywords that are checked, beside `additionalProperties: false`."""

type Schema = Mapping[str, Any]

_TYPES = {
    "object": (dict, "no object"),
    "array": (list, "no list"),
    "string": (str, "no string"),
    "integer": (int, "no whole number"),
    "boolean": (bool, "neither true nor false"),
}


def problems(value: object, schema: Schema, root: Schema, place: str = "") -> Iterator[str]:
    """What is wrong with the value, outermost first: place, fault and mend of each."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    fault = _fault(value, schema)
    if fault:
        yield f"{place or 'the file'}: {fault}; write {schema['description']}"
    elif isinstance(value, dict):
        yield from _problems_of_object(value, schema, root, place)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from problems(item, schema["items"], root, f"{place}[{number}]")


def _fault(value: object, schema: Schema) -> str | None:
    if "enum" in schema:
        return None if value in schema["enum"] else f"{_short(value)} is unknown"
    expected, complaint = _TYPES[schema["type"]]
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        return f"{_short(value)} is {complaint}"
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        return "empty"
    if isinstance(value, list) and len(value) < schema.get("minItems", 0):
        return "an empty list"
    return None


def _problems_of_object(value: dict[str, Any], schema: Schema, root: Schema, place: str) -> Iterator[str]:
    known = schema["properties"]
    for key in schema["required"]:
        if key not in value:
            yield f'{place or "the file"}: no "{key}"; write {schema["description"]}'
    for key, item in value.items():
        where = f"{place}.{key}" if place else key
        if key in known:
            yield from problems(item, known[key], root, where)
        else:
            yield f"{where}: no such key; it may be {', '.join(known)}"


def _short(value: object, width: int = 40) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= width else text[: width - 1] + "…"
