"""Who somebody is: found by any name, with all statements by date."""

from dataclasses import replace

import pytest
from handmade import BORSA, FIRST, GRAPH, GREYS, SARD, SECOND, STATEMENTS, TORN

from onrecord.errors import UnclearNameError
from onrecord.model import DocumentId, Entity, EntityId, EntityType, IdentityLink, KnowledgeGraph
from onrecord.publish.dossier import dossier_of, when
from onrecord.publish.dossier_lines import dossier_lines
from onrecord.publish.finding import find_entity
from onrecord.publish.lines import wrapped


def entity(identity):
    return next(entity for entity in GRAPH.entities if entity.id == identity)


def text_of(lines):
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


@pytest.mark.parametrize(
    "asked",
    ["Ilva Torn", "ilva  TÓRN", "Torn", "person-torn", "id:person-torn", "https://w3id.org/onrecord/id/person-torn"],
)
def test_found_by_name_id_and_iri(asked):
    assert find_entity(GRAPH, asked).id == TORN


@pytest.mark.parametrize("asked", ["person-t", "https://w3id.org/onrecord/id/person-t"])
def test_found_by_an_id_that_it_replaces(asked):
    successor = replace(entity(TORN), replaces=(EntityId("person-i"), EntityId("person-t")))
    assert find_entity(replace(GRAPH, entities=(entity(BORSA), successor)), asked) == successor


def test_several_with_one_name():
    other = Entity(EntityId("person-other"), EntityType.PERSON, "Ivo Torn", ("Torn",))
    with pytest.raises(UnclearNameError) as caught:
        find_entity(KnowledgeGraph(GRAPH.documents, (other, *GRAPH.entities), ()), "the torn")
    assert str(caught.value) == "the torn: 2 have this name; ask for one of them by id:"
    assert caught.value.candidates == (
        "person-torn  Ilva Torn (Person), 2 mentions",
        "person-other  Ivo Torn (Person), 0 mentions",
    )


def test_the_nearest_names():
    with pytest.raises(UnclearNameError) as caught:
        find_entity(GRAPH, "Ilva Thorn")
    assert str(caught.value) == "Ilva Thorn: nobody has this name; the nearest are:"
    assert caught.value.candidates == ("person-torn  Ilva Torn (Person), 2 mentions",)
    with pytest.raises(UnclearNameError, match=r"^Qqq: nobody has this name$") as caught:
        find_entity(GRAPH, "Qqq")
    assert caught.value.candidates == ()


def test_dates_in_their_order():
    dates = ["1998", "2004-02", "2004-02-03", "2004", "2004-03/..", "2010~", "XXXX-01-06", None]
    expected = ["1998", "2004", "2004-02", "2004-02-03", "2004-03/..", "2010~", "XXXX-01-06", None]
    assert sorted(dates, key=when) == expected


def test_statements_as_subject_object_and_place():
    met, bribed, arrested, born, paid = STATEMENTS
    torn = dossier_of(GRAPH, entity(TORN))
    assert torn.statements == (arrested, paid, met, born)
    assert torn.claims == (bribed,)
    assert torn.documents == ((FIRST, 1), (SECOND, 1))
    assert dossier_of(GRAPH, entity(SARD)).statements == (paid,)
    greys = dossier_of(GRAPH, entity(GREYS))
    assert (greys.statements, greys.claims) == ((paid, bribed), ())
    assert greys.links == {"wikidata": "http://www.wikidata.org/entity/Q1"}


def test_as_text():
    bribed, paid = STATEMENTS[1], STATEMENTS[4]
    assert (
        text_of(dossier_lines(dossier_of(GRAPH, entity(GREYS))))
        == f"""\
entity      Grey Party (Organisation)
            org-greys
also called Greys
identifiers wikidata Q1  http://www.wikidata.org/entity/Q1
documents   a/first.txt: A "quiet" <b>meeting</b> (2007-03-01)  1 mention
            b.txt  1 mention

statements  2, by date

XXXX-01-06  denied: Grey Party paid Ilva Torn, in Lower Sard; in Lower Sard
            denied by Grey Party; confidence 1.00
            “The Greys deny that they paid Torn in Lower Sard.”
            b.txt; statement {paid.id}

undated     reported: Grey Party bribed Borsa
            reported by Ilva Torn; disputed by Grey Party; confidence 0.75
            “She said the Grey Party bribed Borsa.”
            a/first.txt: A "quiet" <b>meeting</b> (2007-03-01); statement {bribed.id}"""
    )


