"""Stand-ins for the text analysis, so that the shell around it is tested fast and alone.

A sentence "A met B." is a statement; a text with "unreadable" in it fails.
"""

import re
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import pytest

from onrecord.errors import InputError
from onrecord.model import (
    Analysis,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Form,
    KnowledgeGraph,
    LocalEntity,
    Mention,
    Statement,
    StatementId,
    Status,
    stable_hash,
)

_MET = re.compile(r"(\w+) met (\w+)\.")


def analyse(document) -> Analysis:
    """The meetings that the document tells of."""
    mentions: dict[str, list[Mention]] = {}
    statements = []
    for match in _MET.finditer(document.text):
        for group in (1, 2):
            mention = Mention(*match.span(group), match[group], EntityType.PERSON, Form.NAME)
            mentions.setdefault(match[group], []).append(mention)
        evidence = Evidence(document.id, *match.span(), match[0], match.span(1), match.span(2))
        identity = StatementId(stable_hash(document.id, str(match.start())))
        ends = (EntityId(match[1]), "met", EntityId(match[2]))
        statements.append(Statement(identity, *ends, Status.ASSERTED, evidence))
    entities = (LocalEntity(EntityId(n), EntityType.PERSON, n, tuple(spans)) for n, spans in sorted(mentions.items()))
    return Analysis(document, tuple(entities), tuple(statements))


def analyse_all(documents, ontology, known, *, keep_open=False) -> Iterator[Analysis]:
    """Looks two documents ahead, as a batching analyser does: the error of one comes early."""
    documents = list(documents)
    for number, document in enumerate(documents):
        for ahead in documents[number : number + 2]:
            if "unreadable" in ahead.text:
                raise InputError(f"{ahead.name}: no sentence in it")
        yield analyse(document)


def resolve(analyses, known, **_) -> KnowledgeGraph:
    """Equal names are one person."""
    mentions: dict[str, list] = {}
    for analysis in analyses:
        for local in analysis.entities:
            mentions.setdefault(local.name, []).extend((analysis.document.id, mention) for mention in local.mentions)
    entities = (
        Entity(EntityId(n), EntityType.PERSON, n, mentions=tuple(found)) for n, found in sorted(mentions.items())
    )
    statements = (statement for analysis in analyses for statement in analysis.statements)
    return KnowledgeGraph(tuple(a.document for a in analyses), tuple(entities), tuple(statements))


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts the stand-ins where `project.py` looks for the text analysis, the ontology and the page."""
    label = SimpleNamespace(name="met", label="met with", is_literal=False)
    ontology = SimpleNamespace(predicates={"met": label}, digest="abc")
    modules = {
        "onrecord.analysis": {"analyse_all": analyse_all},
        "onrecord.resolve": {"resolve": resolve, "vocabulary_of": lambda ontology: None},
        "onrecord.ontology": {"load_ontology": lambda folder: ontology},
        "onrecord.publish.network": {"write_network": lambda graph, path, labels: path.write_text("page")},
    }
    for name, members in modules.items():
        module = ModuleType(name)
        vars(module).update(members)
        monkeypatch.setitem(__import__("sys").modules, name, module)
