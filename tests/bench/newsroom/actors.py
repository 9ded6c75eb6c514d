"""The cast: people, organisations, places and events in circles, with their namesakes and their fame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from newsroom import organisations
from newsroom.cultures import COUNTRIES, CULTURES, fold
from newsroom.lands import LANDS
from newsroom.names import Spelling
from newsroom.organisations import Title
from onrecord.model import EntityType

CULTURE_WEIGHTS = {"Slavic": 30, "Arabic": 20, "Georgian": 6, "Iberian": 16, "English": 16, "East Asian": 12}
FOREIGN = 0.06
"""The share of people whose name is of another culture than their country's."""
NAMESAKES = 0.06
"""The share of people who are named as somebody before them, so about twice as many share their full name."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is, and the predicate that ties them to their `employer` or (ministers) to their country."""

    noun: str
    predicate: str | None = None


ROLES = (
    Role("journalist", "worksFor"), Role("lawyer"), Role("director", "directorOf"), Role("chairman", "chairOf"),
    Role("activist", "memberOf"), Role("spokesman", "spokespersonFor"), Role("judge"), Role("engineer", "worksFor"),
    Role("footballer"), Role("professor", "worksFor"), Role("colonel"), Role("doctor"), Role("banker", "worksFor"),
    Role("deputy", "memberOf"), Role("minister", "ministerOf"), Role("poet"), Role("farmer"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that documents mention. A person has `spellings`, all others a `title`."""

    number: int
    type: EntityType
    culture: str
    country: str
    city: str
    circle: int
    spellings: tuple[Spelling, ...] = ()
    title: Title | None = None
    role: Role | None = None
    is_woman: bool = False
    born: str = ""
    employer: int | None = None
    spouse: int | None = None

    @property
    def family(self) -> str:
        """What people of one surname have in common; empty for what is no person."""
        return fold(self.spellings[0].family) if self.spellings else ""

    @property
    def full_name(self) -> str:
        """What namesakes have in common."""
        return fold(self.title.name if self.title else self.spellings[0].text())


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors by number, and for two of them who are namesakes the kind: `namesakes[(lower, higher)]`."""

    actors: tuple[Actor, ...]
    circles: tuple[tuple[int, ...], ...]
    namesakes: Mapping[tuple[int, int], str]
    told_by_birth: frozenset[int]
    """Those whose namesake differs in the date of birth alone, so that reporters give it more often."""

    def kind(self, one: int, other: int) -> str:
        """What two actors have in common that could lead to their merge."""
        first, second = self.actors[min(one, other)], self.actors[max(one, other)]
        if first.title and second.title:
            is_near = first.title.series == second.title.series or first.full_name == second.full_name
            return first.title.namesake if is_near else "other name"
        if first.full_name == second.full_name:
            by_country = "other country" if first.country != second.country else "other circle"
            return self.namesakes.get((first.number, second.number), by_country)
        return "same surname" if first.family and first.family == second.family else "other name"

    def kinds_of_namesakes(self) -> dict[int, set[str]]:
        """Of each actor, the kinds of namesakes that there are; `other name` is everybody's."""
        groups: dict[str, list[int]] = defaultdict(list)
        for actor in self.actors:
            for key in (f"name {actor.full_name}", f"series {actor.title.series if actor.title else actor.family}"):
                groups[key].append(actor.number)
        kinds: dict[int, set[str]] = {actor.number: {"other name"} for actor in self.actors}
        for group in groups.values():
            for one, other in zip(group, group[1:] + group[:1], strict=True):
                if one != other:
                    kinds[one].add(self.kind(one, other))
        return kinds


def cast(count: int, random: Random) -> Cast:
    """So many actors: seven of ten are people, a quarter organisations, the rest places and events."""
    actors: list[Actor] = []
    circles: list[tuple[int, ...]] = []
    namesakes = _Namesakes()
    titles: set[tuple[str, str, str]] = set()
    while len(actors) < count:
        culture = random.choices(list(CULTURE_WEIGHTS), list(CULTURE_WEIGHTS.values()))[0]
        country = random.choice(COUNTRIES[culture])
        base = Actor(0, EntityType.PERSON, culture, country, random.choice(LANDS[country].cities), len(circles))
        size = min(random.randint(8, 20), count - len(actors))
        members: list[Actor] = []
        for number in range(len(actors), len(actors) + size):
            names = {member.full_name for member in members}
            members.append(_member(replace(base, number=number), random, namesakes, titles, names))
        actors += _tied(members, random)
        circles.append(tuple(member.number for member in members))
    by_birth = frozenset(number for pair, kind in namesakes.pairs.items() if kind == "birth date" for number in pair)
    return Cast(tuple(actors), tuple(circles), namesakes.pairs, by_birth)


class _Namesakes:
    """Remembers who was named, so that others can be named alike."""

    def __init__(self) -> None:
        self.pairs: dict[tuple[int, int], str] = {}
        self._by_culture: dict[str, list[Actor]] = defaultdict(list)

    def named(self, person: Actor, taken: set[str], random: Random) -> Actor:
        """The person with the name of somebody of another circle, or with a new one, but none of those taken."""
        if random.random() < NAMESAKES:
            kind = random.choices(("other country", "other circle", "birth date", "patronymic"), (45, 30, 15, 10))[0]
            other = self._other(
                person, random, lambda other: _fits(person, other, kind) and other.full_name not in taken
            )
            if other:
                return self._alike(person, other, kind, random)
        homes = COUNTRIES[person.culture]
        country = person.country if person.country in homes else random.choice(homes)
        person = replace(person, spellings=CULTURES[person.culture](random, person.is_woman, country))
        while person.full_name in taken:
            person = replace(person, spellings=CULTURES[person.culture](random, person.is_woman, country))
        self._by_culture[person.culture].append(person)
        return person

    def _other(self, person: Actor, random: Random, fits: Callable[[Actor], bool]) -> Actor | None:
        others = self._by_culture[person.culture]
        tried = (random.choice(others) for _ in range(400 if others else 0))
        return next((other for other in tried if fits(other)), None)

    def _alike(self, person: Actor, other: Actor, kind: str, random: Random) -> Actor:
        spellings = other.spellings
        if kind == "patronymic":
            stranger = self._other(other, random, lambda them: _has_other_middle(them, other))
            if stranger is None:
                return replace(person, spellings=spellings)
            middle = stranger.spellings[0].middle
            spellings = tuple(replace(spelling, middle=middle) for spelling in spellings)
        self.pairs[other.number, person.number] = kind
        role = other.role if kind == "birth date" else person.role
        return replace(person, spellings=spellings, role=role, is_woman=other.is_woman)


def _fits(person: Actor, other: Actor, kind: str) -> bool:
    if kind == "other country":
        return other.country != person.country
    if other.country != person.country or other.circle == person.circle:
        return False
    if kind == "patronymic":
        return bool(other.spellings[0].middle)
    return kind == "birth date" or other.role != person.role


def _has_other_middle(person: Actor, other: Actor) -> bool:
    own, theirs = person.spellings[0].middle, other.spellings[0].middle
    return person.is_woman == other.is_woman and bool(own) and own[0] != theirs[0]


def _member(
    base: Actor, random: Random, namesakes: _Namesakes, titles: set[tuple[str, str, str]], taken: set[str]
) -> Actor:
    what = random.random()
    if what < 0.7:
        culture = base.culture if random.random() > FOREIGN else random.choice(list(CULTURES))
        born = f"{random.randint(1935, 1990)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        person = replace(base, culture=culture, born=born, role=random.choice(ROLES), is_woman=random.random() < 0.3)
        return namesakes.named(person, taken, random)
    if what < 0.95:
        kind, makers = EntityType.ORGANISATION, organisations.ORGANISATIONS
    elif what < 0.985:
        kind, makers = EntityType.PLACE, ((organisations.town, 2.0), (organisations.square, 1.0))
    else:
        kind, makers = EntityType.EVENT, ((organisations.event, 1.0),)
    return replace(base, type=kind, title=_title(base, makers, random, titles))


def _title(
    base: Actor, makers: Sequence[tuple[organisations.Maker, float]], random: Random, titles: set[tuple[str, str, str]]
) -> Title:
    """A title that nothing else in the same city has, nor (a ministry) in the same country."""
    land = LANDS[base.country]
    here = replace(land, cities=(base.city,))
    while True:
        maker = random.choices([maker for maker, _ in makers], [weight for _, weight in makers])[0]
        title = maker(random, here if random.random() < 0.8 else land, base.culture)
        key = (title.name, base.country, base.city if title.namesake in {"numbered", "same place name"} else "")
        if key not in titles:
            titles.add(key)
            return title


def _tied(members: list[Actor], random: Random) -> list[Actor]:
    """The members with their employers and spouses within the circle."""
    employers = [member.number for member in members if member.type is EntityType.ORGANISATION]
    tied = []
    wed: dict[int, int] = {}
    people = [member.number for member in members if member.spellings]
    if len(people) > 3 and random.random() < 0.5:
        one, other = random.sample(people, 2)
        wed = {one: other, other: one}
    for member in members:
        if member.role and member.role.predicate and employers:
            member = replace(member, employer=random.choice(employers))
        tied.append(replace(member, spouse=wed.get(member.number)))
    return tied


def appearances(cast_: Cast, chains: int, random: Random) -> list[int]:
    """In how many documents each actor is to appear: some in hundreds, most in one to five."""
    ranks = list(range(len(cast_.actors)))
    random.shuffle(ranks)
    weights = [(rank + 10) ** -0.85 for rank in ranks]
    share = chains / sum(weights)
    return [max(1, round(weight * share)) for weight in weights]
