"""Dates in a text as EDTF (Extended Date/Time Format, Library of Congress / ISO 8601-2).

Relative dates count from the publication date. Without one the year stays open (`XXXX-01-06`); no year is invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"a": 1, "an": 1}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:1\d|20)\d\d"
_FULL = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+({_YEAR}))?\b", re.I)
_FULL_BRITISH = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})(?:,?\s+({_YEAR}))?\b", re.I)
_MONTH_YEAR = re.compile(rf"\b({_MONTH}),?\s+(?:of\s+)?({_YEAR})\b", re.I)
_ISO = re.compile(rf"\b({_YEAR})-(\d\d)-(\d\d)\b")
_YEAR_ONLY = re.compile(r"\b((?:1[5-9]|20)\d\d)\b")
_EARLY_YEAR = re.compile(
    r"(?:(?<=died )|(?<=died in )|(?<=born )|(?<=born in )|(?<=born c. )|(?<=died c. ))(1?\d{3})(?=[\s,)])", re.I
)
"""Years before 1500 are told from other numbers by what is said of them."""
_NO_YEAR = re.compile(r"%\d|-\d{1,3}(?!\d)")
_DECADE = re.compile(r"\b((?:1[5-9]|20)\d)0s\b")
_MONTH_ONLY = re.compile(rf"\b({_MONTH})\b", re.I)
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.I)
_RELATIVE = re.compile(r"\b(last|this|next)\s+(week|month|year)\b", re.I)
_AGO = re.compile(r"\b(\d+|[a-z]+)\s+(day|week|month|year)s?\s+ago\b", re.I)
_WEEKEND = re.compile(r"\b(?:(?:at|over|on|during)\s+)?(the|last|next)\s+weekend\b", re.I)
_BEFORE_MONTH = frozenset("in since last of until by during early late mid next this for".split())
_TURNS = frozenset({"last", "this", "next"})
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
MONTHS_AHEAD = 3
"""Months up to which a month after publication is taken for a coming one."""

_SEPARATOR = re.compile(r"^\s*(?:and|to|until|till|-|–|—)\s*$", re.I)


_MONTH_WORD = re.compile(rf"{_MONTH}", re.I)


@dataclass(frozen=True, slots=True)
class DateMention:
    """Characters `start` to `end` (exclusive) of a text and the date they name; `ends` are the two of a range."""

    start: int
    end: int
    edtf: str
    ends: tuple[DateMention, ...] = ()


def number_of(word: str) -> int | None:
    """The number that a numeral tells, "12", "twelve", "a"."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """The dates that `text` names, in order, ranges joined ("between January 2002 and March 2004")."""
    found: list[DateMention] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            value = read(match, published)
            if value is not None:
                found.append(DateMention(match.start(), match.end(), value))
    return _ranges(text, sorted(found, key=lambda mention: mention.start))


def _ranges(text: str, found: list[DateMention]) -> list[DateMention]:
    joined: list[DateMention] = []
    for mention in found:
        before = joined[-1] if joined else None
        if before is not None and _SEPARATOR.match(text[before.end : mention.start]):
            lead = text[max(0, before.start - 8) : before.start].lower()
            is_range = lead.rstrip().endswith(("between", "from")) or "and" not in text[before.end : mention.start]
            if is_range and "/" not in before.edtf and _known_year(before.edtf) == _known_year(mention.edtf):
                joined[-1] = DateMention(before.start, mention.end, f"{before.edtf}/{mention.edtf}", (before, mention))
                continue
        joined.append(mention)
    return joined


def _known_year(edtf: str) -> bool:
    return not edtf.startswith("X")


def _month(name: str) -> int:
    return _SHORT_MONTHS[name[:3].lower()]


def _day(year: str | None, month: int, day: int, published: date | None) -> str | None:
    """A day; without a year the one nearest before publication (a little after it for what is planned)."""
    if not 1 <= day <= 31:
        return None
    if year is not None:
        return f"{year}-{month:02}-{day:02}"
    if published is None:
        return f"XXXX-{month:02}-{day:02}"
    return f"{_nearest_year(month, published)}-{month:02}-{day:02}"


def _nearest_year(month: int, published: date) -> int:
    """The year of a month named without one: the coming months are ahead, later ones lie in the year before."""
    return published.year - (month - published.month > MONTHS_AHEAD)


def _full(match: re.Match[str], published: date | None) -> str | None:
    return _day(match[3], _month(match[1]), int(match[2]), published)


def _full_british(match: re.Match[str], published: date | None) -> str | None:
    return _day(match[3], _month(match[2]), int(match[1]), published)


def _month_year(match: re.Match[str], _: date | None) -> str:
    return f"{match[2]}-{_month(match[1]):02}"


def _month_only(match: re.Match[str], published: date | None) -> str | None:
    if match[1].lower() in {"may", "march", "mar", "sep", "dec"} and not match[1][0].isupper():
        return None
    lead = _lead(match.string, match.start())
    if lead not in _BEFORE_MONTH:
        return None
    month = _month(match[1])
    if published is None:
        return f"XXXX-{month:02}"
    year = _turned_year(lead, month, published) if lead in _TURNS else _nearest_year(month, published)
    return f"{year}-{month:02}"


def _lead(text: str, at: int) -> str:
    """The word before a place of `text`."""
    words = text[max(0, at - 12) : at].lower().split()
    return words[-1] if words else ""


def _turned_year(turn: str, month: int, published: date) -> int:
    """The year of "last May", "this May", "next May"."""
    if turn == "last":
        return published.year - (month >= published.month)
    return published.year + (turn == "next" and month <= published.month)


def _iso(match: re.Match[str], _: date | None) -> str:
    return match[0]


def _year_only(match: re.Match[str], _: date | None) -> str | None:
    return None if _NO_YEAR.match(match.string, match.end()) else match[1]


def _early_year(match: re.Match[str], _: date | None) -> str:
    return match[1].zfill(4)


def _decade(match: re.Match[str], _: date | None) -> str:
    return f"{match[1]}X"


def _weekday(match: re.Match[str], published: date | None) -> str | None:
    """The last such day up to publication; news write "on Wednesday" of the week behind them."""
    if published is None:
        return None
    lead, wanted = _lead(match.string, match.start()), _WEEKDAYS.index(match[1].lower())
    if lead == "next":
        return _coming(wanted, published + timedelta(1)).isoformat()
    return _past(wanted, published - timedelta(lead == "last")).isoformat()


def _coming(weekday: int, first: date) -> date:
    """The next such day from `first` on."""
    return first + timedelta((weekday - first.weekday()) % 7)


def _past(weekday: int, last: date) -> date:
    """The last such day up to `last`."""
    return last - timedelta((last.weekday() - weekday) % 7)


def _weekend(match: re.Match[str], published: date | None) -> str | None:
    """Saturday and Sunday: the last up to publication, or the next."""
    if published is None:
        return None
    if match[1].lower() == "next":
        return _days(_coming(0, published + timedelta(1)) + timedelta(5))
    return _days(_past(5, published - timedelta(match[1].lower() == "last" and published.weekday() > 4)))


def _days(saturday: date) -> str:
    return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"


def _relative(match: re.Match[str], published: date | None) -> str | None:
    if published is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[match[1].lower()]
    unit = match[2].lower()
    if unit == "year":
        return str(published.year + step)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    monday = published - timedelta(published.weekday()) + timedelta(7 * step)
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _ago(match: re.Match[str], published: date | None) -> str | None:
    number = number_of(match[1])
    if number is None or published is None:
        return None
    unit = match[2].lower()
    if unit == "year":
        return str(published.year - number)
    if unit == "month":
        months = published.year * 12 + published.month - 1 - number
        return f"{months // 12}-{months % 12 + 1:02}"
    return (published - timedelta(number * (7 if unit == "week" else 1))).isoformat()


def _named_day(match: re.Match[str], published: date | None) -> str | None:
    return (published + timedelta(_DAYS[match[1].lower()])).isoformat() if published is not None else None


_READERS = (
    (_ISO, _iso),
    (_FULL, _full),
    (_FULL_BRITISH, _full_british),
    (_MONTH_YEAR, _month_year),
    (_DECADE, _decade),
    (_AGO, _ago),
    (_RELATIVE, _relative),
    (_WEEKEND, _weekend),
    (_WEEKDAY, _weekday),
    (re.compile(rf"\b({'|'.join(_DAYS)})\b", re.I), _named_day),
    (_YEAR_ONLY, _year_only),
    (_EARLY_YEAR, _early_year),
    (_MONTH_ONLY, _month_only),
)


def is_yearless(text: str, mention: DateMention) -> bool:
    """Whether a month, or a day of one, is named without its year and without "last" or "next"."""
    words = text[mention.start : mention.end].split()
    is_month = any(_MONTH_WORD.fullmatch(word) for word in words) and not _YEAR_ONLY.search(" ".join(words))
    return is_month and not mention.ends and _lead(text, mention.start) not in _TURNS


def by_tense(text: str, mention: DateMention, published: date, *, is_ahead: bool) -> str:
    """The date of a mention of a weekday or of a month without its year, in the past or ahead as its verb is."""
    if _lead(text, mention.start) in {"last", "next"}:
        return mention.edtf
    words = text[mention.start : mention.end].lower()
    if words in _WEEKDAYS and is_ahead:
        return _coming(_WEEKDAYS.index(words), published).isoformat()
    if not is_yearless(text, mention) or not _known_year(mention.edtf):
        return mention.edtf
    named, told = mention.edtf[4:], published.isoformat()[4 : len(mention.edtf)]
    year = published.year + (named < told) if is_ahead else published.year - (named > told)
    return f"{year}{named}"
