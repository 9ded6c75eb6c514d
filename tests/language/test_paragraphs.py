"""Paragraphs: offsets are those of the text; heads and labelled lines are headings."""

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
