"""Cities: which one a name means, given the countries that the texts mention."""

import pytest

from onrecord.known_actors import KnownActors
from onrecord.model import Analysis, Document, EntityId, EntityType, Form, LocalEntity, Mention, stable_hash
from onrecord.resolve import resolve
from onrecord.resolve.places import City, city_of


@pytest.mark.parametrize(
    ("name", "countries", "expected"),
    [
        ("Almaty", "KZ", "1526384"),
        ("the ALMATY", "", "1526384"),  # the only one
        ("Alma-Ata", "SU", "1526384"),  # by a former name
        ("Kiev", "", "703448"),
        ("Bogota", "", "3688689"),
        ("The Hague", "RS", "2747373"),
        ("Paris", "", "2988507"),  # of the others none has a tenth
        ("Birmingham", "GB", "2655603"),
        ("Odessa", "UA", "698740"),
        ("Odessa", "US", "5527554"),
        ("Tripoli", "LB", "266826"),
        ("Tripoli", "", "2210247"),  # a capital
        ("London", "CA GB", "2643743"),
        ("New Delhi", "", "1261481"),
        ("Osh", "", "1527534"),  # a region, too: the one around it
        ("New York", "US", "5128581"),
    ],
)
def test_a_city_is_found(name, countries, expected):
    assert city_of(name, countries.split()).id == expected


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Birmingham", ""),  # none has ten times as many people
        ("Odessa", ""),
        ("Paris", "US"),  # Texas, or France after all
        ("London", "CA"),
        ("Bethlehem", ""),  # not Belém
        ("Venice", ""),  # not Dayton, whatever it was called
        ("Bali", ""),  # not the one in India
        ("Ontario", "CA"),
        ("Oklahoma", "US"),
        ("Florida", "US"),
        ("Africa", "TN"),
        ("Fjord Media", "NO"),
        ("", ""),
    ],
)
def test_no_city_where_it_is_not_clear(name, countries):
    assert city_of(name, countries.split()) is None


def test_what_is_known_of_a_city():
    city = city_of("Bergen", {"NO"})
    assert city == City("3161732", "Bergen", "NO", city.population)
    assert city.population > 250_000


def analysis(number: int, *entities: tuple[EntityType, str, dict[str, str]]) -> Analysis:
    document = Document.of(f"{number}.txt", f"text {number}")
    found = (
        LocalEntity(
            EntityId(stable_hash(document.id, str(at))),
            kind,
            name,
            (Mention(at, at + 1, "x", kind, Form.NAME),),
            identifiers=identifiers,
        )
        for at, (kind, name, identifiers) in enumerate(entities)
    )
    return Analysis(document, tuple(found), ())


def places(*analyses: Analysis) -> dict[str, dict[str, str]]:
    graph = resolve(analyses, KnownActors.none())
    return {entity.name: dict(entity.identifiers) for entity in graph.entities if entity.type is EntityType.PLACE}


BRITAIN = (EntityType.COUNTRY, "Britain", {"iso3166": "GB"})


def test_the_countries_of_the_documents_tell():
    birmingham = (EntityType.PLACE, "Birmingham", {})
    assert places(analysis(1, birmingham)) == {"Birmingham": {}}
    assert places(analysis(1, birmingham), analysis(2, birmingham, BRITAIN)) == {
        "Birmingham": {"country": "GB", "geonames": "2655603"}
    }
    assert places(analysis(1, birmingham), analysis(2, BRITAIN)) == {"Birmingham": {}}


def test_what_the_user_knows_stays():
    known = (EntityType.PLACE, "Almaty", {"known": "Q35493"})
    assert places(analysis(1, known)) == {"Almaty": {"known": "Q35493"}}


def test_organisations_are_no_cities():
    graph = resolve([analysis(1, (EntityType.ORGANISATION, "Almaty", {}))], KnownActors.none())
    assert dict(graph.entities[0].identifiers) == {}
