"""What a view shows of one statement: plain values that go into a page's data, never markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from onrecord.model import Document

LONGEST_NAME = 200
"""Characters of a name that a panel shows; longer ones are cut, so a hostile name breaks no page."""

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINERS = "\u200c\u200d"  # they shape words in Persian and in emoji; other format characters only reorder or hide text


def relation_label(predicate: str, labels: Mapping[str, str]) -> str:
    """The relation in words: its label, or its local name split at capitals (`spokespersonFor`: spokesperson for)."""
    return labels.get(predicate) or _CAPITAL.sub(" ", predicate).lower()


def shown(text: str, longest: int = LONGEST_NAME) -> str:
    """The text on one line of at most `longest` characters, without control and direction characters."""
    kept = (
        " " if letter.isspace() else letter
        for letter in text[: 4 * longest]
        if letter.isspace() or letter in _JOINERS or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}
    )
    line = " ".join("".join(kept).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def marked_quote(
    quote: str, start: int, subject: tuple[int, int] | None, object_: tuple[int, int] | None
) -> list[list[str]]:
    """The quote in pieces `[text, role]`; role is "", "subject", "object" or both.

    Joined, the pieces are the quote. `start` is the quote's offset in the document, the spans are offsets in the
    document too. What lies outside the quote is not marked.
    """
    spans = {"subject": subject, "object": object_}
    local = {role: _within(quote, span[0] - start, span[1] - start) for role, span in spans.items() if span}
    cuts = sorted({0, len(quote)} | {offset for span in local.values() for offset in span})
    pieces = []
    for left, right in pairwise(cuts):
        roles = [role for role, (first, last) in local.items() if first <= left and right <= last]
        pieces.append([quote[left:right], " ".join(roles)])
    return pieces


def card(attributes: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, Any]:
    """The statement's card, from its attributes in `to_networkx`: who says what, how firmly, and where."""
    quote = marked_quote(
        attributes["quote"], attributes["start"], attributes["subject_span"], attributes["object_span"]
    )
    return {
        "relation": relation_label(attributes["predicate"], labels),
        "predicate": attributes["predicate"],
        "status": attributes["status"],
        "saidBy": [shown(name) for name in attributes["attributed_to"]],
        "disputedBy": [shown(name) for name in attributes["disputed_by"]],
        "date": attributes["date"],
        "place": shown(attributes["place"]) if attributes["place"] else None,
        "detail": attributes["detail"],
        "confidence": round(attributes["confidence"], 3),
        "document": attributes["document"],
        "quote": quote,
    }


def source(document: Document) -> dict[str, str]:
    """The document as a card names it: title, name, author, publisher, date and web address, as far as known."""
    facts = {
        "name": document.name,
        "title": document.title,
        "author": document.author,
        "publisher": document.publisher,
        "published": document.published and document.published.isoformat(),
        "url": document.url,
    }
    return {key: value for key, value in facts.items() if value}


def _within(quote: str, first: int, last: int) -> tuple[int, int]:
    """The span cut to the quote; empty when it lies outside."""
    return min(max(first, 0), len(quote)), min(max(last, 0), len(quote))
