"""How the commands speak: errors, progress, tables and styled lines on a terminal, plain text in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from onrecord.building import Build
from onrecord.errors import OnrecordError, OptionError, UnclearNameError
from onrecord.publish.lines import Line, wrapped
from onrecord.publish.summary import Summary, summary_of
from onrecord.store.embedded import Answer

if TYPE_CHECKING:
    from onrecord.evaluate import Evaluation

_STYLES: dict[str, dict[str, Any]] = {
    "heading": {"bold": True},
    "subject": {"fg": "cyan", "bold": True},
    "object": {"fg": "magenta", "bold": True},
    "frame": {"fg": "green", "bold": True},
    "faint": {"dim": True},
}
"""How the roles of an explanation's pieces look on a terminal; a pipe gets plain text."""


SOME_FAILED = 1
NOTHING_DONE = 2


def complain(errors: Sequence[OnrecordError]) -> None:
    """Each error as a line on stderr; below a name that is not clear, those that may be meant."""
    for error in errors:
        typer.echo(f"onrecord: {printable(str(error))}", err=True)
        for candidate in error.candidates if isinstance(error, UnclearNameError) else ():
            typer.echo(f"  {printable(candidate)}", err=True)


def require_folder(folder: Path) -> None:
    """Raises OptionError if there is no such folder."""
    if not folder.is_dir():
        raise OptionError(f"{folder}: no such folder; name the output of onrecord build")


@contextmanager
def progress_bar(*, is_shown: bool) -> Iterator[Progress]:
    """A bar on stderr while the block runs; none in a pipe."""
    console = Console(stderr=True)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    is_hidden = not is_shown or not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=is_hidden) as bar:
        yield bar


def show_lines(lines: Iterable[Line]) -> None:
    """The lines with their roles as styles; a pipe gets plain text."""
    for line in lines:
        typer.echo("".join(typer.style(text, **_STYLES.get(role, {})) for text, role in line).rstrip())


def show_wrapped(lines: Iterable[Line]) -> None:
    """The lines, those that are longer than the terminal is wide broken at spaces; a pipe breaks none."""
    console = Console()
    if console.is_terminal:
        lines = (part for line in lines for part in wrapped(line, console.width))
    show_lines(lines)


def short(name: str, width: int = 40) -> str:
    """The name, without its beginning where it is longer than `width`."""
    return name if len(name) <= width else "…" + name[1 - width :]


def show_build(result: Build) -> None:
    """What a build read and found, and where it is."""
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
            f"  {printable(actor.entity.name)} ({actor.entity.type.value}): {others}, {actor.statements} statements"
        )


def show_evaluation(evaluation: Evaluation) -> None:
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
    show_columns(rows)


def show_columns(rows: Sequence[Sequence[str]]) -> None:
    """The rows in columns: the first to the left, the others, which are numbers, to the right."""
    cells = [[printable(cell) if number else cell for number, cell in enumerate(row)] for row in rows]
    first, *widths = (max(map(len, column)) for column in zip(*cells, strict=True))
    for head, *values in cells:
        numbers = "  ".join(value.rjust(width) for value, width in zip(values, widths, strict=True))
        typer.echo(f"{head.ljust(first)}  {numbers}".rstrip())


def show_mistakes(evaluation: Evaluation) -> None:
    """A line for each mistake."""
    for document in evaluation.documents:
        for mistake in document.mistakes:
            parts = (document.document, mistake.kind.value, mistake.side.value, mistake.what, mistake.evidence)
            typer.echo("  ".join(map(printable, parts)).rstrip())


def show_answer(answer: Answer, prefixes: dict[str, str]) -> None:
    """The rows as a table; in a pipe as tab-separated values."""
    rows = [[printable(_abbreviated(value or "", prefixes)) for value in row.values()] for row in answer]
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


def printable(text: str) -> str:
    """The text on one line, without the control characters that could steer a terminal."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())


def _unmarked(text: str) -> str:
    """The text as rich shows it unchanged: a quote may hold square brackets."""
    from rich.markup import escape

    return escape(text)
