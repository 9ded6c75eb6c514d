"""Who does it and to whom: the subject and the direct object of a verb in the active voice.

Undoes passives, participles, relative clauses, shared subjects and objects, and control ("accused X of taking").
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from onrecord.extract.arguments.kinds import is_utterance, may_act
from onrecord.extract.arguments.nominals import nominal
from onrecord.extract.arguments.phrases import objects_of, prepositional
from onrecord.extract.arguments.possessors import possessor
from onrecord.extract.arguments.verb_forms import agent, clause_names, is_passive
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.ontology.lexicon import Lexicon

DEPTH = 6
"""Steps that a search may climb."""
RELATIVES = frozenset({"WP", "WDT", "WP$"})
"""Tags of relative pronouns."""
_NO_FINITE = frozenset({"VBG", "VBN", "VB"})


def _is_that(parse: Parse, token: int) -> bool:
    """Whether it is the "that" of a relative clause, which the tagger takes for a conjunction."""
    return parse.tags[token] == "IN" and parse.lemmas[token] == "that"


class Clauses(ABC):
    """The clauses of one parse."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        self.parse, self.lexicon = parse, lexicon

    @abstractmethod
    def equated(self, noun: int) -> list[int]:
        """Whom a noun denotes, by the name that the grammar equates it with."""

    @abstractmethod
    def of_verb(self, verb: int, argument: str) -> list[int]:
        """The heads that fill `argument` of the verb."""

    def surface_subject(self, verb: int, depth: int = 0) -> list[int]:
        """What the verb's form is predicated of: its own subject, or the one it shares."""
        parse = self.parse
        own = parse.child(verb, *SUBJECTS)
        if own is not None:
            return nominal(parse, own)
        if depth > DEPTH or parse.child(verb, "expl") is not None:
            return []
        head, label = parse.heads[verb], parse.deps[verb]
        if label == "conj" and (parse.is_verb(head) or parse.tags[head] == "JJ"):
            return self.surface_subject(head, depth + 1)
        if label in {"acl", "relcl"} and not parse.is_verb(head):
            if parse.tags[verb] == "VB":
                return self._called_for(verb, head) or self._owner(head, depth + 1)
            if parse.tags[verb] == "VBG" and is_utterance(parse, self.lexicon, head):
                return self._owner(head, depth + 1)  # "adopted a resolution condemning"
            return self._named_by(head)
        if label == "amod" and parse.is_noun(head):
            return [head]
        if label == "acomp":  # "is wholly-owned by"
            return self.surface_subject(head, depth + 1)
        while label == "pcomp" and parse.deps[head] == "prep" and parse.tags[parse.heads[head]] == "RB":
            head = parse.heads[head]  # "prior to joining X, she"
            if parse.is_verb(parse.heads[head]):
                return self.surface_subject(parse.heads[head], depth + 1)
        if label in {"xcomp", "ccomp", "advcl", "pcomp", "oprd", "dep"} or (
            label == "pobj" and parse.tags[verb] == "VBG"
        ):
            found = self._controller(verb, head, depth)
            return self._utterers(verb, head, found) or found
        return []

    def _called_for(self, verb: int, noun: int) -> list[int]:
        """ "A call by Norway for Sweden to leave": who stands right before the infinitive."""
        parse, first = self.parse, self.parse.subtree(verb)[0]
        phrases = [phrase for phrase in parse.children_by(noun, "prep") if parse.lemmas[phrase] == "for"]
        last = [noun for phrase in phrases for noun in objects_of(parse, phrase) if parse.subtree(phrase)[1] == first]
        return [noun for noun in last if may_act(parse, self.lexicon, noun)]

    def _named_by(self, noun: int) -> list[int]:
        """The name that a description is equated with, if any: "X is a firm based in", "X, a firm owned by"."""
        is_one_of = (
            self.parse.tags[noun] == "NNS" and self.parse.tags[self.parse.heads[self.parse.heads[noun]]] == "JJS"
        )
        if (self.parse.tags[noun] != "NN" and not is_one_of) or self.parse.child(noun, "appos") is not None:
            return [noun]
        return self.equated(noun)

    def _controller(self, verb: int, head: int, depth: int) -> list[int]:
        """The missing subject of an infinitive or gerund, as the lexicon says of the word that governs it."""
        parse = self.parse
        label = parse.deps[verb]
        preposition = None
        if label in {"pcomp", "pobj"}:
            preposition, head = parse.lemmas[head], parse.heads[head]
        if parse.is_noun(head) and not parse.is_verb(head):
            governor = parse.heads[head]
            if parse.deps[head] == "dobj" and preposition is not None and parse.is_verb(governor):
                head = governor
            elif found := self._owner(head, depth + 1):
                return found
            elif parse.deps[head] == "pobj" and parse.is_verb(
                parse.heads[governor]
            ):  # "after years of living in X, she"
                return self.surface_subject(parse.heads[governor], depth + 1)
            else:
                return []
        for controller in self._controllers(head, (preposition,) if preposition else clause_names(parse, verb)):
            if found := self._governor_argument(head, controller, depth):
                return found
        if parse.deps[head] == "acomp":  # "X is due to release Y": who is due
            adjective = self.lexicon.adjectives.get(parse.lemmas[head])
            is_governed = adjective is not None and adjective.embedding((preposition or "",)) is not None
            return self.surface_subject(parse.heads[head], depth + 1) if label == "xcomp" or is_governed else []
        if parse.tags[verb] in _NO_FINITE or label == "xcomp":
            return self.surface_subject(head, depth + 1)
        return []

    def _controllers(self, governor: int, names: tuple[str, ...]) -> tuple[str, ...]:
        """The arguments of the governor that may be the missing subject of what is inside the first of `names`."""
        parse = self.parse
        entry = self.lexicon.verbs.get(parse.lemmas[governor]) if parse.is_verb(governor) else None
        if entry is None or not entry.embeddings:
            return ()
        embedding = entry.embedding(names, [parse.lemmas[child] for child in parse.children_by(governor, "prt")])
        return embedding.controller if embedding is not None else ()

    def _utterers(self, verb: int, head: int, subjects: list[int]) -> list[int]:
        """Who made the utterance that a participle continues ("... a letter by X, calling Y a thief").

        Asked where the main clause is about a thing, which cannot speak.
        """
        parse = self.parse
        if parse.tags[verb] != "VBG" or parse.deps[verb] != "advcl":
            return []
        if any(may_act(parse, self.lexicon, token) for token in subjects):
            return []
        for noun in range(verb - 1, head, -1):
            if parse.is_noun(noun) and is_utterance(parse, self.lexicon, noun):
                found = possessor(parse, self.lexicon, noun) or prepositional(parse, noun, "by")
                for child in parse.children_by(noun, "acl"):
                    found = found or agent(parse, child)
                return found
        return []

    def _governor_argument(self, head: int, argument: str, depth: int) -> list[int]:
        if argument == "subject":
            return self.subject(head, depth + 1)
        if argument == "directObject":
            return self.direct_object(head)
        return self.of_verb(head, argument)

    def subject(self, verb: int, depth: int = 0) -> list[int]:
        """Who does it: the subject of the active voice."""
        if is_passive(self.parse, self.lexicon, verb):
            return agent(self.parse, verb)
        return self.surface_subject(verb, depth)

    def direct_object(self, verb: int) -> list[int]:
        """Whom or what it is done to: the object of the active voice."""
        parse = self.parse
        if is_passive(parse, self.lexicon, verb):
            return self.surface_subject(verb)
        objects = [child for child in parse.children_by(verb, "dobj") if not _is_that(parse, child)] or [
            behind
            for particle in parse.children_by(verb, "prt", "prep")
            if parse.deps[particle] == "prt" or (particle == verb + 1 and parse.lemmas[particle] in {"down", "off"})
            for behind in parse.children_by(particle, "pobj")
        ]  # "sealed off the city": the parser may take the particle for a preposition
        found = [token for child in objects for token in nominal(parse, child)] or self._shared_object(verb)
        if found:
            return found
        if parse.deps[verb] == "relcl" and parse.child(verb, "nsubj") is not None:
            subject = parse.child(verb, "nsubj")
            if (
                subject is not None
                and parse.tags[subject] not in RELATIVES
                and parse.child(verb, "ccomp", "xcomp") is None
            ):
                noun = parse.heads[verb]  # "a charge he denies" is the charge
                return [noun] if is_utterance(parse, self.lexicon, noun) else self._named_by(noun)
        if parse.child(verb, "ccomp") is not None:
            # "saw X beat Y", "urge X to do": the object is parsed as the subject of the clause.
            clause = parse.child(verb, "ccomp")
            subject = parse.child(clause, "nsubj") if clause is not None else None
            if (
                clause is not None
                and subject is not None
                and parse.tags[clause] == "VB"
                and parse.child(clause, "mark") is None
            ):
                return nominal(parse, subject)
        return []

    def _shared_object(self, verb: int) -> list[int]:
        """The object of two verbs side by side: "owns and operates X"; not of one that may do without ("left and")."""
        parse = self.parse
        entry = self.lexicon.verbs.get(parse.lemmas[verb])
        if entry is None or any(sense.office_of or sense.is_intransitive for sense in entry.senses):
            return []
        for other in parse.children_by(verb, "conj"):
            if other == verb + 2 and parse.tags[other] == parse.tags[verb] and parse.words[verb + 1] in {"and", "or"}:
                return [token for child in parse.children_by(other, "dobj") for token in nominal(parse, child)]
        return []

    def controlled(self, noun: int, depth: int) -> list[int]:
        """Whose act it is that a preposition of a verb governs: "charged X with the murder of", "on suspicion of"."""
        parse = self.parse
        if parse.deps[noun] != "pobj":
            return []
        preposition = parse.heads[noun]
        verb = parse.heads[preposition]
        if parse.deps[verb] in {"dobj", "nsubjpass"}:
            verb = parse.heads[verb]
        found: list[int] = []
        for controller in self._controllers(verb, (parse.lemmas[preposition],)):
            found = found or self._governor_argument(verb, controller, depth)
        return found

    def _owner(self, noun: int, depth: int) -> list[int]:
        """Whose plan, decision or claim it is."""
        own = possessor(self.parse, self.lexicon, noun) or prepositional(self.parse, noun, "by")
        return own or self.controlled(noun, depth) or self._supporting(noun, depth)

    def _supporting(self, noun: int, depth: int) -> list[int]:
        """The subject of the verb that the noun goes with: "made a promise to", "acts in order to"."""
        parse, verb = self.parse, self.parse.heads[noun]
        entry = self.lexicon.nouns.get(parse.lemmas[noun])
        if parse.deps[noun] == "pobj" and entry is not None and entry.embeddings:
            verb = parse.heads[verb]  # "in order to", "with the aim of"
        elif parse.deps[noun] not in {"dobj", "attr"}:
            return []
        return self.subject(verb, depth + 1) if parse.is_verb(verb) and depth <= DEPTH else []
