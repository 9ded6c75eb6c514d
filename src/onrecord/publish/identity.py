"""`identity.jsonl`: why names of several documents are one entity, and which entities may be one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from onrecord.model import DocumentId, EntityId, IdentityLink, KnowledgeGraph
from onrecord.publish.edition import Edition

IDENTITY_FILE = "identity.jsonl"

SURE, POSSIBLE = "sure", "possible"
"""The zones of links: merged, and kept apart but offered for review."""


def write_identity(graph: KnowledgeGraph, folder: Path, _: Edition) -> None:
    """Writes one link a line: first those that are sure, then the possible ones, each sorted by their entities."""
    names = {document.id: document.name for document in graph.documents}
    lines = chain(
        ({"zone": SURE} | link_line(link, names) for link in sorted(graph.merges)),
        ({"zone": POSSIBLE} | link_line(link, names) for link in sorted(graph.candidates)),
    )
    with (folder / IDENTITY_FILE).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def link_line(link: IdentityLink, documents: Mapping[DocumentId, str]) -> dict[str, Any]:
    """The link as a line of `identity.jsonl` has it; the document of one from a reference list is the list."""

    def side(identity: EntityId, name: str, document: DocumentId) -> dict[str, str]:
        return {"id": identity, "name": name, "document": documents.get(document, document)}

    return {
        "left": side(link.left, link.left_name, link.left_document),
        "right": side(link.right, link.right_name, link.right_document),
        "weight": link.weight,
        "reasons": list(link.reasons),
    }


def read_links(
    folder: Path, documents: Mapping[str, DocumentId]
) -> tuple[tuple[IdentityLink, ...], tuple[IdentityLink, ...]]:
    """The sure and the possible links. Raises OSError, ValueError, KeyError or TypeError for a broken file."""
    zones: dict[str, list[IdentityLink]] = {SURE: [], POSSIBLE: []}
    with (folder / IDENTITY_FILE).open(encoding="utf-8", newline="\n") as file:
        for line in map(json.loads, file):
            zones[line["zone"]].append(_link(line, documents))
    return tuple(zones[SURE]), tuple(zones[POSSIBLE])


def _link(line: Mapping[str, Any], documents: Mapping[str, DocumentId]) -> IdentityLink:
    left, right = line["left"], line["right"]
    return IdentityLink(
        left=EntityId(left["id"]),
        right=EntityId(right["id"]),
        left_name=left["name"],
        right_name=right["name"],
        left_document=documents.get(left["document"], DocumentId(left["document"])),
        right_document=documents.get(right["document"], DocumentId(right["document"])),
        weight=line["weight"],
        reasons=tuple(line["reasons"]),
    )
