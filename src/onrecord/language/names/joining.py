"""Candidates that are parts of one name, made one: "Democratic Choice" + "of" + "Kazakhstan"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language.gazetteer import fold
from onrecord.language.names.acronyms import spelled_out
from onrecord.language.names.candidate import LEGAL_FORMS, Candidate
from onrecord.language.names.heads import head_noun_type
from onrecord.language.names.resources import Resources
from onrecord.language.names.titles import is_called
from onrecord.language.parse import Parse
from onrecord.language.quotes import QUOTE_MARKS
from onrecord.language.slots import Slots
from onrecord.model import EntityType

_REGNAL = frozenset("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())
"""Numbers of rulers, part of their names."""


def joined(parse: Parse, resources: Resources, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in order, those that are parts of one name joined with what stands between them."""
    found: list[Candidate] = []
    for candidate in _with_nicknames(parse, spelled_out(parse, candidates)):
        before = found[-1] if found else None
        if before is not None and _belongs(parse, resources, before, candidate):
            found[-1] = replace(before, end=candidate.end, label=_joint_label(before, candidate))
        else:
            found.append(candidate)
    return found


def _joint_label(before: Candidate, candidate: Candidate) -> str | None:
    if before.label in {None, "NORP"} and candidate.label == "PERSON" and before.end == candidate.first:
        return "PERSON"
    return "ORG" if before.label in {"PERSON", "GPE"} else before.label


