import bz2
import csv
import gzip
import json
from pathlib import Path

import pycountry
import pytest

from onrecord.errors import InputError
from onrecord.known_actors import KnownActor
from onrecord.model import EntityType
from onrecord.read import references
from onrecord.read.references import Skipped, read_reference

PERSON, ORGANISATION, COUNTRY = EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY
TABLES = Path(references.__file__).parent


def reading(path, content):
    """What the file gives, errors as their texts without the path."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = read_reference(path)
    return [str(item).removeprefix(str(path)) if isinstance(item, InputError) else item for item in found]


def ftm(schema="Person", key="NK-1", **properties):
    return {"id": key, "schema": schema, "properties": properties}


def item(key, classes, label="Kari Moen", **more):
    claims = {"P31": [claim({"id": name}) for name in classes]} | more.pop("claims", {})
    return {"type": "item", "id": key, "labels": {"en": text(label)}, "aliases": [], "claims": claims} | more


def claim(value, rank="normal"):
    return {"mainsnak": {"snaktype": "value", "datavalue": {"value": value}}, "rank": rank}


def text(value, language="en"):
    return {"language": language, "value": value}


def time(day, precision, calendar="Q1985727"):
    return {
        "time": f"+{day}T00:00:00Z",
        "precision": precision,
        "calendarmodel": f"http://www.wikidata.org/entity/{calendar}",
    }


FTM_CASES = [
    (
        ftm(
            name=["Мун, Кари", "Kari Moen"],
            alias=["K. Moen; Moen"],
            previousName=["Kari Lund"],
            weakAlias=["The Fox"],
            birthDate=["1961", "1961-05-03"],
            nationality=["no"],
            citizenship=["suhh"],
            country=["gb-sct", "zz"],
            wikidataId=["Q12"],
        )
        | {"caption": "Kari Moen", "target": True},
        KnownActor(
            "Kari Moen",
            PERSON,
            ("Мун, Кари", "K. Moen, Moen", "Kari Lund"),
            (("opensanctions", "NK-1"), ("wikidata", "Q12")),
            "1961-05-03",
            ("GB", "NO", "SU"),
        ),
    ),
    (
        ftm("Company", "Q7", name=["Fjord Media AS"], leiCode=["5299"], jurisdiction=["NO"]) | {"referents": []},
        KnownActor(
            "Fjord Media AS",
            ORGANISATION,
            (),
            (("opensanctions", "Q7"), ("wikidata", "Q7"), ("lei", "5299")),
            None,
            ("NO",),
        ),
    ),
    (
        ftm(name=["Ola Lund"], birthDate=["1950", "1952-01", "unknown"]),
        KnownActor("Ola Lund", PERSON, (), (("followthemoney", "NK-1"),), "[1950,1952-01]"),
    ),
    (ftm("PublicBody", name=["Ministry"]), KnownActor("Ministry", ORGANISATION, (), (("followthemoney", "NK-1"),))),
    (ftm("Sanction", authority=["UN"]), Skipped("schema Sanction")),
    (ftm(name=[]), ', line 1: no "name" in the properties of NK-1'),
    (ftm(key="", name=["Ola Lund"]), ', line 1: no "id"'),
    (ftm(name=["Ola \ud800"]), ", line 1: half a surrogate pair in a name or an id; remove it"),
]


@pytest.mark.parametrize(("entity", "expected"), FTM_CASES)
def test_follow_the_money(tmp_path, entity, expected):
    assert reading(tmp_path / "entities.ftm.json", json.dumps(entity)) == [expected]


WIKIDATA_CASES = [
    (
        item(
            "Q12",
            ["Q5"],
            labels={"en": text("Kari Moen"), "ru": text("Кари Мун", "ru"), "nb": text("Kari Anna Moen", "nb")},
            aliases={"en": [text("K. Moen"), text("Kari Moen")], "ru": [text("Мун", "ru")]},
            claims={
                "P569": [claim(time("1961-05-03", 11)), claim(time("1900-00-00", 9), "deprecated")],
                "P27": [claim({"id": "Q20"}), claim({"id": "Q999999"})],
                "P1559": [claim({"text": "Kári Moen", "language": "se"})],
            },
        ),
        KnownActor(
            "Kari Moen",
            PERSON,
            ("K. Moen", "Kári Moen", "Kari Anna Moen"),
            (("wikidata", "Q12"),),
            "1961-05-03",
            ("NO",),
        ),
    ),
    (
        item("Q20", ["Q515", "Q3624078"], "Norway", claims={"P297": [claim("NO")]}),
        KnownActor("Norway", COUNTRY, (), (("wikidata", "Q20"), ("iso3166", "NO"))),
    ),
    (
        item("Q15180", ["Q3024240"], "Soviet Union"),
        KnownActor("Soviet Union", COUNTRY, (), (("wikidata", "Q15180"), ("iso3166", "SU"))),
    ),
    (
        item("Q13", ["Q7278"], "Reform Party", claims={"P17": [claim({"id": "Q35"})]}),
        KnownActor("Reform Party", ORGANISATION, (), (("wikidata", "Q13"),), None, ("DK",)),
    ),
    (
        item("Q14", ["Q1"], "Fjord Media", claims={"P159": [claim({"id": "Q585"})]}),
        KnownActor("Fjord Media", ORGANISATION, (), (("wikidata", "Q14"),)),
    ),
    (
        item("Q16", ["Q5"], labels={"mul": text("Ola Lund", "mul")}),
        KnownActor("Ola Lund", PERSON, (), (("wikidata", "Q16"),)),
    ),
    (item("Q17", ["Q16521"], "Fox"), Skipped("Wikidata item of a class that is no actor")),
    (item("Q18", ["Q5"], labels=[]), Skipped("Wikidata item without an English label")),
    (item("P18", []), Skipped("Wikidata property or lexeme")),
    (item("X1", []), ", line 1: \"id\" 'X1' is no Wikidata item"),
]


@pytest.mark.parametrize(("entity", "expected"), WIKIDATA_CASES)
def test_wikidata(tmp_path, entity, expected):
    assert reading(tmp_path / "extract.json", json.dumps(entity)) == [expected]


@pytest.mark.parametrize(
    ("values", "born"),
    [
        ([claim(time("1961-05-00", 10))], "1961-05"),
        ([claim(time("1961-01-01", 9))], "1961"),
        ([claim(time("1960-00-00", 8))], "196X"),
        ([claim(time("1900-00-00", 7))], None),
        ([claim(time("1861-05-03", 11, "Q1985786"))], "1861"),
        ([claim(time("1960-00-00", 8, "Q1985786"))], "196X"),
        ([claim(time("1961-00-00", 9)), claim(time("1963-00-00", 9))], "[1961,1963]"),
        ([claim(time("1961-00-00", 9)), claim(time("1963-00-00", 9), "preferred")], "1963"),
        ([{"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}], None),
    ],
)
def test_birth_dates_of_wikidata(tmp_path, values, born):
    (actor,) = reading(tmp_path / "a", json.dumps(item("Q12", ["Q5"], claims={"P569": values})))
    assert actor.born == born


DUMP = "[\n" + ",\n".join(json.dumps(item(f"Q{n}", ["Q5"], f"Kari {n}x")) for n in (1, 2)) + "\n]\n"


@pytest.mark.parametrize("pack", [str.encode, lambda t: gzip.compress(t.encode()), lambda t: bz2.compress(t.encode())])
def test_a_dump_is_unpacked_whatever_its_name(tmp_path, pack):
    assert [actor.name for actor in reading(tmp_path / "dump.csv", pack(DUMP))] == ["Kari 1x", "Kari 2x"]


def test_a_broken_line_stops_no_other(tmp_path):
    good = json.dumps(ftm(name=["Ola Lund"]))
    found = reading(tmp_path / "a", f'{good}\n{{"id": \n\n{{"a": 1}}\n7\n{good}\n'.encode() + b'{"id": "\xd0"}\n')
    assert [item if isinstance(item, str) else item.name for item in found] == [
        "Ola Lund",
        ", line 2: no JSON (Expecting value: line 1 column 7 (char 6)); put one whole object on a line",
        ", line 4: neither an entity of FollowTheMoney (schema, properties) nor one of Wikidata (id, labels, claims)",
        ", line 5: neither an entity of FollowTheMoney (schema, properties) nor one of Wikidata (id, labels, claims)",
        "Ola Lund",
        ", line 7: not UTF-8 (byte 0xd0); save it as UTF-8",
    ]


def test_known_actors_as_a_reference(tmp_path):
    rows = b"name,type,born\n\nKari Moen,Person,1961\nOla,Man,\nOla \xd0,Person,\nFjord Media,Organisation,\n"
    assert reading(tmp_path / "list.json", rows) == [
        KnownActor("Kari Moen", PERSON, born="1961"),
        ", line 4: type 'Man' is none of Person, Organisation, Country, Place, Event",
        ", line 5: not UTF-8; save it as UTF-8",
        KnownActor("Fjord Media", ORGANISATION),
    ]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("", ": empty; give CSV or JSON lines"),
        ("\n\n", ": empty; give CSV or JSON lines"),
        ("who,what\n", ", line 1: no column 'name'; the head must be name,type,aliases,identifier,born,countries"),
        (b"\x89PNG\0\0", ", line 1: binary, no text (NUL byte); give CSV or JSON lines"),
        (gzip.compress(DUMP.encode())[:60], ": cannot be unpacked (Compressed file ended before the end-of-stream "
         "marker was reached); fetch it anew"),
    ],
)  # fmt: skip
def test_files_that_are_no_lists(tmp_path, content, error):
    assert reading(tmp_path / "a", content) == [error]


def test_an_absent_file(tmp_path):
    (error,) = read_reference(tmp_path / "gone")
    assert str(error) == f"{tmp_path}/gone: cannot be read (No such file or directory); check path and permissions"


def rows_of(name):
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tables_name_each_item_once():
    for name in ("wikidata_classes.csv", "wikidata_countries.csv"):
        items = [row["item"] for row in rows_of(name)]
        assert len(items) == len(set(items))
        assert all(item[0] == "Q" and item[1:].isdecimal() for item in items)


def test_the_table_of_countries_has_all_of_them():
    codes = {row["country"] for row in rows_of("wikidata_countries.csv")}
    assert {country.alpha_2 for country in pycountry.countries} <= codes
