"""A corpus of analyses with the truth: which actor each local entity is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from newsroom.actors import Actor, Cast, appearances, cast
from newsroom.reporters import Naming, fold, named
from newsroom.writing import Hints, written
from onrecord.model import Analysis, EntityId

CHAINS_A_DOCUMENT = 9
MENTIONS_A_CHAIN = 2.6
"""About how often a document names an actor whom it names at all."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """`truth` has the actor of each local entity that counts (countries and cities do not), `kinds` how it departs from
    the actor's usual name, `untellable` those that no reader could assign: namesakes, and nothing that tells them apart.
    """

    cast: Cast
    analyses: tuple[Analysis, ...]
    truth: Mapping[EntityId, int]
    kinds: Mapping[EntityId, tuple[str, ...]]
    untellable: frozenset[EntityId]


def corpus(*, mentions: int, actors: int, seed: int) -> Corpus:
    """About so many mentions of so many actors; the same for the same seed."""
    random = Random(f"cast {seed}")
    cast_ = cast(actors, random)
    counts = appearances(cast_, round(mentions / MENTIONS_A_CHAIN), random)
    plans = _plans(cast_, counts, random)
    namesakes = _Namesakes(cast_)
    analyses, truth, kinds, untellable = [], {}, {}, set()
    for number, (circle, members) in enumerate(plans):
        analysis, ids, namings, hints = _document(number, circle, members, cast_, counts, Random(f"{seed} {number}"))
        analyses.append(analysis)
        for actor, identity in ids.items():
            truth[identity] = actor
            kinds[identity] = namings[actor].kinds
            if namesakes.are_untold(cast_.actors[actor], namings[actor], hints[actor]):
                untellable.add(identity)
    return Corpus(cast_, tuple(analyses), truth, kinds, frozenset(untellable))


def _plans(cast_: Cast, counts: Sequence[int], random: Random) -> list[tuple[int, list[int]]]:
    """Circle and actors of each document: its circle's own, dealt out, and outsiders, mostly of the same country."""
    plans: list[tuple[int, list[int]]] = []
    surplus: list[int] = []
    by_country: dict[str, list[int]] = defaultdict(list)
    for number, members in enumerate(cast_.circles):
        wanted = sum(min(counts[member], 60) for member in members)
        documents = max(2, round(wanted / CHAINS_A_DOCUMENT))
        own: list[list[int]] = [[] for _ in range(documents)]
        for member in members:
            stays = min(counts[member], max(1, round(documents * 0.7)))
            for document in random.sample(own, stays):
                document.append(member)
            surplus += [member] * (counts[member] - stays)
        for chosen in own:
            by_country[cast_.actors[members[0]].country].append(len(plans))
            plans.append((number, chosen))
    random.shuffle(surplus)
    for actor in surplus:
        home = by_country[cast_.actors[actor].country]
        for _ in range(8):
            at = random.choice(home) if random.random() < 0.7 else random.randrange(len(plans))
            chosen = plans[at][1]
            if actor not in chosen and len(chosen) < 15:
                chosen.append(actor)
                break
    return [(circle, chosen) for circle, chosen in plans if chosen]


def _document(
    number: int, circle: int, members: Sequence[int], cast_: Cast, counts: Sequence[int], random: Random
) -> tuple[Analysis, dict[int, EntityId], dict[int, Naming], dict[int, Hints]]:
    home = cast_.actors[cast_.circles[circle][0]]
    house = random.randrange(12)
    actors, namings = [], []
    seen: set[str] = set()
    families = [cast_.actors[member].family for member in members]
    at_home = {cast_.actors[member].family: 0 for member in cast_.circles[circle]}
    for member in cast_.circles[circle]:
        at_home[cast_.actors[member].family] += 1
    for member in members:
        actor = cast_.actors[member]
        taken = {actor.family} if families.count(actor.family) > 1 else set()
        may_be_bare = (actor.circle == circle and at_home[actor.family] == 1) or counts[member] >= 40
        naming = named(actor, house, counts[member], may_be_bare=may_be_bare, taken=taken, random=random)
        names = {fold(naming.first), *(fold(spelling.text()) for spelling in actor.spellings)}
        if names & seen:
            continue
        seen |= names
        actors.append(actor)
        namings.append(naming)
    births = {actor.number for actor in actors if actor.born and random.random() < _birth_share(actor, cast_)}
    country = home.country if random.random() < 0.85 else None
    city = home.city if random.random() < 0.5 else None
    analysis, ids, hints = written(f"{number:06}.txt", country, city, actors, namings, births, random)
    return analysis, ids, {actor.number: naming for actor, naming in zip(actors, namings, strict=True)}, hints


def _birth_share(actor: Actor, cast_: Cast) -> float:
    return 0.6 if actor.number in cast_.told_by_birth else 0.06


class _Namesakes:
    """Who could be meant by a name, and whether a document tells which of them."""

    def __init__(self, cast_: Cast) -> None:
        self._cast = cast_
        self._twins: dict[int, list[int]] = defaultdict(list)
        self._families: dict[str, list[int]] = defaultdict(list)
        self._titles: dict[str, list[int]] = defaultdict(list)
        for pair in cast_.namesakes:
            self._twins[pair[0]].append(pair[1])
            self._twins[pair[1]].append(pair[0])
        for actor in cast_.actors:
            if actor.title:
                self._titles[actor.title.name].append(actor.number)
            else:
                self._families[actor.family].append(actor.number)

    def are_untold(self, actor: Actor, naming: Naming, hints: Hints) -> bool:
        """Whether some namesake differs in nothing that the document tells."""
        if hints.has_birth or (hints.associates >= 2 and not naming.is_bare):
            return False
        if actor.title:
            others = self._titles[actor.title.name]
        else:
            others = self._families[actor.family] if naming.is_bare else self._twins[actor.number]
        return any(
            not (
                (hints.has_country and other.country != actor.country)
                or (hints.associates >= 2 and other.circle != actor.circle)
                or (hints.has_role and (other.role, other.city) != (actor.role, actor.city))
            )
            for other in (self._cast.actors[number] for number in others if number != actor.number)
        )  # fmt: skip
