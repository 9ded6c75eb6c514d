"""Mentions that are no names: descriptions ("the party", "an Oslo court") and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.language.mentions import Span
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.model import EntityType, Form, Gender
from onrecord.ontology.lexicon import Entry, Lexicon

_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "poss", "npadvmod"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
_TIES = frozenset({"of", "in", "from", "at", "near"})
_NEAR, _FAR = 3, 7
"""Tokens from a description to the name that tells of whom or where: an institution's own name is close."""
_FOR_OR_AGAINST = frozenset({"pro", "anti"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})

_GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MASCULINE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMININE),
}
PERSON_PRONOUNS = frozenset([*_GENDERS, "who", "whom", "whose"])
THING_PRONOUNS = frozenset(["it", "its", "itself", "which"])
PLURAL_PRONOUNS = frozenset(["they", "them", "their", "theirs", "themselves"])
FIRST_PERSON = frozenset(["i", "me", "my", "mine", "myself"])
FIRST_PERSON_PLURAL = frozenset(["we", "us", "our", "ours", "ourselves"])
RELATIVE_PRONOUNS = frozenset(["who", "whom", "whose", "which", "that"])


AGE = re.compile(r"\d+-year-old\b")
"""How a description begins that tells somebody's age."""

IDENTIFYING = frozenset({"name", "identify"})
"""Verbs that tell behind "as" who somebody is."""

PAIRS = frozenset({"couple", "pair", "duo"})
"""Nouns that mean the two people just spoken of."""

COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
"""Words that stand for as many people just spoken of: "both were freed", "the two deny it", "all three fled"."""

ALL = frozenset({*COUNTS, "all"})
"""These, and the word that stands for however many there were."""


def compound_lemmas(parse: Parse, token: int) -> list[str]:
    """The lemmas of a noun and the words right before it that belong to it ("prime", "minister")."""
    first = token
    while first > 0 and parse.heads[first - 1] in range(first, token + 1) and parse.deps[first - 1] in _MODIFIERS:
        first -= 1
    while first > 0 and parse.deps[first] == "case":
        first -= 1
    if first == token and first > 1 and (owner := _owner_in_compound(parse, token)) is not None:
        before = [at for at in (owner - 1,) if parse.heads[at] == owner and parse.deps[at] in _MODIFIERS]
        return [*(_lemma(parse, at) for at in before), parse.lemmas[owner] + "'s", _lemma(parse, token)]
    if token > 1 and parse.words[token - 1] == "-" and parse.is_noun(token - 2):  # "secretary-general"
        return [_lemma(parse, token - 2), _lemma(parse, token)]
    return [_lemma(parse, at) for at in range(max(first, token - 3), token + 1)]


def _owner_in_compound(parse: Parse, token: int) -> int | None:
    """The noun before a possessive ending that may be a part of the word: "prosecutor" in "prosecutor's office"."""
    owner = parse.heads[token - 1] if parse.deps[token - 1] == "case" else token
    return owner if owner == token - 2 and parse.heads[owner] == token and parse.tags[owner] == "NN" else None


def _lemma(parse: Parse, token: int) -> str:
    """The lemma, of a participle the word itself: a "founding member" founds, he is not found."""
    return parse.words[token].lower() if parse.tags[token] == "VBG" else parse.lemmas[token]


def noun_entry(parse: Parse, lexicon: Lexicon, token: int) -> Entry | None:
    """The lexical entry of the noun at `token`, the longest that fits."""
    lemma = parse.lemmas[token]
    if not parse.is_noun(token):
        return None
    if parse.words[token + 1 : token + 2] == ["of"] and token + 2 < len(parse):  # "chief of staff"
        whole = lexicon.nouns.get(f"{lemma} of {parse.lemmas[token + 2]}")
        if whole is not None:
            return whole
    if lemma not in lexicon.nouns and lemma not in lexicon.compounds:
        return lexicon.nouns.get(lemma.replace(".", "")) if "." in lemma else None
    return lexicon.noun(compound_lemmas(parse, token))


