"""Forms of one name: surnames, initials, spellings, acronyms."""

from __future__ import annotations

from itertools import pairwise

from rapidfuzz import fuzz

from onrecord.language.mentions import Span
from onrecord.language.parse import Parse
from onrecord.model import EntityType, Form

GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr."})
"""What tells a son from a father of the same name: set behind the name, no name itself."""

SAME_SPELLING = 90.0
"""Similarity (0 to 100) from which two long names of one document are spellings of one name."""


def same_person(words: list[str], other: list[str]) -> bool:
    """ "Okoro" and "Ada Okoro", "A. Okoro" and "Ada Okoro"; never two different first names."""
    if words == other:
        return True
    if len(words) == 1 or len(other) == 1:
        short, long = (words, other) if len(words) <= len(other) else (other, words)
        nicknames = {word.strip('"“”') for word in long[1:-1] if word[:1] in {'"', "“"}}
        return short[0] in {*long, *nicknames} or is_spelling(short[0], long[-1])
    short, long = (words, other) if len(words) <= len(other) else (other, words)
    if len(long) > 2 and short in (long[: len(short)], long[-len(short) :]):
        return True  # of two surnames one, of two first names one
    if words[-1] != other[-1] and not is_spelling(words[-1], other[-1]):
        return False
    first, second = words[0].rstrip("."), other[0].rstrip(".")
    return first.startswith(second) or second.startswith(first) or is_spelling(first, second)


def is_spelling(word: str, other: str) -> bool:
    """Whether two words differ as spellings of one name do."""
    return min(len(word), len(other)) >= 5 and word[0] == other[0] and fuzz.ratio(word, other) >= SAME_SPELLING


def is_short_form(key: str, other: str) -> bool:
    """Whether one organisation's name is the first word of the other ("Acme" and "Acme Holdings")."""
    short, long = sorted((key, other), key=len)
    return " " not in short and len(short) > 3 and long.split()[0] == short and " " in long


def differ_by_digit(first: str, second: str) -> bool:
    """Whether two names differ in a digit: those are different things, however alike."""
    return any(a != b and (a.isdigit() or b.isdigit()) for a, b in zip(first, second, strict=False))


def acronyms(parse: Parse, spans: list[Span]) -> dict[str, str]:
    """Acronyms of the document and the long names they stand for: by their initials, or set apart behind it.

    What stands alone between brackets or commas behind an organisation's name may abbreviate it in another language.
    """
    found: dict[str, str] = {}
    names = [span for span in spans if span.form is Form.NAME and not span.is_nationality]
    for before, span in pairwise(names):
        is_beside = span.name.isupper() and " " not in span.name and span.first - before.end <= 2
        if is_beside and (_initials_match(span.name, before.name) or _is_set_apart(parse, before, span)):
            found.setdefault(span.key, before.key)
    long_names = {span.key: span.name for span in names if " " in span.name}
    for span in names:
        if span.name.isupper() and " " not in span.name and span.key not in found and len(span.name) > 1:
            for key, name in long_names.items():
                if _initials_match(span.name, name, strict=True):
                    found[span.key] = key
                    break
    return found


def _is_set_apart(parse: Parse, before: Span, span: Span) -> bool:
    """ "The Fjord Media Union, XYZ, said", "the Fjord Media Union (XYZ)"; no lists."""
    if {before.type, span.type} != {EntityType.ORGANISATION} or " " not in before.name or span.first != before.end + 1:
        return False
    marks = parse.words[before.end], *parse.words[span.end : span.end + 1]
    if marks == ("(", ")"):
        return True
    after = "".join(parse.words[span.end + 1 : span.end + 2])
    is_listed = parse.deps[span.head] == "conj" or (marks == (",", ",") and (after in {"and", "or"} or after.istitle()))
    return marks in {(",", ","), (",", ".")} and not is_listed


def is_last_word(key: str, name: str) -> bool:
    """Whether a name of one word is what another name ends in, by itself or before "of": "the League"."""
    return " " not in key and len(key) > 3 and key == name.split(" of ")[0].split()[-1] and key != name


def _initials_match(acronym: str, name: str, *, strict: bool = False) -> bool:
    letters = [c for c in acronym if c.isalpha()]
    words = name.replace("-", " ").replace("'s", "").split()
    capitals = [word[0] for word in words if word[0].isupper()]
    everything = [word[0].upper() for word in words if word[0].isalpha()]
    if letters in (capitals, everything):
        return True
    return (
        not strict
        and len(letters) >= 2
        and letters[0] == (capitals or [""])[0]
        and set(letters) <= set(everything) | set(name.upper())
    )
