"""Reference lists say who is who, unless something contradicts."""

from onrecord.known_actors import KnownActor, KnownActors
from onrecord.model import (
    Analysis,
    Document,
    EntityId,
    EntityType,
    Evidence,
    Form,
    Literal,
    LocalEntity,
    Mention,
    Statement,
    StatementId,
    Status,
    stable_hash,
)
from onrecord.resolve import resolve

NORWAY = ("Norway", EntityType.COUNTRY, {"iso3166": "NO"})
PERU = ("Peru", EntityType.COUNTRY, {"iso3166": "PE"})


def analysis(number: int, *names, born: str | None = None) -> Analysis:
    document = Document.of(f"{number}.txt", f"text {number}")
    entities = []
    for at, item in enumerate(names):
        name, kind, identifiers = item if isinstance(item, tuple) else (item, EntityType.PERSON, {})
        mention = Mention(at, at + 1, "x", kind, Form.NAME)
        identity = EntityId(stable_hash(document.id, str(at)))
        entities.append(LocalEntity(identity, kind, name, (mention,), identifiers=identifiers))
    statements = ()
    if born:
        evidence = Evidence(document.id, 0, 1, "t")
        birth = Statement(
            StatementId(f"s{number}"), entities[0].id, "dateOfBirth", Literal(born), Status.ASSERTED, evidence
        )
        statements = (birth,)
    return Analysis(document, tuple(entities), statements)


def listed(name: str, item: str, **facts) -> KnownActor:
    return KnownActor(name, EntityType.PERSON, identifiers=(("wikidata", item),), source="list", **facts)


def items(known: list[KnownActor], *analyses: Analysis) -> dict[str, dict[str, str]]:
    graph = resolve(analyses, KnownActors(tuple(known)))
    return {entity.name: dict(entity.identifiers) for entity in graph.entities if entity.type is EntityType.PERSON}


def test_a_listed_name_is_identified_and_joins_by_aliases():
    known = [listed("Kari Moen", "Q1", aliases=("Karin Dahl-Moen",), countries=("NO",))]
    graph = resolve(
        [analysis(1, "Kari Moen", NORWAY), analysis(2, "Karin Dahl-Moen", NORWAY)], KnownActors(tuple(known))
    )
    moen = next(entity for entity in graph.entities if entity.type is EntityType.PERSON)
    assert dict(moen.identifiers) == {"wikidata": "Q1"}
    assert {document for document, _ in moen.mentions} == {document.id for document in graph.documents}
    assert "list" in {link.right_document for link in graph.merges} | {link.left_document for link in graph.merges}


def test_another_country_or_birth_is_another_person():
    assert items([listed("Kari Moen", "Q1", countries=("NO",))], analysis(1, "Kari Moen", PERU)) == {"Kari Moen": {}}
    known = [listed("Kari Moen", "Q1", born="1961")]
    assert items(known, analysis(1, "Kari Moen", born="1975-02-03")) == {"Kari Moen": {}}
    assert items(known, analysis(1, "Kari Moen", born="1961-02-03")) == {"Kari Moen": {"wikidata": "Q1"}}


def test_of_two_of_one_list_the_fitting_one_is_meant():
    known = [listed("Kari Moen", "Q1", countries=("NO",)), listed("Kari Moen", "Q2", countries=("PE",))]
    assert items(known, analysis(1, "Kari Moen", PERU)) == {"Kari Moen": {"wikidata": "Q2"}}


def test_of_two_who_fit_alike_none_is_meant():
    known = [listed("Kari Moen", "Q1", countries=("NO",)), listed("Kari Moen", "Q2", countries=("NO",))]
    assert items(known, analysis(1, "Kari Moen", NORWAY)) == {"Kari Moen": {}}


def test_a_list_changes_no_id():
    articles = [analysis(1, "Kari Moen", NORWAY)]
    plain = resolve(articles, KnownActors.none())
    known = KnownActors((listed("Kari Moen", "Q1", aliases=("Aase Moen",), countries=("NO",)),))
    assert {e.id for e in resolve(articles, known).entities} == {e.id for e in plain.entities}
