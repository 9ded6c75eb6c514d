"""Names in the form that comparing needs: folded, in Latin letters, without marks and articles."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from onrecord.language.gazetteer import fold

_MARKS = re.compile(r"[\"“”'’‘`´,()]")
_PLACED = re.compile(r"^(\w+) (?:in|of) (\w+)$")


@lru_cache(maxsize=1 << 18)
def comparable(name: str) -> str:
    """The name as it is compared: "the Moen Foundation" and "Moen  foundation" are one; "J.K. Moen" is "j k moen"."""
    key = fold(name)
    if not key.isascii():
        key = fold(anyascii(key))
    key = _MARKS.sub("", key).replace("-", " ").replace(".", ". ")
    key = " ".join(key.replace(".", "").split())
    return _PLACED.sub(r"\2 \1", key.removeprefix("the "))  # "court in Oslo", "Oslo court"
