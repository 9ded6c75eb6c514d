"""How well groups agree with the truth: pairwise and B-cubed measures, wrong merges, splits, and both by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations


@dataclass(frozen=True, slots=True)
class Agreement:
    """Pairs of items of different documents. `found` of them are together, `true` belong together, `right` are both.

    `wrong_merges` counts the actors too many in groups, `splits` the groups too many of actors.
    """

    right: int
    found: int
    true: int
    b_precision: float
    b_recall: float
    wrong_merges: int
    splits: int

    @property
    def precision(self) -> float:
        """Of the pairs put together, the share that belongs together."""
        return share(self.right, self.found)

    @property
    def recall(self) -> float:
        """Of the pairs that belong together, the share put together."""
        return share(self.right, self.true)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)

    @property
    def b_f1(self) -> float:
        """The harmonic mean of B-cubed precision and recall."""
        return harmonic(self.b_precision, self.b_recall)


def share(part: float, whole: float) -> float:
    """Part of whole; 1.0 of nothing."""
    return part / whole if whole else 1.0


def harmonic(one: float, other: float) -> float:
    """The harmonic mean."""
    return 2 * one * other / (one + other) if one + other else 0.0


def agreement[Item](
    groups: Mapping[Item, Hashable], truth: Mapping[Item, Hashable], documents: Mapping[Item, Hashable]
) -> Agreement:
    """How the groups of the items in `truth` agree with it. Every one of them must be in `groups` and `documents`."""
    both = Counter((groups[item], truth[item]) for item in truth)
    sizes, actors = Counter(groups[item] for item in truth), Counter(truth.values())
    together = Counter((groups[item], documents[item]) for item in truth)
    same = Counter((truth[item], documents[item]) for item in truth)
    double = Counter((groups[item], truth[item], documents[item]) for item in truth)
    return Agreement(
        right=_pairs(both.values()) - _pairs(double.values()),
        found=_pairs(sizes.values()) - _pairs(together.values()),
        true=_pairs(actors.values()) - _pairs(same.values()),
        b_precision=share(sum(n * n / sizes[group] for (group, _), n in both.items()), len(truth)),
        b_recall=share(sum(n * n / actors[actor] for (_, actor), n in both.items()), len(truth)),
        wrong_merges=len(both) - len(sizes),
        splits=len(both) - len(actors),
    )


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def recall_by_kind[Item, Label: Hashable](
    groups: Mapping[Item, Hashable],
    truth: Mapping[Item, Hashable],
    label: Callable[[Item], Label],
    kind: Callable[[Label, Label], str],
) -> dict[str, tuple[int, int]]:
    """For each kind of pair of one actor: how many pairs are together, and how many there are.

    Items of one actor with the same label are alike to `kind`.
    """
    actors: dict[Hashable, Counter[tuple[Label, Hashable]]] = defaultdict(Counter)
    for item, actor in truth.items():
        actors[actor][label(item), groups[item]] += 1
    found: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for counts in actors.values():
        for (one, _), count in counts.items():
            found[kind(one, one)] += count * (count - 1) // 2
            all_[kind(one, one)] += count * (count - 1) // 2
        for ((one, group), count), ((other, group_), count_) in combinations(counts.items(), 2):
            all_[kind(one, other)] += count * count_
            found[kind(one, other)] += count * count_ * (group == group_)
    return {name: (found[name], total) for name, total in all_.items() if total}


def mixed_pairs[Item, Actor: Hashable](
    groups: Mapping[Item, Hashable], truth: Mapping[Item, Actor], documents: Mapping[Item, Hashable]
) -> Counter[tuple[Actor, Actor]]:
    """For each two actors that share a group: how many pairs of items of different documents are wrongly together."""
    members: dict[Hashable, dict[Actor, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for item, actor in truth.items():
        members[groups[item]][actor].append(item)
    wrong: Counter[tuple[Actor, Actor]] = Counter()
    for actors in members.values():
        for one, other in combinations(sorted(actors, key=str), 2):
            here = Counter(documents[item] for item in actors[one])
            there = Counter(documents[item] for item in actors[other])
            wrong[one, other] += here.total() * there.total() - sum(n * there[document] for document, n in here.items())
    return wrong
