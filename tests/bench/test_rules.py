"""What the measurements call right, and by which kind they count what is not."""

import json
from types import SimpleNamespace

import compare
import knowledgenet
import plover
import pytest
from built import Built, Mention

from onrecord.evaluate.gold import read_gold

TEXT = "Ilva Torn was born in Sard. She married Borsa."
TORN, SHE, SARD, BORSA = (0, 9), (28, 31), (22, 26), (40, 45)
SCORER = SimpleNamespace(PROPERTIES={"PLACE_OF_BIRTH": (("bornIn",), ()), "SPOUSE": (("spouseOf",), ("spouseOf",))})
MENTIONS = [Mention(TORN, "Person"), Mention(SARD, "Place"), Mention(BORSA, "Person")]


def statement(subject, predicate, object_, status="asserted"):
    ends = {key: {"start": span[0], "end": span[1]} for key, span in (("subject", subject), ("object", object_))}
    return {"predicate": predicate, "status": status} | ends


@pytest.mark.parametrize(
    ("subject", "name", "target", "statements", "mentions", "kind"),
    [
        (TORN, "PLACE_OF_BIRTH", SARD, [statement(TORN, "bornIn", SARD)], MENTIONS, None),
        (TORN, "PLACE_OF_BIRTH", SARD, [], MENTIONS, "missed frame"),
        (TORN, "PLACE_OF_BIRTH", SARD, [statement(TORN, "visited", SARD)], MENTIONS, "missed frame"),
        (TORN, "PLACE_OF_BIRTH", SARD, [], MENTIONS[:1], "missed name"),
        (TORN, "PLACE_OF_BIRTH", SARD, [], [Mention(SARD, "Person"), *MENTIONS[:1]], "wrong type"),
        (TORN, "PLACE_OF_BIRTH", SARD, [statement(TORN, "bornIn", SARD, "denied")], MENTIONS, "wrong status"),
        (TORN, "PLACE_OF_BIRTH", SARD, [statement(SARD, "bornIn", TORN)], MENTIONS, "wrong role"),
        (TORN, "PLACE_OF_BIRTH", SARD, [statement(BORSA, "bornIn", SARD)], MENTIONS, "wrong role"),
        (SHE, "SPOUSE", BORSA, [], MENTIONS, "missed coreference"),
    ],
)
def test_knowledgenet(tmp_path, subject, name, target, statements, mentions, kind):
    passage = [0, len(TEXT)]
    fact = {"passage": passage, "property": name, "subject": [*subject, ""], "object": [*target, ""]}
    annotated = [{"passage": passage, "properties": [name]}]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "1", "text": TEXT, "annotated": annotated, "facts": [fact]}))
    missed, _ = knowledgenet.mistakes(Built(tmp_path, {"1": statements}, {"1": mentions}), gold, SCORER)
    assert dict(missed.get(name, {})) == ({kind: 1} if kind else {})


def scorer():
    """A stand-in for the scorer beside the data: names stand where the text has them."""
    return SimpleNamespace(
        NOW={},
        event_types=lambda _: {"praised": {"SUPPORT"}, "met": {"CONSULT"}},
        spans=lambda text, names: [(text.index(name), text.index(name) + len(name)) for name in names],
        is_one_of=lambda end, text, names: any(text.index(name) == end["start"] for name in names),
    )


@pytest.mark.parametrize(
    ("statements", "mentions", "kind"),
    [
        ([statement(TORN, "praised", BORSA)], MENTIONS, None),
        ([statement(TORN, "met", BORSA)], MENTIONS, "missed frame"),
        ([statement(TORN, "praised", BORSA, "negated")], MENTIONS, "wrong status"),
        ([statement(BORSA, "praised", TORN)], MENTIONS, "wrong role"),
        ([statement(TORN, "praised", SARD)], MENTIONS, "wrong role"),
        ([], MENTIONS, "missed frame"),
        ([], MENTIONS[:1], "missed name"),
    ],
)
def test_plover(tmp_path, statements, mentions, kind):
    gold = tmp_path / "gold.jsonl"
    record = {"id": "1", "text": TEXT, "event": "SUPPORT", "source": ["Ilva Torn"], "target": ["Borsa"]}
    gold.write_text(json.dumps(record))
    records, missed = plover.mistakes(Built(tmp_path, {"1": statements}, {"1": mentions}), gold, tmp_path, scorer())
    assert records == {"SUPPORT": 1}
    assert dict(missed.get("SUPPORT", {})) == ({kind: 1} if kind else {})


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.json"
    fact = {"n": 1, "required": True, "subject": ["police"], "predicate": ["arrested"], "object": ["torn"],
            "status": ["asserted"], "evidence": "took Torn into custody"}  # fmt: skip
    entities = [
        {"id": "police", "type": "Organisation", "names": ["Sard police"]},
        {"id": "torn", "type": "Person", "names": ["Ilva Torn", "Torn"]},
    ]
    path.write_text(json.dumps({"document": "a.txt", "entities": entities, "statements": [fact]}))
    return read_gold(path)


@pytest.mark.parametrize(
    ("triple", "contains", "names"),
    [
        (("Sard police", "arrested", "Ilva Torn"), True, True),
        (("The Sard police", "took into custody", "opposition leader Ilva Torn"), True, True),
        (("Ilva Torn", "was arrested by", "Sard police"), True, True),
        (("officers of the Sard police in the capital", "arrested", "Torn"), True, False),
        (("Sard police", "is", "arresting Torn"), True, True),
        (("Ilva Torn", "arrested", "Sard police"), False, False),
        (("Sard police", "praised", "Ilva Torn"), False, False),
        (("they", "arrested", "Ilva Torn"), False, False),
    ],
)
def test_rule_for_peers(gold, triple, contains, names):
    found = compare.Triple.of("a.txt", *triple)
    assert [compare.Judge(is_strict=is_strict).right([found], gold) for is_strict in (False, True)] == [contains, names]
