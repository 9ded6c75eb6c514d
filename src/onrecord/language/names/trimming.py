"""Candidates cut to the names in them: broken where they span several, without articles, titles, sums at the edges."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.name_forms import GENERATIONS
from onrecord.language.names.candidate import NAME_TAGS, Candidate, begins_sentence, is_proper
from onrecord.language.names.resources import Resources
from onrecord.language.names.titles import (
    behind_role,
    ends_in_person,
    is_degree,
    is_matter,
    is_portfolio,
    is_role,
    is_title,
)
from onrecord.language.parse import Parse
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Lexicon

_BREAKS = frozenset({",", ";", "(", ")", '"', "“", "”", ":", "/", "to", "–", "—"})
_CONNECTORS = frozenset(
    "of for and the de la le el al del da dos du von van der den bin ibn ben y e & on - ' 's’ . at against in".split()
)
_EDGES = frozenset("the a an of for and on at in to & - ' \" ( ) [ ] “ ” ‘ ’ , . : ; 's /".split())
_EDGE_TAGS = frozenset({"DT", "IN", "CC", "_SP"})
_FIRST_TAGS, _LAST_TAGS = _EDGE_TAGS | {"PRP$"}, _EDGE_TAGS | {"POS"}
_SMALL_FIRSTS = frozenset({"al", "el", "de", "von", "van", "bin"})
"""What names may begin with in small letters."""
_CURRENCY_SIGNS = (["$"], ["€"], ["£"])


def trimmed(parse: Parse, resources: Resources, first: int, end: int, label: str | None) -> Iterator[Candidate]:
    """The candidate without articles, titles and quotes at its edges; in pieces where it spans several names."""
    start = first
    for at in range(first, end):
        if _is_break(parse, resources.lexicon, first, at, end, label):
            yield from _piece(parse, resources, start, at, label)
            start = at + 1
    yield from _piece(parse, resources, start, end, label)


def _is_break(parse: Parse, lexicon: Lexicon, first: int, at: int, end: int, label: str | None) -> bool:
    """Whether the word at `at` stands between two names and not inside of one."""
    word = parse.words[at]
    if word in _BREAKS:
        return not (label == "ORG" and first < at < end - 1 and _is_slash(parse, at))  # "RFE/RL"
    if word in {"'s", "’s"} and first < at < end - 1 and _is_of_people(parse, lexicon, at, end):
        return False
    if word == "and":
        return label in {"PERSON", "GPE", "NORP"} or _parts_names(parse, lexicon, at, end)
    is_small = at > first and parse.tags[at] not in NAME_TAGS and word.islower()
    return is_small and word.casefold() not in _CONNECTORS and label != "EVENT"


def _is_of_people(parse: Parse, lexicon: Lexicon, mark: int, end: int) -> bool:
    """Whether a body is named after people: "the Plains People's Council"."""
    owner, body = (
        lexicon.nouns.get(parse.lemmas[mark - 1].casefold()),
        lexicon.nouns.get(parse.words[end - 1].casefold()),
    )
    is_people = owner is not None and owner.denotes is EntityType.PERSON and parse.tags[mark - 1] in {"NNPS", "NNS"}
    is_body = body is not None and body.denotes is EntityType.ORGANISATION
    return is_people and is_body and is_proper(parse, end - 1) and parse.words[mark - 1].istitle()


def _is_slash(parse: Parse, token: int) -> bool:
    """Whether a slash joins two abbreviations to one name."""
    is_tight = parse.words[token] == "/" and parse.ends[token - 1] + 1 == parse.starts[token + 1]
    return is_tight and parse.words[token - 1].isupper() and parse.words[token + 1].isupper()


def _parts_names(parse: Parse, lexicon: Lexicon, conjunction: int, end: int) -> bool:
    """Whether "and" stands between two whole names: "Lyon High School and Nice University"."""
    nouns = [lexicon.nouns.get(parse.words[at].casefold()) for at in (conjunction - 1, end - 1)]
    second = lexicon.nouns.get(parse.words[conjunction + 1].casefold()) if conjunction + 1 < end else None
    are_houses = all(noun is not None and noun.denotes is EntityType.ORGANISATION for noun in nouns)
    return are_houses and end - conjunction > 2 and (second is None or second.denotes is None)


def _piece(parse: Parse, resources: Resources, first: int, end: int, label: str | None) -> Iterator[Candidate]:
    """The name among the words of one piece, if there is one; the party of a role told by it ("Labour MP")."""
    first, end = _without_edges(parse, first, end, label)
    end = _before_sum(parse, first, end)
    first = behind_role(parse, resources.lexicon, first, end)
    first, has_title = _behind_titles(parse, resources, first, end, label)
    first = _first_capital(parse, first, end)
    if first == end:
        return
    if is_role(parse, resources, first, end, label):
        if resources.slots.is_kind(parse, first):
            yield Candidate(first, first + 1, "ORG")
    elif _looks_like_name(parse, first, end, label) and not _is_other(parse, resources.lexicon, first, end, label):
        yield Candidate(first, end, label, has_title)


def _without_edges(parse: Parse, first: int, end: int, label: str | None) -> tuple[int, int]:
    """The stretch without articles, prepositions, marks at its edges, nor words in small letters behind the name."""
    words, tags = parse.words, parse.tags
    while first < end and (words[first].casefold() in _EDGES or tags[first] in _FIRST_TAGS):
        first += 1
    while first < end and (words[end - 1].casefold() in _EDGES or tags[end - 1] in _LAST_TAGS):
        end -= 1
    while first < end - 1 and words[end - 1].islower() and label != "EVENT":
        end -= 1
    return first, end


def _before_sum(parse: Parse, first: int, end: int) -> int:
    """Where the name ends before a sum of money: "fined Acme 3 million francs", "paid Ada Roe $60,000"."""
    is_sum = end < len(parse) and (parse.tags[end] == "CD" or parse.lemmas[end] in {"million", "billion"})
    if is_sum and end - first > 1 and parse.words[end - 1][:1].isdigit():
        end -= 1
    while first < end - 1 and parse.tags[end - 1] == "$":
        end -= 1
    return end


def _behind_titles(parse: Parse, resources: Resources, first: int, end: int, label: str | None) -> tuple[int, bool]:
    """Where the name begins behind the titles in it, and whether a title stands before that."""
    lexicon = resources.lexicon
    has_title = first > 0 and is_title(parse, lexicon, first - 1) and not begins_sentence(parse, first)
    if label == "ORG" and end - first > 2 and _is_called_group(parse, lexicon, first):
        return first, False  # "the rights group Justice Watch North"
    for at in range(first, min(first + 1, end - 1) if label == "ORG" else end - 1):
        if (
            is_title(parse, lexicon, at)
            and is_proper(parse, at + 1)
            and not (label == "ORG" and (end - at == 2 or is_role(parse, resources, at + 1, end, label)))
            and ends_in_person(parse, lexicon, at + 1, end)
        ):
            first, has_title = at + 1, True
    return first, has_title


def _is_called_group(parse: Parse, lexicon: Lexicon, first: int) -> bool:
    """Whether the word before a name calls it an organisation."""
    entry = lexicon.nouns.get(parse.lemmas[first - 1]) if first > 0 else None
    return entry is not None and entry.denotes is EntityType.ORGANISATION and parse.words[first - 1].islower()


def _first_capital(parse: Parse, first: int, end: int) -> int:
    """The first word with a capital or a digit, or in small letters what names may begin with; `end` if none is."""
    while first < end and not parse.words[first][:1].isupper() and not parse.words[first][:1].isdigit():
        if parse.words[first].casefold() in _SMALL_FIRSTS and parse.tags[first] in NAME_TAGS:
            break
        first += 1
    return first


def _looks_like_name(parse: Parse, first: int, end: int, label: str | None) -> bool:
    has_capital = any(word[:1].isupper() for word in parse.words[first:end])
    return has_capital and any(tag in NAME_TAGS or tag == "JJ" or label for tag in parse.tags[first:end])


def _is_other(parse: Parse, lexicon: Lexicon, first: int, end: int, label: str | None) -> bool:
    """Whether words with capitals are no name but a title, a currency, a portfolio, a degree, a field of work."""
    if end - first == 1 and (
        is_title(parse, lexicon, first)
        or _is_first_owner(parse, lexicon, first)
        or parse.words[first] in GENERATIONS
        or (parse.words[first].isupper() and parse.words[end : end + 1] in _CURRENCY_SIGNS)  # "US $50 million"
        or (label == "ORG" and is_portfolio(parse, lexicon, end))
    ):
        return True
    return is_degree(parse, lexicon, first, end) or is_matter(parse, lexicon, first, end, label)


def _is_first_owner(parse: Parse, lexicon: Lexicon, token: int) -> bool:
    """Whether a plain word with the capital of its sentence says whose role follows: "Union leader Ada Roe"."""
    entry, role = lexicon.nouns.get(parse.lemmas[token]), min(token + 1, len(parse) - 1)
    owned = lexicon.nouns.get(parse.lemmas[role])
    is_role = owned is not None and owned.denotes is EntityType.PERSON and parse.words[role].islower()
    is_body = entry is not None and entry.denotes is EntityType.ORGANISATION
    return is_role and is_body and (token == 0 or begins_sentence(parse, token))
