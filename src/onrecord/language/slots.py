"""What a frame expects in its slots: who "was born" is a person, what people "live in" is a place."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import SUBJECTS, Parse
from onrecord.model import EntityType
from onrecord.ontology import Ontology
from onrecord.ontology.lexicon import Entry

_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_GROUPS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY, EntityType.EVENT})
"""Of these, a name that nothing else is known of is an organisation."""


_LISTED = frozenset({"npadvmod", "appos", "conj"})
"""How notes hang their parts on a verb."""


class Slots:
    """The type that the lexicon's frames expect of a name, by the slot it stands in."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology, self._lexicon = ontology, ontology.lexicon
        self._expected: dict[tuple[str, str, frozenset[str], frozenset[str]], frozenset[EntityType]] = {}

    def expected(self, parse: Parse, token: int) -> EntityType | None:
        """The one type that fits the slot of the noun at `token`; None where frames are silent or allow several."""
        for word, argument in self._slots(parse, token):
            entry = self._entry(parse, word)
            types = self._types(parse, word, entry, argument) if entry is not None else frozenset()
            if types and types <= _PLACES:
                return EntityType.PLACE
            if argument == "in" and types <= _GROUPS:
                continue  # "trained in Lyon" tells of no organisation
            if EntityType.ORGANISATION in types and types <= _GROUPS:
                return EntityType.ORGANISATION
            if types == {EntityType.PERSON}:
                return EntityType.PERSON
        return None

    def is_before_office(self, parse: Parse, token: int) -> bool:
        """Whether the role at `token` is one in organisations alone, so that a name right before it names one."""
        entry = self._lexicon.nouns.get(parse.lemmas[token]) if parse.is_noun(token) else None
        senses = [sense for sense in entry.senses if "modifier" in sense.object] if entry is not None else []
        found = [self._ontology.predicates.get(sense.predicate) for sense in senses if "self" in sense.subject]
        return bool(found) and all(p is not None and p.range == {EntityType.ORGANISATION} for p in found)

    def _slots(self, parse: Parse, token: int) -> Iterator[tuple[int, str]]:
        """The words whose argument the noun is, and which argument, always of the active voice."""
        while parse.deps[token] == "conj" and parse.is_noun(parse.heads[token]):
            token = parse.heads[token]
        label, head = parse.deps[token], parse.heads[token]
        if label in {"nsubj", "nsubjpass"}:
            yield from self._subject_slots(parse, head)
        elif label == "dobj":
            yield head, "directObject"
        elif label == "poss" and parse.is_noun(head):
            yield head, "possessor"
        elif label == "pobj":
            word, preposition = parse.heads[head], parse.lemmas[head]
            yield word, "subject" if preposition == "by" and parse.is_verb(word) else preposition
            for other in parse.children_by(word, "conj"):
                yield other, preposition
        if label in _LISTED:
            while parse.deps[token] in _LISTED and not parse.is_verb(parse.heads[token]):
                token = parse.heads[token]
            if parse.deps[token] in _LISTED:
                yield parse.heads[token], "adverbial"  # "(b. 1950, Lyon)"
        for clause in parse.children_by(token, "acl"):
            if parse.tags[clause] == "VBN":
                yield clause, "directObject"

    def _subject_slots(self, parse: Parse, verb: int) -> Iterator[tuple[int, str]]:
        """What a subject is the subject of: its verb, those coordinated, and participles before it."""
        for word in (verb, *parse.children_by(verb, "conj", "advcl")):
            if not parse.is_verb(word) or (word != verb and parse.child(word, *SUBJECTS) is not None):
                continue
            if parse.deps[word] == "advcl" and word != verb and parse.tags[word] not in {"VBN", "VBG"}:
                continue
            is_bare = word != verb and parse.deps[word] == "advcl" and parse.tags[word] == "VBN"
            is_passive = is_bare or parse.child(word, "auxpass", "nsubjpass") is not None
            yield word, "directObject" if is_passive else "subject"

    def _entry(self, parse: Parse, word: int) -> Entry | None:
        if parse.is_verb(word):
            return self._lexicon.verbs.get(parse.lemmas[word])
        table = self._lexicon.nouns if parse.is_noun(word) else self._lexicon.adjectives
        return table.get(parse.lemmas[word])

    def _types(self, parse: Parse, word: int, entry: Entry, argument: str) -> frozenset[EntityType]:
        particles = frozenset(parse.lemmas[c] for c in parse.children_by(word, "prt"))
        objects = frozenset(parse.lemmas[c] for c in parse.children_by(word, "dobj", "nsubjpass"))
        key = (entry.id, argument, particles, objects)
        if key not in self._expected:
            self._expected[key] = self._union(entry, argument, particles, objects)
        return self._expected[key]

    def _union(
        self, entry: Entry, argument: str, particles: frozenset[str], objects: frozenset[str]
    ) -> frozenset[EntityType]:
        fixed: frozenset[EntityType] = frozenset()
        free: frozenset[EntityType] = frozenset()
        for sense in entry.senses:
            predicate = self._ontology.predicates.get(sense.predicate)
            is_said = not sense.fixed_objects or not objects.isdisjoint(sense.fixed_objects)
            has_words = sense.particle in {None, *particles} and is_said
            if predicate is None or not has_words:
                continue
            types: frozenset[EntityType] = frozenset()
            if argument in sense.subject:
                types |= sense.subject_types or predicate.domain
            if argument in sense.object and not predicate.is_literal:
                types |= sense.object_types or predicate.range
            if sense.particle or sense.fixed_objects:
                fixed |= types
            else:
                free |= types
        return fixed or free
