"""Where sentences end, roughly: for saying what kind of mistake was made, not for reading."""

from __future__ import annotations

import re

_END = re.compile(r"""[.!?]["”’)\]]*\s+(?=["“‘(\[]?[A-Z0-9])|\n\s*\n""")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from the last end of a sentence before `start` to the first one from `end` on."""
    before = [match.end() for match in _END.finditer(text) if match.end() <= start]
    # The words may end with the full stop itself.
    after = _END.search(text, max(start, end - 1))
    return (before[-1] if before else 0), (after.start() + 1 if after else len(text))
