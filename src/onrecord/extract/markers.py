"""The words that mark the clause or the noun beside them: "not", "may", "if", "allegedly", "so-called", "nobody"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.parse import Parse
from onrecord.language.quotes import distanced
from onrecord.language.reading import Reading
from onrecord.model import Form, Status
from onrecord.ontology.lexicon import Entry, Lexicon

_OF_CLAUSES = frozenset({"aux", "neg", "advmod", "mark", "preconj", "predet", "prep", "npadvmod"})
_OF_NOUNS = frozenset({"amod", "nmod", "compound"})
_NAMES = frozenset({"NNP", "NNPS"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_COUNTING = frozenset({"det", "preconj", "neg", "amod"})
_CONNECTIVES = frozenset({"preposition", "conjunction"})
_COUNTERS = frozenset({"determiner", "pronoun"})
_AUXILIARIES = frozenset({"aux", "auxpass"})

Mark = tuple[int, Status]
"""A word, and the status that it gives."""


class Markers:
    """Finds the marks of words in one reading."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._reading, self._lexicon = reading, lexicon
        self._parse: Parse = reading.parse
        self._words = [word.lower() for word in reading.parse.words]
        names = (span for span in reading.spans if span.form is Form.NAME)
        self._named = {token for span in names for token in range(span.first, span.end)}
        self._distanced = distanced(reading.parse) - self._named

    def of(self, token: int, below: int | None = None) -> list[Mark]:
        """The marks on a word: by its modifiers, its subject and object, and by the form of its clause.

        `below` is the word from which the look goes up: it marks nothing, and "if" before it is not behind it.
        """
        found = dict(self._modifying(token, below))
        if token in self._distanced and below is None:
            found[token] = Status.ALLEGED
        if self._is_question(token) or self._is_inverted_condition(token):
            found[token] = Status.POSSIBLE
        elif self._is_command(token):
            found[token] = Status.PLANNED
        return [(word, status) for word, status in found.items() if status is not Status.ASSERTED]

    def of_description(self, token: int) -> list[Mark]:
        """The marks on a title or an apposition: only those that stand beside the noun itself."""
        parse = self._parse
        found = dict(self._beside_noun(token) if token not in self._named else ())  # 'the so-called "Winter War"'
        if parse.deps[token] in {"compound", "nmod"}:
            found.update(mark for mark in self._beside_noun(parse.heads[token]) if mark[0] < token)
        if token in self._distanced:
            found[token] = Status.ALLEGED
        return [(word, status) for word, status in found.items() if status is not Status.ASSERTED]

    def of_connective(self, token: int) -> Mark | None:
        """What a preposition or conjunction makes of the words behind it: "without", "instead of", "nor"."""
        first, entry = self._entry(token)
        if entry is None or entry.marks is None or entry.part_of_speech not in _CONNECTIVES:
            return None
        return first, entry.marks

    def _modifying(self, token: int, below: int | None) -> Iterator[Mark]:
        parse = self._parse
        for child in parse.children[token]:
            label = parse.deps[child]
            is_opening = label == "cc" and child < token  # "Nor did X pay"
            if (label in _OF_CLAUSES or is_opening) and child != below:
                if not (label == "mark" and below is not None and child > below):
                    yield from self._marking(child, several=label in {"prep", "npadvmod"})
            elif label in _ARGUMENTS and parse.is_verb(token) and child != below:
                yield from self._counted(child)
            elif label == "det" and parse.is_noun(token):
                yield from ((word, status) for word, status in self._marking(child) if status is Status.NEGATED)
        if parse.is_noun(token) and token not in self._named:
            yield from self._beside_noun(token)

    def _marking(self, token: int, *, several: bool = False) -> Iterator[Mark]:
        first, entry = self._entry(token)
        if entry is None or entry.marks is None:
            return
        if not several or (" " in entry.lemma and entry.part_of_speech == "adverb"):
            is_said = entry.marks_in_speech is not None and self._is_told_later(self._parse.heads[token])
            yield first, entry.marks_in_speech if is_said and entry.marks_in_speech is not None else entry.marks

    def _is_told_later(self, verb: int) -> bool:
        """Whether a clause without a condition is what somebody said in the past: "said she would appeal"."""
        parse = self._parse
        while parse.deps[verb] == "conj":
            verb = parse.heads[verb]
        conditions = (parse.lemmas[t] for c in parse.children_by(verb, "advcl") for t in parse.children_by(c, "mark"))
        is_past = parse.deps[verb] == "ccomp" and parse.tags[parse.heads[verb]] in {"VBD", "VBN"}
        return is_past and not any(mark in {"if", "unless"} for mark in conditions)

    def _beside_noun(self, token: int) -> Iterator[Mark]:
        for child in self._parse.children_by(token, *_OF_NOUNS):
            if self._parse.tags[child] not in _NAMES:
                yield from self._marking(child)

    def _counted(self, token: int) -> Iterator[Mark]:
        """ "nobody", "no soldier", "few", "neither A nor B" as subject or object mark the clause."""
        for word in (token, *self._parse.children_by(token, *_COUNTING)):
            first, entry = self._entry(word)
            if entry is None or entry.marks is None:
                continue
            if entry.marks is Status.NEGATED or entry.part_of_speech in _COUNTERS:
                yield first, entry.marks
                return

    def _entry(self, token: int) -> tuple[int, Entry | None]:
        """The marker that the word belongs to, the longest there is, and the first word of it."""
        word = self._words[token]
        for phrase, entry in self._lexicon.phrases.get(word, ()):
            for at, part in enumerate(phrase):
                first = token - at
                if part == word and first >= 0 and tuple(self._words[first : first + len(phrase)]) == phrase:
                    return first, entry
        markers = self._lexicon.markers
        return token, markers.get(self._parse.lemmas[token]) or markers.get(word)

    # --- the form of the clause -----------------------------------------------------------------------------------

    def _is_question(self, token: int) -> bool:
        parse = self._parse
        if parse.deps[token] != "ROOT":
            return False
        sentence = parse.sentences[parse.sentence_of[token]]
        return any(parse.words[at] == "?" for at in range(sentence.first, sentence.end))

    def _is_inverted_condition(self, verb: int) -> bool:
        """ "Had X paid Y, he would ...", "Should X go": the auxiliary before the subject of a clause without "if"."""
        parse = self._parse
        if parse.deps[verb] != "advcl" or parse.child(verb, "mark") is not None:
            return False
        subject = parse.child(verb, "nsubj", "nsubjpass")
        auxiliaries = parse.children_by(verb, *_AUXILIARIES)
        return bool(auxiliaries) and subject is not None and auxiliaries[0] < subject < verb

    def _is_command(self, verb: int) -> bool:
        """ "Release X", as a sentence of its own or in a quotation."""
        parse = self._parse
        if parse.tags[verb] != "VB" or parse.child(verb, "nsubj", "nsubjpass", "aux", "mark", "expl") is not None:
            return False
        return parse.deps[verb] == "ROOT" or (parse.deps[verb] == "ccomp" and verb in self._reading.quote_at)


__all__ = ["Mark", "Markers"]
