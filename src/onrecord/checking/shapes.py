"""The SHACL shapes of the vocabulary over the Turtle file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.checking.findings import REBUILD, Finding, Kind, Unchecked
from onrecord.checking.forms import TURTLE_FILE
from onrecord.packaged import packaged_folder


@dataclass(frozen=True, slots=True)
class Misshapen:
    """A node that has not its shape: the finding, and the IRIs of the node and of the value that is wrong."""

    finding: Finding
    nodes: tuple[str, ...]


def misshapen(folder: Path) -> Iterator[Misshapen | Unchecked]:
    """Each result of the validation. A Turtle file that cannot be read has none: it is told of where it is read."""
    try:
        import shacl
    except ModuleNotFoundError:
        yield Unchecked("the shapes", "the validator is not installed; pip install 'onrecord[check]'")
        return
    shapes = shacl.Shapes.from_file(str(packaged_folder("ontology") / "shapes.ttl"))
    try:
        report = shapes.validate_file(str(folder / TURTLE_FILE))
    except (OSError, ValueError):
        return
    for result in report.results:
        message, _, mend = (result.message or result.component).rstrip(".").partition("; ")
        node, value = result.focus_node.strip("<>"), (result.value or "").strip("<>")
        place = node.rpartition("/")[2]
        what = f"{message} ({result.value_plain})" if result.value_plain else message
        finding = Finding(Kind.SHAPE, TURTLE_FILE, place, what, mend or REBUILD)
        yield Misshapen(finding, (node, value))
