"""Who is meant: links names, descriptions and pronouns of one document into chains, one chain an entity.

Mentions are read in order, as a reader meets them. Precision comes first: a pronoun or description whose antecedent
is unsure stays alone and takes no part in the graph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from onrecord.language.aliases import aliases, bearer_of
from onrecord.language.branches import link_branches
from onrecord.language.description_links import DescriptionLinks
from onrecord.language.descriptions import IDENTIFYING, is_bare_owner
from onrecord.language.discourse import GROUPS, Chain, Discourse
from onrecord.language.first_person import FirstPerson
from onrecord.language.gazetteer import Gazetteer, PlaceKind, fold
from onrecord.language.genders import are_apart
from onrecord.language.kin import Kin
from onrecord.language.mentions import Span
from onrecord.language.name_forms import SAME_SPELLING, differ_by_digit, is_last_word, is_short_form, same_person
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.language.pronouns import Pronouns
from onrecord.language.quotes import Quote
from onrecord.language.salience import PRONOUN_REACH
from onrecord.model import EntityType, Form
from onrecord.ontology.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Coreference:
    """The spans of a document in order, the chains, and for each span the chain it belongs to (None: unresolved)."""

    spans: list[Span]
    chains: list[Chain]
    chain_of: list[int | None]


def resolve_mentions(
    parse: Parse,
    spans: list[Span],
    quotes: list[Quote],
    lexicon: Lexicon,
    places: Gazetteer,
    author: str | None = None,
) -> Coreference:
    """Links `spans` (in order of their first tokens) into chains; `author` wrote the text and is its "I"."""
    discourse = Discourse(parse, spans, quotes, lexicon, places, author)
    resolver = _Resolver(discourse)
    for number, span in enumerate(spans):
        if discourse.chain_of[number] is None:
            resolver.link(number, span)
    link_branches(discourse)
    FirstPerson(discourse).link()
    return Coreference(spans, discourse.chains, discourse.chain_of)


_KINDS_OF_NAMES = ("company", "party", "movement", "newspaper")
"""Nouns that names may have or lack: "Oslo Credit Bank", "the Free Choice party"."""


class _Resolver:
    def __init__(self, discourse: Discourse) -> None:
        self._told = discourse
        self._parse, self._spans = discourse.parse, discourse.spans
        self._chains, self._chain_of, self._at_head = discourse.chains, discourse.chain_of, discourse.at_head
        self._kinds = frozenset(map(discourse.kind, _KINDS_OF_NAMES))
        self._pronouns = Pronouns(discourse)
        self._descriptions = DescriptionLinks(discourse)
        self._kin = Kin(discourse)

    def link(self, number: int, span: Span) -> None:
        if span.form is Form.NAME:
            chain = self._by_name(number, span)
            chain = chain if chain is not None else self._bearer(span)
            full = self._full_name(span, chain)
            if full is not None:  # "the League" is no name by which others know it
                self._spans[number] = replace(span, name=full)
            if chain is None:
                chain = self._described(number, span)
            if chain is None:
                chain = self._protagonist(span)
            self._told.join(number, chain if chain is not None else self._told.new(span))
        elif span.form is Form.NOMINAL:
            chain = self._by_structure(span)
            if chain is None and not self._waits_for_name(span):
                chain = self._spouse(span)
                chain = chain if chain is not None else self._kin.meant(span)
                chain = chain if chain is not None else self._pronouns.pairs.described(span)
                chain = chain if chain is not None else self._descriptions.meant(span)
                chain = chain if chain is not None else self._pronouns.aged(span)
                if chain is None and not self._is_bare_owner(span):
                    chain = self._told.new(span)
            if chain is not None:
                self._told.join(number, chain)
        else:
            for beside in self._pronouns.pairs.named(span) if span.is_plural else ():
                if self._chain_of[beside] is None:
                    self.link(beside, self._spans[beside])
            ahead = self._pronouns.announced(span)
            if ahead is not None and self._chain_of[ahead] is None:
                self.link(ahead, self._spans[ahead])
            chain = self._chain_of[ahead] if ahead is not None else self._pronouns.meant(span)
            if chain is not None:
                self._told.join(number, chain)

    def _is_bare_owner(self, span: Span) -> bool:
        """Whether it is somebody only where the text told before: "party" in "party leader Ada Roe"."""
        return not self._told.is_institution(span.noun or "") and is_bare_owner(self._parse, span.head)

    def _spouse(self, span: Span) -> int | None:
        """Whom "her husband" means, where the text has called her somebody's wife, or him her husband."""
        parse = self._parse
        owner = self._at_head.get(parse.child(span.head, "poss") or -1)
        person = self._chain_of[owner] if owner is not None and owner < len(self._chain_of) else None
        if person is None or not self._is_spouse(span):
            return None
        for other in self._spans:
            if other.head >= span.head:
                return None
            number = self._at_head[other.head]
            owners = [self._at_head.get(token) for token in self._told.owners(other.head)]
            pair = {self._chain_of[number], *(self._chain_of[n] for n in owners if n is not None)}
            if person not in pair or len(pair) != 2 or not self._is_spouse(other):
                continue
            found = next(iter(pair - {person}))
            if found is not None and not are_apart(self._chains[found].gender, span.gender):
                return found
        return None

    def _is_spouse(self, span: Span) -> bool:
        entry = self._told.lexicon.nouns.get(span.noun or "") if span.form is Form.NOMINAL else None
        return entry is not None and any(sense.predicate == "spouseOf" for sense in entry.senses)

    def _by_name(self, number: int, span: Span) -> int | None:
        if span.country is not None and span.type is EntityType.COUNTRY:
            return next(
                (c for c in self._told.of_types({span.type}) if self._chains[c].country == span.country),
                None,
            )
        key = self._told.acronyms.get(span.key, span.key)
        candidates = self._told.of_types({span.type})
        exact = next(
            (c for c in candidates if key in self._chains[c].keys or span.key in self._chains[c].keys),
            None,
        )
        if exact is not None:
            return exact
        if span.type is EntityType.PERSON:
            return self._by_part_of_name(span, candidates)
        return self._by_spelling(span, candidates)

    def _by_part_of_name(self, span: Span, candidates: list[int]) -> int | None:
        words = span.key.split()
        found = [
            c
            for c in candidates
            if any(same_person(words, key) for key in self._full_keys(self._chains[c], words))
            and not are_apart(self._chains[c].gender, span.gender)
            and not self._is_told_apart(self._chains[c], span)
        ]
        exact = [c for c in found if any(words[-1] in key.split() for key in self._chains[c].keys)]
        found = exact or found  # "Averin" is no "Averina" where there is an Averin
        if len({frozenset(self._chains[c].keys) for c in found}) > 1 and len(words) == 1:
            return max(found, key=lambda c: self._chains[c].last_sentence)
        if found:
            return found[-1]
        return self._by_spelling(span, candidates)

    @staticmethod
    def _full_keys(chain: Chain, words: list[str]) -> list[list[str]]:
        """The names of a chain that a name is compared with: a full one not with surnames, if there are full ones."""
        keys = [key.split() for key in chain.keys]
        full = [key for key in keys if len(key) > 1] if len(words) > 1 else []
        return full or keys

    def _is_told_apart(self, chain: Chain, span: Span) -> bool:
        """Whether the sentence has both in one event, or one as the other's kin: then they are two.

        "Okoro married Ada Okoro", "Okoro's father, Ben Okoro".
        """
        sentence, own = self._parse.sentence_of[span.head], self._told.event(span.head)
        kin = {owner for noun in self._beside(span.head) for owner in self._told.owners(noun)}
        for number in reversed(chain.spans):
            head = self._spans[number].head
            if self._parse.sentence_of[head] != sentence:
                return False
            if head in kin or (own is not None and own == self._told.event(head)):
                return True
        return False

    def _by_spelling(self, span: Span, candidates: list[int]) -> int | None:
        key = span.key
        if len(key) < 7:
            return self._by_last_word(span, candidates)
        for c in reversed(candidates):
            if are_apart(self._chains[c].gender, span.gender):  # "Ivanov" and "Ivanova"
                continue
            for other in self._chains[c].keys:
                same_length = len(other.split()) == len(key.split())
                if (
                    same_length
                    and other[0] == key[0]
                    and fuzz.ratio(other, key) >= SAME_SPELLING
                    and not differ_by_digit(other, key)
                ):
                    return c
                if span.type is EntityType.ORGANISATION and (
                    is_short_form(key, other) or self._adds_kind_or_country(key, other)
                ):
                    return c
        return self._by_last_word(span, candidates)

    def _adds_kind_or_country(self, key: str, other: str) -> bool:
        """Whether one but says what the other is or whose: "Oslo Credit Bank", "Free Choice of Norway"."""
        bare = self._bare(key)
        return " " in bare and bare == self._bare(other)

    def _bare(self, key: str) -> str:
        """A name without what kind of body it is, and without its country."""
        name, _, noun = key.rpartition(" ")
        if " " in name and not self._kinds.isdisjoint(self._told.kinds(noun)):
            return name
        name, _, where = key.rpartition(" of ")
        found = self._told.places.find(where) if " " in name else None
        return name if found is not None and found.kind is PlaceKind.COUNTRY else key

    def _by_last_word(self, span: Span, candidates: list[int]) -> int | None:
        """ "The League" after "the Farmers' League": the one named last."""
        if span.type is not EntityType.ORGANISATION or self._parse.words[span.first - 1].lower() != "the":
            return None
        found = [c for c in candidates if any(is_last_word(span.key, key) for key in self._chains[c].keys)]
        return max(found, key=lambda c: self._chains[c].spans[-1], default=None)

    def _full_name(self, span: Span, chain: int | None) -> str | None:
        """The name of the chain that ends in the one word of this one, if that is all that links them."""
        if chain is None or span.type is not EntityType.ORGANISATION or span.key in self._chains[chain].keys:
            return None
        return next((name for name in self._chains[chain].names if is_last_word(span.key, fold(name))), None)

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
            if chain is None and (chain := self._told_before(self._spans[other], span)) is not None:
                return chain
        return None

    def _told_before(self, description: Span, name: Span) -> int | None:
        """ "An engineer was arrested. The engineer, X, ...": who was described before and is named now."""
        determiner = self._parse.child(description.head, "det")
        if determiner is None or self._parse.lemmas[determiner] != "the" or description.is_plural:
            return None
        sentence, modifiers = self._parse.sentence_of[name.head], set(description.key.split())
        for c in reversed(self._told.of_types({name.type})):
            chain = self._chains[c]
            is_near = 0 < sentence - chain.last_sentence <= PRONOUN_REACH + 1 or self._is_in_lead(chain)
            is_same = description.noun in chain.nouns and not (chain.is_named or chain.is_plural)
            is_same = is_same and not self._descriptions.is_of_another(chain, description)
            if is_near and is_same and any(modifiers <= set(fold(told).split()) for told in chain.names):
                return c
        return None

    def _is_in_lead(self, chain: Chain) -> bool:
        """Whether somebody was introduced in the first sentence, which news name later on."""
        sentences, first = self._parse.sentences, self._spans[chain.spans[0]].head
        lead = next((n for n, sentence in enumerate(sentences) if not sentence.is_heading), 0)
        return self._parse.sentence_of[first] == lead

    def _bearer(self, span: Span) -> int | None:
        """Whose other name it is: "Ada Roe, better known as Ace"."""
        bearer = bearer_of(self._parse, span.head)
        number = self._at_head.get(bearer) if bearer is not None else None
        chain = self._chain_of[number] if number is not None else None
        is_named = chain is not None and self._chains[chain].is_named
        return chain if is_named and chain is not None and self._chains[chain].type is span.type else None

    def _protagonist(self, span: Span) -> int | None:
        """Who was "he" or "she" from the first word on, and is named at last."""
        people = self._told.of_types({EntityType.PERSON})
        if span.type is not EntityType.PERSON or self._parse.deps[span.head] not in SUBJECTS:
            return None
        if any(self._chains[c].is_named for c in people):
            return None
        sentence = self._parse.sentence_of[span.head]
        waiting = (c for c in people if self._chains[c].is_protagonist and self._chains[c].last_sentence < sentence)
        return next(waiting, None)

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
        return any(self._chain_of[other] is None for other in self._named_beside(span))

    def _named_beside(self, span: Span) -> Iterable[int]:
        parse, head = self._parse, span.head
        tokens = parse.children_by(head, "appos")
        for role in [token for token in tokens if token in self._at_head]:  # "her husband, the composer Bo Lind"
            if self._spans[self._at_head[role]].form is Form.NOMINAL:
                tokens.extend(parse.children_by(role, "appos"))
        if parse.deps[head] in {"appos", "compound", "nmod"}:
            tokens.append(parse.heads[head])
        if parse.deps[head] == "pobj" and parse.tags[one := parse.heads[parse.heads[head]]] == "CD":
            tokens.append(parse.heads[one])  # "X, one of the leading parties"
        if self._is_kind_of_name(span):  # "the X party"
            kinds = [self._at_head.get(token) for token in parse.children_by(head, "compound", "nmod")]
            tokens.extend(self._spans[n].head for n in kinds if n is not None and self._spans[n].type is span.type)
        for clause in parse.children_by(head, "acl"):  # "a bloc called X"
            tokens.extend(parse.children_by(clause, "oprd"))
        tokens.extend(self._identified(head))
        tokens.extend(aliases(parse, head))
        for token in tokens:
            other = self._at_head.get(token)
            if other is not None and self._spans[other].form is Form.NAME and _compatible(span, self._spans[other]):
                yield other

    def _identified(self, head: int) -> Iterable[int]:
        """ "The driver, named by police as X", "police identified the gunman as X": who X is."""
        parse = self._parse
        verbs = parse.children_by(head, "acl")
        if parse.deps[head] in {"nsubjpass", "dobj"}:
            verbs.append(parse.heads[head])
        for verb in verbs:
            for phrase in parse.children_by(verb, "prep") if parse.lemmas[verb] in IDENTIFYING else ():
                if parse.lemmas[phrase] == "as":
                    yield from parse.children_by(phrase, "pobj")

    def _is_kind_of_name(self, span: Span) -> bool:
        """Whether a name before a noun is what it calls so: "the Free Steppe party", but not "the Acme subsidiary"."""
        entry, parse = self._told.lexicon.nouns.get(span.noun or ""), self._parse
        determiner, owner = parse.child(span.head, "det"), parse.child(span.head, "poss")
        is_definite = owner is not None or (determiner is not None and parse.lemmas[determiner] == "the")
        if entry is None or not is_definite or span.is_plural:
            return False
        is_of_another = any({"of", "possessor"} & set(sense.object) for sense in entry.senses)
        return span.type is EntityType.ORGANISATION and not (is_of_another or entry.is_institution or span.is_specific)

    def _by_structure(self, span: Span) -> int | None:
        """The entity that the grammar equates with this description: apposition or predicate noun."""
        parse, head = self._parse, span.head
        named = next(iter((*self._named_beside(span), *self._named_place(span))), None)
        if named is not None:
            if self._chain_of[named] is None:
                self.link(named, self._spans[named])
            return self._chain_of[named]
        fronted = self._at_head.get(parse.heads[head]) if parse.deps[head] == "appos" else None
        if fronted is not None and self._spans[fronted].form is Form.PRONOUN and not span.is_plural:
            if self._chain_of[fronted] is None:  # "A professor of law at X, she"
                self.link(fronted, self._spans[fronted])
            return self._chain_of[fronted]
        while parse.deps[head] == "conj" and not span.is_plural and parse.is_noun(parse.heads[head]):
            head = parse.heads[head]
        first = self._at_head.get(head)
        if head != span.head and parse.deps[head] == "appos" and first is not None:  # "X, a minister and founder of Y"
            chain = self._chain_of[first]
            return chain if chain is not None and self._chains[chain].type is span.type else None
        if parse.deps[head] in {"attr", "oprd"} and parse.child(parse.heads[head], "neg") is None:
            verb = parse.heads[head]
            made = parse.child(verb, "dobj") if parse.deps[head] == "oprd" else None  # "made Ada Roe minister"
            subject = made if made is not None else parse.child(verb, "nsubj", "nsubjpass")
            other = self._at_head.get(subject) if subject is not None else None
            if other is not None and (chain := self._chain_of[other]) is not None:
                kind = self._chains[chain].type
                return chain if kind is span.type or (kind in GROUPS and span.type in GROUPS) else None
        return None

    def _named_place(self, span: Span) -> Iterable[int]:
        """ "The town of X" is X."""
        for token in self._told.owners(span.head) if span.type is EntityType.PLACE else ():
            other = self._at_head.get(token)
            if other is not None and self._spans[other].form is Form.NAME and self._spans[other].type is span.type:
                yield other


def _compatible(description: Span, name: Span) -> bool:
    """Whether a description and the name beside it can mean one thing."""
    if description.type is name.type:
        return not (description.type is EntityType.PERSON and description.is_plural)
    return {description.type, name.type} <= GROUPS | {EntityType.PLACE} and name.type is not EntityType.PERSON
