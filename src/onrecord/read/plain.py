"""Plain text: one file, one document, its text unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.errors import InputError
from onrecord.model import Document
from onrecord.read.decoding import read_bytes, text_of
from onrecord.read.head import read_head
from onrecord.read.sources import Reading, Source


def read(source: Source, published: date | None) -> Iterator[Reading]:
    """The one document of the file, or why it cannot be read."""
    place = str(source.path)
    try:
        text = text_of(read_bytes(source.path), place)
    except InputError as error:
        yield Reading(place, error)
        return
    head = read_head(text, place)
    document = Document.of(
        source.name,
        text,
        title=head.title,
        url=head.url,
        author=head.author,
        published=head.published or published,
    )
    yield Reading(place, document)
