"""The terminal: each command is a thin skin over `project.py`.

Exit status: 0 done; 1 done, but some inputs failed; 2 nothing could be built or an option is wrong.
"""

from __future__ import annotations

import json
import logging
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import __version__
from onrecord.building import BuildOptions, NothingBuiltError, build
from onrecord.cli_check import check_command as check_project_command
from onrecord.cli_decisions import merge_command, review_command, split_command
from onrecord.cli_references import reference_app
from onrecord.errors import OnrecordError, OptionError
from onrecord.packaged import packaged_folder
from onrecord.project import Project
from onrecord.store.vocabulary import DATA, Names
from onrecord.terminal import (
    NOTHING_DONE,
    SOME_FAILED,
    complain,
    printable,
    progress_bar,
    require_folder,
    short,
    show_answer,
    show_build,
    show_evaluation,
    show_lines,
    show_mistakes,
    show_wrapped,
)

if TYPE_CHECKING:
    pass


class Format(StrEnum):
    """How an evaluation is shown."""

    TABLE = "table"
    JSON = "json"


class DossierFormat(StrEnum):
    """How a dossier is shown."""

    TEXT = "text"
    JSON = "json"


app = typer.Typer(
    name="onrecord",
    help="Knowledge graphs from news and human-rights reporting, every edge on the record.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
ontology_app = typer.Typer(help="The relations and the words that express them.", no_args_is_help=True)
app.add_typer(ontology_app, name="ontology")
app.add_typer(reference_app, name="reference")


def main() -> None:
    """Runs the command line; errors that we raise on purpose become one line on stderr."""
    logging.basicConfig(level=logging.WARNING, format="onrecord: %(message)s", stream=sys.stderr)
    try:
        app()
    except NothingBuiltError as error:
        complain([*error.failures, error])
        sys.exit(NOTHING_DONE)
    except OnrecordError as error:
        complain([error])
        sys.exit(NOTHING_DONE)


def _show_version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Knowledge graphs from news and human-rights reporting, every edge on the record."""


@app.command("build")
def build_command(
    out: Annotated[Path, typer.Option("-o", "--output", help="Folder to write; a former build's is replaced.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files (.txt, .jsonl) and folders.")
    ] = None,
    examples: Annotated[bool, typer.Option("--examples", help="Build the packaged example articles.")] = False,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date of texts that name none: 2016-11-11.")
    ] = None,
    known_actors: Annotated[
        Path | None, typer.Option(metavar="CSV", help="Names you know: name,type,aliases,identifier.")
    ] = None,
    base: Annotated[str, typer.Option(metavar="IRI", help="Where the IRIs of the data lie.")] = DATA,
    ontology: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Your own relations and lexicon (Turtle files).")
    ] = None,
    keep_open: Annotated[
        bool, typer.Option("--open", help="Keep edges that no word of the lexicon covers, as open statements.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors and warnings.")] = False,
) -> None:
    """Read articles and write their knowledge graph: RDF, a network page, JSON lines, a report, a store."""
    inputs = _inputs(paths or [], examples)
    day = _day(published)
    with progress_bar(is_shown=not quiet) as progress:

        def advance(done: int, total: int, name: str) -> None:
            progress.update(task, completed=done, total=total, description=short(printable(name)))

        task = progress.add_task("reading", total=None)
        options = BuildOptions(
            published=day,
            known_actors=known_actors,
            base=base,
            ontology=ontology,
            keep_open=keep_open,
            progress=advance,
        )
        result = build(inputs, out, options=options)
    complain(result.failures)
    if not quiet:
        show_build(result)
    if result.failures:
        raise typer.Exit(SOME_FAILED)


@app.command("query")
def query_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The output folder of a build.")],
    sparql: Annotated[str, typer.Argument(metavar="SPARQL|FILE.rq", help="A query, or a file that holds one.")],
    base: Annotated[str, typer.Option(metavar="IRI", help="The base that the build had; it is what id: means.")] = DATA,
) -> None:
    """Put a SPARQL query to a build: a table in a terminal, tab-separated values in a pipe."""
    text = _query_text(sparql)
    require_folder(folder)
    show_answer(Project.open(folder, options=BuildOptions(base=base)).query(text), Names(base).prefixes)


@app.command("explain")
def explain_command(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT-ID", help="As in statements.jsonl, or its IRI.")],
    folder: Annotated[
        Path, typer.Option("-o", "--project", metavar="DIR", help="The output folder of the build.")
    ] = Path("output"),
    known_actors: Annotated[Path | None, typer.Option(metavar="CSV", help="The names that the build knew.")] = None,
    ontology: Annotated[Path | None, typer.Option(metavar="DIR", help="The ontology that the build had.")] = None,
) -> None:
    """Show what a statement rests on: words, frame, dependency path, coreference, status, date, confidence."""
    from onrecord.publish.explained import lines_of

    require_folder(folder)
    options = BuildOptions(known_actors=known_actors, ontology=ontology)
    show_lines(lines_of(Project.open(folder, options=options).explain(statement)))


@app.command("entity")
def entity_command(
    asked: Annotated[
        str, typer.Argument(metavar="NAME|IRI|ID", help="Any of its names, or its id as in entities.jsonl.")
    ],
    folder: Annotated[
        Path, typer.Option("-o", "--project", metavar="DIR", help="The output folder of the build.")
    ] = Path("output"),
    format_: Annotated[
        DossierFormat, typer.Option("--format", help="Text, or JSON for programs.")
    ] = DossierFormat.TEXT,
) -> None:
    """Show who somebody is: names, identifiers, documents, and all statements by date, with their quotes."""
    from onrecord.publish.dossier_lines import dossier_lines

    require_folder(folder)
    dossier = Project.open(folder).entity(asked)
    if format_ is DossierFormat.JSON:
        typer.echo(json.dumps(dossier.as_json(), ensure_ascii=False, indent=2))
        return
    show_wrapped(dossier_lines(dossier))


app.command("merge")(merge_command)
app.command("split")(split_command)
app.command("review")(review_command)
app.command("check")(check_project_command)


@app.command("suggest")
def suggest_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The output folder of a build.")],
    most: Annotated[int, typer.Option("-n", "--most", min=1, help="How many words to suggest.")] = 20,
    known_actors: Annotated[Path | None, typer.Option(metavar="CSV", help="Names you know.")] = None,
    ontology: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The ontology to add to; the packaged one if none is named.")
    ] = None,
) -> None:
    """Print the most frequent words between known actors that no frame covers, as Turtle for lexicon.ttl."""
    require_folder(folder)
    options = BuildOptions(known_actors=known_actors, ontology=ontology)
    turtle = Project.open(folder, options=options).suggest(most=most)
    typer.echo(turtle or "# nothing to suggest: the lexicon covers every edge between known actors", nl=not turtle)


@app.command("evaluate")
def evaluate_command(
    graph: Annotated[Path, typer.Argument(metavar="GRAPH|DIR", help="The output folder of a build, or its graph.nq.")],
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Gold facts (JSON), one file for a document.")],
    accept: Annotated[
        Path | None, typer.Option(metavar="JSONL", help="Statements read and found true that the gold lacks.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="A table, or JSON with each mistake.")] = Format.TABLE,
    show: Annotated[bool, typer.Option("--show", help="List each mistake below the table.")] = False,
) -> None:
    """Hold a build against gold facts: recall, precision, and what kind of mistakes there are."""
    from onrecord.evaluate import evaluate

    evaluation = evaluate(graph, gold, accepted=accept)
    if format_ is Format.JSON:
        typer.echo(json.dumps(evaluation.as_json(), ensure_ascii=False, indent=2))
        return
    show_evaluation(evaluation)
    if show:
        show_mistakes(evaluation)


@ontology_app.command("check")
def check_command(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="Folder with Turtle files.")] = None,
) -> None:
    """Report errors of an ontology folder (the packaged one if none is named), with file and line.

    Each relation needs a word, an example in which it is found, and an alignment.
    """
    from onrecord.ontology_check import check_ontology

    problems = check_ontology(folder or packaged_folder("ontology"))
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        raise typer.Exit(SOME_FAILED)
    typer.echo("no errors")


def _inputs(paths: list[Path], examples: bool) -> list[Path]:
    if examples == bool(paths):
        raise OptionError("name the files or folders to build, or --examples; see onrecord build --help")
    return [packaged_folder("examples")] if examples else paths


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise OptionError(f'--published "{text}": no date; write it as 2016-11-11') from error


def _query_text(sparql: str) -> str:
    if not sparql.endswith((".rq", ".sparql")):
        return sparql
    try:
        return Path(sparql).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError(f"{sparql}: cannot be read as a query ({error})") from error
