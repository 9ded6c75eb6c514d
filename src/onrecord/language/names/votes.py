"""What each occurrence of a name tells of its type: votes by its own words, its grammar and the words beside it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.aliases import bearer_of
from onrecord.language.descriptions import is_aged, noun_entry
from onrecord.language.gazetteer import Gazetteer, PlaceKind, fold
from onrecord.language.names.acronyms import is_abbreviated
from onrecord.language.names.candidate import LEGAL_FORMS, NAME_TAGS, Candidate, begins_sentence, has_article
from onrecord.language.names.heads import head_noun_type, head_of
from onrecord.language.names.resources import Resources
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.language.quotes import is_speech_verb
from onrecord.language.slots import Slots
from onrecord.model import EntityType
from onrecord.ontology.lexicon import Lexicon

type Vote = tuple[EntityType, float]

# A title or the name's own head noun outweighs one reading of the recogniser.
_TITLE_VOTE, _HEAD_NOUN_VOTE, BESIDE_VOTE, _CITY_VOTE, RECOGNISER_VOTE, _SHAPE_VOTE = 6.0, 5.0, 3.0, 2.5, 1.0, 0.5
_PRONOUN_VOTES = {
    "he": EntityType.PERSON,
    "she": EntityType.PERSON,
    "who": EntityType.PERSON,
    "it": EntityType.ORGANISATION,
}
_SLOT_VOTES = {EntityType.PERSON: 2.0, EntityType.PLACE: 2.0, EntityType.ORGANISATION: 1.5}

_OF_PEOPLE_ALONE = frozenset({"spouseOf", "relativeOf"})
_KINSHIP = _OF_PEOPLE_ALONE | {"childOf", "parentOf", "siblingOf"}
"""Relations that hold between people; a company, too, may have a "parent"."""

_OF_PLACES = frozenset({"base", "based", "bear", "born", "raise", "headquarter"})
"""What a place may be joined to with a hyphen: "Oslo-based"."""


def votes_on(parse: Parse, resources: Resources, candidate: Candidate) -> Iterator[Vote]:
    """The types that an occurrence of a name speaks for, each with its weight; a type may come several times."""
    yield from _votes_of_words(parse, resources, candidate)
    yield from _votes_of_grammar(parse, resources, candidate)
    yield from _votes_of_roles(parse, resources.slots, candidate.first, candidate.end)
    yield from _votes_of_places(parse, resources, candidate)


def _votes_of_words(parse: Parse, resources: Resources, candidate: Candidate) -> Iterator[Vote]:
    """What the name's own words say: its title, acronym, first name, head noun, legal form."""
    first, end, label = candidate.first, candidate.end, candidate.label
    if candidate.has_title:
        yield EntityType.PERSON, _TITLE_VOTE
    if _has_age(parse, end):
        yield EntityType.PERSON, BESIDE_VOTE
    if candidate.has_acronym:
        yield EntityType.ORGANISATION, _TITLE_VOTE
    if 2 <= end - first <= 4 and fold(parse.words[first]) in resources.genders.first_names:
        yield EntityType.PERSON, RECOGNISER_VOTE
    if end - first > 1 and label != "PERSON" and is_abbreviated(parse, end):
        yield EntityType.ORGANISATION, _HEAD_NOUN_VOTE
    if (head := head_noun_type(parse, resources.lexicon, first, end)) is not None:
        is_doubtful = head is EntityType.PLACE and label == "ORG"  # "Fjord Capital"
        yield head, _HEAD_NOUN_VOTE / 2 if is_doubtful else _HEAD_NOUN_VOTE
    if parse.words[end - 1] in LEGAL_FORMS and end - first > 1:
        yield EntityType.ORGANISATION, 2 * _HEAD_NOUN_VOTE


