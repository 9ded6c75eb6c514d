import copy
import json
import re

import pytest

from onrecord.errors import OptionError
from onrecord.evaluate.gold import SCHEMA, read_gold
from onrecord.evaluate.schema import KEYWORDS
from onrecord.model import EntityType, Status

GOLD = {
    "document": "a.txt",
    "entities": [{"id": "torn", "type": "Person", "names": ["Ilva Torn"]}],
    "statements": [
        {"n": 1, "required": True, "subject": ["torn"], "predicate": ["met"], "object": ["*"], "status": ["asserted"]}
    ],
    "forbidden": [{"why": "no", "subject": ["torn"], "predicate": ["paid"], "object": ["*"], "status": ["asserted"]}],
}


def changed(**values):
    """The gold with values put at places such as `statements.0.status`, written with `__` for the dot."""
    gold = copy.deepcopy(GOLD)
    for place, value in values.items():
        *way, last = (int(key) if key.isdigit() else key for key in place.split("__"))
        target = gold
        for key in way:
            target = target[key]
        target[last] = value
    return gold


@pytest.fixture
def file(tmp_path):
    def write(gold):
        path = tmp_path / "gold.json"
        path.write_text(gold if isinstance(gold, str) else json.dumps(gold), encoding="utf-8")
        return path

    return write


def test_reading(file):
    gold = read_gold(file(GOLD))
    assert gold.document == "a.txt"
    assert gold.entity("torn").names == ("Ilva Torn",)
    assert gold.entity("torn").is_required
    assert gold.statements[0].predicate == ("met",)
    assert gold.forbidden[0].why == "no"


@pytest.mark.parametrize(
    ("gold", "message"),
    [
        ('{"document":\n "a.txt",}', r", line 2, column 10: no JSON \(.*\); mend it there or just before"),
        ([], ": the file: [] is no object; write an object with document, entities, statements and forbidden"),
        (
            changed(document=7),
            ': document: 7 is no string; write the document\'s name in the build, such as "article.txt"',
        ),
        (
            changed(entities__0__type="Firm"),
            ': entities[0].type: "Firm" is unknown; write one of Person, Organisation, Country, Place, Event',
        ),
        (
            changed(entities__0__names=[]),
            ": entities[0].names: an empty list; write a list of all names that the actor may have in the graph",
        ),
        (
            changed(statements__0__status="asserted"),
            ': statements[0].status: "asserted" is no list; '
            'write a list of statuses, any of which is right, such as ["asserted"]',
        ),
        (
            changed(statements__0__n=True),
            ": statements[0].n: true is no whole number; write a number that no other statement of the file has",
        ),
        (
            changed(statements__0__attribution=["torn"]),
            ": statements[0].attribution: no such key; it may be n, required, optional, subject, predicate, object, "
            "status, attributed_to, date, subject_may_be_unknown, evidence, note",
        ),
        (
            changed(forbidden__0={}),
            ': forbidden[0]: no "why"; write an object with why, subject, predicate, object and status (and 4 more)',
        ),
        (
            changed(entities=GOLD["entities"] * 2),
            ': entities[1].id: "torn" stands there twice; give it another',
        ),
        (
            changed(statements=GOLD["statements"] * 2),
            ": statements[1].n: 1 stands there twice; give it another",
        ),
    ],
)
def test_broken_gold(file, gold, message):
    path = file(gold)
    expected = message if message.startswith(", line") else re.escape(message)
    with pytest.raises(OptionError, match=f"^{re.escape(str(path))}{expected}$"):
        read_gold(path)


def test_absent_gold(tmp_path):
    with pytest.raises(OptionError, match=r"gold\.json: cannot be read .*; name a file with gold facts"):
        read_gold(tmp_path / "gold.json")


def test_ids_without_entity_are_named(file, caplog):
    path = file(changed(statements__0__object=["borsa"]))
    read_gold(path)
    assert caplog.messages == [
        f'{path}: statements[0].object: no entity has the id "borsa"; add the entity or remove the id'
    ]


def schemas(node):
    """All schemas in a schema."""
    yield node
    for key in ("properties", "$defs"):
        for child in node.get(key, {}).values():
            yield from schemas(child)
    if "items" in node:
        yield from schemas(node["items"])


def test_schema_says_only_what_is_checked():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    remarks = {"$schema", "$id", "$defs", "title", "description", "additionalProperties"}
    for node in schemas(schema):
        assert node.keys() <= KEYWORDS | remarks
        assert "$ref" in node or "description" in node, node
        assert node.get("type") != "object" or node["additionalProperties"] is False


def test_schema_knows_types_and_statuses():
    definitions = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
    assert definitions["entity"]["properties"]["type"]["enum"] == [kind.value for kind in EntityType]
    assert definitions["statuses"]["items"]["enum"] == [status.value for status in Status]
