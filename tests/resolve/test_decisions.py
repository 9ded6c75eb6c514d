"""Decisions win over what the names say, and those that decide nothing are told."""

import logging

from onrecord.decisions import Anchor, Decision, Decisions
from onrecord.known_actors import KnownActor, KnownActors
from onrecord.model import Analysis, Document, EntityId, EntityType, Form, LocalEntity, Mention, stable_hash
from onrecord.resolve import resolve

PERSON = EntityType.PERSON


def analysis(name: str, *called: tuple[str, ...]) -> Analysis:
    """A document whose people have these names."""
    document = Document.of(name, f"text {name}")
    entities = tuple(
        LocalEntity(
            EntityId(stable_hash(document.id, str(at))),
            PERSON,
            names[0],
            (Mention(at, at + 1, "x", PERSON, Form.NAME),),
            aliases=names[1:],
        )
        for at, names in enumerate(called)
    )
    return Analysis(document, entities, ())


def same(left: str, right: str, *documents: str | None) -> Decision:
    at = documents or (None, None)
    return Decision(True, PERSON, Anchor(left, at[0]), Anchor(right, at[1]))


def different(left: str, right: str, *documents: str | None) -> Decision:
    row = same(left, right, *documents)
    return Decision(False, PERSON, row.left, row.right)


def people(analyses, *rows):
    graph = resolve(analyses, KnownActors.none(), decisions=Decisions(rows))
    names = {document.id: document.name for document in graph.documents}
    return sorted((entity.name, [names[document] for document, _ in entity.mentions]) for entity in graph.entities)


KARI, ALSO, OLA = analysis("a", ("Kari Moen",)), analysis("b", ("Kari Moen",)), analysis("c", ("Ola Lund", "Ola"))


def test_two_names_of_one():
    assert people([KARI, ALSO, OLA], same("kari moen", "Ola Lund")) == [("Kari Moen", ["a", "b", "c"])]
    apart = [("Kari Moen", ["b"]), ("Ola Lund", ["a", "c"])]
    rows = different("Kari Moen", "Kari Moen", "a", None), same("Kari Moen", "Ola Lund", "a", "c")
    assert people([KARI, ALSO, OLA], *rows) == apart


def test_the_later_of_two_about_one_pair_counts():
    apart = [("Kari Moen", ["a", "b"]), ("Ola Lund", ["c"])]
    assert people([KARI, ALSO, OLA], same("Kari Moen", "Ola Lund"), different("Ola Lund", "KARI MOEN")) == apart


def test_two_of_one_name():
    apart = [("Kari Moen", ["a"]), ("Kari Moen", ["b"]), ("Ola Lund", ["c"])]
    assert people([KARI, ALSO, OLA]) == [("Kari Moen", ["a", "b"]), ("Ola Lund", ["c"])]
    assert people([KARI, ALSO, OLA], different("Kari Moen", "Kari Moen", "a", "b")) == apart
    assert people([KARI, ALSO, OLA], different("Kari Moen", "Kari Moen", "b", None)) == apart


def listed(name: str, item: str) -> KnownActor:
    return KnownActor(name, PERSON, identifiers=(("wikidata", item),), source="list.json")


def test_those_of_a_list_are_meant_where_it_is_named():
    def identified(*rows, known):
        graph = resolve([KARI, OLA], KnownActors(known), decisions=Decisions(rows))
        return {entity.name: entity.identifiers.get("wikidata") for entity in graph.entities}

    two = listed("Kari Moen", "Q1"), listed("Kari Moen", "Q2")
    assert identified(same("Kari Moen", "Ola Lund"), known=two) == {"Ola Lund": None}
    ola = listed("Ola Lund", "Q3")
    assert identified(known=(ola,)) == {"Kari Moen": None, "Ola Lund": "Q3"}
    apart = different("Ola Lund", "Ola Lund", None, "list.json")
    assert identified(apart, known=(ola,)) == {"Kari Moen": None, "Ola Lund": None}
    one = same("Kari Moen", "Ola Lund", None, "list.json")
    assert identified(one, known=(ola,)) == {"Ola Lund": "Q3"}


def test_decisions_without_effect_are_told(caplog):
    rows = same("Kari Moen", "Ola Lund"), same("Kari Moen", "Ana Lopes"), different("Ola Lund", "Ola")
    with caplog.at_level(logging.WARNING):
        people([KARI, OLA], *rows, different("Kari Moen", "Kari Moen", "a", "b"))
    assert [record.getMessage() for record in caplog.records] == [
        "a decision has no effect: same Person, “Kari Moen” and “Ana Lopes” (no Person is called “Ana Lopes”)",
        "a decision has no effect: different Person, “Ola Lund” and “Ola” "
        "(each document that has both names takes them for one)",
        "a decision has no effect: different Person, “Kari Moen” in a and “Kari Moen” in b "
        "(no Person is called “Kari Moen” in b)",
    ]
