"""What an organisation is a part of: "the Lyon office of Acme", "Acme's board", "the institute at X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
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
            heads = self.arguments.of_noun(span.head, argument)
            heads = [*heads, *(h for head in heads for h in self._of_members(head))]
            for head in heads:
                whole = self.actors.at(head, _ORGANISATIONS, acts=False)
                if whole is not None and whole.chain != part.chain and self.reading.chains[whole.chain].is_named:
                    yield whole

    def _of_members(self, head: int) -> list[int]:
        """Whose members a plural means: "the board of directors of X"."""
        is_members = self.reading.parse.tags[head] in {"NNS", "NNPS"}
        return self.arguments.of_noun(head, "of") if is_members else []
