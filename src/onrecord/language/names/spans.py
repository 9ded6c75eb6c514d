"""Mentions of names: a candidate with the type decided for it, or the country that the gazetteer knows by it."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.language.gazetteer import GazetteerEntry, PlaceKind, fold
from onrecord.language.mentions import Span
from onrecord.language.names.candidate import Candidate, has_article, key_of
from onrecord.language.names.heads import head_of
from onrecord.language.names.resources import Resources
from onrecord.language.parse import Parse
from onrecord.model import EntityType, Form


def span_of(parse: Parse, resources: Resources, candidate: Candidate, types: Mapping[str, EntityType]) -> Span | None:
    """The mention that a candidate is, given the types by the keys of names; None where it has no type."""
    first, end = candidate.first, candidate.end
    head = head_of(parse, first, end)
    if (actor := candidate.known) is not None:
        return Span(first, end, head, actor.type, Form.NAME, actor.name, is_known=True, identifiers=actor.identifiers)
    text = parse.span_text(first, end).replace("\n", " ")
    entry = resources.gazetteer.find(text)
    decided = types.get(key_of(parse, candidate))
    if entry is not None and _is_national(parse, candidate, head, entry, decided):
        return _national_span(parse, first, end, head, text, entry)
    if decided is None:
        return None
    is_person, is_single = decided is EntityType.PERSON, end - first == 1
    return Span(
        first,
        end,
        head,
        decided,
        Form.NAME,
        text,
        country=entry.country if entry is not None and decided is EntityType.PLACE else None,
        is_plural=parse.tags[head] == "NNPS" and is_person and is_single and has_article(parse, first),  # "the Roes"
        is_label=is_single and resources.slots.is_label(parse, first),
        gender=resources.genders.of(fold(text)) if is_person else None,
    )


def _is_national(
    parse: Parse, candidate: Candidate, head: int, entry: GazetteerEntry, decided: EntityType | None
) -> bool:
    """Whether a name is a country's or a nationality's, and not that of somebody called like one."""
    if candidate.has_title or entry.kind not in {PlaceKind.COUNTRY, PlaceKind.NATIONALITY}:
        return False
    is_person = decided is EntityType.PERSON and candidate.label == "PERSON"
    is_modifier = parse.deps[head] in {"amod", "compound"} and parse.tags[parse.heads[head]] in {"NN", "NNS"}
    return entry.kind is PlaceKind.COUNTRY or not is_person or is_modifier


def _national_span(parse: Parse, first: int, end: int, head: int, text: str, entry: GazetteerEntry) -> Span:
    is_nationality = entry.kind is PlaceKind.NATIONALITY
    return Span(
        first,
        end,
        head,
        EntityType.COUNTRY,
        Form.NAME,
        text,
        country=entry.country,
        is_nationality=is_nationality,
        is_plural=parse.tags[head] in {"NNS", "NNPS"} and is_nationality,
    )
