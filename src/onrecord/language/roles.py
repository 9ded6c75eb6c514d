"""Mends what the parser gets wrong around roles and kin, knowing which nouns mean people."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.parse import NOUN_TAGS, SUBJECTS
from onrecord.language.quotes import introduces_speech
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Lexicon

_LIST_MARKS = frozenset({":", "-", "–", "—", ","})
_ARGUMENTS = SUBJECTS | {"dobj", "pobj", "dative"}
_ONE = frozenset({"NN", "NNP"})
_PREDICATED = frozenset({"attr", "appos", "oprd"})


@dataclass(slots=True)
class RoleRepair:
    """Works in place on the columns of a parse; `people` are the tokens recognised as names of people."""

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    lexicon: Lexicon
    people: frozenset[int] = frozenset()

    def run(self) -> None:
        """Mends all that it knows."""
        for token, tag in enumerate(self.tags):
            if tag == "VB":
                self._take_infinitive(token)
        self._invert_speech()
        self._lift_speech()
        self._free_from_speech()
        self._tag_roles()
        roles = [token for token in range(len(self.words)) if self._is_role(token)]
        if not roles:
            return
        for token in roles:
            self._lead_pair(token)
            self._name_subject(token)
            self._name_root(token)
            self._name_beside(token)
            self._stand_by_nearest(token)
            self._take_prefix(token)
            self._free_from_name(token)
            self._take_name(token)
            self._take_phrase(token)
            self._free_from_date(token)
            self._list_names(token)
            self._share_possessor(token)
            self._join_name(token)
            self._lift_name(token)
            self._list_role(token)
        self._lift_relatives()
        self._coordinate(roles)
        for token in roles:
            self._free_from_place(token)

    def _is_role(self, token: int) -> bool:
        return self.tags[token] in NOUN_TAGS and self._denotes_person(token)

    def _denotes_person(self, token: int) -> bool:
        lemma, nouns = self.lemmas[token], self.lexicon.nouns
        compounds = (words for words in self.lexicon.compounds.get(lemma, ()) if "of" not in words)  # "chief of police"
        entries = [nouns.get(lemma), *(nouns[" ".join(words)] for words in compounds)]
        return any(entry is not None and entry.denotes is EntityType.PERSON for entry in entries)

    def _is_name(self, token: int) -> bool:
        return self.tags[token].startswith("NNP") and not self._is_role(token)

    def _child(self, token: int, *labels: str) -> int | None:
        near = range(max(0, token - 12), min(len(self.words), token + 12))
        return next((at for at in near if at != token and self.heads[at] == token and self.deps[at] in labels), None)

    def _tag_roles(self) -> None:
        """ "Norwegian national Ada Roe", "the weekly Le Monde": a noun that the tagger takes for an adjective."""
        for token, label in enumerate(self.deps):
            if self.tags[token] != "JJ" or not self._is_name(self.heads[token]):
                continue
            entry = self.lexicon.nouns.get(self.lemmas[token])
            denotes = entry.denotes if entry is not None else None
            is_organisation = label == "amod" and denotes is EntityType.ORGANISATION and self._is_name(token + 1)
            if is_organisation or (label == "compound" and denotes is EntityType.PERSON):
                self.tags[token], self.deps[token] = "NN", "compound"

    def _invert_speech(self) -> None:
        """ "Norway could expel them, warned its ambassador": what follows such a verb is who speaks."""
        for verb, label in enumerate(self.deps):
            said = self.heads[verb]
            is_behind = label == "conj" and said < verb and self.words[verb - 1] in {",", '"', "”"}
            if not is_behind or self.tags[verb] != "VBD" or not introduces_speech(self.lexicon, self.lemmas[verb]):
                continue
            speaker = self._child(verb, "dobj")
            is_joined = any(self.heads[at] == said and self.deps[at] == "cc" for at in range(said, verb))
            if is_joined or speaker is None or speaker < verb or self._child(verb, *SUBJECTS) is not None:
                continue
            self.deps[verb], self.heads[verb] = self.deps[said], verb if self.heads[said] == said else self.heads[said]
            self.deps[said], self.heads[said], self.deps[speaker] = "ccomp", verb, "nsubj"

    def _lift_speech(self) -> None:
        """ "She said he had left and accused Acme of": what she did besides saying, not what she said he did."""
        for verb, label in enumerate(self.deps):
            said = self._behind_event(self.heads[verb]) if label == "conj" else verb
            speech = self.heads[said]
            if label == "conj" and self.deps[said] == "ccomp" and speech < said and self._is_of_living(verb, said):
                self.heads[verb] = speech
                continue
            is_plain = label == "conj" and self.tags[verb] == "VBD" and self._child(verb, "aux", *SUBJECTS) is None
            if not is_plain or self.deps[said] != "ccomp" or self.tags[speech] != "VBD" or not speech < said:
                continue
            is_earlier = self._child(said, "aux") is not None
            if is_earlier and all(introduces_speech(self.lexicon, self.lemmas[at]) for at in (verb, speech)):
                self.heads[verb] = speech

    def _behind_event(self, verb: int) -> int:
        """The clause that a circumstance belongs to which is nobody's deed: "had died since the emergency began"."""
        subject = self._child(verb, "nsubj") if self.deps[verb] == "advcl" else None
        if subject is None or self.tags[subject] not in {"NN", "NNS"} or self._child(self.heads[verb], "aux") is None:
            return verb
        entry = self.lexicon.nouns.get(self.lemmas[subject])
        return self.heads[verb] if entry is None or entry.denotes in {None, EntityType.EVENT} else verb

    def _is_of_living(self, verb: int, said: int) -> bool:
        """Whether a deed is coordinated with somebody's death, who does nothing more: "was hanged and has filed"."""
        entry = self.lexicon.verbs.get(self.lemmas[said])
        senses = entry.senses if entry is not None and self._child(said, "auxpass") is not None else ()
        is_death = self.lemmas[said] == "die" or any(s.predicate == "killed" and not s.particle for s in senses)
        is_deed = self._child(verb, "dobj") is not None or introduces_speech(self.lexicon, self.lemmas[verb])
        is_active = self._child(verb, "auxpass", *SUBJECTS) is None and self.tags[verb] in {"VBD", "VBZ", "VBP", "VBN"}
        return is_death and is_deed and is_active and self.lemmas[verb] not in {"leave", "die"}

    def _free_from_speech(self) -> None:
        """ "Ada returned the favour, says Bo, by paying Cy": what follows the speaker belongs to what is said."""
        for phrase, label in enumerate(self.deps):
            speech = self.heads[phrase]
            if label != "prep" or self.words[phrase - 1] != ",":
                continue
            speaker, said = self._child(speech, "nsubj"), self._child(speech, "ccomp")
            if speaker is None or said is None:
                continue
            is_inserted = said < speech < speaker < phrase and introduces_speech(self.lexicon, self.lemmas[speech])
            if is_inserted and self._child(phrase, "pcomp") is not None:
                self.heads[phrase] = said

    def _join_name(self, role: int) -> None:
        """ "By noon a militia led by the warlord Ada Roe had left": the name goes with the role right before it."""
        is_before_name = self.words[role].islower() and self._is_name(min(role + 1, len(self.words) - 1))
        if self.deps[role] != "pobj" or not is_before_name:
            return
        name = role + 1
        while self.deps[name] == "compound" and self.heads[name] > name:
            name = self.heads[name]
        verb = self.heads[name]
        if self.deps[name] not in SUBJECTS or not self._is_name(name) or verb < name:
            return
        if self.heads[self.heads[role]] == name or self.heads[self.heads[self.heads[role]]] == name:
            return  # "Secretary of State Ada Roe": the phrase is the name's own
        self.deps[name], self.heads[name] = "pobj", self.heads[role]
        self.deps[role], self.heads[role] = "compound", name
        for phrase in range(role):
            inner = [at for at in range(phrase, role) if self.heads[at] == phrase and self.deps[at] == "pobj"]
            if self.heads[phrase] == verb and len(inner) == 2 and self._child(inner[1], "det") is not None:
                self.deps[inner[1]], self.heads[inner[1]] = "nsubj", verb

    def _take_prefix(self, role: int) -> None:
        """ "A second ex-governor": the parser may take "ex" for a noun, with what stands before it."""
        prefix = role - 2
        is_split = prefix >= 0 and self.words[role - 1] == "-" and self.words[prefix].lower() == "ex"
        if is_split and self.heads[prefix] != role:
            if self.heads[role] == prefix:
                self.deps[role], self.heads[role] = self.deps[prefix], self.heads[prefix]
            for at in range(max(0, prefix - 3), role):
                if self.heads[at] == prefix:
                    self.heads[at] = role
            self.deps[prefix], self.heads[prefix] = "amod", role

    def _free_from_name(self, role: int) -> None:
        """ "Appointed Ada Roe finance director": the parser takes the name for a part of the role."""
        verb, name = self.heads[role], role - 1
        while name > 0 and self.heads[name] == role and self.words[name].islower():
            name -= 1
        is_part = self.heads[name] == role and self.deps[name] in {"compound", "nmod", "amod"} and self._is_name(name)
        is_said = self.deps[role] in {"dobj", "ccomp", "oprd"} and self.tags[role] == "NN"
        is_said |= self.deps[role] == "oprd" and self.tags[role] == "NNP" and name in self.people
        if not is_said or not is_part or self._child(verb, "dobj") not in {None, role}:
            return
        if not self.tags[verb].startswith("VB") or self._child(role, "det", "poss") is not None:
            return
        for at in range(verb + 1, name):
            if self.heads[at] == role:
                self.heads[at] = name
        self.deps[name], self.heads[name], self.deps[role] = "dobj", verb, "oprd"

    def _lift_name(self, role: int) -> None:
        """ "Its envoy in Norway, Ada Roe", "a spokesman for the army, Captain Roe": who stands beside the role."""
        for phrase in range(role + 1, min(role + 12, len(self.words))):
            if self.deps[phrase] != "prep" or self.heads[phrase] != role:
                continue
            inner = self._child(phrase, "pobj")
            name = self._child(inner, "appos") if inner is not None else None
            if inner is None or name is None or name < inner:
                continue
            is_bare = self._child(inner, "det", "poss") is None and self.tags[inner] == "NN"  # "chief of staff, X"
            if (self._is_role(inner) and not is_bare) or (
                inner in self.people and (name not in self.people or self.words[inner] == self.words[name])
            ):
                continue
            if name in self.people or any(self.heads[at] == name and self._is_role(at) for at in range(inner, name)):
                self.heads[name] = role

    def _list_role(self, role: int) -> None:
        """ "Chairman of Acme, a director of X": no organisation is a director; the roles are listed."""
        other = self._role_around(self.heads[role]) if self.deps[role] == "appos" and self.tags[role] in _ONE else None
        if other is not None and self._child(role, "prep") is not None and self._child(role, "appos") is None:
            self.deps[role], self.heads[role] = "conj", other

    def _lift_relatives(self) -> None:
        """ "The director of Acme, who left": no organisation is somebody who does."""
        for token, label in enumerate(self.deps):
            subject = self._child(token, *SUBJECTS) if label == "relcl" else None
            if subject is not None and self.lemmas[subject] == "who":
                role = self._role_around(self.heads[token])
                self.heads[token] = role if role is not None else self.heads[token]

    def _role_around(self, name: int) -> int | None:
        """The role in whose phrase a name stands that names nobody."""
        at = name
        while self._is_name(name) and not self._is_role(at):
            if at in self.people or self.deps[at] not in {"pobj", "appos", "conj"}:
                return None
            at = self.heads[self.heads[at]] if self.deps[at] == "pobj" else self.heads[at]
            if self.tags[at] not in NOUN_TAGS:
                return None
        return at if at < name and self.tags[at] in _ONE and not self._is_kin(at) else None

    def _is_kin(self, role: int) -> bool:
        """Whether the role is one to a person: "a son of"."""
        entry = self.lexicon.nouns.get(self.lemmas[role])
        return entry is not None and not entry.is_title

    def _take_phrase(self, role: int) -> None:
        """What "of" right behind a role belongs to is the role."""
        if self.words[role + 1 : role + 2] == ["of"] and self.deps[role + 1] == "prep":
            self.heads[role + 1] = role

    def _take_infinitive(self, token: int) -> None:
        """ "Married to actress Ada Roe": the parser takes a rare role before a name for a verb."""
        lemma = self.lemmas[token]
        entry = self.lexicon.nouns.get(lemma)
        if entry is None or entry.denotes is not EntityType.PERSON or lemma in self.lexicon.verbs or not token:
            return
        name = next((at for at in range(token + 1, len(self.words)) if self.heads[at] == token), None)
        if name is None or self.deps[name] != "dobj" or not self.tags[name].startswith("NNP"):
            return
        to = token - 1
        if self.words[to] == "to" and self.heads[to] == token:
            self.deps[to], self.heads[to], self.tags[to] = "prep", self.heads[token], "IN"
            self.deps[name], self.heads[name] = "pobj", to
            self.deps[token], self.heads[token], self.tags[token] = "compound", name, "NN"

    def _name_subject(self, role: int) -> None:
        """ "Her son, Bo shared the house", "Ada and her son, Bo shared": the name is the role's, no second subject."""
        verb, label = self.heads[role], self.deps[role]
        if label == "conj":
            verb, label = self.heads[verb], self.deps[verb]
        if label not in {"nsubj", "npadvmod"} or self.words[role + 1 : role + 2] != [","]:
            return
        if self.tags[role] != "NN" or self._child(role, "poss") is None:
            return
        for name in range(role + 2, min(role + 6, verb)):
            if self.deps[name] == "nsubj" and self.heads[name] == verb and self._is_name(name):
                self.deps[role] = "conj" if self.deps[role] == "conj" else "nsubj"
                self.deps[name], self.heads[name] = "appos", role

    def _name_root(self, role: int) -> None:
        """ "The envoy for human rights, Ada Roe, on Monday left": the role is the subject."""
        if self.deps[role] != "ROOT" or self.tags[role] not in _ONE or self._child(role, *SUBJECTS) is not None:
            return
        for name in range(role + 2, min(role + 14, len(self.words))):
            if self.deps[name] in SUBJECTS and self.heads[name] > name and name in self.people:
                first = name
                while first > role and self.heads[first - 1] in range(first, name + 1) and self.words[first - 1] != ",":
                    first -= 1
                is_inside = all(self.heads[at] in range(role, first) for at in range(role + 1, first - 1))
                if self.words[first - 1] == "," and is_inside and "," in self.words[name : name + 2]:
                    self.deps[role], self.heads[role] = self.deps[name], self.heads[name]
                    self.deps[name], self.heads[name] = "appos", role
                return

    def _name_beside(self, role: int) -> None:
        """ "He sold it to her son-in-law, Ada Roe.": the name between a role and the next comma is the role's.

        Also behind its phrase: "the governor of Lyon, Ada Roe,".
        """
        if self.tags[role] != "NN" or self._child(role, "poss", "det") is None:
            return
        last = role
        if self.words[role + 1 : role + 2] == ["of"] and self.heads[role + 1] == role:
            last = self._child(role + 1, "pobj") or role
        first = name = last + 2
        while name + 1 < len(self.words) and self.deps[name] == "compound" and self.heads[name] > name:
            name = self.heads[name]
        around = [*self.words[last + 1 : first], *self.words[name + 1 : name + 2]]
        if len(around) < 2 or around[0] != "," or around[1] not in {",", ".", ";"} or not self._is_name(name):
            return
        is_other = self.heads[name] == role or self.heads[role] == name
        is_listed = (
            self.deps[name] == "conj" and self.heads[name] == last != role and first < name and name in self.people
        )
        if not is_other and (is_listed or self.deps[name] in {"attr", "npadvmod", "dep", "appos", "oprd"}):
            self.deps[name], self.heads[name] = "appos", role

    def _stand_by_nearest(self, role: int) -> None:
        """ "The officer shot at Ada Roe, a student at X": who stands right before "a student" is one."""
        if self.deps[role] != "appos" or self.tags[role] != "NN":
            return
        first = role
        while first > 0 and self.heads[first - 1] in range(first, role + 1) and self.words[first - 1] != ",":
            first -= 1
        name = first - 2
        is_apart = name >= 0 and self.words[first - 1] == "," and self.words[first] in {"a", "an"}
        is_person = is_apart and (self._has_age(role) or name in self.people)
        is_person = is_person and self._is_name(name) and self.deps[name] in _ARGUMENTS
        if is_person and self.heads[role] < name - 3:
            self.heads[role] = name

    def _has_age(self, role: int) -> bool:
        """ "A 19-year-old student"."""
        return any(self.lemmas[at] == "old" and self.heads[at] == role for at in range(max(0, role - 4), role))

    def _take_name(self, role: int) -> None:
        """ "His wife Ada and daughter Bo": the name right behind the second role is hers, not the first one's.

        In "Ada and her husband, Bo Roe founded", too.
        """
        is_owned = self._child(role, "poss") is not None
        name = role + 2 if is_owned and self.words[role + 1 : role + 2] == [","] else role + 1
        while name < len(self.words) and self.deps[name] == "compound" and self.heads[name] > name:
            name = self.heads[name]
        if self.deps[role] != "conj" or name >= len(self.words) or self.deps[name] != "appos":
            return
        if self._is_name(name) and self.heads[name] < role and (is_owned or self._is_role(self.heads[name])):
            self.heads[name] = role

    def _lead_pair(self, role: int) -> None:
        """ "The CEO and managing director of X": the first role leads, where the parser makes it modify the second."""
        other = self.heads[role]
        is_pair = self.words[role + 1 : role + 2] in (["and"], ["&"]) and role + 1 < other
        if self.deps[role] in {"nmod", "compound"} and is_pair and self._is_role(other):
            self.deps[role], self.heads[role] = self.deps[other], self.heads[other]
            self.deps[other], self.heads[other] = "conj", role
            for token in range(role + 1, other):
                if self.heads[token] == role and self.deps[token] == "conj":
                    self.deps[token], self.heads[token] = "compound", other

    def _free_from_date(self, role: int) -> None:
        """ "He was until May 2008 the head of": the parser sets the role beside the date."""
        date = self.heads[role]
        if self.deps[role] != "appos" or self.deps[date] != "pobj":
            return
        verb = self.heads[self.heads[date]]
        is_date = any(self.heads[at] == date and self.tags[at] == "CD" for at in range(date + 1, role))
        if is_date and self.lemmas[verb] == "be" and self._child(verb, "attr") is None:
            self.deps[role], self.heads[role] = "attr", verb

    def _free_from_place(self, role: int) -> None:
        """ "She was born in Lyon, the daughter of X": nobody is a daughter who stands beside a place."""
        top = self.heads[role]
        if self.deps[role] != "appos" or not self._is_name(top) or top in self.people or self._has_age(role):
            return
        while self.deps[top] in {"conj", "appos"}:
            top = self.heads[top]
        preposition = self.heads[top]
        if self.lemmas[preposition] == "of" and self.deps[self.heads[preposition]] == "pobj":  # "in the village of X"
            preposition = self.heads[self.heads[preposition]]
        if self.deps[top] != "pobj" or self.lemmas[preposition] not in {"in", "at", "near"}:
            return
        subject = self._child(self.heads[preposition], *SUBJECTS)
        if subject is not None and subject < role:
            self.heads[role] = subject

    def _list_names(self, role: int) -> None:
        """ "Their children: Ada, Bo and Cy", "two sons - Bo and Cy": the names stand beside the plural."""
        if self.tags[role] != "NNS" or role + 2 >= len(self.words) or self.words[role + 1] not in _LIST_MARKS:
            return
        name = role + 2
        while self.deps[name] == "compound" and self.heads[name] > name and self._is_name(self.heads[name]):
            name = self.heads[name]
        if not self._is_name(name):
            return
        if self.deps[role] == "compound" and self.heads[role] == name:
            self.deps[role], self.heads[role] = self.deps[name], self.heads[name]
        elif not (self.heads[name] == role or self.deps[name] in {"npadvmod", "dep", "ROOT"}):
            return
        self.deps[name], self.heads[name] = "appos", role
        for at in range(role):
            if self.heads[at] == name:
                self.heads[at] = role

    def _share_possessor(self, role: int) -> None:
        """ "Ada and Bo's daughter is": both are her parents, as the verb's singular shows."""
        owner, first = self._child(role, "poss"), self.heads[role]
        if owner is None or self.deps[role] != "conj" or not (self._is_name(owner) and self._is_name(first)):
            return
        if self.tags[role] != "NN" or owner - first != 2 or self.tags[self.heads[first]] not in {"VBZ", "VBD"}:
            return
        if self.deps[first] in SUBJECTS and self.lemmas[self.heads[first]] in {"be", "have"}:
            self.deps[role], self.heads[role] = self.deps[first], self.heads[first]
            self.deps[first], self.heads[first] = "poss", role
            self.deps[owner], self.heads[owner] = "conj", first

    def _coordinate(self, roles: list[int]) -> None:
        """Roles go with roles, names with names.

        "Editor of the Post and head of Acme", "an engineer, and the head of Acme": the parser may coordinate the
        second role with the name, or with the verb. "The son of Ada and the singer Bo": the second name with the role;
        "the son of Ada Roe, a singer, and Bo Roe": with the verb; "of Ada, Countess of Lyon and Bo": with the title.
        """
        known = set(roles)
        for token, label in enumerate(self.deps):
            if label != "conj":
                continue
            head = self.heads[token]
            attribute = self._child(head, "attr")
            if token in known and attribute is not None and attribute < token:
                self.heads[token] = attribute
            elif token in known and self._is_name(head):
                self._lift(token, head)
            elif token in self.people and self._is_name(token):
                self._raise(token, attribute)
            if self.heads[token] in known and (self._is_name(token) or self._is_introduced(token)):
                self._lower(token, self.heads[token])

    def _raise(self, name: int, attribute: int | None) -> None:
        """A name that stands beside a verb moves up to the role; beside a title behind another name, to that name."""
        head = self.heads[name]
        if attribute is not None and attribute < name and self._is_role(attribute):
            self.heads[name] = attribute
        elif self.deps[head] == "appos" and self.deps[self.heads[head]] == "pobj" and self.heads[head] in self.people:
            self.heads[name] = self.heads[head]

    def _lift(self, role: int, name: int) -> None:
        """A role that stands beside the name in another role's phrase moves up to that role."""
        while self.deps[name] == "conj":
            name = self.heads[name]
        other = self.heads[self.heads[name]]
        is_introduced = self._is_introduced(role)
        if self.deps[name] == "pobj" and other < name and self._is_role(other) and not is_introduced:
            self.heads[role] = other

    def _lower(self, name: int, role: int) -> None:
        """A name that stands beside a role moves down to the name in that role's phrase."""
        if self.deps[role] not in _PREDICATED | {"conj", "dep"}:
            return
        phrase = self._child(role, "prep")
        inner = self._child(phrase, "pobj") if phrase is not None and self.lemmas[phrase] == "of" else None
        if inner is not None and role < inner < name and self._is_name(inner):
            self.heads[name] = inner

    def _is_introduced(self, role: int) -> bool:
        """Whether a role but introduces a name ("his wife Ada", "her husband, Bo Roe")."""
        if self._child(role, "appos") is None or role + 2 >= len(self.words):
            return False
        behind = role + 2 if self.words[role + 1] == "," and self._child(role, "poss") is not None else role + 1
        return self._is_name(behind)
