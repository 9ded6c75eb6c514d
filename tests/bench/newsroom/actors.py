"""The cast: people, organisations, places and events in circles, with their namesakes and their fame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from newsroom import organisations
from newsroom.cultures import COUNTRIES, CULTURES, plain
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
    born: str = ""
    employer: int | None = None
    spouse: int | None = None

    @property
    def family(self) -> str:
        """What people of one surname have in common; empty for what is no person."""
        return plain(self.spellings[0].family).casefold() if self.spellings else ""


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors by number, and for two of them who are namesakes the kind: `namesakes[(lower, higher)]`."""

    actors: tuple[Actor, ...]
    circles: tuple[tuple[int, ...], ...]
    namesakes: Mapping[tuple[int, int], str]
    told_by_birth: frozenset[int] = frozenset()
    """Those whose namesake differs in the date of birth alone, so that reporters give it more often."""


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
        members = [_member(replace(base, number=len(actors) + at), random, namesakes, titles) for at in range(size)]
        actors += _tied(members, random)
        circles.append(tuple(member.number for member in members))
    by_birth = frozenset(number for pair, kind in namesakes.pairs.items() if kind == "birth date" for number in pair)
    return Cast(tuple(actors), tuple(circles), namesakes.pairs, by_birth)


class _Namesakes:
    """Remembers who was named, so that others can be named alike."""

    def __init__(self) -> None:
        self.pairs: dict[tuple[int, int], str] = {}
        self._by_culture: dict[str, list[Actor]] = defaultdict(list)

    def named(self, person: Actor, random: Random) -> Actor:
        """The person with the name of somebody of another circle, or with a new one."""
        if random.random() < NAMESAKES:
            kind = random.choices(("other country", "other circle", "birth date", "patronymic"), (45, 30, 15, 10))[0]
            others = [other for other in self._by_culture[person.culture] if self._fits(person, other, kind)]
            if others:
                return self._alike(person, random.choice(others), kind, random)
        country = (
            person.country if person.country in COUNTRIES[person.culture] else random.choice(COUNTRIES[person.culture])
        )
        person = replace(person, spellings=CULTURES[person.culture](random, random.random() < 0.3, country))
        self._by_culture[person.culture].append(person)
        return person

    def _fits(self, person: Actor, other: Actor, kind: str) -> bool:
        if kind == "other country":
            return other.country != person.country
        is_near = other.country == person.country and other.circle != person.circle
        return is_near and (kind != "other circle" or other.role != person.role) and (
            kind != "patronymic" or bool(other.spellings[0].middle)
        )  # fmt: skip

    def _alike(self, person: Actor, other: Actor, kind: str, random: Random) -> Actor:
        self.pairs[other.number, person.number] = kind
        spellings = other.spellings
        if kind == "patronymic":
            strangers = [them for them in self._by_culture[person.culture] if len(them.spellings[0].middle) > 2]
            middle = random.choice(strangers).spellings[0].middle if strangers else "A."
            spellings = tuple(replace(spelling, middle=middle) for spelling in spellings)
        return replace(person, spellings=spellings, role=other.role if kind == "birth date" else person.role)


def _member(base: Actor, random: Random, namesakes: _Namesakes, titles: set[tuple[str, str, str]]) -> Actor:
    what = random.random()
    if what < 0.7:
        culture = base.culture if random.random() > FOREIGN else random.choice(list(CULTURES))
        born = f"{random.randint(1935, 1990)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        return namesakes.named(replace(base, culture=culture, born=born, role=random.choice(ROLES)), random)
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
