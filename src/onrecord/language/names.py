"""Names in a document: where they stand and what type of thing they name.

Candidates are runs of proper nouns and what the statistical recogniser marks. Titles, articles, quotes and possessives
are cut off; a candidate that swallowed its neighbours is broken up. The type is then decided once per name for the
whole document, by all its occurrences together: the recogniser's votes, titles before it, its own last word
("... Foundation"), descriptions beside it ("X, a company"), the gazetteer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.known_actors import KnownActor, KnownActors
from onrecord.language.gazetteer import Gazetteer, GazetteerEntry, PlaceKind, fold
from onrecord.language.mentions import Span
from onrecord.language.name_forms import GENERATIONS, is_last_word
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.language.quotes import QUOTE_MARKS, is_speech_verb
from onrecord.language.slots import Slots
from onrecord.model import EntityType, Form
from onrecord.ontology import Ontology

_TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "NORP": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "EVENT": EntityType.EVENT,
}
_UNTYPED = frozenset({"PRODUCT", "WORK_OF_ART"})
_NO_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE", "LAW"})
_NUMBERS = frozenset({"CARDINAL", "QUANTITY", "MONEY"})
"""What the recogniser also takes rare names for."""

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_CONNECTORS = frozenset(
    "of for and the de la le el al del da dos du von van der den bin ibn ben y e & on - ' 's’ . at against in".split()
)
_EDGES = frozenset("the a an of for and on at in to & - ' \" ( ) [ ] “ ” ‘ ’ , . : ; 's /".split())

_LEGAL_FORMS = frozenset(
    "LLC L.L.C. Inc Inc. Ltd Ltd. Limited Corp Corp. Co Co. plc PLC GmbH AG SA S.A. NV N.V. AB ASA Oy SpA LLP".split()
)
"""Abbreviations of company law: part of the name before them, also behind a comma."""

_REGNAL = frozenset("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())
"""Numbers of rulers, part of their names."""

_OF_PLACES = frozenset({"base", "based", "bear", "born", "raise", "headquarter"})
"""What a place may be joined to with a hyphen: "Oslo-based"."""

_LONGEST_NAME = 9
"""Words that an acronym's long form reaches back."""

# Weights of the votes on a name's type. A title or the name's own head noun outweighs one reading of the recogniser.
_TITLE_VOTE, _HEAD_NOUN_VOTE, _BESIDE_VOTE, _CITY_VOTE, _RECOGNISER_VOTE, _SHAPE_VOTE = 6.0, 5.0, 3.0, 2.5, 1.0, 0.5
_MOST_RECOGNISED = 3.0
"""What all readings of the recogniser together weigh for one type: it repeats its mistakes."""
_PRONOUN_VOTES = {
    "he": EntityType.PERSON,
    "she": EntityType.PERSON,
    "who": EntityType.PERSON,
    "it": EntityType.ORGANISATION,
}
_SLOT_VOTES = {EntityType.PERSON: 2.0, EntityType.PLACE: 2.0, EntityType.ORGANISATION: 1.5}


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    end: int
    label: str | None
    has_title: bool = False
    has_acronym: bool = False
    known: KnownActor | None = None


