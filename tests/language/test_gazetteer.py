"""Countries, nationalities, capitals and cities by name."""

import pytest

from onrecord.language.gazetteer import PlaceKind, gazetteer
from onrecord.packaged import packaged_folder

PLACES = gazetteer(packaged_folder("ontology"))


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Norway", PlaceKind.COUNTRY, "NO"),
        ("the United States", PlaceKind.COUNTRY, "US"),
        ("Soviet Union", PlaceKind.COUNTRY, "SU"),
        ("Norwegian", PlaceKind.NATIONALITY, "NO"),
        ("American", PlaceKind.NATIONALITY, "US"),
        ("Swedes", PlaceKind.NATIONALITY, "SE"),
        ("Oslo", PlaceKind.CAPITAL, "NO"),
        ("Bergen", PlaceKind.CITY, "NO"),
        ("Azerbaidjan", PlaceKind.COUNTRY, "AZ"),
        ("Turkmenistan", PlaceKind.COUNTRY, "TM"),
        ("Kazak", PlaceKind.NATIONALITY, "KZ"),
    ],
)
def test_found(name, kind, country):
    entry = PLACES.find(name)
    assert (entry.kind, entry.country) == (kind, country)


@pytest.mark.parametrize("name", ["Bjornson", "Fjord Media", "", "the", "Malte", "Child", "Italo"])
def test_not_found(name):
    assert PLACES.find(name) is None
