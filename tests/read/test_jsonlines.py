import json
from datetime import date

import pytest

from onrecord.model import Document
from onrecord.read import jsonlines, read_inputs

GOOD = '{"id": "7", "text": "The mill was closed."}'


def read(tmp_path, *lines):
    path = tmp_path / "a.jsonl"
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    return path, list(read_inputs([path]))


def test_all_fields(tmp_path):
    line = {"id": "x/1", "text": " a\r\n", "title": "T", "url": "https://example.org", "author": "A", "publisher": "P",
            "published": "2001-05-01T10:00:00Z", "other": [1]}  # fmt: skip
    _, outcomes = read(tmp_path, json.dumps(line))
    assert outcomes == [Document.of("x/1", " a\r\n", title="T", url="https://example.org", author="A", publisher="P",
                                    published=date(2001, 5, 1))]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no JSON ("),
        ("[" * 100_000, "no JSON ("),
        ("[]", 'no JSON object; write {"id": ..., "text": ...}'),
        ('{"text": "a"}', 'no "id"; each line needs "id" and "text"'),
        ('{"id": "1"}', 'no "text"; each line needs "id" and "text"'),
        ('{"id": "1", "text": " "}', 'empty "text"; each line needs "id" and "text"'),
        ('{"id": 1, "text": "a"}', '"id" is no string but 1; put it in double quotes'),
        ('{"id": "1", "text": "a", "author": ["b"]}', '"author" is no string but ["b"]; put it in double quotes'),
        ('{"id": "1", "text": "a", "published": "5/6/07"}', '"published" is no date: "5/6/07"; write it as 2016-11-11'),
        ('{"id": "1", "text": "\\ud800"}', '"text" has a NUL character or half a surrogate pair; remove it'),
        ('{"id": "1", "text": "\udcff"}', "not UTF-8 (byte 0xff at 21); save it as UTF-8"),
        (GOOD, 'the name "7" is already that of '),
    ],
)
def test_a_broken_line_names_its_place_and_the_rest_goes_on(tmp_path, line, message):
    path, (first, failed, last) = read(tmp_path, GOOD, "", line, GOOD.replace("7", "8"))
    assert (first.name, last.name) == ("7", "8")
    assert str(failed).startswith(f"{path}, line 3: {message}")


@pytest.mark.parametrize(
    ("content", "message"), [("\n\n", "empty"), ("a\0b", "binary, not JSON lines (NUL byte in line 1)")]
)
def test_unusable_files(tmp_path, content, message):
    path, (failed,) = read(tmp_path, content)
    assert str(failed).startswith(f"{path}: {message}")


def test_what_is_written_reads_back(tmp_path):
    documents = [Document.of("b", "\ufeff a\u2028\r\nž", title="T", published=date(2001, 5, 1), publisher="P"),
                 Document.of("c.txt", "text", url="https://example.org", author="A")]  # fmt: skip
    jsonlines.write(documents, tmp_path / "documents.jsonl")
    assert list(read_inputs([tmp_path / "documents.jsonl"])) == documents
