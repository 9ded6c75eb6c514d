"""The cast of a document: its mentions by their words, and the actors that they make."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.discourse import Chain
from onrecord.language.mentions import Span
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form
from onrecord.ontology.lexicon import Lexicon

LOCATIONS = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_WHERE = frozenset({"in", "at", "near", "outside", "around", "inside"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A filled argument: the chain it stands for, the characters that say so, and how sure that is.

    `is_whole`: the words mean but a part of it ("the Lyon office of X").
    """

    chain: int
    start: int
    end: int
    form: Form
    is_proxy: bool = False
    is_whole: bool = False


class Cast:
    """The mentions of one reading; `named_at` gives the number of the name that a word belongs to."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading, self.lexicon = reading, lexicon
        self.named_at = {
            token: number
            for number, span in enumerate(reading.spans)
            if span.form is Form.NAME
            for token in range(span.first, span.end)
        }

    def number_at(self, token: int) -> int | None:
        """The number of the mention headed by `token`, else of the name that it belongs to."""
        number = self.reading.span_at.get(token)
        return self.named_at.get(token) if number is None else number

    def mention_at(self, token: int) -> tuple[int, Span] | None:
        """The mention that `number_at` gives, behind the chain of whom it means; None if it means nobody."""
        number = self.number_at(token)
        chain = self.reading.chain_of[number] if number is not None else None
        return None if number is None or chain is None else (chain, self.reading.spans[number])

    def actor(self, chain: int, span: Span) -> Actor:
        """The actor that a mention means."""
        parse = self.reading.parse
        return Actor(chain, parse.starts[span.first], parse.ends[span.end - 1], span.form)

    def is_institution(self, chain: Chain) -> bool:
        """Whether it is known by an institution's description ("the government"), which is as good as a name."""
        entries = (self.lexicon.nouns.get(noun) for noun in chain.nouns)
        return any(entry is not None and entry.is_institution for entry in entries)

    def is_capital(self, chain: Chain) -> bool:
        """Whether a place is a capital, so that it may stand for its government."""
        entry = self.reading.gazetteer.find(chain.names[0]) if chain.names else None
        return entry is not None and entry.kind.value == "capital"

    def is_where(self, span: Span) -> bool:
        """Whether the mention says where something is ("in Oslo"): then it cannot stand for who governs there."""
        parse = self.reading.parse
        return parse.deps[span.head] == "pobj" and parse.lemmas[parse.heads[span.head]] in _WHERE
