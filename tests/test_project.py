from datetime import date

import fakes
import pytest

from onrecord.building import BuildOptions, NothingBuiltError, build
from onrecord.errors import OptionError, ProjectError
from onrecord.project import Project

OUTPUT = [
    "documents.jsonl", "entities.jsonl", "graph.jsonld", "graph.nq", "graph.ttl", "identity.jsonl", "network.html",
    "report.md", "statements.jsonl", "store",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _fakes(monkeypatch):
    fakes.install(monkeypatch)


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Torn met Borsa. Borsa met Vane.")
    (folder / "b.txt").write_text("Vane met Torn.")
    (folder / "c.jsonl").write_text('{"id": "c/1", "text": "Borsa met Ilk."}\n{"id": "c/2", "text": "Ilk met Torn."}\n')
    return folder


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_build_writes_all_files(tmp_path, articles):
    seen = []
    options = BuildOptions(progress=lambda *facts: seen.append(facts), published=date(2001, 5, 1))
    result = build([articles], tmp_path / "out", options=options)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == OUTPUT
    assert sorted(path.name for path in result.files) == OUTPUT
    assert seen == [(1, 4, "a.txt"), (2, 4, "b.txt"), (3, 4, "c/1"), (4, 4, "c/2")]
    assert {document.published for document in result.graph.documents} == {date(2001, 5, 1)}
    assert result.failures == ()


def test_two_builds_are_alike_whatever_the_order(tmp_path, articles):
    paths = sorted(articles.iterdir())
    build(paths, tmp_path / "one")
    build(paths[::-1], tmp_path / "two")
    build([articles], tmp_path / "two")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_adding_one_by_one_equals_building_at_once(tmp_path, articles):
    build([articles], tmp_path / "one")
    for path in sorted(articles.iterdir(), reverse=True):
        Project.open(tmp_path / "two").add([path])
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_adding_a_changed_document_replaces_it(tmp_path, articles):
    project = Project.open(tmp_path / "out")
    project.add([articles])
    (articles / "a.txt").write_text("Torn met Ilk.")
    project.add([articles / "a.txt"])
    build([articles], tmp_path / "again")
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "again")


def test_a_document_that_fails_stops_no_other(tmp_path, articles):
    (articles / "b.txt").write_text("unreadable")
    (articles / "d.txt").write_text("")
    result = build([articles], tmp_path / "out")
    assert [document.name for document in result.graph.documents] == ["a.txt", "c/1", "c/2"]
    assert list(map(str, result.failures)) == [
        f"{articles}/d.txt: empty; remove it or fill it",
        "b.txt: no sentence in it",
    ]
    assert "- b.txt: no sentence in it" in (tmp_path / "out" / "report.md").read_text()


def test_nothing_built_leaves_the_former_output(tmp_path, articles):
    out = tmp_path / "out"
    build([articles], out)
    before = bytes_of(out)
    (tmp_path / "bad.txt").write_text("unreadable")
    for paths in ([tmp_path / "bad.txt"], [tmp_path / "gone"]):
        with pytest.raises(NothingBuiltError) as caught:
            build(paths, out)
        assert len(caught.value.failures) == 1
    with pytest.raises(NothingBuiltError):
        Project.open(out).add([tmp_path / "gone"])
    with pytest.raises(OptionError, match="--base"):
        build([articles], out, options=BuildOptions(base="here"))
    assert bytes_of(out) == before


def test_an_output_below_its_input_is_not_read(tmp_path, articles):
    for _ in range(2):
        assert build([articles], articles / "out").failures == ()


def test_a_project_answers(tmp_path, articles):
    project = Project.open(tmp_path / "out")
    assert (project.statements, project.entities, project.documents) == ((), (), ())
    with pytest.raises(ProjectError, match="no project is there"):
        project.query("ASK {}")
    built = project.add([articles], published=date(2001, 5, 1)).graph
    again = Project.open(tmp_path / "out")
    assert again.graph == built
    assert again.statements == built.statements
    assert again.entities == built.entities
    rows = list(again.query('SELECT ?name { ?p skos:prefLabel "Ilk" ; onr:met/skos:prefLabel ?name }'))
    assert rows == [{"name": "Torn"}]
    dataset = again.to_rdflib()
    documents = {s for s, _, o, graph in dataset.quads() if s == graph and str(o).endswith("#Document")}
    assert len(documents) == 4
