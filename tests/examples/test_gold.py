"""The example articles against their gold facts: no figure falls below its floor, no forbidden reading comes out."""

import tomllib
from pathlib import Path

import pytest

from onrecord.building import build
from onrecord.evaluate import evaluate
from onrecord.evaluate.gold import read_gold

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
GOLD = sorted((HERE / "gold").glob("*.json"))
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory):
    out = tmp_path_factory.mktemp("examples") / "out"
    build([ARTICLES], out)
    return {document.document: document for document in evaluate(out, GOLD).documents}


def test_each_article_has_gold_facts():
    assert [path.stem for path in GOLD] == [path.stem for path in sorted(ARTICLES.glob("*.txt"))]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_quotes_its_article(path, caplog):
    gold = read_gold(path)
    assert not caplog.messages
    text = (ARTICLES / gold.document).read_text(encoding="utf-8")
    assert [item.evidence for item in (*gold.statements, *gold.forbidden) if (item.evidence or "") not in text] == []


@pytest.mark.parametrize("document", FLOORS)
def test_floors(evaluation, document):
    figures, mistakes = evaluation[document].figures.as_json(), evaluation[document].mistakes
    below = {key: figures[key] for key, floor in FLOORS[document].items() if figures[key] < floor}
    assert not below, mistakes
    assert figures["forbidden"] == 0, mistakes
    assert figures["ungrounded"] == 0
