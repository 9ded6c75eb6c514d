"""How often Python looks for dead cycles during a build."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_ALLOCATIONS = 50_000
"""Objects made between two collections of the youngest, where Python's own 700 are too few for an analysis."""

_NEVER = 1_000_000
"""Collections of the middle generation before one of all objects: a graph lives until the end of its build, so looking
through the whole of it again and again finds nothing and costs a fifteenth of the time."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Within the context dead cycles are looked for rarely, and among young objects only."""
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, before[1], _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(*before)
