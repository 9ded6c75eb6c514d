"""How near and how much the talk somebody is to whom a pronoun may mean."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.discourse import Chain, Discourse
from onrecord.language.genders import are_apart
from onrecord.language.mentions import Span
from onrecord.language.name_forms import same_person
from onrecord.language.parse import SUBJECTS
from onrecord.model import EntityType, Form

QUOTED_COST = 3.0
"""What being named only inside somebody's words costs: more than a sentence of distance."""

PRONOUN_REACH = 2
"""Sentences that a pronoun looks back."""

_SAME_PRONOUN = 0.75
"""What it is worth to have been "she" before."""

_SAME_GENDER = 0.25
"""What it is worth to have a name that is a woman's, for "she"."""

_INTRODUCED = 1.0
"""What it is worth to have just been presented, by name and description: "a gang led by Ola Lund, a former boxer"."""

_OWNER = 1.25
"""What it is worth for the one whom a text is about to have the subject as kin: "his brother died in 1973"."""

_TIED = -0.25
"""What it costs to have no name, where the description says whose or where one is: "Norway's broadcasting council"."""

_UNOWNED = 0.5
"""What it costs to be no firm, for "its owner"."""

_DWELT_ON = 1.75
"""What it is worth for "its director" that the sentence before ended with a clause about it: "the Board, which has"."""

_KIN = frozenset({"childOf", "parentOf", "relativeOf", "siblingOf", "spouseOf"})

_CONTROLLED, _CONTROL_DEPTH = frozenset({"xcomp", "advcl", "pcomp"}), 3
"""Clauses without a subject of their own, and how many of them may stand inside each other."""

_OF_OBJECTS = frozenset({"of", "from", "for", "with", "into"})
"""Prepositions whose gerund the object does: "accused Ada of", "talked Ada into"."""

_FINDING = frozenset({"find", "conclude", "establish", "determine", "show", "reveal", "confirm", "suggest", "indicate"})
"""What a report does about others than its author."""

_TALK = 3
"""Mentions that make somebody the one whom a text is about, if nobody has more."""


