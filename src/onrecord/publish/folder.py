"""The output folder: replaced as a whole, so a killed build leaves the former one as it was."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import OptionError, ProjectError

MARKERS = ("report.md", "statements.jsonl")
"""Files that every output has: a folder with them is ours to replace."""

USER_FILES = frozenset({"references.csv", "decisions.csv"})
"""What the user may have in a project before its first build, and what no build replaces."""

_ABANDONED_AFTER = 24 * 3600
"""Seconds after which the working folder of another build is taken for that of a killed one; writing takes minutes."""


def usable_folder(out: Path) -> Path:
    """The absolute path of an output folder that is absent, empty but for the user's own files, or a former output.

    An interrupted replacement of it is brought to its end first. Raises OptionError for a file and for a folder with
    somebody else's files.
    """
    folder = out.resolve()
    _finish_replacement(folder)
    if folder.exists() and not folder.is_dir():
        raise OptionError(f"{out}: a file stands there; name a folder")
    if folder.is_dir() and not is_output(folder) and any(entry.name not in USER_FILES for entry in folder.iterdir()):
        raise OptionError(f"{out}: has files that onrecord did not write; name a new or an empty folder")
    return folder


def is_output(folder: Path) -> bool:
    """Whether the folder holds the output of a build."""
    return all((folder / marker).is_file() for marker in MARKERS)


@contextmanager
def replacement(folder: Path, own: Collection[str]) -> Iterator[Path]:
    """A new folder beside `folder` to write to, which takes its place when the block ends well.

    `own` names what belongs to an output; other files that somebody put into the former output are kept. Without
    success nothing has changed. Raises ProjectError where the folder cannot be written.
    """
    work = folder.with_name(f".{folder.name}.building-{os.getpid()}")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(folder)
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        yield work
        _put_in_place(work, folder, own)
    except OSError as error:
        where = error.filename or folder
        raise ProjectError(f"{where}: cannot be written ({error.strerror}); check space and permissions") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _put_in_place(work: Path, folder: Path, own: Collection[str]) -> None:
    """Two renames; between them only the former output exists, under the name that `_finish_replacement` looks for."""
    if folder.is_dir():
        for entry in folder.iterdir():
            if entry.name not in own:
                _copy(entry, work / entry.name)
        folder.rename(_former(folder))
    work.rename(folder)
    shutil.rmtree(_former(folder), ignore_errors=True)


def _copy(entry: Path, target: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.copytree(entry, target, symlinks=True)
    else:
        shutil.copy2(entry, target, follow_symlinks=False)


def _finish_replacement(folder: Path) -> None:
    former = _former(folder)
    if not former.is_dir():
        return
    if is_output(folder):
        shutil.rmtree(former, ignore_errors=True)
        return
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
    if not folder.exists():
        former.rename(folder)


def _former(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.former-onrecord")


def _remove_abandoned(folder: Path) -> None:
    for work in folder.parent.glob(f".{folder.name}.building-*"):
        if time.time() - work.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(work, ignore_errors=True)