def _votes_of_grammar(parse: Parse, resources: Resources, candidate: Candidate) -> Iterator[Vote]:
    """What its place in the sentence says: an article, what it does, who is meant by it, how it is described."""
    first, end = candidate.first, candidate.end
    if candidate.label == "ORG" and end - first > 1 and has_article(parse, first):
        yield EntityType.ORGANISATION, 2 * RECOGNISER_VOTE
    elif candidate.label == "ORG" and _speaks(parse, resources.lexicon, first, end):
        yield EntityType.PERSON, 2 * RECOGNISER_VOTE
    head = head_of(parse, first, end)
    if (referred := _referred_type(parse, head)) is not None:
        yield referred, 2 * RECOGNISER_VOTE
    if candidate.label == "PERSON" and parse.words[end : end + 2] == [",", "which"]:
        yield EntityType.ORGANISATION, _HEAD_NOUN_VOTE
    if _has_kin(parse, resources.lexicon, head):
        yield EntityType.PERSON, _HEAD_NOUN_VOTE
    if (expected := resources.slots.expected(parse, head)) is not None:
        is_made = expected is EntityType.ORGANISATION and _is_made(parse, end)  # "X, founded in 2012 by"
        yield expected, BESIDE_VOTE if is_made else _SLOT_VOTES[expected]
    if (beside := _described_type(parse, resources.lexicon, first, end)) is not None:
        yield beside, BESIDE_VOTE
    elif candidate.label != "GPE" and _is_another_name(parse, resources.lexicon, first, end):
        yield EntityType.ORGANISATION, BESIDE_VOTE


def _votes_of_roles(parse: Parse, slots: Slots, first: int, end: int) -> Iterator[Vote]:
    """What the role beside it says: offices are held in organisations, and their holders belong to parties."""
    if end < len(parse) and not begins_sentence(parse, end) and slots.is_before_office(parse, end):
        yield EntityType.ORGANISATION, BESIDE_VOTE
    if end - first > 1:
        if slots.is_group_before_role(parse, end - 1, end):
            yield EntityType.ORGANISATION, BESIDE_VOTE
        return
    if slots.is_label(parse, first):
        yield EntityType.ORGANISATION, BESIDE_VOTE
    if slots.is_kind(parse, first) and parse.words[first - 1].lower() in {"a", "an"}:
        yield EntityType.ORGANISATION, BESIDE_VOTE


def _votes_of_places(parse: Parse, resources: Resources, candidate: Candidate) -> Iterator[Vote]:
    """What the gazetteer and the places beside it say; where they are silent, how it is written."""
    first, end, label, gazetteer = candidate.first, candidate.end, candidate.label, resources.gazetteer
    text = parse.span_text(first, end)
    if _is_seat(parse, resources.lexicon, first, end):
        yield EntityType.PLACE, BESIDE_VOTE
    is_region = _is_region(parse, resources, first, end)
    if is_region:
        yield EntityType.PLACE, _HEAD_NOUN_VOTE
    entry = gazetteer.find(text)
    if entry is not None and entry.kind in {PlaceKind.CITY, PlaceKind.CAPITAL}:
        is_where = parse.deps[end - 1] in {"pobj", "compound"} or label == "GPE"
        yield EntityType.PLACE, _CITY_VOTE if is_where else RECOGNISER_VOTE
    if gazetteer.is_territory(text):
        yield EntityType.PLACE, _CITY_VOTE
    if end < len(parse) - 1 and parse.words[end] == "-" and parse.lemmas[end + 1] in _OF_PLACES:
        yield EntityType.PLACE, BESIDE_VOTE
    if "-" in text and (tail := gazetteer.find(text.rpartition("-")[2])) and tail.kind is PlaceKind.COUNTRY:
        yield EntityType.ORGANISATION, _HEAD_NOUN_VOTE
    if _is_branch(parse, resources, first, end):
        yield EntityType.ORGANISATION, BESIDE_VOTE
    if text.isupper() and 2 <= len(text) <= 8 and end - first == 1 and not is_region:
        yield EntityType.ORGANISATION, _HEAD_NOUN_VOTE / 2
    elif label is None and (end - first > 1 or _is_of_country(parse, gazetteer, end - 1)):
        yield EntityType.ORGANISATION, _SHAPE_VOTE


