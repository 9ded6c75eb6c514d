import pytest

from onrecord.decisions import Anchor, Decision, Decisions, append_decisions, read_decisions
from onrecord.errors import ProjectError
from onrecord.model import EntityType

PERSON = EntityType.PERSON
SAME = Decision(True, PERSON, Anchor("Kari Moen"), Anchor("K. Moen"), 'her own "site", 2016')
DIFFERENT = Decision(False, PERSON, Anchor("Ola Lund", "a.txt"), Anchor("Ola Lund", "b, c.txt"))
HEAD = "decision,type,left,left_document,right,right_document,note\n"


def test_what_is_appended_is_read_again(tmp_path):
    assert read_decisions(tmp_path) == Decisions.none()
    append_decisions(tmp_path / "new", [SAME])
    append_decisions(tmp_path / "new", [DIFFERENT])
    assert read_decisions(tmp_path / "new") == Decisions((SAME, DIFFERENT))
    assert (tmp_path / "new" / "decisions.csv").read_text() == (
        f'{HEAD}same,Person,Kari Moen,,K. Moen,,"her own ""site"", 2016"\n'
        'different,Person,Ola Lund,a.txt,Ola Lund,"b, c.txt",\n'
    )
    assert [*tmp_path.iterdir(), *(tmp_path / "new").iterdir()] == [tmp_path / "new", tmp_path / "new/decisions.csv"]


def test_the_rows_of_the_user_stay_as_they_are(tmp_path):
    theirs = "\ufeffright,left,type,decision,by,left_document,right_document\r\n Ola ,Ola Lund,person,Same,me,,"
    (tmp_path / "decisions.csv").write_bytes(theirs.encode())
    append_decisions(tmp_path, [SAME])
    assert (tmp_path / "decisions.csv").read_bytes().decode() == f"{theirs}\nK. Moen,Kari Moen,Person,same,,,\n"
    first = Decision(True, PERSON, Anchor("Ola Lund"), Anchor("Ola"))
    assert read_decisions(tmp_path).rows == (first, Decision(True, PERSON, SAME.left, SAME.right))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "line 1: no column 'decision'; the head must be decision,type,left,left_document,right,right_document"),
        (f"{HEAD}maybe,Person,a,,b,,\n", "line 2: decision 'maybe' is neither same nor different; mend the line or"),
        (f"{HEAD}same,Man,a,,b,,\n", "line 2: type 'Man' is none of Person, Organisation, Country, Place, Event;"),
        (f"{HEAD}same,Person,a,,b,,\n\nsame,Person,a,x,,,\n", "line 4: no name in the column 'right'; mend the line"),
        (f"{HEAD}same,Person,a,,b,,x,y\n", "line 2: more cells than the head has columns; mend"),
    ],
)
def test_a_broken_table_is_left_alone(tmp_path, text, error):
    (tmp_path / "decisions.csv").write_text(text)
    for use in (read_decisions, lambda folder: append_decisions(folder, [SAME])):
        with pytest.raises(ProjectError) as caught:
            use(tmp_path)
        assert str(caught.value).startswith(f"{tmp_path}/decisions.csv, {error}")
    assert (tmp_path / "decisions.csv").read_text() == text


def test_bytes_that_are_no_text(tmp_path):
    (tmp_path / "decisions.csv").write_bytes(b"decision\xff")
    with pytest.raises(ProjectError, match=r"decisions.csv: no readable CSV in UTF-8"):
        read_decisions(tmp_path)
