"""spaCy's documents as the columns of a `Parse`: the prose of a paragraph with its asides put back in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from onrecord.language.parse import ASIDE, Parse, Sentence

_LIFE = {"b": ("bear", "VBN"), "d": ("die", "VBD"), "born": ("bear", "VBN"), "died": ("die", "VBD")}
"""Verbs at the head of an aside, also abbreviated: "(b. 1950)", "(born Lyon, 1950)"."""

_MARKS = {"(": "-LRB-", ")": "-RRB-", ";": ":"}
_PARTICIPLES = frozenset({"VBN", "VBD"})


@dataclass(slots=True)
class Columns:
    """Grows paragraph by paragraph; `parse` closes it."""

    text: str
    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    _paragraphs: int = 0

    def parse(self) -> Parse:
        """The parse of all paragraphs."""
        return Parse(
            self.text,
            self.words,
            self.lemmas,
            self.tags,
            self.deps,
            self.heads,
            self.starts,
            self.ends,
            self.sentences,
            self.entities,
        )

    def add_paragraph(self, prose: Doc, offset: int, asides: Sequence[tuple[Doc, int]], *, is_heading: bool) -> None:
        """Adds the tokens of a paragraph and its asides; offsets are those of the document."""
        parts = [(prose, offset), *asides]
        rows = [
            (token.idx + start, number, token.i)
            for number, (doc, start) in enumerate(parts)
            for token in doc
            if not (asides and token.is_space)
        ]
        rows.extend((at, -1, 0) for at in self._marks(asides))
        rows.sort()
        base = len(self.words)
        place = {(number, i): base + at for at, (_, number, i) in enumerate(rows)}
        before = base  # the last word of the prose: an aside hangs on it
        for at, (start, number, i) in enumerate(rows, base):
            if number == -1:
                self._add(self.text[start], self.text[start], _MARKS[self.text[start]], "punct", before, start)
                continue
            token = parts[number][0][i]
            head = place.get((number, token.head.i), at)
            label = token.dep_
            if number and head == at:
                head, label = before, _label(token)
            tag = "VBN" if label == "acl" and head == before and token.lemma_ != "die" and number else token.tag_
            self._add(token.text, token.lemma_.lower(), tag, label, head, start)
            if number == 0:
                before = at
        for number, (doc, _) in enumerate(parts[1:], start=1):
            self._mend(doc, number, place)
        sentences = [sent for sent in prose.sents if not (_lists(sent) or _goes_on(sent))]
        firsts = [next((place[0, t.i] for t in sent if (0, t.i) in place), None) for sent in sentences]
        bounds = [*(first for first in firsts if first is not None), len(self.words)]
        if rows and bounds[0] == len(self.words):
            bounds.insert(0, base)
        for first, end in pairwise(bounds):
            self.sentences.append(Sentence(first, end, self._paragraphs, is_heading))
        for number, (doc, _) in enumerate(parts):
            for entity in doc.ents:
                inside = [place[number, t.i] for t in entity if (number, t.i) in place]
                if inside and inside[-1] - inside[0] == len(inside) - 1:
                    self.entities.append((inside[0], inside[-1] + 1, entity.label_))
        self._paragraphs += 1

    def _add(self, word: str, lemma: str, tag: str, label: str, head: int, start: int) -> None:
        self.words.append(word)
        self.lemmas.append(lemma)
        self.tags.append(tag)
        self.deps.append(label)
        self.heads.append(head)
        self.starts.append(start)
        self.ends.append(start + len(word))

    def _marks(self, asides: Sequence[tuple[Doc, int]]) -> list[int]:
        """Where the brackets and semicolons around asides stand."""
        edges = {at for doc, start in asides for at in (start - 1, start + len(doc.text))}
        return [at for at in sorted(edges) if self.text[at] in _MARKS]

    def _mend(self, aside: Doc, number: int, place: dict[tuple[int, int], int]) -> None:
        """Tags what the tagger cannot know of so few words: names, and abbreviated verbs."""
        tokens = [token for token in aside if (number, token.i) in place]
        if not tokens:
            return
        if all(token.text[:1].isupper() for token in tokens) and len(tokens) <= 5:
            for token in tokens:
                self.tags[place[number, token.i]] = "NNP"
        short = _LIFE.get(tokens[0].text.lower().rstrip("."))
        if short is not None and len(tokens) > 1:
            first = place[number, tokens[0].i]
            root = next((place[number, t.i] for t in tokens if t.head.i == t.i), first)
            self.heads[first], self.deps[first] = self.heads[root], "acl"
            self.lemmas[first], self.tags[first] = short
            if root != first:
                self.heads[root], self.deps[root] = first, "npadvmod"


def _lists(sentence: Span) -> bool:
    """Whether it but lists what the colon before it announced: "their children: Ada, Bo and Cy"."""
    is_behind_colon = sentence.start > 0 and sentence.doc[sentence.start - 1].text == ":"
    return is_behind_colon and not any(token.pos_ in {"VERB", "AUX"} for token in sentence)


def _goes_on(sentence: Span) -> bool:
    """Whether a comma at its start or right before it shows that it is but a part of one."""
    is_behind_comma = sentence.start > 0 and sentence.doc[sentence.start - 1].text == ","
    return is_behind_comma or sentence.text.startswith(",")


def _label(root: Token) -> str:
    """How an aside hangs on the word before it."""
    if root.tag_ in _PARTICIPLES and not any(child.dep_ == "nsubj" for child in root.children):
        return "acl"
    is_acronym = root.text.isupper() and root.text.isalpha() and len(root.text) > 1
    is_name = is_acronym or (root.tag_.startswith("NN") and root.ent_type_ not in {"DATE", "TIME", "CARDINAL"})
    return "appos" if is_name else ASIDE
