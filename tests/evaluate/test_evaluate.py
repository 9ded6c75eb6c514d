import json

import pytest
from handmade import FIRST, GRAPH, SECOND

from onrecord.errors import OptionError, ProjectError
from onrecord.evaluate import Evaluation, Kind, Mistake, Side, evaluate
from onrecord.evaluate.sentences import sentence_around
from onrecord.publish.edition import Edition
from onrecord.publish.exporters import write_files
from onrecord.read import jsonlines

ENTITIES = [
    {"id": "torn", "type": "Person", "names": ["Ilva Torn"]},
    {"id": "borsa", "type": "Person", "names": ["Borsa"]},
    {"id": "greys", "type": "Organisation", "names": ["the Grey Party"]},
]
MET = {"n": 1, "required": True, "subject": ["torn"], "predicate": ["met"], "object": ["borsa"], "status": ["asserted"],
       "evidence": "Ilva Torn met Borsa"}  # fmt: skip
BRIBED = {"n": 2, "required": True, "subject": ["greys"], "predicate": ["bribed"], "object": ["borsa"],
          "status": ["reported"], "attributed_to": ["torn"], "evidence": "the Grey Party bribed Borsa"}  # fmt: skip
ARRESTED = {"n": 3, "required": True, "subject": ["*"], "predicate": ["arrested"], "object": ["torn"],
            "status": ["asserted"], "date": ["2007"], "evidence": "Torn was arrested"}  # fmt: skip
BORN = {"n": 4, "required": False, "subject": ["torn"], "predicate": ["dateOfBirth"], "object": ["*"],
        "status": ["asserted"], "evidence": "Torn was born"}  # fmt: skip
STATEMENTS = [MET, BRIBED, ARRESTED, BORN]


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build")
    for _ in write_files(GRAPH, folder, Edition("abc", "hand 1")):
        pass
    jsonlines.write(GRAPH.documents, folder / "documents.jsonl")
    return folder


@pytest.fixture
def held(build, tmp_path):
    """The evaluation of the hand-made build against such gold for its first document."""

    def evaluation(statements=STATEMENTS, entities=ENTITIES, forbidden=(), graph=build) -> Evaluation:
        path = tmp_path / "gold.json"
        gold = {"document": FIRST.name, "entities": entities, "statements": statements, "forbidden": list(forbidden)}
        path.write_text(json.dumps(gold))
        return evaluate(graph, [path])

    return evaluation


def kinds(evaluation):
    return [(mistake.kind.value, mistake.side.value) for mistake in evaluation.mistakes]


def test_all_found(held):
    evaluation = held()
    assert kinds(evaluation) == []
    assert evaluation.total.as_json() == {
        "entities_required": 3,
        "entity_recall": 1.0,
        "entity_found_any_type": 1.0,
        "entity_splits": 0,
        "statements": 4,
        "statement_recall": 1.0,
        "statement_precision": 1.0,
        "statement_f1": 1.0,
        "accepted_by_hand": 0,
        "forbidden": 0,
        "date_accuracy": 1.0,
        "attribution_accuracy": 1.0,
        "ungrounded": 0,
    }


MISSED, WRONG = "missed statements", "wrong statements"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (MET | {"status": ["denied"]}, [("wrong status", MISSED), ("wrong status", WRONG)]),
        (MET | {"subject": ["borsa"], "object": ["torn"]}, [("wrong role", MISSED), ("wrong role", WRONG)]),
        (BRIBED | {"object": ["torn"]}, [("missed coreference", MISSED), ("missed coreference", WRONG)]),
        (BRIBED | {"subject": ["borsa"], "object": ["torn"]}, [("missed coreference", MISSED), ("not in gold", WRONG)]),
        (MET | {"predicate": ["praised"]}, [("missed frame", MISSED), ("missed frame", WRONG)]),
        (BRIBED | {"attributed_to": ["borsa"]}, [("wrong speaker", WRONG)]),
        (ARRESTED | {"date": ["2008"]}, [("wrong date", WRONG)]),
    ],
)
def test_kinds_of_statements(held, statement, expected):
    others = [other for other in STATEMENTS if other["n"] != statement["n"]]
    assert kinds(held([*others, statement])) == expected


def test_kinds_of_names(held):
    renamed = [*ENTITIES[:1], ENTITIES[1] | {"names": ["Borsani"]}, ENTITIES[2] | {"type": "Place"}]
    evaluation = held([MET, BRIBED, ARRESTED, BORN], entities=renamed)
    assert [(mistake.kind, mistake.what) for mistake in evaluation.mistakes if mistake.side is Side.ENTITY] == [
        (Kind.MISSED_NAME, "Borsani (Person)"),
        (Kind.WRONG_TYPE, "the Grey Party (Place)"),
    ]


