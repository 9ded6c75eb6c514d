"""Which files a build writes, and the functions that write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, cast

from onrecord.model import KnowledgeGraph
from onrecord.publish.edition import Edition

type Writer = Callable[[KnowledgeGraph, Path, Edition], None]
"""Writes its files into the folder."""


class Exporter(NamedTuple):
    """A writer (`module:function`, loaded on use) and its files; `is_open`: only if open statements are kept."""

    writer: str
    files: tuple[str, ...]
    is_open: bool = False


OPEN_FILE = "open_statements.jsonl"

EXPORTERS = (
    Exporter("onrecord.publish.rdf:write_rdf", ("graph.ttl", "graph.nq", "graph.jsonld")),
    Exporter("onrecord.publish.exporters:write_network_page", ("network.html",)),
    Exporter("onrecord.publish.jsonlines:write_lines", ("statements.jsonl", "entities.jsonl")),
    Exporter("onrecord.publish.identity:write_identity", ("identity.jsonl",)),
    Exporter("onrecord.publish.jsonlines:write_open_statements", (OPEN_FILE,), is_open=True),
    Exporter("onrecord.publish.report:write_report", ("report.md",)),
)
"""What a build writes; a new format is one line here and one file beside this one."""

FILES = tuple(file for exporter in EXPORTERS for file in exporter.files)
"""The names of all these files."""


def write_files(graph: KnowledgeGraph, folder: Path, edition: Edition) -> Iterator[tuple[str, ...]]:
    """Writes the files of `EXPORTERS` into the folder; gives the names of those written, exporter by exporter."""
    for exporter in EXPORTERS:
        if exporter.is_open and not edition.has_open:
            continue
        module, function = exporter.writer.split(":")
        writer = cast(Writer, getattr(import_module(module), function))
        writer(graph, folder, edition)
        yield exporter.files


def write_network_page(graph: KnowledgeGraph, folder: Path, edition: Edition) -> None:
    """Writes the interactive page, which needs no more of the edition than the labels of the relations."""
    from onrecord.publish.network import write_network  # pyvis takes half a second to import

    write_network(graph, folder / "network.html", labels=edition.labels)
