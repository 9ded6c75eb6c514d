"""Whom a thing or a deed concerns: the actors in what is promised, threatened, refused or lifted, nearest first.

"Refused to answer a letter from X" is a refusal to X; "lifted a ban on exports to X" is a concession to X. No slot of
the frame holds X, so the argument is searched from its head downwards, level by level.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import SUBJECTS, Parse

_OF_VERBS = ("nsubj", "nsubjpass", "dobj", "dative", "prep", "agent", "xcomp", "ccomp", "oprd", "acomp", "attr", "prt")
_OF_NOUNS = ("poss", "compound", "amod", "nmod", "prep", "appos", "acl")
_OF_OTHERS = ("nsubj", "pobj", "pcomp", "prep", "xcomp", "ccomp")
_CIRCUMSTANCES = frozenset(
    {"after", "before", "since", "during", "because", "despite", "amid", "until", "following", "if"}
)
_CONDITIONS = frozenset({"unless", "if"})
"""Whose act a deed is made to hang on is concerned by it: "will strike unless X resigns"."""
_DEPTH = 6
"""Levels; what lies deeper is about something else."""


def concerned(parse: Parse, argument: int, word: int, *, is_own: bool = False) -> Iterator[int]:
    """The nouns, pronouns and adjectives below the head of an argument of `word`, from the nearest on; without the
    subject of a deed of one's own (`is_own`).

    What is below the word itself is not searched again: "land seized by X" does not concern X.
    """
    level = [child for child in _below(parse, argument) if not (is_own and parse.deps[child] in SUBJECTS)]
    for _ in range(_DEPTH):
        for token in level:
            if parse.is_noun(token) or parse.tags[token] in {"PRP", "JJ", "PRP$"}:
                yield token
        level = [inner for token in level if token != word for inner in _below(parse, token)]


def _below(parse: Parse, token: int) -> Iterator[int]:
    """What a word governs as part of what it means, but not when or why something is done."""
    if parse.is_verb(token):
        labels: tuple[str, ...] = _OF_VERBS
    elif parse.is_noun(token):
        labels = _OF_NOUNS
    else:
        labels = _OF_OTHERS
    for child in parse.children[token]:
        label = parse.deps[child]
        is_part = label in labels and parse.lemmas[child] not in _CIRCUMSTANCES
        if is_part or label == "conj" or (label == "advcl" and _is_aim_or_condition(parse, child)):
            yield child


def _is_aim_or_condition(parse: Parse, clause: int) -> bool:
    if parse.tags[clause] == "VB" or any(parse.tags[child] == "TO" for child in parse.children_by(clause, "aux")):
        return True
    return any(parse.lemmas[mark] in _CONDITIONS for mark in parse.children_by(clause, "mark"))
