from onrecord.model import Document
from onrecord.read import read_inputs


def fill(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}.")


def names(outcomes):
    return [outcome.name if isinstance(outcome, Document) else str(outcome) for outcome in outcomes]


def test_folders_are_read_recursively_and_sorted(tmp_path):
    fill(tmp_path, "b.txt", "a/c.TXT", "a/d/e.txt", "note.md", ".hidden/x.txt", ".y.txt", "out/f.txt")
    found = names(read_inputs([tmp_path], exclude=tmp_path / "out"))
    assert found == ["a/c.TXT", "a/d/e.txt", "b.txt"]


def test_order_and_repetition_of_paths_do_not_matter(tmp_path):
    fill(tmp_path, "a/b.txt", "c.txt")
    paths = [tmp_path / "c.txt", tmp_path / "a" / "b.txt", tmp_path]
    assert names(read_inputs(paths)) == names(read_inputs(paths[::-1])) == ["a/b.txt", "c.txt"]


def test_like_names_of_two_roots_are_an_error(tmp_path):
    fill(tmp_path, "a/x.txt", "b/x.txt")
    first, second = names(read_inputs([tmp_path / "b", tmp_path / "a"]))
    assert first == "x.txt"
    assert second == (
        f'{tmp_path}/b/x.txt: the name "x.txt" is already that of {tmp_path}/a/x.txt; give each line its own id, '
        "and build folders with like file names from the folder above them"
    )


def test_paths_without_anything_to_read(tmp_path):
    fill(tmp_path, "good.txt", "empty/note.md", "a.pdf")
    paths = [tmp_path / name for name in ("gone", "empty", "a.pdf", "good.txt")]
    assert names(read_inputs(paths)) == [
        f'{tmp_path}/a.pdf: no reader for ".pdf"; readable are .txt, .jsonl',
        f"{tmp_path}/empty: no file to read in this folder; readable are .txt, .jsonl",
        f"{tmp_path}/gone: no such file or folder; check the path",
        "good.txt",
    ]
