"""What the head and the foot of a plain text say about it: title, author, publication date, address.

The lines stay in the text; here they are only understood. Nothing is guessed from the body.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date

from onrecord.read.dates import read_date

BYTE_ORDER_MARK = "\ufeff"
_MARGIN = 8
"""Lines with text that are looked at, from the first and from the last."""
_TITLE_LENGTH = 200

_LABELS = (
    ("title", re.compile(r"(?:title|headline)\s*:\s*(.+)", re.I)),
    ("author", re.compile(r"(?:authors?|by|byline|written by)\s*:\s*(.+)", re.I)),
    ("published", re.compile(r"(?:published|publication date|date published|date)\s*:\s*(.+)", re.I)),
    ("url", re.compile(r"(?:source url|source|url|link)\s*:\s*(<?https?://\S+)", re.I)),
)
_BY_LINE = re.compile(r"(?:BY|By)\s+(?P<names>.+?)(?:,? in (?P<place>\S.*))?")
_NAME_AND_CITY = re.compile(r"(?P<names>[^,]+), (?P<place>[^,]+)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_NAME_WORDS = 10
"""More than these are a sentence, not the names of three authors."""
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*\.?")
_NAME_PARTICLES = frozenset(
    {
        *("and", "de", "da", "di", "del", "della", "der", "den", "dos", "du", "van", "von"),
        *("el", "al", "la", "le", "bin", "ibn", "ben", "ter", "ten"),
    }
)

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Head:
    """The metadata found; None for what is not there."""

    title: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None


def read_head(text: str, place: str) -> Head:
    """The metadata of the text. `place` names it in the warning about a `Published:` line that holds no date."""
    head = Head()
    lines = [line.strip() for line in text.removeprefix(BYTE_ORDER_MARK).split("\n")]
    filled = [number for number, line in enumerate(lines) if line]
    in_body = False
    for number in filled[:_MARGIN]:
        line = lines[number]
        if _read_marked_line(head, line, place) or (not in_body and _read_name_and_city(head, line)):
            continue
        is_alone = number + 1 == len(lines) or not lines[number + 1]
        if head.title is None and not in_body and is_alone and _is_headline(line):
            head.title = line.lstrip("# ")
        else:
            in_body = True
    for number in filled[-_MARGIN:]:
        _read_label(head, lines[number], place, only="url")
    return head


def _read_marked_line(head: Head, line: str, place: str) -> bool:
    """Whether the line is metadata beyond doubt: has a label, is a date and nothing else, or "By" and names."""
    if _read_label(head, line, place):
        return True
    day = read_date(line)
    if day is not None:
        head.published = head.published or day
        return True
    by_line = _BY_LINE.fullmatch(line)
    if by_line and _are_names(by_line["names"]):
        head.author = head.author or by_line["names"]
        return True
    return False


def _read_label(head: Head, line: str, place: str, only: str | None = None) -> bool:
    for name, label in _LABELS:
        match = label.fullmatch(line)
        if not match or (only and name != only):
            continue
        value = _LINK.sub(r"\1", match[1]).strip()
        if name == "published":
            head.published = head.published or read_date(value)
            if read_date(value) is None:
                logger.warning('%s: no date in "%s"; write it as 2016-11-11', place, line)
        elif getattr(head, name) is None:
            setattr(head, name, value.strip("<>") if name == "url" else value)
        return True
    return False


def _read_name_and_city(head: Head, line: str) -> bool:
    """Whether the line under the title is a by-line without "By": a name, a comma, a city."""
    match = _NAME_AND_CITY.fullmatch(line)
    if head.title is None or head.author or not match:
        return False
    is_by_line = len(match["names"].split()) > 1 and all(map(_are_names, match.groups()))
    if is_by_line:
        head.author = match["names"]
    return is_by_line


def _are_names(text: str) -> bool:
    """Whether each word could stand in a person's or a city's name: a capital first or a particle, no digit."""
    words = text.replace(",", " ").split()
    return 0 < len(words) <= _NAME_WORDS and all(
        _NAME_WORD.fullmatch(word) and (word[0].isupper() or word in _NAME_PARTICLES or word.startswith(("al-", "el-")))
        for word in words
    )


def _is_headline(line: str) -> bool:
    return len(line) <= _TITLE_LENGTH and (not line.endswith((".", ":", ",", ";")) or line.endswith("..."))
