"""Names of actors that the user told of, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.known_actors import KnownActor, KnownActors
from onrecord.language.gazetteer import fold
from onrecord.language.names.candidate import Candidate
from onrecord.language.parse import Parse


class KnownNames:
    """The names and aliases of known actors, by their first words."""

    def __init__(self, known: KnownActors) -> None:
        self._by_first: dict[str, list[tuple[list[str], KnownActor]]] = defaultdict(list)
        for actor in known.actors:
            for name in actor.names:
                words = [fold(word) for word in name.split()]
                self._by_first[words[0]].append((words, actor))

    def candidates(self, parse: Parse) -> Iterator[Candidate]:
        """The longest known name at each place, in any case and with or without diacritics."""
        if not self._by_first:
            return
        folded = [fold(word) for word in parse.words]
        at = 0
        while at < len(folded):
            best = 0
            for words, actor in self._by_first.get(folded[at], ()):
                if len(words) > best and folded[at : at + len(words)] == words:
                    best, found = len(words), actor
            if best:
                yield Candidate(at, at + best, None, known=found)
            at += best or 1
