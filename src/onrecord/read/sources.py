"""Which files a build reads, and what each is called."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import InputError
from onrecord.model import Document


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `name` is its path below the input root, with forward slashes."""

    path: Path
    name: str


class Reading(NamedTuple):
    """What one place (a file, or a line of one) gave."""

    place: str
    outcome: Document | InputError


type Reader = Callable[[Source, date | None], Iterator[Reading]]
"""Reads one file; the date is that of documents which name none."""


def sources_of(paths: Sequence[Path], suffixes: Sequence[str], exclude: Path | None) -> list[Source | InputError]:
    """The files of these paths, sorted by name; a folder is searched recursively, hidden files and folders left out.

    The input root is the folder given, or the folder of a file given. A file reached twice counts once, under its
    longer name. An error stands for a path that does not exist, has no reader, or is a folder without readable files.
    """
    found: dict[Path, Source] = {}
    errors: list[InputError] = []
    for path in paths:
        for source in _sources_of_path(path, suffixes, exclude):
            if isinstance(source, InputError):
                errors.append(source)
                continue
            key = source.path.resolve()
            if key not in found or len(found[key].name) < len(source.name):
                found[key] = source
    ordered = sorted(found.values(), key=lambda source: (source.name, str(source.path)))
    return [*sorted(errors, key=str), *ordered]


def _sources_of_path(path: Path, suffixes: Sequence[str], exclude: Path | None) -> Iterator[Source | InputError]:
    known = ", ".join(suffixes)
    if path.is_dir():
        files = [file for file in _files_below(path, exclude) if file.suffix.lower() in suffixes]
        if not files:
            yield InputError(f"{path}: no file to read in this folder; readable are {known}")
        yield from (Source(file, _name(file.relative_to(path))) for file in files)
    elif not path.exists():
        yield InputError(f"{path}: no such file or folder; check the path")
    elif path.suffix.lower() not in suffixes:
        yield InputError(f'{path}: no reader for "{path.suffix}"; readable are {known}')
    else:
        yield Source(path, _name(Path(path.name)))


def _files_below(folder: Path, exclude: Path | None) -> Iterator[Path]:
    for parent, folders, files in folder.walk():
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_same(parent / name, exclude)]
        yield from (parent / name for name in files if not name.startswith("."))


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and path.resolve() == other.resolve()


def _name(path: Path) -> str:
    """The POSIX form; bytes of a file name that are not UTF-8 become U+FFFD, since names are written out as UTF-8."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
