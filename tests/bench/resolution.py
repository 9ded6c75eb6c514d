"""How well resolution finds who is who in a synthetic corpus with namesakes, against matching by exact names.

    python tests/bench/resolution.py [--mentions N] [--actors N] [--seed N] [--cost]

Counted are the corpus's coreference chains, one for each document and actor in it, but not the countries and cities in
which documents play. Precision, recall and F1 are of pairs of chains of different documents, B3 is their average
over chains; `merges` are the actors too many in the entities found, `splits` the entities too many for the actors.

Between one and two chains in a hundred nobody could assign for sure: a namesake fits as well, and the document tells
neither country nor role nor birth date nor two associates that would part the two. The row `careful reader` leaves
each of them alone and knows all others; a better recall takes guesses, of which the best-known namesake is a good one.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Hashable

from agreement import Agreement, agreement, mixed_pairs, recall_by_kind, share
from newsroom.corpus import Corpus, corpus
from newsroom.reporters import Naming

from onrecord.known_actors import KnownActors
from onrecord.model import DocumentId, EntityId, EntityType, KnowledgeGraph
from onrecord.ontology import load_ontology
from onrecord.resolve import resolve, vocabulary_of

HARDEST_FIRST = (
    "surname only", "acronym", "initials", "typo", "other language's form", "nickname", "order of parts",
    "abbreviation", "synonym", "word order", "place dropped", "place added", "legal form", "middle name",
    "second surname", "spelling", "the", "diacritics", "capitals",
)  # fmt: skip

Groups = dict[EntityId, Hashable]


def resolved(made: Corpus) -> KnowledgeGraph:
    """The one place that calls resolution."""
    return resolve(made.analyses, KnownActors.none(), vocabulary=vocabulary_of(load_ontology()))


def main() -> None:
    parser = argparse.ArgumentParser(description="How well resolution finds who is who in a synthetic corpus")
    parser.add_argument("--mentions", type=int, help="about how many (default 130,000; with --cost 1,000,000)")
    parser.add_argument("--actors", type=int, help="how many (default a thirteenth of the mentions)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cost", action="store_true", help="measure seconds and memory alone")
    options = parser.parse_args()
    mentions = options.mentions or (1_000_000 if options.cost else 130_000)
    made = corpus(mentions=mentions, actors=options.actors or mentions // 13, seed=options.seed)
    describe(made)
    before, start = peak_megabytes(), time.perf_counter()
    graph = resolved(made)
    seconds = time.perf_counter() - start
    print(f"resolved in {seconds:.1f} s; peak {peak_megabytes():.0f} MB, before that {before:.0f} MB\n")
    if not options.cost:
        report(made, by_resolution(made, graph))


def peak_megabytes() -> float:
    """The most memory that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def by_resolution(made: Corpus, graph: KnowledgeGraph) -> Groups:
    """The entity of the graph that each chain became, by the place of its first mention."""
    entity_at = {(document, m.start, m.end): entity.id for entity in graph.entities for document, m in entity.mentions}
    return {
        local.id: entity_at[analysis.document.id, local.mentions[0].start, local.mentions[0].end]
        for analysis in made.analyses
        for local in analysis.entities
    }


def by_exact_name(made: Corpus) -> Groups:
    """The baseline: one type and one name but for case is one actor."""
    return {local.id: (local.type, local.name.casefold()) for analysis in made.analyses for local in analysis.entities}


def by_careful_reader(made: Corpus) -> Groups:
    """The truth, with each chain alone that nobody could assign for sure."""
    return {item: item if item in made.untellable else actor for item, actor in made.truth.items()}


def describe(made: Corpus) -> None:
    """Prints how large and how hard the corpus is."""
    total = sum(len(local.mentions) for analysis in made.analyses for local in analysis.entities)
    names = Counter(actor.full_name for actor in made.cast.actors if actor.spellings)
    alike = sum(count for count in names.values() if count > 1) / names.total()
    seen = sorted(Counter(made.truth.values()).values())
    print(
        f"{len(made.analyses)} documents, {total} mentions in {len(made.truth)} chains of {len(seen)} actors "
        f"(half of them in at most {seen[len(seen) // 2]} documents, one in {seen[-1]})\n"
        f"{alike:.1%} of people share their full name; {len(made.untellable) / len(made.truth):.1%} of chains nobody "
        "could assign for sure"
    )


