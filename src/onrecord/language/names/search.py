"""Where names stand: known actors, kinds of parties, what the recogniser marks, runs of proper nouns, labels."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.names.candidate import NAME_TAGS, TYPES, Candidate, is_proper
from onrecord.language.names.known_names import KnownNames
from onrecord.language.names.resources import Resources
from onrecord.language.names.titles import is_called
from onrecord.language.names.trimming import trimmed
from onrecord.language.parse import Parse
from onrecord.language.slots import Slots

_MARKED = frozenset({*TYPES, "PRODUCT", "WORK_OF_ART"})
_NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE", "LAW"})
_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "MONEY"})
"""What the recogniser also takes rare names for."""


class _Claims:
    """The candidates so far, and which tokens are spoken for."""

    __slots__ = ("candidates", "taken")

    def __init__(self, size: int) -> None:
        self.candidates: list[Candidate] = []
        self.taken = [False] * size

    def take(self, first: int, end: int) -> None:
        self.taken[first:end] = [True] * (end - first)

    def add(self, candidate: Candidate) -> None:
        self.candidates.append(candidate)
        self.take(candidate.first, candidate.end)

    def add_if_free(self, candidate: Candidate) -> None:
        if not any(self.taken[candidate.first : candidate.end]):
            self.add(candidate)


def find_candidates(parse: Parse, resources: Resources, known: KnownNames) -> list[Candidate]:
    """The candidates outside of headings, in order; known actors also in headings, and before all others."""
    claims = _Claims(len(parse))
    for candidate in known.candidates(parse):
        claims.add(candidate)
    for sentence in parse.sentences:
        if sentence.is_heading:
            claims.take(sentence.first, sentence.end)
    for candidate in _kinds(parse, resources.slots):
        claims.add_if_free(candidate)
    for first, end, label in parse.entities:
        if label in _MARKED or (label == "LAW" and is_called(parse, resources.lexicon, first)):
            for piece in trimmed(parse, resources, first, end, "ORG" if label == "LAW" else label):
                claims.add_if_free(piece)
    found = claims.candidates
    for first, end in _proper_runs(parse, claims.taken, _blocked(parse)):
        found.extend(trimmed(parse, resources, first, end, None))
    found.extend(_labels(parse, resources.slots, claims.taken))
    return sorted(found, key=lambda candidate: candidate.first)


def _kinds(parse: Parse, slots: Slots) -> Iterator[Candidate]:
    """ "The Social Democratic party": names that end in a noun in small letters."""
    for at in range(len(parse)):
        if (first := slots.first_of_kind(parse, at)) is not None:
            yield Candidate(first, at + 1, "ORG")


def _labels(parse: Parse, slots: Slots, taken: list[bool]) -> Iterator[Candidate]:
    """Adjectives that name what the holder of a role belongs to: "a Democratic senator"."""
    for at in range(len(parse)):
        if not taken[at] and not is_proper(parse, at) and slots.is_label(parse, at):
            yield Candidate(at, at + 1, "ORG")


def _blocked(parse: Parse) -> list[bool]:
    """The tokens that the recogniser takes for dates, sums and the like, and that are no rare names."""
    blocked = [False] * len(parse)
    for first, end, label in parse.entities:
        if label in _NO_NAMES:
            is_rare = label in _NUMBERS or (label == "LAW" and end - first == 1)
            if not is_rare or any(parse.tags[at] not in NAME_TAGS for at in range(first, end)):
                blocked[first:end] = [True] * (end - first)
    return blocked


def _proper_runs(parse: Parse, taken: list[bool], blocked: list[bool]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns that nothing else claims."""
    at, total = 0, len(parse)
    while at < total:
        start = at
        while (
            at < total
            and not taken[at]
            and not blocked[at]
            and (is_proper(parse, at) or _is_inside_title(parse, at))
            and (at == start or parse.sentence_of[at] == parse.sentence_of[start])
        ):
            at += 1
        if at > start:
            yield start, at
        else:
            at += 1


def _is_inside_title(parse: Parse, token: int) -> bool:
    """Whether a capital shows that it belongs to a name: "Aid Without Borders"."""
    words, sentence = parse.words, parse.sentences[parse.sentence_of[token]]
    if not sentence.first < token < sentence.end - 1 or not words[token].istitle() or len(words[token]) < 3:
        return False
    at = token if parse.tags[token] == "IN" else token + 1
    is_between = words[at - 1].istitle() and words[at + 1 : at + 2] != [] and words[at + 1].istitle()
    return parse.tags[at] == "IN" and words[at].istitle() and sentence.first < at - 1 and is_between
