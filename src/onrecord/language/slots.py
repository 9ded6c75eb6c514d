"""What a frame expects in its slots: who "was born" is a person, what people "live in" is a place."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.descriptions import noun_entry
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
        labelled = [predicate for predicate in ontology.predicates.values() if predicate.object_nouns]
        self._kinds = frozenset(noun for predicate in labelled for noun in predicate.object_nouns)
        self._belonging = frozenset(name for predicate in labelled for name in (predicate.name, *predicate.parents))
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

    def is_kind(self, parse: Parse, token: int) -> bool:
        """Whether a word is by itself the name of what relations ask for: a party."""
        word = parse.words[token]
        return word[:1].isupper() and word.casefold() in self._kinds and word.casefold() not in self._lexicon.nouns

    def _is_partisan(self, parse: Parse, token: int) -> bool:
        """Whether a word before a noun names a kind, also where it may mean a person of it elsewhere: "Communist"."""
        word, entry = parse.words[token], self._lexicon.nouns.get(parse.words[token].casefold())
        is_person = entry is not None and entry.denotes is EntityType.PERSON
        return self.is_kind(parse, token) or (is_person and word[:1].isupper() and word.casefold() in self._kinds)

    def first_of_kind(self, parse: Parse, token: int) -> int | None:
        """Where the name begins that a noun in small letters ends: at "Social" in "the Social Democratic party".

        None where the noun at `token` names no kind, or no word before it does.
        """
        is_noun = parse.words[token] in self._kinds and parse.words[token] in self._lexicon.nouns
        first = token
        while is_noun and first > 0 and parse.words[first - 1].istitle():
            if not first <= parse.heads[first - 1] <= token:
                break
            first -= 1
        return first if any(self._is_partisan(parse, at) for at in range(first, token)) else None

    def is_label(self, parse: Parse, token: int) -> bool:
        """Whether a word by itself names what the holder of a role belongs to: "a Democratic senator"."""
        role = parse.heads[token]
        is_before = parse.deps[token] in {"amod", "compound"} and token < role
        is_one = token > parse.sentences[parse.sentence_of[token]].first or parse.tags[role] in {"NN", "NNP"}
        return is_before and is_one and self._is_partisan(parse, token) and self._is_belonging(parse, role)

    def is_group_before_role(self, parse: Parse, head: int, end: int) -> bool:
        """Whether a name of several words that ends at `end` can but name what a role's holder belongs to: "a former
        Party X senator", where an article shows that it is no person."""
        is_before = parse.deps[head] == "compound" and parse.heads[head] == end
        return is_before and parse.child(end, "det") is not None and self._is_belonging(parse, end)

    def _is_belonging(self, parse: Parse, token: int) -> bool:
        """Whether the role at `token` may be told by what its holder belongs to: "a Party X senator"."""
        entry = noun_entry(parse, self._lexicon, token)
        senses = entry.senses if entry is not None and entry.denotes is EntityType.PERSON else ()
        own = [sense for sense in senses if "self" in sense.subject and "modifier" in sense.object]
        return any(sense.predicate in self._belonging for sense in own)

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
        if parse.words[token + 1 : token + 3] == [",", "whose"] and parse.is_noun(parse.heads[token + 2]):
            yield parse.heads[token + 2], "possessor"  # "Acme, whose director"
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
        if parse.child(word, "oprd") is not None:
            particles |= {"as"}  # "named her director"
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
            if predicate is None or not has_words or sense.is_of_kind:
                continue  # what is of a kind is told by its own name
            types: frozenset[EntityType] = frozenset()
            if argument in sense.subject:
                types |= sense.subject_types or predicate.domain
            if argument in sense.object and not predicate.is_literal:
                types |= sense.object_types or predicate.range
            if sense.fixed_complements:
                continue
            if sense.particle or sense.fixed_objects:
                fixed |= types
            else:
                free |= types
        return fixed or free
