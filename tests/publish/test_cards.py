"""Words and quotes as a page shows them."""

from __future__ import annotations

import pytest

from onrecord.publish.cards import marked_quote, relation_label, shown


@pytest.mark.parametrize(
    ("predicate", "words"),
    [("spokespersonFor", "spokesperson for"), ("closed", "closed"), ("ceoOf", "chief executive of")],
)
def test_relation_label(predicate: str, words: str) -> None:
    assert relation_label(predicate, {"ceoOf": "chief executive of"}) == words


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ilka  Dorn\n", "Ilka Dorn"),
        ("Ilka\u202enroD", "IlkanroD"),
        ("a\u200bb\x00c\ud800", "abc"),
        ("abcdefghijkl", "abcdefghi…"),
        ("می\u200cشود", "می\u200cشود"),
        ("<b>", "<b>"),
    ],
)
def test_shown(text: str, line: str) -> None:
    assert shown(text, 10) == line


@pytest.mark.parametrize(
    ("subject", "object_", "pieces"),
    [
        (None, None, [["Borvia sued Ilka.", ""]]),
        ((10, 16), (22, 26), [["Borvia", "subject"], [" sued ", ""], ["Ilka", "object"], [".", ""]]),
        ((10, 26), (22, 26), [["Borvia sued ", "subject"], ["Ilka", "subject object"], [".", ""]]),
        ((0, 4), (22, 99), [["Borvia sued ", ""], ["Ilka.", "object"]]),
    ],
)
def test_marked_quote(
    subject: tuple[int, int] | None, object_: tuple[int, int] | None, pieces: list[list[str]]
) -> None:
    assert marked_quote("Borvia sued Ilka.", 10, subject, object_) == pieces
