"""Whom "her father" means where the text has told whose daughter she is."""

from __future__ import annotations

from onrecord.language.discourse import Discourse
from onrecord.language.genders import are_apart
from onrecord.language.mentions import Span
from onrecord.model import EntityType, Form

_INVERSE = {"childOf": "parentOf", "parentOf": "childOf", "siblingOf": "siblingOf", "spouseOf": "spouseOf"}


class Kin:
    """Finds the relatives that descriptions take up from the other side."""

    def __init__(self, discourse: Discourse) -> None:
        self._told = discourse
        self._parse, self._spans = discourse.parse, discourse.spans
        self._chains, self._chain_of, self._at_head = discourse.chains, discourse.chain_of, discourse.at_head

    def meant(self, span: Span) -> int | None:
        """The one as whose relative the owner of this description was described; None if there is not just one."""
        relation, owner = self._relation(span), self._owner(span)
        if relation is None or owner is None or span.is_plural:
            return None
        found = {
            other
            for number in self._chains[owner].spans
            if self._relation(self._spans[number]) == _INVERSE[relation]
            and (other := self._owner(self._spans[number])) not in {None, owner}
        }
        fitting = [c for c in found if c is not None and not are_apart(self._chains[c].gender, span.gender)]
        return fitting[0] if len(fitting) == 1 and not self._chains[fitting[0]].is_plural else None

    def _relation(self, span: Span) -> str | None:
        """The relation of kin that a description tells of."""
        entry = self._told.lexicon.nouns.get(span.noun or "") if span.form is Form.NOMINAL else None
        senses = entry.senses if entry is not None else ()
        return next((sense.predicate for sense in senses if sense.predicate in _INVERSE), None)

    def _owner(self, span: Span) -> int | None:
        """The chain of the person whose relative a description tells of."""
        for token in self._told.owners(span.head):
            number = self._at_head.get(token)
            chain = self._chain_of[number] if number is not None else None
            if chain is not None and self._chains[chain].type is EntityType.PERSON:
                return chain
        return None