def test_why_its_names_are_one_and_whom_it_may_be_as_well():
    merges = [
        IdentityLink(TORN, TORN, "Torn", f"Ilva {n}", SECOND.id, DocumentId("list.csv"), n, ("the same surname",))
        for n in range(12)
    ]
    elsewhere = IdentityLink(GREYS, GREYS, "Greys", "Grey Party", SECOND.id, FIRST.id, 1, ("no such",))
    candidate = IdentityLink(BORSA, TORN, "Borsa", "Torn", FIRST.id, SECOND.id, 0.1, ("initials", "both of NO"))
    graph = replace(GRAPH, merges=(*merges, elsewhere), candidates=(candidate,))
    dossier = dossier_of(graph, entity(TORN))
    told = text_of(dossier_lines(dossier)).split("documents   ")[0].splitlines()
    assert told[2:6] == [
        "also called Torn",
        "merged      Torn (b.txt) is Ilva 11 (list.csv)",
        "              the same surname",
        "            Torn (b.txt) is Ilva 10 (list.csv)",
    ]
    assert told[22:] == [
        "              the same surname",
        "            and 2 more merges",
        "may be      the same as Borsa  person-borsa",
        "              initials; both of NO",
    ]
    borsa = dossier_of(graph, entity(BORSA))
    assert text_of(dossier_lines(borsa)).splitlines()[2] == "may be      the same as Ilva Torn  person-torn"
    assert borsa.as_json()["merges"] == []
    assert borsa.as_json()["candidates"][0]["reasons"] == ["initials", "both of NO"]


def test_unknown_agents_and_literals_are_told():
    told = text_of(dossier_lines(dossier_of(GRAPH, entity(TORN))))
    assert (
        "\n2007        unknown agent arrested Ilva Torn\n            asserted by the document; confidence 1.00" in told
    )
    assert "Ilva Torn date of birth 1960\n" in told


def test_nothing_is_said():
    nobody = Entity(EntityId("person-nobody"), EntityType.PERSON, "Kari Moen")
    assert (
        text_of(dossier_lines(dossier_of(GRAPH, nobody)))
        == """\
entity      Kari Moen (Person)
            person-nobody

statements  none"""
    )


def test_as_json():
    told = dossier_of(GRAPH, entity(BORSA)).as_json()
    assert (told["id"], told["type"], told["name"], told["claims"]) == ("person-borsa", "Person", "Borsa", [])
    assert [document["mentions"] for document in told["documents"]] == [1]
    statement = told["statements"][1]
    assert (
        statement["subject"]["name"],
        statement["disputed_by"],
        statement["title"],
        statement["evidence"]["quote"],
    ) == (
        "Grey Party",
        [{"id": "org-greys", "name": "Grey Party"}],
        'A "quiet" <b>meeting</b>',
        "She said the Grey Party bribed Borsa.",
    )


def test_long_lines_break_at_spaces_and_keep_their_roles():
    line = [
        ("sentence    ", "heading"),
        ("Kari Moen", "subject"),
        (" has met ", ""),
        ("Ola Lund of Fjord Media", "object"),
    ]
    assert list(wrapped(line, 30)) == [
        [("sentence    ", "heading"), ("Kari Moen", "subject"), (" has met", "")],
        [(" " * 12, ""), ("Ola Lund of Fjord", "object")],
        [(" " * 12, ""), ("Media", "object")],
    ]
    assert text_of(wrapped([("x" * 30, "")], 24)) == "x" * 24 + "\n" + " " * 12 + "x" * 6
