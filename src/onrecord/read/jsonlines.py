"""JSON lines: one document a line, `{"id", "text", "title"?, "url"?, "author"?, "published"?, "publisher"?}`.

Other keys are ignored. The file is read line by line, so its size does not matter; each text has the limit of a file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from onrecord.errors import InputError
from onrecord.model import Document
from onrecord.read.dates import read_date
from onrecord.read.decoding import MAX_BYTES
from onrecord.read.sources import Reading, Source

_LINE_BYTES = 7 * MAX_BYTES
"""A JSON line is longer than its text: an escape has up to six bytes, and there are other fields."""


def read(source: Source, published: date | None) -> Iterator[Reading]:
    """The document of each line, or the error that names file and line; blank lines are skipped."""
    is_empty = True
    try:
        with source.path.open("rb") as file:
            for number, line in _lines_of(file):
                is_empty = False
                place = f"{source.path}, line {number}"
                yield Reading(place, _outcome(line, place, published))
    except OSError as error:
        message = f"{source.path}: cannot be read ({error.strerror}); check its permissions"
        yield Reading(str(source.path), InputError(message))
        return
    except InputError as error:
        yield Reading(str(source.path), InputError(f"{source.path}: {error}"))
        return
    if is_empty:
        yield Reading(str(source.path), InputError(f"{source.path}: empty; remove it or fill it"))


def _lines_of(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The numbered lines with something in them. Raises InputError at NUL bytes or an endless line."""
    number = 0
    while line := file.readline(_LINE_BYTES + 1):
        number += 1
        if b"\0" in line:
            raise InputError(f"binary, not JSON lines (NUL byte in line {number}); export it as UTF-8 text")
        if len(line) > _LINE_BYTES:
            raise InputError(f"line {number} is over {_LINE_BYTES:,} bytes; put one document on a line")
        if line.strip():
            yield number, line


def _outcome(line: bytes, place: str, published: date | None) -> Document | InputError:
    try:
        return _document(_fields(line), published)
    except InputError as error:
        return InputError(f"{place}: {error}")


def _fields(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte 0x{line[error.start]:02x} at {error.start}); save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON ({error}); one object a line, quotes and line ends escaped") from error
    if not isinstance(fields, dict):
        raise InputError('no JSON object; write {"id": ..., "text": ...}')
    return fields


def _document(fields: dict[str, Any], published: date | None) -> Document:
    return Document.of(
        _required(fields, "id"),
        _required(fields, "text"),
        title=_optional(fields, "title"),
        url=_optional(fields, "url"),
        author=_optional(fields, "author"),
        published=_published(fields) or published,
        publisher=_optional(fields, "publisher"),
    )


def _required(fields: dict[str, Any], key: str) -> str:
    if key not in fields:
        raise InputError(f'no "{key}"; each line needs "id" and "text"')
    value = _optional(fields, key)
    if value is None:
        raise InputError(f'empty "{key}"; each line needs "id" and "text"')
    if len(value) > MAX_BYTES:  # characters: a text file within the limit must read back, whatever its encoding was
        raise InputError(f'"{key}" is over the limit of {MAX_BYTES:,} characters for one text; split it')
    return value


def _optional(fields: dict[str, Any], key: str) -> str | None:
    """The field as it stands; None for null, absent and blank. Raises InputError for what is no writable string."""
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f'"{key}" is no string but {json.dumps(value)[:40]}; put it in double quotes')
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise InputError(f'"{key}" has a NUL character or half a surrogate pair; remove it')
    return value if value.strip() else None


def _published(fields: dict[str, Any]) -> date | None:
    value = _optional(fields, "published")
    if value is None:
        return None
    day = read_date(value)
    if day is None:
        raise InputError(f'"published" is no date: "{value[:40]}"; write it as 2016-11-11')
    return day


def write(documents: Iterable[Document], path: Path) -> None:
    """Writes documents so that `read` gives the very same back, ids included."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for document in documents:
            fields = {
                "id": document.name,
                "text": document.text,
                "title": document.title,
                "url": document.url,
                "author": document.author,
                "published": document.published and document.published.isoformat(),
                "publisher": document.publisher,
            }
            line = {key: value for key, value in fields.items() if value is not None}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
