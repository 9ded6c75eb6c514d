"""All development figures in one report: the articles with gold facts, KnowledgeNet and PLOVER, with kinds of mistakes.

    python tests/bench/development_report.py [SHARED]

SHARED is the folder with articles, gold facts, benchmarks and their scorers; `../shared` beside the checkout if none
is named. The figures of the benchmarks are those of their own scorers.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import knowledgenet
import plover
from built import build_of, module_at, print_table

from onrecord.building import BuildOptions, build
from onrecord.evaluate import Evaluation, Kind, Side, evaluate

ROOT = Path(__file__).parents[2]
LACKING = (
    Kind.MISSED_NAME,
    Kind.WRONG_TYPE,
    Kind.MISSED_COREFERENCE,
    Kind.MISSED_FRAME,
    Kind.WRONG_ROLE,
    Kind.WRONG_STATUS,
)
"""The kinds that a missed fact can be of."""
SPURIOUS = (Kind.MISSED_FRAME, Kind.WRONG_ROLE, Kind.NOT_IN_GOLD)
"""The kinds that a wrong fact of a benchmark can be of."""

type Kinds = Mapping[str, Counter[Kind]]


def main(shared: Path) -> None:
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        _report_articles(shared, Path(folder))
        _report_knowledgenet(shared / "bench" / "knowledgenet", Path(folder) / "knowledgenet")
        _report_plover(shared / "bench" / "plover", Path(folder) / "plover")
    print(f"\n{time.perf_counter() - start:.0f} seconds")


def _report_articles(shared: Path, work: Path) -> None:
    """A row for each article: it is built alone, with the publication date of its gold."""
    documents = []
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        published = gold.get("published")
        options = BuildOptions(published=date.fromisoformat(published) if published else None)
        build([shared / "articles" / gold["document"]], work / path.stem, options=options)
        accepted = ROOT / "tests" / "gold" / "accepted.jsonl"
        documents += evaluate(work / path.stem, [path], accepted=accepted).documents
    evaluation = Evaluation(tuple(documents))
    _head("Articles")
    rows = [(document.document, *document.figures.as_json().values()) for document in documents]
    print_table([("", *evaluation.total.as_json()), *rows, ("total", *evaluation.total.as_json().values())])
    _head("Articles: mistakes by relation and kind")
    by_predicate: dict[str, Counter[Kind]] = defaultdict(Counter)
    for mistake in evaluation.mistakes:
        by_predicate[f"{mistake.predicate or 'entities'} ({_SIDES[mistake.side]})"][mistake.kind] += 1
    print_table(_with_kinds(sorted(by_predicate), by_predicate, tuple(Kind)))


_SIDES = {Side.ENTITY: "missed", Side.MISSED: "missed", Side.WRONG: "wrong"}


def _report_knowledgenet(data: Path, work: Path) -> None:
    gold, scorer = data / "dev.jsonl", data / "score.py"
    built = build_of(gold, work)
    *by_property, total = _scored(scorer, work / "statements.jsonl", gold, "--by-property")
    figures = {line.split()[0]: json.loads(line[line.index("{") :]) for line in by_property}
    figures["total"] = json.loads(total)
    missed, wrong = knowledgenet.mistakes(built, gold, module_at(scorer))
    names = tuple(next(iter(figures.values())))
    _head("KnowledgeNet: figures, missed by kind")
    head, *rows = _with_kinds(list(figures), missed, LACKING)
    print_table([(*head, *names), *((*row, *figures[str(row[0])].values()) for row in rows)])
    _head("KnowledgeNet: wrong by kind")
    print_table(_with_kinds(list(figures), wrong, SPURIOUS))


def _report_plover(data: Path, work: Path) -> None:
    gold, scorer = data / "dev.jsonl", data / "score.py"
    built = build_of(gold, work)
    records, missed = plover.mistakes(built, gold, ROOT / "ontology", module_at(scorer))
    _head("PLOVER: records, missed by kind")
    head, *rows = _with_kinds([*sorted(records), "total"], missed, LACKING)
    records["total"] = records.total()
    print_table([(*head, "records"), *((*row, records[str(row[0])]) for row in rows)])
    print(*_scored(scorer, work / "statements.jsonl", gold, str(ROOT / "ontology")))


def _scored(scorer: Path, *arguments: Path | str) -> list[str]:
    """What the scorer prints, line by line."""
    done = subprocess.run([sys.executable, scorer, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def _with_kinds(names: Sequence[str], counts: Kinds, kinds: Sequence[Kind]) -> list[tuple[object, ...]]:
    """A head and a row for each name, with how many mistakes of each kind it has; `total` has the sum of all."""
    total = sum(counts.values(), start=Counter())
    rows = (
        (name, *((total if name == "total" else counts.get(name, Counter()))[kind] for kind in kinds)) for name in names
    )
    return [("", *(kind.value for kind in kinds)), *rows]


def _head(title: str) -> None:
    print(f"\n{title}\n{'-' * len(title)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
