"""How firmly something is said, and by whom: the status and the speaker of a word's clause.

From the word outwards: its own markers (not, may, if, allegedly), then every word that governs it and embeds it
(claimed that, accused of, failed to), then the quotation it stands in. Inner and outer readings are combined pair by
pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from onrecord.extract.arguments import Arguments
from onrecord.language.descriptions import noun_entry
from onrecord.language.parse import Parse
from onrecord.language.reading import Reading
from onrecord.model import Status
from onrecord.ontology.lexicon import Embedding, Entry, Lexicon

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

_SPOKEN = frozenset({Status.REPORTED, Status.ALLEGED, Status.DENIED})
_MARKER_LABELS = frozenset({"aux", "neg", "advmod", "mark", "preconj", "cc", "predet"})


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


class Contexts:
    """Finds the context of words in one reading."""

    def __init__(self, reading: Reading, arguments: Arguments, lexicon: Lexicon) -> None:
        self._reading, self._arguments, self._lexicon = reading, arguments, lexicon
        self._parse: Parse = reading.parse

    def of(self, token: int, *, is_background: bool = False) -> Context:
        """The context of the word at `token`. Background (titles, appositions) keeps only what a quotation adds."""
        if is_background:
            return self._quoted(token, Context())
        context = self._marked(token, Context())
        current, modality_counts = token, True
        for head in self._parse.ancestors(token):
            label = self._parse.deps[current]
            embedding = self._embedding(current, head)
            if embedding is not None:
                context = self._embedded(context, embedding, head, modality_counts)
            if label == "conj":
                modality_counts = modality_counts and self._shares_modality(current)
            elif not self._passes_modality(current, head, embedding):
                modality_counts = False
            if modality_counts:
                context = self._marked(head, context, below=current)
            current = head
        return self._quoted(token, self._sourced(token, context))

    # --- markers --------------------------------------------------------------------------------------------------

    def _marked(self, token: int, context: Context, below: int | None = None) -> Context:
        parse = self._parse
        for child in parse.children[token]:
            label = parse.deps[child]
            if label in _MARKER_LABELS and child != below:
                entry = self._lexicon.markers.get(parse.lemmas[child])
                if (
                    entry is not None
                    and entry.marks is not None
                    and not (label == "mark" and below is not None and child > below)
                ):
                    context = context.within(entry.marks, child)
            elif label in {"nsubj", "nsubjpass", "dobj", "attr"} and parse.is_verb(token):
                context = self._negative_phrase(child, context)
            elif label == "amod" and parse.is_noun(token):
                context = self._adjective(child, context)
            elif label == "det" and parse.is_noun(token):
                context = self._determiner(child, context)
        if self._is_question(token):
            context = context.within(Status.POSSIBLE, token)
        return context

    def _negative_phrase(self, token: int, context: Context) -> Context:
        """ "nobody", "no soldier", "neither A nor B" as subject or object negate the clause."""
        parse = self._parse
        words = [token, *parse.children_by(token, "det", "preconj", "neg")]
        for word in words:
            entry = self._lexicon.markers.get(parse.lemmas[word])
            if entry is not None and entry.marks is Status.NEGATED:
                return context.within(Status.NEGATED, word)
        return context

    def _adjective(self, token: int, context: Context) -> Context:
        lemma = self._parse.lemmas[token]
        entry = self._lexicon.markers.get(lemma) or self._lexicon.markers.get(self._parse.words[token].lower())
        return context.within(entry.marks, token) if entry is not None and entry.marks is not None else context

    def _determiner(self, token: int, context: Context) -> Context:
        entry = self._lexicon.markers.get(self._parse.lemmas[token])
        is_negative = entry is not None and entry.marks is Status.NEGATED
        return context.within(Status.NEGATED, token) if is_negative else context

    def _is_question(self, token: int) -> bool:
        parse = self._parse
        if parse.deps[token] != "ROOT":
            return False
        sentence = parse.sentences[parse.sentence_of[token]]
        return any(parse.words[at] == "?" for at in range(sentence.first, sentence.end))

    def _shares_modality(self, conjunct: int) -> bool:
        """Whether "may meet and sign" extends to the second verb: it has neither subject nor auxiliary of its own."""
        return self._parse.child(conjunct, "nsubj", "nsubjpass", "aux", "auxpass") is None

    def _passes_modality(self, current: int, head: int, embedding: Embedding | None) -> bool:
        """Whether negation and modality of `head` reach into `current`."""
        parse, label = self._parse, self._parse.deps[current]
        if embedding is not None:
            return (not embedding.speaker and embedding.status is not Status.ASSERTED) or label == "xcomp"
        if label == "dobj":
            return parse.is_noun(current)
        if label in {"nsubjpass", "attr", "acomp", "xcomp", "pcomp", "prt"}:
            return True
        return label in {"aux", "auxpass"}

    def _sourced(self, token: int, context: Context) -> Context:
        """ "According to X" makes everything that is coordinated with the verb it hangs on somebody's word."""
        sentence = self._parse.sentence_of[token]
        above = {token, *self._parse.ancestors(token)}
        for verb, root, embedding in self._adverbials.get(sentence, ()):
            if root in above and verb not in above:
                speaker = [t for argument in embedding.speaker for t in self._arguments.of_verb(verb, argument)]
                context = context.within(embedding.status, verb, tuple(speaker), verb)
        return context

    @cached_property
    def _adverbials(self) -> dict[int, list[tuple[int, int, Embedding]]]:
        """By sentence: the words that name a source for a whole sentence, and the first verb of what they hang on."""
        found: dict[int, list[tuple[int, int, Embedding]]] = {}
        for token, lemma in enumerate(self._parse.lemmas):
            entry = self._lexicon.verbs.get(lemma)
            for embedding in entry.embeddings if entry is not None else ():
                if "sentence" in embedding.arguments and self._parse.is_verb(token):
                    root = next((a for a in self._parse.ancestors(token) if self._parse.is_verb(a)), token)
                    while self._parse.deps[root] in {"conj", "advcl", "xcomp"}:
                        root = self._parse.heads[root]
                    found.setdefault(self._parse.sentence_of[token], []).append((token, root, embedding))
        return found

    # --- embedding words ------------------------------------------------------------------------------------------

    def _entry(self, token: int) -> Entry | None:
        parse = self._parse
        if parse.is_verb(token):
            return self._lexicon.verbs.get(parse.lemmas[token])
        if parse.is_noun(token):
            return noun_entry(parse, self._lexicon, token)
        return self._lexicon.adjectives.get(parse.lemmas[token])

    def _embedding(self, current: int, head: int) -> Embedding | None:
        """What the word at `head` makes of its argument `current`."""
        parse, label = self._parse, self._parse.deps[current]
        if label in {"ccomp", "xcomp"} or (
            label in {"acl", "relcl"} and parse.is_noun(head) and self._is_content(current)
        ):
            argument = "clause"
        elif label == "dobj" or (label == "nsubjpass" and parse.is_verb(head)):
            argument = "directObject"
        elif label in {"pcomp", "pobj"}:
            return self._governing_embedding(head)
        elif label == "advcl" and parse.tags[current] == "VB":
            argument = "clause"
        else:
            return None
        return self._find(head, argument)

    def _governing_embedding(self, preposition: int) -> Embedding | None:
        """The embedding behind "accused of": the preposition may hang on the object of its verb."""
        parse = self._parse
        head = parse.heads[preposition]
        found = self._find(head, parse.lemmas[preposition])
        if found is None and parse.deps[head] in {"dobj", "nsubjpass", "appos", "pobj"}:
            for governor in parse.ancestors(head):
                if parse.is_verb(governor):
                    return self._find(governor, parse.lemmas[preposition])
        return found

    def _is_content(self, clause: int) -> bool:
        """Whether a clause behind a noun says what the noun is about ("the claim that", "the plan to")."""
        parse = self._parse
        mark = parse.child(clause, "mark")
        return (mark is not None and parse.lemmas[mark] == "that") or parse.tags[clause] == "VB"

    def _find(self, head: int, argument: str) -> Embedding | None:
        entry = self._entry(head)
        for embedding in entry.embeddings if entry is not None else ():
            if argument in embedding.arguments:
                return embedding
        return None

    def _embedded(self, context: Context, embedding: Embedding, head: int, modality_counts: bool) -> Context:
        status = embedding.status
        if not modality_counts:
            # What a relative clause adds is taken for granted; it only belongs to the same speaker.
            if not embedding.speaker or status not in _SPOKEN:
                return context
            status = Status.REPORTED
        governor = (
            head
            if self._entry(head) is not None
            else next((g for g in self._parse.ancestors(head) if self._parse.is_verb(g)), head)
        )
        speaker: list[int] = []
        for argument in embedding.speaker:
            speaker = speaker or self._argument(governor, argument)
        if embedding.speaker and not speaker:
            return context.within(status, governor, (), governor)
        return context.within(status, governor, tuple(speaker), governor)

    def _argument(self, token: int, argument: str) -> list[int]:
        if self._parse.is_verb(token):
            return self._arguments.of_verb(token, argument)
        return self._arguments.of_noun(token, argument)

    # --- quotations -----------------------------------------------------------------------------------------------

    def _quoted(self, token: int, context: Context) -> Context:
        quote = self._reading.quote_at.get(token)
        if quote is None or context.speaker:
            return context
        speaker = (quote.speaker,) if quote.speaker is not None else ()
        word = quote.verb if quote.verb is not None else quote.first
        return context.within(Status.REPORTED, word, speaker, quote.verb)


__all__ = ["COMBINED", "Context", "Contexts"]
