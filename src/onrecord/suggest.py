"""What the lexicon lacks: the words between known actors that no frame covers, the most frequent first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.extract.statements import Finding, traced
from onrecord.known_actors import KnownActors
from onrecord.language.reading import Reading, read_all
from onrecord.model import Document, EntityType, Form
from onrecord.ontology import Ontology

EXAMPLES = 3
"""Sentences shown for each suggestion."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and the document that has it."""

    quote: str
    document: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A construction to teach: the word, which of its arguments are the ends, and the types of actors seen there.

    `words` is how it reads ("sign contract with"); `form` the word as the text has it most; `entry` the local name of
    the lexical entry that already exists, to which a sense would be added; `sentence` one that says it of two names.
    """

    words: str
    lemma: str
    form: str
    part_of_speech: str
    subject: str
    object: str
    particle: str | None
    fixed_object: str | None
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    entry: str | None
    count: int
    examples: tuple[Example, ...]
    sentence: str | None


@dataclass(frozen=True, slots=True)
class _Use:
    """One open edge as it counts for a suggestion."""

    form: str
    types: tuple[EntityType, EntityType]
    example: Example
    has_names: bool


type _Key = tuple[str, str, str, str, str, str | None, str | None]


def suggestions(
    documents: Iterable[Document], ontology: Ontology, known: KnownActors, *, most: int
) -> list[Suggestion]:
    """At most `most` suggestions, by falling number of uses, then by words."""
    uses: dict[_Key, list[_Use]] = defaultdict(list)
    for reading in read_all(documents, ontology, known):
        analysis, findings = traced(reading, ontology, keep_open=True)
        for finding in findings[len(analysis.statements) :]:
            uses[_key(reading, finding)].append(_use(reading, finding))
    teachable = (key for key in uses if _is_teachable(key))
    chosen = sorted(teachable, key=lambda key: (-len(uses[key]), *map(str, key)))[:most]
    return [_suggestion(key, uses[key], ontology) for key in chosen]


def _key(reading: Reading, finding: Finding) -> _Key:
    match = finding.claim.match
    sense = match.sense
    part = "verb" if reading.parse.is_verb(match.trigger) else "noun"
    lemma = reading.parse.lemmas[match.trigger]
    return (
        match.predicate,
        lemma,
        part,
        sense.subject[0],
        sense.object[0],
        sense.particle,
        next(iter(sense.fixed_objects), None),
    )


def _is_teachable(key: _Key) -> bool:
    """Whether the words can stand in an entry: no numbers, abbreviations or signs."""
    words, lemma, *_ = key
    return all(letter.isalpha() or letter in " -" for letter in words) and lemma.isascii()


def _use(reading: Reading, finding: Finding) -> _Use:
    match = finding.claim.match
    ends = [end for end in (match.subject, match.object) if end is not None]
    subject, obj = (reading.chains[end.chain].type for end in ends)
    example = Example(finding.statement.evidence.quote, reading.document.name)
    has_names = all(end.form is Form.NAME for end in ends)
    return _Use(reading.parse.words[match.trigger].lower(), (subject, obj), example, has_names)


def _suggestion(key: _Key, uses: list[_Use], ontology: Ontology) -> Suggestion:
    words, lemma, part, subject, obj, particle, fixed = key
    forms = [use.form for use in uses]
    lexicon = ontology.lexicon
    entry = (lexicon.verbs if part == "verb" else lexicon.nouns).get(lemma)
    return Suggestion(
        words=words,
        lemma=lemma,
        form=max(sorted(set(forms)), key=forms.count),
        part_of_speech=part,
        subject=subject,
        object=obj,
        particle=particle,
        fixed_object=fixed,
        subject_types=frozenset(use.types[0] for use in uses),
        object_types=frozenset(use.types[1] for use in uses),
        entry=entry.id if entry is not None else None,
        count=len(uses),
        examples=tuple(dict.fromkeys(use.example for use in uses))[:EXAMPLES],
        sentence=next((use.example.quote for use in uses if use.has_names), None),
    )
