"""`onrecord merge`, `split` and `review`: somebody says who is who, and the project heeds it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.building import Build, BuildOptions
from onrecord.decisions import DECISIONS_FILE, Decision
from onrecord.project import Decided, Project
from onrecord.publish.review_lines import Sides
from onrecord.store.vocabulary import DATA
from onrecord.terminal import SOME_FAILED, complain, printable, require_folder, show_wrapped


class Verdict(StrEnum):
    """What can be said of two entities that may be one; the first letter will do."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"
    QUIT = "quit"


_Asked = Annotated[str, typer.Argument(metavar="NAME|IRI|ID", help="Any of its names, or its id as in entities.jsonl.")]
_Other = Annotated[str, typer.Argument(metavar="NAME|IRI|ID", help="Any name of the other, or its id.")]
_Note = Annotated[str, typer.Option(metavar="TEXT", help="Why; it is kept with the decision.")]
_Folder = Annotated[Path, typer.Option("-o", "--project", metavar="DIR", help="The output folder of the build.")]
_KnownActors = Annotated[Path | None, typer.Option(metavar="CSV", help="The names that the build knew.")]
_Ontology = Annotated[Path | None, typer.Option(metavar="DIR", help="The ontology that the build had.")]
_Base = Annotated[str, typer.Option(metavar="IRI", help="The base that the build had.")]
_Open = Annotated[bool, typer.Option("--open", help="Keep open statements, as the build did.")]


def merge_command(
    first: _Asked,
    second: _Other,
    note: _Note = "",
    folder: _Folder = Path("output"),
    known_actors: _KnownActors = None,
    ontology: _Ontology = None,
    base: _Base = DATA,
    keep_open: _Open = False,
) -> None:
    """Say that two entities are one; the project is built again from its own documents."""
    project = _project(folder, known_actors, ontology, base, keep_open)
    _show_decided(project.merge(first, second, note=_text(note)), folder)


def split_command(
    asked: _Asked,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A name of it that is somebody else's.")] = None,
    document: Annotated[
        str | None, typer.Option(metavar="NAME", help="The one in this document is another than the others.")
    ] = None,
    note: _Note = "",
    folder: _Folder = Path("output"),
    known_actors: _KnownActors = None,
    ontology: _Ontology = None,
    base: _Base = DATA,
    keep_open: _Open = False,
) -> None:
    """Say that one entity is several: by a name, by a document, or each of its full names another."""
    project = _project(folder, known_actors, ontology, base, keep_open)
    _show_decided(project.split(asked, name, document=document, note=_text(note)), folder)


def review_command(
    folder: _Folder = Path("output"),
    most: Annotated[int | None, typer.Option("-n", "--most", min=1, help="How many pairs to go through.")] = None,
    known_actors: _KnownActors = None,
    ontology: _Ontology = None,
    base: _Base = DATA,
    keep_open: _Open = False,
) -> None:
    """Go through the entities that may be one, the likeliest first, and say of each two: same, different or later."""
    project = _project(folder, known_actors, ontology, base, keep_open)
    judge = project.judge()
    sides, found = Sides.of(judge.graph), project.candidates
    recorded: list[Decision] = []
    for number, link in enumerate(found[:most], 1):
        typer.echo(f"{number} of {len(found)}")
        show_wrapped(sides.lines(link))
        verdict = _verdict()
        if verdict is Verdict.QUIT:
            break
        if verdict is not Verdict.LATER:
            judged = judge.same if verdict is Verdict.SAME else judge.different
            decisions = judged(sides.entities[link.left], sides.entities[link.right])
            project.record(decisions)
            recorded += decisions
    _show_recorded(recorded, folder)
    build = project.rebuild() if recorded else None
    typer.echo(f"left to review: {len(build.graph.candidates if build else found)}")
    if build:
        _show_rebuilt(build)


def _verdict() -> Verdict:
    """What is typed at the prompt; the end of the input ends the review, as an interrupt does: decisions are kept."""
    while True:
        typer.echo("(s)ame, (d)ifferent, (l)ater, (q)uit? ", nl=False)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            line = ""
        if not sys.stdin.isatty():
            typer.echo()
        answer = line.strip().casefold()
        if not line:
            return Verdict.QUIT
        for verdict in Verdict:
            if answer and verdict.value.startswith(answer):
                return verdict


def _project(folder: Path, known_actors: Path | None, ontology: Path | None, base: str, keep_open: bool) -> Project:
    require_folder(folder)
    options = BuildOptions(known_actors=known_actors, base=base, ontology=ontology, keep_open=keep_open)
    return Project.open(folder, options=options)


def _show_decided(decided: Decided, folder: Path) -> None:
    _show_recorded(decided.decisions, folder)
    _show_rebuilt(decided.build)


def _show_recorded(decisions: Iterable[Decision], folder: Path) -> None:
    for decision in decisions:
        typer.echo(f"recorded in {folder / DECISIONS_FILE}: {printable(str(decision))}")


def _show_rebuilt(build: Build) -> None:
    graph = build.graph
    complain(build.failures)
    typer.echo(
        f"built again: {len(graph.documents)} documents, {len(graph.entities)} entities, "
        f"{len(graph.statements)} statements"
    )
    if build.failures:
        raise typer.Exit(SOME_FAILED)


def _text(argument: str) -> str:
    """The argument; bytes in it that are not UTF-8 become U+FFFD."""
    return os.fsencode(argument).decode("utf-8", "replace")
