"""The dates of a text as its narrative tells them: by the tense of their clause and by their distance from others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.extract.tense import Tense, tense_of
from onrecord.language.dates import DateMention, by_tense, is_yearless
from onrecord.language.distances import Distance, find_distances, shifted
from onrecord.language.parse import ASIDE, Parse
from onrecord.language.reading import Reading

_REACH = 300
"""Characters behind a date up to which a distance counts from it."""
_ASIDES = frozenset({"relcl", "acl", "appos", ASIDE})
_BETWEEN = frozenset({"prep", "npadvmod", "pobj", "advmod", "nummod", "compound", "pcomp", "nmod", "amod", "det"})
_HALVES = frozenset({"before", "after"})


@dataclass(frozen=True, slots=True)
class Told:
    """A date at a token; `verb` where it belongs to that clause alone ("two days after HE LEFT, she came")."""

    token: int
    mention: DateMention
    is_distance: bool = False
    verb: int | None = None


def told_dates(reading: Reading) -> list[Told]:
    """The dates of a text in order, distances counted."""
    parse = reading.parse
    tokens = dict(zip(parse.starts, range(len(parse)), strict=True))
    distances = ((tokens[d.start], d) for d in find_distances(parse.text) if d.start in tokens)
    marks: list[tuple[int, DateMention | Distance]] = sorted(
        [*reading.date_at.items(), *distances], key=lambda mark: mark[0]
    )
    told: list[Told] = []
    for token, mark in marks:
        if isinstance(mark, DateMention):
            told.append(Told(token, _in_tense(reading, token, mark, told)))
        elif not mark.is_open:
            told.extend(_counted(reading, token, mark, told))
    for token, mark in marks:
        if isinstance(mark, Distance) and mark.is_open:
            told.extend(_between_clauses(parse, token, mark, told))
    return told


def _in_tense(reading: Reading, token: int, mention: DateMention, told: list[Told]) -> DateMention:
    """A weekday or a month without its year, as the tense of its verb asks."""
    parse, published = reading.parse, reading.document.published
    verb = governing_verb(parse, token, through=_BETWEEN)
    tense = tense_of(parse, verb) if verb is not None else Tense.UNKNOWN
    if published is None or mention.ends or tense is Tense.UNKNOWN:
        return mention
    edtf = by_tense(parse.text, mention, published, is_ahead=tense is Tense.AHEAD)
    if tense is Tense.PAST and is_yearless(parse.text, mention):
        edtf = _going_on(reading, token, edtf, told) or edtf
    return replace(mention, edtf=edtf)


def _going_on(reading: Reading, token: int, edtf: str, told: list[Told]) -> str | None:
    """A month behind a month of a named year in the sentence before: "in May 2012 ... In June"."""
    parse = reading.parse
    anchor = _anchor(reading, token, told)
    if anchor is None or parse.sentence_of[token] - parse.sentence_of[anchor.token] > 1:
        return None
    before = anchor.mention
    if (
        "/" in before.edtf
        or is_yearless(parse.text, before)
        or before.edtf[:4] not in parse.text[before.start : before.end]
    ):
        return None
    year, month = before.edtf[:4], before.edtf[5:7]
    return f"{year}{edtf[4:]}" if month and month < edtf[5:7] and year < edtf[:4] else None


def _counted(reading: Reading, token: int, distance: Distance, told: list[Told]) -> Iterator[Told]:
    """The date of a distance that counts from the date told before it."""
    anchor = _anchor(reading, token, told)
    edtf = shifted(anchor.mention.edtf, distance) if anchor is not None else None
    if edtf is not None:
        yield Told(token, DateMention(distance.start, distance.end, edtf), is_distance=True)


def _anchor(reading: Reading, token: int, told: list[Told]) -> Told | None:
    """The last date of the narrative before a token: none that an earlier sentence tells aside, and no dateline."""
    parse, published = reading.parse, reading.document.published
    for before in reversed(told):
        mention = before.mention
        if parse.starts[token] - mention.end > _REACH:
            return None
        words = parse.text[mention.start : mention.end]
        is_dateline = published is not None and published.isoformat() == mention.edtf and words[-4:].isdigit()
        is_earlier = parse.sentence_of[before.token] != parse.sentence_of[token]
        if not is_dateline and not (is_earlier and _is_aside(parse, before.token)):
            return before
    return None


def _is_aside(parse: Parse, token: int) -> bool:
    return any(parse.deps[at] in _ASIDES for at in (token, *parse.ancestors(token)))


def _between_clauses(parse: Parse, token: int, distance: Distance, told: list[Told]) -> Iterator[Told]:
    """What "two days after" dates: the clause behind it by the one it hangs on, or that one by what is behind."""
    mark = next((at for at in range(token, token + 6) if parse.words[at].lower() in _HALVES), None)
    if mark is None:
        return
    behind = parse.heads[mark] if parse.deps[mark] in {"mark", "advmod"} else mark
    main = governing_verb(parse, behind) if parse.heads[behind] != behind else None
    first, end = parse.subtree(behind)
    mention = DateMention(distance.start, distance.end, "")
    for other in told:
        if main is None or other.verb is not None or parse.sentence_of[other.token] != parse.sentence_of[mark]:
            continue
        if max(first, mark) < other.token < end:
            edtf, verb = shifted(other.mention.edtf, distance), main
        elif behind != mark and governing_verb(parse, other.token) == main:
            edtf, verb = shifted(other.mention.edtf, distance.back()), behind
        else:
            continue
        if edtf is not None:
            yield Told(token, replace(mention, edtf=edtf), is_distance=True, verb=verb)
        return


def governing_verb(parse: Parse, token: int, through: frozenset[str] | None = None) -> int | None:
    """The nearest verb above a token that is no helper, reached by these labels alone if any are given."""
    below = token
    for ancestor in parse.ancestors(token):
        if through is not None and parse.deps[below] not in through:
            return None
        if parse.is_verb(ancestor) and parse.deps[ancestor] not in {"aux", "auxpass"}:
            return ancestor
        below = ancestor
        if through is not None and parse.is_noun(ancestor) and parse.deps[ancestor] not in {"pobj", "npadvmod"}:
            return None
    return None
