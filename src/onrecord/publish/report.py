"""`report.md`: what was read, what failed, what was found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord import __version__
from onrecord.model import KnowledgeGraph
from onrecord.publish.edition import Edition
from onrecord.publish.summary import Summary, summary_of

LISTED = 200
"""Documents that the report lists by name; a longer table serves nobody."""

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write_report(graph: KnowledgeGraph, folder: Path, edition: Edition) -> None:
    """Writes `report.md`."""
    text = "\n".join(_lines(graph, edition)) + "\n"
    (folder / "report.md").write_text(text, encoding="utf-8", newline="\n")


def _lines(graph: KnowledgeGraph, edition: Edition) -> Iterator[str]:
    summary = summary_of(graph)
    yield "# What this build read and found"
    yield ""
    yield f"onrecord {__version__}, ontology {edition.ontology_digest}, model {_plain(edition.model)}"
    yield from _read(graph, summary)
    yield from _failed(edition)
    yield from _table(
        "Statements by status",
        ("status", "statements"),
        ((status.value, str(count)) for status, count in summary.by_status.items()),
    )
    yield from _table(
        "Statements by relation",
        ("relation", "statements"),
        ((_plain(edition.label(name)), str(count)) for name, count in summary.by_predicate.items()),
    )
    yield from _connected(summary)


def _read(graph: KnowledgeGraph, summary: Summary) -> Iterator[str]:
    words = sum(len(document.text.split()) for document in graph.documents)
    counts = Counter(statement.document for statement in graph.statements)
    types = ", ".join(f"{count} {kind.value}" for kind, count in summary.by_type.items())
    yield ""
    yield f"- documents: {summary.documents}, with {words:,} words"
    yield f"- entities: {summary.entities}" + (f" ({types})" if types else "")
    yield f"- statements: {summary.statements}"
    yield from _table(
        "Documents",
        ("document", "title", "published", "statements"),
        (
            (
                _plain(document.name),
                _plain(document.title or ""),
                document.published.isoformat() if document.published else "",
                str(counts[document.id]),
            )
            for document in graph.documents[:LISTED]
        ),
    )
    if len(graph.documents) > LISTED:
        yield ""
        yield f"and {len(graph.documents) - LISTED} more"


def _failed(edition: Edition) -> Iterator[str]:
    yield ""
    yield "## Failed"
    yield ""
    if not edition.failures:
        yield "Nothing."
    yield from (f"- {_plain(failure)}" for failure in edition.failures)


def _connected(summary: Summary) -> Iterator[str]:
    rows = (
        (_plain(actor.entity.name), actor.entity.type.value, str(actor.others), str(actor.statements))
        for actor in summary.most_connected
    )
    yield from _table("Most connected actors", ("actor", "type", "linked to", "statements"), rows)


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" for _ in head) + " |"
    yield from ("| " + " | ".join(row) + " |" for row in rows)


def _plain(text: str) -> str:
    """The text on one line, with nothing in it that Markdown would read as markup."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
