"""Names that an acronym stands behind: it tells where they begin ("People's Front, PF,")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.language.names.candidate import Candidate
from onrecord.language.parse import Parse

_LONGEST_NAME = 9
"""Words that an acronym's long form reaches back."""


def spelled_out(parse: Parse, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those before an acronym widened to the words that it is made of ("People's Front, PF,")."""
    found: list[Candidate] = []
    for candidate in candidates:
        first = _first_spelled(parse, candidate)
        while first is not None and found and found[-1].end > first and not found[-1].known:
            found.pop()
        if first is None:
            found.append(candidate)
        else:
            found.append(replace(candidate, first=first, has_title=False, has_acronym=True))
    return found


def is_abbreviated(parse: Parse, end: int) -> bool:
    """Whether an acronym alone between brackets follows the name that ends at `end`."""
    words = parse.words[end : end + 3]
    return len(words) == 3 and (words[0], words[2]) == ("(", ")") and words[1].isupper() and len(words[1]) > 2


def _first_spelled(parse: Parse, candidate: Candidate) -> int | None:
    """Where the words begin that the acronym right behind a candidate abbreviates; None if there is none."""
    end, at = candidate.end, candidate.end + 1
    acronym = parse.words[at] if at < len(parse) and parse.words[end] in {",", "("} else ""
    if candidate.known or not (acronym.isupper() and 2 <= len(acronym) <= 8):
        return None
    sentence = parse.sentences[parse.sentence_of[candidate.first]].first
    for first in range(candidate.first, max(sentence, candidate.first - _LONGEST_NAME) - 1, -1):
        capitals = [word[0] for word in parse.words[first:end] if word[:1].isupper()]
        if "".join(capitals) == acronym and parse.words[first][:1].isupper():
            return first
    return None
