import json
import os
import subprocess
import sys
from pathlib import Path

import fakes
import pytest

import onrecord.publish.explained  # loads the analysis, whose place the stand-ins then take
from onrecord import cli


def run(monkeypatch, capsys, *arguments):
    """Exit status, stdout, stderr of the command line."""
    monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
    fakes.install(monkeypatch)
    with pytest.raises(SystemExit) as caught:
        cli.main()
    captured = capsys.readouterr()
    return caught.value.code or 0, captured.out, captured.err


@pytest.fixture
def onrecord(monkeypatch, capsys):
    return lambda *arguments: run(monkeypatch, capsys, *arguments)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Torn met Borsa.")
    return path


def test_version_and_help(onrecord):
    assert onrecord("--version") == (0, "onrecord 0.1.0\n", "")
    for command in (
        (),
        ("build",),
        ("query",),
        ("ontology",),
        ("explain",),
        ("entity",),
        ("merge",),
        ("split",),
        ("review",),
        ("check",),
        ("evaluate",),
        ("ontology", "check"),
        ("reference",),
        ("reference", "add"),
    ):
        status, out, err = onrecord(*command, "--help")
        assert (status, err) == (0, "")
        assert out.startswith("Usage: ")


def test_build_and_query(onrecord, article, tmp_path):
    status, out, err = onrecord("build", article, "-o", tmp_path / "out")
    assert (status, err) == (0, "")
    assert (
        out
        == f"""\
1 documents, 2 entities, 1 statements
statements: 1 asserted
most connected actors:
  Borsa (Person): 1 other, 1 statements
  Torn (Person): 1 other, 1 statements
written to {tmp_path}/out:
  graph.ttl
  graph.nq
  graph.jsonld
  network.html
  statements.jsonl
  entities.jsonl
  identity.jsonl
  report.md
  documents.jsonl
  store/
"""
    )
    (tmp_path / "met.rq").write_text("SELECT ?a ?b { ?a onr:met ?b }")
    assert onrecord("query", tmp_path / "out", tmp_path / "met.rq") == (0, "a\tb\nid:Torn\tid:Borsa\n", "")


def test_some_inputs_failed(onrecord, article, tmp_path):
    status, out, err = onrecord("build", article, tmp_path / "gone", "-o", tmp_path / "out", "--quiet")
    assert (status, out) == (1, "")
    assert err == f"onrecord: {tmp_path}/gone: no such file or folder; check the path\n"


