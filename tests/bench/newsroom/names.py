"""A person's name as values: how it is spelled by each school, and the shapes in which reporters write it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Spelling:
    """One school's spelling of a name. `middle` (patronymic, second given name) and `last` (second surname, Jr) may go.

    `nickname` stands for the given name; `kind` is how this spelling departs from the first one of its person.
    """

    given: str
    family: str
    middle: str = ""
    last: str = ""
    nickname: str = ""
    is_family_first: bool = False
    kind: str = "spelling"

    def text(self, *, middle: bool = False, last: bool = False, given: str | None = None) -> str:
        """The name in the order of this spelling, with the parts asked for."""
        own = " ".join(part for part in (given or self.given, self.middle if middle else "") if part)
        family = " ".join(part for part in (self.family, self.last if last else "") if part)
        return f"{family} {own}" if self.is_family_first else f"{own} {family}"


@dataclass(frozen=True, slots=True)
class Habits:
    """How often reporters write the parts that may go, and how often they keep a person's usual spelling."""

    middle: float
    last: float
    usual: float = 0.6


HABITS = {
    "Slavic": Habits(0.08, 0.0),
    "Arabic": Habits(0.22, 0.0),
    "Georgian": Habits(0.0, 0.0),
    "Iberian": Habits(0.25, 0.4),
    "English": Habits(0.2, 0.5, 0.85),
    "East Asian": Habits(0.0, 0.0),
}


def early[T](random: Random, items: Sequence[T], skew: float = 1.6) -> T:
    """An item, the first ones far more often, as names are shared among people."""
    return items[int(len(items) * random.random() ** skew)]


def distinct(spellings: Sequence[Spelling]) -> tuple[Spelling, ...]:
    """The spellings without repeats, the first one kept first."""
    seen: dict[tuple[str, str, bool], Spelling] = {}
    for spelling in spellings:
        seen.setdefault((spelling.given, spelling.family, spelling.is_family_first), spelling)
    return tuple(seen.values())
