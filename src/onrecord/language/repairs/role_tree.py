"""The columns of a parse, read with the lexicon: which nouns mean people, which words are names, which people."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.parse import NOUN_TAGS
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Lexicon

SINGULAR = frozenset({"NN", "NNP"})
_NEAR = 12
"""Tokens within which a child is looked for."""


@dataclass(frozen=True, slots=True)
class RoleTree:
    """The columns, which the mends around roles change in place; `people` are the tokens of people's names."""

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    lexicon: Lexicon
    people: frozenset[int] = frozenset()

    def is_role(self, token: int) -> bool:
        """Whether it is a noun that means people: a role, an office, kin."""
        return self.tags[token] in NOUN_TAGS and self.denotes_person(token)

    def denotes_person(self, token: int) -> bool:
        """Whether the lexicon knows the word, or the end of one of its compounds, as one for people."""
        return self.denotes(token, EntityType.PERSON)

    def denotes(self, token: int, entity_type: EntityType) -> bool:
        """Whether the lexicon knows the word, or the end of one of its compounds, as one for what is of this type."""
        lemma, nouns = self.lemmas[token], self.lexicon.nouns
        compounds = (words for words in self.lexicon.compounds.get(lemma, ()) if "of" not in words)  # "chief of police"
        entries = [nouns.get(lemma), *(nouns[" ".join(words)] for words in compounds)]
        return any(entry is not None and entry.denotes is entity_type for entry in entries)

    def is_name(self, token: int) -> bool:
        """Whether it is a word of a name, and no role."""
        return self.tags[token].startswith("NNP") and not self.is_role(token)

    def child(self, token: int, *labels: str) -> int | None:
        """The first child near `token` with one of these labels."""
        near = range(max(0, token - _NEAR), min(len(self.words), token + _NEAR))
        return next((at for at in near if at != token and self.heads[at] == token and self.deps[at] in labels), None)

    def start_of(self, head: int, *, from_token: int = 0) -> int:
        """The first of the words right before `head` that hang on it or on one another, behind any comma."""
        first = head
        while first > from_token and self.heads[first - 1] in range(first, head + 1) and self.words[first - 1] != ",":
            first -= 1
        return first

    def has_age(self, role: int) -> bool:
        """Whether the role tells an age: "a 19-year-old student"."""
        return any(self.lemmas[at] == "old" and self.heads[at] == role for at in range(max(0, role - 4), role))

    def is_kin(self, role: int) -> bool:
        """Whether the role is one to a person: "a son of"."""
        entry = self.lexicon.nouns.get(self.lemmas[role])
        return entry is not None and not entry.is_title

    def role_around(self, name: int) -> int | None:
        """The role in whose phrase a name stands that names nobody."""
        at = name
        while self.is_name(name) and not self.is_role(at):
            if at in self.people or self.deps[at] not in {"pobj", "appos", "conj"}:
                return None
            at = self.heads[self.heads[at]] if self.deps[at] == "pobj" else self.heads[at]
            if self.tags[at] not in NOUN_TAGS:
                return None
        return at if at < name and self.tags[at] in SINGULAR and not self.is_kin(at) else None

    def is_introduced(self, role: int) -> bool:
        """Whether a role but introduces a name ("his wife Ada", "her husband, Bo Roe")."""
        if self.child(role, "appos") is None or role + 2 >= len(self.words):
            return False
        behind = role + 2 if self.words[role + 1] == "," and self.child(role, "poss") is not None else role + 1
        return self.is_name(behind)
