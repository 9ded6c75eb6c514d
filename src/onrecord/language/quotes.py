"""Direct speech: which tokens stand between quotation marks, and whose words they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.language.parse import SUBJECTS, Parse
from onrecord.model import Status
from onrecord.ontology.lexicon import Lexicon

_OPEN, _CLOSE, _STRAIGHT, _SINGLE = "“«„", "”»", '"', "'"
QUOTE_MARKS = frozenset(_OPEN + _CLOSE + _STRAIGHT)
SHORTEST_SPEECH = 3
"""Tokens; shorter quotes are names, titles and scare quotes."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Tokens `first` to `end` (exclusive) between quotation marks; `speaker` is the head token of who says them."""

    first: int
    end: int
    speaker: int | None
    verb: int | None


def quotes(parse: Parse, lexicon: Lexicon) -> list[Quote]:
    """The quotes in order. One without a speaker of its own continues the quote before it, if that is close."""
    found: list[Quote] = []
    for first, end in _stretches(parse):
        if end - first < SHORTEST_SPEECH:
            continue
        verb = _attribution(parse, lexicon, first, end)
        speaker = _subject(parse, verb) if verb is not None else None
        if speaker is None and found and _is_near(parse, found[-1].end, first):
            speaker, verb = found[-1].speaker, found[-1].verb
        found.append(Quote(first, end, speaker, verb))
    return _backward(parse, found)


def is_speech_verb(parse: Parse, lexicon: Lexicon, token: int) -> bool:
    """Whether the verb at `token` introduces what somebody says."""
    return parse.is_verb(token) and introduces_speech(lexicon, parse.lemmas[token])


def introduces_speech(lexicon: Lexicon, lemma: str) -> bool:
    """Whether the verb of that lemma introduces what somebody says."""
    entry = lexicon.verbs.get(lemma)
    return entry is not None and any(
        "clause" in embedding.arguments and embedding.speaker and embedding.status is not Status.PLANNED
        for embedding in entry.embeddings
    )


def distanced(parse: Parse) -> frozenset[int]:
    """The words that quotation marks set at a distance: one or two that are no name, the "attack" on somebody."""
    short = (range(first, end) for first, end in _stretches(parse) if end - first < SHORTEST_SPEECH)
    return frozenset(token for stretch in short for token in stretch if not parse.words[token][:1].isupper())


def _stretches(parse: Parse) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks, of any length. One that is not closed goes on to its paragraph's end."""
    start: int | None = None
    paragraph = -1
    singles = _singles(parse)
    for token, word in enumerate(parse.words):
        here = parse.sentences[parse.sentence_of[token]].paragraph
        if start is not None and here != paragraph:
            yield start, token
            start = None
        paragraph = here
        if word in _OPEN or (word == _STRAIGHT and start is None):
            start = token + 1
        elif start is not None and (word in _CLOSE or word == _STRAIGHT):
            yield start, token
            start = None
        elif start is None and token in singles:
            yield token + 1, singles[token]


def _singles(parse: Parse) -> dict[int, int]:
    """Single quotation marks: the token of each that opens, and of the one that closes it.

    The apostrophe of a possessor ("the ministers' cars") is none.
    """
    found: dict[int, int] = {}
    opened: int | None = None
    for token, word in enumerate(parse.words):
        if word != _SINGLE:
            continue
        is_left = parse.text[parse.starts[token] - 1 : parse.starts[token]].strip() == ""
        if is_left and parse.text[parse.ends[token] : parse.ends[token] + 1].strip():
            opened = token
        elif opened is not None and not is_left and parse.tags[token] != "POS":
            if _in_one_paragraph(parse, opened, token):
                found[opened] = token
            opened = None
    return found


def _in_one_paragraph(parse: Parse, first: int, last: int) -> bool:
    sentences = parse.sentences
    return sentences[parse.sentence_of[first]].paragraph == sentences[parse.sentence_of[last]].paragraph


def _attribution(parse: Parse, lexicon: Lexicon, first: int, end: int) -> int | None:
    """The verb of saying beside the quote, in the sentences that the quote touches."""
    low = parse.sentences[parse.sentence_of[first]].first
    high = parse.sentences[parse.sentence_of[min(end, len(parse) - 1)]].end
    best: int | None = None
    for token in range(low, high):
        if first <= token < end or not is_speech_verb(parse, lexicon, token):
            continue
        subject = _subject(parse, token)
        if subject is None or first <= subject < end:
            continue
        distance = first - token if token < first else token - end
        if best is None or distance < (first - best if best < first else best - end):
            best = token
    return best


def _subject(parse: Parse, verb: int) -> int | None:
    subject = parse.child(verb, *SUBJECTS)
    if subject is None and parse.deps[verb] in {"conj", "advcl", "xcomp"}:
        return _subject(parse, parse.heads[verb])
    return subject


def _is_near(parse: Parse, before: int, first: int) -> bool:
    """In the same paragraph or the next."""
    last = parse.sentences[parse.sentence_of[before - 1]].paragraph
    return parse.sentences[parse.sentence_of[first]].paragraph - last <= 1


def _backward(parse: Parse, found: list[Quote]) -> list[Quote]:
    """Gives a quote before the first attribution of its paragraph the speaker who follows."""
    for at in range(len(found) - 2, -1, -1):
        quote, after = found[at], found[at + 1]
        if quote.speaker is None and after.speaker is not None and _is_near(parse, quote.end, after.first):
            found[at] = Quote(quote.first, quote.end, after.speaker, after.verb)
    return found
