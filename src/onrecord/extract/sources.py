"""Who a whole sentence is said by, where it says so beside itself: "according to X", "in X's view", "as X said"."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.descriptions import noun_entry
from onrecord.language.parse import Parse
from onrecord.ontology.lexicon import SPOKEN, Embedding, Lexicon

_PREPOSITIONS = frozenset({"in", "by", "from", "on"})
_SHARED = frozenset({"conj", "advcl", "xcomp"})
_COMPLEMENTS = ("ccomp", "xcomp", "dobj")
_AROUND = frozenset({",", "-", "–", "—", "("})


@dataclass(frozen=True, slots=True)
class Source:
    """The word that names a source, and what it makes of the sentence."""

    word: int
    embedding: Embedding


def sources(parse: Parse, lexicon: Lexicon) -> dict[int, list[Source]]:
    """The sources by the first verb of what they are given for."""
    found: dict[int, list[Source]] = {}
    for token in range(len(parse)):
        embedding = _embedding(parse, lexicon, token)
        if embedding is None:
            continue
        host = next((above for above in parse.ancestors(token) if parse.is_verb(above)), token)
        while parse.deps[host] in _SHARED:
            host = parse.heads[host]
        found.setdefault(host, []).append(Source(token, embedding))
    return found


def _embedding(parse: Parse, lexicon: Lexicon, token: int) -> Embedding | None:
    """What the word makes of its sentence, if it is an adverbial that names a source."""
    if parse.is_verb(token):
        entry = lexicon.verbs.get(parse.lemmas[token])
        if entry is None:
            return None
        if entry.is_of_speech and _is_aside(parse, token):
            embedding = entry.embedding(("clause",))
            return embedding if embedding is not None and embedding.status in SPOKEN else None
        return entry.embedding(("sentence",))
    if parse.deps[token] != "pobj" or parse.lemmas[parse.heads[token]] not in _PREPOSITIONS:
        return None
    entry = noun_entry(parse, lexicon, token)
    is_somebody_s = parse.child(token, "poss", "det") is not None  # "in view of" names no source
    return entry.embedding(("sentence",)) if entry is not None and is_somebody_s else None


def _is_aside(parse: Parse, verb: int) -> bool:
    """ "As X said, ...", "..., X says, ...": a verb of speech whose clause is the sentence around it."""
    if parse.child(verb, *_COMPLEMENTS) is not None:
        return False
    if parse.deps[verb] == "advcl":
        mark, told = parse.child(verb, "mark"), parse.child(verb, "nsubjpass")
        is_told = told is None or parse.tags[told] == "PRP"  # but "as the verdict was read"
        return mark is not None and parse.lemmas[mark] == "as" and is_told
    first, _ = parse.subtree(verb)
    return parse.deps[verb] == "parataxis" and not _AROUND.isdisjoint(parse.words[max(first - 1, 0) : first + 1])


__all__ = ["Source", "sources"]