class NameFinder:
    """Finds the names of one document after the other with the same ontology, gazetteer and known actors."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer, known: KnownActors) -> None:
        self._lexicon = ontology.lexicon
        self._slots = Slots(ontology)
        self._gazetteer = gazetteer
        self._genders = ontology.genders
        self._known: dict[str, list[tuple[list[str], KnownActor]]] = defaultdict(list)
        for actor in known.actors:
            for name in actor.names:
                words = name.split()
                self._known[fold(words[0])].append(([fold(word) for word in words], actor))

    def find(self, parse: Parse) -> list[Span]:
        """All name mentions, in order, none overlapping another."""
        candidates = list(self._candidates(parse))
        types = self._decide_types(parse, candidates)
        found = []
        for candidate in candidates:
            span = self._span(parse, candidate, types)
            if span is not None:
                found.append(span)
        return self._single(parse, _repeated(parse, found))

    def _single(self, parse: Parse, spans: list[Span]) -> list[Span]:
        """Adds surnames and names of one word where the tagger sees but a common noun, and "the Monitor" for a name."""
        known: dict[str, Span] = {}
        for span in spans:
            words = parse.words[span.first : span.end]
            if span.type is EntityType.PERSON or (len(words) == 1 and not span.is_nationality):
                known.setdefault(words[-1], replace(span, name=words[-1]))
        tails = {parse.words[span.end - 1] for span in spans if span.type is EntityType.ORGANISATION}
        taken = {token for span in spans for token in range(span.first, span.end)}
        for at, word in enumerate(parse.words):
            if word in known and at not in taken and self._may_be_name(parse, at):
                spans.append(replace(known[word], first=at, end=at + 1, head=at))
            elif word in tails and at not in taken and _is_proper(parse, at) and _has_article(parse, at):
                spans.append(Span(at, at + 1, at, EntityType.ORGANISATION, Form.NAME, word))
        return sorted(spans, key=lambda span: span.first)

    def _may_be_name(self, parse: Parse, token: int) -> bool:
        is_noun = parse.is_noun(token) or parse.deps[token] in SUBJECTS
        is_title = self._is_title(parse, token) and not _is_proper(parse, min(token + 1, len(parse) - 1))
        is_alone = is_title and parse.child(token, "det") is None  # "King said"
        is_common = parse.lemmas[token] in self._lexicon.nouns and not is_alone
        is_common |= not parse.words[token][:1].isupper()
        return is_noun and not is_common and not parse.sentences[parse.sentence_of[token]].is_heading

    # --- where names stand ---------------------------------------------------------------------------------------

    def _candidates(self, parse: Parse) -> Iterator[_Candidate]:
        taken = [False] * len(parse)
        spans: list[_Candidate] = []
        for span in self._known_spans(parse):
            spans.append(span)
            _take(taken, span.first, span.end)
        blocked = [False] * len(parse)
        for sentence in parse.sentences:
            if sentence.is_heading:
                _take(taken, sentence.first, sentence.end)
        for at in range(len(parse)):
            if (first := self._slots.first_of_kind(parse, at)) is not None and not any(taken[first : at + 1]):
                spans.append(_Candidate(first, at + 1, "ORG"))
                _take(taken, first, at + 1)
        for first, end, label in parse.entities:
            if label in _NO_NAMES:
                is_rare = label in _NUMBERS or (label == "LAW" and end - first == 1)
                is_number = not is_rare or any(parse.tags[at] not in _NAME_TAGS for at in range(first, end))
                _take(blocked, first, end if is_number else first)
            elif label in _TYPES or label in _UNTYPED:
                for piece in self._trimmed(parse, first, end, label):
                    if not any(taken[piece.first : piece.end]):
                        spans.append(piece)
                        _take(taken, piece.first, piece.end)
        for first, end in _proper_runs(parse, taken, blocked):
            spans.extend(self._trimmed(parse, first, end, None))
        labels = (at for at in range(len(parse)) if not taken[at] and not _is_proper(parse, at))
        spans.extend(_Candidate(at, at + 1, "ORG") for at in labels if self._slots.is_label(parse, at))
        spans = self._joined(parse, sorted(spans, key=lambda span: span.first))
        yield from spans

    def _known_spans(self, parse: Parse) -> Iterator[_Candidate]:
        if not self._known:
            return
        folded = [fold(word) for word in parse.words]
        at = 0
        while at < len(folded):
            best = 0
            for words, actor in self._known.get(folded[at], ()):
                if len(words) > best and folded[at : at + len(words)] == words:
                    best, found = len(words), actor
            if best:
                yield _Candidate(at, at + best, None, known=found)
            at += best or 1

    def _trimmed(self, parse: Parse, first: int, end: int, label: str | None) -> Iterator[_Candidate]:
        """The candidate without articles, titles and quotes at its edges; in pieces where it spans several names."""
        words, tags = parse.words, parse.tags
        piece_start = first
        for at in range(first, end + 1):
            is_break = at == end or words[at] in {",", ";", "(", ")", '"', "“", "”", ":", "/", "to", "–", "—"}
            if is_break and label == "ORG" and first < at < end - 1 and _is_slash(parse, at):
                continue  # "RFE/RL"
            if not is_break and at > first and tags[at] not in _NAME_TAGS and words[at].islower():
                is_break = words[at].casefold() not in _CONNECTORS and label != "EVENT"
            if not is_break and words[at] == "and":
                is_break = label in {"PERSON", "GPE", "NORP"} or self._parts_names(parse, at, end)
            if is_break:
                yield from self._piece(parse, piece_start, at, label)
                piece_start = at + 1

    def _parts_names(self, parse: Parse, conjunction: int, end: int) -> bool:
        """Whether "and" stands between two whole names: "Lyon High School and Nice University"."""
        nouns = [self._lexicon.nouns.get(parse.words[at].casefold()) for at in (conjunction - 1, end - 1)]
        second = self._lexicon.nouns.get(parse.words[conjunction + 1].casefold()) if conjunction + 1 < end else None
        are_houses = all(noun is not None and noun.denotes is EntityType.ORGANISATION for noun in nouns)
        return are_houses and end - conjunction > 2 and (second is None or second.denotes is None)

    def _piece(self, parse: Parse, first: int, end: int, label: str | None) -> Iterator[_Candidate]:
        words = parse.words
        while first < end and (
            words[first].casefold() in _EDGES or parse.tags[first] in {"DT", "PRP$", "IN", "CC", "_SP"}
        ):
            first += 1
        while first < end and (
            words[end - 1].casefold() in _EDGES or parse.tags[end - 1] in {"IN", "CC", "DT", "POS", "_SP"}
        ):
            end -= 1
        while first < end - 1 and words[end - 1].islower() and label != "EVENT":
            end -= 1
        is_sum = end < len(words) and (parse.tags[end] == "CD" or parse.lemmas[end] in {"million", "billion"})
        if is_sum and end - first > 1 and words[end - 1][:1].isdigit():  # "fined Acme 3 million francs"
            end -= 1
        while first < end - 1 and parse.tags[end - 1] == "$":  # "paid Ada Roe $60,000"
            end -= 1
        first = self._behind_role(parse, first, end)
        has_title = first > 0 and self._is_title(parse, first - 1) and not self._is_break(parse, first)
        for at in range(first, first + 1 if label == "ORG" else end - 1):
            if (
                at < end - 1
                and self._is_title(parse, at)
                and _is_proper(parse, at + 1)
                and not (label == "ORG" and self._is_role(parse, at + 1, end, label))  # "Justice Monitor"
                and self._ends_in_person(parse, at + 1, end)
            ):
                first, has_title = at + 1, True
        while first < end and not words[first][:1].isupper() and not words[first][:1].isdigit():
            if words[first].casefold() in {"al", "el", "de", "von", "van", "bin"} and parse.tags[first] in _NAME_TAGS:
                break
            first += 1
        is_name = any(word[:1].isupper() for word in words[first:end]) and any(
            tag in _NAME_TAGS or tag == "JJ" or label for tag in parse.tags[first:end]
        )
        is_title = end - first == 1 and (self._is_title(parse, first) or words[first] in GENERATIONS)
        is_portfolio = label == "ORG" and end - first == 1 and self._is_ministry_title(parse, end)
        is_currency = end - first == 1 and words[first].isupper()
        is_currency &= words[end : end + 1] in (["$"], ["€"], ["£"])  # "US $50 million"
        is_role = self._is_role(parse, first, end, label)
        if is_role and self._slots.is_kind(parse, first):
            yield _Candidate(first, first + 1, "ORG")  # "Labour MP"
        is_other = is_title or is_portfolio or is_currency or is_role or self._is_degree(parse, first, end)
        is_other = is_other or self._is_matter(parse, first, end, label)
        if first < end and is_name and not is_other:
            yield _Candidate(first, end, label, has_title)

    def _behind_role(self, parse: Parse, first: int, end: int) -> int:
        """Where the name begins in "Chairman of Acme Media", "Professor Emeritus of Law"."""
        for at in range(first + 1, min(first + 4, end - 1)):
            if parse.words[at] == "of":
                entry = self._lexicon.noun([lemma.replace(".", "") for lemma in parse.lemmas[first:at]])
                is_one = (
                    entry is not None and entry.denotes is EntityType.PERSON and parse.tags[at - 1] in {"NN", "NNP"}
                )
                return self._behind_role(parse, at + 1, end) if is_one else first
        return first

    def _is_role(self, parse: Parse, first: int, end: int, label: str | None) -> bool:
        """Whether it is but a role written with capitals ("Transport Minister")."""
        entry = self._lexicon.noun([lemma.replace(".", "") for lemma in parse.lemmas[first:end]])
        if entry is not None and entry.denotes is not None:
            is_surname = " " not in entry.lemma and end - first > 1  # "Tom Hunter"
            if entry.is_title:  # "Tom King", but not "Transport Minister"
                is_surname = self._is_surname(parse, first, end, label)
            return entry.denotes is EntityType.PERSON and not is_surname
        is_abbreviation = end - first == 1 and (parse.words[first].isupper() or "." in parse.words[first])
        return is_abbreviation and parse.lemmas[first].replace(".", "") in self._lexicon.nouns

    def _is_degree(self, parse: Parse, first: int, end: int) -> bool:
        """Whether it is what somebody is educated for: "PhD", "Masters Degree", "Bachelor of Arts"."""
        last = next((at - 1 for at in range(first + 1, end) if parse.words[at] in {"of", "in"}), end - 1)
        entry = self._lexicon.nouns.get(parse.lemmas[last].replace(".", ""))
        senses = entry.senses if entry is not None and entry.denotes is None else ()
        return any(sense.predicate == "educatedAt" and "holder" in sense.subject for sense in senses)

    def _is_matter(self, parse: Parse, first: int, end: int, label: str | None) -> bool:
        """Whether it is but what somebody is responsible for: "Director of Research at X", "head of Sales at X"."""
        if label not in {None, "ORG"} or end - first > 2 or self._head_noun_type(parse, first, end) is not None:
            return False
        head = _first_of(parse, _head(parse, first, end))
        preposition = parse.heads[head]
        entry = self._lexicon.nouns.get(parse.lemmas[parse.heads[preposition]])
        is_of_role = parse.deps[head] == "pobj" and entry is not None and entry.denotes is EntityType.PERSON
        if not is_of_role or parse.lemmas[preposition] != "of" or parse.words[preposition + 1].lower() == "the":
            return False
        last = max(parse.conjuncts(head))
        return parse.words[last + 1 : last + 2] == ["at"] and parse.tags[min(last + 2, len(parse) - 1)] in {"NNP", "DT"}

    def _is_surname(self, parse: Parse, first: int, end: int, label: str | None) -> bool:
        """Whether a role's word is the surname of somebody: "Ada King" is no king, as the first name shows."""
        given, last = parse.words[first], parse.lemmas[end - 1]
        if label != "PERSON" or not 2 <= end - first <= 3 or last not in self._lexicon.nouns:
            return False
        is_compound = any(tuple(parse.lemmas[end - len(words) : end]) == words for words in self._compounds(last))
        is_word = given.casefold() in self._lexicon.nouns or self._gazetteer.find(given) is not None
        return not is_compound and not is_word and (first == 0 or parse.tags[first - 1] not in {"DT", "PRP$", "POS"})

    def _compounds(self, last: str) -> tuple[tuple[str, ...], ...]:
        return self._lexicon.compounds.get(last, ())

    def _is_title(self, parse: Parse, token: int) -> bool:
        entry = self._lexicon.nouns.get(parse.lemmas[token].rstrip("."))
        return (
            entry is not None and entry.is_title and parse.is_noun(token) and parse.tags[token] not in {"NNS", "NNPS"}
        )

    def _is_ministry_title(self, parse: Parse, token: int) -> bool:
        """Whether the word before such a title is what the ministry is for: "Health Minister"."""
        entry = self._lexicon.nouns.get(parse.lemmas[token]) if token < len(parse) else None
        is_minister = entry is not None and any(sense.predicate == "ministerOf" for sense in entry.senses)
        return is_minister and parse.words[token][:1].isupper()

    def _is_break(self, parse: Parse, token: int) -> bool:
        return parse.sentence_of[token] != parse.sentence_of[token - 1]

    def _ends_in_person(self, parse: Parse, first: int, end: int) -> bool:
        """Whether what follows a title looks like a person and not like "Prime Minister's Office"."""
        entry = self._lexicon.nouns.get(parse.lemmas[end - 1])
        return (entry is None or entry.denotes in {None, EntityType.PERSON}) and "of" not in parse.words[first:end]

    def _joined(self, parse: Parse, spans: list[_Candidate]) -> list[_Candidate]:
        """Joins "Democratic Choice" + "of" + "Kazakhstan", and parts on both sides of a hyphen."""
        joined: list[_Candidate] = []
        for span in self._with_nicknames(parse, self._spelled_out(parse, spans)):
            before = joined[-1] if joined else None
            if before is not None and self._belongs(parse, before, span):
                label = before.label if before.label not in {"PERSON", "GPE"} else None
                if before.label in {None, "NORP"} and span.label == "PERSON" and before.end == span.first:
                    label = "PERSON"
                joined[-1] = replace(before, end=span.end, label=label if label else before.label and "ORG")
            else:
                joined.append(span)
        return joined

    def _with_nicknames(self, parse: Parse, spans: list[_Candidate]) -> list[_Candidate]:
        """The candidates, with a nickname in quotes and the names around it made one: "Ada "Bo" Roe"; "Ada II"."""
        found: list[_Candidate] = []
        for span in spans:
            is_numeral = span.end - span.first == 1 and parse.words[span.first] in _REGNAL and bool(found)
            if is_numeral and found[-1].end == span.first and (found[-1].label == "PERSON" or found[-1].has_title):
                found[-1] = replace(found[-1], end=span.end)
                continue
            if len(found) > 1 and _is_nickname(parse, found[-2], found[-1], span):
                first, _ = found[-2], found.pop()
                found[-1] = replace(first, end=span.end, label="PERSON")
            else:
                found.append(span)
        return found

    def _belongs(self, parse: Parse, before: _Candidate, span: _Candidate) -> bool:
        if before.known or span.known:
            return False
        between = parse.words[before.end : span.first]
        gap = parse.text[parse.ends[before.end - 1] : parse.starts[span.first]]
        if between == ["-"] and gap == "-":
            return True
        if not between and before.label == "NORP" and self._is_place(parse, before.first, span.end):
            return True  # "British Virgin Islands"
        if between in (["'s"], ["'"]) and span.end - span.first <= 2 and before.label not in {"GPE", "NORP"}:
            own = self._lexicon.nouns.get(parse.words[span.end - 1].casefold())  # "King's College", "Farmers' Union"
            is_house = own is not None and own.denotes is EntityType.ORGANISATION
            return is_house and self._gazetteer.find(parse.span_text(before.first, before.end)) is None
        if between in ([], [","]) and span.end - span.first == 1 and parse.words[span.first] in _LEGAL_FORMS:
            return True
        is_single = before.end - before.first == 1 and before.label in {None, "NORP", "GPE"}
        is_first_name = is_single and (span.label == "PERSON" or (span.label is None and before.label is not None))
        if not between and is_first_name and self._are_one_phrase(parse, before, span):
            return not before.has_title and self._gazetteer.find(parse.words[before.first]) is None
        if not between and span.label == "GPE" and self._are_one_phrase(parse, before, span):
            return before.label == "ORG" or self._head_noun_type(parse, before.first, before.end) is not None
        if self._head_noun_type(parse, before.first, before.end) is EntityType.ORGANISATION:
            is_aim = between in (["against"], ["on"]) and span.label not in {"PERSON", "GPE", "NORP"}
            if between == ["for"] or is_aim:  # "Committee against Torture"
                return True
        if self._is_aim(parse, before, span, between):
            return True
        if not between and self._are_kinds(parse, before, span):  # "Liberal Democrat"
            return True
        if between == ["of"] and before.end - before.first == 1 and self._is_one_of_kind(parse, before.first):
            return False  # "Ada Roe, Democrat of Maine"
        if between == ["of"] and not before.has_title and before.label not in {"PERSON", "GPE"}:
            last = self._lexicon.noun([parse.lemmas[before.end - 1]])
            is_role = last is not None and last.denotes is EntityType.PERSON
            is_nationality = self._gazetteer.find(parse.span_text(before.first, before.end)) is not None
            is_head = span.label == "PERSON" and fold(parse.words[span.first]) in self._genders.first_names
            is_head &= span.end - span.first > 1  # "the Liberal Union of Ada Roe"
            return not (is_role or is_nationality or is_head)
        return False

    def _is_place(self, parse: Parse, first: int, end: int) -> bool:
        """Whether the words from `first` to before `end` are the name of a country."""
        return end - first > 1 and self._gazetteer.find(parse.span_text(first, end)) is not None

    def _is_aim(self, parse: Parse, before: _Candidate, span: _Candidate, between: Sequence[str]) -> bool:
        """Whether what follows is the aim of a body, or goes on with it: "Movement for the Rights of the Old"."""
        if span.label in {"PERSON", "NORP"} or before.has_title:
            return False
        if between == ["of", "the"]:
            return "for" in parse.words[before.first : before.end]
        entry = self._lexicon.noun([parse.lemmas[before.end - 1]])
        is_body = entry is not None and entry.denotes is EntityType.ORGANISATION and not entry.is_institution
        return between in (["for", "the"], ["for"]) and is_body and span.label != "GPE"

    def _are_kinds(self, parse: Parse, before: _Candidate, span: _Candidate) -> bool:
        """Whether two words side by side both name a kind of organisation, of the same thing."""
        are_single = before.end - before.first == 1 and span.end - span.first == 1
        is_one = parse.heads[before.first] in {span.first, parse.heads[span.first]}
        return are_single and is_one and all(self._slots.is_kind(parse, at) for at in (before.first, span.first))

    def _is_one_of_kind(self, parse: Parse, token: int) -> bool:
        """Whether a word says of somebody beside whom it stands that he is of a kind: "Ada Roe, Democrat"."""
        return self._slots.is_kind(parse, token) and parse.deps[token] == "appos" and parse.tags[token] == "NNP"

    def _are_one_phrase(self, parse: Parse, before: _Candidate, span: _Candidate) -> bool:
        """Whether "Clean Water" and "Norway" side by side are one name, by the grammar."""
        return parse.heads[before.end - 1] in range(span.first, span.end)

    def _spelled_out(self, parse: Parse, spans: list[_Candidate]) -> list[_Candidate]:
        """The candidates, those before an acronym widened to the words that it is made of ("People's Front, PF,")."""
        found: list[_Candidate] = []
        for span in spans:
            first = self._first_spelled(parse, span)
            while first is not None and found and found[-1].end > first and not found[-1].known:
                found.pop()
            if first is None:
                found.append(span)
            else:
                found.append(replace(span, first=first, has_title=False, has_acronym=True))
        return found

    def _first_spelled(self, parse: Parse, span: _Candidate) -> int | None:
        """Where the words begin that the acronym right behind a candidate abbreviates; None if there is none."""
        at = span.end + 1
        acronym = parse.words[at] if at < len(parse) and parse.words[span.end] in {",", "("} else ""
        sentence = parse.sentences[parse.sentence_of[span.first]].first
        if span.known or not (acronym.isupper() and 2 <= len(acronym) <= 8):
            return None
        for first in range(span.first, max(sentence, span.first - _LONGEST_NAME) - 1, -1):
            capitals = [word[0] for word in parse.words[first : span.end] if word[:1].isupper()]
            if "".join(capitals) == acronym and parse.words[first][:1].isupper():
                return first
        return None

    # --- what they name -----------------------------------------------------------------------------------------------

    def _decide_types(self, parse: Parse, candidates: list[_Candidate]) -> dict[str, EntityType]:
        votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
        labels: dict[str, Counter[EntityType]] = defaultdict(Counter)
        for candidate in candidates:
            key = _key(parse, candidate)
            votes[key]  # a name without votes may still be somebody's surname
            if candidate.label in _TYPES:
                weight = _RECOGNISER_VOTE + 0.3 * (candidate.end - candidate.first - 1)
                labels[key][_TYPES[candidate.label]] += weight  # type: ignore[assignment]  # a fraction
            for entity_type, weight in self._votes(parse, candidate):
                votes[key][entity_type] += weight  # type: ignore[assignment]  # a fraction
        for key, count in labels.items():
            for entity_type, weight in count.items():
                votes[key][entity_type] += min(weight, _MOST_RECOGNISED)  # type: ignore[assignment]  # a fraction
        people = [
            key.split()
            for key, count in votes.items()
            if " " in key and count and max(count, key=lambda t: (count[t], t)) is EntityType.PERSON
        ]
        surnames = {words[-1] for words in people}
        surnames |= {  # called by first names, or by the first of two surnames
            word for words in people for word in words[:-1] if len(word) > 3 and self._gazetteer.find(word) is None
        }
        decided = {}
        for key, count in votes.items():
            is_company = count[EntityType.ORGANISATION] > max(_BESIDE_VOTE, count[EntityType.PERSON])
            if " " not in key and key in surnames and not self._is_country(key) and not is_company:
                decided[key] = EntityType.PERSON
            elif count:
                decided[key] = max(sorted(count), key=lambda t: count[t])
        self._shorten(parse, candidates, decided)
        return decided

    def _shorten(self, parse: Parse, candidates: list[_Candidate], decided: dict[str, EntityType]) -> None:
        """ "The Monitor" after "the Media Monitor": one word with an article that an organisation's name ends in."""
        groups = [key for key, kind in decided.items() if kind is EntityType.ORGANISATION and " " in key]
        for candidate in candidates:
            key = _key(parse, candidate)
            if not _has_article(parse, candidate.first) or " " in key or self._is_country(key):
                continue
            if any(is_last_word(key, name) for name in groups):
                decided[key] = EntityType.ORGANISATION

    def _is_country(self, key: str) -> bool:
        entry = self._gazetteer.find(key)
        return entry is not None and entry.kind is PlaceKind.COUNTRY

    def _votes(self, parse: Parse, candidate: _Candidate) -> Iterator[tuple[EntityType, float]]:
        first, end, label = candidate.first, candidate.end, candidate.label
        if candidate.has_title:
            yield EntityType.PERSON, _TITLE_VOTE
        if candidate.has_acronym:
            yield EntityType.ORGANISATION, _TITLE_VOTE
        if 2 <= end - first <= 4 and fold(parse.words[first]) in self._genders.first_names:
            yield EntityType.PERSON, _RECOGNISER_VOTE
        if end - first > 1 and label != "PERSON" and _is_abbreviated(parse, end):
            yield EntityType.ORGANISATION, _HEAD_NOUN_VOTE
        if label == "ORG" and end - first > 1 and _has_article(parse, first):
            yield EntityType.ORGANISATION, 2 * _RECOGNISER_VOTE
        elif label == "ORG" and self._speaks(parse, first, end):
            yield EntityType.PERSON, 2 * _RECOGNISER_VOTE
        if (head := self._head_noun_type(parse, first, end)) is not None:
            is_doubtful = head is EntityType.PLACE and label == "ORG"  # "Fjord Capital"
            yield head, _HEAD_NOUN_VOTE / 2 if is_doubtful else _HEAD_NOUN_VOTE
        if (referred := _referred_type(parse, _head(parse, first, end))) is not None:
            yield referred, 2 * _RECOGNISER_VOTE
        if (expected := self._slots.expected(parse, _head(parse, first, end))) is not None:
            yield expected, _SLOT_VOTES[expected]
        if parse.words[end - 1] in _LEGAL_FORMS and end - first > 1:
            yield EntityType.ORGANISATION, 2 * _HEAD_NOUN_VOTE
        if end < len(parse) and not self._is_break(parse, end) and self._slots.is_before_office(parse, end):
            yield EntityType.ORGANISATION, _BESIDE_VOTE
        if end - first == 1 and self._slots.is_label(parse, first):
            yield EntityType.ORGANISATION, _BESIDE_VOTE
        if end - first == 1 and self._slots.is_kind(parse, first) and parse.words[first - 1].lower() in {"a", "an"}:
            yield EntityType.ORGANISATION, _BESIDE_VOTE
        if end - first > 1 and self._slots.is_group_before_role(parse, end - 1, end):
            yield EntityType.ORGANISATION, _BESIDE_VOTE
        if self._is_seat(parse, first, end):
            yield EntityType.PLACE, _BESIDE_VOTE
        is_region = self._is_region(parse, first, end)
        if is_region:
            yield EntityType.PLACE, _HEAD_NOUN_VOTE
        if (beside := self._described_type(parse, first, end)) is not None:
            yield beside, _BESIDE_VOTE
        text = parse.span_text(first, end)
        entry = self._gazetteer.find(text)
        if entry is not None and entry.kind in {PlaceKind.CITY, PlaceKind.CAPITAL}:
            is_where = parse.deps[end - 1] in {"pobj", "compound"} or label == "GPE"
            yield EntityType.PLACE, _CITY_VOTE if is_where else _RECOGNISER_VOTE
        if end < len(parse) - 1 and parse.words[end] == "-" and parse.lemmas[end + 1] in _OF_PLACES:
            yield EntityType.PLACE, _BESIDE_VOTE
        if "-" in text and (tail := self._gazetteer.find(text.rpartition("-")[2])) and tail.kind is PlaceKind.COUNTRY:
            yield EntityType.ORGANISATION, _HEAD_NOUN_VOTE
        if text.isupper() and 2 <= len(text) <= 8 and end - first == 1 and not is_region:
            yield EntityType.ORGANISATION, _HEAD_NOUN_VOTE / 2
        elif label is None and end - first > 1:
            yield EntityType.ORGANISATION, _SHAPE_VOTE

    def _speaks(self, parse: Parse, first: int, end: int) -> bool:
        """Whether two or three plain words say or think something: the recogniser takes rare people for companies."""
        head = end - 1
        is_plain = 2 <= end - first <= 3 and all(tag == "NNP" for tag in parse.tags[first:end])
        if not is_plain or parse.deps[head] not in SUBJECTS or self._head_noun_type(parse, first, end) is not None:
            return False
        return is_speech_verb(parse, self._lexicon, parse.heads[head])

    def _is_seat(self, parse: Parse, first: int, end: int) -> bool:
        """Whether it is where an institution is: "a court in X"."""
        head, phrase = end - 1, parse.heads[end - 1]
        if end - first > 1 or parse.deps[head] != "pobj" or parse.lemmas[phrase] not in {"in", "near"}:
            return False
        entry = self._lexicon.nouns.get(parse.lemmas[parse.heads[phrase]])
        return entry is not None and entry.is_institution

    def _is_region(self, parse: Parse, first: int, end: int) -> bool:
        """Whether it is or abbreviates the region that the town before it lies in: "Salem, OR", "Joliet, Ill."."""
        is_short = end - first == 1 and len(parse.words[first].replace(".", "")) == 2 and parse.words[first].isupper()
        if first < 2 or parse.words[first - 1] != ",":
            return False
        if not is_short and not self._gazetteer.is_state(parse.span_text(first, end)):
            return False
        before = self._gazetteer.find(parse.words[first - 2])
        return before is not None or any(e == first - 1 and label == "GPE" for _, e, label in parse.entities)

    def _head_noun_type(self, parse: Parse, first: int, end: int) -> EntityType | None:
        """What the name's own head noun denotes: "Civic Bloc", "Ministry of Justice", "Rose Revolution"."""
        if end - first < 2:
            return None
        for at in range(first + 1, end):
            if parse.words[at] in {"of", "for"}:
                end = at
                break
        for at in (end - 1, first):  # "City Bank", "Radio One"
            entry = self._lexicon.nouns.get(parse.words[at].casefold()) or self._lexicon.nouns.get(parse.lemmas[at])
            denotes = entry.denotes if entry is not None else None
            if entry is not None and denotes is EntityType.EVENT and entry.is_institution:
                return EntityType.ORGANISATION  # "the Unity Congress" is a party or a parliament
            if denotes is EntityType.ORGANISATION or (
                at == end - 1 and denotes in {EntityType.PLACE, EntityType.EVENT}
            ):
                return denotes
        return None

    def _described_type(self, parse: Parse, first: int, end: int) -> EntityType | None:
        """What a description beside the name says: "the shipping group X", "X, a company owned by"."""
        head = end - 1
        nouns = parse.children_by(head, "appos")
        listed = head
        while parse.deps[listed] == "conj" and parse.tags[parse.heads[listed]] in _NAME_TAGS:
            listed = parse.heads[listed]
        if parse.deps[listed] == "appos" and (listed == head or parse.tags[parse.heads[listed]] == "NNS"):
            nouns.append(parse.heads[listed])
        nouns.extend(noun for noun in parse.children_by(head, "nmod") if parse.words[noun + 1] == ",")  # "a dairy, X"
        if parse.deps[head] == "nsubj" and parse.lemmas[parse.heads[head]] in {"be", "become"}:
            nouns.extend(parse.children_by(parse.heads[head], "attr"))
        if first > 0 and parse.tags[first - 1] in {"NN", "JJ"} and not self._is_break(parse, first):
            nouns.append(first - 1)
        for noun in nouns:
            entry = self._lexicon.nouns.get(parse.lemmas[noun])
            if entry is None or entry.denotes is None:
                continue
            if parse.tags[noun] not in _NAME_TAGS or (entry.is_title and parse.deps[noun] == "attr"):
                return entry.denotes
        if parse.deps[head] == "pobj" and parse.lemmas[parse.heads[head]] == "of":  # "the town of X"
            entry = self._lexicon.nouns.get(parse.lemmas[parse.heads[parse.heads[head]]])
            return entry.denotes if entry is not None and entry.denotes is EntityType.PLACE else None
        return None

    def _span(self, parse: Parse, candidate: _Candidate, types: dict[str, EntityType]) -> Span | None:
        first, end = candidate.first, candidate.end
        text = parse.span_text(first, end).replace("\n", " ")
        head = _head(parse, first, end)
        if candidate.known:
            actor = candidate.known
            return Span(first, end, head, actor.type, Form.NAME, actor.name, is_known=True, identifier=actor.identifier)
        entry = self._gazetteer.find(text)
        decided = types.get(_key(parse, candidate))
        if entry is not None and entry.kind in {PlaceKind.COUNTRY, PlaceKind.NATIONALITY} and not candidate.has_title:
            is_modifier = parse.deps[head] in {"amod", "compound"} and parse.tags[parse.heads[head]] in {"NN", "NNS"}
            is_person = (
                decided is EntityType.PERSON
                and entry.kind is not PlaceKind.COUNTRY
                and candidate.label == "PERSON"
                and not is_modifier
            )
            if not is_person:
                return self._country_span(parse, first, end, head, text, entry)
        if decided is None:
            return None
        country = entry.country if entry is not None and decided is EntityType.PLACE else None
        is_family = end - first == 1 and _has_article(parse, first)  # "the Clintons"
        plural = parse.tags[head] == "NNPS" and decided is EntityType.PERSON and is_family
        gender = self._genders.of(fold(text)) if decided is EntityType.PERSON else None
        is_label = end - first == 1 and self._slots.is_label(parse, first)
        return Span(
            first,
            end,
            head,
            decided,
            Form.NAME,
            text,
            country=country,
            is_plural=plural,
            is_label=is_label,
            gender=gender,
        )

    def _country_span(self, parse: Parse, first: int, end: int, head: int, text: str, entry: GazetteerEntry) -> Span:
        is_nationality = entry.kind is PlaceKind.NATIONALITY
        return Span(
            first,
            end,
            head,
            EntityType.COUNTRY,
            Form.NAME,
            text,
            country=entry.country,
            is_nationality=is_nationality,
            is_plural=parse.tags[head] in {"NNS", "NNPS"} and is_nationality,
        )


