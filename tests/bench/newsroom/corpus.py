"""A corpus of analyses with the truth: which actor each local entity is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from newsroom.actors import Actor, Cast, appearances, cast
from newsroom.cultures import fold
from newsroom.reporters import FAMOUS, Naming, Scene, named
from newsroom.writing import Hints, written
from onrecord.model import Analysis, EntityId

CHAINS_A_DOCUMENT = 9
MENTIONS_A_CHAIN = 2.6
"""About how often a document names an actor whom it names at all."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """`truth` has the actor of each local entity that counts (countries and cities do not), `namings` its name at first
    mention and how that departs from the usual one, `untellable` those that have a namesake from whom nothing in
    their document tells them apart.
    """

    cast: Cast
    analyses: tuple[Analysis, ...]
    truth: Mapping[EntityId, int]
    namings: Mapping[EntityId, Naming]
    untellable: frozenset[EntityId]


def corpus(*, mentions: int, actors: int, seed: int) -> Corpus:
    """About so many mentions of so many actors; the same for the same seed."""
    random = Random(f"cast {seed}")
    cast_ = cast(actors, random)
    counts = appearances(cast_, round(mentions / MENTIONS_A_CHAIN), random)
    plans = _plans(cast_, counts, random)
    stage = _Stage(cast_, counts)
    analyses, truth, all_namings, untellable = [], {}, {}, set()
    for number, (circle, members) in enumerate(plans):
        analysis, ids, namings, hints = _document(number, circle, members, stage, Random(f"{seed} {number}"))
        analyses.append(analysis)
        for actor, identity in ids.items():
            truth[identity] = actor
            all_namings[identity] = namings[actor]
            if stage.is_untold(cast_.actors[actor], namings[actor], hints[actor]):
                untellable.add(identity)
    return Corpus(cast_, tuple(analyses), truth, all_namings, frozenset(untellable))


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
    number: int, circle: int, members: Sequence[int], stage: _Stage, random: Random
) -> tuple[Analysis, dict[int, EntityId], dict[int, Naming], dict[int, Hints]]:
    home = stage.cast.actors[stage.cast.circles[circle][0]]
    country = home.country if random.random() < 0.85 else None
    city = home.city if random.random() < 0.5 else None
    house = random.randrange(12)
    families = Counter(stage.cast.actors[member].family for member in members)
    actors, namings = [], []
    seen: set[str] = set()
    for member in members:
        actor = stage.cast.actors[member]
        scene = Scene(
            house,
            stage.counts[member],
            may_be_bare=stage.is_known_by_surname(actor, circle, country),
            is_shared=families[actor.family] > 1,
            is_abroad=actor.country != home.country,
        )
        naming = named(actor, scene, random)
        names = {fold(naming.first), *(fold(spelling.text()) for spelling in actor.spellings)}
        if not names & seen:  # two whom their names do not tell apart make no readable document
            seen |= names
            actors.append(actor)
            namings.append(naming)
    births = {actor.number for actor in actors if actor.born and random.random() < stage.birth_share(actor.number)}
    published = date(1996 + circle % 18, 1, 1) + timedelta(days=random.randrange(3 * 365))
    analysis, ids, hints = written(f"{number:06}.txt", published, country, city, actors, namings, births, random)
    return analysis, ids, {actor.number: naming for actor, naming in zip(actors, namings, strict=True)}, hints


class _Stage:
    """Who is known to whom: by surname alone, and who could be meant by a name."""

    def __init__(self, cast_: Cast, counts: Sequence[int]) -> None:
        self.cast = cast_
        self.counts = counts
        self._bearers: dict[str, list[Actor]] = defaultdict(list)
        self._namesakes: dict[str, list[Actor]] = defaultdict(list)
        self._of_circle: Counter[tuple[str, int]] = Counter()
        self._fames: dict[tuple[str, str], list[int]] = defaultdict(list)
        for actor in cast_.actors:
            forms = {actor.full_name}
            if actor.title:
                forms |= {fold(form) for form, _ in actor.title.forms} | {fold(actor.title.acronym)}
            else:
                self._bearers[actor.family].append(actor)
                self._of_circle[actor.family, actor.circle] += 1
                best = self._fames[actor.family, actor.country]
                best[:] = sorted((*best, counts[actor.number]), reverse=True)[:2]
            for form in forms - {""}:
                self._namesakes[form].append(actor)

    def is_known_by_surname(self, actor: Actor, circle: int, country: str | None) -> bool:
        """Whether readers know who is meant: one of a circle of their own, or the best-known in the country told."""
        if actor.circle == circle or actor.title:
            return self._of_circle[actor.family, circle] == 1
        fames = self._fames[actor.family, country or ""]
        fame = self.counts[actor.number]
        return actor.country == country and fame >= FAMOUS and fame == fames[0] and max(fames[1:], default=0) < fame / 4

    def birth_share(self, number: int) -> float:
        """How often reporters tell somebody's date of birth."""
        return 0.6 if number in self.cast.told_by_birth else 0.06

    def is_untold(self, actor: Actor, naming: Naming, hints: Hints) -> bool:
        """Whether some namesake differs in nothing that the document tells."""
        others = self._bearers[actor.family] if naming.is_bare else self._namesakes[fold(naming.first)]
        return any(
            not hints.has_birth
            and not (hints.has_country and other.country != actor.country)
            and not (hints.associates >= 2 and other.circle != actor.circle)
            and not (hints.has_role and (other.role, other.city) != (actor.role, actor.city))
            for other in others
            if other.number != actor.number
        )
