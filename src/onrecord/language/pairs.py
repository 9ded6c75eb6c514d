"""Two people whom "they" takes up together, and the relative that somebody is set beside."""

from __future__ import annotations

from onrecord.language.descriptions import COUNTS
from onrecord.language.discourse import Discourse
from onrecord.language.genders import are_apart
from onrecord.language.mentions import Span
from onrecord.language.parse import SUBJECTS
from onrecord.language.salience import Salience
from onrecord.model import EntityType, Form

PAIR_REACH = 4
"""Sentences that "the two countries" looks back for the two."""


class Pairs:
    """Finds those whom a plural pronoun means together."""

    def __init__(self, discourse: Discourse, salience: Salience) -> None:
        self._told, self._salience = discourse, salience
        self._parse, self._spans = discourse.parse, discourse.spans
        self._chains, self._chain_of, self._at_head = discourse.chains, discourse.chain_of, discourse.at_head

    def of(self, span: Span, sentence: int) -> int | None:
        """ "They" after "Ada and her brother Ben": the people that the sentence, or the one before, names together."""
        kin = self._kin(span.head)
        for number in range(len(self._spans) - 1, -1, -1):
            other = self._spans[number]
            if other.head >= span.head or self._parse.sentence_of[other.head] > sentence:
                continue
            if sentence - self._parse.sentence_of[other.head] > 1:
                return None
            if other.is_plural and other.type is EntityType.PERSON and self._is_owned_by(span, other):
                return None
            members = kin or self._together(other, span.head) or self._mutual(other)
            if members and not self._salience.is_thing(span, other):
                return self._chain_with(members, span)
        return None

    def named(self, span: Span) -> list[int]:
        """The spans of the names that say who they are: "the pair, Ada and Bo", "the two, Ada and Bo, deny it"."""
        parse, first = self._parse, span.end + 1
        if parse.words[span.end : first] != [","]:
            return []
        beside = next((other for other in self._spans if other.first == first), None)
        if beside is None or beside.form is not Form.NAME:
            return []
        numbers = [self._at_head.get(token) for token in parse.conjuncts(beside.head)]
        people = [n for n in numbers if n is not None and self._spans[n].type is EntityType.PERSON]
        return people if len(people) == len(numbers) > 1 else []

    def said_to_be(self, span: Span) -> int | None:
        """Those whose names stand beside, as one chain."""
        chains = [self._chain_of[number] for number in self.named(span)]
        members = tuple(dict.fromkeys(c for c in chains if c is not None))
        return self._chain_with(members, span) if len(members) > 1 else None

    def counted(self, span: Span, sentence: int) -> int | None:
        """ "Both" after "two students" or "Ada and Bo": as many people as this or the sentence before tells of."""
        count = COUNTS.get(span.name.lower())
        for number in range(len(self._spans) - 1, -1, -1):
            other = self._spans[number]
            between = sentence - self._parse.sentence_of[other.head]
            if other.head >= span.head or between < 0 or self._chain_of[number] is None:
                continue
            if between > 1:
                return None
            members = self._listed(other) or self._together(other, span.head)
            if members and count in {None, len(members)}:
                return self._chain_with(members, span)
            if other.is_plural and other.form is Form.NOMINAL and other.type is EntityType.PERSON:
                told = self._parse.child(other.head, "nummod")
                is_fit = count is None or (told is not None and COUNTS.get(self._parse.words[told].lower()) == count)
                if is_fit and self._told.event(other.head) != self._told.event(span.head):
                    return self._chain_of[number]
        return None

    def _listed(self, span: Span) -> tuple[int, ...]:
        """Those whose names stand beside a plural: "two students, Ada and Bo"."""
        name = self._parse.child(span.head, "appos") if span.is_plural else None
        numbers = [self._at_head.get(token) for token in self._parse.conjuncts(name)] if name is not None else []
        chains = [self._chain_of[number] if number is not None else None for number in numbers]
        people = [c for c in chains if c is not None and self._chains[c].is_named]
        return tuple(dict.fromkeys(people)) if len(people) == len(chains) > 1 else ()

    def _chain_with(self, members: tuple[int, ...], span: Span) -> int:
        """The chain of these members together."""
        pair = next((c for c, chain in enumerate(self._chains) if chain.members == members), None)
        if pair is None:
            pair = self._told.new(span)
            self._chains[pair].members = members
        return pair

    def described(self, span: Span) -> int | None:
        """ "The two countries" after "Norway and Sweden met": the only two that the sentences before name together."""
        if not span.is_plural or span.form is not Form.NOMINAL or not self._are_two(span.head):
            return None
        sentence = self._parse.sentence_of[span.head]
        for number in range(len(self._spans) - 1, -1, -1):
            other = self._spans[number]
            between = sentence - self._parse.sentence_of[other.head]
            if other.head >= span.head or between < 0:
                continue
            if between > PAIR_REACH:
                return None
            members = self._named_together(other, span)
            if members:
                return self._chain_with(members, span)
        return None

    def _are_two(self, noun: int) -> bool:
        """Whether the noun says that it means two told before: "the two sides", "both countries"."""
        parse = self._parse
        words = [parse.lemmas[child] for child in parse.children_by(noun, "det", "nummod", "predet", "amod")]
        return "both" in words or {"the", "two"} <= set(words)

    def _named_together(self, first: Span, span: Span) -> tuple[int, ...]:
        """The two of a class that stand coordinated or meet in one clause, if the first is named here."""
        parse, head = self._parse, first.head
        if first.type is not span.type or first.form is not Form.NAME or parse.deps[head] == "conj":
            return ()
        heads = parse.conjuncts(head)
        if len(heads) == 1 and parse.deps[head] in SUBJECTS:
            objects = parse.children_by(parse.heads[head], "dobj")  # "held talks with"
            above = (parse.heads[head], *objects)
            phrases = [p for at in above for p in parse.children_by(at, "prep") if parse.lemmas[p] == "with"]
            heads += objects
            heads += [token for phrase in phrases for token in parse.children_by(phrase, "pobj")]
        numbers = [n for token in heads if (n := self._at_head.get(token)) is not None]
        same = [n for n in numbers if self._spans[n].type is span.type and self._spans[n].form is Form.NAME]
        chains = [c for n in same if (c := self._chain_of[n]) is not None]
        return tuple(dict.fromkeys(chains)) if len(set(chains)) == 2 else ()

    def _kin(self, pronoun: int) -> tuple[int, ...]:
        """ "Her husband Ola and their sons": she and he, the relative that the sentence sets beside what is theirs."""
        parse, noun = self._parse, self._parse.heads[pronoun]
        if parse.tags[pronoun] != "PRP$" or parse.deps[noun] != "conj":
            return ()
        relative = parse.heads[noun]
        relative = parse.heads[relative] if parse.deps[relative] == "appos" else relative
        owner = parse.child(relative, "poss")
        numbers = [self._at_head.get(token) for token in (owner, relative) if token is not None]
        chains = [self._chain_of[number] if number is not None else None for number in numbers]
        people = [c for c in chains if c is not None and self._chains[c].type is EntityType.PERSON]
        return tuple(dict.fromkeys(people)) if len(set(people)) == 2 else ()

    def partner(self, span: Span) -> int | None:
        """ "The son of Ada Roe and her husband Ben": the name that somebody's husband or wife is set beside."""
        parse, noun = self._parse, self._parse.heads[span.head]
        if parse.tags[span.head] != "PRP$" or parse.deps[noun] != "conj" or parse.tags[noun] != "NN":
            return None
        entry = self._told.lexicon.nouns.get(parse.lemmas[noun])
        number = self._at_head.get(parse.heads[noun])
        chain = self._chain_of[number] if number is not None and number < len(self._chain_of) else None
        if chain is None or entry is None or not any(sense.is_mutual for sense in entry.senses):
            return None
        other = self._chains[chain]
        is_fit = other.type is EntityType.PERSON and not (other.is_plural or are_apart(other.gender, span.gender))
        return chain if is_fit else None

    def _is_owned_by(self, span: Span, other: Span) -> bool:
        """ "It cost two governors their jobs": people in the clause right before "their"."""
        parse = self._parse
        return parse.tags[span.head] == "PRP$" and parse.sentence_of[other.head] == parse.sentence_of[span.head]

    def _together(self, span: Span, pronoun: int) -> tuple[int, ...]:
        """The people coordinated with a mention before a pronoun, if it is the first of them and all are known."""
        if span.type is not EntityType.PERSON or self._parse.deps[span.head] == "conj":
            return ()
        possessed = self._parse.heads[pronoun]  # "Ada, Bo and their sons"
        before = [token for token in self._parse.conjuncts(span.head) if token < pronoun and token != possessed]
        before = [token for token in before if not self._parse.lemmas[token].endswith(("self", "selves"))]
        numbers = [self._at_head.get(token) for token in before]
        chains = [self._chain_of[number] if number is not None else None for number in numbers]
        people = [c for c in chains if c is not None and self._chains[c].type is EntityType.PERSON]
        return tuple(dict.fromkeys(people)) if len(people) == len(chains) > 1 else ()

    def _mutual(self, span: Span) -> tuple[int, ...]:
        """Two people between whom a relation holds both ways: "Ada married Bo, and they moved to Lyon"."""
        parse, word = self._parse, self._parse.heads[span.head]
        if parse.deps[span.head] not in SUBJECTS:
            return ()
        for act in (word, *parse.children_by(word, "acomp")):
            table = self._told.lexicon.verbs if parse.is_verb(act) else self._told.lexicon.adjectives
            entry = table.get(parse.lemmas[act])
            if entry is None or not any(sense.is_mutual for sense in entry.senses):
                continue
            phrases = [p for p in parse.children_by(act, "prep") if parse.lemmas[p] in {"to", "with"}]
            others = parse.children_by(act, "dobj") + [t for p in phrases for t in parse.children_by(p, "pobj")]
            numbers = [self._at_head.get(token) for token in (span.head, *others[:1])]
            chains = [self._chain_of[number] if number is not None else None for number in numbers]
            people = [c for c in chains if c is not None and self._chains[c].type is EntityType.PERSON]
            if len(people) == 2:
                return tuple(dict.fromkeys(people))
        return ()
