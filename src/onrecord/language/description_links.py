"""Whom a description takes up that the grammar does not tell: "the party", "the Oslo court"."""

from __future__ import annotations

from onrecord.language.descriptions import is_bare_owner
from onrecord.language.discourse import Chain, Discourse
from onrecord.language.gazetteer import fold
from onrecord.language.mentions import Span
from onrecord.language.parse import SUBJECTS
from onrecord.language.salience import PRONOUN_REACH
from onrecord.model import EntityType, Form

_SAME = frozenset({"same", "said", "latter"})
_OTHER = frozenset({"other", "new", "second", "another", "different", "rival"})

_TRADE = frozenset({"bought", "owns"})
"""What firms do, and have done to them."""
_NO_FIRMS = frozenset(
    {"union", "party", "federation", "confederation", "movement", "council", "commission", "ministry"}
)
"""Kinds of organisations that nobody buys."""

DESCRIPTION_REACH = 6
"""Sentences that "the party" looks back for a party; one or two more for each mention of it, since what matters is
remembered longer."""


class DescriptionLinks:
    """Finds the chains that descriptions take up among those so far."""

    def __init__(self, discourse: Discourse) -> None:
        self._told = discourse
        self._parse, self._spans = discourse.parse, discourse.spans
        self._chains, self._chain_of, self._at_head = discourse.chains, discourse.chain_of, discourse.at_head

    def meant(self, span: Span) -> int | None:
        """The chain that a description takes up by its noun, if there is one."""
        noun = span.noun or ""
        sentence = self._parse.sentence_of[span.head]
        is_institution = self._told.is_institution(noun)
        if not span.is_definite and not is_institution:
            return None
        same = [
            c
            for c, chain in enumerate(self._chains)
            if chain.type is span.type
            and (chain.is_plural == span.is_plural or is_institution)
            and (is_institution or sentence - chain.last_sentence <= DESCRIPTION_REACH + 2 * len(chain.spans))
            and self._fits_noun(chain, span, noun)
            and not self._acts_on(c, span)
            and not self.is_of_another(chain, span)
        ]
        own = self._own(span)
        if own and span.type is EntityType.ORGANISATION and not is_institution:
            same = [c for c in same if c in own]
        told = [c for c in same if is_institution or self._is_told_by(self._chains[c], noun)]
        if (here := self._member_of(span, told or same)) is not None:
            return here
        if told:  # the one that is talked about most, then the one named last
            return max(told, key=lambda c: (2 * len(self._chains[c].spans) + self._chains[c].last_sentence, c))
        if not same and (named := self._only_named_so(span, noun)) is not None:
            return named
        same = [c for c in same if self._is_named_for(c, noun)] or same  # "the lender": a bank before any company
        is_apart = is_institution or is_bare_owner(self._parse, span.head) or self._is_set_apart(span)
        may_be_named = not (span.is_plural or is_apart)
        near = self._near(span, sentence) if may_be_named and span.type is EntityType.ORGANISATION else []
        near += [c for c in own if c not in same and not self._acts_on(c, span)] if not is_institution else []
        return max((*same, *near), key=self._nearness, default=None)

    def _nearness(self, c: int) -> tuple[int, float, int]:
        """How near a chain is: that of its last sentence's subject before others in it."""
        return self._chains[c].last_sentence, self._chains[c].last_prominence, c

    def _only_named_so(self, span: Span, noun: str) -> int | None:
        """The one organisation whose name ends in the noun, however long ago it was named."""
        if span.type is not EntityType.ORGANISATION or span.is_plural or self._told.is_institution(noun):
            return None
        found = [
            c
            for c in self._told.of_types({span.type})
            if any(key.split()[-1] == noun for key in self._chains[c].keys)
            and not self._has_other_owner(span, self._chains[c])
            and not self._acts_on(c, span)
        ]
        return found[0] if len(found) == 1 else None

    def _own(self, span: Span) -> set[int]:
        """The named organisations that somebody's are, as told before: "his firm" after "Acme, whose owner, Bo"."""
        parse, owner = self._parse, self._parse.child(span.head, "poss")
        number = self._at_head.get(owner) if owner is not None else None
        person = self._chain_of[number] if number is not None else None
        if person is None or self._chains[person].type is not EntityType.PERSON or span.type is EntityType.PERSON:
            return set()
        numbers = {n for n in self._told.sides(self._chains[person]) if self._spans[n].head < span.head}
        for n in self._chains[person].spans:
            head = self._spans[n].head
            whose = self._at_head.get(parse.heads[head]) if parse.deps[head] == "poss" else None
            if whose is not None and self._spans[whose].form is Form.NAME and self._spans[whose].head < span.head:
                numbers.add(whose)
        chains = {c for n in numbers if (c := self._chain_of[n]) is not None}
        return {c for c in chains if self._chains[c].type is span.type and self._chains[c].is_named}

    def _near(self, span: Span, sentence: int) -> list[int]:
        """The named organisations close by that a description without a match may mean."""
        is_firm = self._told.kind(span.noun or "") not in _NO_FIRMS
        return [
            c
            for c in self._told.of_types({EntityType.ORGANISATION})
            if self._chains[c].is_named
            and sentence - self._chains[c].last_sentence <= PRONOUN_REACH
            and not self._chains[c].nouns
            and not self._parse.sentences[self._chains[c].last_sentence].is_heading
            and self._may_be_called(self._chains[c], sentence)
            and (is_firm or not self._is_traded(self._chains[c]))
            and not self._acts_on(c, span)
            and not all(self._spans[number].is_label for number in self._chains[c].spans)
            and not any(self._told.places.find(name) is not None for name in self._chains[c].names)
        ]

    def is_of_another(self, chain: Chain, span: Span) -> bool:
        """Whether a person is told of as somebody else's: "the owner of that channel" is not "Acme's owner"."""
        if span.type is not EntityType.PERSON:
            return False
        own = [owner for owner in self._told.owners(span.head) if owner in self._at_head]
        if not own:
            return False
        for number in chain.spans:
            if self._spans[number].noun == span.noun:
                for owner in self._told.owners(self._spans[number].head):
                    other = self._at_head.get(owner)
                    known = self._chain_of[other] if other is not None else None
                    if known is not None and not any(self._may_be(token, self._chains[known]) for token in own):
                        return True
        return False

    def _may_be(self, token: int, chain: Chain) -> bool:
        """Whether a mention that may not be linked yet can mean a chain."""
        number = self._at_head[token]
        span, linked = self._spans[number], self._chain_of[number]
        if linked is not None:
            return self._chains[linked] is chain
        if span.form is Form.NAME:
            return span.key in chain.keys
        return span.form is not Form.NOMINAL or self._is_told_by(chain, span.noun or "")

    def _is_traded(self, chain: Chain) -> bool:
        """Whether it buys or is bought, as firms are, and no unions: "Acme, which Best acquired"."""
        for number in chain.spans:
            verb = self._parse.heads[self._spans[number].head]
            entry = self._told.lexicon.verbs.get(self._parse.lemmas[verb]) if self._parse.is_verb(verb) else None
            if entry is not None and any(sense.predicate in _TRADE for sense in entry.senses):
                return True
        return False

    def _fits_noun(self, chain: Chain, span: Span, noun: str) -> bool:
        if self._has_other_owner(span, chain):
            return False
        is_exact = self._told.is_institution(noun) or self._parse.child(span.head, "poss") is not None
        phrases = self._parse.children_by(span.head, "prep")
        has_whole = any(self._parse.lemmas[phrase] == "of" for phrase in phrases)  # "the board of X"
        # "their union" is not the group named before
        kinds = frozenset({self._told.kind(noun)}) if is_exact else self._told.kinds(noun)
        if any(
            self._told.kind(o) in kinds
            or (not has_whole and self._told.kind(noun) in self._told.kinds(o) and not self._told.is_institution(o))
            for o in chain.nouns
        ):
            return True
        return any(self._is_named_so(key.split(), noun) for key in chain.keys)

    def _is_named_so(self, words: list[str], noun: str) -> bool:
        """Whether a name says that it is one: "the movement" after "Liberation Front"; the army of a country."""
        kind, entry = self._told.kind(noun), self._told.lexicon.nouns.get(noun)
        at = next((at for at, word in enumerate(words) if kind in self._told.kinds(word)), None)
        if at is None or entry is None or entry.institution_kind is None or not entry.is_institution:
            return at is not None
        return all(self._told.places.find(word) is not None for word in words[:at])

    def _is_named_for(self, c: int, noun: str) -> bool:
        """Whether a chain's name says that it is one, where others were but called by a wider noun."""
        return any(self._is_named_so(key.split(), noun) for key in self._chains[c].keys)

    def _is_told_by(self, chain: Chain, noun: str) -> bool:
        """Whether it was called by that very noun, and not but by a narrower or wider one."""
        kind = self._told.kind(noun)
        return kind in {self._told.kind(other) for other in chain.nouns} or any(kind in k.split() for k in chain.keys)

    def _acts_on(self, c: int, span: Span) -> bool:
        """Whether the chain takes another part in the event that the description stands in."""
        event, sentence = self._told.event(span.head), self._parse.sentence_of[span.head]
        if event is None:
            return False
        for number in reversed(self._chains[c].spans):
            last = self._spans[number]
            if last.head != span.head and event == self._told.event(last.head):
                return True
            if self._parse.sentence_of[last.head] != sentence:
                break
        first, end = self._parse.subtree(event)  # "his firm paid Acme": Acme is another
        later = (self._spans[n] for at, n in self._at_head.items() if max(first, span.head + 1) <= at < end)
        return any(
            other.form is Form.NAME and other.key in self._chains[c].keys and event == self._told.event(other.head)
            for other in later
        )

    def _member_of(self, span: Span, others: list[int]) -> int | None:
        """ "Ada Roe, a founder of X, left the party": X, as the sentence tells, rather than one named long before."""
        parse = self._parse
        sentence = parse.sentence_of[span.head]
        if span.type is not EntityType.ORGANISATION or span.is_plural or len(span.key.split()) > 1:
            return None
        if any(self._chains[c].last_sentence == sentence for c in others):
            return None
        subject = parse.child(parse.heads[span.head], *SUBJECTS)
        who = self._at_head.get(subject) if subject is not None else None
        if subject is None or who is None or self._spans[who].type is not EntityType.PERSON:
            return None
        if parse.deps[span.head] != "dobj" or parse.child(span.head, "poss") is not None:
            return None
        first, end = parse.subtree(subject)
        numbers = [self._at_head[token] for token in range(first, end) if token in self._at_head]
        chains = {self._chain_of[number] for number in numbers if self._spans[number].form is Form.NAME}
        groups = [c for c in chains if c is not None and self._chains[c].type is EntityType.ORGANISATION]
        fitting = [c for c in groups if not self._chains[c].nouns and self._name_noun(self._chains[c]) is None]
        return fitting[0] if len(groups) == len(fitting) == 1 else None

    def _has_other_owner(self, span: Span, chain: Chain) -> bool:
        """Whether modifiers tell them apart: "the Uzbek branch" is not "the local branch"."""
        if self._told.is_institution(span.noun or "") and not chain.is_named:
            is_elsewhere = span.is_specific and not span.is_definite and not self._share_place(span, chain)
            is_other_kind = not span.is_definite and self._is_of_other_kind(span, chain)
            return is_elsewhere or is_other_kind or (span.country is not None and span.country != chain.owner)
        words = set(span.key.split()) - {*(span.noun or "").split(), span.noun or "", *_SAME}
        if chain.is_named and span.country is not None and chain.owner in {None, span.country}:  # "the Swiss builder"
            words = {word for word in words if self._told.places.find(word) is None}
        known = {word for key in chain.keys for word in key.split()}
        known |= {word for name in chain.names for word in fold(name).split()}
        return (bool(words - known) and not chain.is_named) or bool(words and words - known and chain.is_named)

    def _is_of_other_kind(self, span: Span, chain: Chain) -> bool:
        """Whether an adjective tells of another institution than the one before: "a military court"."""
        parse = self._parse
        kinds = {parse.lemmas[child] for child in parse.children_by(span.head, "amod", "compound")}
        known = {word for key in chain.keys for word in key.split()}
        known |= {word for name in chain.names for word in fold(name).split()}
        return any(kind.islower() and fold(kind) not in known for kind in kinds)

    def _share_place(self, span: Span, chain: Chain) -> bool:
        """Whether a name in an institution's description stands in those of the chain, too: "a court in Oslo"."""
        known = {word for name in chain.names for word in name.split()}
        return any(word[:1].isupper() and word in known for word in span.name.split()) or (
            span.country is not None and span.country == chain.owner
        )

    def _is_set_apart(self, span: Span) -> bool:
        """Whether its own words make it another than those named before: an owner, a place, a nationality."""
        parse = self._parse
        modifiers = parse.children_by(span.head, "amod", "compound")
        is_other = any(parse.words[child][:1].isupper() or parse.lemmas[child] in _OTHER for child in modifiers)
        wheres = [p for p in parse.children_by(span.head, "prep") if parse.lemmas[p] in {"of", "in", "from"}]
        named = any(
            self._is_name(token) or (parse.lemmas[p] == "of" and parse.child(token, "det", "poss") is not None)
            for p in wheres
            for token in parse.children_by(p, "pobj")
        )
        return is_other or named or parse.child(span.head, "poss") is not None

    def _is_name(self, token: int) -> bool:
        number = self._at_head.get(token)
        return number is not None and self._spans[number].form is Form.NAME

    def _may_be_called(self, chain: Chain, sentence: int) -> bool:
        """Whether "the company" may mean a name that does not say what it is, or says it, but is the talk."""
        noun = self._name_noun(chain)
        is_talk = chain.last_prominence > 0 and sentence - chain.last_sentence <= 1
        return noun is None or (is_talk and not self._told.is_institution(noun))

    def _name_noun(self, chain: Chain) -> str | None:
        """The institution that a name's own words betray: "Oslo City Court"."""
        for key in sorted(chain.keys):
            for word in key.split():
                entry = self._told.lexicon.nouns.get(word)
                if entry is not None and entry.denotes is not None:
                    return entry.lemma
        return None
