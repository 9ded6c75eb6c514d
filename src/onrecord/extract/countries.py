"""Countries that a text means without naming them: that of its context, and the one that a capital stands for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property

from onrecord.extract.cast import Actor, Cast
from onrecord.language.discourse import Chain
from onrecord.language.mentions import Span
from onrecord.language.parse import SUBJECTS
from onrecord.model import EntityType, Form

_BEHIND = 7
"""Tokens behind a title in which "in COUNTRY" still belongs to it."""
_FIRST_NAMED = 3
"""Mentions that being named first is worth: news say at once where they are from."""


class Countries:
    """Finds the countries that one reading means; adds a chain for one that it never names."""

    def __init__(self, cast: Cast) -> None:
        self._cast, self._reading = cast, cast.reading

    def of_context(self, token: int) -> Actor | None:
        """The country that the text is about at `token`: the one that its sentence begins with ("In Chad, Ada ..."),
        the one that acts in it, the one right behind, else the document's own. Of the country that a president acts on
        they are no president.
        """
        reading, parse = self._reading, self._reading.parse
        acting: Actor | None = None
        for number, span in enumerate(reading.spans):
            chain = reading.chain_of[number]
            if span.first >= token:
                break
            if chain is None or parse.sentence_of[span.head] != parse.sentence_of[token]:
                continue
            if self._is_scene(span) and reading.chains[chain].type is EntityType.COUNTRY:
                return self._cast.actor(chain, span)
            is_subject = span.form is Form.NAME and parse.deps[span.head] in SUBJECTS and not span.is_nationality
            if is_subject and reading.chains[chain].type is EntityType.COUNTRY:
                acting = self._cast.actor(chain, span)
        nearest = acting or self._behind(token)
        if nearest is not None:
            return nearest
        country = self._main
        if country is None or token not in reading.span_at:
            return None
        return self.meant(reading.spans[reading.span_at[token]], country)

    def _is_scene(self, country: Span) -> bool:
        """Whether a country sets the scene of its sentence: "In Chad, the president resigned"."""
        parse, head = self._reading.parse, country.head
        first = parse.sentences[parse.sentence_of[head]].first
        is_in = parse.deps[head] == "pobj" and parse.words[parse.heads[head]] == "In"
        return is_in and parse.heads[head] == first and parse.words[country.end : country.end + 1] == [","]

    def _behind(self, token: int) -> Actor | None:
        """The country right behind a name ("President X in neighbouring Chad")."""
        reading, parse = self._reading, self._reading.parse
        for behind in range(token + 1, min(token + _BEHIND, len(parse))):
            if parse.words[behind] in {",", ".", ";"}:
                return None
            chain = reading.chain_at(behind)
            is_country = chain is not None and reading.chains[chain].type is EntityType.COUNTRY
            if chain is not None and is_country and self._cast.is_where(reading.spans[reading.span_at[behind]]):
                return self._cast.actor(chain, reading.spans[reading.span_at[behind]])
        return None

    @cached_property
    def _main(self) -> str | None:
        """The country that the document names most, by itself, its people, its cities, or inside other names.

        The first one counts for more, but for a mere place where something happens; one that is named once is none.
        """
        parse = self._reading.parse
        counts: Counter[str] = Counter()
        people = {token for token, n in self._cast.named_at.items() if self._reading.spans[n].type is EntityType.PERSON}
        for token, tag in enumerate(parse.tags):
            is_name = tag in {"NNP", "NNPS", "JJ"} and token not in people and parse.words[token][:1].isupper()
            entry = self._reading.gazetteer.find(parse.words[token]) if is_name else None
            if entry is not None and parse.words[token + 1 : token + 2] != ["$"]:
                is_object = parse.deps[token] in {"dobj", "pobj"}  # "President Roe criticised Norway"
                counts[entry.country] += 1 if counts or is_object else 1 + _FIRST_NAMED
        main = max(sorted(counts), key=lambda code: counts[code]) if counts else None
        return main if main is not None and counts[main] > 1 else None

    def meant(self, span: Span, country: str) -> Actor:
        """The country of that code, for which a mention of something else stands."""
        chains = self._reading.chains
        same = (n for n, chain in enumerate(chains) if chain.type is EntityType.COUNTRY and chain.country == country)
        number = next(same, None)
        if number is None:
            number = len(chains)
            chains.append(Chain(EntityType.COUNTRY, country=country))
        return replace(self._cast.actor(number, span), is_proxy=True)
