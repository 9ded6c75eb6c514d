"""What an organisation is a part of: "the Lyon office of Acme", "Acme's board", "the institute at X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.extract.actors import Actor, Actors
from onrecord.extract.arguments import Arguments
from onrecord.language.mentions import Span
from onrecord.language.reading import Reading
from onrecord.model import EntityType

_ORGANISATIONS = frozenset({EntityType.ORGANISATION})
_OWNING = ("of", "at", "possessor", "modifier")
"""Arguments of a part that name the whole."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Finds, in one reading, the wholes that organisations are parts of."""

    reading: Reading
    arguments: Arguments
    actors: Actors
    _spans: dict[int, Span] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._spans.update((self.reading.parse.starts[span.first], span) for span in self.reading.spans)

    def wholes(self, part: Actor) -> Iterator[Actor]:
        """The named organisations that the words around a mention of an organisation set it in."""
        span = self._spans.get(part.start)
        if span is None or self.reading.chains[part.chain].type is not EntityType.ORGANISATION:
            return
        for argument in _OWNING:
            for head in self.arguments.of_noun(span.head, argument):
                whole = self.actors.at(head, _ORGANISATIONS, acts=False)
                if whole is not None and whole.chain != part.chain and self.reading.chains[whole.chain].is_named:
                    yield whole
