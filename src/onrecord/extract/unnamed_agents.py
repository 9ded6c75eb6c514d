"""Whether the text tells a deed without saying who did it."""

from __future__ import annotations

from onrecord.extract.arguments import Arguments
from onrecord.language.descriptions import noun_entry

_GRANTED = frozenset(
    {"after", "since", "following", "over", "during", "despite", "with", "into", "by", "to", "in", "for"}
)
"""Prepositions behind which a deed is taken for granted."""


def is_agentless(arguments: Arguments, word: int) -> bool:
    """Whether the text tells a deed without who did it: a passive, or a noun where it takes the deed for granted.

    "The arrest of Ada shocked" does, "talks about the arrest of Ada" does not.
    """
    parse = arguments.parse
    if parse.is_verb(word):
        return arguments.is_passive(word) and not _has_agent(arguments, word)
    verb = arguments.support_verb(word)
    if verb is not None:
        return is_agentless(arguments, verb)
    if parse.deps[word] == "pobj":
        return parse.lemmas[parse.heads[word]] in _GRANTED
    return parse.deps[word] in {"nsubj", "nsubjpass"}


def _has_agent(arguments: Arguments, verb: int) -> bool:
    """Whether the text says who did it, and not only with what: "killed by a roadside bomb"."""
    agents = arguments.of_verb(verb, "subject")
    entries = [noun_entry(arguments.parse, arguments.lexicon, token) for token in agents]
    return not all(entry is not None and entry.denotes is None and entry.acts_for for entry in entries)
