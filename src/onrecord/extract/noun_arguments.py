"""The arguments of a noun on the parse: whom it denotes, whose it is, what stands before it and in its phrases.

Every function gives the head tokens of the argument, coordinated ones included. What a noun shares with the verb that
governs it is asked of the verb, so the arguments of verbs (`arguments`) build on this.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator

from onrecord.language.parse import SUBJECTS, Parse
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Lexicon

AIMS = frozenset({"call", "demand", "urge", "protest", "denounce", "condemn", "oppose", "accuse", "criticise"})
"""Verbs that tell what a crowd is for or against."""
_ONES = frozenset({"NNP", "PRP$"})
_FAVOURED = frozenset({"release", "free", "reinstate", "restore", "pardon", "acquit", "return", "readmit"})
_FAVOURS = frozenset({"release", "freedom", "return", "reinstatement", "pardon", "acquittal", "liberation"})
DEPTH = 6
"""Steps that a search may climb."""


class NounArguments(ABC):
    """Fills arguments of nouns in one parse."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        self._parse, self._lexicon = parse, lexicon

    @abstractmethod
    def surface_subject(self, verb: int, depth: int = 0) -> list[int]:
        """What the verb's form is predicated of: its own subject, or the one it shares."""

    @abstractmethod
    def _subject(self, verb: int, depth: int = 0) -> list[int]: ...

    @abstractmethod
    def _agent(self, verb: int) -> list[int]: ...

    @abstractmethod
    def _direct_object(self, verb: int) -> list[int]: ...

    @abstractmethod
    def _prepositional(self, head: int, preposition: str) -> list[int]: ...

    @abstractmethod
    def _may_act(self, token: int) -> bool: ...

    @abstractmethod
    def _controlled(self, noun: int, depth: int) -> list[int]: ...

    @abstractmethod
    def is_passive(self, verb: int) -> bool:
        """Whether the verb is passive, by its auxiliaries or as a bare participle."""

    @abstractmethod
    def _nominal(self, token: int) -> list[int]: ...

    def of_noun(self, noun: int, argument: str) -> list[int]:
        """The heads that fill `argument` of the noun."""
        special = NOUN_ARGUMENTS.get(argument)
        if special is not None:
            return special(self, noun)
        found = self._prepositional(noun, argument) or self._shared(noun, argument) or self._where(noun, argument)
        if not found and argument == "by":
            found = self._behind_agent(noun, argument) or self._supporting_subject(noun)
        return (
            found
            or self._behind_name(noun, argument)
            or self._behind_matter(noun, argument)
            or self._behind_noun(noun, argument)
            or self._behind_agent(noun, argument)
            or self._behind_comma(noun, argument)
        )

    def _behind_comma(self, noun: int, preposition: str) -> list[int]:
        """ "Ada Roe, director, Acme": where people are introduced in short, a comma stands for "of"."""
        parse = self._parse
        entry = self._lexicon.nouns.get(parse.lemmas[noun])
        is_title = entry is not None and entry.is_title and parse.tags[noun] in {"NN", "NNP"}
        if preposition != "of" or not is_title or parse.child(noun, "det", "poss", "prep") is not None:
            return []
        places = [parse.heads[noun], noun] if parse.deps[noun] in {"appos", "conj"} else [noun]
        names = [name for place in places for name in parse.children_by(place, "appos") if parse.tags[name] == "NNP"]
        return [name for name in names if self._is_right_behind(noun, name)]

    def _is_right_behind(self, noun: int, name: int) -> bool:
        """Whether nothing but a comma parts a noun from a name."""
        first = self._parse.subtree(name)[0]
        return first == noun + 2 and self._parse.words[noun + 1] == ","

    def _behind_agent(self, deed: int, preposition: str) -> list[int]:
        """ "A rally by teachers outside X", "the arrest of Ada Roe by X": the parser hangs the phrase on whose deed it
        is, or on whom it is done to."""
        parse = self._parse
        if preposition in _OF_NOUNS:
            return []
        wanted = _SUFFERERS if preposition == "by" else {"by"}
        phrases = [phrase for phrase in parse.children_by(deed, "prep") if parse.lemmas[phrase] in wanted]
        inner = [noun for phrase in phrases for noun in parse.children_by(phrase, "pobj")]
        return [token for noun in inner for token in self._prepositional(noun, preposition)]

    def _behind_matter(self, noun: int, preposition: str) -> list[int]:
        """ "Head of sourcing at Acme": the parser hangs the phrase on what the role is about."""
        parse = self._parse
        if preposition not in {"at", "for", "with"} or not self._is_role(noun):
            return []
        phrases = [phrase for phrase in parse.children_by(noun, "prep") if parse.lemmas[phrase] == "of"]
        matters = [matter for phrase in phrases for matter in parse.children_by(phrase, "pobj", "pcomp")]
        matters = [token for matter in matters for token in parse.conjuncts(matter) if not self._is_role(token)]
        return [token for matter in matters for token in self._prepositional(matter, preposition)]

    def _behind_name(self, noun: int, preposition: str) -> list[int]:
        """ "Senator Ada Roe, of the Greens": what is behind the name belongs to the title before it."""
        parse = self._parse
        name = parse.heads[noun]
        is_title = parse.deps[noun] == "compound" and parse.tags[name] == "NNP" and noun < name
        if preposition != "of" or not is_title or self._is_role(name):
            return []
        return self._prepositional(name, preposition)

    def _shared(self, noun: int, preposition: str) -> list[int]:
        """The phrase that a noun shares with those coordinated to it: "founder and director of X"."""
        parse = self._parse
        partners = parse.conjuncts(noun)[1:]
        above = noun
        while parse.deps[above] in {"conj", "appos"} and parse.is_noun(parse.heads[above]):
            above = parse.heads[above]
            partners.append(above)
        for partner in partners:
            is_like = parse.tags[partner] == parse.tags[noun] or (self._is_role(partner) and self._is_role(noun))
            if not parse.is_noun(partner) or not is_like:
                continue
            found = [token for token in self._prepositional(partner, preposition) if token > noun]
            if found:
                return found
        return []

    def _is_role(self, noun: int) -> bool:
        entry = self._lexicon.nouns.get(self._parse.lemmas[noun])
        return entry is not None and entry.denotes is EntityType.PERSON

    def _where(self, word: int, preposition: str) -> list[int]:
        """ "X, where she worked" is "she worked at X"; "X, where she was head" is "head of X"."""
        parse, verb = self._parse, word
        if parse.is_noun(word):
            while parse.deps[verb] in {"conj", "pobj", "prep", "attr", "dobj", "oprd"}:
                verb = parse.heads[verb]
            if (
                preposition not in {"of", "at"}
                or not parse.is_verb(verb)
                or parse.lemmas[word] not in self._lexicon.nouns
            ):
                return []
        elif preposition not in {"in", "at"}:
            return []
        if parse.deps[verb] != "relcl" or any(t < verb for t in parse.children_by(verb, "prep")):
            return []
        asked = [c for c in parse.children_by(verb, "advmod") if parse.lemmas[c] == "where"]
        if asked and parse.tags[parse.heads[verb]] == "CD":  # "moved to Lyon in 1902, where she lived"
            above = parse.heads[parse.heads[parse.heads[verb]]]
            return (self._prepositional(above, "to") or self._prepositional(above, "in"))[:1]
        return [parse.heads[verb]] if asked else []

    def _behind_noun(self, noun: int, preposition: str) -> list[int]:
        """A phrase of the noun that the parser hung on the verb before it ("impose sanctions on X").

        Of a role that is predicated also where and whose it is: "was professor of law at X", "works as cook at X".
        """
        parse = self._parse
        if self._is_role(noun):
            while parse.deps[noun] in {"conj", "appos"} and parse.is_noun(parse.heads[noun]):
                noun = parse.heads[noun]
        governor = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.lemmas[governor] == "as":
            verb = parse.heads[governor]
            return [t for t in self._prepositional(verb, preposition) if t > noun] if parse.is_verb(verb) else []
        if not parse.is_verb(governor):
            return []
        if parse.deps[noun] in SUBJECTS and preposition == "between" and parse.child(governor, "dobj") is None:
            return self._prepositional(governor, preposition)  # "fighting broke out between X and Y"
        is_agent = preposition == "by" and self.is_passive(governor)  # "its threat was condemned by X"
        is_free = (preposition not in _OF_VERBS or self._is_held(noun)) and not is_agent
        if parse.deps[noun] == "attr" or (parse.deps[noun] in {"dobj", "nsubjpass"} and is_free):
            return [t for t in self._prepositional(governor, preposition) if t > noun or parse.deps[noun] != "attr"]
        return []

    def _is_held(self, noun: int) -> bool:
        """Whether the noun tells of who has it, and takes the verb's phrases: "received a degree in 1990 from X"."""
        entry = self._lexicon.nouns.get(self._parse.lemmas[noun])
        return entry is not None and any("holder" in sense.subject for sense in entry.senses)

    def authors(self, deed: int) -> list[int]:
        """Who did it: "Norway's raids", "abuses by X", "crimes committed by X"."""
        parse = self._parse
        found = [agent for child in parse.children_by(deed, "acl") for agent in self._agent(child)]
        return found or self._possessor(deed) or self._prepositional(deed, "by") or self._modifiers(deed)

    def _authors_into(self, noun: int) -> list[int]:
        """Whose deeds are looked into: "an inquiry into abuses by X"."""
        return [author for deed in self.of_noun(noun, "into") for author in self.authors(deed)]

    def _aim(self, noun: int) -> list[int]:
        """What a crowd comes together for or against: "a rally calling for X to resign", "a march to denounce X"."""
        parse = self._parse
        clauses = [clause for clause in parse.children_by(noun, "acl") if not self.is_favour(clause)]
        return [clause for clause in clauses if parse.tags[clause] in {"VBG", "VB"} and parse.lemmas[clause] in AIMS]

    def is_favour(self, clause: int) -> bool:
        """Whether it is for somebody's good: who marches to demand the release of X is not against X."""
        parse = self._parse
        nouns = [n for p in parse.children_by(clause, "prep") for n in parse.children_by(p, "pobj")]
        for noun in (*parse.children_by(clause, "dobj"), *nouns):
            whose = [*self._prepositional(noun, "of"), *parse.children_by(noun, "poss")]
            if parse.lemmas[noun] in _FAVOURS and any(parse.tags[n] in _ONES for n in whose):
                return True
        inner = parse.children_by(clause, "ccomp", "xcomp", "advcl")
        return any(parse.lemmas[verb] in _FAVOURED and self.is_passive(verb) for verb in inner)

    def _comer(self, noun: int) -> list[int]:
        """Who comes for it: "flew to Lyon for talks", "is in Lyon for a meeting"."""
        parse = self._parse
        phrase = parse.heads[noun]
        verb = parse.heads[phrase]
        is_aim = parse.deps[noun] == "pobj" and parse.lemmas[phrase] == "for" and parse.is_verb(verb)
        if not is_aim or self.is_passive(verb) or parse.child(verb, "dobj") is not None:
            return []
        return self.surface_subject(verb)

    def _supporting_subject(self, noun: int) -> list[int]:
        """The agent that a support verb lends the noun: "ordered the closure", "a suit brought by"."""
        parse = self._parse
        verb = self.support_verb(noun)
        if verb is not None:
            return self._subject(verb)
        for child in parse.children_by(noun, "acl"):
            entry = self._lexicon.verbs.get(parse.lemmas[child])
            if entry is not None and entry.is_support_verb:
                return self._agent(child)
        return self._controlled(noun, 0) if parse.child(noun, "poss") is None else []

    def support_verb(self, noun: int) -> int | None:
        """The support verb that governs the noun as its (deep) object."""
        parse = self._parse
        governor = parse.heads[noun]
        while parse.deps[noun] == "conj" and parse.is_noun(governor):
            noun, governor = governor, parse.heads[governor]
        if parse.deps[noun] in {"dobj", "nsubjpass"} and parse.is_verb(governor):
            entry = self._lexicon.verbs.get(parse.lemmas[governor])
            return governor if entry is not None and entry.is_support_verb else None
        return None

    def _names(self, noun: int) -> list[int]:
        """The names in apposition to a noun; one wife has one name, whoever is named behind her."""
        parse = self._parse
        beside = parse.children_by(noun, "appos")
        for role in [c for c in beside if self._is_role(c)]:  # "her husband, the composer Bo Lind"
            beside.extend(parse.children_by(role, "appos"))
        names = [c for c in beside if parse.tags[c] in {"NNP", "NNPS"}]
        names = [name for name in names if not self._is_said(name)]
        if parse.tags[noun] in {"NNS", "NNPS"}:
            return [head for name in names for head in parse.conjuncts(name)]
        return names[:1]

    def _denoted(self, noun: int) -> list[int]:
        """Whom a noun denotes; a name stands for itself."""
        is_name = (
            self._parse.tags[noun] == "NNP" and self._parse.lemmas[noun].replace(".", "") not in self._lexicon.nouns
        )
        return [noun] if is_name else self._equated(noun)

    def _label(self, noun: int) -> list[int]:
        """A name that is said of somebody like a noun: "X, a Democrat", "elected as a Democrat", "X, Democrat of Y"."""
        is_bare = self._parse.deps[noun] == "appos" and self._parse.child(noun, "det") is None
        return [noun] if is_bare or self._is_said(noun) else []

    def _is_said(self, name: int) -> bool:
        """Whether a name has an indefinite article, so that it says what somebody is."""
        determiner = self._parse.child(name, "det")
        is_indefinite = determiner is not None and self._parse.lemmas[determiner] == "a"
        return is_indefinite and self._parse.deps[name] in {"attr", "appos", "pobj", "oprd"}

    def _equated(self, noun: int) -> list[int]:
        """Whom a noun denotes, by the name that the grammar equates it with: "X is a", "X, a", "a X", "its X, Y"."""
        parse, head = self._parse, noun
        owner = parse.child(noun, "poss")
        if owner is not None and parse.tags[owner] == "WP$" and (names := self._names(noun)):
            return names  # "the Front, whose leader, Ada Roe, "
        if parse.deps[noun] == "conj" and (names := self._names(noun)):
            above = parse.heads[noun]
            if parse.child(noun, "poss") is not None or (parse.tags[above] == "NNP" and not self._is_role(above)):
                return names  # "the daughter of Ada and her second husband, Bo", "his wife Ada and daughter Bo"
        while parse.deps[head] == "conj" and parse.is_noun(parse.heads[head]):
            head = parse.heads[head]
        if parse.deps[head] == "oprd" and parse.child(parse.heads[head], "dobj") is not None:
            return self._direct_object(parse.heads[head]) or [noun]
        if parse.deps[head] in {"attr", "oprd"}:
            named = self._direct_object(parse.heads[head]) if parse.deps[head] == "oprd" else []
            named = named or self.surface_subject(parse.heads[head]) or [noun]
            is_told = any(self._is_told(token) for token in named)
            return named if is_told else self._names(noun) or named  # "one of them was the director, Ada Roe"
        if subjects := self.small_clause(head):
            return subjects
        above = parse.heads[head]
        if parse.deps[head] == "nsubj" and parse.lemmas[above] == "be" and self._may_act(noun):
            values = parse.children_by(above, "attr")
            names = [v for v in values if parse.tags[v] in {"NNP", "NNPS"} and not self._is_role(v)]
            names.extend(n for v in values for n in parse.children_by(v, "appos") if parse.tags[n] == "NNP")
            if names:  # "its director is Ada Roe"
                return [name for first in names for name in parse.conjuncts(first)]
        if parse.deps[head] == "nsubj" and parse.lemmas[above] == "include" and self._may_act(noun):
            return [token for token in self._direct_object(above) if parse.tags[token].startswith("NNP")] or [noun]
        if parse.deps[head] == "pobj" and parse.lemmas[above] == "as" and parse.is_verb(parse.heads[above]):
            if self._joined(parse.heads[above]):
                return self.surface_subject(parse.heads[above]) or [noun]
            things = self._direct_object(parse.heads[above])
            named = [t for t in things if t < above and self._may_act(t)]  # "appointed X as", but "won the seat as"
            if named and self._is_succession(parse.heads[above]):
                return [*self.surface_subject(parse.heads[above]), *named]
            return named or self.surface_subject(parse.heads[above]) or [noun]
        if parse.deps[head] == "pobj" and parse.lemmas[above] == "to" and self._raises(parse.heads[above]):
            return self._direct_object(parse.heads[above]) or [noun]
        if (
            parse.deps[head] == "pobj"
            and parse.lemmas[above] in {"of", "as"}
            and parse.lemmas[parse.heads[above]] in _POSTS
        ):
            return self._incumbent(parse.heads[above]) or [noun]
        if parse.deps[head] == "appos" and parse.deps[above] in {"attr", "oprd"} and self._is_role(above):
            return self._equated(above)  # "X is a lawyer, the chairman of Y"
        is_before = parse.deps[head] in {"compound", "nmod"} and above > head
        if is_before and parse.tags[above] == "NN" and parse.deps[above] in {"attr", "appos"} and self._is_role(above):
            return self._equated(above)  # "a billionaire businessman"
        if parse.deps[head] == "appos" or is_before:
            return [above]
        if parse.deps[head] == "pobj" and parse.tags[one := parse.heads[above]] in {"CD", "JJS"}:
            if parse.deps[one] == "appos":  # "X, one of the founders"
                return [parse.heads[one]]
            if parse.deps[one] == "attr":
                return self.surface_subject(parse.heads[one]) or [noun]
        return self._names(noun) or [*self._behind_phrase(noun), noun]

    def _incumbent(self, post: int) -> list[int]:
        """Who has a post: "holds the post of director", "in her role as director", "appointed X to the post of"."""
        parse, above = self._parse, self._parse.heads[post]
        if found := self._possessor(post):
            return found
        if parse.deps[post] == "dobj" and parse.lemmas[above] in _HOLDING:
            return self._subject(above)
        is_raised = parse.deps[post] == "pobj" and parse.lemmas[above] == "to" and self._raises(parse.heads[above])
        return self._direct_object(parse.heads[above]) if is_raised else []

    def _is_succession(self, verb: int) -> bool:
        """Whether subject and object of the verb hold an office one after the other."""
        entry = self._lexicon.verbs.get(self._parse.lemmas[verb])
        return entry is not None and entry.is_succession_verb and not self.is_passive(verb)

    def _raises(self, verb: int) -> bool:
        """Whether the verb gives somebody an office: "was promoted to director of X"."""
        entry = self._lexicon.verbs.get(self._parse.lemmas[verb]) if self._parse.is_verb(verb) else None
        return entry is not None and any(sense.predicate in _GIVING_OFFICE for sense in entry.senses)

    def _is_told(self, subject: int) -> bool:
        """Whether a subject tells of itself who it is: not so "it" in "it was", nor "one of them"."""
        parse = self._parse
        if parse.lemmas[subject] == "it":
            return parse.lemmas[parse.heads[subject]] != "be"
        return parse.tags[subject] in _SURE or (parse.tags[subject] == "PRP" and parse.deps[subject] in SUBJECTS)

    def small_clause(self, noun: int) -> list[int]:
        """The subject of a clause without a verb: "will make Ada Roe prime minister"."""
        parse = self._parse
        subject = parse.child(noun, "nsubj") if parse.deps[noun] in {"ccomp", "xcomp", "dobj"} else None
        return self._nominal(subject) if subject is not None else []

    def _behind_phrase(self, noun: int) -> list[int]:
        """ "the director of the Fund, Ada Roe": the parser sets the name beside the fund."""
        parse = self._parse
        inner = [o for p in parse.children_by(noun, "prep") for o in parse.children_by(p, "pobj")]
        names = [c for o in inner for c in parse.children_by(o, "appos") if parse.tags[c] == "NNP"]
        return [name for name in names if parse.words[parse.subtree(name)[0] - 1] == ","]

    def _possessor(self, noun: int) -> list[int]:
        parse = self._parse
        child = parse.child(noun, "poss")
        if child is None and parse.deps[noun] == "compound" and self._may_act(noun):  # "X's subsidiary Y"
            child = parse.child(parse.heads[noun], "poss") if parse.child(noun, "det") is None else None
        if child is None and self._is_role(noun) and parse.child(noun, "det", "prep") is None:
            above = parse.heads[noun] if parse.deps[noun] == "compound" else noun
            while child is None and parse.deps[above] == "conj":  # "their son Bo and daughter Ada"
                above = parse.heads[above]
                if parse.deps[above] == "appos" and not self._is_role(above):  # "his wife Ada and daughter Bo"
                    above = parse.heads[above]
                child = parse.child(above, "poss") if self._is_role(above) else None
        if child is None and self._is_role(noun):
            child = self._possessor_of_name(noun)
        return self._nominal(child) if child is not None else []

    def _possessor_of_name(self, role: int) -> int | None:
        """ "The governor, Utah's Ada Roe", "Utah's Ada Roe, the governor": whose the name is, the role is."""
        parse = self._parse
        names = parse.children_by(role, "appos")
        names.extend([parse.heads[role]] if parse.deps[role] == "appos" else [])
        owners = (parse.child(name, "poss") for name in names if parse.tags[name] == "NNP")
        return next((owner for owner in owners if owner is not None and parse.tags[owner] == "NNP"), None)

    def _holder(self, noun: int) -> list[int]:
        """Who has or gets what the noun means: the subject of the verb whose object it is."""
        parse = self._parse
        for _ in range(DEPTH):  # "has a degree from X and a doctorate from Y": the parser may set it beside X
            above = parse.heads[noun]
            if parse.deps[noun] == "pobj" and (found := self._outlived(parse.heads[above])):
                return found
            if parse.deps[noun] == "dobj" or parse.deps[noun] not in {"conj", "pobj", "appos"}:
                break
            is_listed = parse.deps[noun] == "pobj" and parse.child(noun, "conj") is not None
            noun = parse.heads[above] if is_listed else above
            if parse.is_verb(noun):
                return self._subject(noun) if is_listed else []
        verb = parse.heads[noun]
        return self._subject(verb) if parse.deps[noun] == "dobj" and parse.is_verb(verb) else []

    def _outlived(self, verb: int) -> list[int]:
        """Whom the relatives that survive somebody are related to: "Ada is survived by a son"."""
        is_told = self._parse.lemmas[verb] == "survive" and self.is_passive(verb)
        return self.surface_subject(verb) if is_told else []

    def _companion(self, noun: int) -> list[int]:
        """Whose relative a name is that stands without an owner: "Ada lives with husband Bo", "Ada and son Cy"."""
        parse = self._parse
        is_named = parse.words[noun].islower() and parse.tags[noun + 1 : noun + 2] == ["NNP"]  # not "Father Roe"
        if not is_named or parse.child(noun, "det", "poss", "prep") is not None:
            return []
        top = noun
        while parse.deps[top] in {"compound", "appos", "conj"} and parse.is_noun(parse.heads[top]):
            top = parse.heads[top]
            if parse.deps[top] != "compound" and top < noun and not self._is_introduced(top):
                return [top] if parse.tags[top] == "NNP" else []
        above = parse.heads[top]
        if parse.deps[top] != "pobj" or parse.lemmas[above] != "with":
            return []
        return self._subject(parse.heads[above]) if parse.is_verb(parse.heads[above]) else []

    def _is_introduced(self, name: int) -> bool:
        """Whether a role stands before a name: "husband Bo Roe", "her husband, Bo Roe"."""
        parse = self._parse
        if parse.deps[name] == "appos" and self._is_role(parse.heads[name]):
            return True
        return self._is_role(name) or any(self._is_role(child) for child in parse.children_by(name, "compound"))

    def _having(self, noun: int) -> list[int]:
        """What has what the noun means: "Acme, with offices in Lyon"."""
        parse, preposition = self._parse, self._parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.lemmas[preposition] != "with":
            return []
        above = parse.heads[preposition]
        return self._subject(above) if parse.is_verb(above) else self._equated(above)

    def _state(self, noun: int) -> list[int]:
        """Who is in the state that the noun means: "X is under pressure from", "X died in police custody"."""
        parse, preposition = self._parse, self._parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.lemmas[preposition] not in {"in", "under"}:
            return []
        above = parse.heads[preposition]
        return self.surface_subject(above) if parse.is_verb(above) else [above] if parse.is_noun(above) else []

    def _charge(self, noun: int) -> list[int]:
        """What the holder of a title is said to lead or to have founded: "Acme is led by director Ada Roe"."""
        parse, top = self._parse, noun
        if parse.deps[noun] == "compound" and parse.words[noun].istitle():
            return []  # "set up by President Ada Roe": of the country
        while parse.deps[top] in {"compound", "appos", "conj"} and parse.is_noun(parse.heads[top]):
            top = parse.heads[top]
        verb = parse.heads[top]
        if parse.deps[top] == "pobj" and parse.lemmas[verb] == "by":
            verb = parse.heads[verb]
        elif parse.deps[top] == "pobj" and parse.lemmas[verb] == "as":
            return self._joined(parse.heads[verb]) or self._filling(parse.heads[verb])
        elif parse.deps[top] == "oprd":
            return self._filling(verb)
        elif parse.deps[top] not in SUBJECTS:
            return []
        entry = self._lexicon.verbs.get(parse.lemmas[verb]) if parse.is_verb(verb) else None
        return self._direct_object(verb) if entry is not None and entry.is_office_verb else []

    def _filling(self, verb: int) -> list[int]:
        """Who fills an office of its own: "Acme named Ada Roe director"."""
        entry = self._lexicon.verbs.get(self._parse.lemmas[verb]) if self._parse.is_verb(verb) else None
        is_filling = entry is not None and any(sense.predicate in _FILLING for sense in entry.senses)
        return self._subject(verb) if is_filling else []

    def _joined(self, verb: int) -> list[int]:
        """What somebody joined, if the verb means that: "joined Acme as director"."""
        entry = self._lexicon.verbs.get(self._parse.lemmas[verb]) if self._parse.is_verb(verb) else None
        is_joining = entry is not None and any(sense.predicate == "memberOf" for sense in entry.senses)
        return self._direct_object(verb) if is_joining else []

    def _location(self, noun: int) -> list[int]:
        """Where the verb puts what the noun means: "its offices are in Lyon", "moved its headquarters to Lyon"."""
        parse = self._parse
        verb = parse.heads[noun]
        while parse.deps[noun] == "conj" and parse.is_noun(verb):
            noun, verb = verb, parse.heads[verb]
        if parse.deps[noun] in SUBJECTS and parse.is_verb(verb):
            return self._prepositional(verb, "in") or self._prepositional(verb, "at")
        if parse.deps[noun] == "dobj" and parse.is_verb(verb):
            return self._prepositional(verb, "to") or self._prepositional(verb, "in")
        for clause in parse.children_by(noun, "acl"):
            return self._prepositional(clause, "in") or self._prepositional(clause, "at")
        return []

    def _seat(self, noun: int) -> list[int]:
        """Where one stands that is seated in one place: "the Fram Museum in Oslo", "University of Lyon in France"."""
        parse = self._parse
        entry = self._lexicon.nouns.get(parse.lemmas[noun].casefold())
        if entry is None or not entry.is_seated:
            return []
        behind = noun + 1
        links = {"of", "for", "the", "and"}
        while behind < len(parse) and (parse.tags[behind] == "NNP" or parse.lemmas[behind] in links):
            behind += 1
        if behind == len(parse) or parse.lemmas[behind] != "in" or parse.deps[behind] != "prep":
            return []
        return parse.children_by(behind, "pobj")

    def _home_town(self, name: int) -> list[int]:
        """Where somebody of that age lives: "Ada Roe, 45, of Lyon"."""
        parse = self._parse
        is_aged = parse.words[name + 1 : name + 2] == [","] and parse.tags[name + 2 : name + 3] == ["CD"]
        if not is_aged or parse.words[name + 3 : name + 5] != [",", "of"]:
            return []
        return parse.children_by(name + 4, "pobj")

    def enclosing(self, noun: int) -> Iterator[list[int]]:
        """What a participle behind a noun may belong to in its place: the nouns around it, from the nearest on.

        "X is a maker of ships based in Lyon", "X is a firm building ships, based in Lyon".
        """
        parse = self._parse
        while True:
            above = parse.heads[noun]
            if (parse.deps[noun] == "pobj" and parse.is_noun(parse.heads[above])) or (
                parse.deps[noun] == "dobj" and parse.deps[above] in {"acl", "relcl"}
            ):
                noun = parse.heads[above]
            else:
                return
            yield self._equated(noun)

    def _modifiers(self, noun: int) -> list[int]:
        parse = self._parse
        found = [c for c in parse.children_by(noun, "compound", "amod", "nmod") if c < noun]
        if parse.deps[noun] in {"compound", "nmod"} and parse.heads[noun] > noun:
            # "Ugandan foreign minister Ruth Atim": all modifiers hang on the name.
            found.extend(c for c in parse.children_by(parse.heads[noun], "compound", "amod", "nmod") if c < noun)
        return found

    def _description_place(self, name: int) -> list[int]:
        """Where an organisation is by what it is said to be: "Acme is a bank in Lyon", "Acme, a bank in Lyon"."""
        parse = self._parse
        nouns = parse.children_by(name, "appos")
        if parse.deps[name] == "nsubj" and parse.lemmas[parse.heads[name]] == "be":
            nouns.extend(parse.children_by(parse.heads[name], "attr"))
        for noun in nouns:
            entry = self._lexicon.nouns.get(parse.lemmas[noun]) if parse.tags[noun] == "NN" else None
            is_behind = parse.lemmas[noun + 1 : noun + 2] == ["in"] and parse.heads[noun + 1] == noun
            if entry is not None and entry.denotes is EntityType.ORGANISATION and is_behind:
                return self._prepositional(noun, "in")
        return []

    def _description_modifiers(self, name: int) -> list[int]:
        """The modifiers of the nouns that a name is described with: "X is a Ghanaian poet", "X, a Ghanaian poet"."""
        parse = self._parse
        nouns = parse.children_by(name, "appos")
        said: list[int] = []
        if parse.deps[name] == "nsubj" and parse.lemmas[parse.heads[name]] == "be":
            said = parse.children_by(parse.heads[name], "acomp")  # "X is Ghanaian"
            nouns.extend(parse.children_by(parse.heads[name], "attr"))
        found = [noun for noun in nouns if parse.tags[noun] == "NN"]
        for noun in found:  # "a Ghanaian women's football coach": nested modifiers, too
            found.extend(c for c in parse.children_by(noun, "amod", "compound", "nmod", "poss") if c < noun)
        return [*said, *(token for token in found if parse.deps[token] in {"amod", "compound", "nmod"})]


