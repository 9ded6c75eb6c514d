"""What is said is about somebody: the topic of a speaker's words, and what saying them amounts to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
from onrecord.language.reading import Reading
from onrecord.model import Form
from onrecord.ontology.lexicon import Lexicon


class Topics:
    """Finds the topics of the speakers of one reading."""

    def __init__(self, reading: Reading, arguments: Arguments, actors: Actors, lexicon: Lexicon) -> None:
        self._reading, self._parse = reading, reading.parse
        self._arguments, self._actors, self._lexicon = arguments, actors, lexicon

    def of(self, verb: int, speakers: Sequence[Actor]) -> list[int]:
        """The actor or event that a clause or quotation is about: its subject, its object, or who is named first.

        A clause about the speaker has no other topic.
        """
        spoken = {speaker.chain for speaker in speakers}
        for first, end, roots in self._spoken(verb):
            for token in self._main_topics(roots):
                if self._reading.chain_at(token) in spoken:
                    return []
                if self._is_topic(token):
                    return [token]
            for span in self._reading.spans:
                is_inside = first <= span.head < end and span.form is not Form.PRONOUN
                if is_inside and self._is_topic(span.head) and self._reading.chain_at(span.head) not in spoken:
                    return [span.head]
        return []

    def _main_topics(self, roots: Sequence[int]) -> Iterator[int]:
        for root in roots:
            yield from self._arguments.surface_subject(root)
            yield from self._arguments.of_verb(root, "directObject")

    def is_main(self, verb: int, topic: Actor) -> bool:
        """Whether the topic is the subject or the object of what is said, not merely named in it."""
        tokens = (token for _, _, roots in self._spoken(verb) for token in self._main_topics(roots))
        return any(self._reading.chain_at(token) == topic.chain for token in tokens)

    def _spoken(self, verb: int) -> Iterator[tuple[int, int, list[int]]]:
        """The stretches that the verb introduces: its clauses and the quotation beside it, with their main verbs."""
        clauses = [c for c in self._parse.children_by(verb, "ccomp", "xcomp", "advcl") if self._parse.is_verb(c)]
        for clause in clauses:
            if self._parse.deps[clause] != "advcl":
                first, end = self._parse.subtree(clause)
                yield first, end, [clause]
        for quote in self._reading.quotes:
            if quote.verb == verb:
                roots = [t for t in range(quote.first, quote.end) if self._parse.deps[t] in {"ROOT", "ccomp"}]
                yield quote.first, quote.end, roots

    def _is_topic(self, token: int) -> bool:
        chain = self._reading.chain_at(token)
        if chain is None or self._reading.spans[self._reading.span_at[token]].is_nationality:
            return False
        entity = self._reading.chains[chain]
        return entity.is_named or entity.country is not None or self._actors.is_institution(entity)

    def speech_acts(self, verb: int, speakers: Sequence[Actor]) -> Iterator[tuple[str, int, bool]]:
        """The relation that a modal makes of saying so, the clause it stands in, and whether that is about the speaker.

        To say that X must do something is to demand it of X; to say that one will do something is to promise it.
        Who speaks for a country or an organisation promises in its name. In direct speech "I would" promises nothing.
        """
        spoken = {speaker.chain for speaker in speakers} | self._represented(verb)
        for clause in (root for _, _, roots in self._spoken(verb) for root in roots):
            chains = {self._reading.chain_at(token) for token in self._arguments.surface_subject(clause)}
            if self._is_wish(clause) and not chains & spoken:
                yield _DEMAND, clause, False
            for child in self._parse.children_by(clause, "aux"):
                entry = self._lexicon.markers.get(self._parse.lemmas[child])
                is_own = bool(chains & spoken)
                if entry is None or (is_own and clause in self._reading.quote_at):
                    continue
                relation = entry.said_of_oneself if is_own else entry.said_of_others
                if relation is not None and not self._arguments.is_passive(clause):
                    yield relation, clause, is_own

    def _is_wish(self, clause: int) -> bool:
        """ "Insisted that Uganda withdraw": a finite clause whose verb is bare says what shall be done."""
        parse = self._parse
        is_bare = parse.tags[clause] == "VB" and parse.child(clause, "aux", "auxpass", "neg") is None
        return is_bare and parse.child(clause, "mark") is not None and parse.child(clause, "nsubj") is not None

    def _represented(self, verb: int) -> set[int]:
        """Those for whom the speaker speaks by office: "a spokesman for X said", "Norway's foreign minister said"."""
        parse, found = self._parse, set[int]()
        for speaker in self._arguments.surface_subject(verb):
            titles = [speaker, *parse.children_by(speaker, "compound", "nmod", "appos")]
            if any(self._is_office(title) for title in titles):
                owners = [t for title in titles for name in _OWNERS for t in self._arguments.of_noun(title, name)]
                found.update(chain for owner in owners if (chain := self._reading.chain_at(owner)) is not None)
        return found

    def _is_office(self, noun: int) -> bool:
        entry = self._lexicon.nouns.get(self._parse.lemmas[noun])
        return entry is not None and any(sense.predicate in _SPEAKING for sense in entry.senses)


_DEMAND = "demanded"
_OWNERS = ("possessor", "modifier", "of", "for")
_SPEAKING = frozenset({"spokespersonFor", "presidentOf", "primeMinisterOf", "ministerOf", "ambassadorOf", "headOf"})
"""Offices whose holders speak for what they hold them in."""
