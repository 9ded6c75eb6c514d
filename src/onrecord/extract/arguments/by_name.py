"""The arguments of the words of one parse, as the frames ask for them: by word and by name."""

from __future__ import annotations

from onrecord.extract.arguments.clauses import RELATIVES
from onrecord.extract.arguments.kinds import is_role, support_verb
from onrecord.extract.arguments.modifiers import of_adjective, of_adverb
from onrecord.extract.arguments.nouns import NOUN_ARGUMENTS, of_noun
from onrecord.extract.arguments.phrases import objects_of
from onrecord.extract.arguments.predication import Predication, small_clause
from onrecord.extract.arguments.verb_forms import clause_names, is_couple, is_infinitive, is_passive
from onrecord.extract.arguments.verbs import VERB_ARGUMENTS, of_verb
from onrecord.language.parse import SUBJECTS

_STOPS = frozenset({";", ":", "(", "-", "–", "—"})


class Arguments(Predication):
    """Fills arguments of words in one parse.

    Arguments are named as in the lexicon and always mean the active voice. Every function gives the head tokens of the
    argument, coordinated ones included.
    """

    def of_verb(self, verb: int, argument: str) -> list[int]:
        """The heads that fill `argument` of the verb."""
        return of_verb(self, verb, argument)

    def of_noun(self, noun: int, argument: str) -> list[int]:
        """The heads that fill `argument` of the noun."""
        return of_noun(self, noun, argument)

    def of_adjective(self, adjective: int, argument: str) -> list[int]:
        """The heads that fill `argument` of the adjective; its subject is what it describes."""
        return of_adjective(self, adjective, argument)

    def of_adverb(self, adverb: int, argument: str) -> list[int]:
        """The heads that fill `argument` of an adverb before a phrase."""
        return of_adverb(self, adverb, argument)

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is passive, by its auxiliaries or as a bare participle."""
        return is_passive(self.parse, self.lexicon, verb)

    def is_infinitive(self, verb: int) -> bool:
        """ "to pay", "to have paid"; also "pay" without a subject."""
        return is_infinitive(self.parse, verb)

    def is_couple(self, word: int) -> bool:
        """Whether the subject may be two side by side, and is no bare plural."""
        return is_couple(self.parse, word)

    def clause_names(self, clause: int) -> tuple[str, ...]:
        """What a clause is as an argument of the word above it, the most exact name first."""
        return clause_names(self.parse, clause)

    def small_clause(self, noun: int) -> list[int]:
        """The subject of a clause without a verb: "will make Ada Roe prime minister"."""
        return small_clause(self.parse, noun)

    def support_verb(self, noun: int) -> int | None:
        """The support verb that governs the noun as its (deep) object."""
        return support_verb(self.parse, self.lexicon, noun)

    def nearby(self, word: int, argument: str) -> list[int]:
        """What stands where the argument would, in the words behind a verb or noun, whatever it was attached to.

        "She graduated with honours from X", "he married on 5 May Ada Roe". Only up to the next verb.
        """
        parse = self.parse
        if argument in NOUN_ARGUMENTS or (argument in VERB_ARGUMENTS and argument != "directObject"):
            return []
        for at in range(word + 1, parse.sentences[parse.sentence_of[word]].end):
            if self._ends_reach(at, word):
                return []
            if argument == "directObject":
                if (
                    parse.tags[at] == "NNP"
                    and parse.deps[at] in {"npadvmod", "dep", "appos"}
                    and parse.heads[at] == word
                ):
                    return [at]
            elif parse.lemmas[at] == argument and parse.deps[at] in {"prep", "conj"}:
                return objects_of(parse, at)
        return []

    def main_subject(self, verb: int) -> list[int]:
        """The subject of the sentence: whom a loose verb is about that has no subject of its own."""
        parse = self.parse
        if parse.child(verb, *SUBJECTS) is not None or parse.deps[verb] in {"relcl", "acl", "amod", "ccomp"}:
            return []
        root = [verb, *parse.ancestors(verb)][-1]
        return self.surface_subject(root) if root != verb else []

    def _ends_reach(self, token: int, word: int) -> bool:
        """Whether what follows is said of another: a verb, a relative, another role."""
        parse = self.parse
        is_other = parse.is_noun(word) and is_role(parse, self.lexicon, token)
        return parse.is_verb(token) or is_other or parse.words[token] in _STOPS or parse.tags[token] in RELATIVES