def descriptions(parse: Parse, lexicon: Lexicon, names: list[Span]) -> Iterator[Span]:
    """Descriptions by a noun that the lexicon knows to denote people, organisations, places or events."""
    named = [False] * len(parse)
    for span in names:
        for token in range(span.first, span.end):
            named[token] = True
    starts = {span.head: span for span in names}
    for token in range(len(parse)):
        if (
            parse.words[token] == "old"
            and parse.deps[token] in _ARGUMENTS
            and (aged := _aged(parse, token)) is not None
        ):
            yield aged
        if named[token] or not parse.is_noun(token) or parse.sentences[parse.sentence_of[token]].is_heading:
            continue
        if parse.words[token - 1] == "-" and parse.words[token - 2].lower() in _FOR_OR_AGAINST:
            continue  # "the pro-government party"
        is_part = parse.deps[token] == "compound" and parse.is_noun(parse.heads[token])
        entry = noun_entry(parse, lexicon, token)
        whole = noun_entry(parse, lexicon, parse.heads[token]) if parse.deps[token] == "poss" else None
        if whole is not None and whole.lemma.startswith(parse.lemmas[token] + "'s "):
            continue  # "prosecutor" in "the prosecutor's office"
        if is_part and not named[parse.heads[token]] and not _is_whose(parse, lexicon, token, entry, named):
            continue  # "opposition" in "the opposition party"
        if entry is not None and entry.denotes is not None and not _is_of_body(parse, token, entry, starts):
            yield _description(parse, token, entry, _denoted(parse, token, entry.denotes, starts), starts)


_OWN = frozenset({"his", "her", "my", "your", "whose"})


def _is_of_body(parse: Parse, token: int, entry: Entry, names: dict[int, Span]) -> bool:
    """Whether a noun means a part of somebody's body: "his arm", "the body of Ada Roe"."""
    owner = parse.child(token, "poss")
    is_own = owner is not None and parse.words[owner].lower() in _OWN
    people = (name for name in _whose(parse, token, names) if name.type is EntityType.PERSON)
    return entry.is_part_of_body and (is_own or any(people))


def _denoted(parse: Parse, token: int, denotes: EntityType, names: dict[int, Span]) -> EntityType:
    """What a noun means: where an organisation is called so, the organisation ("at the auditor X"); where it has an
    age, somebody ("a 40-year-old crane operator").
    """
    if denotes is EntityType.ORGANISATION and is_aged(parse, token):
        return EntityType.PERSON
    beside = names.get(token + 1) or next((names[c] for c in parse.children_by(token, "appos") if c in names), None)
    is_called = beside is not None and beside.first == token + 1 and beside.type is EntityType.ORGANISATION
    is_apposed = is_called and beside is not None and parse.deps[beside.head] == "appos" and parse.tags[token] == "NN"
    return EntityType.ORGANISATION if is_apposed and denotes is EntityType.PERSON else denotes


def is_aged(parse: Parse, noun: int) -> bool:
    """Whether the noun tells an age: "a 19-year-old operator"."""
    return any(
        parse.lemmas[at] == "old" and parse.heads[at] == noun and parse.words[at - 1] == "-"
        for at in range(max(1, noun - 4), noun)
    )


def _aged(parse: Parse, token: int) -> Span | None:
    """ "The 61-year-old" as somebody: its span, without the article."""
    first = token - 4
    if first < 1 or parse.words[first - 1].lower() != "the" or not AGE.match("".join(parse.words[first : token + 1])):
        return None
    name = "".join(parse.words[first : token + 1])
    return Span(first, token + 1, token, EntityType.PERSON, Form.NOMINAL, name, is_definite=True, noun="old")


def _is_whose(parse: Parse, lexicon: Lexicon, token: int, entry: Entry | None, named: list[bool]) -> bool:
    """Whether a noun before that of a role tells whose it is: "the Oslo police chief", "union leader Ada Roe"."""
    at = parse.heads[token]
    role = noun_entry(parse, lexicon, at) if entry is not None else None
    if entry is None or role is None or role.denotes is not EntityType.PERSON or " " in role.lemma:
        return False
    return entry.is_institution or (
        is_bare_owner(parse, token)
        and entry.denotes is EntityType.ORGANISATION
        and any(named[name] for name in (parse.heads[at], *parse.children_by(at, "appos")))
    )


def is_bare_owner(parse: Parse, token: int) -> bool:
    """Whether a noun stands alone right before a role, and so says whose it is if that is known: "the union leader"."""
    is_before = (
        parse.deps[token] == "compound" and parse.heads[token] == token + 1 and parse.tags[token] in {"NN", "NNP"}
    )
    modifiers = (at for at in parse.children[token] if parse.deps[at] != "det")
    is_before = is_before and parse.child(parse.heads[token], "poss") is None  # "their union leader"
    return is_before and next(modifiers, None) is None and parse.tags[token - 1] not in {"NNP", "JJ", "NN", "POS"}


