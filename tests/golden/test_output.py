"""`output/` is what the packaged examples build to, byte for byte.

After a change that is meant, build it again and review the difference:
`onrecord build --examples -o output && git diff output`.
"""

import json
import re
import shlex
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

import pytest

from onrecord.publish.dossier import dossier_of
from onrecord.publish.dossier_lines import dossier_lines
from onrecord.publish.finding import find_entity
from onrecord.publish.reading import read_graph

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "output"
STORE = "store"


def files_of(folder: Path) -> dict[str, bytes]:
    """The content of each file below the folder, by relative path; the store is no text and not committed."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    relative = ((path.relative_to(folder), path) for path in paths)
    return {name.as_posix(): path.read_bytes() for name, path in relative if name.parts[0] != STORE}


def first_difference(new: bytes, committed: bytes) -> str:
    """The first line in which they differ, by its number from 1."""
    pairs = zip_longest(new.split(b"\n"), committed.split(b"\n"))
    return next(f"line {number}: {a!r} != {b!r}"[:400] for number, (a, b) in enumerate(pairs, 1) if a != b)


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("golden") / "output"
    command = [sys.executable, "-m", "onrecord", "build", "--examples", "-o", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return files_of(folder)


def test_same_files(rebuilt):
    assert COMMITTED.is_dir(), f"{COMMITTED} is absent: build it and commit it"
    assert sorted(rebuilt) == sorted(files_of(COMMITTED))


def test_same_bytes(rebuilt):
    committed = files_of(COMMITTED)
    changed = {
        name: first_difference(rebuilt[name], committed[name])
        for name in committed
        if name in rebuilt and rebuilt[name] != committed[name]
    }
    assert not changed


def test_readme_shows_a_real_dossier():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"^```text\n(entity .*?)^```$", readme, re.M | re.S)[1].splitlines()
    graph = read_graph(COMMITTED)
    told = dossier_lines(dossier_of(graph, find_entity(graph, "bekova")))
    lines = ["".join(text for text, _ in line).rstrip() for line in told]
    assert [line for line in shown if line != "..." and line not in lines] == []


def test_readme_shows_a_real_split(rebuilt, tmp_path):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = next(line for line in readme.splitlines() if line.startswith("onrecord split"))
    (tmp_path / "out").mkdir()
    for name, content in rebuilt.items():
        (tmp_path / "out" / name).write_bytes(content)
    arguments = [sys.executable, "-m", *shlex.split(command)]
    run = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert run.returncode == 0, run.stderr
    shown = re.search(r"^```text\n(recorded .*?)^```$", readme, re.M | re.S)[1].splitlines()
    assert [line for line in shown if line != "..." and line not in run.stdout.splitlines()] == []


def test_readme_shows_a_real_statement():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```$", readme, re.M | re.S)]
    (statement,) = (block for block in shown if "evidence" in block)
    lines = (COMMITTED / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert statement in [json.loads(line) for line in lines]
