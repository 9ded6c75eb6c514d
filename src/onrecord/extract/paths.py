"""The ways through a parse between the words of a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.extract.cast import Actor
from onrecord.language.dates import DateMention
from onrecord.language.mentions import Span
from onrecord.language.parse import Parse
from onrecord.language.reading import Reading


class Paths:
    """Finds, in one reading, the tokens that stand for a statement's ends, and the tokens between two."""

    def __init__(self, reading: Reading) -> None:
        self._parse = reading.parse
        self._dates = reading.date_at
        self._spans = {reading.parse.starts[span.first]: span for span in reading.spans}

    def span(self, actor: Actor) -> Span | None:
        """The mention that stands for the actor."""
        return self._spans.get(actor.start)

    def head(self, end: Actor | DateMention) -> int | None:
        """The token that carries the grammar of an actor's mention, or the first one of a date."""
        if isinstance(end, Actor):
            span = self.span(end)
            return span.head if span is not None else None
        return next((token for token, mention in self._dates.items() if mention.start == end.start), None)

    def between(self, token: int, other: int) -> tuple[int, ...]:
        """The tokens from one to the other over the lowest word that governs both; empty if none does."""
        up, down = [token, *self._parse.ancestors(token)], [other, *self._parse.ancestors(other)]
        top = next((word for word in up if word in down), None)
        if top is None:
            return ()
        return (*up[: up.index(top) + 1], *reversed(down[: down.index(top)]))


def tree(parse: Parse, tokens: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The smallest tree that holds these tokens, top down in the order of the text, each token with its depth.

    Several trees, one behind the other, if the tokens stand in several sentences.
    """
    wanted = sorted(set(tokens))
    held: dict[int, int] = {}
    for token in wanted:
        for word in (token, *parse.ancestors(token)):
            held[word] = held.get(word, 0) + 1
    by_sentence: dict[int, list[int]] = {}
    for token in wanted:
        by_sentence.setdefault(parse.sentence_of[token], []).append(token)
    for own in by_sentence.values():
        above = (own[0], *parse.ancestors(own[0]))
        top = next((word for word in above if held[word] >= len(own)), above[-1])
        yield from _below(parse, top, 0, held)


def _below(parse: Parse, token: int, depth: int, held: dict[int, int]) -> Iterator[tuple[int, int]]:
    yield token, depth
    for child in parse.children[token]:
        if child in held:
            yield from _below(parse, child, depth + 1, held)
