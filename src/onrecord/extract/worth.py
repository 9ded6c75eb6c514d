"""Whom a reader can tell from others, and so which edges are worth stating."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.actors import Actors
from onrecord.extract.cast import Actor
from onrecord.language.discourse import Chain
from onrecord.language.reading import Reading
from onrecord.model import EntityType
from onrecord.ontology import Predicate

_GENERIC = frozenset({"any", "every", "each", "no", "neither", "either", "most", "many", "some", "few", "all"})
_ACTORS = frozenset({EntityType.PERSON, EntityType.ORGANISATION})


class Worth:
    """Judges the ends of edges in one reading."""

    def __init__(self, reading: Reading, actors: Actors) -> None:
        self._reading, self._parse, self._actors = reading, reading.parse, actors

    def is_worthy(
        self, subject: Actor | None, obj: Actor, predicate: Predicate, *, is_background: bool = False
    ) -> bool:
        """An edge needs ends that a reader can tell from others: names, institutions, and in events also those of
        whom the text says whose or where they are ("Afghan rebels").

        One end may be anybody where it is an organisation, or where the act is news whoever did or suffered it. A
        standing ("an opposition candidate, X") needs names at both ends.
        """
        ends = [self._reading.chains[end.chain] for end in (subject, obj) if end is not None]
        unknown = [chain for chain in ends if not self.is_known(chain)]
        if not unknown:
            return True
        if subject is None:
            return unknown[0].type in _ACTORS
        if is_background or predicate.needs_names:
            return is_background and all(self._is_body(chain) for chain in unknown) and len(unknown) < len(ends)
        anonymous = [chain for chain in unknown if not (predicate.plover_events and self._actors.is_tied(chain))]
        if len(anonymous) == len(ends):
            return False
        is_news = predicate.agent_may_be_unknown
        return all(
            chain.type is EntityType.ORGANISATION or (is_news and chain.type is EntityType.PERSON)
            for chain in anonymous
        ) and not any(self._is_generic(chain, is_object=chain is ends[1] and not is_news) for chain in anonymous)

    def _is_body(self, chain: Chain) -> bool:
        """Whether it is one organisation that the text says whose or where it is: "Norway's broadcasting council"."""
        span = self._reading.spans[chain.spans[0]]
        is_one = chain.type is EntityType.ORGANISATION and not chain.is_plural
        return is_one and span.is_definite and span.is_tied

    def are_told(self, actors: Iterable[int]) -> bool:
        """Whether a reader can tell one of the chains from others."""
        chains = [self._reading.chains[chain] for chain in actors]
        return any(self.is_known(chain) or self._actors.is_tied(chain) for chain in chains)

    def is_known(self, chain: Chain) -> bool:
        """Whether it has a name, or what is as good as one."""
        return chain.is_named or chain.is_protagonist or chain.country is not None or self._actors.is_institution(chain)

    def _is_generic(self, chain: Chain, *, is_object: bool) -> bool:
        """Whether it means none in particular: "any company"; as an object also "schools" without an article."""
        span = self._reading.spans[chain.spans[0]]
        determiner = self._parse.child(span.head, "det", "poss", "nummod")
        if determiner is None:
            return is_object and span.is_plural
        return self._parse.lemmas[determiner] in _GENERIC
