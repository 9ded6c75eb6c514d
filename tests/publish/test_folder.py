import os
import shutil
import signal
import subprocess
import sys

import pytest

from onrecord.errors import OptionError, ProjectError
from onrecord.publish.folder import MARKERS, replacement, usable_folder

OWN = frozenset({*MARKERS, "store"})


def write(folder, text):
    with replacement(folder, OWN) as work:
        for name in MARKERS:
            (work / name).write_text(text)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def content(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_the_new_output_takes_the_place_of_the_former(tmp_path):
    out = usable_folder(tmp_path / "deep" / "out")
    write(out, "one")
    (out / "store").write_text("old store")
    (out / "notes.txt").write_text("mine")
    write(usable_folder(out), "two")
    assert content(out) == {"report.md": "two", "statements.jsonl": "two", "notes.txt": "mine"}
    assert names_in(out.parent) == ["out"]


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt])
def test_a_failed_build_changes_nothing(tmp_path, failure):
    out = tmp_path / "out"
    write(out, "one")
    with pytest.raises(failure), replacement(out, OWN) as work:
        (work / "report.md").write_text("two")
        raise failure
    assert content(out) == dict.fromkeys(MARKERS, "one")
    assert names_in(tmp_path) == ["out"]


def test_a_replacement_killed_between_its_two_renames_is_taken_back(tmp_path):
    out = tmp_path / "out"
    write(out, "one")
    out.rename(tmp_path / ".out.former-onrecord")
    assert usable_folder(out) == out
    assert content(out) == dict.fromkeys(MARKERS, "one")


def test_a_replacement_killed_after_its_renames_is_finished(tmp_path):
    out = tmp_path / "out"
    write(out, "two")
    shutil.copytree(out, tmp_path / ".out.former-onrecord")
    usable_folder(out)
    assert names_in(tmp_path) == ["out"]


def test_a_build_killed_while_it_writes_leaves_the_former_output(tmp_path):
    out = tmp_path / "out"
    write(out, "one")
    code = f"""
import os, signal
from pathlib import Path
from onrecord.publish.folder import replacement
with replacement(Path({str(out)!r}), ()) as work:
    (work / "report.md").write_text("two")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)})
    assert done.returncode == -signal.SIGKILL
    assert content(out) == dict.fromkeys(MARKERS, "one")
    write(usable_folder(out), "three")
    assert content(out) == dict.fromkeys(MARKERS, "three")


def test_working_folders_of_killed_builds_are_removed_after_a_day(tmp_path):
    for name, age in ((".out.building-1", 0), (".out.building-2", 1)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (age, age) if age else None)
    write(tmp_path / "out", "one")
    assert names_in(tmp_path) == [".out.building-1", "out"]


def test_foreign_files_are_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(OptionError, match="has files that onrecord did not write"):
        usable_folder(tmp_path)
    with pytest.raises(OptionError, match="a file stands there"):
        usable_folder(tmp_path / "letter.txt")
    with pytest.raises(ProjectError, match="cannot be written"):
        write(tmp_path / "letter.txt" / "out", "one")
