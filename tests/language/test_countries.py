"""Every country is found by its names: today's, former ones, and those that not everybody recognises."""

import pycountry
import pytest

from onrecord import analyse
from onrecord.known_actors import KnownActors
from onrecord.language.gazetteer import PlaceKind, gazetteer
from onrecord.model import EntityType
from onrecord.packaged import packaged_folder
from onrecord.resolve import resolve

PLACES = gazetteer(packaged_folder("ontology"))

TODAY = [
    (name, country.alpha_2)
    for country in pycountry.countries
    for name in (country.name, getattr(country, "common_name", None), getattr(country, "official_name", None))
    if name and name != "Congo"  # which, without more, is the larger one
]


@pytest.mark.parametrize(("name", "code"), TODAY, ids=lambda value: str(value))
def test_countries_of_today(name, code):
    assert PLACES.find(name).country == code


FORMER = {
    "AIDJ": ("French Afars and Issas", "DJ"),
    "ANHH": ("Netherlands Antilles", "AN"),
    "BUMM": ("Burma", "MM"),
    "BYAA": ("Byelorussian SSR", "BY"),
    "CSHH": ("Czechoslovakia", "CS"),
    "CSXX": ("Serbia and Montenegro", "CSXX"),
    "DDDE": ("German Democratic Republic", "DD"),
    "DYBJ": ("Dahomey", "BJ"),
    "GEHH": ("Gilbert and Ellice Islands", "GEHH"),
    "HVBF": ("Upper Volta", "BF"),
    "NHVU": ("New Hebrides", "VU"),
    "RHZW": ("Southern Rhodesia", "ZW"),
    "SUHH": ("USSR", "SU"),
    "TPTL": ("East Timor", "TL"),
    "VDVN": ("North Vietnam", "VD"),
    "YDYE": ("South Yemen", "YD"),
    "YUCS": ("Yugoslavia", "YU"),
    "ZRCD": ("Zaire", "CD"),
}
"""Of ISO 3166-3: a state that was renamed is that of today, one that was dissolved is its own."""

TERRITORIES = {"BQAQ", "CTKI", "FQHH", "FXFR", "JTUM", "MIUM", "NQAQ", "NTHH", "PCHH", "PUUM", "PZPA", "SKIN", "WKUM"}
"""Of ISO 3166-3, too, but parts of other countries: Sikkim, Wake Island, the Panama Canal Zone."""


def test_all_former_countries_are_here():
    assert FORMER.keys() | TERRITORIES == {country.alpha_4 for country in pycountry.historic_countries}


@pytest.mark.parametrize(("name", "code"), FORMER.values())
def test_former_countries(name, code):
    entry = PLACES.find(name)
    assert (entry.kind, entry.country) == (PlaceKind.COUNTRY, code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kosovo", "XK"),
        ("Kosova", "XK"),
        ("Palestine", "PS"),
        ("Palestinian Territories", "PS"),
        ("Taiwan", "TW"),
        ("Western Sahara", "EH"),
        ("Swaziland", "SZ"),
        ("Eswatini", "SZ"),
        ("Rhodesia", "ZW"),
        ("Ceylon", "LK"),
        ("Kirghizia", "KG"),
        ("Moldavia", "MD"),
        ("FYROM", "MK"),
        ("Soviet Union", "SU"),
        ("West Germany", "DE"),
        ("Cabo Verde", "CV"),
        ("Türkiye", "TR"),
        ("St. Lucia", "LC"),
    ],
)
def test_other_names(name, code):
    entry = PLACES.find(name)
    assert (entry.kind, entry.country) == (PlaceKind.COUNTRY, code)


@pytest.mark.parametrize(
    ("code", "name"),
    [("MM", "Myanmar"), ("SZ", "Eswatini"), ("MK", "North Macedonia"), ("SU", "Soviet Union"), ("DD", "East Germany")],
)
def test_what_a_country_is_called(code, name):
    assert PLACES.country_name(code) == name


UNRECOGNISED = ["Transnistria", "Abkhazia", "South Ossetia", "Nagorno-Karabakh", "Somaliland", "Northern Cyprus"]


@pytest.mark.parametrize("name", UNRECOGNISED)
def test_territories_without_a_code_are_places(name):
    assert PLACES.find(name) is None
    found = {entity.name: (entity.type, dict(entity.identifiers)) for entity in visit(name, "Kari Moen").entities}
    assert found[name] == (EntityType.PLACE, {})


@pytest.mark.parametrize(
    ("former", "current"),
    [("Burma", "Myanmar"), ("Swaziland", "Eswatini"), ("Zaire", "Democratic Republic of the Congo")],
)
def test_a_renamed_country_is_one_across_documents(former, current):
    assert countries(former, current) == {current}


def test_a_dissolved_country_is_its_own():
    assert countries("the Soviet Union", "Russia", "Yugoslavia", "Serbia") == {
        "Soviet Union",
        "Russia",
        "Yugoslavia",
        "Serbia",
    }


def visit(place, who):
    return analyse(f"{who} visited {place} on Monday.")


def countries(*names):
    visits = [
        visit(name, who) for name, who in zip(names, ["Kari Moen", "Ola Lund", "Ana Lopes", "Ivo Berg"], strict=False)
    ]
    graph = resolve(visits, KnownActors.none())
    return {entity.name for entity in graph.entities if entity.type is EntityType.COUNTRY}