def _is_branch(parse: Parse, resources: Resources, first: int, end: int) -> bool:
    """Whether a name ends in the country or the region it works in, and its first word is nobody's: "Acme Balkan"."""
    tail, given = resources.gazetteer.find(parse.words[end - 1]), parse.words[first]
    is_known = fold(given) in resources.genders.first_names or resources.gazetteer.find(given) is not None
    is_land = tail is not None and tail.kind is PlaceKind.COUNTRY
    return end - first == 2 and is_land and not is_known and "-" not in given


def _is_of_country(parse: Parse, gazetteer: Gazetteer, head: int) -> bool:
    """Whether a country has it: "Brazil's Acme"."""
    owner = parse.child(head, "poss")
    entry = gazetteer.find(parse.words[owner]) if owner is not None else None
    return entry is not None and entry.kind is PlaceKind.COUNTRY


def _speaks(parse: Parse, lexicon: Lexicon, first: int, end: int) -> bool:
    """Whether two or three plain words say or think something: the recogniser takes rare people for companies."""
    head = end - 1
    is_plain = 2 <= end - first <= 3 and all(tag == "NNP" for tag in parse.tags[first:end])
    if not is_plain or parse.deps[head] not in SUBJECTS or head_noun_type(parse, lexicon, first, end) is not None:
        return False
    return is_speech_verb(parse, lexicon, parse.heads[head])


def _has_kin(parse: Parse, lexicon: Lexicon, head: int) -> bool:
    """Whether it is the owner of a relative, as only people are: "Roe's cousin", "the wife of Roe"."""
    noun = parse.heads[head]
    if parse.deps[head] == "pobj" and parse.lemmas[noun] == "of":
        noun = parse.heads[noun]
    elif parse.deps[head] != "poss":
        return False
    entry = lexicon.nouns.get(parse.lemmas[noun]) if parse.is_noun(noun) else None
    kin = {sense.predicate for sense in entry.senses} & _KINSHIP if entry is not None else set()
    return entry is not None and bool(kin) and (entry.gender is not None or kin <= _OF_PEOPLE_ALONE)


def _referred_type(parse: Parse, head: int) -> EntityType | None:
    """What the pronouns tell that can only mean the name: "X said it would", "X, who ran"."""
    if parse.deps[head] in SUBJECTS:
        for clause in parse.children_by(parse.heads[head], "ccomp"):
            subject = parse.child(clause, "nsubj", "nsubjpass")
            if subject is not None and head < subject and parse.tags[subject] == "PRP":
                return _PRONOUN_VOTES.get(parse.words[subject].lower())
    for clause in parse.children_by(head, "relcl"):
        subject = parse.child(clause, "nsubj", "nsubjpass")
        if subject is not None and parse.tags[subject] == "WP":
            return _PRONOUN_VOTES.get(parse.words[subject].lower())
        if subject is not None and parse.words[subject] == "which" and head + 2 >= subject:
            return EntityType.ORGANISATION
    return None


def _described_type(parse: Parse, lexicon: Lexicon, first: int, end: int) -> EntityType | None:
    """What a description beside the name says: "the shipping group X", "X, a company owned by"."""
    for noun in _descriptions(parse, first, end - 1):
        entry = noun_entry(parse, lexicon, noun) or lexicon.nouns.get(parse.lemmas[noun])
        if entry is None or entry.denotes is None:
            continue
        if is_aged(parse, noun):
            return EntityType.PERSON
        if parse.tags[noun] not in NAME_TAGS or (entry.is_title and parse.deps[noun] == "attr"):
            return EntityType.ORGANISATION if _is_workplace(parse, noun) else entry.denotes
    head = end - 1
    if parse.deps[head] == "pobj" and parse.lemmas[parse.heads[head]] == "of":  # "the town of X"
        entry = lexicon.nouns.get(parse.lemmas[parse.heads[parse.heads[head]]])
        return entry.denotes if entry is not None and entry.denotes is EntityType.PLACE else None
    return None


def _is_made(parse: Parse, end: int) -> bool:
    """Whether a participle right behind the name that ends before `end` tells who made it or runs it."""
    verb = end + 1
    while parse.tags[verb : verb + 1] == ["RB"]:
        verb += 1
    is_behind = parse.words[end : end + 1] == [","] and parse.tags[verb : verb + 1] == ["VBN"]
    return is_behind and parse.deps[verb] == "acl" and parse.child(verb, "agent") is not None


