"""A document as a reader holds it in mind: the parse, who is who, who speaks, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.known_actors import KnownActors
from onrecord.language.coreference import Coreference, resolve_mentions
from onrecord.language.dates import DateMention, find_dates
from onrecord.language.descriptions import descriptions, pronouns
from onrecord.language.discourse import Chain
from onrecord.language.gazetteer import Gazetteer, gazetteer
from onrecord.language.mentions import Span
from onrecord.language.names import NameFinder
from onrecord.language.parse import Parse
from onrecord.language.pipeline import parse_all
from onrecord.language.quotes import Quote, quotes
from onrecord.model import Document, Form
from onrecord.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that extraction asks about a document. Tokens index `parse`; spans index `spans`."""

    document: Document
    parse: Parse
    spans: list[Span]
    chains: list[Chain]
    chain_of: list[int | None]
    quotes: list[Quote]
    dates: list[DateMention]
    gazetteer: Gazetteer
    span_at: dict[int, int] = field(default_factory=dict)
    quote_at: dict[int, Quote] = field(default_factory=dict)
    date_at: dict[int, DateMention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.span_at.update((span.head, number) for number, span in enumerate(self.spans))
        for quote in self.quotes:
            self.quote_at.update((token, quote) for token in range(quote.first, quote.end))
        tokens = dict(zip(self.parse.starts, range(len(self.parse)), strict=True))
        for mention in self.dates:
            if mention.start in tokens:
                self.date_at[tokens[mention.start]] = mention

    def is_adjective(self, span: Span) -> bool:
        """Whether a name only says what kind others are ("the Kurdish parliament"), and not their country or party."""
        is_plain = span.form is Form.NAME and span.country is None and not span.is_label
        return is_plain and self.parse.tags[span.head].startswith("JJ")

    def chain_at(self, token: int) -> int | None:
        """The entity that the mention headed by `token` refers to, if any."""
        number = self.span_at.get(token)
        return None if number is None else self.chain_of[number]


def read_all(documents: Iterable[Document], ontology: Ontology, known: KnownActors) -> Iterator[Reading]:
    """A reading of each document, in order."""
    places = gazetteer(ontology.folder)
    names = NameFinder(ontology, places, known)
    for document, parse in parse_all(documents, ontology.lexicon, ontology.genders):
        yield _reading(document, parse, ontology, names, places)


def _reading(document: Document, parse: Parse, ontology: Ontology, names: NameFinder, places: Gazetteer) -> Reading:
    lexicon = ontology.lexicon
    found = names.find(parse)
    named = {token for span in found for token in range(span.first, span.end)}
    dates = find_dates(document.text, document.published)
    dated = {offset for date in dates for offset in range(date.start, date.end)}
    spans = [*found, *(span for span in descriptions(parse, lexicon, found) if parse.starts[span.head] not in dated)]
    spans.extend(span for span in pronouns(parse) if span.head not in named)
    spans.sort(key=lambda span: (span.first, span.end))
    speech = quotes(parse, lexicon)
    links: Coreference = resolve_mentions(parse, spans, speech, lexicon, places, document.author)
    return Reading(document, parse, links.spans, links.chains, links.chain_of, speech, dates, places)