def _is_slash(parse: Parse, token: int) -> bool:
    """Whether a slash joins two abbreviations to one name."""
    is_tight = parse.words[token] == "/" and parse.ends[token - 1] + 1 == parse.starts[token + 1]
    return is_tight and parse.words[token - 1].isupper() and parse.words[token + 1].isupper()


def _is_nickname(parse: Parse, first: _Candidate, nickname: _Candidate, last: _Candidate) -> bool:
    """Whether a candidate stands in quotes between the two halves of a name."""
    gaps = (parse.words[first.end : nickname.first], parse.words[nickname.end : last.first])
    is_quoted = all(len(gap) == 1 and gap[0] in QUOTE_MARKS for gap in gaps)
    is_one = parse.heads[first.end - 1] in range(last.first, last.end)
    return is_quoted and is_one and nickname.end - nickname.first <= 2 and not (first.known or last.known)


def _first_of(parse: Parse, token: int) -> int:
    """The first of those that a noun is coordinated with."""
    while parse.deps[token] == "conj" and parse.is_noun(parse.heads[token]):
        token = parse.heads[token]
    return token


def _take(flags: list[bool], first: int, end: int) -> None:
    flags[first:end] = [True] * (end - first)


def _key(parse: Parse, candidate: _Candidate) -> str:
    return fold(parse.span_text(candidate.first, candidate.end))


