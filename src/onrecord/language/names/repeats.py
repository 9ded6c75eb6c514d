"""Names found again where they were overlooked: in full, or by a word of theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.language.mentions import Span
from onrecord.language.names.candidate import has_article, is_proper
from onrecord.language.names.heads import head_of
from onrecord.language.names.titles import is_title
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.model import EntityType, Form
from onrecord.ontology.lexicon import Lexicon


def with_repeats(parse: Parse, spans: Sequence[Span]) -> list[Span]:
    """Adds the occurrences of found multi-word names that were overlooked elsewhere, or found in part, and sorts."""
    by_first = _by_first_word(parse, spans)
    holder: list[Span | None] = [None] * len(parse)
    for span in spans:
        holder[span.first : span.end] = [span] * (span.end - span.first)
    found = set(spans)
    for at in range(len(parse)):
        for words, span in sorted(by_first.get(parse.words[at], ()), key=lambda item: -len(item[0])):
            end = at + len(words)
            if parse.words[at:end] != words:
                continue
            inside = {other for other in holder[at:end] if other is not None}
            lengths = [other.end - other.first for other in inside]
            if len(words) in lengths or any(o.first < at or o.end > end or o.is_known for o in inside):
                continue
            found -= inside
            found.add(again := replace(span, first=at, end=end, head=head_of(parse, at, end)))
            holder[at:end] = [again] * len(words)
            break
    return sorted(found, key=lambda span: span.first)


def _by_first_word(parse: Parse, spans: Sequence[Span]) -> dict[str, list[tuple[list[str], Span]]]:
    """The names to look for again, with their words: those of several words, and acronyms."""
    found: dict[str, list[tuple[list[str], Span]]] = defaultdict(list)
    for span in spans:
        words = parse.words[span.first : span.end]
        if (len(words) > 1 or words[0].isupper()) and not span.is_nationality:
            found[words[0]].append((words, span))
    return found


def with_short_names(parse: Parse, lexicon: Lexicon, spans: Sequence[Span]) -> list[Span]:
    """Adds surnames and names of one word where the tagger sees but a common noun, and "the Monitor" for a name."""
    known: dict[str, Span] = {}
    for span in spans:
        words = parse.words[span.first : span.end]
        if span.type is EntityType.PERSON or (len(words) == 1 and not span.is_nationality):
            known.setdefault(words[-1], replace(span, name=words[-1]))
    tails = {parse.words[span.end - 1] for span in spans if span.type is EntityType.ORGANISATION}
    taken = {token for span in spans for token in range(span.first, span.end)}
    found = list(spans)
    for at, word in enumerate(parse.words):
        if word in known and at not in taken and _may_be_name(parse, lexicon, at):
            found.append(replace(known[word], first=at, end=at + 1, head=at))
        elif word in tails and at not in taken and is_proper(parse, at) and has_article(parse, at):
            found.append(Span(at, at + 1, at, EntityType.ORGANISATION, Form.NAME, word))
    return sorted(found, key=lambda span: span.first)


def _may_be_name(parse: Parse, lexicon: Lexicon, token: int) -> bool:
    """Whether a word that is somebody's name elsewhere can be it here, and no common noun or title."""
    is_noun = parse.is_noun(token) or parse.deps[token] in SUBJECTS
    is_before_name = is_proper(parse, min(token + 1, len(parse) - 1))
    is_alone = is_title(parse, lexicon, token) and not is_before_name and parse.child(token, "det") is None
    is_common = parse.lemmas[token] in lexicon.nouns and not is_alone  # but "King said"
    is_common |= not parse.words[token][:1].isupper()
    return is_noun and not is_common and not parse.sentences[parse.sentence_of[token]].is_heading