class Salience:
    """Weighs the chains so far as antecedents of a pronoun."""

    def __init__(self, discourse: Discourse) -> None:
        self._told = discourse
        self._parse, self._spans = discourse.parse, discourse.spans
        self._chains, self._chain_of, self._at_head = discourse.chains, discourse.chain_of, discourse.at_head

    def nearest(self, span: Span, types: set[EntityType], sentence: int, *, plural: bool = False) -> int | None:
        """The most salient chain of these types that a mention in this sentence may mean; None if none may."""
        candidates = [c for c in self._told.of_types(types) if self._may_mean(c, span, sentence, plural)]
        if not candidates:
            return None
        scored = sorted(((self._salience(c, span, sentence), c) for c in candidates), reverse=True)
        return scored[0][1]

    def _may_mean(self, c: int, span: Span, sentence: int, plural: bool) -> bool:
        chain = self._chains[c]
        if sentence - chain.last_sentence > PRONOUN_REACH or are_apart(chain.gender, span.gender):
            return False
        if plural and chain.is_plural and self.is_thing(span, self._spans[chain.spans[-1]]):
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
            self._is_beside(self._spans[number].head, span.head)
            or self._is_said(number, span.head)
            or self._is_author(self._spans[number].head, span.head)
            for number in self._here(chain, sentence)
        )

    def _is_said(self, number: int, pronoun: int) -> bool:
        """Whether a name stands in what the pronoun says or thinks, and so is another: "Acme paid Ada, she added"."""
        parse, verb = self._parse, self._parse.heads[pronoun]
        if self._spans[number].form is not Form.NAME or parse.deps[pronoun] not in SUBJECTS:
            return False
        said, other = parse.child(verb, "ccomp"), self._spans[number].head
        return said is not None and (said == other or said in parse.ancestors(other))

    def _is_author(self, other: int, pronoun: int) -> bool:
        """Whether a mention but tells by whom a report is that finds something of the pronoun's: "a report by Ada Roe
        found that she".
        """
        parse, clause = self._parse, self._parse.heads[pronoun]
        if parse.deps[pronoun] not in SUBJECTS or parse.deps[clause] != "ccomp":
            return False
        if parse.lemmas[parse.heads[clause]] not in _FINDING:
            return False
        report = parse.child(parse.heads[clause], *SUBJECTS)
        return report is not None and report not in self._at_head and report in parse.ancestors(other)

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
        if parse.deps[pronoun] in SUBJECTS:
            return False
        if parse.deps[verb] == "prep":
            verb = parse.heads[verb]
        while parse.deps[verb] == "dobj" and parse.is_verb(parse.heads[verb]):  # "signed a deal with him"
            verb = parse.heads[verb]
        while parse.deps[verb] == "conj" and parse.child(verb, *SUBJECTS) is None and parse.is_verb(parse.heads[verb]):
            verb = parse.heads[verb]
        return self._is_agent(other, verb)

    def _is_agent(self, other: int, verb: int) -> bool:
        """Whether a mention does what a verb tells, also where a verb above lends it: "Ada refused to pay her"."""
        parse = self._parse
        for _ in range(_CONTROL_DEPTH):
            if parse.child(verb, *SUBJECTS) is not None or parse.deps[verb] not in _CONTROLLED:
                break
            above, is_object_control = parse.heads[verb], parse.deps[verb] == "xcomp"
            if parse.deps[verb] == "advcl" and parse.tags[verb] != "VBG" and not self._is_infinitive(verb):
                break
            if parse.deps[verb] == "pcomp":
                is_object_control = parse.lemmas[above] in _OF_OBJECTS
                above = parse.heads[above]
            if not parse.is_verb(above):
                break
            controller = parse.child(above, "dobj") if is_object_control else None
            if controller is not None and controller < verb:
                return other == controller  # "accused Ada of beating her"
            verb = above
        return parse.heads[other] == verb and parse.deps[other] in SUBJECTS

    def _is_infinitive(self, verb: int) -> bool:
        return any(self._parse.tags[child] == "TO" for child in self._parse.children_by(verb, "aux"))

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
        is_owned = self._may_be_owned(chain, span)
        score += 0.5 if is_known or chain.is_plural else (_TIED if is_owned and self._is_tied(chain) else -1.0)
        score -= 0.0 if is_owned else _UNOWNED
        if chain.type is EntityType.COUNTRY:
            score -= 1.0
        if self._is_dwelt_on(chain, span, sentence):
            score += _DWELT_ON
        return score, chain.spans[-1]

    def _is_tied(self, chain: Chain) -> bool:
        """Whether it is an organisation described by whose or where it is: "Norway's broadcasting council"."""
        span = self._spans[chain.spans[0]]
        return chain.type is EntityType.ORGANISATION and span.is_tied and span.is_definite

    def _may_be_owned(self, chain: Chain, span: Span) -> bool:
        """Whether a chain may have what the pronoun's noun says: only firms have owners, and those have names."""
        parse = self._parse
        entry = self._told.lexicon.nouns.get(parse.lemmas[parse.heads[span.head]])
        if parse.tags[span.head] != "PRP$" or entry is None or chain.is_named or chain.type is EntityType.PERSON:
            return True
        return not any(sense.predicate == "owns" for sense in entry.senses)

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

    def _is_dwelt_on(self, chain: Chain, span: Span, sentence: int) -> bool:
        """Whether the sentence before ends with what it tells of the chain, and this one opens with somebody of its."""
        parse = self._parse
        if parse.tags[span.head] != "PRP$" or span.head != parse.sentences[sentence].first or not sentence:
            return False
        noun, last = parse.heads[span.head], parse.sentences[sentence - 1].end - 1
        number = self._at_head.get(noun)
        is_somebody = number is not None and self._spans[number].type is EntityType.PERSON
        if not is_somebody or span.type is EntityType.PERSON or chain.last_sentence != sentence - 1:
            return False
        for number in self._here(chain, sentence - 1):
            for clause in parse.children_by(self._spans[number].head, "relcl"):
                first, end = parse.subtree(clause)
                if parse.words[first - 1] == "," and end >= last:
                    return not self._has_another(chain, first, end)
        return False

    def _has_another(self, chain: Chain, first: int, end: int) -> bool:
        """Whether the words tell of another group, too: "the Board, which threw out its appeal"."""
        chains = (self._chain_at(token) for token in range(first, end))
        return any(other is not None and other is not chain and other.type is chain.type for other in chains)

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

    def is_thing(self, span: Span, other: Span) -> bool:
        """Whether things stand nearer as an object: "Ada and Bo handed papers to Acme, which published them"."""
        parse = self._parse
        first = max(other.head, parse.sentences[parse.sentence_of[span.head]].first)
        return parse.deps[span.head] == "dobj" and any(
            parse.tags[token] == "NNS" and parse.deps[token] == "dobj" and token not in self._at_head
            for token in range(first, span.head)
        )

    def _has_things(self, c: int, span: Span) -> bool:
        """Whether a plural that is no mention stands between a group and "them": it may mean that one."""
        parse, last = self._parse, self._spans[self._chains[c].spans[-1]]
        return parse.deps[span.head] in {"dobj", "pobj"} and any(
            parse.tags[token] == "NNS" and parse.deps[token] in {"dobj", "pobj"} and token not in self._at_head
            for token in range(last.head, span.head)
        )
