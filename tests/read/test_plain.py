from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.model import Document
from onrecord.read import read_inputs
from onrecord.read.decoding import MAX_BYTES
from onrecord.read.head import read_head

BODY = "The mill at Ostra was closed on Monday, officials said.\n\nNobody was hurt.\n"


def only(path: Path) -> Document:
    (document,) = read_inputs([path])
    assert isinstance(document, Document), document
    return document


def error(path: Path) -> str:
    (outcome,) = read_inputs([path])
    assert isinstance(outcome, InputError), outcome
    return str(outcome)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Mill Closed in Ostra\n\nBy Orsolya Vane in Ostra\n\nPublished: 2009-08-21\n\n",
         ("Mill Closed in Ostra", "Orsolya Vane", date(2009, 8, 21))),
        ("\n\nMill Closed?\n\nAuthor: [Orsolya Vane](#)\n\n", ("Mill Closed?", "Orsolya Vane", None)),
        ("Mill Closed\n\nOrsolya Vane, Upper Ostra\n\n11 November 2016\n\n",
         ("Mill Closed", "Orsolya Vane", date(2016, 11, 11))),
        ("Mill Closed\r\n\r\nBY ORSOLYA VANE AND JAN O'TORN\r\nNov. 11, 2016\r\n\r\n",
         ("Mill Closed", "ORSOLYA VANE AND JAN O'TORN", date(2016, 11, 11))),
        ("Title: Mill: Closed.\nBy: Orsolya al-Vane\nDate: Friday, 11th November 2016\n\n",
         ("Mill: Closed.", "Orsolya al-Vane", date(2016, 11, 11))),
        ("\ufeffMill Closed\n\n", ("Mill Closed", None, None)),
        ("# Mill Closed\n\nA standfirst in a whole sentence.\n\nBy Orsolya Vane\n\n",
         ("Mill Closed", "Orsolya Vane", None)),
        ("", (None, None, None)),
        ("By Monday the mill was shut.\n\n", (None, None, None)),
        ("Mill Closed\nwithout a blank line below\n", (None, None, None)),
    ],
)  # fmt: skip
def test_head(head, expected):
    found = read_head(head + BODY, "a.txt")
    assert (found.title, found.author, found.published) == expected


def test_foot_gives_the_address():
    assert read_head(BODY + "\nSource URL: <https://example.org/mill>", "a.txt").url == "https://example.org/mill"
    assert read_head(BODY + "\nSource URL: javascript:alert(1)", "a.txt").url is None


def test_unreadable_date_is_warned_of_and_left_open(caplog):
    assert read_head("Mill Closed\n\nPublished: 11/12/2016\n\n" + BODY, "a.txt").published is None
    assert caplog.messages == ['a.txt: no date in "Published: 11/12/2016"; write it as 2016-11-11']


@pytest.mark.parametrize("text", [BODY, BODY.replace("\n", "\r\n"), "\ufeff" + BODY, "  \n\n" + BODY, "Žilva — “x”"])
def test_text_is_unchanged(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    with path.open(encoding="utf-8", newline="") as file:
        assert only(path).text == text == file.read()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The “quiet” mill in Ostra – Café Müller – was closed, officials said on Monday. It’s shut."),
        ("utf-16", "The “quiet” mill in Ostra was closed, officials said on Monday."),
        ("cp1251", "Мельница в городе закрыта, сообщили чиновники в понедельник. Никто не пострадал."),
    ],
)
def test_other_encodings_are_found_and_warned_of(tmp_path, caplog, encoding, text):
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert only(path).text.removeprefix("\ufeff") == text
    (message,) = caplog.messages
    assert message.startswith(f"{path}: not UTF-8 (")
    assert "; read as " in message


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty; remove it or fill it"),
        (b" \r\n\t", "empty; remove it or fill it"),
        ("a\0b".encode("utf-16"), "binary, not text (NUL character at 1); convert it to plain text"),
        (b"text\0text", "binary, not text (NUL byte at 4); convert it to plain text"),
        (b"x" * (MAX_BYTES + 1), f"{MAX_BYTES + 1:,} bytes, over the limit of {MAX_BYTES:,} for one text; split it"),
    ],
)
def test_unusable_files(tmp_path, content, message):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert error(path) == f"{path}: {message}"


def test_given_date_serves_texts_without_one(tmp_path):
    (tmp_path / "dated.txt").write_text("Mill Closed\n\n1 May 2001\n\n" + BODY)
    (tmp_path / "plain.txt").write_text(BODY)
    documents = list(read_inputs([tmp_path], published=date(2020, 2, 2)))
    assert [document.published for document in documents] == [date(2001, 5, 1), date(2020, 2, 2)]
