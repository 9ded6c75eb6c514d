"""The dependency parse of a document as plain columns, one entry a token.

spaCy's objects stay in `pipeline.py`; everything after it reads these columns, which are quick to walk and easy to
write by hand in a test. Labels are spaCy's English ones (ClearNLP dependencies, Penn Treebank tags).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
ASIDE = "aside"
"""Our label for a remark in brackets that is no apposition and no clause: it says nothing of the words above it."""

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `end` (exclusive); `is_heading` for titles and bylines, which state nothing."""

    first: int
    end: int
    paragraph: int
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Parse:
    """Columns over the tokens of one document. Heads are token indices; a root is its own head."""

    text: str
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sentences: list[Sentence]
    entities: list[tuple[int, int, str]]
    children: list[list[int]] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.children.extend([] for _ in self.words)
        for token, head in enumerate(self.heads):
            if head != token:
                self.children[head].append(token)
        self.sentence_of.extend([0] * len(self.words))
        for number, sentence in enumerate(self.sentences):
            for token in range(sentence.first, sentence.end):
                self.sentence_of[token] = number

    def __len__(self) -> int:
        return len(self.words)

    def span_text(self, first: int, end: int) -> str:
        """The document's text from token `first` to before token `end`."""
        return self.text[self.starts[first] : self.ends[end - 1]] if end > first else ""

    def child(self, token: int, *labels: str) -> int | None:
        """The first child of `token` with one of these dependency labels."""
        for child in self.children[token]:
            if self.deps[child] in labels:
                return child
        return None

    def children_by(self, token: int, *labels: str) -> list[int]:
        """All children of `token` with one of these dependency labels, in order."""
        return [child for child in self.children[token] if self.deps[child] in labels]

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads of `token`, from its own up to the root."""
        while (head := self.heads[token]) != token:
            yield head
            token = head

    def subtree(self, token: int) -> tuple[int, int]:
        """First token and end (exclusive) of everything below `token`, itself included."""
        first = last = token
        stack = [token]
        while stack:
            current = stack.pop()
            first, last = min(first, current), max(last, current)
            stack.extend(self.children[current])
        return first, last + 1

    def conjuncts(self, token: int) -> list[int]:
        """`token` and everything coordinated below it ("A, B and C" seen from A)."""
        found = [token]
        for current in found:
            found.extend(child for child in self.children[current] if self.deps[child] == "conj")
        return found

    def is_noun(self, token: int) -> bool:
        """True for common and proper nouns."""
        return self.tags[token] in NOUN_TAGS

    def is_verb(self, token: int) -> bool:
        """True for verb forms, auxiliaries included."""
        return self.tags[token].startswith("VB")