def _head(parse: Parse, first: int, end: int) -> int:
    """The token whose head lies outside the span; the last one where several do."""
    outside = [t for t in range(end - 1, first - 1, -1) if not first <= parse.heads[t] < end or parse.heads[t] == t]
    nouns = [t for t in outside if parse.is_noun(t)]
    return (nouns or outside or [end - 1])[0]


def _proper_runs(parse: Parse, taken: list[bool], blocked: list[bool]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns that nothing else claims."""
    at, total = 0, len(parse)
    while at < total:
        start = at
        while (
            at < total
            and not taken[at]
            and not blocked[at]
            and (_is_proper(parse, at) or _is_inside_title(parse, at))
            and (at == start or parse.sentence_of[at] == parse.sentence_of[start])
        ):
            at += 1
        if at > start:
            yield start, at
        else:
            at += 1


def _is_proper(parse: Parse, token: int) -> bool:
    return parse.tags[token] in _NAME_TAGS and parse.words[token][:1].isupper()


def _has_article(parse: Parse, first: int) -> bool:
    return first > 0 and parse.words[first - 1].lower() == "the"


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


def _is_abbreviated(parse: Parse, end: int) -> bool:
    """Whether an acronym alone between brackets follows."""
    words = parse.words[end : end + 3]
    return len(words) == 3 and (words[0], words[2]) == ("(", ")") and words[1].isupper() and len(words[1]) > 2


def _is_inside_title(parse: Parse, token: int) -> bool:
    """Whether a capital shows that it belongs to a name: "Aid Without Borders"."""
    words, sentence = parse.words, parse.sentences[parse.sentence_of[token]]
    if not sentence.first < token < sentence.end - 1 or not words[token].istitle() or len(words[token]) < 3:
        return False
    at = token if parse.tags[token] == "IN" else token + 1
    is_between = words[at - 1].istitle() and words[at + 1 : at + 2] != [] and words[at + 1].istitle()
    return parse.tags[at] == "IN" and words[at].istitle() and sentence.first < at - 1 and is_between


def _repeated(parse: Parse, spans: list[Span]) -> list[Span]:
    """Adds the occurrences of found multi-word names that were overlooked elsewhere, or found in part, and sorts."""
    by_first: dict[str, list[tuple[list[str], Span]]] = defaultdict(list)
    for span in spans:
        words = parse.words[span.first : span.end]
        if (len(words) > 1 or words[0].isupper()) and not span.is_nationality:
            by_first[words[0]].append((words, span))
    holder: list[Span | None] = [None] * len(parse)
    for span in spans:
        holder[span.first : span.end] = [span] * (span.end - span.first)
    found = set(spans)
    for at in range(len(parse)):
        for words, span in sorted(by_first.get(parse.words[at], ()), key=lambda item: -len(item[0])):
            end = at + len(words)
            if parse.words[at:end] != words:
                continue
            inside = {other for other in holder[at:end] if other is not None}
            lengths = [other.end - other.first for other in inside]
            if len(words) in lengths or any(o.first < at or o.end > end or o.is_known for o in inside):
                continue
            found -= inside
            found.add(again := replace(span, first=at, end=end, head=_head(parse, at, end)))
            holder[at:end] = [again] * len(words)
            break
    return sorted(found, key=lambda span: span.first)
