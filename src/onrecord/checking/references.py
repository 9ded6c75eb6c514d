"""What lines refer to: documents and entities must be there, and be called what the line calls them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from onrecord.checking.findings import Finding, Kind
from onrecord.checking.rows import ActorRow, EntityRow, NameRow, Numbered, StatementRow, actor_of
from onrecord.model import UNKNOWN_AGENT


def dangling_mentions(entities: Iterable[Numbered[EntityRow]], documents: Collection[str]) -> Iterator[Finding]:
    """Mentions in documents that are not there."""
    for numbered in entities:
        for name in dict.fromkeys(mention["document"] for mention in numbered.row["mentions"]):
            if name not in documents:
                what = f"{numbered.row['id']} has a mention in {name}, which documents.jsonl lacks"
                yield numbered.finding(Kind.REFERENCE, what)


def dangling_references(
    statements: Iterable[Numbered[StatementRow]], documents: Collection[str], entities: Mapping[str, EntityRow]
) -> Iterator[Finding]:
    """Documents, ends, places, speakers and disputers that are not there, or have another name or type there."""
    for numbered in statements:
        row = numbered.row
        if row["document"] not in documents:
            what = f"{row['id']} is from {row['document']}, which documents.jsonl lacks"
            yield numbered.finding(Kind.REFERENCE, what)
        for role, actor in _actors(row):
            entity = entities.get(actor["id"])
            if entity is None:
                what = f"the {role} of {row['id']} is {actor['id']}, which entities.jsonl lacks"
                yield numbered.finding(Kind.REFERENCE, what)
            elif actor["name"] != entity["name"] or actor.get("type", entity["type"]) != entity["type"]:
                what = f"the {role} of {row['id']} has another name or type than {actor['id']} in entities.jsonl"
                yield numbered.finding(Kind.AGREEMENT, what)


def _actors(row: StatementRow) -> Iterator[tuple[str, ActorRow | NameRow]]:
    """The entities that the statement refers to, each with its role."""
    if row["subject"]["id"] != UNKNOWN_AGENT:
        yield "subject", row["subject"]
    object_ = actor_of(row["object"])
    if object_ is not None and object_["id"] != UNKNOWN_AGENT:
        yield "object", object_
    if row["place"] is not None:
        yield "place", row["place"]
    yield from (("speaker", speaker) for speaker in row["attributed_to"])
    yield from (("disputer", opponent) for opponent in row["disputed_by"])
