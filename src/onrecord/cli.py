"""The terminal: each command is a thin skin over `project.py`.

Exit status: 0 done; 1 done, but some inputs failed; 2 nothing could be built or an option is wrong.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from onrecord import __version__
from onrecord.errors import OnrecordError, OptionError, UnclearNameError
from onrecord.packaged import packaged_folder
from onrecord.project import Build, BuildOptions, NothingBuiltError, Project, build
from onrecord.publish.lines import Line, wrapped
from onrecord.publish.summary import Summary, summary_of
from onrecord.store.embedded import Answer
from onrecord.store.vocabulary import DATA, Names

if TYPE_CHECKING:
    from onrecord.evaluate import Evaluation

SOME_FAILED = 1
NOTHING_DONE = 2

_STYLES: dict[str, dict[str, Any]] = {
    "heading": {"bold": True},
    "subject": {"fg": "cyan", "bold": True},
    "object": {"fg": "magenta", "bold": True},
    "frame": {"fg": "green", "bold": True},
    "faint": {"dim": True},
}
"""How the roles of an explanation's pieces look on a terminal; a pipe gets plain text."""


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


def main() -> None:
    """Runs the command line; errors that we raise on purpose become one line on stderr."""
    logging.basicConfig(level=logging.WARNING, format="onrecord: %(message)s", stream=sys.stderr)
    try:
        app()
    except NothingBuiltError as error:
        _complain([*error.failures, error])
        sys.exit(NOTHING_DONE)
    except UnclearNameError as error:
        _complain([error])
        for candidate in error.candidates:
            typer.echo(f"  {_printable(candidate)}", err=True)
        sys.exit(NOTHING_DONE)
    except OnrecordError as error:
        _complain([error])
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
    with _progress(is_shown=not quiet) as progress:

        def advance(done: int, total: int, name: str) -> None:
            progress.update(task, completed=done, total=total, description=_short(_printable(name)))

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
    _complain(result.failures)
    if not quiet:
        _show_build(result)
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
    _require_folder(folder)
    _show_answer(Project.open(folder, options=BuildOptions(base=base)).query(text), Names(base).prefixes)


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

    _require_folder(folder)
    options = BuildOptions(known_actors=known_actors, ontology=ontology)
    _show_lines(lines_of(Project.open(folder, options=options).explain(statement)))


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

    _require_folder(folder)
    dossier = Project.open(folder).entity(asked)
    if format_ is DossierFormat.JSON:
        typer.echo(json.dumps(dossier.as_json(), ensure_ascii=False, indent=2))
        return
    console = Console()
    lines = dossier_lines(dossier)
    is_wide = not console.is_terminal  # a pipe breaks no lines
    _show_lines(lines if is_wide else (part for line in lines for part in wrapped(line, console.width)))


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
    _require_folder(folder)
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
    _show_evaluation(evaluation)
    if show:
        _show_mistakes(evaluation)


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


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise OptionError(f"{folder}: no such folder; name the output of onrecord build")


def _query_text(sparql: str) -> str:
    if not sparql.endswith((".rq", ".sparql")):
        return sparql
    try:
        return Path(sparql).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError(f"{sparql}: cannot be read as a query ({error})") from error


def _complain(errors: Sequence[OnrecordError]) -> None:
    for error in errors:
        typer.echo(f"onrecord: {_printable(str(error))}", err=True)


@contextmanager
def _progress(*, is_shown: bool) -> Iterator[Progress]:
    console = Console(stderr=True)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    is_hidden = not is_shown or not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=is_hidden) as progress:
        yield progress


def _show_lines(lines: Iterable[Line]) -> None:
    for line in lines:
        typer.echo("".join(typer.style(text, **_STYLES.get(role, {})) for text, role in line).rstrip())


def _short(name: str, width: int = 40) -> str:
    return name if len(name) <= width else "…" + name[1 - width :]


def _show_build(result: Build) -> None:
    summary = summary_of(result.graph)
    typer.echo(f"{summary.documents} documents, {summary.entities} entities, {summary.statements} statements")
    statuses = ", ".join(f"{count} {status.value}" for status, count in summary.by_status.items())
    if statuses:
        typer.echo(f"statements: {statuses}")
    if result.graph.open_statements:
        typer.echo(f"open statements: {len(result.graph.open_statements)}")
    _show_connected(summary)
    typer.echo(f"written to {result.folder}:")
    for file in result.files:
        typer.echo(f"  {file.name}{'/' if file.is_dir() else ''}")


def _show_connected(summary: Summary) -> None:
    if not summary.most_connected:
        return
    typer.echo("most connected actors:")
    for actor in summary.most_connected:
        others = "1 other" if actor.others == 1 else f"{actor.others} others"
        typer.echo(
            f"  {_printable(actor.entity.name)} ({actor.entity.type.value}): {others}, {actor.statements} statements"
        )


def _show_evaluation(evaluation: Evaluation) -> None:
    """A column for each document and one for all; below the figures the mistakes by kind."""
    from onrecord.evaluate import Kind

    columns = [(document.document, document.figures, document.mistakes) for document in evaluation.documents]
    if len(columns) > 1:
        columns.append(("total", evaluation.total, evaluation.mistakes))
    rows = [("", *(name for name, _, _ in columns))]
    for figure in evaluation.total.as_json():
        values = (figures.as_json()[figure] for _, figures, _ in columns)
        rows.append((figure, *("-" if value is None else str(value) for value in values)))
    rows.append(("mistakes", *("" for _ in columns)))
    for kind in Kind:
        counts = (sum(mistake.kind is kind for mistake in mistakes) for _, _, mistakes in columns)
        rows.append((f"  {kind.value}", *map(str, counts)))
    _show_columns(rows)


def _show_columns(rows: Sequence[Sequence[str]]) -> None:
    """The rows in columns: the first to the left, the others, which are numbers, to the right."""
    cells = [[_printable(cell) if number else cell for number, cell in enumerate(row)] for row in rows]
    first, *widths = (max(map(len, column)) for column in zip(*cells, strict=True))
    for head, *values in cells:
        numbers = "  ".join(value.rjust(width) for value, width in zip(values, widths, strict=True))
        typer.echo(f"{head.ljust(first)}  {numbers}".rstrip())


def _show_mistakes(evaluation: Evaluation) -> None:
    for document in evaluation.documents:
        for mistake in document.mistakes:
            parts = (document.document, mistake.kind.value, mistake.side.value, mistake.what, mistake.evidence)
            typer.echo("  ".join(map(_printable, parts)).rstrip())


def _show_answer(answer: Answer, prefixes: dict[str, str]) -> None:
    rows = [[_printable(_abbreviated(value or "", prefixes)) for value in row.values()] for row in answer]
    console = Console()
    if not console.is_terminal:
        for row in (answer.columns, *rows):
            typer.echo("\t".join(row))
        return
    table = Table(*answer.columns)
    for row in rows:
        table.add_row(*map(_unmarked, row))
    console.print(table)


def _abbreviated(value: str, prefixes: dict[str, str]) -> str:
    for prefix, namespace in prefixes.items():
        if value.startswith(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value


def _printable(text: str) -> str:
    """The text on one line, without the control characters that could steer a terminal."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _unmarked(text: str) -> str:
    """The text as rich shows it unchanged: a quote may hold square brackets."""
    from rich.markup import escape

    return escape(text)
