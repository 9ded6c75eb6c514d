"""From the bytes of a file to its text, unchanged."""

from __future__ import annotations

import codecs
import logging
from pathlib import Path

from charset_normalizer import from_bytes

from onrecord.errors import InputError

MAX_BYTES = 5_000_000
"""The largest single text. A long report has one or two million characters; the parser needs about 1 GB for each
100,000 of them that it holds at once, and what is larger is a dump of many articles, which belongs in JSON lines."""

ENCODINGS = ("utf_8", "utf_16", "utf_32", "cp1252", "cp1251", "cp1250", "cp1254", "cp1256", "koi8_r", "mac_roman")
"""What a text in English from somewhere in the world may be saved in; fewer candidates make fewer wrong guesses.
The first is named of several that give the same text."""

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

logger = logging.getLogger(__name__)


def read_bytes(path: Path) -> bytes:
    """The file's content. Raises InputError if it cannot be read, is empty or over `MAX_BYTES`."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(f"{path}: {size:,} bytes, over the limit of {MAX_BYTES:,} for one text; split it")
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if not data.strip():
        raise InputError(f"{path}: empty; remove it or fill it")
    return data


def text_of(data: bytes, place: str) -> str:
    """The text as Python reads it with `encoding="utf-8", newline=""`: line ends and a byte order mark stay in it.

    What is not UTF-8 is read in the encoding that its bytes suggest, and a warning says which. Raises InputError for
    binary data (with NUL bytes) and where no encoding fits.
    """
    if not data.startswith(_WIDE_MARKS):
        if b"\0" in data:
            raise InputError(f"{place}: binary, not text (NUL byte at {data.index(0)}); convert it to plain text")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            flaw = f"not UTF-8 (byte 0x{data[error.start]:02x} at {error.start})"
    else:
        flaw = "not UTF-8 (a UTF-16 or UTF-32 byte order mark)"
    best = from_bytes(data, cp_isolation=list(ENCODINGS)).best()
    if best is None:
        raise InputError(f"{place}: {flaw}, nor any usual encoding; save it as UTF-8")
    encoding = next(name for name in ENCODINGS if name in best.could_be_from_charset)
    logger.warning("%s: %s; read as %s; save it as UTF-8 if that is wrong", place, flaw, encoding)
    text = data.decode(encoding)
    if "\0" in text:
        raise InputError(f"{place}: binary, not text (NUL character at {text.index(chr(0))}); convert it to plain text")
    return text
