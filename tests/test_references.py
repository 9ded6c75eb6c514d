import json
import sys

import fakes
import pytest

from onrecord import cli
from onrecord.building import build
from onrecord.errors import InputError, OptionError, ProjectError
from onrecord.known_actors import KnownActor
from onrecord.model import EntityType
from onrecord.project import Project
from onrecord.read.references import Skipped
from onrecord.references import merged, read_references, write_references

PERSON, ORGANISATION = EntityType.PERSON, EntityType.ORGANISATION
KARI = KnownActor("Kari Moen", PERSON, ("K. Moen",), (("wikidata", "Q12"),), "1961-05", ("NO", "SE"), "list.json")
MEDIA = KnownActor(
    'Fjord "Media", AS', ORGANISATION, (), (("opensanctions", "NK-1"), ("iri", "http://a.b/c")), source="b"
)
OLA = KnownActor("Ola Lund", PERSON, source="list.json")


@pytest.fixture(autouse=True)
def _fakes(monkeypatch):
    fakes.install(monkeypatch)


def test_what_is_written_is_read_again_in_order_of_names(tmp_path):
    write_references(tmp_path / "new", [OLA, KARI, MEDIA])
    assert read_references(tmp_path / "new") == (MEDIA, KARI, OLA)
    assert (tmp_path / "new" / "references.csv").read_text() == (
        "name,type,aliases,identifier,born,countries,source\n"
        '"Fjord ""Media"", AS",Organisation,,opensanctions:NK-1;http://a.b/c,,,b\n'
        "Kari Moen,Person,K. Moen,Q12,1961-05,NO;SE,list.json\n"
        "Ola Lund,Person,,,,,list.json\n"
    )
    write_references(tmp_path / "new", [])
    assert [*tmp_path.iterdir(), *(tmp_path / "new").iterdir()] == [tmp_path / "new"]


def test_without_lists_there_are_no_references(tmp_path):
    assert read_references(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("name,type\nOla,Man\n", "line 2: type 'Man' is none of Person, Organisation, Country, Place, Event; mend"),
        ("who\n", "line 1: no column 'name'; the head must be"),
    ],
)
def test_a_broken_file(tmp_path, text, error):
    (tmp_path / "references.csv").write_text(text)
    with pytest.raises(ProjectError) as caught:
        read_references(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}/references.csv, {error}")


def actor(name, *identifiers, born=None, source="a"):
    return KnownActor(name, PERSON, (), identifiers, born, source=source)


Q1, Q2, LEI, NORWAY = ("wikidata", "Q1"), ("wikidata", "Q2"), ("lei", "5"), ("iso3166", "NO")


@pytest.mark.parametrize(
    ("former", "new", "expected"),
    [
        ([actor("Kari", Q1)], actor("Kari Moen", Q1), [actor("Kari Moen", Q1)]),
        ([actor("Kari", Q1)], actor("Kari", Q2), [actor("Kari", Q1), actor("Kari", Q2)]),
        ([actor("Kari", Q1), actor("Ola", LEI)], actor("Kari", LEI, Q1), [actor("Kari", LEI, Q1)]),
        ([actor("Kari", Q1, source="b")], actor("Kari", Q1), [actor("Kari", Q1, source="b"), actor("Kari", Q1)]),
        ([actor("Ola")], actor("Ola"), [actor("Ola")]),
        (
            [actor("Oslo", Q1, NORWAY)],
            actor("Oslo", Q2, NORWAY),
            [actor("Oslo", Q1, NORWAY), actor("Oslo", Q2, NORWAY)],
        ),
        ([actor("Oslo", NORWAY)], actor("Oslo City", NORWAY), [actor("Oslo City", NORWAY)]),
        (
            [actor("Ola", born="1961")],
            actor("Ola", born="1980"),
            [actor("Ola", born="1961"), actor("Ola", born="1980")],
        ),
    ],
)
def test_who_takes_whose_place(former, new, expected):
    result = merged(former, [("a", new)])
    assert list(result.actors) == expected
    assert (result.added.total(), result.replaced.total()) == (1, 0) if len(expected) > len(former) else (0, 1)


def test_merging_counts_what_is_no_actor():
    broken = InputError("line 3")
    result = merged(
        [], [("a", KARI), ("a", Skipped("schema Sanction")), ("a", broken), ("a", Skipped("schema Sanction"))]
    )
    assert (result.added, result.skipped, result.failures) == ({PERSON: 1}, {"schema Sanction": 2}, (broken,))


