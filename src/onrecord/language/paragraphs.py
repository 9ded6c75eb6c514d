"""The paragraphs of a text: what is prose, and what is a title, a byline or a labelled line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.language.datelines import dateline

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[ \t]*\S.*)*")
_LABELLED = re.compile(r"\W*[A-Z][\w ]{1,20}:\s*\S")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]}]*$")
_LONGEST_HEADING = 20
"""Words; a heading is shorter than prose."""

# The parser was trained on plain punctuation. Same length, so that offsets stay those of the document.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\r": " ", "\t": " ", "[": " ", "]": " ", "{": " ", "}": " "})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the document's text; `text` is what the parser sees, of the same length."""

    start: int
    text: str
    is_heading: bool


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of `text` in order: blank lines part them.

    Short lines without an end mark before the first prose are headings, and so are labelled lines ("Published: ...")
    and the dateline of the first prose.
    """
    found = list(_PARAGRAPH.finditer(text.replace("\r\n", " \n").replace("\r", "\n")))
    before_prose, is_filed = len(found) > 1, True
    for match in found:
        stretch = match.group()
        is_short = len(stretch.split()) <= _LONGEST_HEADING and not _SENTENCE_END.search(stretch)
        is_labelled = len(found) > 1 and is_short and _LABELLED.match(stretch) is not None
        is_heading = is_labelled or (before_prose and is_short)
        before_prose = before_prose and is_heading
        plain = text[match.start() : match.end()].translate(_PLAIN)
        split = dateline(plain) if is_filed and not is_heading else 0
        is_filed = is_filed and is_heading
        if split:
            yield Paragraph(match.start(), plain[:split], is_heading=True)
        yield Paragraph(match.start() + split, plain[split:], is_heading)
