"""How well resolution finds who is who in a synthetic corpus with namesakes, against matching by exact names.

python tests/bench/resolution.py [--mentions N] [--actors N] [--seed N] [--cost]
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable

from agreement import Agreement, agreement, mixed_pairs, recall_by_kind, share
from newsroom.corpus import Corpus, corpus

from onrecord.known_actors import KnownActors
from onrecord.model import EntityId, KnowledgeGraph
from onrecord.resolve import resolve

HARDEST_FIRST = (
    "surname only", "acronym", "initials", "typo", "other language's form", "nickname", "order of parts", "abbreviation",
    "synonym", "word order", "place dropped", "place added", "legal form", "middle name", "second surname", "spelling",
    "the", "diacritics", "capitals",
)  # fmt: skip


def resolved(made: Corpus) -> KnowledgeGraph:
    """The one place that calls resolution."""
    return resolve(made.analyses, KnownActors.none())


def by_resolution(made: Corpus, graph: KnowledgeGraph) -> dict[Hashable, Hashable]:
    """The entity of the graph that each local entity became, by the place of its first mention."""
    entity_at = {(name, m.start, m.end): entity.id for entity in graph.entities for name, m in entity.mentions}
    return {
        local.id: entity_at[analysis.document.id, local.mentions[0].start, local.mentions[0].end]
        for analysis in made.analyses
        for local in analysis.entities
    }


def by_exact_name(made: Corpus) -> dict[Hashable, Hashable]:
    """The baseline: one type and one name but for case is one actor."""
    return {local.id: (local.type, local.name.casefold()) for analysis in made.analyses for local in analysis.entities}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mentions", type=int, help="about how many mentions (default 130,000; with --cost 1,000,000)")
    parser.add_argument("--actors", type=int, help="how many actors (default 10,000; with --cost 100,000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cost", action="store_true", help="print seconds and memory of resolution alone")
    options = parser.parse_args()
    mentions = options.mentions or (1_000_000 if options.cost else 130_000)
    actors = options.actors or (100_000 if options.cost else 10_000)
    made = corpus(mentions=mentions, actors=actors, seed=options.seed)
    describe(made)
    before, start = _megabytes(), time.perf_counter()
    graph = resolved(made)
    seconds = time.perf_counter() - start
    print(f"resolved in {seconds:.1f} s; peak {_megabytes():.0f} MB, of which the corpus {before:.0f} MB\n")
    if not options.cost:
        report(made, graph)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def describe(made: Corpus) -> None:
    """Prints how large and how hard the corpus is."""
    total = sum(len(local.mentions) for analysis in made.analyses for local in analysis.entities)
    people = sum(bool(actor.spellings) for actor in made.cast.actors)
    alike = len({number for pair in made.cast.namesakes for number in pair})
    seen = Counter(made.truth.values())
    print(
        f"{len(made.analyses)} documents, {total} mentions, {len(made.truth)} appearances of {len(seen)} actors "
        f"(at most {max(seen.values())}, half in up to {sorted(seen.values())[len(seen) // 2]}); "
        f"{alike / people:.1%} of people share a full name; {len(made.untellable) / len(made.truth):.1%} nobody could tell"
    )


def report(made: Corpus, graph: KnowledgeGraph) -> None:
    """Prints the table of both ways, then recall and precision by kind for ours."""
    documents = {local.id: a.document.id for a in made.analyses for local in a.entities}
    ours = by_resolution(made, graph)
    print(
        f"{'':<14}{'precision':>10}{'recall':>8}{'F1':>8}{'B3 prec.':>10}{'B3 rec.':>9}{'B3 F1':>8}{'merges':>8}{'splits':>8}"
    )
    for name, groups in (("exact name", by_exact_name(made)), ("onrecord", ours)):
        print(f"{name:<14}{_row(agreement(groups, made.truth, documents))}")
    recalls(made, ours)
    precisions(made, ours, documents)


def _row(found: Agreement) -> str:
    return (
        f"{found.precision:>10.4f}{found.recall:>8.4f}{found.f1:>8.4f}{found.b_precision:>10.4f}{found.b_recall:>9.4f}"
        f"{found.b_f1:>8.4f}{found.wrong_merges:>8}{found.splits:>8}"
    )


def variation(one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]]) -> str:
    """The hardest of the ways in which two names of one actor differ."""
    if one[0] == other[0]:
        return "same name, one word" if " " not in one[0] else "same name"
    kinds = one[1] ^ other[1] or one[1] | other[1]
    return next((kind for kind in HARDEST_FIRST if kind in kinds), "spelling")


def recalls(made: Corpus, ours: dict[Hashable, Hashable]) -> None:
    """Prints recall by kind of variation and by culture."""
    names = {local.id: local.name.casefold() for analysis in made.analyses for local in analysis.entities}
    label: Callable[[EntityId], tuple[str, frozenset[str]]] = lambda item: (names[item], frozenset(made.kinds[item]))
    print(f"\n{'recall by kind of variation':<34}{'recall':>8}{'pairs':>10}")
    for kind, (found, total) in sorted(
        recall_by_kind(ours, made.truth, label, variation).items(), key=lambda row: -row[1][1]
    ):
        print(f"  {kind:<32}{share(found, total):>8.4f}{total:>10}")


def precisions(made: Corpus, ours: dict[Hashable, Hashable], documents: dict[EntityId, str]) -> None:
    """Prints precision by kind of namesake: right pairs of the actors who have such a namesake, wrong pairs with it."""
    kind_of = namesake_kinds(made)
    wrong: Counter[str] = Counter()
    merged: Counter[str] = Counter()
    for (one, other), count in mixed_pairs(ours, made.truth, documents).items():
        wrong[kind_of(one, other)] += count
        merged[kind_of(one, other)] += 1
    of_actor = defaultdict(set)
    for (one, other), kind in made.cast.namesakes.items():
        of_actor[one].add(kind)
        of_actor[other].add(kind)
    shared = Counter(actor.family for actor in made.cast.actors if actor.family)
    for actor in made.cast.actors:
        if actor.title:
            of_actor[actor.number].add(actor.title.namesake)
        elif shared[actor.family] > 1:
            of_actor[actor.number].add("same surname")
    right: Counter[str] = Counter()
    for (_, actor), count in Counter((ours[item], actor) for item, actor in made.truth.items()).items():
        for kind in of_actor[actor]:
            right[kind] += count * (count - 1) // 2
    print(f"\n{'precision by kind of namesake':<34}{'prec.':>8}{'wrong pairs':>12}{'actors merged':>15}")
    for kind in sorted(right | wrong, key=lambda kind: -wrong[kind]):
        print(f"  {kind:<32}{share(right[kind], right[kind] + wrong[kind]):>8.4f}{wrong[kind]:>12}{merged[kind]:>15}")


def namesake_kinds(made: Corpus) -> Callable[[int, int], str]:
    """What two actors have in common that could lead to their merge."""

    def kind(one: int, other: int) -> str:
        pair = (min(one, other), max(one, other))
        if pair in made.cast.namesakes:
            return made.cast.namesakes[pair]
        first, second = made.cast.actors[one], made.cast.actors[other]
        if first.title and second.title:
            return first.title.namesake
        return "same surname" if first.family == second.family else "other"

    return kind


if __name__ == "__main__":
    main()
