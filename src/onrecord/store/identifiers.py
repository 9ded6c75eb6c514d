"""The identifiers of entities in other people's data, as web addresses."""

from __future__ import annotations

import re

from onrecord.store.vocabulary import GEONAMES, WIKIDATA

_WIKIDATA_ITEM = re.compile(r"(?:(?:wikidata|wd):)?(Q[1-9]\d*)")


def address_of(scheme: str, identifier: str) -> str | None:
    """The IRI that the identifier stands for; None for codes and whatever else has none.

    >>> address_of("known", "Q1065")
    'http://www.wikidata.org/entity/Q1065'
    """
    if scheme == "geonames":
        return f"{GEONAMES}{identifier}/"
    item = _WIKIDATA_ITEM.fullmatch(identifier)
    if item:
        return WIKIDATA + item[1]
    return identifier if identifier.startswith(("http://", "https://")) else None
