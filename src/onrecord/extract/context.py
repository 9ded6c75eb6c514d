"""How firmly something is said, and by whom: the status and the speaker of a word's clause.

From the word outwards: its own marks (not, may, if, allegedly), then every word that governs it and embeds it
(claimed that, accused of, failed to), the sources of its sentence (according to), then the quotation it stands in.
Inner and outer readings are combined pair by pair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.extract.arguments import Arguments
from onrecord.extract.markers import Mark, Markers
from onrecord.extract.sources import sources
from onrecord.extract.speakers import Speakers
from onrecord.language.descriptions import noun_entry
from onrecord.language.parse import SUBJECTS, Parse
from onrecord.language.reading import Reading
from onrecord.model import Status
from onrecord.ontology.lexicon import SPOKEN, Embedding, Entry, Lexicon

_A, _R, _L, _P, _F, _D, _N = Status  # asserted, reported, alleged, possible, planned (future), denied, negated

# COMBINED[outer][inner]
COMBINED: dict[Status, dict[Status, Status]] = {
    _A: {status: status for status in Status},
    _R: {_A: _R, _R: _R, _L: _L, _P: _P, _F: _F, _D: _D, _N: _D},
    _L: {_A: _L, _R: _L, _L: _L, _P: _P, _F: _F, _D: _D, _N: _D},
    _P: {_A: _P, _R: _P, _L: _P, _P: _P, _F: _P, _D: _D, _N: _N},
    _F: {_A: _F, _R: _F, _L: _L, _P: _P, _F: _F, _D: _D, _N: _N},
    _D: {_A: _D, _R: _D, _L: _D, _P: _D, _F: _D, _D: _R, _N: _R},
    _N: {_A: _N, _R: _N, _L: _N, _P: _N, _F: _N, _D: _N, _N: _P},
}

_NOT_DONE = frozenset({Status.NEGATED, Status.DENIED})
_DOUBTING = frozenset({"mark", "nsubj", "nsubjpass", "amod", "det", "ROOT"})
_PURPOSE = Embedding(("clause",), Status.PLANNED)
_CHANCE = Embedding(("infinitive",), Status.POSSIBLE)
_CLAUSES = frozenset({"clause", "infinitive", "gerund"})
_COPULAR = ("acomp", "attr", "oprd")


@dataclass(frozen=True, slots=True)
class Context:
    """Status and speakers of a clause; `speaker` holds the head tokens of who is answerable, innermost first.

    `speech` is the word that introduces what the speaker says; `reasons` are the words that made the status what it is,
    innermost first, each with the status that it gives.
    """

    status: Status = Status.ASSERTED
    speaker: tuple[int, ...] = ()
    speech: int | None = None
    reasons: tuple[tuple[int, Status], ...] = ()

    def within(self, status: Status, word: int, speaker: tuple[int, ...] = (), speech: int | None = None) -> Context:
        """This context inside an outer one, which the token `word` opens."""
        return Context(
            COMBINED[status][self.status],
            self.speaker or speaker,
            self.speech if self.speaker else speech,
            (*self.reasons, (word, status)),
        )

    def marked(self, marks: Iterable[Mark]) -> Context:
        """This context under each of the marks that it is not under yet ("has yet to": one mark on two verbs)."""
        context = self
        for word, status in marks:
            if (word, status) not in context.reasons:
                context = context.within(status, word)
        return context


@dataclass(frozen=True, slots=True)
class _Link:
    """What the word at `governor` makes of a statement inside one of its arguments."""

    governor: int
    embedding: Embedding

    @property
    def is_speech(self) -> bool:
        return bool(self.embedding.speaker) and self.embedding.status in SPOKEN


class Contexts:
    """Finds the context of words in one reading."""

    def __init__(self, reading: Reading, arguments: Arguments, lexicon: Lexicon) -> None:
        self._reading, self._arguments, self._lexicon = reading, arguments, lexicon
        self._parse: Parse = reading.parse
        self._markers = Markers(reading, lexicon)
        self._speakers = Speakers(reading, arguments, lexicon)
        self._sources = sources(reading.parse, lexicon)
        self._known: dict[int, Context] = {}

    def of(self, token: int, *, is_background: bool = False) -> Context:
        """The context of the word at `token`. Background (titles, appositions) keeps its own marks and a quotation."""
        if is_background and not self._is_predicated(token):
            is_clause = self._parse.is_verb(token)
            marks = self._markers.of(token) if is_clause else self._markers.of_description(token)
            return self._quoted(token, Context().marked(marks))
        if token not in self._known:
            self._known[token] = self._quoted(token, self._climbed(token))
        return self._known[token]

    def _climbed(self, token: int) -> Context:
        """The context that the words above the token give it."""
        parse = self._parse
        context = self._sourced(token, Context().marked(self._markers.of(token)), {token})
        path, current, counts = {token}, token, True
        for head in parse.ancestors(token):
            label = parse.deps[current]
            link = self._link(current, head)
            is_owned = False
            if counts and label == "ccomp" and self._is_subjunctive(current):
                context = context.within(Status.PLANNED, current)
            if link is not None:
                context, is_owned = self._embedded(context, link, counts)
            linking = self._linking(current, head) if counts else None
            if linking is not None:
                context = context.marked([linking])
            if label == "conj":
                counts = counts and self._shares_modality(current)
            elif not self._passes_modality(current, head, link, is_owned):
                counts = False
            if counts:
                marks = self._markers.of(head, below=current)
                # "neither ... nor" is one negation, not two
                context = context.marked(m for m in marks if linking is None or m[1] is not linking[1])
            path.add(head)
            current = head
            context = self._sourced(current, context, path)
        return context

    # --- modality -------------------------------------------------------------------------------------------------

    def _shares_modality(self, conjunct: int) -> bool:
        """Whether "may meet and sign" extends to the second verb: it has neither subject nor auxiliary of its own."""
        return self._parse.child(conjunct, "nsubj", "nsubjpass", "aux", "auxpass") is None

    def _passes_modality(self, current: int, head: int, link: _Link | None, is_owned: bool) -> bool:
        """Whether negation and modality of `head` reach into `current`."""
        parse, label = self._parse, self._parse.deps[current]
        if label in {"ccomp", "acl"} and self._is_whether(current):
            return False
        if link is not None:
            if link.is_speech:
                return not is_owned
            is_qualified = link.embedding.status is not Status.ASSERTED or not parse.is_verb(link.governor)
            return (not link.embedding.speaker and is_qualified) or label == "xcomp"
        if label == "dobj":
            return parse.is_noun(current)
        if label == "relcl":
            return self._is_cleft(current, head)
        if "as" in {parse.lemmas[current], parse.lemmas[head]} and label in {"pobj", "prep"}:
            return True  # "may be appointed as director"
        if label == "prep":
            return self._link_of_preposition(current) is not None
        if label in {"nsubjpass", "attr", "acomp", "xcomp", "pcomp", "prt", "oprd"}:
            return True
        if label == "ccomp" and parse.is_noun(current):
            return True  # "will make her director"
        return label in {"aux", "auxpass"}

    def _is_whether(self, clause: int) -> bool:
        """Whether it is open in any case what the clause says: "it is not clear whether"."""
        mark = self._parse.child(clause, "mark")
        found = self._markers.of_connective(mark) if mark is not None else None
        return found is not None and found[1] is _P

    def _is_cleft(self, clause: int, noun: int) -> bool:
        """ "It was not X that paid": the clause behind what "it" is said to be."""
        parse = self._parse
        verb = parse.heads[noun]
        subject = parse.child(verb, "nsubj") if parse.deps[noun] == "attr" else None
        return subject is not None and parse.lemmas[subject] == "it" and parse.words[noun + 1] != ","

    def _linking(self, current: int, head: int) -> Mark | None:
        """What the word between them makes of the lower one: "without paying", "nor paid", "rather than pay"."""
        parse, label = self._parse, self._parse.deps[current]
        if label in {"pcomp", "pobj"}:
            return self._markers.of_connective(head)
        if label == "conj":
            before = [c for c in parse.children_by(head, "cc") if c < current]
            return self._markers.of_connective(before[-1]) if before else None
        return None

    # --- embedding words ------------------------------------------------------------------------------------------

    def _entry(self, token: int) -> Entry | None:
        parse = self._parse
        if parse.is_noun(token):
            return noun_entry(parse, self._lexicon, token)
        if parse.is_verb(token) or parse.tags[token] == "MD":
            verbs = self._lexicon.verbs
            own = verbs.get(parse.words[token].lower()) if parse.tags[token] == "VBG" else None  # "is going to"
            return own or verbs.get(parse.lemmas[token])
        return self._lexicon.adjectives.get(parse.lemmas[token])

    def _link(self, current: int, head: int) -> _Link | None:
        """What the word at `head` makes of its argument `current`."""
        parse, label = self._parse, self._parse.deps[current]
        if label in {"ccomp", "xcomp"}:
            found = self._predicated(current, head) or self._find(head, *self._arguments.clause_names(current))
            is_open = found is None and label == "xcomp" and parse.deps[head] == "acomp"  # "too weak to", "free to"
            return _Link(head, _CHANCE) if is_open else found
        if label in {"oprd", "acomp"}:
            return self._find(head, "complement")
        if label in {"acl", "relcl"} and parse.is_noun(head):
            return self._behind_noun(current, head)
        if label == "dobj" or (label == "nsubjpass" and parse.is_verb(head)):
            return self._find(head, "directObject")
        if label in {"pcomp", "pobj"}:
            return self._link_of_preposition(head)
        if label == "advcl" and self._arguments.is_infinitive(current):
            return self._purpose(current, head)
        if label in {"advcl", "dep"} and current < head and self._is_inverted(head):
            return self._find(head, "clause")
        return None

    def _is_inverted(self, verb: int) -> bool:
        """ "While it does not pay them, explained X, ...": what stands before such a verb is said, too."""
        subject = self._parse.child(verb, "nsubj") if self._parse.is_verb(verb) else None
        entry = self._entry(verb) if subject is not None and subject > verb else None
        return entry is not None and entry.is_of_speech

    def _predicated(self, clause: int, verb: int) -> _Link | None:
        """What is said of a clause: "it is not true that", "it is a lie that", "the allegation is that"."""
        parse = self._parse
        if not parse.is_verb(verb):
            return None
        words = parse.children_by(verb, *_COPULAR)
        if parse.lemmas[verb] == "be" and parse.deps[clause] == "ccomp":
            words.extend(word for word in parse.children_by(verb, "nsubj") if parse.is_noun(word))
        links = (self._find(word, *self._arguments.clause_names(clause)) for word in words)
        return next((link for link in links if link is not None), None)

    def _behind_noun(self, clause: int, noun: int) -> _Link | None:
        """What a noun makes of the clause that says what it is about ("the claim that", "the plan to").

        Behind any other noun an infinitive is what its verb wants it for: "sent soldiers to arrest X".
        """
        parse = self._parse
        mark = parse.child(clause, "mark")
        is_infinitive = self._arguments.is_infinitive(clause)
        if not is_infinitive and (mark is None or parse.lemmas[mark] != "that"):
            return None
        found = self._find(noun, *self._arguments.clause_names(clause))
        if found is None and is_infinitive and parse.deps[noun] == "dobj":
            return self._find(parse.heads[noun], "infinitive")
        return found

    def _purpose(self, clause: int, verb: int) -> _Link | None:
        """What is done to reach something does not say that it was, unless the verb does ("used it to attack X")."""
        link = self._find(verb, *self._arguments.clause_names(clause))
        is_told = self._arguments.is_passive(verb) or self._parse.tags[clause] == "VBN"  # "is said by X to have"
        if link is None or (link.is_speech and not is_told):
            return _Link(verb, _PURPOSE)
        return link

    def _link_of_preposition(self, preposition: int) -> _Link | None:
        """The embedding behind "accused of": the preposition may hang on the object of its verb."""
        parse = self._parse
        head = parse.heads[preposition]
        if parse.lemmas[preposition] == "as" and (preposition < head or parse.words[preposition - 1] == ","):
            return None  # "Ada, as director, backed Bo"
        found = self._find(head, parse.lemmas[preposition])
        if found is None and parse.deps[head] in {"dobj", "nsubjpass", "appos", "pobj"}:
            for governor in parse.ancestors(head):
                if parse.is_verb(governor):
                    return self._find(governor, parse.lemmas[preposition])
        return found

    def _find(self, governor: int, *arguments: str) -> _Link | None:
        entry = self._entry(governor)
        if entry is None or not entry.embeddings:
            return None
        particles = [self._parse.lemmas[child] for child in self._parse.children_by(governor, "prt")]
        embedding = entry.embedding(arguments, particles)
        return _Link(governor, embedding) if embedding is not None else None

    def _embedded(self, context: Context, link: _Link, counts: bool) -> tuple[Context, bool]:
        """The context inside the embedding, and whether somebody is answerable for what the word says."""
        embedding, governor = link.embedding, link.governor
        speaker = self._speakers.of(governor, embedding)
        is_verb = self._parse.is_verb(governor)
        if not counts:
            # What a relative clause adds is taken for granted; it only belongs to who says the clause that it is in.
            if not link.is_speech or _CLAUSES.isdisjoint(embedding.arguments):
                return context, False
            return context.within(Status.REPORTED, governor, speaker, governor), True
        if is_verb and embedding.speaker and self._is_unsaid(governor):
            return context.within(Status.POSSIBLE, governor), True
        return context.within(embedding.status, governor, speaker, governor), is_verb or bool(speaker)

    def _is_subjunctive(self, clause: int) -> bool:
        """Whether a clause says what is to be, not what is: "recommends that X be tried", "insists that X resign"."""
        parse = self._parse
        forms = sorted((clause, *parse.children_by(clause, "aux", "auxpass")))
        has_parts = all(parse.child(clause, *labels) is not None for labels in (SUBJECTS, ("mark",)))
        return parse.tags[forms[0]] == "VB" and has_parts

    def _is_unsaid(self, verb: int) -> bool:
        """Whether nobody has said it: "did not say that", "denied telling them that", "if X says that".

        Nor has who is to say it as others want it: "forced him to say that", "wanted me to sign a statement that".
        """
        act = self.of(verb)
        if act.status in _NOT_DONE or self._is_others_wish(verb):
            return True
        parse = self._parse
        return any(status is _P and parse.deps[word] in _DOUBTING for word, status in act.reasons)

    def _is_others_wish(self, verb: int) -> bool:
        """Whether saying it is but what others want of somebody."""
        parse = self._parse
        while parse.deps[verb] in {"acl", "dobj"}:  # "sign a statement saying"
            verb = parse.heads[verb]
        wish = parse.heads[verb]
        if not self._arguments.is_infinitive(verb) or parse.deps[verb] not in {"xcomp", "ccomp", "advcl"}:
            return False
        link = self._link(verb, wish)
        if link is None or link.embedding.status is not Status.PLANNED or not parse.is_verb(wish):
            return False
        return parse.child(verb, *SUBJECTS) is not None or link.embedding.controller == ("directObject",)

    def _is_predicated(self, noun: int) -> bool:
        """ "described X as the founder of Y": a role that a sentence gives, and no mere title."""
        parse = self._parse
        if parse.deps[noun] == "oprd":
            return True
        return parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]] == "as"

    # --- sources and quotations -----------------------------------------------------------------------------------

    def _sourced(self, token: int, context: Context, path: set[int]) -> Context:
        """ "According to X" makes everything that is coordinated with the verb it hangs on somebody's word."""
        for source in self._sources.get(token, ()):
            if source.word not in path:
                speaker = self._speakers.of(source.word, source.embedding)
                context = context.within(source.embedding.status, source.word, speaker, source.word)
        return context

    def _quoted(self, token: int, context: Context) -> Context:
        quote = self._reading.quote_at.get(token)
        if quote is None or context.speaker:
            return context
        speaker = tuple(self._speakers.authors(quote.speaker)) if quote.speaker is not None else ()
        word = quote.verb if quote.verb is not None else quote.first
        return context.within(Status.REPORTED, word, speaker, quote.verb)


__all__ = ["COMBINED", "Context", "Contexts"]
