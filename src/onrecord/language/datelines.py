"""Datelines: where and when a story was filed, and by whom, before its first sentence."""

from __future__ import annotations

import re

_BEFORE_DASH = re.compile(r"(?P<line>[^\W\d_][^\"“”«»]{2,90}?)(?:\s+(?:--+|-)\s+|\s*[–—]\s*)(?=[\"“'‘«]?[^\W_])")
_AGENCY = re.compile(r"\s*(?:\((?P<name>[A-ZÀ-Þ][^\d()]+)\)|/[^/]+/)$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?$")
_SHORTEST_TOWN = 4
"""Letters of a town in capitals; shorter words are acronyms."""
_LONGEST_PARTICLE = 3
"""Letters of the small words in names of towns: "Rio de Janeiro"."""


def dateline(text: str) -> int:
    """How many characters of a paragraph are its dateline, the dash and the space behind it included; 0 without one.

    "OSLO, 3 May (Agency) – ", "BERGEN/OSLO -- ", "Oslo, Norway (Agency) - ": a town in capitals, a day or an agency
    tell it from other words before a dash.
    """
    match = _BEFORE_DASH.match(text)
    if match is None or match["line"].count("(") != match["line"].count(")"):  # "Ada Roe (5 May 1815 - "
        return 0
    line = match["line"]
    agency = _AGENCY.search(line)
    where = line[: agency.start()] if agency else line
    words = [word.strip(".,|") for word in where.replace("/", " ").split()]
    are_names = line[0].isupper() and all(not word[:1].islower() or len(word) <= _LONGEST_PARTICLE for word in words)
    acronym = "".join(word[:1] for word in words)
    is_sent = agency is not None and agency["name"] not in {None, acronym}
    is_filed = is_sent or _is_in_capitals(where) or _DAY.search(where) is not None
    return match.end() if are_names and is_filed else 0


def _is_in_capitals(where: str) -> bool:
    town = re.split(r"[,/|(]", where)[0]
    return town.isupper() and sum(letter.isalpha() for letter in town) >= _SHORTEST_TOWN
