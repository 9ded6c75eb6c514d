"""A matched frame in its context."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.context import Context
from onrecord.extract.frames import Match
from onrecord.model import Status


@dataclass(frozen=True, slots=True)
class Claim:
    """A match with the status and the speakers that its context gives it.

    `is_implied` marks an accusation that nobody makes in so many words: it follows from the claim of a wrong.
    """

    match: Match
    context: Context
    status: Status
    is_implied: bool = False
