"""`onrecord reference`: the lists of known actors that a project identifies people and organisations by."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import InputError
from onrecord.model import EntityType
from onrecord.project import Project
from onrecord.terminal import NOTHING_DONE, SOME_FAILED, complain, printable, require_folder, show_columns

_MOST_ERRORS = 10
"""Errors shown; a file in a wrong format has one in every line."""

reference_app = typer.Typer(help="Lists of known actors: your own, FollowTheMoney, Wikidata.", no_args_is_help=True)

_Folder = Annotated[Path, typer.Option("-o", "--project", metavar="DIR", help="The output folder of the builds.")]


@reference_app.command("add")
def add_command(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="CSV as for --known-actors, FollowTheMoney or Wikidata JSON lines."),
    ],
    folder: _Folder = Path("output"),
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to call the list; the name of its file if not given.")
    ] = None,
) -> None:
    """Add the actors of lists to the project, in place of the same ones of an earlier version of the list."""
    result = Project.open(folder).add_references(files, source=source)
    complain(result.failures[:_MOST_ERRORS])
    if len(result.failures) > _MOST_ERRORS:
        complain([InputError(f"{len(result.failures) - _MOST_ERRORS:,} more lines cannot be read")])
    for what, counts in (("added", result.added), ("replaced", result.replaced)):
        typer.echo(f"{what}: {_by_type(counts)}")
    for reason, count in sorted(result.skipped.items()):
        typer.echo(f"skipped: {count:,} ({printable(reason)})")
    if result.failures:
        raise typer.Exit(SOME_FAILED if result.added or result.replaced else NOTHING_DONE)


@reference_app.command("list")
def list_command(folder: _Folder = Path("output")) -> None:
    """Show the sources and how many actors of each type they have."""
    require_folder(folder)
    counts: dict[str, Counter[EntityType]] = {}
    for actor in Project.open(folder).references:
        counts.setdefault(actor.source or "", Counter())[actor.type] += 1
    if not counts:
        typer.echo("no reference lists")
        return
    types = [entity_type for entity_type in EntityType if any(entity_type in found for found in counts.values())]
    rows = [("source", *(entity_type.value for entity_type in types))]
    for source, found in sorted(counts.items()):
        rows.append((printable(source), *(f"{found[entity_type]:,}" for entity_type in types)))
    show_columns(rows)


@reference_app.command("remove")
def remove_command(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="As onrecord reference list shows it.")],
    folder: _Folder = Path("output"),
) -> None:
    """Remove the actors of one list from the project."""
    require_folder(folder)
    typer.echo(f"removed: {Project.open(folder).remove_references(source):,}")


def _by_type(counts: Counter[EntityType]) -> str:
    """The sum and its parts: "3 (2 Person, 1 Organisation)"."""
    parts = ", ".join(
        f"{counts[entity_type]:,} {entity_type.value}" for entity_type in EntityType if counts[entity_type]
    )
    return f"{counts.total():,} ({parts})" if parts else "0"
