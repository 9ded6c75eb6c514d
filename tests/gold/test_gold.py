"""The development articles, scored by the referee beside the checkout: no figure falls below its floor."""

import importlib.util
import json
import tomllib
from pathlib import Path

import pytest

from onrecord.project import build

HERE = Path(__file__).parent
SHARED = HERE.parents[1].parent / "shared"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def referee():
    path = SHARED / "score" / "score.py"
    if not path.is_file():
        pytest.skip(f"no referee to score with: {path} is absent")
    spec = importlib.util.spec_from_file_location("referee", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# The referee leaves a file open, and uses a deprecated name of rdflib.
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", FLOORS)
def test_floors(name, referee, tmp_path):
    article = SHARED / "articles" / f"{name}.txt"
    gold = json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    build([article], tmp_path / "out")
    dataset = referee.load(str(tmp_path / "out" / "graph.nq"))
    accepted = referee.accepted_keys(HERE / "accepted.jsonl", gold["document"])
    with article.open(encoding="utf-8", newline="") as file:
        figures, detail = referee.score(dataset, gold, file.read(), accepted)
    below = {key: figures[key] for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert not below, detail["missed"]
    assert figures["forbidden"] == 0
    assert figures["ungrounded"] == 0
