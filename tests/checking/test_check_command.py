"""`onrecord check` as it is typed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from faults import lines, words

OUTPUT = Path(__file__).parents[2] / "output"


def onrecord(*arguments):
    """Exit status, stdout, stderr."""
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout, run.stderr


@pytest.fixture
def project(tmp_path):
    return shutil.copytree(OUTPUT, tmp_path / "out", ignore=shutil.ignore_patterns("store"))


def test_nothing_wrong(project):
    told = "not checked: store: there is none; build again to query the project\nnothing wrong\n"
    assert onrecord("check", project) == (0, told, "")


def test_findings(project):
    lines("identity.jsonl", lambda rows: rows[0]["left"].update(id="person-x"))(project)
    lines("entities.jsonl", lambda rows: [mention.update(text="\x1b[2J") for mention in rows[0]["mentions"]])(project)
    lines("entities.jsonl", lambda rows: rows[0].update(mentions=rows[0]["mentions"] * 30))(project)
    status, out, err = onrecord("check", project)
    assert (status, err) == (1, "")
    assert "\x1b" not in out
    assert out.startswith("evidence: ")
    assert (
        " more\nidentity: 1\n  identity.jsonl, line 1: is about person-x, which entities.jsonl lacks; build again"
        in out
    )
    assert out.endswith(
        f"to build again: onrecord build {project}/documents.jsonl -o {project}, with the build's options\n"
    )


def test_json(project):
    words("graph.nq", "person-", "someone-", 1)(project)
    status, out, err = onrecord("check", project, "--format", "json")
    assert (status, err) == (1, "")
    report = json.loads(out)
    assert report["counts"] == {"agreement": len(report["findings"])}
    assert {finding["file"] for finding in report["findings"]} == {"graph.nq"}
    assert all(finding.keys() == {"kind", "file", "place", "what", "mend"} for finding in report["findings"])


def test_no_project(tmp_path):
    told = f"onrecord: {tmp_path}/absent: no project is there; name the output of onrecord build\n"
    assert onrecord("check", tmp_path / "absent") == (2, "", told)
