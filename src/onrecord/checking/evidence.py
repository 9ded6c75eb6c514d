"""Quotes and mentions: the text must have these very words at these offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from onrecord.checking.findings import Finding, Kind
from onrecord.checking.rows import EntityRow, Numbered, StatementRow, WordsRow
from onrecord.model import Document

_LONGEST = 40


def misquoted(statements: Iterable[Numbered[StatementRow]], documents: Mapping[str, Document]) -> Iterator[Finding]:
    """Quotes that the text does not have there, and subjects and objects that it does not have there, in the quote.

    Statements from documents that are not there are passed over.
    """
    for numbered in statements:
        row, document = numbered.row, documents.get(numbered.row["document"])
        if document is None:
            continue
        start, end, quote = row["evidence"]["start"], row["evidence"]["end"], row["evidence"]["quote"]
        fault = _fault(document, start, end, quote)
        if fault is not None:
            yield numbered.finding(Kind.EVIDENCE, f"the quote of {row['id']} {fault}")
            continue
        words: tuple[tuple[str, WordsRow], ...] = (("subject", row["subject"]), ("object", row["object"]))
        for role, actor in words:
            fault = _fault_of_words(document, actor, start, end)
            if fault is not None:
                yield numbered.finding(Kind.EVIDENCE, f"the {role} of {row['id']} {fault}")


def mistaken_mentions(entities: Iterable[Numbered[EntityRow]], documents: Mapping[str, Document]) -> Iterator[Finding]:
    """Mentions that the text does not have there."""
    for numbered in entities:
        for mention in numbered.row["mentions"]:
            document = documents.get(mention["document"])
            fault = document and _fault(document, mention["start"], mention["end"], mention["text"])
            if fault:
                yield numbered.finding(Kind.EVIDENCE, f"a mention of {numbered.row['id']} {fault}")


def _fault_of_words(document: Document, words: WordsRow, start: int, end: int) -> str | None:
    if not {"start", "end", "text"} & words.keys():
        return None
    if not {"start", "end", "text"} <= words.keys():
        return "has only some of start, end and text"
    if not start <= words["start"] <= words["end"] <= end:
        return f"is at {words['start']} to {words['end']}, outside the quote"
    return _fault(document, words["start"], words["end"], words["text"])


def _fault(document: Document, start: int, end: int, text: str) -> str | None:
    if not 0 <= start < end <= len(document.text):
        return f"is at {start} to {end} of {document.name}, which has {len(document.text)} characters"
    if document.text[start:end] == text:
        return None
    return f"is not what {document.name} has at {start} to {end}: “{_short(document.text[start:end])}”"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
