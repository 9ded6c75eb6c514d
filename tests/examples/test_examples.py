"""The packaged articles have the form and length that the README promises, and are written in our own words."""

import re
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "tests" / "examples" / "articles").glob("*.txt"))
ARTICLES = ROOT.parent / "shared" / "articles"
HEAD = re.compile(
    r"(?P<title>[^\n]+)\n\nBy [^\n]+ in [^\n]+\n\nPublished: (?P<published>\d{4}-\d\d-\d\d)\n\n(?P<body>\S.*)", re.S
)

of_each = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def head_of(path: Path) -> re.Match[str]:
    match = HEAD.fullmatch(path.read_text(encoding="utf-8"))
    assert match, f"{path.name}: the head is not title, by-line, date"
    return match


def phrases(text: str) -> set[tuple[str, ...]]:
    """All sequences of five words, without case and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return set(zip(*(words[start:] for start in range(5)), strict=False))


def test_three_articles_of_three_days():
    assert len(EXAMPLES) == 3
    assert len({date.fromisoformat(head_of(path)["published"]) for path in EXAMPLES}) == 3


@of_each
def test_length(path):
    assert 250 <= len(path.read_text(encoding="utf-8").split()) <= 450


@of_each
def test_head(path):
    assert len(head_of(path)["title"]) <= 80


@of_each
def test_own_words(path):
    if not ARTICLES.is_dir():
        pytest.skip(f"no articles to compare with: {ARTICLES} is absent")
    own = phrases(path.read_text(encoding="utf-8"))
    shared = {
        other.name: sorted(" ".join(phrase) for phrase in own & phrases(other.read_text(encoding="utf-8")))
        for other in sorted(ARTICLES.glob("*.txt"))
    }
    assert shared
    assert not any(shared.values()), shared