def test_missed_for_its_name(held):
    entities = [*ENTITIES, {"id": "vane", "type": "Person", "names": ["Vane"], "required": False}]
    missed = MET | {"n": 5, "subject": ["vane"], "object": ["torn"], "evidence": "In another place Vane met Torn"}
    assert kinds(held([*STATEMENTS, missed], entities=entities)) == [("missed name", MISSED)]


def test_forbidden(held):
    reading = {"why": "only reported", "subject": ["greys"], "predicate": ["bribed"], "object": ["*"],
               "status": ["asserted", "reported"]}  # fmt: skip
    evaluation = held([MET, ARRESTED, BORN], forbidden=[reading])
    assert evaluation.mistakes == (
        Mistake(
            Kind.FORBIDDEN,
            Side.WRONG,
            "bribed",
            "Grey Party | bribed | Borsa | reported (only reported)",
            "She said the Grey Party bribed Borsa.",
        ),
    )
    assert held([MET, ARRESTED, BORN], forbidden=[reading | {"unless_attributed": True}]).total.forbidden == 0
    assert held([MET, ARRESTED, BORN], forbidden=[reading | {"evidence": "not there"}]).total.forbidden == 0


def test_graph_alone_has_no_text_to_check_quotes_in(held, build, tmp_path):
    alone = tmp_path / "graph.nq"
    alone.write_bytes((build / "graph.nq").read_bytes())
    assert held(graph=alone).total.ungrounded is None
    assert held(graph=build / "graph.nq").total.ungrounded == 0


def test_total_adds_up(held, build, tmp_path):
    held()
    other = {"document": SECOND.name, "entities": ENTITIES[:1], "statements": []}
    (tmp_path / "other.json").write_text(json.dumps(other))
    evaluation = evaluate(build, [tmp_path / "gold.json", tmp_path / "other.json"])
    assert [document.figures.precision.value for document in evaluation.documents] == [1.0, 0.0]
    assert evaluation.total.precision.value == 0.8
    assert evaluation.as_json()["total"]["confusion"]["not in gold"] == {
        "entities": 0,
        "missed statements": 0,
        "wrong statements": 1,
    }


def test_accepted_by_hand(held, build, tmp_path):
    held([MET, BRIBED, ARRESTED])
    row = {"document": FIRST.name, "subject": "the Ilva Torn", "predicate": "dateOfBirth", "object": "1960",
           "status": "asserted", "evidence": "Torn was born in 1960."}  # fmt: skip
    accepted = tmp_path / "accepted.jsonl"
    accepted.write_text(json.dumps(row) + "\n")
    evaluation = evaluate(build, [tmp_path / "gold.json"], accepted=accepted)
    assert (evaluation.total.precision.value, evaluation.total.accepted) == (1.0, 1)
    accepted.write_text('{"document": "a"}\n')
    with pytest.raises(OptionError, match=r'accepted.jsonl, line 1: no "subject"; write an object with document'):
        evaluate(build, [tmp_path / "gold.json"], accepted=accepted)


def test_document_is_found_by_the_last_part_of_its_name(build, tmp_path):
    path = tmp_path / "gold.json"
    for name in ("first.txt", "first", "articles/first.txt"):
        path.write_text(json.dumps({"document": name, "entities": [], "statements": []}))
        assert evaluate(build, [path]).total.precision.of == 4
    path.write_text(json.dumps({"document": "third.txt", "entities": [], "statements": []}))
    with pytest.raises(
        OptionError, match=r'gold.json: document: the graph has no "third.txt"; it has a/first.txt, b.txt'
    ):
        evaluate(build, [path])


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (None, OptionError, "cannot be read"),
        ("<a", ProjectError, "no N-Quads"),
        ("", ProjectError, "no document in it"),
    ],
)
def test_unusable_graph(held, tmp_path, content, error, message):
    path = tmp_path / "graph.nq"
    if content is not None:
        path.write_text(content)
    with pytest.raises(error, match=f"graph.nq: {message}"):
        held(graph=tmp_path)


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One. Two is here. Three.", "Two", "Two is here."),
        ("One. “Two is here.” Three.", "here", "“Two is here."),
        ("A head\n\nTwo is here", "is", "Two is here"),
        ("One. Two is here. Three.", "is here.", "Two is here."),
    ],
)
def test_sentences(text, words, sentence):
    start = text.index(words)
    first, last = sentence_around(text, start, start + len(words))
    assert text[first:last] == sentence