def _with_nicknames(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, with a nickname in quotes and the names around it made one: "Ada "Bo" Roe"; "Ada II"."""
    found: list[Candidate] = []
    for candidate in candidates:
        if found and _is_regnal(parse, found[-1], candidate):
            found[-1] = replace(found[-1], end=candidate.end)
        elif len(found) > 1 and _is_nickname(parse, found[-2], found[-1], candidate):
            found[-2:] = [replace(found[-2], end=candidate.end, label="PERSON")]
        else:
            found.append(candidate)
    return found


def _is_regnal(parse: Parse, before: Candidate, candidate: Candidate) -> bool:
    """Whether a candidate is the number of the ruler named right before it."""
    is_numeral = candidate.end - candidate.first == 1 and parse.words[candidate.first] in _REGNAL
    return is_numeral and before.end == candidate.first and (before.label == "PERSON" or before.has_title)


def _is_nickname(parse: Parse, first: Candidate, nickname: Candidate, last: Candidate) -> bool:
    """Whether a candidate stands in quotes between the two halves of a name."""
    gaps = (parse.words[first.end : nickname.first], parse.words[nickname.end : last.first])
    is_quoted = all(len(gap) == 1 and gap[0] in QUOTE_MARKS for gap in gaps)
    is_one = parse.heads[first.end - 1] in range(last.first, last.end)
    return is_quoted and is_one and nickname.end - nickname.first <= 2 and not (first.known or last.known)


def _belongs(parse: Parse, resources: Resources, before: Candidate, candidate: Candidate) -> bool:
    """Whether two candidates are parts of one name, by what stands between them."""
    if before.known or candidate.known:
        return False
    match parse.words[before.end : candidate.first]:
        case []:
            return _is_one_name(parse, resources, before, candidate)
        case ["y" | "e" | "i" | "et" | "und"]:  # "Tierra y Vida"
            return parse.heads[before.end - 1] in range(candidate.first, candidate.end)
        case ["-"]:
            return parse.text[parse.ends[before.end - 1] : parse.starts[candidate.first]] == "-"
        case ["'s" | "'"]:
            return _is_house_of(parse, resources, before, candidate)
        case [","]:
            return _is_legal_form(parse, candidate)
        case ["of"]:
            return _is_of(parse, resources, before, candidate)
        case ["against"] | ["on"]:  # "Committee against Torture"
            return _is_organisation(parse, resources, before) and candidate.label not in {"PERSON", "GPE", "NORP"}
        case ["at" | "in" | "under" | "without"]:
            return _is_plight(parse, resources, before, candidate)
        case ["for"]:
            return _is_organisation(parse, resources, before) or _is_aim(parse, resources, before, candidate)
        case ["for", "the"]:
            return _is_aim(parse, resources, before, candidate)
        case ["of", "the"]:  # "Movement for the Rights of the Old"
            is_aim = "for" in parse.words[before.first : before.end]
            return is_aim and candidate.label not in {"PERSON", "NORP"} and not before.has_title
    return False


def _is_one_name(parse: Parse, resources: Resources, before: Candidate, candidate: Candidate) -> bool:
    """Whether two candidates side by side are one name."""
    gazetteer, is_phrase = resources.gazetteer, parse.heads[before.end - 1] in range(candidate.first, candidate.end)
    if before.label == "NORP" and gazetteer.find(parse.span_text(before.first, candidate.end)) is not None:
        return True  # "British Virgin Islands"
    if _is_legal_form(parse, candidate):
        return True
    is_single = before.end - before.first == 1 and before.label in {None, "NORP", "GPE"}
    is_person = candidate.label == "PERSON" or (candidate.label is None and before.label is not None)
    if is_phrase and is_single and is_person:
        return not before.has_title and gazetteer.find(parse.words[before.first]) is None
    if is_phrase and candidate.label == "GPE":  # "Clean Water Norway"
        is_named = head_noun_type(parse, resources.lexicon, before.first, before.end) is not None
        return before.label == "ORG" or is_named
    if is_phrase and before.has_title and before.label is None:  # "Minister Ada" + "Roe"
        return candidate.end - candidate.first == 1 and gazetteer.find(parse.words[candidate.first]) is None
    return _are_kinds(parse, resources.slots, before, candidate)


def _is_legal_form(parse: Parse, candidate: Candidate) -> bool:
    return candidate.end - candidate.first == 1 and parse.words[candidate.first] in LEGAL_FORMS


def _are_kinds(parse: Parse, slots: Slots, before: Candidate, candidate: Candidate) -> bool:
    """Whether both words name a kind of organisation, of the same thing: "Liberal Democrat"."""
    are_single = before.end - before.first == 1 and candidate.end - candidate.first == 1
    is_one = parse.heads[before.first] in {candidate.first, parse.heads[candidate.first]}
    return are_single and is_one and all(slots.is_kind(parse, at) for at in (before.first, candidate.first))


def _is_house_of(parse: Parse, resources: Resources, before: Candidate, candidate: Candidate) -> bool:
    """Whether an organisation is named after its possessor: "King's College", "Farmers' Union"."""
    if candidate.end - candidate.first > 2 or before.label in {"GPE", "NORP"}:
        return False
    own = resources.lexicon.nouns.get(parse.words[candidate.end - 1].casefold())
    is_house = own is not None and own.denotes is EntityType.ORGANISATION
    return is_house and resources.gazetteer.find(parse.span_text(before.first, before.end)) is None


def _is_plight(parse: Parse, resources: Resources, before: Candidate, candidate: Candidate) -> bool:
    """Whether a body is named after people and what they are in: "the group Scholars at Risk"."""
    is_plural = parse.tags[before.end - 1] == "NNPS" and candidate.label not in {"PERSON", "GPE", "ORG"}
    return is_plural and is_called(parse, resources.lexicon, before.first)


def _is_organisation(parse: Parse, resources: Resources, before: Candidate) -> bool:
    return head_noun_type(parse, resources.lexicon, before.first, before.end) is EntityType.ORGANISATION


def _is_aim(parse: Parse, resources: Resources, before: Candidate, candidate: Candidate) -> bool:
    """Whether what follows "for" is the aim of a body: "Movement for the Rights of the Old"."""
    if candidate.label in {"PERSON", "NORP", "GPE"} or before.has_title:
        return False
    entry = resources.lexicon.noun([parse.lemmas[before.end - 1]])
    return entry is not None and entry.denotes is EntityType.ORGANISATION and not entry.is_institution


def _is_of(parse: Parse, resources: Resources, before: Candidate, candidate: Candidate) -> bool:
    """Whether a name goes on behind "of", and is no role, nationality or kind of somebody from there."""
    at = before.first
    is_single = before.end - at == 1
    if is_single and resources.slots.is_kind(parse, at) and parse.deps[at] == "appos" and parse.tags[at] == "NNP":
        return False  # "Ada Roe, Democrat of Maine"
    if before.has_title or before.label in {"PERSON", "GPE"}:
        return False
    last = resources.lexicon.noun([parse.lemmas[before.end - 1]])
    is_role = last is not None and last.denotes is EntityType.PERSON
    is_nationality = resources.gazetteer.find(parse.span_text(at, before.end)) is not None
    is_person = candidate.label == "PERSON" and fold(parse.words[candidate.first]) in resources.genders.first_names
    is_head = is_person and candidate.end - candidate.first > 1  # "the Liberal Union of Ada Roe"
    return not (is_role or is_nationality or is_head)
