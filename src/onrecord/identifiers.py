"""Identifiers of actors: a scheme and a value, written as one word in tables.

>>> identifier_of("https://www.wikidata.org/wiki/Q1065")
('wikidata', 'Q1065')
"""

from __future__ import annotations

import re

type Identifier = tuple[str, str]
"""A scheme and a value: `("wikidata", "Q1065")`, `("iso3166", "NO")`."""

WIKIDATA, OPENSANCTIONS, ISO3166, IRI, KNOWN = "wikidata", "opensanctions", "iso3166", "iri", "known"
"""The schemes that have a meaning here; `KNOWN` is what the user calls an actor. Any other word may be one."""

_FORMS = (
    (WIKIDATA, re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/|wikidata:)?(Q[1-9]\d*)")),
    (OPENSANCTIONS, re.compile(r"https?://(?:www\.)?opensanctions\.org/entities/([^/?#]+)/?")),
    (IRI, re.compile(r"(https?://.*)")),
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9]*):(.+)")


def identifier_of(text: str) -> Identifier:
    """The identifier that a table writes so: a Wikidata item, a web address, `scheme:value`, or the user's own word."""
    for scheme, form in _FORMS:
        if match := form.fullmatch(text):
            return scheme, match[1]
    if match := _SCHEME.fullmatch(text):
        return match[1].lower(), match[2]
    return KNOWN, text


def text_of(identifier: Identifier) -> str:
    """The identifier as tables write it, so that `identifier_of` gives it back."""
    scheme, value = identifier
    return value if scheme in {WIKIDATA, IRI, KNOWN} else f"{scheme}:{value}"
