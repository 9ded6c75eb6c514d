"""Denials of what was said before, without saying it again: "X denied the charge", "X said the report was false"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.context import Contexts
from onrecord.language.descriptions import noun_entry
from onrecord.language.parse import SUBJECTS
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Status
from onrecord.ontology.lexicon import Entry, Lexicon

_SPEAKERS = frozenset({EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY})
_CLAIMED = frozenset({Status.REPORTED, Status.ALLEGED})
_SAID = frozenset({Status.ASSERTED, Status.REPORTED})
_PLAIN = _CLAIMED | {Status.NEGATED}
"""What may stand around a judgement that somebody makes without ifs and buts."""
_PRONOUNS = frozenset("it this that which them these those".split())
_DEMONSTRATIVES = frozenset({"this", "that"})
_SEVERAL = frozenset({"NNS", "NNPS", "them", "these", "those"})
"""Tags and pronouns of the plural."""


@dataclass(frozen=True, slots=True)
class Denial:
    """`who` (a chain) says at `start` (an offset) that a claim is not so: the word, and the one who speaks.

    `claimants` are the chains whose claim it is, if the text says so. `is_several`: claims are meant, not the last one.
    `is_own`: what is denied is not called a claim ("any wrongdoing"), so that it can only be what `who` is said to do.
    """

    start: int
    who: int
    word: int
    speaker: int
    claimants: tuple[int, ...] = ()
    is_several: bool = False
    is_own: bool = False


class Denials:
    """Finds the denials in one reading."""

    def __init__(
        self, reading: Reading, arguments: Arguments, actors: Actors, contexts: Contexts, lexicon: Lexicon
    ) -> None:
        self._reading, self._parse, self._lexicon = reading, reading.parse, lexicon
        self._arguments, self._actors, self._contexts = arguments, actors, contexts

    def all(self) -> Iterator[Denial]:
        """The denials outside headings, in the order of their words."""
        for sentence in self._parse.sentences:
            for word in range(sentence.first, sentence.end) if not sentence.is_heading else ():
                entry = self._entry(word)
                if entry is not None and self._parse.is_verb(word):
                    yield from self._denied(word, entry)
                elif entry is not None and entry.judges is not None:
                    yield from self._judged(word, entry.judges)

    def _entry(self, word: int) -> Entry | None:
        parse, lexicon = self._parse, self._lexicon
        if parse.is_verb(word):
            return lexicon.verbs.get(parse.lemmas[word])
        return noun_entry(parse, lexicon, word) if parse.is_noun(word) else lexicon.adjectives.get(parse.lemmas[word])

    # --- "X denied the charge" ----------------------------------------------------------------------------------------

    def _denied(self, verb: int, entry: Entry) -> Iterator[Denial]:
        """What a verb of denial does to its object. A clause says itself what is not so, unless it is "doing so"."""
        denies = any(e.status is Status.DENIED and "directObject" in e.arguments for e in entry.embeddings)
        if not denies or self._contexts.of(verb).status not in _SAID:
            return
        for object_ in self._arguments.of_verb(verb, "directObject"):
            if self._is_claim(object_) or self._takes_up(object_, verb, entry):
                yield from self._by(self._arguments.of_verb(verb, "subject"), verb, object_)
            elif entry.judges is Status.DENIED and self._is_deed(object_, entry):
                yield from self._by(self._arguments.of_verb(verb, "subject"), verb, object_, is_own=True)
        if entry.judges is Status.DENIED and self._is_doing_so(verb):
            yield from self._by(self._arguments.of_verb(verb, "subject"), verb, verb, is_own=True)

    def _takes_up(self, word: int, verb: int, entry: Entry) -> bool:
        """Whether a pronoun must mean what was said: denied, or "dismissed that", "rejected it as untrue"."""
        if not self._is_pronoun(word):
            return False
        has_as = any(self._parse.lemmas[phrase] == "as" for phrase in self._parse.children_by(verb, "prep"))
        return entry.judges is Status.DENIED or has_as or self._parse.words[word].lower() in _DEMONSTRATIVES

    def _is_deed(self, noun: int, entry: Entry) -> bool:
        """Whether it is a common noun that stands for no statement of its own: "wrongdoing", not "entry to Norway"."""
        own = noun_entry(self._parse, self._lexicon, noun)
        is_fixed = any(self._parse.lemmas[noun] in sense.fixed_objects for sense in entry.senses)
        is_plain = self._parse.tags[noun] in {"NN", "NNS"} and (own is None or not own.senses)
        return is_plain and not is_fixed and noun not in self._reading.span_at

    def _is_doing_so(self, verb: int) -> bool:
        parse = self._parse
        clauses = parse.children_by(verb, "xcomp", "ccomp")
        return any(
            parse.lemmas[clause] == "do" and any(parse.lemmas[child] == "so" for child in parse.children[clause])
            for clause in clauses
        )

    # --- "X said the report was false" --------------------------------------------------------------------------------

    def _judged(self, word: int, judgement: Status) -> Iterator[Denial]:
        """What a predicate does to a claim: "false" denies it, "not true" as well."""
        parse, head, label = self._parse, self._parse.heads[word], self._parse.deps[word]
        if label in {"acomp", "attr"}:
            context = self._contexts.of(word)
            reasons = {status for _, status in context.reasons}
            is_negated = Status.NEGATED in reasons
            if context.speaker and reasons <= _PLAIN and is_negated == (judgement is Status.ASSERTED):
                for claim in self._subjects(word, head):
                    yield from self._by(list(context.speaker[:1]), word, claim)
        elif judgement is Status.DENIED:
            phrase = parse.deps[head] == "prep" and parse.lemmas[head] == "as"
            verb = parse.heads[head] if phrase else head
            verb = verb if parse.is_verb(verb) else parse.heads[verb]
            if (phrase or label == "oprd") and parse.is_verb(verb) and self._contexts.of(verb).status in _SAID:
                for claim in self._arguments.of_verb(verb, "directObject"):
                    if self._is_claim(claim) or self._is_pronoun(claim):
                        yield from self._by(self._arguments.of_verb(verb, "subject"), word, claim)

    def _subjects(self, word: int, verb: int) -> list[int]:
        """The claims that the word is said of: "the report was false", "there is no truth in the report"."""
        heads = [head for name in ("in", "to") for head in self._arguments.of_noun(word, name)]
        heads += self._parse.children_by(verb, *SUBJECTS)
        return [head for head in heads if self._is_claim(head) or self._is_pronoun(head)]

    # --- who, and whose claim -----------------------------------------------------------------------------------------

    def _is_claim(self, noun: int) -> bool:
        entry = noun_entry(self._parse, self._lexicon, noun) if self._parse.is_noun(noun) else None
        return entry is not None and any(embedding.status in _CLAIMED for embedding in entry.embeddings)

    def _is_pronoun(self, word: int) -> bool:
        return self._parse.words[word].lower() in _PRONOUNS

    def _by(self, heads: list[int], word: int, claim: int, *, is_own: bool = False) -> Iterator[Denial]:
        """The denial of each who denies; a claim of nobody's that is spelt out is denied where it says so."""
        parse = self._parse
        names = ("possessor", "by", "of", "from") if parse.is_noun(claim) and not is_own else ()
        owners = [head for name in names for head in self._arguments.of_noun(claim, name)]
        claimants = [actor.chain for head in owners if (actor := self._actors.at(head, _SPEAKERS)) is not None]
        if parse.is_noun(claim) and parse.child(claim, "acl", "ccomp") is not None and not claimants:
            return
        is_several = is_own or parse.tags[claim] in _SEVERAL or parse.words[claim].lower() in _SEVERAL
        for head in heads:
            who = self._actors.at(head, _SPEAKERS)
            if who is not None:
                others = tuple(chain for chain in claimants if chain != who.chain)
                yield Denial(parse.starts[word], who.chain, word, head, others, is_several, is_own)
