"""From a reference list to known actors, line by line: what one line has wrong keeps no other from being read."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from onrecord.errors import InputError, OptionError
from onrecord.known_actors import KnownActor, actor_of, require_head
from onrecord.read.references import followthemoney, wikidata
from onrecord.read.references.lines import lines_of
from onrecord.read.references.skipped import Skipped

type Reference = KnownActor | Skipped | InputError
"""What a line of a list is: an actor, something else, or not to be read."""

_AROUND = b" \t\r\n,[]"
"""What stands around the objects of a dump, which is one JSON array with an item a line."""

_FORMATS = (
    (followthemoney.is_entity, followthemoney.actor_of),
    (wikidata.is_entity, wikidata.actor_of),
)
"""How to tell an entity of each format, and the actor that it is."""


def read_reference(path: Path) -> Iterator[Reference]:
    """Each actor of the list, in its order, with what is no actor and the errors, which name file and line.

    A file that cannot be read to its end is the last error.
    """
    numbered = lines_of(path)
    head: list[tuple[int, bytes]] = []
    try:
        for line in numbered:
            head.append(line)
            if text := _plain(line[1]):
                lines = chain(head, numbered)
                yield from _read_json(lines, path) if text.startswith((b"{", b"[")) else _read_csv(lines, path)
                return
        yield InputError(f"{path}: empty; give CSV or JSON lines")
    except InputError as error:
        yield error


def _plain(line: bytes) -> bytes:
    return line.removeprefix(b"\xef\xbb\xbf").strip()


def _read_json(lines: Iterable[tuple[int, bytes]], path: Path) -> Iterator[Reference]:
    for number, line in lines:
        if text := _plain(line).strip(_AROUND):
            try:
                yield _actor_of_json(text)
            except InputError as error:
                yield InputError(f"{path}, line {number}: {error}")


def _actor_of_json(text: bytes) -> KnownActor | Skipped:
    try:
        fields = json.loads(text)
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 (byte 0x{text[error.start]:02x}); save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"no JSON ({error}); put one whole object on a line") from error
    for is_entity, actor in _FORMATS:
        if isinstance(fields, dict) and is_entity(fields):
            return _writable(actor(fields))
    raise InputError(
        "neither an entity of FollowTheMoney (schema, properties) nor one of Wikidata (id, labels, claims)"
    )


def _writable(actor: KnownActor | Skipped) -> KnownActor | Skipped:
    if isinstance(actor, KnownActor):
        try:
            "".join((*actor.names, *(value for _, value in actor.identifiers))).encode()
        except UnicodeEncodeError as error:
            raise InputError("half a surrogate pair in a name or an id; remove it") from error
    return actor


def _read_csv(lines: Iterable[tuple[int, bytes]], path: Path) -> Iterator[Reference]:
    """The rows of a known-actors file. Bytes that are not UTF-8 are an error of their row."""
    reader = csv.DictReader(line.decode("utf-8-sig", "surrogateescape") for _, line in lines)
    try:
        require_head(reader.fieldnames, f"{path}, line 1")
        for row in reader:
            yield _actor_of_row(row, f"{path}, line {reader.line_num}")
    except OptionError as error:
        yield InputError(str(error))
    except csv.Error as error:
        yield InputError(f"{path}, line {reader.line_num}: no readable CSV ({error})")


def _actor_of_row(row: dict[str, str | None], place: str) -> KnownActor | InputError:
    if any("\udc80" <= character <= "\udcff" for cell in row.values() for character in cell or ()):
        return InputError(f"{place}: not UTF-8; save it as UTF-8")
    try:
        return actor_of(row, place)
    except OptionError as error:
        return InputError(str(error))
