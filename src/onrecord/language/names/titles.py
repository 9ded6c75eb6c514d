"""Words with capitals that are no names: titles, roles, portfolios, degrees, fields of work."""

from __future__ import annotations

from onrecord.language.descriptions import noun_entry
from onrecord.language.names.heads import head_noun_type, head_of
from onrecord.language.names.resources import Resources
from onrecord.language.parse import Parse
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Entry, Lexicon

_LONGEST_ABBREVIATION = 3


def is_title(parse: Parse, lexicon: Lexicon, token: int) -> bool:
    """Whether it is a title that stands before names, in the singular."""
    entry = lexicon.nouns.get(parse.lemmas[token].rstrip("."))
    return entry is not None and entry.is_title and parse.is_noun(token) and parse.tags[token] not in {"NNS", "NNPS"}


def is_role(parse: Parse, resources: Resources, first: int, end: int, label: str | None) -> bool:
    """Whether it is but a role written with capitals ("Transport Minister")."""
    entry = _noun(parse, resources.lexicon, first, end)
    if label == "ORG" and end - first > 1 and is_called(parse, resources.lexicon, first):
        return False  # "the news service Oslo Observer"
    if entry is not None and entry.denotes is not None:
        is_surname = " " not in entry.lemma and end - first > 1  # "Tom Hunter"
        if entry.is_title:  # "Tom King", but not "Transport Minister"
            is_surname = _is_surname(parse, resources, first, end, label)
        return entry.denotes is EntityType.PERSON and not is_surname
    is_abbreviation = end - first == 1 and (parse.words[first].isupper() or "." in parse.words[first])
    return is_abbreviation and parse.lemmas[first].replace(".", "") in resources.lexicon.nouns


def is_called(parse: Parse, lexicon: Lexicon, first: int) -> bool:
    """Whether a noun right before says that here begins the name of a body: "the news service X"."""
    entry = noun_entry(parse, lexicon, first - 1) if first and parse.tags[first - 1] == "NN" else None
    return entry is not None and entry.denotes is EntityType.ORGANISATION and not entry.is_institution


def ends_in_person(parse: Parse, lexicon: Lexicon, first: int, end: int) -> bool:
    """Whether what follows a title looks like a person and not like "Prime Minister's Office"."""
    entry = lexicon.nouns.get(parse.lemmas[end - 1])
    return (entry is None or entry.denotes in {None, EntityType.PERSON}) and "of" not in parse.words[first:end]


def behind_role(parse: Parse, lexicon: Lexicon, first: int, end: int) -> int:
    """Where the name begins in "Chairman of Acme Media", "Professor Emeritus of Law"."""
    for at in range(first + 1, min(first + 4, end - 1)):
        if parse.words[at] == "of":
            entry = _noun(parse, lexicon, first, at)
            is_one = entry is not None and entry.denotes is EntityType.PERSON and parse.tags[at - 1] in {"NN", "NNP"}
            return behind_role(parse, lexicon, at + 1, end) if is_one else first
    return first


def is_portfolio(parse: Parse, lexicon: Lexicon, title: int) -> bool:
    """Whether the word before the title at `title` is what the ministry is for: "Health Minister"."""
    if title >= len(parse) or not parse.words[title][:1].isupper():
        return False
    entry = lexicon.nouns.get(parse.lemmas[title])
    return entry is not None and any(sense.predicate == "ministerOf" for sense in entry.senses)


def is_degree(parse: Parse, lexicon: Lexicon, first: int, end: int) -> bool:
    """Whether it is what somebody is educated for: "PhD", "Masters Degree", "Bachelor of Arts"."""
    last = next((at - 1 for at in range(first + 1, end) if parse.words[at] in {"of", "in"}), end - 1)
    if end - first > 1 and parse.words[last].istitle() and len(parse.words[last]) <= _LONGEST_ABBREVIATION:
        return False  # "Ada Mba" is no MBA
    entry = lexicon.nouns.get(parse.lemmas[last].replace(".", ""))
    senses = entry.senses if entry is not None and entry.denotes is None else ()
    return any(sense.predicate == "educatedAt" and "holder" in sense.subject for sense in senses)


def is_matter(parse: Parse, lexicon: Lexicon, first: int, end: int, label: str | None) -> bool:
    """Whether it is but what somebody is responsible for: "Director of Research at X", "head of Sales at X"."""
    if label not in {None, "ORG"} or end - first > 2 or head_noun_type(parse, lexicon, first, end) is not None:
        return False
    head = _first_of(parse, head_of(parse, first, end))
    preposition = parse.heads[head]
    entry = lexicon.nouns.get(parse.lemmas[parse.heads[preposition]])
    is_of_role = parse.deps[head] == "pobj" and entry is not None and entry.denotes is EntityType.PERSON
    if not is_of_role or parse.lemmas[preposition] != "of" or parse.words[preposition + 1].lower() == "the":
        return False
    last = max(parse.conjuncts(head))
    return parse.words[last + 1 : last + 2] == ["at"] and parse.tags[min(last + 2, len(parse) - 1)] in {"NNP", "DT"}


def _is_surname(parse: Parse, resources: Resources, first: int, end: int, label: str | None) -> bool:
    """Whether a role's word is the surname of somebody: "Ada King" is no king, as the first name shows."""
    lexicon, given, last = resources.lexicon, parse.words[first], parse.lemmas[end - 1]
    if label != "PERSON" or not 2 <= end - first <= 3 or last not in lexicon.nouns:
        return False
    is_compound = any(tuple(parse.lemmas[end - len(words) : end]) == words for words in lexicon.compounds.get(last, ()))
    is_word = given.casefold() in lexicon.nouns or resources.gazetteer.find(given) is not None
    return not is_compound and not is_word and (first == 0 or parse.tags[first - 1] not in {"DT", "PRP$", "POS"})


def _noun(parse: Parse, lexicon: Lexicon, first: int, end: int) -> Entry | None:
    """The entry of the longest noun that the words end in, abbreviations without their stops."""
    return lexicon.noun([lemma.replace(".", "") for lemma in parse.lemmas[first:end]])


def _first_of(parse: Parse, token: int) -> int:
    """The first of those that a noun is coordinated with."""
    while parse.deps[token] == "conj" and parse.is_noun(parse.heads[token]):
        token = parse.heads[token]
    return token
