"""Reading: files and folders become documents, each with the metadata that its head or its fields give.

A new format is one file here that looks like its siblings (`plain.py`, `jsonlines.py`) and one line in `READERS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import cast

from onrecord.errors import InputError
from onrecord.model import Document
from onrecord.read.sources import Reader, Source, sources_of

READERS: Mapping[str, str] = {
    ".txt": "onrecord.read.plain:read",
    ".jsonl": "onrecord.read.jsonlines:read",
}
"""The reader of each file suffix (lower case), loaded on use."""


def read_inputs(
    paths: Sequence[Path], *, published: date | None = None, exclude: Path | None = None
) -> Iterator[Document | InputError]:
    """Each document of these files and folders, or the error that says why it cannot be read; the others go on.

    The order is by name, whatever the order of `paths`. `published` is the date of documents that name none. What lies
    in the folder `exclude` is left out (the output of an earlier build). Two documents of one name are an error of the
    second: names are how statements cite documents, so none is renamed silently.
    """
    places: dict[str, str] = {}
    for source in sources_of(paths, tuple(READERS), exclude):
        if isinstance(source, InputError):
            yield source
            continue
        for place, outcome in reader_of(source.path)(source, published):
            if isinstance(outcome, Document) and outcome.name in places:
                yield _taken(place, outcome.name, places[outcome.name])
                continue
            if isinstance(outcome, Document):
                places[outcome.name] = place
            yield outcome


def reader_of(path: Path) -> Reader:
    """The reader for the suffix of this path. Raises KeyError for a suffix that `READERS` lacks."""
    module, function = READERS[path.suffix.lower()].split(":")
    return cast(Reader, getattr(import_module(module), function))


def _taken(place: str, name: str, earlier: str) -> InputError:
    return InputError(
        f'{place}: the name "{name}" is already that of {earlier}; give each line its own id, '
        "and build folders with like file names from the folder above them"
    )


__all__ = ["READERS", "Source", "read_inputs", "reader_of"]
