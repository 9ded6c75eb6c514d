"""The heads of names: the token that carries the grammar, and what a name's own head noun denotes."""

from __future__ import annotations

from onrecord.language.parse import Parse
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Lexicon


def head_of(parse: Parse, first: int, end: int) -> int:
    """The token whose head lies outside the span; the last one where several do."""
    outside = [t for t in range(end - 1, first - 1, -1) if not first <= parse.heads[t] < end or parse.heads[t] == t]
    nouns = [t for t in outside if parse.is_noun(t)]
    return (nouns or outside or [end - 1])[0]


def head_noun_type(parse: Parse, lexicon: Lexicon, first: int, end: int) -> EntityType | None:
    """What the name's own head noun denotes: "Civic Bloc", "Ministry of Justice", "Rose Revolution"."""
    if end - first < 2:
        return None
    for at in range(first + 1, end):
        if parse.words[at] in {"of", "for"}:
            end = at
            break
    for at in (end - 1, first):  # "City Bank", "Radio One"
        entry = lexicon.nouns.get(parse.words[at].casefold()) or lexicon.nouns.get(parse.lemmas[at])
        denotes = entry.denotes if entry is not None else None
        if entry is not None and denotes is EntityType.EVENT and entry.is_institution:
            return EntityType.ORGANISATION  # "the Unity Congress" is a party or a parliament
        if denotes is EntityType.ORGANISATION or (at == end - 1 and denotes in {EntityType.PLACE, EntityType.EVENT}):
            return denotes
    return None