def report(made: Corpus, ours: Groups) -> None:
    """Prints the table of both ways, then ours by culture, by kind of variation and by kind of namesake."""
    documents = {local.id: analysis.document.id for analysis in made.analyses for local in analysis.entities}
    heads = (
        f"{head:>10}" for head in ("precision", "recall", "F1", "B3 prec.", "B3 recall", "B3 F1", "merges", "splits")
    )
    print(f"{'':<34}{''.join(heads)}")
    rows = {"exact name": by_exact_name(made), "onrecord": ours, "careful reader": by_careful_reader(made)}
    for name, groups in rows.items():
        _print_agreement(name, agreement(groups, made.truth, documents))
    print("\nonrecord by culture or type")
    for name, truth in sorted(_parts(made).items()):
        _print_agreement(f"  {name}", agreement(ours, truth, documents))
    _print_recalls(made, ours)
    _print_precisions(made, ours, documents)


def _print_agreement(name: str, found: Agreement) -> None:
    shares = (found.precision, found.recall, found.f1, found.b_precision, found.b_recall, found.b_f1)
    counts = (found.wrong_merges, found.splits)
    print(f"{name:<34}{''.join(f'{one:>10.4f}' for one in shares)}{''.join(f'{one:>10}' for one in counts)}")


def _parts(made: Corpus) -> dict[str, dict[EntityId, int]]:
    parts: dict[str, dict[EntityId, int]] = defaultdict(dict)
    for item, number in made.truth.items():
        actor = made.cast.actors[number]
        parts[actor.culture if actor.type is EntityType.PERSON else actor.type.value][item] = number
    return parts


def variation(one: Naming, other: Naming) -> str:
    """The hardest of the ways in which two names of one actor differ."""
    if one.first.casefold() == other.first.casefold():
        return "same surname only" if one.is_surname else "same name"
    kinds = set(one.kinds) ^ set(other.kinds) or set(one.kinds)
    return next((kind for kind in HARDEST_FIRST if kind in kinds), "spelling")


def _print_recalls(made: Corpus, ours: Groups) -> None:
    print(f"\n{'onrecord by kind of variation':<34}{'recall':>10}{'pairs':>10}")
    found = recall_by_kind(ours, made.truth, made.namings.__getitem__, variation)
    for kind, (right, total) in sorted(found.items(), key=lambda row: -row[1][1]):
        print(f"  {kind:<32}{share(right, total):>10.4f}{total:>10}")


def _print_precisions(made: Corpus, ours: Groups, documents: dict[EntityId, DocumentId]) -> None:
    """Of each kind: the right pairs of those who have such a namesake, and the wrong pairs with one."""
    wrong: Counter[str] = Counter()
    merged: Counter[str] = Counter()
    for (one, other), count in mixed_pairs(ours, made.truth, documents).items():
        kind = made.cast.kind(one, other)
        wrong[kind] += count
        merged[kind] += 1
    kinds_of = made.cast.kinds_of_namesakes()
    right: Counter[str] = Counter()
    for (_, actor), count in Counter((ours[item], actor) for item, actor in made.truth.items()).items():
        for kind in kinds_of[actor]:
            right[kind] += count * (count - 1) // 2
    print(f"\n{'onrecord by kind of namesake':<34}{'precision':>10}{'wrong':>10}{'actors':>10}")
    for kind in sorted(right | wrong, key=lambda kind: -wrong[kind]):
        print(f"  {kind:<32}{share(right[kind], right[kind] + wrong[kind]):>10.4f}{wrong[kind]:>10}{merged[kind]:>10}")


if __name__ == "__main__":
    main()
