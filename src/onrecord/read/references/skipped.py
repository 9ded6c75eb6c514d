"""What a reference list has and a graph of actors does not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entity of a list that is no actor for us; `reason` is the same for all of its kind, so they can be counted."""

    reason: str
