"""Who is meant: links names, descriptions and pronouns of one document into chains, one chain an entity.

Mentions are read in order, as a reader meets them. Precision comes first: a pronoun or description whose antecedent
is unsure stays alone and takes no part in the graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from onrecord.language.descriptions import FIRST_PERSON, FIRST_PERSON_PLURAL, PLURAL_PRONOUNS, THING_PRONOUNS, noun_entry
from onrecord.language.gazetteer import Gazetteer, PlaceKind, fold
from onrecord.language.mentions import Span
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.language.quotes import Quote
from onrecord.model import EntityType, Form
from onrecord.ontology.lexicon import Lexicon

PRONOUN_REACH = 2
"""Sentences that a pronoun looks back."""

DESCRIPTION_REACH = 6
"""Sentences that "the party" looks back for a party; two more for each mention, since what matters is remembered longer."""

SAME_SPELLING = 90.0
"""Similarity (0 to 100) from which two long names of one document are spellings of one name."""

_FEMALE, _MALE = frozenset({"she", "her", "hers", "herself"}), frozenset({"he", "him", "his", "himself"})
_THINGS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY})


@dataclass(slots=True)
class Chain:
    """The mentions of one entity, by their place in the list of spans. Grows while a document is read."""

    type: EntityType
    spans: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    country: str | None = None
    owner: str | None = None
    gender: str | None = None
    is_plural: bool = False
    is_known: bool = False
    identifier: str | None = None
    last_sentence: int = -1
    last_prominence: float = 0.0

    @property
    def is_named(self) -> bool:
        """Whether a name stands in it."""
        return bool(self.keys)


@dataclass(frozen=True, slots=True)
class Coreference:
    """The spans of a document in order, the chains, and for each span the chain it belongs to (None: unresolved)."""

    spans: list[Span]
    chains: list[Chain]
    chain_of: list[int | None]


def resolve_mentions(
    parse: Parse, spans: list[Span], quotes: list[Quote], lexicon: Lexicon, places: Gazetteer
) -> Coreference:
    """Links `spans` (in order of their first tokens) into chains."""
    return _Resolver(parse, spans, quotes, lexicon, places).run()


class _Resolver:
    def __init__(
        self, parse: Parse, spans: list[Span], quotes: list[Quote], lexicon: Lexicon, places: Gazetteer
    ) -> None:
        self._parse, self._spans, self._lexicon, self._places = parse, spans, lexicon, places
        self._chains: list[Chain] = []
        self._chain_of: list[int | None] = [None] * len(spans)
        self._at_head = {span.head: number for number, span in enumerate(spans)}
        self._speaker: dict[int, int | None] = {
            token: quote.speaker for quote in quotes for token in range(quote.first, quote.end)
        }
        self._acronyms = _acronyms(parse, spans)
        self._full_names: dict[str, set[str]] = {}
        for span in spans:
            if span.form is Form.NAME and span.type is EntityType.PERSON and " " in span.key:
                self._full_names.setdefault(span.key.split()[-1], set()).add(span.key)

    def run(self) -> Coreference:
        for number, span in enumerate(self._spans):
            if self._chain_of[number] is None:
                self._link(number, span)
        self._branches()
        self._first_person()
        return Coreference(self._spans, self._chains, self._chain_of)

    # --- the three forms ---------------------------------------------------------------------------------------------

    def _link(self, number: int, span: Span) -> None:
        if span.form is Form.NAME:
            chain = self._by_name(number, span)
            if chain is None:
                chain = self._described(number, span)
            self._join(number, chain if chain is not None else self._new(span))
        elif span.form is Form.NOMINAL:
            chain = self._by_structure(span)
            if chain is None and not self._waits_for_name(span):
                chain = self._by_description(span)
                chain = chain if chain is not None else self._new(span)
            if chain is not None:
                self._join(number, chain)
        else:
            chain = self._by_pronoun(span)
            if chain is not None:
                self._join(number, chain)

    def _by_name(self, number: int, span: Span) -> int | None:
        if span.country is not None and span.type is EntityType.COUNTRY:
            return self._first(c for c in self._of_types({span.type}) if self._chains[c].country == span.country)
        key = self._acronyms.get(span.key, span.key)
        candidates = self._of_types({span.type})
        exact = self._first(c for c in candidates if key in self._chains[c].keys or span.key in self._chains[c].keys)
        if exact is not None:
            return exact
        if span.type is EntityType.PERSON:
            return self._by_part_of_name(span, candidates)
        return self._by_spelling(span, candidates)

    def _by_part_of_name(self, span: Span, candidates: list[int]) -> int | None:
        words = span.key.split()
        found = [
            c for c in candidates
            if any(_same_person(words, key.split()) for key in self._chains[c].keys)
        ]
        if len({frozenset(self._chains[c].keys) for c in found}) > 1 and len(words) == 1:
            recent = max(found, key=lambda c: self._chains[c].last_sentence)
            return recent
        if found:
            return found[-1]
        return self._by_spelling(span, candidates)

    def _by_spelling(self, span: Span, candidates: list[int]) -> int | None:
        key = span.key
        if len(key) < 7:
            return None
        for c in reversed(candidates):
            for other in self._chains[c].keys:
                same_length = len(other.split()) == len(key.split())
                if same_length and other[0] == key[0] and fuzz.ratio(other, key) >= SAME_SPELLING and not _differ_by_digit(other, key):
                    return c
                if span.type is EntityType.ORGANISATION and _is_short_form(key, other):
                    return c
        return None

    def _described(self, number: int, span: Span) -> int | None:
        """The chain of a description that this name stands beside: "its spokesman, X", "the company, X"."""
        for token in self._beside(span.head):
            other = self._at_head.get(token)
            if other is None or other >= number or self._spans[other].form is not Form.NOMINAL:
                continue
            chain = self._chain_of[other]
            if chain is not None and not self._chains[chain].is_named and _compatible(self._spans[other], span):
                self._chains[chain].type = span.type
                return chain
        return None

    def _beside(self, head: int) -> Iterable[int]:
        parse = self._parse
        if parse.deps[head] == "appos":
            yield parse.heads[head]
        yield from parse.children_by(head, "appos")
        for child in parse.children_by(head, "compound", "nmod", "amod"):
            if child < head and parse.is_noun(child):
                yield child

    def _waits_for_name(self, span: Span) -> bool:
        """Whether a name right behind this description will say who it is ("its leader, X")."""
        for other in self._named_beside(span):
            return self._chain_of[other] is None
        return False

    def _named_beside(self, span: Span) -> Iterable[int]:
        parse, head = self._parse, span.head
        tokens = parse.children_by(head, "appos")
        if parse.deps[head] in {"appos", "compound", "nmod"}:
            tokens.append(parse.heads[head])
        if parse.deps[head] == "pobj" and parse.tags[one := parse.heads[parse.heads[head]]] == "CD":
            tokens.append(parse.heads[one])  # "X, one of the leading parties"
        for clause in parse.children_by(head, "acl"):  # "a bloc called X"
            tokens.extend(parse.children_by(clause, "oprd"))
        for token in tokens:
            other = self._at_head.get(token)
            if other is not None and self._spans[other].form is Form.NAME and _compatible(span, self._spans[other]):
                yield other

    def _by_structure(self, span: Span) -> int | None:
        """The entity that the grammar equates with this description: apposition or predicate noun."""
        parse, head = self._parse, span.head
        for other in (*self._named_beside(span), *self._named_place(span)):
            if self._chain_of[other] is None:
                self._link(other, self._spans[other])
            return self._chain_of[other]
        if parse.deps[head] in {"attr", "oprd"} and parse.child(parse.heads[head], "neg") is None:
            subject = parse.child(parse.heads[head], "nsubj", "nsubjpass")
            other = self._at_head.get(subject) if subject is not None else None
            if other is not None and (chain := self._chain_of[other]) is not None:
                kind = self._chains[chain].type
                return chain if kind is span.type or kind in _THINGS and span.type in _THINGS else None
        return None

    def _named_place(self, span: Span) -> Iterable[int]:
        """ "The town of X" is X."""
        for token in self._owners(span.head) if span.type is EntityType.PLACE else ():
            other = self._at_head.get(token)
            if other is not None and self._spans[other].form is Form.NAME and self._spans[other].type is span.type:
                yield other

    def _by_description(self, span: Span) -> int | None:
        noun = span.noun or ""
        sentence = self._parse.sentence_of[span.head]
        if not span.is_definite and not self._is_bare_institution(span):
            return None
        same = [
            c for c, chain in enumerate(self._chains)
            if chain.type is span.type
            and (chain.is_plural == span.is_plural or self._is_institution(noun))
            and (self._is_institution(noun) or sentence - chain.last_sentence <= DESCRIPTION_REACH + 2 * len(chain.spans))
            and self._fits_noun(chain, span, noun)
        ]
        if same:
            return max(same, key=lambda c: self._chains[c].last_sentence)
        if span.is_plural or span.type is not EntityType.ORGANISATION or self._is_institution(noun):
            return None
        if self._parse.child(span.head, "poss", "prep", "amod", "compound") is not None:
            return None
        near = [
            c for c in self._of_types({EntityType.ORGANISATION})
            if self._chains[c].is_named
            and sentence - self._chains[c].last_sentence <= PRONOUN_REACH
            and not self._chains[c].nouns
            and self._name_noun(self._chains[c]) is None
        ]
        return max(near, key=lambda c: self._chains[c].last_sentence) if near else None

    def _fits_noun(self, chain: Chain, span: Span, noun: str) -> bool:
        if self._has_other_owner(span, chain):
            return False
        if not chain.is_named and self._kind(noun) in {self._kind(other) for other in chain.nouns}:
            return True
        return noun in chain.nouns or any(noun == word for key in chain.keys for word in key.split())

    def _kind(self, noun: str) -> str:
        """What institution a noun means: "leadership" and "authorities" mean the government."""
        entry = self._lexicon.nouns.get(noun)
        return (entry.institution_kind if entry is not None else None) or noun

    def _has_other_owner(self, span: Span, chain: Chain) -> bool:
        """Whether modifiers tell them apart: "the Uzbek branch" is not "the local branch"."""
        if self._is_institution(span.noun or "") and not chain.is_named:
            return span.country is not None and span.country != chain.owner
        words = set(span.key.split()) - {span.noun or ""}
        known = {word for key in chain.keys for word in key.split()}
        known |= {word for name in chain.names for word in fold(name).split()}
        return bool(words - known) and not chain.is_named or bool(words and words - known and chain.is_named)

    def _is_bare_institution(self, span: Span) -> bool:
        return self._is_institution(span.noun or "")

    def _is_institution(self, noun: str) -> bool:
        entry = self._lexicon.nouns.get(noun)
        return entry is not None and entry.is_institution

    def _name_noun(self, chain: Chain) -> str | None:
        """The institution that a name's own words betray: "Oslo City Court"."""
        for key in sorted(chain.keys):
            for word in key.split():
                entry = self._lexicon.nouns.get(word)
                if entry is not None and entry.denotes is not None:
                    return entry.lemma
        return None

    # --- pronouns ------------------------------------------------------------------------------------------------------

    def _by_pronoun(self, span: Span) -> int | None:
        word = span.name.lower()
        if word in FIRST_PERSON | FIRST_PERSON_PLURAL:
            return None
        if self._parse.tags[span.head] in {"WP", "WP$", "WDT"}:
            return self._antecedent(span)
        sentence = self._parse.sentence_of[span.head]
        if word in PLURAL_PRONOUNS:
            return self._nearest(span, {*_THINGS, EntityType.PERSON}, sentence, plural=True)
        if span.type is EntityType.PERSON:
            gender = "f" if word in _FEMALE else "m"
            found = self._nearest(span, {EntityType.PERSON}, sentence, gender=gender)
            if found is not None:
                self._chains[found].gender = gender
            return found
        if word not in THING_PRONOUNS or self._is_expletive(span.head):
            return None
        return self._nearest(span, set(_THINGS), sentence)

    def _antecedent(self, span: Span) -> int | None:
        """The noun that a relative clause hangs on."""
        parse = self._parse
        for ancestor in parse.ancestors(span.head):
            if parse.deps[ancestor] == "relcl":
                other = self._at_head.get(parse.heads[ancestor])
                return self._chain_of[other] if other is not None and other < len(self._spans) else None
        return None

    def _is_expletive(self, token: int) -> bool:
        parse = self._parse
        if parse.words[token].lower() != "it" or parse.deps[token] not in SUBJECTS:
            return False
        verb = parse.heads[token]
        return parse.lemmas[verb] in {"be", "seem", "appear"} and (
            parse.child(verb, "acomp", "ccomp", "xcomp") is not None
        )

    def _nearest(
        self, span: Span, types: set[EntityType], sentence: int, *, gender: str | None = None, plural: bool = False
    ) -> int | None:
        candidates = [c for c in self._of_types(types) if self._may_mean(c, span, sentence, gender, plural)]
        if not candidates:
            return None
        scored = sorted(((self._salience(c, span, sentence), c) for c in candidates), reverse=True)
        return scored[0][1]

    def _may_mean(self, c: int, span: Span, sentence: int, gender: str | None, plural: bool) -> bool:
        chain = self._chains[c]
        if sentence - chain.last_sentence > PRONOUN_REACH or (gender and chain.gender not in {None, gender}):
            return False
        if plural and not chain.is_plural and chain.type is not EntityType.ORGANISATION:
            return False
        if not plural and chain.is_plural:
            return False
        last = self._spans[chain.spans[-1]]
        if self._is_own_side(chain, span):
            return False
        is_reflexive = span.name.lower().endswith(("self", "selves"))
        is_possessive = self._parse.tags[span.head] == "PRP$"
        if is_reflexive or is_possessive:
            return last.head != self._parse.heads[span.head]
        return self._parse.heads[last.head] != self._parse.heads[span.head] or last.head == span.head

    def _is_own_side(self, chain: Chain, span: Span) -> bool:
        """Whether inside a quotation the chain is the speaker or their organisation: those would be "I" and "we"."""
        speaker = self._speaker.get(span.head)
        if speaker is None:
            return False
        who = self._at_head.get(speaker)
        own = self._chain_of[who] if who is not None else None
        if own is None:  # "..., he said": the speaker comes behind the quote and is read later
            people = [c for c in self._of_types({EntityType.PERSON}) if not self._chains[c].is_plural]
            own = max(people, key=lambda c: self._chains[c].last_sentence, default=None)
        if own is None:
            return False
        return chain is self._chains[own] or any(other in chain.spans for other in self._sides(self._chains[own]))

    def _sides(self, chain: Chain) -> list[int]:
        """The spans of whom a person speaks or works for, as the descriptions of them say."""
        found = []
        for number in chain.spans:
            span = self._spans[number]
            first, end = self._noun_phrase(span.head)
            heads = [t for t in range(first, end) if t != span.head] + self._owners(span.head)
            found.extend(other for head in heads if (other := self._at_head.get(head)) is not None)
        return found

    def _noun_phrase(self, token: int) -> tuple[int, int]:
        """The tokens of a name with its appositions, without clauses about it."""
        first, end = token, token + 1
        for child in self._parse.children_by(token, "compound", "amod", "appos", "nmod", "poss"):
            low, high = self._parse.subtree(child)
            first, end = min(first, low), max(end, high)
        return first, end

    def _salience(self, c: int, span: Span, sentence: int) -> tuple[float, int]:
        chain = self._chains[c]
        score = -2.0 * (sentence - chain.last_sentence)
        score += chain.last_prominence
        is_known = chain.is_named or any(self._is_institution(noun) for noun in chain.nouns)
        score += 0.5 if is_known or chain.is_plural else -1.0
        if chain.type is EntityType.COUNTRY:
            score -= 1.0
        return score, chain.spans[-1]

    def _first_person(self) -> None:
        """Gives "I" and "my" inside a quote to its speaker, "we" and "our" to the speaker's organisation."""
        for number, span in enumerate(self._spans):
            word = span.name.lower()
            speaker = self._speaker.get(span.head)
            other = self._at_head.get(speaker) if speaker is not None else None
            chain = self._chain_of[other] if other is not None else None
            if span.form is not Form.PRONOUN or chain is None or word not in FIRST_PERSON | FIRST_PERSON_PLURAL:
                continue
            if word in FIRST_PERSON_PLURAL:
                chain = self._own_group(self._chains[chain])
            if chain is not None:
                self._chain_of[number] = chain
                self._chains[chain].spans.append(number)

    def _own_group(self, speaker: Chain) -> int | None:
        """Whom "we" means: the named organisation that the speaker is said to belong to, if there is just one."""
        if speaker.type is not EntityType.PERSON:
            return None
        groups = {self._chain_of[number] for number in self._sides(speaker)}
        named = [c for c in groups if c is not None and self._chains[c].type is EntityType.ORGANISATION]
        return named[0] if len(named) == 1 else None

    def _branches(self) -> None:
        """Links "the local branch of the Acme Foundation" with "Acme-Norway": parent and country name the branch."""
        for number, span in enumerate(self._spans):
            chain = self._chain_of[number]
            entry = self._lexicon.nouns.get(span.noun or "")
            if chain is None or self._chains[chain].is_named or entry is None or span.type is not EntityType.ORGANISATION:
                continue
            if any("self" in sense.subject for sense in entry.senses):
                named = self._branch_named(span)
                if named is not None and named != chain:
                    self._merge(chain, named)

    def _branch_named(self, span: Span) -> int | None:
        parents = [self._at_head.get(token) for token in self._owners(span.head)]
        countries = {
            place.country
            for child in self._parse.children_by(span.head, "amod", "compound")
            if (place := self._places.find(self._parse.words[child])) is not None
        }
        for parent in parents:
            above = self._chain_of[parent] if parent is not None else None
            if above is None:
                continue
            first_words = {key.split()[0].split("-")[0] for key in self._chains[above].keys}
            for number in self._of_types({EntityType.ORGANISATION}):
                for key in sorted(self._chains[number].keys) if number != above else ():
                    words = key.replace("-", " ").split()
                    place = self._places.find(words[-1])
                    is_country = place is not None and place.kind is PlaceKind.COUNTRY
                    if words[0] in first_words and place is not None and is_country and countries <= {place.country}:
                        return number
        return None

    def _owners(self, token: int) -> list[int]:
        parse = self._parse
        phrases = [p for p in parse.children_by(token, "prep") if parse.lemmas[p] == "of"]
        return [*parse.children_by(token, "poss"), *(t for p in phrases for t in parse.children_by(p, "pobj"))]

    def _merge(self, chain: int, into: int) -> None:
        for number in self._chains[chain].spans:
            self._chain_of[number] = into
        self._chains[into].spans.extend(self._chains[chain].spans)
        self._chains[into].spans.sort()
        self._chains[into].nouns |= self._chains[chain].nouns
        self._chains[chain].spans = []

    # --- chains ---------------------------------------------------------------------------------------------------------

    def _of_types(self, types: set[EntityType]) -> list[int]:
        return [number for number, chain in enumerate(self._chains) if chain.type in types]

    @staticmethod
    def _first(numbers: Iterable[int]) -> int | None:
        return next(iter(numbers), None)

    def _new(self, span: Span) -> int:
        country = span.country if span.form is Form.NAME else None
        self._chains.append(Chain(span.type, country=country, is_plural=span.is_plural))
        return len(self._chains) - 1

    def _join(self, number: int, at: int) -> None:
        span, chain = self._spans[number], self._chains[at]
        self._chain_of[number] = at
        chain.spans.append(number)
        if span.form is Form.NAME:
            if not span.is_nationality:
                chain.keys.add(span.key)
            chain.names.append(span.name)
            chain.country = chain.country or span.country
            chain.is_known = chain.is_known or span.is_known
            chain.identifier = chain.identifier or span.identifier
            self._add_titles(chain, span)
        elif span.form is Form.NOMINAL:
            chain.nouns.add(span.noun or "")
            chain.owner = chain.owner or span.country
            if not chain.is_named:
                chain.names.append(span.name)
        if span.form is not Form.PRONOUN or self._parse.tags[span.head] not in {"WP", "WP$", "WDT"}:
            chain.last_sentence = self._parse.sentence_of[span.head]
            chain.last_prominence = self._prominence(span.head)

    def _prominence(self, token: int) -> float:
        """How much a place in the sentence makes one the talk: subjects most, those of main clauses above all."""
        if self._parse.deps[token] not in SUBJECTS:
            return 0.0
        return 0.0 if self._parse.deps[self._parse.heads[token]] == "relcl" else 1.5

    def _add_titles(self, chain: Chain, span: Span) -> None:
        """Notes the roles before a name, so that "the minister" finds its holder."""
        for child in self._parse.children_by(span.head, "compound", "nmod"):
            entry = noun_entry(self._parse, self._lexicon, child)
            if entry is not None and child < span.first:
                chain.nouns.add(entry.lemma)


