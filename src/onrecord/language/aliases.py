"""The other names that a text says somebody has: "who goes by the name of X", "better known as X", "nicknamed X"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Parse

_KNOWN_AS = frozenset({"know", "identify", "name"})
_CALLED = frozenset({"call", "nickname", "dub", "name", "style"})
_USED = frozenset({"use", "adopt", "take", "bear", "have", "assume"})
_NAMES = frozenset({"name", "alias", "pseudonym", "nickname", "codename", "moniker", "guerre", "nom", "handle"})
"""Nouns for a name."""

_REACH = 5
"""Words up the tree from an alias to the clause that gives it."""


def aliases(parse: Parse, bearer: int) -> Iterator[int]:
    """The heads of the names that a clause behind the noun or name at `bearer` gives it."""
    for clause in parse.children_by(bearer, "acl", "relcl", "prep"):
        if parse.is_verb(clause) and parse.child(clause, "neg") is None:
            yield from _told(parse, clause)


def bearer_of(parse: Parse, name: int) -> int | None:
    """Whose alias the name headed by `name` is said to be."""
    at = name
    for _ in range(_REACH):
        above = parse.heads[at]
        if parse.is_verb(at) and parse.deps[at] in {"acl", "relcl", "prep"}:
            return above if name in aliases(parse, above) else None
        if above == at:
            return None
        at = above
    return None


def _told(parse: Parse, clause: int) -> Iterator[int]:
    lemma = parse.lemmas[clause]
    subject = parse.child(clause, "nsubj", "nsubjpass")
    is_own = parse.deps[clause] != "relcl" or (subject is not None and parse.lemmas[subject] in {"who", "that"})
    if lemma == "be" and subject is not None and parse.lemmas[subject] in _NAMES:
        owner = parse.child(subject, "poss")
        if owner is not None and parse.tags[owner] == "WP$":
            yield from parse.children_by(clause, "attr")
    if not is_own:
        return
    if lemma in _KNOWN_AS:
        yield from _behind(parse, clause, "as")
    if lemma in _CALLED:
        himself = parse.child(clause, "dobj")
        is_passive = parse.tags[clause] == "VBN"
        if is_passive or himself is None or parse.lemmas[himself].endswith("self"):
            yield from parse.children_by(clause, "oprd")
    if lemma == "go":
        for name in _behind(parse, clause, "by"):
            yield from _named(parse, name)
    if lemma in _USED:
        for name in parse.children_by(clause, "dobj"):
            if parse.lemmas[name] in _NAMES or any(
                _is_name_word(parse, c) for c in parse.children_by(name, "compound")
            ):
                yield from _named(parse, name)


def _named(parse: Parse, name: int) -> Iterator[int]:
    """ "The name of X", "the name X": X; also X alone."""
    if not _is_name_word(parse, name):
        yield name
        return
    yield from parse.children_by(name, "appos")
    yield from _behind(parse, name, "of")


def _is_name_word(parse: Parse, token: int) -> bool:
    return parse.words[token].islower() and parse.words[token] in _NAMES


def _behind(parse: Parse, head: int, preposition: str) -> Iterator[int]:
    for phrase in parse.children_by(head, "prep"):
        if parse.lemmas[phrase] == preposition:
            yield from parse.children_by(phrase, "pobj")
