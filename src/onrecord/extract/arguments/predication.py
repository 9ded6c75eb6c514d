"""Whom a noun is said of: the name that the grammar equates it with."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.arguments.clauses import Clauses
from onrecord.extract.arguments.kinds import is_role, may_act
from onrecord.extract.arguments.nominals import nominal
from onrecord.extract.arguments.possessors import possessor
from onrecord.extract.arguments.verb_forms import is_passive
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.ontology.lexicon import Lexicon

_GIVING_OFFICE = frozenset({"appointed", "elected"})
_POSTS = frozenset({"position", "post", "role", "office", "job"})
_HOLDING = frozenset({"hold", "have", "take", "assume", "occupy", "fill", "fulfil", "fulfill", "accept"})
"""What those do to a post who have or get it."""
_SURE = frozenset({"NNP", "NNPS", "WP", "WDT"})


def denoted(clauses: Predication, noun: int) -> list[int]:
    """Whom a noun denotes; a name stands for itself."""
    is_name = (
        clauses.parse.tags[noun] == "NNP" and clauses.parse.lemmas[noun].replace(".", "") not in clauses.lexicon.nouns
    )
    return [noun] if is_name else clauses.equated(noun)


def label(clauses: Predication, noun: int) -> list[int]:
    """A name that is said of somebody like a noun: "X, a Democrat", "elected as a Democrat", "X, Democrat of Y"."""
    is_bare = clauses.parse.deps[noun] == "appos" and clauses.parse.child(noun, "det") is None
    return [noun] if is_bare or _is_said(clauses.parse, noun) else []


def _is_said(parse: Parse, name: int) -> bool:
    """Whether a name has an indefinite article, so that it says what somebody is."""
    determiner = parse.child(name, "det")
    is_indefinite = determiner is not None and parse.lemmas[determiner] == "a"
    return is_indefinite and parse.deps[name] in {"attr", "appos", "pobj", "oprd"}


def small_clause(parse: Parse, noun: int) -> list[int]:
    """The subject of a clause without a verb: "will make Ada Roe prime minister"."""
    subject = parse.child(noun, "nsubj") if parse.deps[noun] in {"ccomp", "xcomp", "dobj"} else None
    return nominal(parse, subject) if subject is not None else []


def _names(parse: Parse, lexicon: Lexicon, noun: int) -> list[int]:
    """The names in apposition to a noun; one wife has one name, whoever is named behind her."""
    beside = parse.children_by(noun, "appos")
    for role in [c for c in beside if is_role(parse, lexicon, c)]:  # "her husband, the composer Bo Lind"
        beside.extend(parse.children_by(role, "appos"))
    names = [c for c in beside if parse.tags[c] in {"NNP", "NNPS"}]
    names = [name for name in names if not _is_said(parse, name)]
    if parse.tags[noun] in {"NNS", "NNPS"}:
        return [head for name in names for head in parse.conjuncts(name)]
    return names[:1]


def _own_names(parse: Parse, lexicon: Lexicon, noun: int) -> list[int]:
    """The names beside a noun that cannot be of who is named before: "whose leader, X", "his wife Y and daughter X"."""
    owner, above = parse.child(noun, "poss"), parse.heads[noun]
    if owner is not None and parse.tags[owner] == "WP$":
        is_new = True
    elif parse.deps[noun] == "conj":
        is_new = owner is not None or (parse.tags[above] == "NNP" and not is_role(parse, lexicon, above))
    else:
        return []
    return _names(parse, lexicon, noun) if is_new else []


def _listed_before(parse: Parse, name: int) -> list[int]:
    """The names side by side that a plural stands behind: "Ada Roe and Bo Lind, both lawyers for Acme"."""
    first = name
    while parse.deps[first] == "conj" and parse.tags[parse.heads[first]] == "NNP":
        first = parse.heads[first]
    listed = parse.conjuncts(first)
    return listed if parse.tags[name] == "NNP" and name in listed else [name]


def _names_around(parse: Parse, lexicon: Lexicon, noun: int) -> list[int]:
    """The names beside a noun or behind its phrase, else the noun itself."""
    return _names(parse, lexicon, noun) or [*_behind_phrase(parse, noun), noun]


def _is_succession(parse: Parse, lexicon: Lexicon, verb: int) -> bool:
    """Whether subject and object of the verb hold an office one after the other."""
    entry = lexicon.verbs.get(parse.lemmas[verb])
    return entry is not None and entry.is_succession_verb and not is_passive(parse, lexicon, verb)


def _raises(parse: Parse, lexicon: Lexicon, verb: int) -> bool:
    """Whether the verb gives somebody an office: "was promoted to director of X"."""
    entry = lexicon.verbs.get(parse.lemmas[verb]) if parse.is_verb(verb) else None
    return entry is not None and any(sense.predicate in _GIVING_OFFICE for sense in entry.senses)


def _is_told(parse: Parse, subject: int) -> bool:
    """Whether a subject tells of itself who it is: not so "it" in "it was", nor "one of them"."""
    if parse.lemmas[subject] == "it":
        return parse.lemmas[parse.heads[subject]] != "be"
    return parse.tags[subject] in _SURE or (parse.tags[subject] == "PRP" and parse.deps[subject] in SUBJECTS)


def _behind_phrase(parse: Parse, noun: int) -> list[int]:
    """ "the director of the Fund, Ada Roe": the parser sets the name beside the fund."""
    inner = [o for p in parse.children_by(noun, "prep") for o in parse.children_by(p, "pobj")]
    inner.extend([o for at in inner for p in parse.children_by(at, "prep") for o in parse.children_by(p, "pobj")])
    names = [c for o in inner for c in parse.children_by(o, "appos") if parse.tags[c] == "NNP"]
    return [name for name in names if parse.words[parse.subtree(name)[0] - 1] == ","]


class Predication(Clauses):
    """Whom the nouns of one parse are said of."""

    def equated(self, noun: int) -> list[int]:
        """Whom a noun denotes, by the name that the grammar equates it with: "X is a", "X, a", "a X", "its X, Y"."""
        parse, lexicon, head = self.parse, self.lexicon, noun
        if names := _own_names(parse, lexicon, noun):
            return names
        while parse.deps[head] == "conj" and parse.is_noun(parse.heads[head]):
            head = parse.heads[head]
        above, dep = parse.heads[head], parse.deps[head]
        if dep in {"attr", "oprd"}:
            return self._complemented(noun, head)
        if subjects := small_clause(parse, head):
            return subjects
        if dep == "nsubj" and (names := self._identified(noun, above)):
            return names
        if dep == "pobj":
            return self._told_in_phrase(noun, above)
        is_before = dep in {"compound", "nmod"} and above > head
        is_of_role = dep == "appos" and parse.deps[above] in {"attr", "oprd"}  # "X is a lawyer, the chairman of Y"
        is_of_role |= is_before and parse.tags[above] == "NN" and parse.deps[above] in {"attr", "appos"}
        if is_of_role and is_role(parse, lexicon, above):
            return self.equated(above)  # "a billionaire businessman"
        if dep == "appos" and parse.tags[head] == "NNS":
            return _listed_before(parse, above)
        return [above] if dep == "appos" or is_before else _names_around(parse, lexicon, noun)

    def _complemented(self, noun: int, head: int) -> list[int]:
        """Whom a verb says it of: "X is a", "elected X president"."""
        parse, verb = self.parse, self.parse.heads[head]
        if parse.deps[head] == "oprd" and parse.child(verb, "dobj") is not None:
            return self.direct_object(verb) or [noun]
        named = self.direct_object(verb) if parse.deps[head] == "oprd" else []
        named = named or self.surface_subject(verb) or [noun]
        if any(_is_told(parse, token) for token in named):
            return named
        return _names(parse, self.lexicon, noun) or named  # "one of them was the director, Ada Roe"

    def _identified(self, noun: int, verb: int) -> list[int]:
        """Who a subject is said to be: "its director is Ada Roe", "its directors include Ada Roe"."""
        parse, lexicon = self.parse, self.lexicon
        if parse.lemmas[verb] not in {"be", "include"} or not may_act(parse, lexicon, noun):
            return []
        if parse.lemmas[verb] == "include":
            return [token for token in self.direct_object(verb) if parse.tags[token].startswith("NNP")] or [noun]
        values = parse.children_by(verb, "attr")
        names = [v for v in values if parse.tags[v] in {"NNP", "NNPS"} and not is_role(parse, lexicon, v)]
        names.extend(n for v in values for n in parse.children_by(v, "appos") if parse.tags[n] == "NNP")
        return [name for first in names for name in parse.conjuncts(first)]

    def _told_in_phrase(self, noun: int, preposition: int) -> list[int]:
        """Whom a phrase says it of: "appointed X as", "promoted X to", "holds the post of", "X, one of"."""
        parse, governor = self.parse, self.parse.heads[preposition]
        lemma = parse.lemmas[preposition]
        if lemma == "as" and (chosen := self._chosen(governor)):
            return chosen
        if lemma == "as" and parse.is_verb(governor):
            return self._acting_as(governor, preposition) or [noun]
        if lemma == "to" and _raises(parse, self.lexicon, governor):
            return self.direct_object(governor) or [noun]
        if lemma in {"of", "as"} and parse.lemmas[governor] in _POSTS:
            return self._incumbent(governor) or [noun]
        if parse.tags[governor] in {"CD", "JJS"} and parse.deps[governor] == "appos":  # "X, one of the founders"
            return [parse.heads[governor]]
        if parse.tags[governor] in {"CD", "JJS"} and parse.deps[governor] == "attr":
            return self.surface_subject(parse.heads[governor]) or [noun]
        if parse.tags[governor] == "CD" and (names := _names(parse, self.lexicon, governor)):
            return [name for first in names for name in parse.conjuncts(first)]  # "one of its founders, Ada Roe"
        return _names_around(parse, self.lexicon, noun)

    def _acting_as(self, verb: int, preposition: int) -> list[int]:
        """Who is what stands behind "as": "appointed X as", but "won the seat as"."""
        parse = self.parse
        if self.joined(verb):
            return self.surface_subject(verb)
        things = self.direct_object(verb)
        named = [thing for thing in things if thing < preposition and may_act(parse, self.lexicon, thing)]
        named = [thing for thing in named if parse.lemmas[thing] not in _POSTS]  # "took office as president"
        if named and _is_succession(parse, self.lexicon, verb):
            return [*self.surface_subject(verb), *named]
        return named or self.surface_subject(verb)

    def _chosen(self, above: int) -> list[int]:
        """Who is given an office by a noun: "upheld the election of X as", "the appointment of X as"."""
        parse, lexicon = self.parse, self.lexicon
        deeds = [above, *parse.children_by(above, "dobj", "nsubjpass")]
        if parse.deps[above] == "pobj" and parse.lemmas[parse.heads[above]] == "of":
            deeds.append(parse.heads[parse.heads[above]])
        for deed in deeds:
            entry = lexicon.nouns.get(parse.lemmas[deed]) if parse.is_noun(deed) else None
            if entry is not None and any(sense.predicate in _GIVING_OFFICE for sense in entry.senses):
                phrases = [phrase for phrase in parse.children_by(deed, "prep") if parse.lemmas[phrase] == "of"]
                found = [name for phrase in phrases for name in parse.children_by(phrase, "pobj")]
                return found or possessor(parse, lexicon, deed)
        return []

    def _incumbent(self, post: int) -> list[int]:
        """Who has a post: "holds the post of director", "in her role as director", "appointed X to the post of"."""
        parse, above = self.parse, self.parse.heads[post]
        if found := possessor(parse, self.lexicon, post):
            return found
        if parse.deps[post] == "dobj" and parse.lemmas[above] in _HOLDING:
            return self.subject(above)
        if parse.deps[post] != "pobj" or parse.lemmas[above] != "to":
            return []
        verb = parse.heads[above]
        return self.direct_object(verb) if _raises(parse, self.lexicon, verb) else []

    def joined(self, verb: int) -> list[int]:
        """What somebody joined, if the verb means that: "joined Acme as director"."""
        entry = self.lexicon.verbs.get(self.parse.lemmas[verb]) if self.parse.is_verb(verb) else None
        is_joining = entry is not None and any(
            sense.predicate == "memberOf" and "subject" in sense.subject for sense in entry.senses
        )
        return self.direct_object(verb) if is_joining else []

    def enclosing(self, noun: int) -> Iterator[list[int]]:
        """What a participle behind a noun may belong to in its place: the nouns around it, from the nearest on.

        "X is a maker of ships based in Lyon", "X is a firm building ships, based in Lyon".
        """
        parse = self.parse
        while True:
            above = parse.heads[noun]
            if (parse.deps[noun] == "pobj" and parse.is_noun(parse.heads[above])) or (
                parse.deps[noun] == "dobj" and parse.deps[above] in {"acl", "relcl"}
            ):
                noun = parse.heads[above]
            else:
                return
            yield self.equated(noun)