def _compatible(description: Span, name: Span) -> bool:
    """Whether a description and the name beside it can mean one thing."""
    if description.type is name.type:
        return True
    return {description.type, name.type} <= _THINGS | {EntityType.PLACE} and name.type is not EntityType.PERSON


def _same_person(words: list[str], other: list[str]) -> bool:
    """ "Okoro" and "Ada Okoro", "A. Okoro" and "Ada Okoro"; never two different first names."""
    if words == other:
        return True
    if len(words) == 1 or len(other) == 1:
        short, long = (words, other) if len(words) <= len(other) else (other, words)
        return short[0] in {long[-1], long[0]} or _is_spelling(short[0], long[-1])
    if words[-1] != other[-1] and not _is_spelling(words[-1], other[-1]):
        return False
    first, second = words[0].rstrip("."), other[0].rstrip(".")
    return first.startswith(second) or second.startswith(first) or _is_spelling(first, second)


def _is_spelling(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= 5 and word[0] == other[0] and fuzz.ratio(word, other) >= SAME_SPELLING


def _is_short_form(key: str, other: str) -> bool:
    """Whether one organisation's name is the first word of the other ("Acme" and "Acme Holdings")."""
    short, long = sorted((key, other), key=len)
    return " " not in short and len(short) > 3 and long.split()[0] == short and " " in long


def _differ_by_digit(first: str, second: str) -> bool:
    return any(a != b and (a.isdigit() or b.isdigit()) for a, b in zip(first, second, strict=False))


def _acronyms(parse: Parse, spans: list[Span]) -> dict[str, str]:
    """Acronyms of the document and the long names they stand for: by their initials, or set in brackets behind it."""
    found: dict[str, str] = {}
    names = [span for span in spans if span.form is Form.NAME and not span.is_nationality]
    for before, span in zip(names, names[1:], strict=False):
        if span.name.isupper() and " " not in span.name and span.first - before.end <= 2:
            if _initials_match(span.name, before.name):
                found[span.key] = before.key
    long_names = {span.key: span.name for span in names if " " in span.name}
    for span in names:
        if span.name.isupper() and " " not in span.name and span.key not in found and len(span.name) > 2:
            for key, name in long_names.items():
                if _initials_match(span.name, name, strict=True):
                    found[span.key] = key
                    break
    return found


def _initials_match(acronym: str, name: str, *, strict: bool = False) -> bool:
    letters = [c for c in acronym if c.isalpha()]
    words = name.replace("-", " ").replace("'s", "").split()
    capitals = [word[0] for word in words if word[0].isupper()]
    everything = [word[0].upper() for word in words if word[0].isalpha()]
    if letters in (capitals, everything):
        return True
    return not strict and len(letters) >= 2 and letters[0] == (capitals or [""])[0] and set(letters) <= set(everything) | set(name.upper())
