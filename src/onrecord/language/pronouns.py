"""Whom a pronoun means."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.descriptions import (
    AGE,
    FIRST_PERSON,
    FIRST_PERSON_PLURAL,
    PAIRS,
    PLURAL_PRONOUNS,
    THING_PRONOUNS,
)
from onrecord.language.discourse import GROUPS, Chain, Discourse
from onrecord.language.gazetteer import fold
from onrecord.language.genders import are_apart
from onrecord.language.mentions import Span
from onrecord.language.name_forms import same_person
from onrecord.language.parse import SUBJECTS
from onrecord.language.quotes import QUOTE_MARKS
from onrecord.model import EntityType, Form

QUOTED_COST = 3.0
"""What being named only inside somebody's words costs: more than a sentence of distance."""

PRONOUN_REACH = 2
"""Sentences that a pronoun looks back."""

_NAME_REACH = 4
"""Tokens behind the head of a name that still belong to it, as in "University of Lyon"."""

_SAME_PRONOUN = 0.75
"""What it is worth to have been "she" before."""

_SAME_GENDER = 0.25
"""What it is worth to have a name that is a woman's, for "she"."""

_INTRODUCED = 1.0
"""What it is worth to have just been presented, by name and description: "a gang led by Ola Lund, a former boxer"."""

_OWNER = 1.25
"""What it is worth for the one whom a text is about to have the subject as kin: "his brother died in 1973"."""

_KIN = frozenset({"childOf", "parentOf", "relativeOf", "siblingOf", "spouseOf"})

_TALK = 3
"""Mentions that make somebody the one whom a text is about, if nobody has more."""

_ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody", "whoever"})

_OWN_HISTORY = frozenset({"worksFor", "dateFounded"})
"""The relations of nouns for what only the subject of the sentence goes through before its verb."""


