"""Women's and men's names."""

from pathlib import Path

import pytest

from onrecord.errors import OntologyError
from onrecord.language.genders import are_apart, named_people
from onrecord.model import Gender
from onrecord.ontology.tables import Genders, read_genders
from onrecord.packaged import packaged_folder

TABLE = "name,gender\nkari,feminine\nnils,masculine\n-dottir,feminine\n"


def named(tmp_path: Path, table: str) -> Path:
    (tmp_path / "genders.csv").write_text(table, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Kari Moen", Gender.FEMININE),
        ("Nils Dahl", Gender.MASCULINE),
        ("Eva Jonsdottir", Gender.FEMININE),
        ("Nils Jonsdottir", Gender.MASCULINE),
        ("Dahl", None),
        ("Kari", None),
        ("", None),
    ],
)
def test_the_first_name_tells_before_the_ending_of_the_last(tmp_path: Path, name: str, gender: Gender | None) -> None:
    assert read_genders(named(tmp_path, TABLE)).of(name.lower()) is gender


def test_people_are_runs_of_names_that_begin_with_a_first_name(tmp_path: Path) -> None:
    words = ["Later", "Kari", "Moen", "met", "Fjord", "Media"]
    tags = ["RB", "NNP", "NNP", "VBD", "NNP", "NNP"]
    assert named_people(words, tags, read_genders(named(tmp_path, TABLE))) == {1, 2}


def test_a_row_that_says_nothing_is_an_error_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"genders\.csv, line 3: wanted a name and feminine or masculine"):
        read_genders(named(tmp_path, "name,gender\nkari,feminine\nnils,male\n"))


def test_a_folder_without_the_table_tells_no_gender(tmp_path: Path) -> None:
    assert read_genders(tmp_path) == Genders()


def test_only_two_known_genders_can_differ() -> None:
    assert are_apart(Gender.FEMININE, Gender.MASCULINE)
    assert not are_apart(Gender.FEMININE, Gender.FEMININE)
    assert not are_apart(None, Gender.MASCULINE)


def test_the_packaged_table_is_sound() -> None:
    packaged = read_genders(packaged_folder("ontology"))
    assert packaged.of("olga lindova") is Gender.FEMININE
    assert packaged.of("xyz lindov") is Gender.MASCULINE


def test_a_table_that_is_no_text_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "genders.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(OntologyError, match=r"genders\.csv: no readable CSV in UTF-8"):
        read_genders(tmp_path)
