"""What the lexicon says of a word where it stands: whether it is a role, may act, says something."""

from __future__ import annotations

from onrecord.language.parse import Parse
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Lexicon


def is_role(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """Whether the noun is what a person is: "director", "wife"."""
    entry = lexicon.nouns.get(parse.lemmas[noun])
    return entry is not None and entry.denotes is EntityType.PERSON


def may_act(parse: Parse, lexicon: Lexicon, token: int) -> bool:
    """Whether it may be somebody: a name, a pronoun, a noun that denotes an actor."""
    if parse.tags[token] in {"NNP", "NNPS", "PRP"}:
        return True
    entry = lexicon.nouns.get(parse.lemmas[token])
    return entry is not None and entry.denotes is not None


def is_held(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """Whether the noun tells of who has it, and takes the verb's phrases: "received a degree in 1990 from X"."""
    entry = lexicon.nouns.get(parse.lemmas[noun])
    return entry is not None and any("holder" in sense.subject for sense in entry.senses)


def is_utterance(parse: Parse, lexicon: Lexicon, noun: int) -> bool:
    """Whether the noun is something said by somebody: "letter", "resolution"."""
    entry = lexicon.nouns.get(parse.lemmas[noun])
    return entry is not None and any(embedding.speaker for embedding in entry.embeddings)


def support_verb(parse: Parse, lexicon: Lexicon, noun: int) -> int | None:
    """The support verb that governs the noun as its (deep) object."""
    governor = parse.heads[noun]
    while parse.deps[noun] == "conj" and parse.is_noun(governor):
        noun, governor = governor, parse.heads[governor]
    if parse.deps[noun] in {"dobj", "nsubjpass"} and parse.is_verb(governor):
        entry = lexicon.verbs.get(parse.lemmas[governor])
        is_judged = parse.child(governor, "oprd") is not None  # "called the arrest illegal"
        return governor if entry is not None and entry.is_support_verb and not is_judged else None
    return None