class Pronouns:
    """Finds the antecedents of pronouns among the chains so far. An unsure link is not made."""

    def __init__(self, discourse: Discourse) -> None:
        self._told = discourse
        self._parse, self._spans = discourse.parse, discourse.spans
        self._chains, self._chain_of, self._at_head = discourse.chains, discourse.chain_of, discourse.at_head

    def meant(self, span: Span) -> int | None:
        """The chain that the pronoun belongs to, if that is clear."""
        word = span.name.lower()
        if word in FIRST_PERSON | FIRST_PERSON_PLURAL:
            return None
        if self._parse.tags[span.head] in {"WP", "WP$", "WDT"}:
            return self._antecedent(span)
        sentence = self._parse.sentence_of[span.head]
        if span.type is EntityType.PLACE:
            return self._place(span, sentence)
        if word.endswith(("self", "selves")) and (subject := self._own_subject(span)) is not None:
            return subject
        if word in PAIRS:
            return self._pair(span, sentence)
        if word in PLURAL_PRONOUNS:
            if self._has_unknown_plural(span):
                return None
            return self._pair(span, sentence) or self._nearest(
                span, {*GROUPS, EntityType.PERSON}, sentence, plural=True
            )
        if span.type is EntityType.PERSON:
            if self._means_anybody(span):
                return None
            found = self._partner(span)
            if found is None:
                found = self._nearest(span, {EntityType.PERSON}, sentence)
            if found is None and not self._told.of_types({EntityType.PERSON}) and span.head not in self._told.speaker:
                found = self._told.new(span)
            if found is not None and not any(
                self._chains[c].is_named for c in self._told.of_types({EntityType.PERSON})
            ):
                self._chains[found].is_protagonist = True
            return found
        if word not in THING_PRONOUNS or self._is_expletive(span.head):
            return None
        found = self._seat(span)
        found = found if found is not None else self._nearest(span, set(GROUPS), sentence)
        if found is None and not self._told.of_types(set(GROUPS)) and span.head not in self._told.speaker:
            found = self._told.new(span)
            self._chains[found].is_protagonist = True
        return found

    def aged(self, span: Span) -> int | None:
        """Whom "the 61-year-old" and "the 61-year-old former minister" mean: the only one named lately."""
        parse, first = self._parse, span.first
        is_one = span.type is EntityType.PERSON and span.is_definite and not (span.is_plural or span.is_tied)
        age = AGE.match(span.name)
        if not is_one or age is None or parse.words[first - 1].lower() != "the":
            return None
        people = self._told.of_types({EntityType.PERSON})
        found = self._nearest(span, {EntityType.PERSON}, parse.sentence_of[span.head])
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

    def _pair(self, span: Span, sentence: int) -> int | None:
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
            if members and not self._is_thing(span, other):
                known = (c for c, chain in enumerate(self._chains) if chain.members == members)
                pair = next(known, None)
                if pair is None:
                    pair = self._told.new(span)
                    self._chains[pair].members = members
                return pair
        return None

    def _is_thing(self, span: Span, other: Span) -> bool:
        """Whether things stand nearer as an object: "Ada and Bo handed papers to Acme, which published them"."""
        parse = self._parse
        first = max(other.head, parse.sentences[parse.sentence_of[span.head]].first)
        return parse.deps[span.head] == "dobj" and any(
            parse.tags[token] == "NNS" and parse.deps[token] == "dobj" and token not in self._at_head
            for token in range(first, span.head)
        )

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

    def _partner(self, span: Span) -> int | None:
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

    def _has_things(self, c: int, span: Span) -> bool:
        """Whether a plural that is no mention stands between a group and "them": it may mean that one."""
        parse, last = self._parse, self._spans[self._chains[c].spans[-1]]
        return parse.deps[span.head] in {"dobj", "pobj"} and any(
            parse.tags[token] == "NNS" and parse.deps[token] in {"dobj", "pobj"} and token not in self._at_head
            for token in range(last.head, span.head)
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

    def _nearest(self, span: Span, types: set[EntityType], sentence: int, *, plural: bool = False) -> int | None:
        candidates = [c for c in self._told.of_types(types) if self._may_mean(c, span, sentence, plural)]
        if not candidates:
            return None
        scored = sorted(((self._salience(c, span, sentence), c) for c in candidates), reverse=True)
        return scored[0][1]

    def _may_mean(self, c: int, span: Span, sentence: int, plural: bool) -> bool:
        chain = self._chains[c]
        if sentence - chain.last_sentence > PRONOUN_REACH or are_apart(chain.gender, span.gender):
            return False
        if plural and chain.is_plural and self._is_thing(span, self._spans[chain.spans[-1]]):
            return False
        if plural and not chain.is_plural and (chain.type is not EntityType.ORGANISATION or self._has_things(c, span)):
            return False
        if not plural and chain.is_plural:
            return False
        last = self._spans[chain.spans[-1]]
        if not plural and last.is_plural and self._parse.sentence_of[last.head] == sentence:
            return False
        if self._is_own_side(chain, span):
            return False
        is_reflexive = span.name.lower().endswith(("self", "selves"))
        is_possessive = self._parse.tags[span.head] == "PRP$"
        if is_reflexive or is_possessive:
            return last.head != self._parse.heads[span.head]
        return not any(
            self._is_beside(self._spans[number].head, span.head) or self._is_said(number, span.head)
            for number in self._here(chain, sentence)
        )

    def _is_said(self, number: int, pronoun: int) -> bool:
        """Whether a name stands in what the pronoun says or thinks, and so is another: "Acme paid Ada, she added"."""
        parse, verb = self._parse, self._parse.heads[pronoun]
        if self._spans[number].form is not Form.NAME or parse.deps[pronoun] not in SUBJECTS:
            return False
        said, other = parse.child(verb, "ccomp"), self._spans[number].head
        return said is not None and (said == other or said in parse.ancestors(other))

    def _here(self, chain: Chain, sentence: int) -> Iterator[int]:
        """The mentions of a chain in a sentence, the last first."""
        for number in reversed(chain.spans):
            if self._parse.sentence_of[self._spans[number].head] != sentence:
                return
            yield number

    def _is_beside(self, other: int, pronoun: int) -> bool:
        """Whether a mention takes another part in what the pronoun's verb tells: "she met Ada and paid her"."""
        parse, verb = self._parse, self._parse.heads[pronoun]
        if parse.heads[other] == verb:
            return True
        event = self._told.event(other)
        if event is not None and event == self._told.event(pronoun):
            return True
        if parse.deps[pronoun] in SUBJECTS or parse.deps[other] not in SUBJECTS:
            return False
        if parse.deps[verb] == "prep":
            verb = parse.heads[verb]
        while parse.deps[verb] == "dobj" and parse.is_verb(parse.heads[verb]):  # "signed a deal with him"
            verb = parse.heads[verb]
        while parse.deps[verb] == "conj" and parse.child(verb, *SUBJECTS) is None and parse.is_verb(parse.heads[verb]):
            verb = parse.heads[verb]
        return parse.heads[other] == verb

    def _is_own_side(self, chain: Chain, span: Span) -> bool:
        """Whether inside a quotation the chain is the speaker or their organisation: those would be "I" and "we"."""
        speaker = self._told.speaker.get(span.head)
        if speaker is None:
            return False
        who = self._at_head.get(speaker)
        own = self._chain_of[who] if who is not None else None
        if own is None and who is not None and self._spans[who].form is Form.NAME:
            return any(same_person(self._spans[who].key.split(), key.split()) for key in chain.keys)
        if own is None:  # "..., he said": the speaker comes behind the quote and is read later
            people = [c for c in self._told.of_types({EntityType.PERSON}) if not self._chains[c].is_plural]
            own = max(people, key=lambda c: self._chains[c].last_sentence, default=None)
        if own is None:
            return False
        return chain is self._chains[own] or any(other in chain.spans for other in self._told.sides(self._chains[own]))

    def _salience(self, c: int, span: Span, sentence: int) -> tuple[float, int]:
        chain = self._chains[c]
        score = -2.0 * (sentence - self._last_sentence(chain, span))
        if self._is_only_quoted(chain, span):
            score -= QUOTED_COST
        score += chain.last_prominence or self._standing(chain)
        if span.gender is not None and chain.gender is span.gender:
            score += _SAME_PRONOUN if chain.was_pronoun else _SAME_GENDER
        is_known = (
            chain.is_named or chain.is_protagonist or any(self._told.is_institution(noun) for noun in chain.nouns)
        )
        score += 0.5 if is_known or chain.is_plural else -1.0
        if chain.type is EntityType.COUNTRY:
            score -= 1.0
        return score, chain.spans[-1]

    def _standing(self, chain: Chain) -> float:
        """What makes one who was no subject the talk: to be presented, or to have the subject as kin."""
        if chain.type is not EntityType.PERSON:
            return 0.0
        here = list(self._here(chain, chain.last_sentence))
        forms = {self._spans[number].form for number in here}
        is_owned = any(self._parse.child(self._spans[number].head, "poss") is not None for number in here)
        if len(here) == len(chain.spans) and {Form.NAME, Form.NOMINAL} <= forms and not is_owned:
            return _INTRODUCED
        if len(chain.spans) < _TALK or not any(self._has_kin(self._spans[number].head) for number in here):
            return 0.0
        people = (other for other in self._chains if other.type is EntityType.PERSON)
        return _OWNER if all(len(other.spans) <= len(chain.spans) for other in people) else 0.0

    def _has_kin(self, token: int) -> bool:
        """Whether the subject is a relative of who stands at `token`: "his brother, Bo, died"."""
        parse, noun = self._parse, self._parse.heads[token]
        entry = self._told.lexicon.nouns.get(parse.lemmas[noun])
        is_subject = parse.deps[token] == "poss" and parse.deps[noun] in SUBJECTS
        return is_subject and entry is not None and any(sense.predicate in _KIN for sense in entry.senses)

    def _last_sentence(self, chain: Chain, span: Span) -> int:
        """The last sentence that has the chain in it, what it says itself included."""
        own = [
            self._parse.sentence_of[quote.end - 1]
            for quote in self._told.quotes
            if quote.end <= span.first and quote.speaker is not None and self._chain_at(quote.speaker) is chain
        ]
        return max(chain.last_sentence, *own) if own else chain.last_sentence

    def _is_only_quoted(self, chain: Chain, span: Span) -> bool:
        """Whether the chain was last named inside a quotation, and the pronoun stands outside."""
        last = self._spans[chain.spans[-1]]
        return last.head in self._told.speaker and span.head not in self._told.speaker

    def _chain_at(self, token: int) -> Chain | None:
        number = self._at_head.get(token)
        chain = self._chain_of[number] if number is not None else None
        return self._chains[chain] if chain is not None else None

    def link_first_person(self) -> None:
        """Gives "I" and "my" inside a quote to its speaker, "we" and "our" to the speaker's organisation.

        Outside quotes "I" is who wrote the text.
        """
        quoting = {self._parse.sentences[n].paragraph for n in self._sentences_with_marks()}
        for number, span in enumerate(self._spans):
            word = span.name.lower()
            speaker = self._told.speaker.get(span.head)
            other = self._at_head.get(speaker) if speaker is not None else None
            chain = self._chain_of[other] if other is not None else None
            paragraph = self._parse.sentences[self._parse.sentence_of[span.head]].paragraph
            if word in FIRST_PERSON and span.head not in self._told.speaker and paragraph not in quoting:
                chain = self._narrator(span)
            if span.form is not Form.PRONOUN or chain is None or word not in FIRST_PERSON | FIRST_PERSON_PLURAL:
                continue
            if word in FIRST_PERSON_PLURAL:
                chain = self._own_group(self._chains[chain])
            if chain is not None:
                self._chain_of[number] = chain
                self._chains[chain].spans.append(number)

    def _sentences_with_marks(self) -> Iterator[int]:
        for token, word in enumerate(self._parse.words):
            if word in QUOTE_MARKS:
                yield self._parse.sentence_of[token]

    def _narrator(self, span: Span) -> int:
        """Who wrote the text."""
        for c, chain in enumerate(self._chains):
            if chain.is_narrator:
                return c
        author = self._told.author
        named = [c for c in self._told.of_types({EntityType.PERSON}) if author and fold(author) in self._chains[c].keys]
        number = named[0] if named else self._told.new(span)
        chain = self._chains[number]
        chain.is_narrator = chain.is_protagonist = True
        if author and not named:
            chain.names.append(author)
            chain.keys.add(fold(author))
        return number

    def _own_group(self, speaker: Chain) -> int | None:
        """Whom "we" means: the named organisation that the speaker is said to belong to, if there is just one."""
        if speaker.type is not EntityType.PERSON:
            return None
        groups = {self._chain_of[number] for number in self._told.sides(speaker)}
        named = [c for c in groups if c is not None and self._chains[c].type is EntityType.ORGANISATION]
        return named[0] if len(named) == 1 else None
