"""The numbered lines of a file that may be compressed, one at a time, whatever its size."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from onrecord.errors import InputError

_LINE_BYTES = 100_000_000
"""The largest entity of Wikidata has some megabytes; a longer line is no list of one entity a line."""


def lines_of(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines and their numbers, unpacked if the file is gzip or bzip2.

    Raises InputError for a file that cannot be read or unpacked, for NUL bytes and endless lines.
    """
    try:
        with _open(path) as file:
            number = 0
            while line := file.readline(_LINE_BYTES + 1):
                number += 1
                if b"\0" in line:
                    raise InputError(f"{path}, line {number}: binary, no text (NUL byte); give CSV or JSON lines")
                if len(line) > _LINE_BYTES:
                    raise InputError(f"{path}, line {number}: over {_LINE_BYTES:,} bytes; put one entity on a line")
                yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"{path}: cannot be unpacked ({error}); fetch it anew") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}); check path and permissions") from error


def _open(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        magic = file.read(3)
    if magic.startswith(b"\x1f\x8b"):
        return cast(BinaryIO, gzip.open(path, "rb"))
    return cast(BinaryIO, bz2.open(path, "rb")) if magic == b"BZh" else path.open("rb")
