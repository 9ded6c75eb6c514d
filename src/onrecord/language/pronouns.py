"""Whom a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.descriptions import (
    AGE,
    ALL,
    FIRST_PERSON,
    FIRST_PERSON_PLURAL,
    PAIRS,
    PLURAL_PRONOUNS,
    THING_PRONOUNS,
)
from onrecord.language.discourse import GROUPS, Discourse
from onrecord.language.genders import are_apart
from onrecord.language.mentions import Span
from onrecord.language.pairs import Pairs
from onrecord.language.parse import SUBJECTS
from onrecord.language.salience import Salience
from onrecord.model import EntityType, Form, Status

_NAME_REACH = 4
"""Tokens behind the head of a name that still belong to it, as in "University of Lyon"."""

_ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "whoever"})

_ADVOCATES = frozenset({"lawyer", "attorney", "solicitor", "barrister", "advocate", "counsel"})
"""Nouns for those who speak for somebody before a court."""

_ACCUSING = frozenset({"accused", "charged"})
"""Relations to those who may deny it."""

_ATTITUDES = frozenset({"supported", "opposed", "criticised", "praised", "rejected"})
"""Relations of what is felt towards deeds and things as often as towards people."""

_OWN_HISTORY = frozenset({"worksFor", "dateFounded"})
"""The relations of nouns for what only the subject of the sentence goes through before its verb."""


class Pronouns:
    """Finds the antecedents of pronouns among the chains so far. An unsure link is not made."""

    def __init__(self, discourse: Discourse) -> None:
        self._told = discourse
        self._parse, self._spans = discourse.parse, discourse.spans
        self._chains, self._chain_of, self._at_head = discourse.chains, discourse.chain_of, discourse.at_head
        self._salience = Salience(discourse)
        self.pairs = Pairs(discourse, self._salience)

    def meant(self, span: Span) -> int | None:
        """The chain that the pronoun belongs to, if that is clear."""
        word = span.name.lower()
        if word in FIRST_PERSON | FIRST_PERSON_PLURAL:
            return None
        if self._parse.tags[span.head] in {"WP", "WP$", "WDT"}:
            return None if self._is_denied(span.head) else self._antecedent(span)
        if (again := self._accused(span)) is not None or (again := self._parallel(span)) is not None:
            return again
        sentence = self._parse.sentence_of[span.head]
        if span.type is EntityType.PLACE:
            return self._place(span, sentence)
        if word.endswith(("self", "selves")) and (subject := self._own_subject(span)) is not None:
            return subject
        if word in PAIRS | ALL and (named := self.pairs.said_to_be(span)) is not None:
            return named
        if word in ALL:
            return self.pairs.counted(span, sentence)
        if word in PAIRS:
            return self.pairs.of(span, sentence)
        if word in PLURAL_PRONOUNS:
            if self._has_unknown_plural(span) or self._is_for_thing(span):
                return None
            return self.pairs.of(span, sentence) or self._salience.nearest(
                span, {*GROUPS, EntityType.PERSON}, sentence, plural=True
            )
        if span.type is EntityType.PERSON:
            if self._means_anybody(span):
                return None
            found = self.pairs.partner(span)
            found = found if found is not None else self._client(span)
            if found is None:
                found = self._salience.nearest(span, {EntityType.PERSON}, sentence)
            if found is None and not self._told.of_types({EntityType.PERSON}) and span.head not in self._told.speaker:
                found = self._told.new(span)
            if found is not None and not any(
                self._chains[c].is_named for c in self._told.of_types({EntityType.PERSON})
            ):
                self._chains[found].is_protagonist = True
            return found
        is_thing = self._is_for_thing(span) or self._is_thing(span.head)
        if word not in THING_PRONOUNS or self._is_expletive(span.head) or is_thing:
            return None
        found = self._seat(span)
        found = found if found is not None else self._salience.nearest(span, set(GROUPS), sentence)
        if found is None and not self._told.of_types(set(GROUPS)) and span.head not in self._told.speaker:
            found = self._told.new(span)
            self._chains[found].is_protagonist = True
        return found

    def _is_denied(self, token: int) -> bool:
        """Whether it is what somebody denies: "accused X of fraud, which he denies" means the accusation."""
        return self._parse.deps[token] == "dobj" and self._denies(self._parse.heads[token])

    def _denies(self, verb: int) -> bool:
        entry = self._told.lexicon.verbs.get(self._parse.lemmas[verb]) if self._parse.is_verb(verb) else None
        return entry is not None and entry.judges is Status.DENIED

    def _accused(self, span: Span) -> int | None:
        """Who denies what somebody is accused of in the same sentence: "accused X of fraud, a charge he denies"."""
        parse, verb = self._parse, self._parse.heads[span.head]
        if parse.deps[span.head] not in SUBJECTS or parse.deps[verb] != "relcl" or not self._denies(verb):
            return None
        for above in parse.ancestors(verb):
            entry = self._told.lexicon.verbs.get(parse.lemmas[above]) if parse.is_verb(above) else None
            if entry is None or not any(sense.predicate in _ACCUSING for sense in entry.senses):
                continue
            number = self._at_head.get(parse.child(above, "dobj", "nsubjpass") or -1)
            chain = self._chain_of[number] if number is not None and number < len(self._chain_of) else None
            if chain is None or are_apart(self._chains[chain].gender, span.gender):
                return None
            is_person = self._chains[chain].type is EntityType.PERSON
            return chain if is_person == (span.type is EntityType.PERSON) else None
        return None

    def _parallel(self, span: Span) -> int | None:
        """Whom a pronoun means that is an object like the one before: "Norway barred Acme, and Sweden fined it"."""
        parse, verb, word = self._parse, self._parse.heads[span.head], span.name.lower()
        if parse.deps[span.head] != "dobj" or parse.deps[verb] != "conj" or parse.child(verb, *SUBJECTS) is None:
            return None
        before = parse.child(parse.heads[verb], "dobj")
        number = self._at_head.get(before) if before is not None and before < span.head else None
        chain = self._chain_of[number] if number is not None else None
        if number is None or chain is None:
            return None
        is_group = word == "it" and self._chains[chain].type in GROUPS and not self._spans[number].is_plural
        return chain if is_group or self._spans[number].name.lower() == word else None

    def _is_thing(self, token: int) -> bool:
        """Whether "it" is done something that was just made or signed: "signed a treaty. Her rival opposed it"."""
        parse, sentence = self._parse, self._parse.sentence_of[token]
        if parse.words[token].lower() != "it" or parse.deps[token] != "dobj" or not sentence:
            return False
        verb = parse.heads[token]
        entry = self._told.lexicon.verbs.get(parse.lemmas[verb])
        if entry is None or not any(sense.predicate in _ATTITUDES for sense in entry.senses):
            return False
        before = parse.sentences[sentence - 1]
        roots = [at for at in range(before.first, before.end) if parse.heads[at] == at and parse.is_verb(at)]
        made = [thing for root in roots for thing in parse.children_by(root, "dobj")]
        is_made = any(
            parse.tags[thing] == "NN" and thing not in self._at_head and parse.child(thing, "det") is not None
            for thing in made
        )
        return is_made and parse.heads[verb] == verb and parse.child(verb, "nsubj") is not None

    def aged(self, span: Span) -> int | None:
        """Whom "the 61-year-old" and "the 61-year-old former minister" mean: the only one named lately."""
        parse, first = self._parse, span.first
        is_one = span.type is EntityType.PERSON and span.is_definite and not (span.is_plural or span.is_tied)
        age = AGE.match(span.name)
        if not is_one or age is None or parse.words[first - 1].lower() != "the":
            return None
        people = self._told.of_types({EntityType.PERSON})
        found = self._salience.nearest(span, {EntityType.PERSON}, parse.sentence_of[span.head])
        last = max((self._chains[c].last_sentence for c in people), default=0)
        lately = [c for c in people if self._chains[c].is_named and self._chains[c].last_sentence == last]
        if found is None or lately != [found]:
            return None
        told = (AGE.match(self._spans[number].name) for number in self._chains[found].spans)
        return found if all(other.group() == age.group() for other in told if other is not None) else None

    def announced(self, span: Span) -> int | None:
        """The span of a name that a pronoun goes before: "In her career at X, Ada Roe", "Since its founding, Acme"."""
        parse, noun = self._parse, self._parse.heads[span.head]
        preposition = parse.heads[noun]
        if parse.tags[span.head] != "PRP$" or span.is_plural or parse.deps[noun] != "pobj":
            return None
        is_first = parse.deps[preposition] == "prep" and parse.sentences[parse.sentence_of[noun]].first == preposition
        entry = self._told.lexicon.nouns.get(parse.lemmas[noun])
        senses = entry.senses if entry is not None else ()
        if not is_first or not any(s.predicate in _OWN_HISTORY and "possessor" in s.subject for s in senses):
            return None
        subject = parse.child(parse.heads[preposition], *SUBJECTS)
        number = self._at_head.get(subject) if subject is not None and subject > span.head else None
        is_name = number is not None and self._spans[number].form is Form.NAME
        return number if number is not None and is_name and self._spans[number].type is span.type else None

    def _subjects(self, token: int) -> Iterator[int]:
        """The chains of the subjects of the clauses around a word, innermost first."""
        for word in self._parse.ancestors(token):
            subject = self._parse.child(word, *SUBJECTS)
            number = self._at_head.get(subject) if subject not in {None, token} else None
            if number is not None and number < len(self._chain_of) and (chain := self._chain_of[number]) is not None:
                yield chain

    def _own_subject(self, span: Span) -> int | None:
        """Whom "himself" means: the name it stands beside, or the subject of its clause."""
        beside = self._at_head.get(self._parse.heads[span.head]) if self._parse.deps[span.head] == "appos" else None
        chain = self._chain_of[beside] if beside is not None else next(self._subjects(span.head), None)
        is_person = chain is not None and self._chains[chain].type is EntityType.PERSON
        return chain if span.name.lower() == "themselves" or is_person == (span.type is EntityType.PERSON) else None

    def _is_for_thing(self, span: Span) -> bool:
        """ "Acme bought the plant from Best and shut it": a thing that is no mention, the object of the verb before."""
        parse, verb = self._parse, self._parse.heads[span.head]
        first = parse.heads[verb]
        if parse.deps[span.head] != "dobj" or parse.deps[verb] != "conj" or parse.child(verb, *SUBJECTS) is not None:
            return False
        noun = parse.child(first, "dobj") if parse.is_verb(first) else None
        if noun is None or noun in self._at_head or not noun < verb:
            return False
        phrases = [p for p in parse.children_by(noun, "prep") if parse.lemmas[p] != "from"]
        is_plural = parse.tags[noun] in {"NNS", "NNPS"}
        return not phrases and parse.is_noun(noun) and is_plural == span.is_plural

    def _client(self, span: Span) -> int | None:
        """ "His lawyer, Ada Roe, said he would appeal": whom a lawyer speaks for."""
        parse, verb = self._parse, self._parse.heads[span.head]
        speaker = parse.child(parse.heads[verb], *SUBJECTS) if parse.deps[verb] == "ccomp" else None
        if speaker is None or parse.deps[span.head] not in SUBJECTS:
            return None
        for noun in (speaker, *parse.children_by(speaker, "appos", "compound")):
            for owner in self._told.owners(noun) if parse.lemmas[noun] in _ADVOCATES else ():
                number = self._at_head.get(owner)
                chain = self._chain_of[number] if number is not None else None
                if chain is not None and self._chains[chain].type is EntityType.PERSON:
                    return None if are_apart(self._chains[chain].gender, span.gender) else chain
        return None

    def _seat(self, span: Span) -> int | None:
        """ "Oslo recalled its envoy": a town that acts can be "it" within its sentence."""
        chain = next(self._subjects(span.head), None)
        return chain if chain is not None and self._chains[chain].type is EntityType.PLACE else None

    def _means_anybody(self, span: Span) -> bool:
        """ "If anyone knows, let him speak": nobody in particular, where no person is named in between."""
        parse = self._parse
        for token in range(span.head - 1, parse.sentences[parse.sentence_of[span.head]].first - 1, -1):
            number = self._at_head.get(token)
            if number is not None and self._spans[number].type is EntityType.PERSON:
                return False
            is_same_voice = (token in self._told.speaker) == (span.head in self._told.speaker)
            if parse.lemmas[token] in _ANYBODY and is_same_voice:
                return True
        return False

    def _place(self, span: Span, sentence: int) -> int | None:
        """What "there" means: where something was said to be last, in this sentence or the one before."""
        for number in range(len(self._spans) - 1, -1, -1):
            other = self._spans[number]
            is_near = sentence - 1 <= self._parse.sentence_of[other.head] <= sentence and other.head < span.head
            chain = self._chain_of[number]
            if chain is None or not is_near or self._parse.deps[other.head] != "pobj":
                continue
            if self._chains[chain].type in {EntityType.PLACE, EntityType.COUNTRY}:
                return chain
        return None

    def _antecedent(self, span: Span) -> int | None:
        """The noun that a relative clause hangs on, or the one right before it if that alone is what "who" can mean."""
        parse = self._parse
        near = self._right_before(span)
        for ancestor in parse.ancestors(span.head):
            if parse.deps[ancestor] == "relcl":
                chain = self._described(parse.heads[ancestor])
                return chain if near is None or self._fits(span, chain) else near
        return near

    def _described(self, noun: int) -> int | None:
        """The chain of a noun, or of what an unknown noun is said of: "Ada Roe is a luger who"."""
        parse = self._parse
        while noun not in self._at_head and parse.deps[noun] in {"conj", "appos"} and parse.is_noun(parse.heads[noun]):
            noun = parse.heads[noun]
        if noun not in self._at_head and parse.deps[noun] == "attr":
            noun = parse.child(parse.heads[noun], "nsubj") or noun
        other = self._at_head.get(noun)
        return self._chain_of[other] if other is not None else None

    def _right_before(self, relative: Span) -> int | None:
        """The chain of the name that ends right before a relative pronoun, if it is of its kind."""
        at = relative.first - 1
        at -= self._parse.words[at] == ","
        for head in range(at, max(at - _NAME_REACH, -1), -1):
            number = self._at_head.get(head)
            if number is not None and self._spans[number].form is Form.NAME and self._spans[number].end == at + 1:
                chain = self._chain_of[number]
                return chain if self._fits(relative, chain) else None
        return None

    def _fits(self, relative: Span, chain: int | None) -> bool:
        """Whether a relative pronoun can mean a chain: "who" people, "which" things, "that" either."""
        if chain is None:
            return False
        is_person = self._chains[chain].type is EntityType.PERSON
        if relative.name.lower() == "whose":
            return self._chains[chain].type in {EntityType.PERSON, EntityType.ORGANISATION}
        return relative.name.lower() == "that" or is_person == (relative.type is EntityType.PERSON)

    def _has_unknown_plural(self, span: Span) -> bool:
        """Whether the sentence has a plural subject before that is no mention ("donors"): it may mean that one."""
        parse = self._parse
        first = parse.sentences[parse.sentence_of[span.head]].first
        return any(
            parse.tags[token] == "NNS" and parse.deps[token] in SUBJECTS and token not in self._at_head
            for token in range(first, span.head)
        )

    def _is_expletive(self, token: int) -> bool:
        parse = self._parse
        if parse.words[token].lower() != "it" or parse.deps[token] not in SUBJECTS:
            return False
        verb = parse.heads[token]
        said = parse.child(verb, "acomp", "ccomp", "xcomp")
        if parse.lemmas[verb] not in {"be", "seem", "appear"} or said is None:
            return False
        entry = self._told.lexicon.adjectives.get(parse.lemmas[said])  # "it is willing to" is about somebody
        return entry is None or not any("subject" in embedding.controller for embedding in entry.embeddings)
