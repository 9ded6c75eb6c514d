"""Which names are spellings of one."""

import pytest

from onrecord.model import EntityType
from onrecord.resolve.names import are_spellings, comparable

PERSON, ORGANISATION = EntityType.PERSON, EntityType.ORGANISATION


@pytest.mark.parametrize(
    ("first", "second", "entity_type"),
    [
        ("Viktor Ivanenko", "Victor Ivanenko", PERSON),
        ("Sergei Petrov", "Sergey Petrov", PERSON),
        ("Aleksandr Bazaev", "Aleksandr Bazayev", PERSON),
        ("Yevgeny Orlov", "Evgeni Orlov", PERSON),
        ("Clean Water Kazakstan", "Clean Water Kazakhstan", ORGANISATION),
        ("court in Bergen", "Bergen court", ORGANISATION),
    ],
)
def test_same(first, second, entity_type):
    assert are_spellings(comparable(first), comparable(second), entity_type)


@pytest.mark.parametrize(
    ("first", "second", "entity_type"),
    [
        ("Ivan Petrov", "Igor Petrov", PERSON),
        ("Anna Berg", "Anna Berger", PERSON),
        ("Petrov", "Petrova", PERSON),
        ("Liberal Union", "Liberal League", ORGANISATION),
        ("School 12", "School 13", ORGANISATION),
        ("First Bergen Bank", "First Bremen Bank", ORGANISATION),
    ],
)
def test_different(first, second, entity_type):
    assert not are_spellings(comparable(first), comparable(second), entity_type)
