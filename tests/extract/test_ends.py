"""Texts that end where a frame looks on."""

import pytest

from onrecord import analyse


@pytest.mark.parametrize("text", ["Kari Moen lived in Oslo until 1956, when she died", "Kari Moen was born"])
def test_a_text_may_end_on_its_verb(text: str) -> None:
    assert analyse(text).document.text == text
