"""Publication dates as articles write them; only what can be read in one way is read."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ABBREVIATIONS = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)} | _ABBREVIATIONS

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)\.?,\s+)?"
_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]\d\d:\d\d\S*(?: [+-]?\w+)?)?"),
    re.compile(_WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]+)\.?,?\s+(?P<year>\d{4})", re.I),
    re.compile(_WEEKDAY + r"(?P<month>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.I),
)


def read_date(text: str) -> date | None:
    """The day that the whole text names ("2016-11-11", "11 November 2016", "Friday, Nov. 11, 2016"), or None.

    None also for 11/12/2016, which is one day in London and another in New York, and for a day that no month has.
    """
    for form in _FORMS:
        match = form.fullmatch(text.strip())
        if match:
            return _date(match["year"], match["month"], match["day"])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdecimal() else _MONTH_NUMBERS.get(month.lower(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
