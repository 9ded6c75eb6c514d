"""Why coded events of the PLOVER development half are missed, by kind of mistake.

The scorer beside the data says what is right; this says what kind of mistake the rest is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

from built import UNSAID, Built, Row, overlap, rows_of

from onrecord.evaluate import Kind


def mistakes(
    built: Built, gold: Path, ontology: Path, scorer: ModuleType
) -> tuple[Counter[str], dict[str, Counter[Kind]]]:
    """How many records there are of each event type, and how many of them are missed, by kind of mistake."""
    types = scorer.event_types(ontology)
    records: Counter[str] = Counter()
    missed: dict[str, Counter[Kind]] = defaultdict(Counter)
    for record in rows_of(gold):
        if not (record["source"] and record["target"]):
            continue
        event = scorer.NOW.get(record["event"], record["event"])
        records[event] += 1
        kind = _kind(record, event, built, types, scorer)
        if kind is not None:
            missed[event][kind] += 1
    return records, missed


def _kind(record: Row, event: str, built: Built, types: dict[str, set[str]], scorer: ModuleType) -> Kind | None:
    """The kind of mistake; None if the event was found."""
    is_swapped = is_near = is_dyad = False
    kinds_of_status = set()
    for statement in built.statements.get(record["id"], []):
        is_typed = event in types.get(statement["predicate"], ())
        forward = [
            _stands_for(statement, *ends, record, scorer) for ends in (("subject", "source"), ("object", "target"))
        ]
        backward = [
            _stands_for(statement, *ends, record, scorer) for ends in (("subject", "target"), ("object", "source"))
        ]
        if all(forward) and is_typed:
            kinds_of_status.add(statement["status"] not in UNSAID)
        is_dyad |= all(forward)
        is_swapped |= all(backward) and is_typed
        is_near |= any(forward) and is_typed
    if True in kinds_of_status:
        return None
    if kinds_of_status:
        return Kind.WRONG_STATUS
    if is_swapped:
        return Kind.WRONG_ROLE
    if is_dyad:
        return Kind.MISSED_FRAME
    if not all(_is_mentioned(record, key, built, scorer) for key in ("source", "target")):
        return Kind.MISSED_NAME
    return Kind.WRONG_ROLE if is_near else Kind.MISSED_FRAME


def _stands_for(statement: Row, end: str, coded: str, record: Row, scorer: ModuleType) -> bool:
    return bool(scorer.is_one_of(statement[end], record["text"], record[coded]))


def _is_mentioned(record: Row, coded: str, built: Built, scorer: ModuleType) -> bool:
    spans = scorer.spans(record["text"], record[coded])
    return any(overlap(mention.span, span) for mention in built.mentions.get(record["id"], []) for span in spans)
