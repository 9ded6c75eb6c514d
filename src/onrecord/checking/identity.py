"""`identity.jsonl` held against the entities: sure links are within one entity, possible ones between two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from onrecord.checking.findings import Finding, Kind
from onrecord.checking.rows import EntityRow, LinkRow, Numbered, SideRow
from onrecord.publish.identity import SURE


def inconsistent_links(
    links: Iterable[Numbered[LinkRow]], entities: Mapping[str, EntityRow], sources: Collection[str]
) -> Iterator[Finding]:
    """Links whose entities, names or documents are not there, or that are in the wrong zone.

    `sources` are the names of documents and of reference lists.
    """
    for numbered in links:
        row = numbered.row
        faults = [f for side in (row["left"], row["right"]) if (f := _fault(side, entities, sources)) is not None]
        is_one = row["left"]["id"] == row["right"]["id"]
        if not faults and is_one != (row["zone"] == SURE):
            faults.append(f"is {row['zone']}, but its sides are {'one entity' if is_one else 'two entities'}")
        yield from (numbered.finding(Kind.IDENTITY, fault) for fault in faults)


def _fault(side: SideRow, entities: Mapping[str, EntityRow], sources: Collection[str]) -> str | None:
    entity = entities.get(side["id"])
    if entity is None:
        return f"is about {side['id']}, which entities.jsonl lacks"
    if side["name"] not in (entity["name"], *entity["aliases"]):
        return f"calls {side['id']} “{side['name']}”, which is none of its names in entities.jsonl"
    if side["document"] not in sources:
        return f"names {side['document']}, which is neither in documents.jsonl nor a list of references.csv"
    return None