_GIVING_OFFICE = frozenset({"appointed", "elected"})
_FILLING = frozenset({"appointed", "worksFor"})
_POSTS = frozenset({"position", "post", "role", "office", "job"})
_HOLDING = frozenset({"hold", "have", "take", "assume", "occupy", "fill", "fulfil", "fulfill", "accept"})
"""What those do to a post who have or get it."""
_SURE = frozenset({"NNP", "NNPS", "WP", "WDT"})
_SUFFERERS = frozenset({"of", "on", "against"})
_OF_NOUNS = frozenset({"of", "from", "in", "at", "between"})
"""What follows these behind an agent is mostly said of the agent."""
_OF_VERBS = frozenset({"of", "at", "with", "from", "in"})
"""What follows these behind an object is mostly said of the verb."""

NOUN_ARGUMENTS: dict[str, Callable[[NounArguments, int], list[int]]] = {
    "self": NounArguments._denoted,
    "bearer": NounArguments._equated,
    "label": NounArguments._label,
    "possessor": NounArguments._possessor,
    "modifier": NounArguments._modifiers,
    "intoAuthor": NounArguments._authors_into,
    "holder": NounArguments._holder,
    "comer": NounArguments._comer,
    "aim": NounArguments._aim,
    "having": NounArguments._having,
    "companion": NounArguments._companion,
    "state": NounArguments._state,
    "location": NounArguments._location,
    "seat": NounArguments._seat,
    "homeTown": NounArguments._home_town,
    "charge": NounArguments._charge,
    "descriptionModifier": NounArguments._description_modifiers,
    "descriptionPlace": NounArguments._description_place,
    "clause": lambda arguments, noun: arguments._parse.children_by(noun, "acl", "ccomp", "relcl"),
}
