"""Paragraphs: offsets are those of the text; heads and labelled lines are headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.paragraphs import paragraphs


def test_head_and_prose():
    text = "Port Sold\n\nBy Kari Moen\n\nThe port was sold on Monday.\n\nNobody knows to whom.\n\nSource: <x>\n"
    found = [(p.text, p.is_heading) for p in paragraphs(text)]
    assert found == [
        ("Port Sold", True),
        ("By Kari Moen", True),
        ("The port was sold on Monday.", False),
        ("Nobody knows to whom.", False),
        ("Source: <x>", True),
    ]


def test_a_single_line_is_prose():
    assert [p.is_heading for p in paragraphs("Norway arrested Ola Lund")] == [False]


@given(st.text(alphabet="ab.’[]\n\r\t \u00e9\U0001f600", max_size=60))
def test_offsets(text):
    for paragraph in paragraphs(text):
        stretch = text[paragraph.start : paragraph.start + len(paragraph.text)]
        same = [a == b or a in "’‘[]{}\n\r\t" for a, b in zip(stretch, paragraph.text, strict=True)]
        assert all(same)


@pytest.mark.parametrize(
    ("line", "first_word"),
    [
        ("OSLO – ", "A court closed it."),
        ("BERGEN/OSLO (Fjord Wire) -- ", "Norway closed it."),
        ("OSLO, Oct. 22, 2014 (Fjord Wire) — ", "Police closed it."),
        ("Oslo, Norway, 3 May - ", '"We closed it," she said.'),
        ("PORT-LUND, Norway —", "It was closed."),
        ("", "Ola Lund - a painter - closed it."),
        ("", "Fjord Media (FM) - The group closed it."),
        ("", "Kari Moen, 34 - The owner closed it."),
    ],
)
def test_dateline(line, first_word):
    found = [(p.text, p.is_heading) for p in paragraphs(f"Port Closed\n\n{line}{first_word}")]
    assert found == [("Port Closed", True), *([(line, True)] if line else []), (first_word, False)]
