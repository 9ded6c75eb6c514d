"""The state of reading: the chains so far, and what the grammar says about the words of a mention."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.identifiers import Identifier
from onrecord.language.descriptions import noun_entry
from onrecord.language.gazetteer import Gazetteer
from onrecord.language.mentions import Span
from onrecord.language.name_forms import acronyms
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.language.quotes import Quote
from onrecord.model import EntityType, Form, Gender
from onrecord.ontology.lexicon import Lexicon

GROUPS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY})
"""Types that "it" can mean."""


@dataclass(slots=True)
class Chain:
    """The mentions of one entity, by their place in the list of spans. Grows while a document is read.

    `is_protagonist`: the text speaks of somebody without a name ("he" from the first word on, the "I" who writes).
    `was_pronoun`: "he" or "she" stands in it. `members`: the chains that "they" means together.
    """

    type: EntityType
    spans: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    country: str | None = None
    owner: str | None = None
    gender: Gender | None = None
    is_plural: bool = False
    is_known: bool = False
    is_protagonist: bool = False
    is_narrator: bool = False
    was_pronoun: bool = False
    members: tuple[int, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    last_sentence: int = -1
    last_prominence: float = 0.0

    @property
    def is_named(self) -> bool:
        """Whether a name stands in it."""
        return bool(self.keys)

    def is_called(self, nouns: frozenset[str]) -> bool:
        """Whether descriptions or names say that it is one of these: "party", as in "Party of Labour"."""
        return bool(self.nouns & nouns) or any(_head_noun(key) in nouns for key in self.keys)


class Discourse:
    """The mentions of one document and the chains that they are linked into, mention by mention."""

    def __init__(
        self,
        parse: Parse,
        spans: list[Span],
        quotes: list[Quote],
        lexicon: Lexicon,
        places: Gazetteer,
        author: str | None = None,
    ) -> None:
        self.author = author
        self.parse, self.spans, self.lexicon, self.places = parse, spans, lexicon, places
        self.chains: list[Chain] = []
        self.chain_of: list[int | None] = [None] * len(spans)
        self.at_head = {span.head: number for number, span in enumerate(spans)}
        self.speaker: dict[int, int | None] = {
            token: quote.speaker for quote in quotes for token in range(quote.first, quote.end)
        }
        self.quotes = quotes
        self.acronyms = acronyms(parse, spans)

    def of_types(self, types: set[EntityType]) -> list[int]:
        """The chains of these types, oldest first."""
        return [number for number, chain in enumerate(self.chains) if chain.type in types]

    def new(self, span: Span) -> int:
        """A new chain for what the mention refers to."""
        country = span.country if span.form is Form.NAME else None
        self.chains.append(Chain(span.type, country=country, is_plural=span.is_plural))
        return len(self.chains) - 1

    def join(self, number: int, at: int) -> None:
        """Adds a mention to a chain."""
        span, chain = self.spans[number], self.chains[at]
        self.chain_of[number] = at
        chain.spans.append(number)
        chain.gender = chain.gender or span.gender
        chain.was_pronoun = chain.was_pronoun or (span.form is Form.PRONOUN and span.gender is not None)
        if span.form is Form.NAME:
            if not span.is_nationality:
                chain.keys.add(span.key)
            chain.names.append(span.name)
            chain.country = chain.country or span.country
            chain.is_known = chain.is_known or span.is_known
            chain.identifiers = chain.identifiers or span.identifiers
            self._add_titles(chain, span)
        elif span.form is Form.NOMINAL:
            chain.nouns.add(span.noun or "")
            chain.owner = chain.owner or span.country
            if not chain.is_named:
                chain.names.append(span.name)
        if span.form is not Form.PRONOUN or self.parse.tags[span.head] not in {"WP", "WP$", "WDT"}:
            sentence, prominence = self.parse.sentence_of[span.head], self._prominence(span.head)
            is_again = chain.last_sentence == sentence  # an apposition leaves a subject what it is
            chain.last_prominence = max(chain.last_prominence, prominence) if is_again else prominence
            chain.last_sentence = sentence

    def _prominence(self, token: int) -> float:
        """How much a place in the sentence makes one the talk: subjects most, those of main clauses above all."""
        if self.parse.deps[token] == "appos" and self.parse.heads[token] not in self.at_head:
            token = self.parse.heads[token]  # "a bidder, the company X, complained"
        if (members := self._members(token)) is not None:
            token = members
        if self.parse.deps[token] not in SUBJECTS:
            return 0.0
        return 0.0 if self.parse.deps[self.parse.heads[token]] == "relcl" else 1.5

    def _members(self, group: int) -> int | None:
        """The plural of whose members a group is told: "supporters of the Union cheered" has the Union in mind."""
        phrase = self.parse.heads[group]
        people = self.parse.heads[phrase]
        if self.parse.deps[group] != "pobj" or self.parse.lemmas[phrase] != "of" or self.parse.tags[people] != "NNS":
            return None
        entry = noun_entry(self.parse, self.lexicon, people)
        return people if entry is not None and EntityType.ORGANISATION in entry.acts_for else None

    def _add_titles(self, chain: Chain, span: Span) -> None:
        """Notes the roles before a name, so that "the minister" finds its holder."""
        for child in self.parse.children_by(span.head, "compound", "nmod"):
            entry = noun_entry(self.parse, self.lexicon, child)
            is_part = self.parse.words[child - 1] == "-"  # "the pro-government Reform Party"
            if entry is not None and child < span.first and not is_part:
                chain.nouns.add(entry.lemma)
                chain.gender = chain.gender or entry.gender

    def merge(self, chain: int, into: int) -> None:
        """Makes one chain part of another."""
        for number in self.chains[chain].spans:
            self.chain_of[number] = into
        self.chains[into].spans.extend(self.chains[chain].spans)
        self.chains[into].spans.sort()
        self.chains[into].nouns |= self.chains[chain].nouns
        self.chains[chain].spans = []

    def kind(self, noun: str) -> str:
        """What institution a noun means: "leadership" and "authorities" mean the government."""
        entry = self.lexicon.nouns.get(noun)
        return (entry.institution_kind if entry is not None else None) or noun.split()[-1]

    def kinds(self, noun: str) -> frozenset[str]:
        """The kind of a noun and the wider ones that may take it up again: an airline is a company."""
        entry = self.lexicon.nouns.get(noun) or self.lexicon.nouns.get(noun.split()[-1])
        wider = (self.kind(sort) for sort in entry.sort_of) if entry is not None else ()
        return frozenset({self.kind(noun), *wider})

    def is_institution(self, noun: str) -> bool:
        """Whether the noun names an institution, of which there is mostly one."""
        entry = self.lexicon.nouns.get(noun)
        return entry is not None and entry.is_institution

    def owners(self, token: int) -> list[int]:
        """The heads that say whose it is: its possessor and what follows "of"."""
        parse = self.parse
        phrases = [p for p in parse.children_by(token, "prep") if parse.lemmas[p] == "of"]
        return [*parse.children_by(token, "poss"), *(t for p in phrases for t in parse.children_by(p, "pobj"))]

    def event(self, token: int) -> int | None:
        """The verb that a name is an argument of."""
        parse = self.parse
        while parse.deps[token] == "conj" and parse.is_noun(parse.heads[token]):
            token = parse.heads[token]
        if parse.deps[token] == "pobj":
            token = parse.heads[token]
            if parse.lemmas[token] == "as":  # "as director, she": no other than she
                return None
        elif parse.deps[token] not in {"nsubj", "nsubjpass", "dobj"}:
            return None
        word = parse.heads[token]
        while (
            parse.deps[word] in {"acomp", "attr"}
            or self._is_deed(word)
            or (parse.deps[word] == "conj" and parse.is_noun(word))
        ):
            word = parse.heads[word]  # "Okoro is the son of Ada Okoro"
        return word if parse.is_verb(word) else None

    def _is_deed(self, noun: int) -> bool:
        """Whether an object is but what a verb does: "stood trial with him"."""
        return self.parse.deps[noun] == "dobj" and noun not in self.at_head and not self.parse.children_by(noun, "det")

    def noun_phrase(self, token: int) -> tuple[int, int]:
        """The tokens of a name with its appositions, without clauses about it."""
        first, end = token, token + 1
        for child in self.parse.children_by(token, "compound", "amod", "appos", "nmod", "poss"):
            low, high = self.parse.subtree(child)
            first, end = min(first, low), max(end, high)
        return first, end

    def sides(self, chain: Chain) -> list[int]:
        """The spans of whom a person speaks or works for, as the descriptions of them say."""
        found: list[int] = []
        for number in chain.spans:
            span = self.spans[number]
            first, end = self.noun_phrase(span.head)
            heads = [t for t in range(first, end) if t != span.head] + self.owners(span.head)
            found.extend(other for head in heads if (other := self.at_head.get(head)) is not None)
        return found


def _head_noun(key: str) -> str:
    """The word of a folded name that says what it names: "party" of "party of labour"."""
    words = key.split()
    for at, word in enumerate(words):
        if at and word in {"of", "for"}:
            return words[at - 1]
    return words[-1]
