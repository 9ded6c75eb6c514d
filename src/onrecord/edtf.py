"""Extended Date/Time Format (ISO 8601-2, levels 0 to 2): which days a date may mean.

https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

_DATE = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?:T[\d:]+(?:Z|[+-][\d:]+)?)?")
_QUALIFIERS = str.maketrans("", "", "?~%")
_OPEN = ("", "..")

_PERIODS = {
    # Seasons of no known hemisphere may lie anywhere in the year; winter may last into the next.
    21: (1, 12), 22: (1, 12), 23: (1, 12), 24: (1, 14),
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
"""First and last month of the "months" 21 to 41: seasons, quarters, thirds, halves; 13 and 14 are in the next year."""


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[date, date] | None:
    """The earliest and the latest day that the date may mean, inclusive.

    None where no year is known (`XXXX-01-06`), where an interval is open (`2004/..`) or turned round, and for what is
    no EDTF date of the years 1 to 9999. Qualifiers (`?`, `~`, `%`) do not widen the bounds.

    >>> bounds("2002-01/2004-03")
    (datetime.date(2002, 1, 1), datetime.date(2004, 3, 31))
    """
    parts = _parts(edtf)
    ranges = [_date_bounds(part) for part in parts or ()]
    known = [days for days in ranges if days is not None]
    if not known or len(known) < len(ranges):
        return None
    earliest, latest = known[0][0], known[-1][1]
    if edtf[0] in "[{":
        return min(days[0] for days in known), max(days[1] for days in known)
    return (earliest, latest) if earliest <= latest else None


def is_edtf(text: str) -> bool:
    """Whether the text has the form of an EDTF date, interval or set, open ones included."""
    parts = _parts(text)
    dated = [part for part in parts or () if part not in _OPEN]
    return bool(dated) and all(_is_date(part) for part in dated)


def _parts(edtf: str) -> list[str] | None:
    """The dates that an interval or a set is made of, without qualifiers; None if the brackets do not match."""
    text = edtf.translate(_QUALIFIERS)
    if text[:1] in ("[", "{"):
        if text[-1] != {"[": "]", "{": "}"}[text[0]]:
            return None
        return re.split(r",\s*|\.\.", text[1:-1])
    return text.split("/") if text.count("/") <= 1 else None


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if not match:
        return False
    month, day = match["month"], match["day"]
    if month and month.isdecimal() and int(month) in _PERIODS:
        return day is None
    return (not month or any(_values(month, 1, 12))) and (not day or any(_values(day, 1, 31)))


def _date_bounds(text: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(text)
    if not match or match["year"].startswith("X") or not _is_date(text):
        return None
    first, last = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    if first < 1:
        return None
    month, day = match["month"], match["day"]
    if month and month.isdecimal() and int(month) in _PERIODS:
        start, end = _PERIODS[int(month)]
        return _safe_bounds(first, start, last + (end > 12), (end - 1) % 12 + 1)
    if not day:
        months = list(_values(month or "XX", 1, 12))
        return _safe_bounds(first, months[0], last, months[-1])
    return _day_bounds(first, last, month, day)


def _safe_bounds(first_year: int, first_month: int, last_year: int, last_month: int) -> tuple[date, date] | None:
    if last_year > date.max.year:
        return None
    return date(first_year, first_month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _day_bounds(first: int, last: int, month: str, day: str) -> tuple[date, date] | None:
    """The bounds of a pattern with a day, such as `2004-XX-31`; only days that exist count."""
    earliest = next(_days(range(first, last + 1), month, day), None)
    latest = next(_days(range(last, first - 1, -1), month, day, is_descending=True), None)
    return (earliest, latest) if earliest and latest else None


def _days(years: range, month: str, day: str, *, is_descending: bool = False) -> Iterator[date]:
    step = -1 if is_descending else 1
    for year in years:
        for number in list(_values(month, 1, 12))[::step]:
            for in_month in list(_values(day, 1, monthrange(year, number)[1]))[::step]:
                yield date(year, number, in_month)


def _values(digits: str, low: int, high: int) -> Iterator[int]:
    """The numbers from low to high that two digits, X for any, may mean."""
    form = re.compile(digits.replace("X", r"\d"))
    return (number for number in range(low, high + 1) if form.fullmatch(f"{number:02}"))
