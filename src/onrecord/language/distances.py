"""Dates told by how far they lie from another: "two months later", "the next day", "the same evening"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.language.dates import number_of

_DAY_PART = "day|morning|afternoon|evening|night"
_UNIT = rf"{_DAY_PART}|week|month|year"
_DISTANCE = re.compile(
    rf"\b(?:(?!the\b)(?P<count>\d+|[a-z]+)\s+(?:full\s+|whole\s+)?(?P<unit>day|week|month|year)s?\s+"
    r"(?P<way>later|earlier|afterwards?|before|after|previously)"
    rf"|the\s+(?P<one>{_UNIT})\s+(?P<side>before|after)"
    rf"|the\s+(?P<turn>next|following|previous|same|very\s+same|very\s+next)\s+(?P<whole>{_UNIT})"
    rf"|(?:later\s+|earlier\s+)?that\s+(?:same\s+|very\s+)?(?P<that>{_UNIT})"
    r"|(?:(?:a\s+few|several|some|just)\s+)?(?:hours|minutes)\s+(?P<soon>later|earlier|afterwards?))\b",
    re.I,
)
_FORWARD = frozenset({"later", "after", "afterward", "afterwards", "next", "following", "very next"})
_STILL = frozenset({"same", "very same"})
_SPAN_BEFORE = re.compile(r"\b(?:over|in|for|within|during|of|until|by|throughout|all)\s+$", re.I)
_STANDS_ALONE = re.compile(r"\s*(?:$|[.,;:!?)\"”—–]|(?:and|but|or)\b)", re.I)
_COMPARED = re.compile(r"\s+(?:as|that|of|when)\b", re.I)
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-\d\d)?")
_COMMON_YEAR, _LEAP_YEAR = 2001, 2000


@dataclass(frozen=True, slots=True)
class Distance:
    """Characters `start` to `end` of a text that tell a distance of so many units, forward if positive.

    `is_open`: the words from which it counts follow, "two days after the vote"; otherwise the date told before them.
    """

    start: int
    end: int
    number: int
    unit: str
    is_open: bool = False

    def back(self) -> Distance:
        """The distance from the other end."""
        return Distance(self.start, self.end, -self.number, self.unit, self.is_open)


def find_distances(text: str) -> Iterator[Distance]:
    """The distances that `text` tells, in order."""
    for match in _DISTANCE.finditer(text):
        distance = _read(match)
        if distance is not None:
            yield distance


def _read(match: re.Match[str]) -> Distance | None:
    named = {name: " ".join(value.lower().split()) for name, value in match.groupdict().items() if value}
    start, end = match.span()
    if "soon" in named:
        return Distance(start, end, 0, "day")
    if "that" in named:
        return None if _COMPARED.match(match.string, end) else Distance(start, end, 0, _whole(named["that"]))
    if "turn" in named:
        return _turn(match, named["turn"], _whole(named["whole"]))
    number = number_of(named["count"]) if "count" in named else 1
    if number is None:
        return None
    way = named.get("way") or named["side"]
    is_open = way in {"before", "after"} and _STANDS_ALONE.match(match.string, end) is None
    unit = named["unit"] if "unit" in named else _whole(named["one"])
    return Distance(start, end, number if way in _FORWARD else -number, unit, is_open)


def _turn(match: re.Match[str], word: str, unit: str) -> Distance | None:
    """ "The next day"; but "over the next year" is how long, and "the same day as" looks elsewhere."""
    if word in _STILL:
        return None if _COMPARED.match(match.string, match.end()) else Distance(*match.span(), 0, unit)
    if word == "next" and unit != "day" and _SPAN_BEFORE.search(match.string, 0, match.start()):
        return None
    return Distance(*match.span(), 1 if word in _FORWARD else -1, unit)


def _whole(unit: str) -> str:
    return unit if unit in {"week", "month", "year"} else "day"


def shifted(edtf: str, distance: Distance) -> str | None:
    """The EDTF date that lies `distance` away from `edtf`; None if that is told less exactly than the distance."""
    bounds = edtf.split("/")
    counted = bounds[-1] if distance.number > 0 else bounds[0]
    if distance.unit == "year":
        return str(int(counted[:4]) + distance.number).zfill(4) if counted[:4].isdigit() else None
    if distance.unit == "month":
        match = _MONTH.fullmatch(counted)
        return _month_away(match[1], int(match[2]), distance.number) if match else None
    match = _DAY.fullmatch(counted)
    if match is None:
        return None
    if distance.unit == "week" and distance.number == 0:
        return None
    days = distance.number * (7 if distance.unit == "week" else 1)
    return _day_away(match[1], int(match[2]), int(match[3]), days)


def _month_away(year: str, month: int, number: int) -> str:
    if year == "XXXX":
        return f"XXXX-{(month - 1 + number) % 12 + 1:02}"
    months = int(year) * 12 + month - 1 + number
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _day_away(year: str, month: int, day: int, number: int) -> str | None:
    try:
        if year != "XXXX":
            return (date(int(year), month, day) + timedelta(number)).isoformat()
        found = {(date(y, month, day) + timedelta(number)).isoformat()[4:] for y in (_COMMON_YEAR, _LEAP_YEAR)}
    except ValueError:  # no such day: 31 April
        return None
    return f"XXXX{found.pop()}" if len(found) == 1 else None
