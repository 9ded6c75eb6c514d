"""Who is answerable for what a word embeds: its speaker, or whose report or spokesperson speaks."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.arguments import Arguments
from onrecord.language.descriptions import noun_entry
from onrecord.language.parse import Parse
from onrecord.language.reading import Reading
from onrecord.model import Form, Status
from onrecord.ontology.lexicon import Embedding, Lexicon

_SPEAKS_FOR = "spokespersonFor"
_PUBLISHED = "published"
_AUTHORS = ("by", "from", "possessor")


class Speakers:
    """Finds speakers in one reading."""

    def __init__(self, reading: Reading, arguments: Arguments, lexicon: Lexicon) -> None:
        self._reading, self._arguments, self._lexicon = reading, arguments, lexicon
        self._parse: Parse = reading.parse

    def of(self, governor: int, embedding: Embedding) -> tuple[int, ...]:
        """The head tokens of who is answerable for what `governor` embeds; none if nobody is named."""
        for argument in embedding.speaker:
            tokens = self._argument(governor, argument)
            if self._is_denied(governor):  # who rejects a claim has not made it
                tokens = [t for t in tokens if t > governor or self._parse.deps[t] == "poss"]
            if tokens:
                return tuple(author for token in tokens for author in self.authors(token))
        return ()

    def _argument(self, governor: int, argument: str) -> list[int]:
        if self._parse.is_verb(governor):
            return self._arguments.of_verb(governor, argument)
        if self._parse.is_noun(governor):
            return self._arguments.of_noun(governor, argument)
        return self._arguments.of_adjective(governor, argument)

    def _is_name(self, token: int) -> bool:
        number = self._reading.span_at.get(token)
        return number is not None and self._reading.spans[number].form is Form.NAME

    def _is_denied(self, noun: int) -> bool:
        verb = self._parse.heads[noun]
        if not self._parse.is_noun(noun) or not self._parse.is_verb(verb):
            return False
        entry = self._lexicon.verbs.get(self._parse.lemmas[verb])
        denial = entry.embedding(("directObject",)) if entry is not None else None
        return denial is not None and denial.status is Status.DENIED

    def authors(self, token: int) -> Sequence[int]:
        """Whose report, letter or nameless spokesperson speaks; `token` itself if it is neither or nobody's."""
        parse = self._parse
        entry = noun_entry(parse, self._lexicon, token)
        if publishers := self._publishers(token):
            return publishers
        if entry is None:
            return [token]
        speaks_for = [a for sense in entry.senses if sense.predicate == _SPEAKS_FOR for a in sense.object]
        if not (entry.is_of_speech or speaks_for) or parse.child(token, "appos") is not None:
            return [token]
        for argument in speaks_for or _AUTHORS:
            found = self._arguments.of_noun(token, argument)
            if found and (not speaks_for or all(self._is_name(owner) for owner in found)):
                return found
        for clause in parse.children_by(token, "acl"):
            if self._arguments.is_passive(clause) and (found := self._arguments.of_verb(clause, "subject")):
                return found
        return [token]

    def _publishers(self, token: int) -> list[int]:
        """Who brought out what speaks: "aired a film alleging that"; none if it is not brought out there."""
        verb = self._parse.heads[token]
        if self._parse.deps[token] != "dobj" or not self._parse.is_verb(verb) or token in self._reading.span_at:
            return []
        entry = self._lexicon.verbs.get(self._parse.lemmas[verb])
        is_publishing = entry is not None and any(sense.predicate == _PUBLISHED for sense in entry.senses)
        return self._arguments.of_verb(verb, "subject") if is_publishing else []


__all__ = ["Speakers"]