def _description(parse: Parse, token: int, entry: Entry, denotes: EntityType, names: dict[int, Span]) -> Span:
    first, possessor = token, parse.child(token, "poss")
    while first > 0 and parse.deps[first - 1] in _MODIFIERS | {"punct"} and first - 1 != possessor:
        head = parse.heads[first - 1]
        if not first <= head <= token or parse.words[first - 1] in {",", "(", ")", '"', "“", "”"}:
            break
        first -= 1
    if parse.deps[first] == "punct":
        first = min(first + 1, token)
    owner = possessor if "'s " in entry.lemma else None
    if owner is not None:  # "the Oslo prosecutor's office"
        first = min([owner, *parse.children_by(owner, "compound", "amod", "nmod")])
    determiner = parse.child(token if owner is None else owner, "det")
    named_possessor = names.get(possessor) if possessor is not None else None
    start = named_possessor.first if named_possessor is not None else first
    whose = [*_whose(parse, token, names), *(_whose(parse, owner, names) if owner is not None else [])]
    end = token + 1
    if start == first:  # "a court in Oslo", "supporters of the ousted president, Ada Roe"
        reach = _NEAR if entry.is_institution else _FAR
        end = next((name.end for name in whose if token + 1 < name.first <= token + reach), end)
    return Span(
        first,
        token + 1,
        token,
        denotes,
        Form.NOMINAL,
        " ".join(parse.span_text(start, end).split()),
        is_plural=parse.tags[token] in {"NNS", "NNPS"},
        is_definite=possessor is not None
        or (determiner is not None and parse.lemmas[determiner] in _DEFINITE)
        or (not entry.is_institution and is_bare_owner(parse, token)),
        noun=entry.lemma,
        institution=entry.institution_kind,
        country=next((name.country for name in whose if name.country), None),
        is_specific=entry.is_institution and any(start <= name.first and name.end <= end for name in whose),
        is_tied=bool(whose),
        gender=entry.gender,
    )


def _whose(parse: Parse, token: int, names: dict[int, Span]) -> list[Span]:
    """The names that say whose or where it is: "the Swiss police", "Oslo's mayor", "the regime in Chad"."""
    heads = parse.children_by(token, "poss", "compound", "amod", "nmod")
    heads.extend(inner for head in list(heads) for inner in parse.children_by(head, "amod"))  # "Turkish Kurd refugees"
    for phrase in parse.children_by(token, "prep"):
        if parse.lemmas[phrase] in _TIES:
            heads.extend(parse.children_by(phrase, "pobj"))
    return [names[head] for head in heads if head in names]


def pronouns(parse: Parse) -> Iterator[Span]:
    """Third-person, relative and first-person pronouns, "there", and "the couple" and "both", as good as "they".

    What they mean is left to coreference.
    """
    for token, tag in enumerate(parse.tags):
        word = parse.words[token].lower()
        if word in PAIRS and parse.words[token - 1].lower() == "the" and parse.words[token + 1 : token + 2] != ["of"]:
            person, form = EntityType.PERSON, Form.PRONOUN
            yield Span(token - 1, token + 1, token, person, form, word, is_plural=True, is_definite=True)
        if word in ALL and _stands_for_all(parse, token):
            person, form = EntityType.PERSON, Form.PRONOUN
            yield Span(token, token + 1, token, person, form, word, is_plural=True, is_definite=True)
        if word == "there" and tag == "RB" and parse.deps[token] == "advmod":
            yield Span(token, token + 1, token, EntityType.PLACE, Form.PRONOUN, parse.words[token], is_definite=True)
        if tag in {"PRP", "PRP$"} or (tag in {"WP", "WP$", "WDT"} and word in RELATIVE_PRONOUNS):
            entity_type = EntityType.PERSON if word in PERSON_PRONOUNS | FIRST_PERSON else EntityType.ORGANISATION
            yield Span(
                token,
                token + 1,
                token,
                entity_type,
                Form.PRONOUN,
                parse.words[token],
                is_plural=word in PLURAL_PRONOUNS,
                is_definite=True,
                gender=_GENDERS.get(word),
            )


def _stands_for_all(parse: Parse, token: int) -> bool:
    """Whether "both", "all", "the two" or "all three" stand alone and so mean those spoken of before."""
    if parse.deps[token] not in _ARGUMENTS or parse.words[token + 1 : token + 2] == ["of"]:
        return False
    if parse.tags[token] == "CD":
        determiner = parse.child(token, "det", "predet", "advmod")
        return determiner == token - 1 and parse.lemmas[determiner] in {"the", "all"}
    return parse.tags[token] in {"DT", "PDT"} and parse.deps[token] in SUBJECTS
