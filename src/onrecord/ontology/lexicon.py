"""The lexicon: which words express which relation, in which frame (the head of lexicon.ttl explains the format)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import EntityType, Gender, Status
from onrecord.ontology.terms import LEXINFO, ONR, ONTOLEX, RDF, SYNSEM, Index, Node, local


@dataclass(frozen=True, slots=True)
class Sense:
    """A frame: a word in a construction, and the relation it then expresses. Arguments are alternatives, in order.

    `is_mutual`: the relation holds both ways, so that those it holds between are "they". `reaches`: where an argument
    is a thing, whom it concerns is meant. `is_of_kind`: the object must be called what the relation's object nouns say
    ("a Democrat": a party). `is_intransitive`: the verb has no direct object. `office_of`: the argument whose office is
    meant. `of_unnamed`: the subject is known by description alone.
    """

    entry: str
    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    detail: tuple[str, ...] = ()
    particle: str | None = None
    fixed_objects: tuple[str, ...] = ()
    fixed_complements: tuple[str, ...] = ()
    subject_types: frozenset[EntityType] | None = None
    object_types: frozenset[EntityType] | None = None
    status: Status = Status.ASSERTED
    default_object: str | None = None
    shares_acts: bool = False
    is_mutual: bool = False
    reaches: bool = False
    of_unnamed: bool = False
    is_of_kind: bool = False
    is_intransitive: bool = False
    office_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Embedding:
    """What a word makes of the statements inside one of its arguments, if it has the particle."""

    arguments: tuple[str, ...]
    status: Status
    speaker: tuple[str, ...] = ()
    controller: tuple[str, ...] = ()
    particle: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A lemma with a part of speech, and all that the lexicon says of it."""

    id: str
    lemma: str
    part_of_speech: str
    senses: tuple[Sense, ...] = ()
    embeddings: tuple[Embedding, ...] = ()
    marks: Status | None = None
    marks_in_speech: Status | None = None
    judges: Status | None = None
    denotes: EntityType | None = None
    is_institution: bool = False
    institution_kind: str | None = None
    sort_of: tuple[str, ...] = ()
    is_title: bool = False
    is_seated: bool = False
    is_one_per_country: bool = False
    is_part_of_body: bool = False
    is_support_verb: bool = False
    is_office_verb: bool = False
    is_succession_verb: bool = False
    is_lessening: bool = False
    speaks_as: str | None = None
    gender: Gender | None = None
    acts_for: frozenset[EntityType] = frozenset()
    said_of_others: str | None = None
    said_of_oneself: str | None = None

    def embedding(self, arguments: Sequence[str], particles: Collection[str] = ()) -> Embedding | None:
        """What the word makes of the first of `arguments` that it embeds; one that asks for a particle goes first."""
        for argument in arguments:
            fitting = [e for e in self.embeddings if argument in e.arguments and e.particle in {None, *particles}]
            if fitting:
                return max(fitting, key=lambda embedding: embedding.particle is not None)
        return None

    @property
    def is_of_speech(self) -> bool:
        """Whether it introduces what somebody says, claims or denies."""
        return any("clause" in e.arguments and e.speaker and e.status in SPOKEN for e in self.embeddings)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by part of speech and lemma; multi-word nouns also by their last word, multi-word markers by each word.

    A marker of several words is the tuple of its tokens: ("no", "longer"), ("so", "-", "called").
    """

    verbs: Mapping[str, Entry] = field(default_factory=dict)
    nouns: Mapping[str, Entry] = field(default_factory=dict)
    adjectives: Mapping[str, Entry] = field(default_factory=dict)
    names: Mapping[str, Entry] = field(default_factory=dict)
    markers: Mapping[str, Entry] = field(default_factory=dict)
    compounds: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]] = field(default_factory=dict)

    def noun(self, lemmas: list[str]) -> Entry | None:
        """The entry of the longest noun that `lemmas` end in."""
        if not lemmas:
            return None
        for words in self.compounds.get(lemmas[-1], ()):
            if tuple(lemmas[-len(words) :]) == words:
                return self.nouns[" ".join(words)]
        return self.nouns.get(lemmas[-1])


SPOKEN = frozenset({Status.REPORTED, Status.ALLEGED, Status.DENIED})
"""The statuses of what is somebody's word."""

_TOKENS = re.compile(r"[^\s-]+|-")
_PARTS = {"verb": "verbs", "noun": "nouns", "adjective": "adjectives", "properNoun": "names"}


def read_entries(index: Index, classes: Mapping[str, frozenset[EntityType]]) -> list[Entry]:
    """Every `ontolex:LexicalEntry`, in the order of the file."""
    return [
        _entry(index, node, classes) for node in index.subjects() if "LexicalEntry" in index.texts(node, RDF + "type")
    ]


def build_lexicon(entries: list[Entry]) -> Lexicon:
    """The entries in the shape that look-ups need."""
    tables: dict[str, dict[str, Entry]] = {
        "verbs": {},
        "nouns": {},
        "adjectives": {},
        "names": {},
        "markers": {},
    }
    for entry in entries:
        tables[_PARTS.get(entry.part_of_speech, "markers")][entry.lemma] = entry
        if entry.marks is not None:
            tables["markers"][entry.lemma] = entry
    compounds: dict[str, list[tuple[str, ...]]] = {}
    for lemma in tables["nouns"]:
        words = tuple(lemma.split())
        if len(words) > 1:
            compounds.setdefault(words[-1], []).append(words)
    longest_first = {key: tuple(sorted(value, key=len, reverse=True)) for key, value in compounds.items()}
    return Lexicon(**tables, compounds=longest_first, phrases=_phrases(entries))


