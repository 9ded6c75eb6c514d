"""Offices: whose a role is, when it is predicated of somebody, and which office somebody holds.

An office is what a noun means whose relation is a way to hold a position ("chairman of", "mayor of").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.actors import Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.cast import Actor
from onrecord.extract.proxies import FORMER
from onrecord.language.descriptions import noun_entry
from onrecord.language.parse import SUBJECTS
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form
from onrecord.ontology import Ontology, Predicate
from onrecord.ontology.lexicon import Sense
from onrecord.ontology.predicates import ancestors

HOLDING = "holdsPositionIn"
"""The relation above those of all offices."""

HEADING = "headOf"
"""The relation above those of standing at the top."""
ENDING = frozenset({"resignedFrom", "dismissed"})
"""Relations by which an office ends."""
_PREDICATED = frozenset({"attr", "oprd", "acomp", "ROOT"})

type Office = tuple[str, Actor]
"""A relation, and the organisation, country or place it is with."""


class Offices:
    """The offices in one reading."""

    def __init__(self, reading: Reading, ontology: Ontology, arguments: Arguments, actors: Actors) -> None:
        self._reading, self._ontology, self._arguments, self._actors = reading, ontology, arguments, actors
        self._parse, self._lexicon = reading.parse, ontology.lexicon

    def is_predicated(self, noun: int) -> bool:
        """Whether the clause says that somebody is or becomes what the noun means, so that its status holds of it.

        Not so of who leaves an office: one who may resign or be succeeded as chairman is chairman.
        """
        parse = self._parse
        while parse.deps[noun] == "conj" and parse.is_noun(parse.heads[noun]):
            noun = parse.heads[noun]
        if parse.deps[noun] in _PREDICATED or self._arguments.small_clause(noun):
            return True
        above = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.lemmas[above] != "as" or not parse.is_verb(parse.heads[above]):
            return False
        entry = self._lexicon.verbs.get(parse.lemmas[parse.heads[above]])
        senses = entry.senses if entry is not None else ()
        return not any(sense.predicate in ENDING or "directObject" in sense.office_of for sense in senses)

    def is_of_context(self, role: int) -> bool:
        """Whether a role without a country may be one of the country the text is about.

        It stands beside a name or is predicated, and nothing else has it: no "club president".
        """
        parse = self._parse
        is_owned = any(parse.lemmas[phrase] == "of" for phrase in parse.children_by(role, "prep"))
        if is_owned or parse.child(role, "poss") is not None:
            return False
        title = noun_entry(parse, self._lexicon, role)
        words = title.lemma.split() if title is not None else []
        for modifier in self._arguments.of_noun(role, "modifier"):
            if parse.lemmas[modifier].lower() in words:
                continue  # "Communications Minister"
            entry = self._lexicon.nouns.get(parse.lemmas[modifier])
            if entry is not None and entry.denotes is EntityType.ORGANISATION:
                return False
        is_apposed = parse.deps[role] == "appos" and parse.tags[parse.heads[role]] == "NNP"
        return is_apposed or self.is_predicated(role) or self._is_beside_name(role)

    def _is_beside_name(self, noun: int) -> bool:
        """Whether a title stands right before a name ("President X", "the president, X")."""
        parse = self._parse
        at = noun + 2 if parse.words[noun + 1 : noun + 2] == [","] else noun + 1
        return any(span.first == at and span.form is Form.NAME for span in self._reading.spans)

    def lessened(self, predicate: Predicate, role: int) -> str:
        """The relation of a role; of a deputy's or a department head's only the most general above it."""
        modifiers = self._arguments.of_noun(role, "modifier")
        adjectives = (self._lexicon.adjectives.get(self._parse.lemmas[modifier]) for modifier in modifiers)
        is_lesser = any(entry is not None and entry.is_lessening for entry in adjectives)
        if not is_lesser and not (
            HEADING in ancestors(predicate.name, self._ontology.predicates) and self._is_of_part(role)
        ):
            return predicate.name
        while predicate.parents and predicate.parents[0] in self._ontology.predicates:
            predicate = self._ontology.predicates[predicate.parents[0]]
        return predicate.name

    def _is_of_part(self, role: int) -> bool:
        """Whether a head is the head of a matter or a department only: "head of sourcing", "security chief"."""
        parse = self._parse
        entry = noun_entry(parse, self._lexicon, role)
        words = entry.lemma.split() if entry is not None else ()
        nouns = [noun for noun in parse.children_by(role, "compound") if parse.lemmas[noun] not in words]
        for phrase in parse.children_by(role, "prep"):
            if parse.lemmas[phrase] == "of":
                matters = parse.children_by(phrase, "pobj", "pcomp")
                if any(parse.tags[matter] == "NNP" and matter not in self._reading.span_at for matter in matters):
                    return True  # "Director of Research"
                nouns.extend(matters)
        return any(self._is_part(noun) for noun in nouns)

    def _is_part(self, noun: int) -> bool:
        parse = self._parse
        if parse.tags[noun] not in {"NN", "NNS", "VBG"} or parse.words[noun][:1].isupper():
            return False
        entry = noun_entry(parse, self._lexicon, noun)
        return entry is None or entry.denotes is None or entry.is_lessening

    def held_by(self, holders: Sequence[int], trigger: int) -> list[Office]:
        """The office that those at `holders` have, by the role at `trigger` ("as chairman of"), beside their names, or
        else by the only one that the text gives them before.
        """
        holders = [holder for holder in holders if self._is_told(holder, trigger)]
        as_roles = self._arguments.of_verb(trigger, "as") if self._parse.is_verb(trigger) else []
        for roles in (as_roles, [role for holder in holders for role in self._roles_at(holder)]):
            for role in roles:
                if found := list(self._at(role)):
                    return found
        found = [office for holder in holders for office in self._known(holder, trigger)]
        return found if len({(name, actor.chain) for name, actor in found}) == 1 else []

    def _is_told(self, holder: int, trigger: int) -> bool:
        """Whether it is sure enough who a holder is: "him" should be named in the same sentence, and not choose
        somebody "to succeed him".
        """
        parse, reading = self._parse, self._reading
        chain = reading.chain_at(holder)
        if parse.tags[holder] != "PRP" or chain is None or parse.deps[holder] in SUBJECTS:
            return True
        if parse.deps[trigger] in {"xcomp", "advcl"}:
            choosers = self._arguments.of_verb(parse.heads[trigger], "subject")
            if any(reading.chain_at(chooser) == chain for chooser in choosers):
                return False
        told = (span for span in map(reading.spans.__getitem__, reading.chains[chain].spans) if span.form is Form.NAME)
        return any(span.head < holder and parse.sentence_of[span.head] == parse.sentence_of[holder] for span in told)

    def _known(self, holder: int, trigger: int) -> Iterator[Office]:
        """The offices that the text gave somebody before."""
        reading = self._reading
        chain = reading.chain_at(holder)
        for number in reading.chains[chain].spans if chain is not None else ():
            if reading.spans[number].head < trigger:
                for role in self._roles_at(reading.spans[number].head):
                    yield from self._at(role)

    def _roles_at(self, token: int) -> Iterator[int]:
        """The nouns that say what somebody at `token` is: itself, before a name, in apposition to it, said of it."""
        parse = self._parse
        nouns = [token, *parse.children_by(token, "compound", "nmod", "appos")]
        if parse.deps[token] == "appos":
            nouns.append(parse.heads[token])
        if parse.deps[token] == "nsubj" and parse.lemmas[parse.heads[token]] == "be":
            nouns.extend(parse.children_by(parse.heads[token], "attr"))
        for noun in nouns:
            modifiers = self._arguments.of_noun(noun, "modifier") if parse.is_noun(noun) else [noun]
            if parse.is_noun(noun) and not any(parse.lemmas[modifier] in FORMER for modifier in modifiers):
                yield noun

    def _at(self, role: int) -> Iterator[Office]:
        """The offices that a noun means: the first relation of each of its ways to hold a position."""
        entry, predicates = noun_entry(self._parse, self._lexicon, role), self._ontology.predicates
        for sense in entry.senses if entry is not None else ():
            predicate = predicates.get(sense.predicate)
            if predicate is not None and "self" in sense.subject and HOLDING in ancestors(predicate.name, predicates):
                for actor in self._whose(sense, predicate, role):
                    yield self.lessened(predicate, role), actor

    def _whose(self, sense: Sense, predicate: Predicate, role: int) -> list[Actor]:
        """Whose the office is that a sense gives a role."""
        types = sense.object_types or predicate.range
        for name in sense.object:
            heads = self._arguments.of_noun(role, name)
            found = [actor for head in heads for actor in self._actors.every(head, types, acts=False)]
            if found:
                return found
        if sense.default_object and self.is_of_context(role):
            country = self._actors.country_of_context(role)
            return [country] if country is not None else []
        return []
