"""The development articles, scored by the referee beside the checkout: no figure falls below its floor."""

import copy
import importlib.util
import json
import tomllib
from pathlib import Path
from random import Random

import pytest

from onrecord.building import build
from onrecord.evaluate import evaluate
from onrecord.model import EntityType, Status

HERE = Path(__file__).parent
SHARED = HERE.parents[1].parent / "shared"
ACCEPTED = HERE / "accepted.jsonl"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))

# The referee leaves a file open, and uses a deprecated name of rdflib.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def referee():
    path = SHARED / "score" / "score.py"
    if not path.is_file():
        pytest.skip(f"no referee to score with: {path} is absent")
    spec = importlib.util.spec_from_file_location("referee", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=FLOORS)
def article(request, tmp_path_factory):
    """The article's name and the folder that it is built to."""
    path = SHARED / "articles" / f"{request.param}.txt"
    if not path.is_file():
        pytest.skip(f"no article to build: {path} is absent")
    out = tmp_path_factory.mktemp(request.param) / "out"
    build([path], out)
    return request.param, out


@pytest.fixture
def scored(referee, article):
    """The referee's figures and details for a gold."""
    name, out = article
    dataset = referee.load(str(out / "graph.nq"))
    with (SHARED / "articles" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()

    def score(gold):
        return referee.score(dataset, gold, text, referee.accepted_keys(ACCEPTED, gold["document"]))

    return score


def gold_of(name):
    return json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))


def spoiled(gold, seed):
    """The gold with mistakes in it: names, types, ends, relations, statuses, dates and speakers that are not right."""
    random = Random(seed)
    gold = copy.deepcopy(gold)
    ids = [entity["id"] for entity in gold["entities"]]
    for entity in gold["entities"]:
        if random.random() < 0.2:
            entity["names"] = random.choice([["Nobody"], entity["names"][-1:], ["the  " + entity["names"][0].upper()]])
        if random.random() < 0.2:
            entity["type"] = random.choice(list(EntityType)).value
    for statement in (*gold["statements"], *gold["forbidden"]):
        if random.random() < 0.5:
            key, value = random.choice(
                [
                    ("subject", [random.choice(ids)]),
                    ("object", [random.choice(["*", *ids])]),
                    ("predicate", [random.choice(["*", "met"])]),
                    ("status", [random.choice(list(Status)).value]),
                    ("date", ["1999"]),
                    ("attributed_to", [random.choice(ids)]),
                    ("subject_may_be_unknown", True),
                ]
            )
            statement[key] = value
    for reading in gold["forbidden"]:
        reading.pop("date", None)
        reading.pop("attributed_to", None)
    return gold


def test_floors(article, scored):
    name, _ = article
    figures, detail = scored(gold_of(name))
    below = {key: figures[key] for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert not below, detail["missed"]
    assert figures["forbidden"] == 0
    assert figures["ungrounded"] == 0


def test_our_figures_are_the_referee_s(article, scored):
    name, out = article
    evaluation = evaluate(out, [SHARED / "gold" / f"{name}.json"], accepted=ACCEPTED)
    assert evaluation.documents[0].figures.as_json() == scored(gold_of(name))[0]


@pytest.mark.parametrize("seed", range(8))
def test_our_figures_are_the_referee_s_for_other_gold(article, scored, seed, tmp_path):
    name, out = article
    gold = spoiled(gold_of(name), seed)
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    figures = evaluate(out / "graph.nq", [path], accepted=ACCEPTED).total
    assert figures.as_json() == scored(gold)[0]
    assert figures.f1 < 0.95