def _has_age(parse: Parse, end: int) -> bool:
    """Whether an age stands behind a name that ends before `end`: "Roe, 44, said", "Roe, now 63, lives"."""
    at = end + 2 if parse.words[end + 1 : end + 2] in (["now"], ["then"]) else end + 1
    age = parse.words[at : at + 1]
    is_between = parse.words[end : end + 1] == [","] and parse.words[at + 1 : at + 2] in ([","], ["."])
    return is_between and age[0].isdigit() and len(age[0]) == 2 and parse.tags[at] == "CD"


def _is_another_name(parse: Parse, lexicon: Lexicon, first: int, end: int) -> bool:
    """Whether one word behind an organisation's name is what it is called, too: "the Security Service, Sapo,"."""
    above = parse.heads[first]
    if end - first > 1 or parse.deps[first] != "appos" or parse.tags[above] != "NNP" or above != first - 2:
        return False
    entry = lexicon.nouns.get(parse.words[above].lower())
    is_group = entry is not None and entry.denotes is EntityType.ORGANISATION
    return is_group and parse.words[end : end + 1] == [","]


def _is_workplace(parse: Parse, noun: int) -> bool:
    """Whether somebody is something "at" what a noun means, so that it is no person: "a partner at the auditor X"."""
    phrase = parse.heads[noun]
    return parse.deps[noun] == "pobj" and parse.lemmas[phrase] == "at" and parse.is_noun(parse.heads[phrase])


def _descriptions(parse: Parse, first: int, head: int) -> list[int]:
    """The nouns that may describe the name from `first` to `head`, the surest first."""
    nouns = parse.children_by(head, "appos")
    listed = head
    while parse.deps[listed] == "conj" and parse.tags[parse.heads[listed]] in NAME_TAGS:
        listed = parse.heads[listed]
    if parse.deps[listed] == "appos" and (listed == head or parse.tags[parse.heads[listed]] == "NNS"):
        nouns.append(parse.heads[listed])
    nouns.extend(noun for noun in parse.children_by(head, "nmod") if parse.words[noun + 1] == ",")  # "a dairy, X"
    if parse.deps[head] == "oprd" and parse.deps[parse.heads[head]] == "acl":  # "a guard named X"
        nouns.append(parse.heads[parse.heads[head]])
    if (bearer := bearer_of(parse, head)) is not None:  # "its leader, who goes by the name of X"
        nouns.append(bearer)
    if parse.deps[head] == "nsubj" and parse.lemmas[parse.heads[head]] in {"be", "become"}:
        nouns.extend(parse.children_by(parse.heads[head], "attr"))
    if first > 0 and parse.tags[first - 1] in {"NN", "JJ"} and not begins_sentence(parse, first):
        nouns.append(first - 1)
    return nouns


def _is_seat(parse: Parse, lexicon: Lexicon, first: int, end: int) -> bool:
    """Whether it is where an institution is: "a court in X"."""
    head, phrase = end - 1, parse.heads[end - 1]
    if end - first > 1 or parse.deps[head] != "pobj" or parse.lemmas[phrase] not in {"in", "near"}:
        return False
    entry = lexicon.nouns.get(parse.lemmas[parse.heads[phrase]])
    return entry is not None and entry.is_institution


def _is_region(parse: Parse, resources: Resources, first: int, end: int) -> bool:
    """Whether it is or abbreviates the region that the town before it lies in: "Salem, OR", "Joliet, Ill."."""
    if first < 2 or parse.words[first - 1] != ",":
        return False
    is_short = end - first == 1 and len(parse.words[first].replace(".", "")) == 2 and parse.words[first].isupper()
    if not is_short and not resources.gazetteer.is_state(parse.span_text(first, end)):
        return False
    before = resources.gazetteer.find(parse.words[first - 2])
    return before is not None or any(e == first - 1 and label == "GPE" for _, e, label in parse.entities)
