"""How one document names one actor: the fullest name, the shorter ones after it, and how unusual that is."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from newsroom.actors import Actor
from newsroom.names import HABITS, Spelling

TYPOS = 0.01
BARE = 0.02
BARE_IF_FAMOUS = 0.08
FAMOUS = 40
"""Documents from which on an actor is well-known enough to be named by surname alone."""


@dataclass(frozen=True, slots=True)
class Naming:
    """The name at first mention, what stands for it later, and the kinds of departure from the usual name."""

    first: str
    later: str
    kinds: tuple[str, ...]
    is_bare: bool = False
    """Only a surname, or a surname with initials."""

    @property
    def is_surname(self) -> bool:
        """Only a surname."""
        return "surname only" in self.kinds


@dataclass(frozen=True, slots=True)
class Scene:
    """What a document's way of naming an actor depends on: the `house` picks the school of spelling.

    `may_be_bare`: readers know the actor by surname. `is_shared`: somebody else in the document has it, too.
    `is_abroad`: the actor is of another country than the one the document tells of.
    """

    house: int
    fame: int
    may_be_bare: bool
    is_shared: bool
    is_abroad: bool


def named(actor: Actor, scene: Scene, random: Random) -> Naming:
    """How a document of this scene names the actor."""
    naming = _person(actor, scene, random) if actor.spellings else _thing(actor, scene, random)
    if random.random() < TYPOS and len(naming.first) > 7:
        wrong = typo(naming.first, random)
        later = wrong if naming.later == naming.first else naming.later
        naming = Naming(wrong, later, (*naming.kinds, "typo"), naming.is_bare)
    if random.random() < 0.01:
        naming = Naming(naming.first.upper(), naming.later, (*naming.kinds, "capitals"), naming.is_bare)
    return naming


def _person(actor: Actor, scene: Scene, random: Random) -> Naming:
    habits = HABITS[actor.culture]
    others = actor.spellings[1:]
    spelling = actor.spellings[0]
    if others and random.random() > habits.usual:
        spelling = others[scene.house % len(others)]
    kinds = [spelling.kind] if spelling is not actor.spellings[0] else []
    surname, chance = spelling.family, random.random()
    may_be_bare = scene.may_be_bare and not scene.is_shared
    if may_be_bare and chance < (BARE_IF_FAMOUS if scene.fame >= FAMOUS else BARE):
        return Naming(surname, surname, (*kinds, "surname only"), True)
    if chance > 0.95 and actor.culture != "East Asian" and may_be_bare:
        first = f"{initials(spelling, random)} {surname}"
        return Naming(first, surname, (*kinds, "initials"), True)
    has_middle = bool(spelling.middle) and random.random() < habits.middle
    has_last = bool(spelling.last) and random.random() < habits.last
    given = spelling.nickname if spelling.nickname and random.random() < 0.25 else None
    kinds += ["middle name"] * has_middle + ["second surname"] * has_last + ["nickname"] * bool(given)
    first = spelling.text(middle=has_middle, last=has_last, given=given)
    return Naming(first, first if scene.is_shared else _later(spelling, first, random), tuple(kinds))


def _later(spelling: Spelling, first: str, random: Random) -> str:
    chance = random.random()
    if chance < 0.08:
        return first
    if chance < 0.12 and not spelling.is_family_first:
        return f"{spelling.given[0]}. {spelling.family}"
    return spelling.family


def initials(spelling: Spelling, random: Random) -> str:
    """N. or, of those who have a middle name, now and then N.A."""
    middle = f"{spelling.middle[0].upper()}." if spelling.middle and random.random() < 0.3 else ""
    return f"{spelling.given[0]}.{middle}"


def _thing(actor: Actor, scene: Scene, random: Random) -> Naming:
    title = actor.title
    assert title is not None
    abroad = [form for form in title.forms if form[1] == "place added"]
    if scene.is_abroad and abroad and random.random() < 0.8:
        name, kind = random.choice(abroad)
        return Naming(name, name, (kind,))
    if title.acronym and random.random() < 0.07:
        return Naming(title.acronym, title.acronym, ("acronym",))
    name = title.name
    kinds: tuple[str, ...] = ()
    if title.forms and random.random() < 0.45:
        name, kind = random.choice(title.forms)
        kinds = (kind,)
    later = title.acronym if title.acronym and random.random() < 0.5 else name
    return Naming(name, later, kinds)


def typo(name: str, random: Random) -> str:
    """The name with two letters swapped, one dropped or one doubled, not at the head of a word."""
    places = [at for at in range(1, len(name) - 1) if name[at - 1 : at + 2].isalpha()]
    if not places:
        return name
    at = random.choice(places)
    return random.choice((
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
    ))  # fmt: skip
