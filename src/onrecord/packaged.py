"""The data folders that come with onrecord: in an installation beside the code, in a checkout where they are edited."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent
_IN_CHECKOUT = {"ontology": "ontology", "examples": "tests/examples/articles"}


def packaged_folder(name: Literal["ontology", "examples"]) -> Path:
    """The folder of the ontology, or of the example articles."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent.parent / _IN_CHECKOUT[name]
