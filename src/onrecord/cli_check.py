"""`onrecord check`: what is wrong with a project, and how to mend it."""

from __future__ import annotations

import json
import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.terminal import SOME_FAILED, printable


class ReportFormat(StrEnum):
    """How the findings are shown."""

    TEXT = "text"
    JSON = "json"


def check_command(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The output folder of a build.")] = Path("output"),
    format_: Annotated[ReportFormat, typer.Option("--format", help="Text, or JSON for programs.")] = ReportFormat.TEXT,
) -> None:
    """Tell what is wrong with a project and how to mend it; exit status 1 if anything is, 2 if there is no project."""
    from onrecord.checking import REBUILD, check

    report = check(folder)
    if format_ is ReportFormat.JSON:
        typer.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
        raise typer.Exit(SOME_FAILED if report.counts else 0)
    for kind, count in report.counts.items():
        typer.echo(f"{kind.value}: {count:,}")
        shown = report.of_kind(kind)
        for finding in shown:
            typer.echo(f"  {printable(str(finding))}")
        if count > len(shown):
            typer.echo(f"  and {count - len(shown):,} more")
    for unchecked in report.unchecked:
        typer.echo(f"not checked: {printable(str(unchecked))}")
    if not report.counts:
        typer.echo("nothing wrong")
        return
    if any(finding.mend == REBUILD for finding in report.findings):
        texts = shlex.quote(str(folder / "documents.jsonl"))
        typer.echo(f"to build again: onrecord build {texts} -o {shlex.quote(str(folder))}, with the build's options")
    raise typer.Exit(SOME_FAILED)
