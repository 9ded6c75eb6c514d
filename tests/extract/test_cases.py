"""Sentence by sentence: what each construction must and must not give.

A line is `subject | predicate | object | status`, then optionally `by SPEAKER`, `disputed by NAME`, `on DATE` and
`in PLACE`; `*` fits anything, also as part of a name (`*villagers`), and `?` is the unknown agent. A case may have a
date `published`. A case with `known_gap` is one that does not work yet, with the reason.
"""

import tomllib
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path

import pytest

from onrecord.analysis import analyse_all
from onrecord.known_actors import KnownActors
from onrecord.model import UNKNOWN_AGENT, Analysis, Document, Literal
from onrecord.ontology import load_ontology

CASES = list(
    chain.from_iterable(
        ((path.stem, case) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"])
        for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    )
)
ONTOLOGY = load_ontology()


@pytest.fixture(scope="module")
def analyses() -> list[Analysis]:
    """What each case says, in their order; in one pass, since the parser is many times faster on many texts at once."""
    documents = [
        Document.of(str(place), case["text"], published=case.get("published")) for place, (_, case) in enumerate(CASES)
    ]
    return list(analyse_all(documents, ONTOLOGY, KnownActors.none()))


def lines_of(analysis: Analysis) -> list[list[str]]:
    """Each statement as the fields of a line."""
    names = {entity.id: entity.name for entity in analysis.entities} | {UNKNOWN_AGENT: "?"}
    found = []
    for statement in analysis.statements:
        obj = statement.object.value if isinstance(statement.object, Literal) else names[statement.object]
        fields = [names[statement.subject], statement.predicate, obj, statement.status.value]
        fields += [f"by {names[who]}" for who in statement.attributed_to]
        fields += [f"disputed by {names[who]}" for who in statement.disputed_by]
        fields += [f"on {statement.date}"] if statement.date else []
        found.append(fields + ([f"in {names[statement.place]}"] if statement.place else []))
    return found


def fits(pattern: str, fields: list[str]) -> bool:
    """Whether a statement has what the line asks for."""
    wanted = [part.strip() for part in pattern.split("|")]
    plain = all(fnmatchcase(got, want) for want, got in zip(wanted[:4], fields[:4], strict=False))
    return plain and all(any(fnmatchcase(got, want) for got in fields[4:]) for want in wanted[4:])


@pytest.mark.parametrize(
    ("place", "case"),
    [(place, case) for place, (_, case) in enumerate(CASES)],
    ids=[f"{file}: {case['construction']}" for file, case in CASES],
)
def test_case(place, case, analyses, request):
    if "known_gap" in case:
        request.applymarker(pytest.mark.xfail(reason=case["known_gap"], strict=True))
    found = lines_of(analyses[place])
    missing = [line for line in case.get("expect", ()) if not any(fits(line, fields) for fields in found)]
    wrong = [fields for fields in found for line in case.get("forbid", ()) if fits(line, fields)]
    assert not missing, f"missing {missing}; found {found}"
    assert not wrong, f"forbidden {wrong}"
