"""Who "I" and "we" are: the speaker of a quotation and the speaker's organisation, or who wrote the text."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.descriptions import FIRST_PERSON, FIRST_PERSON_PLURAL
from onrecord.language.discourse import Chain, Discourse
from onrecord.language.gazetteer import fold
from onrecord.language.mentions import Span
from onrecord.language.quotes import QUOTE_MARKS
from onrecord.model import EntityType, Form


class FirstPerson:
    """Links the pronouns of the first person, once all others are."""

    def __init__(self, discourse: Discourse) -> None:
        self._told = discourse
        self._parse, self._spans = discourse.parse, discourse.spans
        self._chains, self._chain_of, self._at_head = discourse.chains, discourse.chain_of, discourse.at_head

    def link(self) -> None:
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
