"""onrecord: knowledge graphs from news and human-rights reporting, with every edge on the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.analysis import analyse
    from onrecord.project import Project

__version__ = "0.1.0"
__all__ = ["Project", "__version__", "analyse"]

_HOMES = {"Project": "onrecord.project", "analyse": "onrecord.analysis"}


def __getattr__(name: str) -> Any:
    """Loads the public names on first use: the language model's libraries take a second to import."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
