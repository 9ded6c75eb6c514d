"""Imports point along the way of the data, and the core knows no format."""

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "src" / "onrecord"

LAYERS = (
    {"model", "errors"},
    {"edtf", "identifiers", "memory", "packaged"},
    {"known_actors", "decisions"},
    {"read"},
    {"references"},
    {"ontology"},
    {"language"},
    {"extract"},
    {"analysis", "explain", "ontology_check", "suggest"},
    {"resolve"},
    {"store"},
    {"publish"},
    {"evaluate", "checking"},
    {"building"},
    {"project"},
    {"terminal"},
    {"cli_check", "cli_decisions", "cli_references"},
    {"cli"},
    {"__main__"},
)
"""From the bottom up: a module may import those of its own layer and of the ones before."""

HOMES = {
    "spacy": {"language", "extract", "analysis"},
    "pyvis": {"publish"},
    "networkx": {"publish", "project", "extract", "language", "resolve"},
    "rdflib": {"ontology", "store", "publish", "project"},
    "pyoxigraph": {"ontology", "store", "publish", "evaluate", "checking"},
    "typer": {"cli", "cli_check", "cli_decisions", "cli_references", "terminal"},
    "rich": {"terminal"},
    "pydantic": {"checking"},
    "shacl": {"checking"},
}
"""Which parts know a library."""

MODULES = sorted(path for path in SOURCES.rglob("*.py") if path != SOURCES / "__init__.py")


def part_of(path: Path) -> str:
    return path.relative_to(SOURCES).parts[0].removesuffix(".py")


def layer_of(part: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if part in layer)


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import with the full name"
            module = node.module or ""
            is_top = module == "onrecord"
            found |= {f"onrecord.{alias.name}" for alias in node.names} if is_top else {module}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCES)))
def test_imports_point_downwards(path):
    part = part_of(path)
    targets = {name.split(".")[1] for name in imports_of(path) if name.startswith("onrecord.")} - {"__version__"}
    assert {target for target in targets if layer_of(target) > layer_of(part)} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCES)))
def test_libraries_stay_where_they_belong(path):
    libraries = {name.split(".")[0] for name in imports_of(path)}
    assert {library for library in libraries & HOMES.keys() if part_of(path) not in HOMES[library]} == set()