def test_nothing_could_be_built(onrecord, tmp_path):
    status, out, err = onrecord("build", tmp_path / "gone", "-o", tmp_path / "out")
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        f"onrecord: {tmp_path}/gone: no such file or folder; check the path",
        "onrecord: nothing could be built: no document was read; see the errors before this one",
    ]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a.txt", "--published", "May"), '--published "May": no date; write it as 2016-11-11'),
        (("a.txt", "--base", "here/"), "--base here/: must be an absolute IRI that ends with / or #"),
        ((), "name the files or folders to build, or --examples; see onrecord build --help"),
        (("a.txt", "--examples"), "name the files or folders to build, or --examples; see onrecord build --help"),
    ],
)
def test_wrong_options(onrecord, article, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    assert onrecord("build", *arguments, "-o", "out") == (2, "", f"onrecord: {message}\n")


def test_foreign_output_folder(onrecord, article, tmp_path):
    status, _, err = onrecord("build", article, "-o", tmp_path)
    assert (status, err) == (
        2,
        f"onrecord: {tmp_path}: has files that onrecord did not write; name a new or an empty folder\n",
    )


def test_explaining_an_unknown_statement(onrecord, article, tmp_path):
    onrecord("build", article, "-o", tmp_path / "out", "-q")
    assert onrecord("explain", "gone", "-o", tmp_path / "out") == (
        2,
        "",
        f"onrecord: gone: {tmp_path}/out has no such statement; statements.jsonl has the ids\n",
    )
    status, _, err = onrecord("explain", "gone", "-o", tmp_path / "nowhere")
    assert (status, err) == (2, f"onrecord: {tmp_path}/nowhere: no such folder; name the output of onrecord build\n")


def test_entity(onrecord, article, tmp_path):
    onrecord("build", article, "-o", tmp_path / "out", "-q")
    status, out, err = onrecord("entity", "torn", "-o", tmp_path / "out")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "entity      Torn (Person)"
    assert out.splitlines()[6:9] == [
        "undated     Torn met Borsa",
        "            asserted by the document; confidence 1.00",
        "            “Torn met Borsa.”",
    ]
    status, out, err = onrecord("entity", "torn", "-o", tmp_path / "out", "--format", "json")
    assert (status, err) == (0, "")
    assert [statement["predicate"] for statement in json.loads(out)["statements"]] == ["met"]


def test_an_entity_that_is_not_there(onrecord, article, tmp_path):
    onrecord("build", article, "-o", tmp_path / "out", "-q")
    status, out, err = onrecord("entity", "Thorn", "-o", tmp_path / "out")
    assert (status, out) == (2, "")
    assert err == "onrecord: Thorn: nobody has this name; the nearest are:\n  Torn Torn (Person), 1 mention\n"


def test_broken_queries(onrecord, tmp_path):
    assert onrecord("query", tmp_path / "gone", "ASK {}")[0] == 2
    assert onrecord("query", tmp_path, "gone.rq")[0] == 2
    status, _, err = onrecord("query", tmp_path, "ASK {}")
    assert (status, err) == (
        2,
        f"onrecord: {tmp_path}: no project is there; run onrecord build or add documents first\n",
    )


def test_text_of_articles_cannot_steer_the_terminal(onrecord, article, tmp_path):
    article.write_text("Torn met Borsa.\n\nPublished: \x1b[2J")
    onrecord("build", article, "-o", tmp_path / "out", "-q")
    asked = onrecord("query", tmp_path / "out", 'SELECT ?a { BIND("a\\u001B[31m\\tb" AS ?a) }')
    assert asked == (0, "a\na [31m b\n", "")


def test_evaluate(onrecord, article, tmp_path):
    onrecord("build", article, "-o", tmp_path / "out", "-q")
    met = {"n": 1, "required": True, "subject": ["t"], "predicate": ["met"], "object": ["*"], "status": ["denied"]}
    gold = {
        "document": "a.txt",
        "entities": [{"id": "t", "type": "Person", "names": ["Torn"]}],
        "statements": [met | {"evidence": "Torn met"}],
    }
    (tmp_path / "gold.json").write_text(json.dumps(gold))
    status, out, err = onrecord("evaluate", tmp_path / "out", tmp_path / "gold.json", "--show")
    assert (status, err) == (0, "")
    assert (
        out
        == """\
                       a.txt
entities_required          1
entity_recall            1.0
entity_found_any_type    1.0
entity_splits              0
statements                 1
statement_recall         0.0
statement_precision      0.0
statement_f1             0.0
accepted_by_hand           0
forbidden                  0
date_accuracy              -
attribution_accuracy       -
ungrounded                 0
mistakes
  missed name              0
  wrong type               0
  missed coreference       0
  missed frame             0
  wrong role               0
  wrong status             2
  wrong speaker            0
  wrong date               0
  forbidden                0
  not in gold              0
a.txt  wrong status  missed statements  1: t | met | * | denied  Torn met
a.txt  wrong status  wrong statements  Torn | met | Borsa | asserted  Torn met Borsa.
"""
    )
    status, out, err = onrecord("evaluate", tmp_path / "out", tmp_path / "gold.json", "--format", "json")
    assert (status, err) == (0, "")
    assert json.loads(out)["total"]["confusion"]["wrong status"] == {
        "entities": 0,
        "missed statements": 1,
        "wrong statements": 1,
    }


def test_evaluate_with_two_gold_files(onrecord, article, tmp_path):
    onrecord("build", article, "-o", tmp_path / "out", "-q")
    gold = tmp_path / "gold.json"
    gold.write_text('{"document": "a.txt", "entities": [], "statements": []}')
    status, out, err = onrecord("evaluate", tmp_path / "out", gold, gold)
    assert (status, err) == (0, "")
    assert out.splitlines()[0].split() == ["a.txt", "a.txt", "total"]
    assert "statements                 1      1      2" in out.splitlines()


def test_evaluate_with_broken_gold(onrecord, article, tmp_path):
    onrecord("build", article, "-o", tmp_path / "out", "-q")
    (tmp_path / "gold.json").write_text('{"document": "a.txt", "entities": [], "statements": [{"n": 1}]}')
    status, out, err = onrecord("evaluate", tmp_path / "out", tmp_path / "gold.json")
    assert (status, out) == (2, "")
    assert err == (
        f'onrecord: {tmp_path}/gold.json: statements[0]: no "required"; '
        "write an object with n, required, subject, predicate, object and status (and 4 more)\n"
    )


def test_unknown_option(onrecord):
    status, _, err = onrecord("build", "--nonsense")
    assert status == 2
    assert "No such option: --nonsense" in err


def test_help_is_quick_since_it_loads_no_model():
    heavy = {"spacy", "pyvis", "networkx", "rdflib"}
    code = f"import sys; from onrecord import cli; print(sorted({heavy} & set(sys.modules)))"
    source = str(Path(cli.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | {"PYTHONPATH": source}
    )
    assert done.stdout == "[]\n", done.stderr
