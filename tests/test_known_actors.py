import pytest

from onrecord.errors import OptionError
from onrecord.identifiers import identifier_of, text_of
from onrecord.known_actors import KnownActor, KnownActors, read_known_actors
from onrecord.model import EntityType

PERSON, ORGANISATION = EntityType.PERSON, EntityType.ORGANISATION


def test_what_a_row_may_say(tmp_path):
    path = tmp_path / "known.csv"
    path.write_text(
        "name,type,aliases,identifier,born,countries\n"
        "Kari Moen,person,K. Moen; Kari,Q12;lei:AB1,1961-05,no;SE\n"
        "Fjord Media,Organisation,,,,\n"
    )
    assert read_known_actors(path).actors == (
        KnownActor(
            "Kari Moen", PERSON, ("K. Moen", "Kari"), (("wikidata", "Q12"), ("lei", "AB1")), "1961-05", ("NO", "SE")
        ),
        KnownActor("Fjord Media", ORGANISATION),
    )


def test_the_columns_of_old_are_enough(tmp_path):
    path = tmp_path / "known.csv"
    path.write_text("name,type,aliases,identifier\nFjord Media,Organisation,FM,our-17\n")
    assert read_known_actors(path).actors == (KnownActor("Fjord Media", ORGANISATION, ("FM",), (("known", "our-17"),)),)


@pytest.mark.parametrize(
    ("row", "flaw"),
    [
        (",Person,,", "no name"),
        ("Kari,Woman,,", "type 'Woman' is none of Person, Organisation, Country, Place, Event"),
        ("Kari,Person,May 1961,", "born 'May 1961' is no date; write it as 1961, 1961-05 or 1961-05-17"),
        ("Kari,Person,,Norway", "country 'NORWAY' is no ISO 3166 code; write NO for Norway, NO;SE for two"),
    ],
)
def test_flaws_of_rows(tmp_path, row, flaw):
    path = tmp_path / "known.csv"
    path.write_text(f"name,type,born,countries\n{row}\n")
    with pytest.raises(OptionError) as caught:
        read_known_actors(path)
    assert str(caught.value) == f"{path}, line 2: {flaw}"


def test_all_of_one_name_are_found():
    one = KnownActor("Ola Lund", PERSON, ("O. Lund",), born="1950")
    other = KnownActor("OLA LUND", PERSON, born="1980")
    known = KnownActors((one, other, KnownActor("Ola Lund", ORGANISATION)))
    assert known.named(PERSON, "ola lund", str.casefold) == (one, other)
    assert known.named(PERSON, "o. lund", str.casefold) == (one,)
    assert known.named(PERSON, "lund", str.casefold) == ()
    assert known == KnownActors(known.actors)


@pytest.mark.parametrize(
    ("text", "identifier", "written"),
    [
        ("Q12", ("wikidata", "Q12"), "Q12"),
        ("http://www.wikidata.org/entity/Q12", ("wikidata", "Q12"), "Q12"),
        ("wikidata:Q12", ("wikidata", "Q12"), "Q12"),
        ("https://www.opensanctions.org/entities/NK-a1/", ("opensanctions", "NK-a1"), "opensanctions:NK-a1"),
        ("LEI:AB1", ("lei", "AB1"), "lei:AB1"),
        ("https://example.org/a:1", ("iri", "https://example.org/a:1"), "https://example.org/a:1"),
        ("our-17", ("known", "our-17"), "our-17"),
    ],
)
def test_identifiers_as_tables_write_them(text, identifier, written):
    assert identifier_of(text) == identifier
    assert text_of(identifier) == written
    assert identifier_of(written) == identifier
