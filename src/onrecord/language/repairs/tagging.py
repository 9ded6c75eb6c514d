"""Tags and lemmas that the tagger and the lemmatizer get wrong: plurals that are verbs, verbs that are roles."""

from __future__ import annotations

from collections.abc import Container

from onrecord.language.repairs.role_tree import RoleTree
from onrecord.model import EntityType

_OF_NAMES = frozenset({"PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC", "NORP"})
"""The labels that the recogniser may give a rare name of somebody."""

_BEFORE_BASE = frozenset({"TO", "MD"})


def mend_lemmas(words: list[str], lemmas: list[str], tags: list[str], verbs: Container[str]) -> None:
    """Gives verbs that the lemmatizer cuts too short or too long ("fined": fin) the lemma among `verbs`."""
    for token, lemma in enumerate(lemmas):
        word = words[token].lower()
        if (
            tags[token] in {"VBD", "VBN"}
            and word != lemma
            and word in verbs
            and token
            and tags[token - 1] in _BEFORE_BASE
        ):
            tags[token], lemmas[token] = "VB", word  # "to found a school"
        if tags[token][:2] != "VB" or lemma in verbs:
            continue
        if lemma + "e" in verbs and (word.startswith(lemma + "e") or word == lemma + "ing"):
            lemmas[token] = lemma + "e"
        elif lemma.endswith("e") and lemma[:-1] in verbs and word.startswith(lemma[:-1]):
            lemmas[token] = lemma[:-1]


def tell_demonstratives(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Dismissed that as gossip": an object that the tagger takes for a conjunction."""
    for token, word in enumerate(words):
        if tags[token] == "IN" and deps[token] == "dobj" and word == "that" and heads[token] < token:
            tags[token] = "DT"


def tell_lives(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Has two daughters and lives in Lyon": a verb that the tagger takes for a plural."""
    for token, word in enumerate(words[:-1]):
        is_noun = word == "lives" and tags[token] == "NNS" and deps[token] == "conj"
        if not is_noun or words[token - 1] != "and" or words[token + 1] not in {"in", "at", "on", "near", "with"}:
            continue
        verb = heads[token]
        while tags[verb][:2] != "VB" and heads[verb] != verb:
            verb = heads[verb]
        if tags[verb][:2] == "VB" and verb < token:
            tags[token], lemmas[token], heads[token] = "VBZ", "live", verb


def name_people(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The missionary Per Roe founded it": a first name that the tagger takes for a preposition."""
    for token in range(1, len(words) - 1):
        role, last = heads[token], token + 1
        if words[token] != "Per" or tags[token] != "IN" or not tags[last].startswith("NNP"):
            continue
        if role == token - 1 and tags[role] == "NN" and heads[last] == token:
            deps[last], heads[last] = deps[role], last if heads[role] == role else heads[role]
            heads[:] = [last if head == role and at != last else head for at, head in enumerate(heads)]
            deps[role], heads[role] = "compound", last
        elif heads[last] == token:
            deps[last], heads[last] = deps[token], role
        tags[token], deps[token], heads[token] = "NNP", "compound", last


def name_first_words(
    words: list[str], tags: list[str], deps: list[str], heads: list[int], entities: list[tuple[int, int, str]]
) -> None:
    """ "Ram Roe, 31, a reporter, was freed": the first word of a name that the tagger takes for a verb."""
    for first, end, label in entities:
        last = end - 1
        is_name = label in _OF_NAMES and first < last and all(word[:1].isupper() for word in words[first:end])
        if not is_name or tags[first][:2] != "VB" or heads[last] != first or tags[last] != "NNP":
            continue
        tags[first] = "NNP"
        deps[last], heads[last] = deps[first], last if heads[first] == first else heads[first]
        deps[first], heads[first] = "compound", last
        for at in range(end, len(words)):
            if heads[at] == first:
                heads[at] = last
                deps[at] = "appos" if deps[at] in {"dobj", "npadvmod", "dep"} else deps[at]
        for at in range(first + 1, last):
            heads[at] = last if heads[at] == first else heads[at]


def tag_roles(tree: RoleTree) -> None:
    """ "Norwegian national Ada Roe", "the weekly Le Monde": a noun that the tagger takes for an adjective."""
    for token, label in enumerate(tree.deps):
        if tree.tags[token] != "JJ" or not tree.is_name(tree.heads[token]):
            continue
        entry = tree.lexicon.nouns.get(tree.lemmas[token])
        denotes = entry.denotes if entry is not None else None
        is_organisation = label == "amod" and denotes is EntityType.ORGANISATION and tree.is_name(token + 1)
        if is_organisation or (label == "compound" and denotes is EntityType.PERSON):
            tree.tags[token], tree.deps[token] = "NN", "compound"


def tag_predicates(tree: RoleTree) -> None:
    """ "Leads the board and usually sides with Acme": a verb behind an adverb that the tagger takes for a plural."""
    for token, label in enumerate(tree.deps):
        lemma, adverb = tree.words[token][:-1], token - 1
        is_second = label == "conj" and tree.tags[token] == "NNS" and tree.tags[tree.heads[token]] == "VBZ"
        if is_second and tree.tags[adverb] == "RB" and tree.heads[adverb] == token and lemma in tree.lexicon.verbs:
            tree.tags[token], tree.lemmas[token] = "VBZ", lemma


def take_infinitive(tree: RoleTree, token: int) -> None:
    """ "Married to actress Ada Roe": the parser takes a rare role before a name for a verb."""
    lemma = tree.lemmas[token]
    entry = tree.lexicon.nouns.get(lemma)
    if entry is None or entry.denotes is not EntityType.PERSON or lemma in tree.lexicon.verbs or not token:
        return
    name = next((at for at in range(token + 1, len(tree.words)) if tree.heads[at] == token), None)
    if name is None or tree.deps[name] != "dobj" or not tree.tags[name].startswith("NNP"):
        return
    to = token - 1
    if tree.words[to] == "to" and tree.heads[to] == token:
        tree.deps[to], tree.heads[to], tree.tags[to] = "prep", tree.heads[token], "IN"
        tree.deps[name], tree.heads[name] = "pobj", to
        tree.deps[token], tree.heads[token], tree.tags[token] = "compound", name, "NN"