def test_references_come_before_the_first_build_and_outlive_all(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(
        sys.modules["onrecord.resolve"],
        "resolve",
        lambda analyses, known, **_: (seen.append(known), fakes.resolve(analyses, known))[1],
    )
    analysed = []
    analyse_all = sys.modules["onrecord.analysis"].analyse_all
    monkeypatch.setattr(
        sys.modules["onrecord.analysis"],
        "analyse_all",
        lambda documents, ontology, known, **options: (
            analysed.append(known.actors),
            analyse_all(documents, ontology, known, **options),
        )[1],
    )
    (tmp_path / "a.txt").write_text("Torn met Borsa.")
    (tmp_path / "list.csv").write_text("name,type\nKari Moen,Person\n")
    Project.open(tmp_path / "out").add_references([tmp_path / "list.csv"])
    (kari,) = Project.open(tmp_path / "out").references
    for _ in range(2):
        build([tmp_path / "a.txt"], tmp_path / "out")
    assert [known.actors for known in seen] == [(kari,), (kari,)]
    assert analysed == [(), ()]
    assert Project.open(tmp_path / "out").references == (kari,)


def test_a_broken_file_stops_a_build(tmp_path):
    (tmp_path / "a.txt").write_text("Torn met Borsa.")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "references.csv").write_text("name,type\n,Person\n")
    with pytest.raises(ProjectError, match=r"line 2: no name; mend the line or remove it"):
        build([tmp_path / "a.txt"], tmp_path / "out")


def test_removing_a_source(tmp_path):
    write_references(tmp_path / "out", [KARI, MEDIA, OLA])
    project = Project.open(tmp_path / "out")
    assert project.remove_references("list.json") == 2
    assert project.references == (MEDIA,)
    with pytest.raises(OptionError, match=r"list.json: no reference list of this name; .* has b$"):
        project.remove_references("list.json")


@pytest.fixture
def onrecord(monkeypatch, capsys):
    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            cli.main()
        captured = capsys.readouterr()
        return caught.value.code or 0, captured.out, captured.err

    return run


@pytest.fixture
def watchlist(tmp_path):
    path = tmp_path / "entities.ftm.json"
    entities = [("Person", "Kari Moen"), ("Person", "Ola Lund"), ("Company", "Fjord Media"), ("Sanction", "x")]
    lines = [json.dumps({"id": name, "schema": kind, "properties": {"name": [name]}}) for kind, name in entities]
    path.write_text("\n".join(lines))
    return path


def test_adding_listing_and_removing(onrecord, watchlist, tmp_path):
    out = tmp_path / "out"
    added = "added: 3 (2 Person, 1 Organisation)\nreplaced: 0\nskipped: 1 (schema Sanction)\n"
    assert onrecord("reference", "add", watchlist, "-o", out) == (0, added, "")
    again = "added: 0\nreplaced: 3 (2 Person, 1 Organisation)\nskipped: 1 (schema Sanction)\n"
    assert onrecord("reference", "add", watchlist, "-o", out) == (0, again, "")
    assert onrecord("reference", "add", watchlist, "-o", out, "--source", "ofac")[0] == 0
    table = """\
source             Person  Organisation
entities.ftm.json       2             1
ofac                    2             1
"""
    assert onrecord("reference", "list", "-o", out) == (0, table, "")
    assert onrecord("reference", "remove", "ofac", "-o", out) == (0, "removed: 3\n", "")
    assert onrecord("reference", "remove", "entities.ftm.json", "-o", out) == (0, "removed: 3\n", "")
    assert onrecord("reference", "list", "-o", out) == (0, "no reference lists\n", "")


def test_lines_that_cannot_be_read(onrecord, watchlist, tmp_path):
    with watchlist.open("a") as file:
        file.write("\n{}" * 12)
    status, out, err = onrecord("reference", "add", watchlist, "-o", tmp_path / "out")
    assert (status, out.splitlines()[0]) == (1, "added: 3 (2 Person, 1 Organisation)")
    assert len(err.splitlines()) == 11
    assert err.splitlines()[0] == (
        f"onrecord: {watchlist}, line 5: neither an entity of FollowTheMoney (schema, properties) nor one of Wikidata "
        "(id, labels, claims)"
    )
    assert err.splitlines()[-1] == "onrecord: 2 more lines cannot be read"


def test_nothing_to_add(onrecord, tmp_path):
    status, out, err = onrecord("reference", "add", tmp_path / "gone", "-o", tmp_path / "out")
    assert (status, out) == (2, "added: 0\nreplaced: 0\n")
    assert err.startswith(f"onrecord: {tmp_path}/gone: cannot be read")
    assert not (tmp_path / "out").exists()
    assert onrecord("reference", "list", "-o", tmp_path / "out")[0] == 2
    (tmp_path / "notes.txt").write_text("mine")
    assert onrecord("reference", "list", "-o", tmp_path)[0] == 2
