"""Which names can be one actor's, and how far they agree."""

import pytest

from onrecord.ontology import load_ontology
from onrecord.resolve import organisation_names, person_names, vocabulary_of
from onrecord.resolve.names import comparable
from onrecord.resolve.organisation_names import organisation_name
from onrecord.resolve.person_names import person_name

WORDS = vocabulary_of(load_ontology())
GIVEN_NAMES = WORDS.given_names


def people(first: str, second: str):
    return person_names.agreement(person_name(comparable(first)), person_name(comparable(second)), GIVEN_NAMES)


def organisations(first: str, second: str):
    return organisation_names.agreement(
        organisation_name(comparable(first), WORDS), organisation_name(comparable(second), WORDS)
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Viktor Ivanenko", "Victor Ivanenko"),
        ("Sergei Petrov", "Sergey Petrov"),
        ("Serhiy Bondarenko", "Sergei Bondarenko"),
        ("Aleksandr Bazaev", "Aleksandr Bazayev"),
        ("Yevgeny Orlov", "Evgeni Orlov"),
        ("N. Bazaev", "Nikolai Bazayev"),
        ("Mohammed al-Sharif", "Muhamad El Sharif"),
        ("Abd al-Rahman bin Saleh", "Abdurrahman Saleh"),
        ("Ana Lopez", "Ana Lopez Diaz"),
        ("Viktor Tereshchenko", "Viktor Tereschenko"),
        ("Kim Dal-su", "Kim Dal Su"),
        ("Kim Dal-su", "Dal-su Kim"),
        ("Li Guoping", "Li Guo-ping"),
        ("Li Guoping", "Guoping Li"),
        ("J.K. Moen", "Jan Karl Moen"),
        ("Юрий Петров", "Yuri Petrov"),
        ("გიორგი ბერიძე", "Giorgi Beridze"),
        ("Ivan Petrovich Sidorov", "Ivan Sidorov"),
        ("Bill Moen", "William Moen"),
        ("Kari Dahl Jr.", "Kari Dahl"),
    ],
)
def test_one_person(first, second):
    assert people(first, second) is not None
    assert people(second, first) is not None
    share = set(person_names.keys(person_name(comparable(first)), GIVEN_NAMES))
    other = person_names.keys(person_name(comparable(second)), GIVEN_NAMES)
    assert not share or not other or share.intersection(other)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ivan Petrov", "Igor Petrov"),
        ("Anna Berg", "Anna Berger"),
        ("Ivan Petrov", "Ivan Petrova"),
        ("Ivan Petrovich Sidorov", "Ivan Ilyich Sidorov"),
        ("Ola Lund Jr.", "Ola Lund Sr."),
        ("Hassan Saleh", "Hussein Saleh"),
        ("Petrov", "Petrova"),
    ],
)
def test_two_people(first, second):
    assert people(first, second) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Clean Water Kazakstan", "Clean Water Kazakhstan"),
        ("court in Bergen", "Bergen court"),
        ("Ministry of Justice", "Justice Ministry"),
        ("Moen Foundation", "Foundation for Moen"),
        ("Fjord Media Ltd", "Fjord Media"),
        ("DUW", "Democratic Union of Workers"),
        ("Dahl & Moen", "Dahl and Moen"),
        ("Intl Commission", "International Commission"),
        ("Union of Journalists of Norway", "Norway Union of Journalists"),
    ],
)
def test_one_organisation(first, second):
    assert organisations(first, second) is not None
    keys, others = (organisation_names.keys(organisation_name(comparable(name), WORDS)) for name in (first, second))
    assert set(keys) & set(others)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Liberal Union", "Liberal League"),
        ("School 12", "School 13"),
        ("First Bergen Bank", "First Bremen Bank"),
        ("Fjord Media Ltd", "Fjord Media GmbH"),
        ("Justice Party", "Party of Justice and Development"),
    ],
)
def test_two_organisations(first, second):
    assert organisations(first, second) is None