def _phrases(entries: list[Entry]) -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """The markers of several words, longest first, by each of their words."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for entry in entries:
        words = tuple(_TOKENS.findall(entry.lemma))
        if entry.marks is not None and len(words) > 1:
            for word in dict.fromkeys(words):
                found.setdefault(word, []).append((words, entry))
    return {word: tuple(sorted(known, key=lambda item: -len(item[0]))) for word, known in found.items()}


def _entry(index: Index, node: Node, classes: Mapping[str, frozenset[EntityType]]) -> Entry:
    forms = index.values(node, ONTOLEX + "canonicalForm")
    marks = index.text(node, ONR + "marks")
    in_speech = index.text(node, ONR + "marksInSpeech")
    judges = index.text(node, ONR + "judges")
    denotes, gender = index.text(node, ONR + "denotes"), index.text(node, LEXINFO + "gender")
    return Entry(
        id=local(node),
        lemma=(index.text(forms[0], ONTOLEX + "writtenRep") if forms else None) or "",
        part_of_speech=index.text(node, LEXINFO + "partOfSpeech") or "",
        senses=tuple(_sense(index, local(node), sense, classes) for sense in index.values(node, ONTOLEX + "sense")),
        embeddings=tuple(_embedding(index, part) for part in index.values(node, ONR + "embeds")),
        marks=_status(marks) if marks else None,
        marks_in_speech=_status(in_speech) if in_speech else None,
        judges=_status(judges) if judges else None,
        denotes=EntityType(denotes) if denotes in set(EntityType) else None,
        is_institution=index.is_true(node, ONR + "institution"),
        institution_kind=index.text(node, ONR + "institutionKind"),
        sort_of=tuple(index.texts(node, ONR + "sortOf")),
        is_seated=index.is_true(node, ONR + "seated"),
        is_one_per_country=index.is_true(node, ONR + "onePerCountry"),
        is_part_of_body=index.is_true(node, ONR + "partOfBody"),
        is_title=index.is_true(node, ONR + "title"),
        is_support_verb="SupportVerb" in index.texts(node, RDF + "type"),
        is_office_verb="OfficeVerb" in index.texts(node, RDF + "type"),
        is_succession_verb="SuccessionVerb" in index.texts(node, RDF + "type"),
        is_lessening=index.is_true(node, ONR + "lessens"),
        speaks_as=index.text(node, ONR + "speaksAs"),
        gender=Gender(gender) if gender in set(Gender) else None,
        acts_for=frozenset(t for name in index.texts(node, ONR + "actsFor") for t in classes.get(name, ())),
        said_of_others=index.text(node, ONR + "saidOfOthers"),
        said_of_oneself=index.text(node, ONR + "saidOfOneself"),
    )


def _sense(index: Index, entry: str, node: Node, classes: Mapping[str, frozenset[EntityType]]) -> Sense:
    subject_type, object_type = index.text(node, ONR + "subjectType"), index.text(node, ONR + "objectType")
    return Sense(
        entry=entry,
        predicate=index.text(node, ONTOLEX + "reference") or "",
        subject=tuple(index.texts(node, SYNSEM + "subjOfProp")),
        object=tuple(index.texts(node, SYNSEM + "objOfProp")),
        detail=tuple(index.texts(node, ONR + "detailArgument")),
        particle=index.text(node, ONR + "particle"),
        fixed_objects=tuple(index.texts(node, ONR + "fixedObject")),
        fixed_complements=tuple(index.texts(node, ONR + "fixedComplement")),
        subject_types=classes.get(subject_type) if subject_type else None,
        object_types=classes.get(object_type) if object_type else None,
        status=_status(index.text(node, ONR + "status") or "asserted"),
        default_object=index.text(node, ONR + "defaultObject"),
        shares_acts=index.is_true(node, ONR + "sharesActs"),
        reaches=index.is_true(node, ONR + "reaches"),
        of_unnamed=index.is_true(node, ONR + "subjectUnnamed"),
        is_intransitive=index.is_true(node, ONR + "intransitive"),
        is_of_kind=index.is_true(node, ONR + "ofKind"),
        office_of=tuple(index.texts(node, ONR + "officeOf")),
        is_mutual=any(
            "SymmetricProperty" in index.texts(relation, RDF + "type")
            for relation in index.values(node, ONTOLEX + "reference")
        ),
    )


def _embedding(index: Index, node: Node) -> Embedding:
    return Embedding(
        arguments=tuple(index.texts(node, ONR + "argument")),
        status=_status(index.text(node, ONR + "status") or "asserted"),
        speaker=tuple(index.texts(node, ONR + "speaker")),
        controller=tuple(index.texts(node, ONR + "controller")),
        particle=index.text(node, ONR + "particle"),
    )


def _status(name: str) -> Status:
    return Status(name) if name in set(Status) else Status.ASSERTED


__all__ = ["SPOKEN", "Embedding", "Entry", "Lexicon", "Sense", "build_lexicon", "read_entries"]
