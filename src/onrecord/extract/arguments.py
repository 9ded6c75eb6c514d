"""The arguments of a word on the parse: who is its subject, its object, what stands in a prepositional phrase.

Arguments are named as in the lexicon and always mean the active voice; this module undoes passives, participles,
relative clauses, shared subjects, control, and the nearest wrong attachments. Every function gives the head tokens of
the argument, coordinated ones included. Those of nouns are in `noun_arguments`.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.noun_arguments import AIMS, DEPTH, NOUN_ARGUMENTS, NounArguments
from onrecord.language.parse import SUBJECTS

_RELATIVES = frozenset({"WP", "WDT", "WP$"})
_ONE_BY_ONE = frozenset({"both", "each"})
_STOPS = frozenset({";", ":", "(", "-", "–", "—"})
_NO_FINITE = frozenset({"VBG", "VBN", "VB"})
_CLAUSES = ("ccomp", "xcomp", "acl", "relcl", "advcl")


class Arguments(NounArguments):
    """Fills arguments of words in one parse."""

    # --- verbs ----------------------------------------------------------------------------------------------------

    def of_verb(self, verb: int, argument: str) -> list[int]:
        """The heads that fill `argument` of the verb."""
        special = _VERB_ARGUMENTS.get(argument)
        if special is not None:
            return special(self, verb)
        return (
            self._prepositional(verb, argument)
            or self._behind_object(verb, argument)
            or self._behind_date(verb, argument)
            or self._where(verb, argument)
            or self._raised(verb, argument)
        )

    def _raised(self, verb: int, preposition: str) -> list[int]:
        """A phrase that two verbs side by side share: "lives and works in Lyon"."""
        for other in self._parse.children_by(verb, "conj"):
            if other == verb + 2:
                return self._prepositional(other, preposition)
        return []

    def is_couple(self, word: int) -> bool:
        """Whether the subject may be two side by side, and is no bare plural ("both daughters, Ada and Bo")."""
        parse = self._parse
        found = [*parse.children_by(word, *SUBJECTS), *parse.children_by(parse.heads[word], *SUBJECTS)]
        return not found or parse.tags[found[0]] != "NNS" or len(parse.conjuncts(found[0])) > 1

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is passive, by its auxiliaries or as a bare participle."""
        parse = self._parse
        if parse.tags[verb] not in {"VBN", "VBD"}:
            return False
        if parse.child(verb, "auxpass", "nsubjpass") is not None:
            return True
        objects = [o for o in parse.children_by(verb, "aux", "nsubj", "dobj") if parse.tags[o] != "CD"]
        if parse.tags[verb] == "VBD" and parse.deps[verb] == "conj" and self._is_transitive(verb) and not objects:
            return self.is_passive(parse.heads[verb])  # "was seized and shot"
        if parse.tags[verb] != "VBN" or objects:  # but "(founded 1990)"
            return parse.deps[verb] in {"acl", "advcl"} and parse.child(verb, "agent") is not None
        if parse.deps[verb] == "conj":
            return self.is_passive(parse.heads[verb])
        return parse.deps[verb] in {"acl", "amod", "advcl", "relcl", "oprd"} or parse.child(verb, "agent") is not None

    def _is_transitive(self, verb: int) -> bool:
        """Whether the verb mostly has a direct object: each of its frames has one."""
        entry = self._lexicon.verbs.get(self._parse.lemmas[verb])
        senses = entry.senses if entry is not None else ()
        return bool(senses) and all("directObject" in sense.subject + sense.object for sense in senses)

    def surface_subject(self, verb: int, depth: int = 0) -> list[int]:
        """What the verb's form is predicated of: its own subject, or the one it shares."""
        parse = self._parse
        own = parse.child(verb, *SUBJECTS)
        if own is not None:
            return self._nominal(own)
        if depth > DEPTH or parse.child(verb, "expl") is not None:
            return []
        head, label = parse.heads[verb], parse.deps[verb]
        if label == "conj" and (parse.is_verb(head) or parse.tags[head] == "JJ"):
            return self.surface_subject(head, depth + 1)
        if label in {"acl", "relcl"} and not parse.is_verb(head):
            if parse.tags[verb] == "VB":
                return self._called_for(verb, head) or self._owner(head, depth + 1)
            if parse.tags[verb] == "VBG" and self._is_utterance(head):
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
            return self._authors(verb, head, found) or found
        return []

    def _called_for(self, verb: int, noun: int) -> list[int]:
        """ "A call by Norway for Sweden to leave": who stands right before the infinitive."""
        parse, first = self._parse, self._parse.subtree(verb)[0]
        phrases = [phrase for phrase in parse.children_by(noun, "prep") if parse.lemmas[phrase] == "for"]
        last = [agent for phrase in phrases for agent in self._objects_of(phrase) if parse.subtree(phrase)[1] == first]
        return [agent for agent in last if self._may_act(agent)]

    def _is_utterance(self, noun: int) -> bool:
        entry = self._lexicon.nouns.get(self._parse.lemmas[noun])
        return entry is not None and any(embedding.speaker for embedding in entry.embeddings)

    def _named_by(self, noun: int) -> list[int]:
        """The name that a description is equated with, if any: "X is a firm based in", "X, a firm owned by"."""
        is_one_of = (
            self._parse.tags[noun] == "NNS" and self._parse.tags[self._parse.heads[self._parse.heads[noun]]] == "JJS"
        )
        if (self._parse.tags[noun] != "NN" and not is_one_of) or self._parse.child(noun, "appos") is not None:
            return [noun]
        return self._equated(noun)

    def _controller(self, verb: int, head: int, depth: int) -> list[int]:
        """The missing subject of an infinitive or gerund, as the lexicon says of the word that governs it."""
        parse = self._parse
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
        for controller in self._controllers(head, (preposition,) if preposition else self.clause_names(verb)):
            if found := self._governor_argument(head, controller, depth):
                return found
        if parse.deps[head] == "acomp":  # "X is due to release Y": who is due
            adjective = self._lexicon.adjectives.get(parse.lemmas[head])
            is_governed = adjective is not None and adjective.embedding((preposition or "",)) is not None
            return self.surface_subject(parse.heads[head], depth + 1) if label == "xcomp" or is_governed else []
        if parse.tags[verb] in _NO_FINITE or label == "xcomp":
            return self.surface_subject(head, depth + 1)
        return []

    def _controllers(self, governor: int, names: tuple[str, ...]) -> tuple[str, ...]:
        """The arguments of the governor that may be the missing subject of what is inside the first of `names`."""
        parse = self._parse
        entry = self._lexicon.verbs.get(parse.lemmas[governor]) if parse.is_verb(governor) else None
        if entry is None or not entry.embeddings:
            return ()
        embedding = entry.embedding(names, [parse.lemmas[child] for child in parse.children_by(governor, "prt")])
        return embedding.controller if embedding is not None else ()

    def clause_names(self, clause: int) -> tuple[str, ...]:
        """What a clause is as an argument of the word above it, the most exact name first."""
        parse = self._parse
        if self.is_infinitive(clause):
            return ("infinitive", "clause")
        forms = [parse.tags[t] for t in (*parse.children_by(clause, "aux"), clause)]
        is_gerund = forms[0] == "VBG" and parse.child(clause, "mark", *SUBJECTS) is None
        return ("gerund", "clause") if is_gerund else ("clause",)

    def is_infinitive(self, verb: int) -> bool:
        """ "to pay", "to have paid"; also "pay" without a subject."""
        parse = self._parse
        auxiliaries = parse.children_by(verb, "aux", "auxpass")
        if any(parse.tags[child] == "TO" for child in auxiliaries):
            return True
        return parse.tags[verb] == "VB" and not auxiliaries and parse.child(verb, *SUBJECTS) is None

    def _authors(self, verb: int, head: int, subjects: list[int]) -> list[int]:
        """Who made the utterance that a participle continues ("... a letter by X, calling Y a thief").

        Asked where the main clause is about a thing, which cannot speak.
        """
        parse = self._parse
        if parse.tags[verb] != "VBG" or parse.deps[verb] != "advcl" or any(self._may_act(token) for token in subjects):
            return []
        for noun in range(verb - 1, head, -1):
            if parse.is_noun(noun) and self._is_utterance(noun):
                found = self._possessor(noun) or self._prepositional(noun, "by")
                for child in parse.children_by(noun, "acl"):
                    found = found or self._agent(child)
                return found
        return []

    def _may_act(self, token: int) -> bool:
        parse = self._parse
        if parse.tags[token] in {"NNP", "NNPS", "PRP"}:
            return True
        entry = self._lexicon.nouns.get(parse.lemmas[token])
        return entry is not None and entry.denotes is not None

    def _governor_argument(self, head: int, argument: str, depth: int) -> list[int]:
        if argument == "subject":
            return self._subject(head, depth + 1)
        if argument == "directObject":
            return self._direct_object(head)
        return self.of_verb(head, argument)

    def _subject(self, verb: int, depth: int = 0) -> list[int]:
        if self.is_passive(verb):
            return self._agent(verb)
        return self.surface_subject(verb, depth)

    def _agent(self, verb: int) -> list[int]:
        parse = self._parse
        if parse.deps[verb] == "amod" and parse.words[verb - 1] == "-":
            return parse.children_by(verb, "npadvmod")  # "X-owned"
        for phrase in parse.children[verb]:
            if parse.lemmas[phrase] == "by" and parse.deps[phrase] in {"agent", "prep"}:
                agents = (part for part in parse.conjuncts(phrase) if parse.lemmas[part] == "by")
                return [agent for part in agents for agent in self._objects_of(part)]  # "by A and by B"
        for phrase in parse.children_by(verb, "prep"):
            inner = [p for p in parse.children_by(phrase, "prep") if parse.lemmas[p] == "by"]
            for noun in parse.children_by(phrase, "pobj"):
                inner.extend(p for p in parse.children_by(noun, "prep") if parse.lemmas[p] == "by")
            if inner and parse.tags[verb] == "VBN":
                return self._objects_of(inner[0])
        return []

    def _direct_object(self, verb: int) -> list[int]:
        parse = self._parse
        if self.is_passive(verb):
            return self.surface_subject(verb)
        objects = [child for child in parse.children_by(verb, "dobj") if not self._is_that(child)] or [
            behind
            for particle in parse.children_by(verb, "prt", "prep")
            if parse.deps[particle] == "prt" or (particle == verb + 1 and parse.lemmas[particle] in {"down", "off"})
            for behind in parse.children_by(particle, "pobj")
        ]  # "sealed off the city": the parser may take the particle for a preposition
        found = [token for child in objects for token in self._nominal(child)] or self._shared_object(verb)
        if found:
            return found
        if parse.deps[verb] == "relcl" and parse.child(verb, "nsubj") is not None:
            subject = parse.child(verb, "nsubj")
            if (
                subject is not None
                and parse.tags[subject] not in _RELATIVES
                and parse.child(verb, "ccomp", "xcomp") is None
            ):
                return self._named_by(parse.heads[verb])
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
                return self._nominal(subject)
        return []

    def _is_that(self, token: int) -> bool:
        """Whether it is the "that" of a relative clause, which the tagger takes for a conjunction."""
        return self._parse.tags[token] == "IN" and self._parse.lemmas[token] == "that"

    def _shared_object(self, verb: int) -> list[int]:
        """The object of two verbs side by side: "owns and operates X"; not of one that may do without ("left and")."""
        parse = self._parse
        entry = self._lexicon.verbs.get(parse.lemmas[verb])
        if entry is None or any(sense.office_of or sense.is_intransitive for sense in entry.senses):
            return []
        for other in parse.children_by(verb, "conj"):
            if other == verb + 2 and parse.tags[other] == parse.tags[verb] and parse.words[verb + 1] in {"and", "or"}:
                return [token for child in parse.children_by(other, "dobj") for token in self._nominal(child)]
        return []

    def _indirect_object(self, verb: int) -> list[int]:
        parse = self._parse
        found = []
        for child in parse.children_by(verb, "dative"):
            found.extend(self._nominal(child) if parse.tags[child] != "IN" else self._objects_of(child))
        if not found and parse.child(verb, "nsubjpass") is not None and parse.child(verb, "dobj") is not None:
            return self.surface_subject(verb)  # "was awarded a grant"
        return found or self._given(verb)

    def _given(self, verb: int) -> list[int]:
        """ "Granted Ada Roe asylum", "gave Norway 5.1 million dollars": a name taken for a part of what is given."""
        parse = self._parse
        if any(parse.lemmas[phrase] == "to" for phrase in parse.children_by(verb, "prep")):
            return []
        found = []
        for noun in parse.children_by(verb, "dobj"):
            count = parse.child(noun, "nummod")
            is_bare = parse.tags[noun] == "NN" and parse.child(noun, "det", "poss", "amod", "prep") is None
            for name in parse.children_by(noun, "compound", "nmod"):
                is_last = name == noun - 1 if is_bare else count is not None and verb < name < count
                found.extend([name] if is_last and parse.tags[name] == "NNP" else [])
        return found

    def _object_possessor(self, verb: int) -> list[int]:
        """To whom the direct object belongs: "rejected Norway's offer", "the Norwegian offer", "X of Norway"."""
        found: list[int] = []
        for noun in self._direct_object(verb):
            entry = self._lexicon.nouns.get(self._parse.lemmas[noun])
            if entry is not None and entry.denotes is not None and not entry.is_part_of_body:
                continue  # who praises X's director does not praise X
            acts = [sense for sense in entry.senses if "self" not in sense.subject] if entry is not None else []
            # Of an act it is the one who acts: to condemn the attack on X is not to condemn X.
            owners = {a for sense in acts for a in sense.subject} if acts else {"possessor", "modifier", "of", "by"}
            for argument in ("possessor", "modifier", "of", "by", "between"):
                if argument in owners and not found and (argument != "by" or not acts):
                    found.extend(self.of_noun(noun, argument))
        return found

    def _object_author(self, verb: int) -> list[int]:
        """Whose deed the direct object is: "condemned Norway's raids", "crimes committed by X"."""
        return [author for noun in self._direct_object(verb) for author in self.authors(noun)]

    def _prepositional(self, head: int, preposition: str) -> list[int]:
        parse = self._parse
        found = []
        if preposition == "in" and parse.tags[head] == "VBN" and parse.deps[head] == "amod":
            found.extend(parse.children_by(head, "npadvmod"))  # "Oslo-based"
        for phrase in parse.children_by(head, "prep", "agent", "dative", "prt", "advmod"):
            if parse.lemmas[phrase] == preposition:
                for part in parse.conjuncts(phrase):  # "in Lyon and later in Nice"
                    found.extend(self._objects_of(part) if parse.lemmas[part] == preposition else [])
            elif not parse.is_verb(phrase):
                if preposition == "in" and parse.words[phrase].lower() == "there":
                    found.append(phrase)
                for inner in parse.children_by(phrase, "prep"):
                    if parse.lemmas[inner] == preposition and parse.child(phrase, "pobj") is None:
                        found.extend(self._objects_of(inner))
        return found

    def _behind_object(self, verb: int, preposition: str) -> list[int]:
        """A phrase of the verb that the parser hung on the object before it."""
        parse = self._parse
        found = []
        for child in parse.children_by(verb, "dobj", "nsubjpass"):
            for noun in (child, *parse.children_by(child, "appos"), *self._parts_of(child)):
                if parse.deps[child] == "dobj" or preposition == "by":
                    found.extend(self._prepositional(noun, preposition))
        return found

    def _parts_of(self, noun: int) -> list[int]:
        """What it is a round or series of: "a third round of talks with X"."""
        parse = self._parse
        if parse.lemmas[noun] not in _SERIES:
            return []
        return [
            inner
            for phrase in parse.children_by(noun, "prep")
            if parse.lemmas[phrase] == "of"
            for inner in parse.children_by(phrase, "pobj")
        ]

    def _behind_date(self, verb: int, preposition: str) -> list[int]:
        """A phrase of the verb that the parser hung on a date ("was born on 5 May 1950 in Lyon")."""
        parse, found = self._parse, []
        phrases = parse.children_by(verb, "prep")
        for noun in [*parse.children_by(verb, "npadvmod"), *(n for p in phrases for n in parse.children_by(p, "pobj"))]:
            if parse.tags[noun] == "CD" or any(parse.tags[c] == "CD" for c in parse.children_by(noun, "nummod")):
                for token in (noun, *parse.children_by(noun, "nummod")):
                    found.extend(self._prepositional(token, preposition))
        return found

    def _objects_of(self, preposition: int) -> list[int]:
        parse = self._parse
        found = []
        for child in parse.children_by(preposition, "pobj", "pcomp"):
            found.extend(self._nominal(child) if parse.deps[child] == "pobj" else [child])
        return found

    def _adverbial(self, verb: int) -> list[int]:
        """Nouns beside a verb without a preposition, as in notes: "born 1957, Leeds, England"."""
        parse, found = self._parse, []
        for child in parse.children_by(verb, "npadvmod", "dobj", "appos", "attr", "oprd"):
            found.extend([child, *parse.children_by(child, "npadvmod", "appos", "conj")])
        return found

    def _purpose(self, verb: int) -> list[int]:
        """What it is done for: "to demand", "in protest at", "in defiance of"."""
        parse = self._parse
        found = [c for c in parse.children_by(verb, "advcl", "xcomp") if self.is_infinitive(c) or self._is_aim(c)]
        for child in parse.children_by(verb, "dobj"):
            found.extend(c for c in parse.children_by(child, "acl", "relcl") if self.is_infinitive(c))
        for word in (verb, *parse.children_by(verb, "dobj")):
            for phrase in parse.children_by(word, "prep"):
                if parse.lemmas[phrase] in {"in", "as"}:
                    found.extend(n for n in parse.children_by(phrase, "pobj") if parse.lemmas[n] in _STANDS)
        return [clause for clause in found if not self.is_favour(clause)]

    def _is_aim(self, clause: int) -> bool:
        """ "Marched calling for": what is called for or condemned is why it is done."""
        return self._parse.tags[clause] == "VBG" and self._parse.lemmas[clause] in AIMS

    def _scene(self, verb: int) -> list[int]:
        """Where it is done: beside the verb or its object, else where those who do it are ("farmers across Kenya")."""
        around = [verb, *self._parse.children_by(verb, "dobj")]
        for words in (around, self._parse.children_by(verb, *SUBJECTS)):
            for word in (inner for outer in words for inner in (outer, self._counted(outer))):
                for preposition in _SCENES:
                    if found := self._prepositional(word, preposition):
                        return found
        return []

    def _clause(self, verb: int) -> list[int]:
        return self._parse.children_by(verb, "ccomp", "xcomp")

    def _nominal(self, token: int) -> list[int]:
        """A noun phrase's head with its coordinated heads; the inner noun of "one of", "thousands of"."""
        found = []
        for head in self._parse.conjuncts(token):
            if self._parse.is_verb(head) and self._parse.deps[head] == "conj":
                continue
            counted = self._counted(head)
            if counted != head and (names := self._named_one(head, counted)):
                found.extend(names)
                continue
            found.extend([*(self._named_one_by_one(counted) or [counted]), *self._included(counted)])
        return found

    def _named_one(self, count: int, noun: int) -> list[int]:
        """ "One of the guards, Ada Roe", "One of them, the guard Ada Roe": the one named."""
        parse = self._parse
        if parse.lemmas[count] != "one":
            return []
        return next((found for word in (count, noun) if (found := parse.children_by(word, "appos"))), [])[:1]

    def _included(self, noun: int) -> list[int]:
        """ "20 people, including Ada and Bo", "lawyers such as Ada", "20 people, among them Ada": the named ones."""
        parse = self._parse
        verb = parse.heads[noun]
        beside = self._along(verb) if parse.deps[noun] in {*SUBJECTS, "dobj"} else []
        if parse.tags[noun] not in {"NNS", "NNPS", "CD"}:
            return beside
        phrases = parse.children_by(noun, "prep")
        phrases.extend(p for p in parse.children_by(verb, "prep") if p > noun and parse.words[p - 1] == ",")
        found: list[int] = []
        for phrase in phrases:
            is_such = parse.words[phrase - 1 : phrase + 1] == ["such", "as"]
            if is_such or parse.lemmas[phrase] in {"include", "including"}:
                found.extend(head for one in parse.children_by(phrase, "pobj") for head in parse.conjuncts(one))
            elif parse.lemmas[phrase] == "among":
                for them in parse.children_by(phrase, "pobj"):
                    named = [c for w in (them, noun) for c in parse.children_by(w, "appos")]
                    named.extend(parse.children_by(verb, "npadvmod", "appos", "dep"))
                    found.extend(head for one in named if one > them for head in parse.conjuncts(one))
        for one in parse.children_by(noun, "appos"):
            if any(parse.lemmas[phrase] == "among" for phrase in parse.children_by(one, "prep")):
                found.extend(parse.conjuncts(one))
        return [head for head in (*found, *beside) if head != noun]

    def _along(self, verb: int) -> list[int]:
        """ "Ada was charged, along with Bo and Cy": who shares the subject's part."""
        parse = self._parse
        found: list[int] = []
        for along in parse.children_by(verb, "prep", "advmod"):
            is_along = parse.lemmas[along] in {"along", "together"} and parse.child(verb, "dobj") is None
            for phrase in parse.children_by(along, "prep") if is_along else ():
                for noun in parse.children_by(phrase, "pobj"):
                    found.extend(self._named_one_by_one(noun) or parse.conjuncts(noun))
        return found

    def _named_one_by_one(self, noun: int) -> list[int]:
        """ "Two activists, A and B": the names behind a plural."""
        parse = self._parse
        if parse.tags[noun] != "NNS":
            return []
        names = [c for c in parse.children_by(noun, "appos") if parse.tags[c] == "NNP"]
        found = [head for name in names for head in parse.conjuncts(name)]
        return found if len(found) > 1 else []

    def _counted(self, token: int) -> int:
        parse = self._parse
        if parse.tags[token] in {"CD", "DT", "PDT", "JJ", "JJS", "JJR"} or parse.lemmas[token] in _QUANTITIES:
            for phrase in parse.children_by(token, "prep"):
                inner = parse.child(phrase, "pobj")
                if parse.lemmas[phrase] == "of" and inner is not None:
                    return inner
        return token

    def nearby(self, word: int, argument: str) -> list[int]:
        """What stands where the argument would, in the words behind a verb or noun, whatever it was attached to.

        "She graduated with honours from X", "he married on 5 May Ada Roe". Only up to the next verb.
        """
        parse = self._parse
        if argument in NOUN_ARGUMENTS or (argument in _VERB_ARGUMENTS and argument != "directObject"):
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
                return self._objects_of(at)
        return []

    def main_subject(self, verb: int) -> list[int]:
        """The subject of the sentence: whom a loose verb is about that has no subject of its own."""
        parse = self._parse
        if parse.child(verb, *SUBJECTS) is not None or parse.deps[verb] in {"relcl", "acl", "amod", "ccomp"}:
            return []
        root = [verb, *parse.ancestors(verb)][-1]
        return self.surface_subject(root) if root != verb else []

    def _ends_reach(self, token: int, word: int) -> bool:
        """Whether what follows is said of another: a verb, a relative, another role."""
        parse = self._parse
        is_other = self._parse.is_noun(word) and self._is_role(token)
        return parse.is_verb(token) or is_other or parse.words[token] in _STOPS or parse.tags[token] in _RELATIVES

    # --- nouns in clauses, adjectives -----------------------------------------------------------------------------

    def _controlled(self, noun: int, depth: int) -> list[int]:
        """Whose act it is that a preposition of a verb governs: "charged X with the murder of", "on suspicion of"."""
        parse = self._parse
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
        own = self._possessor(noun) or self._prepositional(noun, "by")
        return own or self._controlled(noun, depth) or self._supporting(noun, depth)

    def _supporting(self, noun: int, depth: int) -> list[int]:
        parse, verb = self._parse, self._parse.heads[noun]
        entry = self._lexicon.nouns.get(parse.lemmas[noun])
        if parse.deps[noun] == "pobj" and entry is not None and entry.embeddings:
            verb = parse.heads[verb]  # "in order to", "with the aim of"
        elif parse.deps[noun] not in {"dobj", "attr"}:
            return []
        return self._subject(verb, depth + 1) if parse.is_verb(verb) and depth <= DEPTH else []

    def of_adjective(self, adjective: int, argument: str) -> list[int]:
        """The heads that fill `argument` of the adjective; its subject is what it describes."""
        parse = self._parse
        if argument == "subject":
            if any(parse.lemmas[child] in _ONE_BY_ONE for child in parse.children[adjective]):
                return []  # "both are married": to whom, it does not say
            if parse.deps[adjective] in {"acomp", "oprd", "attr"}:
                return self.surface_subject(parse.heads[adjective])
            if parse.child(adjective, "auxpass") is not None:
                return self.surface_subject(adjective)
            if parse.deps[adjective] in {"amod", "appos", "relcl", "acl"}:
                noun = parse.heads[adjective]
                return self._equated(noun) if parse.deps[noun] == "attr" else [noun]
            return []
        if argument == "possessor":  # "her native Lyon"
            return self._possessor(parse.heads[adjective]) if parse.deps[adjective] == "amod" else []
        if argument == "clause":
            return parse.children_by(adjective, *_CLAUSES)
        found = self._prepositional(adjective, argument)
        if not found and argument == "from" and parse.deps[adjective] == "amod":  # "a native Dane from Odense"
            return self._prepositional(parse.heads[adjective], argument)
        return found

    def of_adverb(self, adverb: int, argument: str) -> list[int]:
        """The heads that fill `argument` of an adverb before a phrase: "Ada is originally from Lyon"."""
        parse, phrase = self._parse, adverb + 1
        if phrase >= len(parse) or parse.tags[phrase] != "IN":
            return []
        if argument != "subject":
            return self._objects_of(phrase) if parse.lemmas[phrase] == argument else []
        above = parse.heads[phrase]
        if parse.is_noun(above):
            return [above]
        is_fronted = phrase < above and parse.deps[phrase] == "prep"
        return self.surface_subject(above) if is_fronted or parse.lemmas[above] == "be" else []


_QUANTITIES = frozenset(
    {
        *("none", "thousand", "hundred", "million", "dozen", "number", "lot", "majority", "group", "score"),
        *("percent", "cent", "%", "half", "third", "quarter", "rest", "remainder", "bulk"),
        *("contingent", "batch", "detachment", "column", "handful", "crowd", "busload", "couple", "wave", "shipload"),
    }
)

_SERIES = frozenset({"round", "series", "session", "state", "number", "wave", "spate", "kind", "form", "set"})
_STANDS = frozenset({"protest", "defiance", "opposition", "reaction", "response", "retaliation", "solidarity"})
"""Nouns that say with or against whom something is done: "in protest at"."""

_SCENES = ("in", "across", "throughout", "around", "through", "at", "outside")

_VERB_ARGUMENTS: dict[str, Callable[[Arguments, int], list[int]]] = {
    "subject": Arguments._subject,
    "directObject": Arguments._direct_object,
    "indirectObject": Arguments._indirect_object,
    "objectPossessor": Arguments._object_possessor,
    "clause": Arguments._clause,
    "objectAuthor": Arguments._object_author,
    "purpose": Arguments._purpose,
    "scene": Arguments._scene,
    "adverbial": Arguments._adverbial,
}
