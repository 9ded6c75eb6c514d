"""Ids of entities that are merged away stay with those that replace them."""

from onrecord.decisions import Anchor, Decision, Decisions
from onrecord.known_actors import KnownActors
from onrecord.model import Analysis, Document, EntityId, EntityType, Form, LocalEntity, Mention, stable_hash
from onrecord.resolve import resolve

PERSON = EntityType.PERSON


def analysis(name: str, *people: str) -> Analysis:
    document = Document.of(name, f"text {name}")
    entities = tuple(
        LocalEntity(
            EntityId(stable_hash(document.id, who)), PERSON, who, (Mention(at, at + 1, "x", PERSON, Form.NAME),)
        )
        for at, who in enumerate(people)
    )
    return Analysis(document, entities, ())


def graph_of(analyses, *rows):
    return resolve(analyses, KnownActors.none(), decisions=Decisions(rows))


def ids(graph):
    return {entity.id for entity in graph.entities}


def same(left: str, right: str, left_document: str | None = None, right_document: str | None = None) -> Decision:
    return Decision(True, PERSON, Anchor(left, left_document), Anchor(right, right_document))


def test_an_entity_of_one_name_replaces_none():
    (entity,) = graph_of([analysis("a", "Kari Moen"), analysis("b", "Kari Moen")]).entities
    assert entity.replaces == ()


def test_each_other_name_has_the_id_that_it_had_alone():
    analyses = [
        analysis("a", "Kari Moen"),
        analysis("b", "Ola Lund"),
        analysis("c", "Lopes"),
        analysis("d", "Ana Berg"),
    ]
    before = ids(graph_of(analyses))
    graph = graph_of(analyses, same("Kari Moen", "Ola Lund"), same("Ola Lund", "Lopes"))
    merged, *_ = sorted(graph.entities, key=lambda entity: -len(entity.mentions))
    assert len(before) == 4
    assert {*merged.replaces, *ids(graph)} == before
    assert merged.replaces == tuple(sorted(merged.replaces))


def test_an_id_that_somebody_has_is_not_replaced():
    analyses = [analysis("a", "Kari Moen"), analysis("b", "Kari Moen"), analysis("c", "Ola Lund")]
    rows = (
        Decision(False, PERSON, Anchor("Kari Moen", "a"), Anchor("Kari Moen", "b")),
        same("Kari Moen", "Ola Lund", "a", "c"),
    )
    graph = graph_of(analyses, *rows)
    assert len(graph.entities) == 2
    assert not {former for entity in graph.entities for former in entity.replaces} & ids(graph)


def test_two_of_one_name_that_a_decision_joins():
    analyses = [analysis("a", "Kari Moen", "Ola Lund"), analysis("b", "Kari Moen", "Ana Berg")]
    apart = Decision(False, PERSON, Anchor("Kari Moen", "a"), Anchor("Kari Moen", "b"))
    before = ids(graph_of(analyses, apart))
    graph = graph_of(analyses, same("Kari Moen", "Kari Moen", "a", "b"))
    assert len(before) == 4
    assert before <= {former for entity in graph.entities for former in entity.replaces} | ids(graph)
