"""What a frame expects in its slots: who "was born" is a person, what people "live in" is a place."""

from __future__ import annotations

from onrecord.language.parse import Parse
from onrecord.model import EntityType
from onrecord.ontology import Ontology
from onrecord.ontology.lexicon import Entry

_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_GROUPS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY})


class Slots:
    """The type that the lexicon's frames expect of a name, by the slot it stands in."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology, self._lexicon = ontology, ontology.lexicon
        self._expected: dict[tuple[str, str, frozenset[str], frozenset[str]], frozenset[EntityType]] = {}

    def expected(self, parse: Parse, token: int) -> EntityType | None:
        """The one type that fits the slot of the noun at `token`; None where frames are silent or allow several."""
        slot = self._slot(parse, token)
        if slot is None:
            return None
        word, argument = slot
        entry = self._entry(parse, word)
        if entry is None:
            return None
        types = self._types(parse, word, entry, argument)
        if types and types <= _PLACES:
            return EntityType.PLACE
        if types and types <= _GROUPS:
            return EntityType.ORGANISATION
        return EntityType.PERSON if types == {EntityType.PERSON} else None

    def _slot(self, parse: Parse, token: int) -> tuple[int, str] | None:
        """The word whose argument the noun is, and which argument, always of the active voice."""
        while parse.deps[token] == "conj" and parse.is_noun(parse.heads[token]):
            token = parse.heads[token]
        label, head = parse.deps[token], parse.heads[token]
        if label in {"nsubj", "nsubjpass"}:
            is_passive = label == "nsubjpass" or parse.child(head, "auxpass") is not None
            return head, "directObject" if is_passive else "subject"
        if label == "dobj":
            return head, "directObject"
        if label == "poss" and parse.is_noun(head):
            return head, "possessor"
        if label == "pobj":
            word, preposition = parse.heads[head], parse.lemmas[head]
            is_agent = preposition == "by" and parse.is_verb(word)
            return word, "subject" if is_agent else preposition
        clause = parse.child(token, "acl")
        if clause is not None and parse.tags[clause] == "VBN" and parse.child(clause, "agent") is not None:
            return clause, "directObject"
        return None

    def _entry(self, parse: Parse, word: int) -> Entry | None:
        if parse.is_verb(word):
            return self._lexicon.verbs.get(parse.lemmas[word])
        return self._lexicon.nouns.get(parse.lemmas[word]) if parse.is_noun(word) else None

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
        found: frozenset[EntityType] = frozenset()
        for sense in entry.senses:
            predicate = self._ontology.predicates.get(sense.predicate)
            has_words = sense.particle in {None, *particles} and sense.fixed_object in {None, *objects}
            if predicate is None or not has_words:
                continue
            if argument in sense.subject:
                found |= sense.subject_types or predicate.domain
            if argument in sense.object and not predicate.is_literal:
                found |= sense.object_types or predicate.range
        return found
