"""Which files a build writes, and the function that writes each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import cast

from onrecord.model import KnowledgeGraph
from onrecord.publish.edition import Edition

type Writer = Callable[[KnowledgeGraph, Path, Edition], None]

EXPORTERS: Mapping[str, str] = {
    "graph.ttl": "onrecord.publish.rdf:write_turtle",
    "graph.nq": "onrecord.publish.rdf:write_nquads",
    "graph.jsonld": "onrecord.publish.rdf:write_jsonld",
    "network.html": "onrecord.publish.exporters:write_network_page",
    "statements.jsonl": "onrecord.publish.jsonlines:write_statements",
    "entities.jsonl": "onrecord.publish.jsonlines:write_entities",
    "report.md": "onrecord.publish.report:write_report",
}
"""File name and writer (`module:function`), loaded on use."""


def write_files(graph: KnowledgeGraph, folder: Path, edition: Edition) -> None:
    """Writes each file of `EXPORTERS` into the folder."""
    for name, place in EXPORTERS.items():
        module, function = place.split(":")
        writer = cast(Writer, getattr(import_module(module), function))
        writer(graph, folder / name, edition)


def write_network_page(graph: KnowledgeGraph, path: Path, edition: Edition) -> None:
    """Writes the interactive page, which needs no more of the edition than the labels of the relations."""
    from onrecord.publish.network import write_network  # pyvis takes half a second to import

    write_network(graph, path, labels=edition.labels)
