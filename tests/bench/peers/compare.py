"""onrecord beside two open tools that extract triples from the same texts with the same spaCy model: one table.

    python tests/bench/peers/compare.py PEERS_PYTHON [SHARED]

PEERS_PYTHON is the Python of an environment with `requirements.txt`; SHARED the folder with the development articles
and their gold facts (`../shared` beside the checkout). The example articles make a second table.

One rule for all three. A triple says a fact of the gold if
- its subject and its object name an actor that the gold has there, and
- its relation is, roughly, that of the gold: it is one of the gold's relations by name, or shares a word with what the
  lexicon has for them or with the words of the text that the gold quotes. A bare "is" or "said" counts by the
  words of its object, too.

A passive ("was arrested by") has its ends the other way round. Status, speaker and date do not count, since the peers
have none.

To name an actor means either of two things. *contains*: the name stands somewhere in the phrase. *is*: the phrase is
the name, with at most two words more (a title); only such a phrase can be a node of a graph.

recall: required facts of the gold that some triple says; precision: triples that say a fact of the gold, required or
not; among actors: the same, of those triples alone whose two ends contain actors of the gold.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.building import build
from onrecord.evaluate.gold import ANYTHING, Gold, GoldStatement, read_gold
from onrecord.evaluate.matching import comparable
from onrecord.language.pipeline import pipeline
from onrecord.ontology import load_ontology

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PEERS = ("textacy", "triplet-extract")
TITLE_WORDS = 2
EMPTY_WORDS = frozenset("be have do of in on at by to for with the a an and from as his her its their".split())

SPEECH_WORDS = frozenset(("say", "tell"))
"""What is said stands in the object."""


@dataclass(frozen=True, slots=True)
class Triple:
    """What a system says of two actors, with the words of its relation."""

    document: str
    subject: str
    relation: str
    object: str
    words: frozenset[str]
    is_passive: bool

    @classmethod
    def of(cls, document: str, subject: str, relation: str, object: str) -> Triple:
        """A peer's triple, with the words of its relation read in the sentence that the triple makes."""
        parsed = pipeline()(f"{subject} {relation} {object}")
        start, end = len(subject), len(subject) + 1 + len(relation)
        tokens = [token for token in parsed if start <= token.idx < end]
        words = {token.lemma_.casefold() for token in tokens}
        if not words - EMPTY_WORDS - SPEECH_WORDS:
            words |= {token.lemma_.casefold() for token in parsed if token.idx >= end}
        is_passive = "be" in words and any(token.tag_ == "VBN" for token in tokens)
        return cls(document, subject, relation, object, frozenset(words), is_passive)


@dataclass(frozen=True, slots=True)
class Answer:
    """The triples of a system and the seconds that they took."""

    system: str
    triples: tuple[Triple, ...]
    seconds: float


def main(peers_python: str, shared: Path) -> None:
    sets = {
        "development articles": (shared / "articles", shared / "gold"),
        "example articles": (ROOT / "tests" / "examples" / "articles", ROOT / "tests" / "examples" / "gold"),
    }
    for title, (articles, gold_files) in sets.items():
        golds = [read_gold(path) for path in sorted(gold_files.glob("*.json"))]
        files = [articles / gold.document for gold in golds]
        answers = [_onrecord(files), *(_peer(peers_python, system, files) for system in PEERS)]
        print(f"\n{title}\n")
        _print([_head(), *(_row(answer, golds) for answer in answers)])


def _onrecord(files: Sequence[Path]) -> Answer:
    """The statements of a build as triples; the model is loaded beforehand, as it is for the peers."""
    pipeline()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        build(files, Path(folder) / "out")
        lines = (Path(folder) / "out" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
        seconds = time.perf_counter() - start
    triples = (
        Triple(
            Path(row["document"]).name,
            row["subject"]["name"],
            row["predicate"],
            row["object"].get("name", row["object"].get("value")),
            frozenset(_parts(row["predicate"])),
            is_passive=False,
        )
        for row in map(json.loads, lines)
    )
    return Answer("onrecord", tuple(dict.fromkeys(triples)), seconds)


def _parts(predicate: str) -> list[str]:
    """The words of a relation's local name: signedAgreementWith."""
    return [_lemma(word) for word in re.findall("[A-Z]?[a-z]+", predicate)]


def _peer(python: str, system: str, files: Sequence[Path]) -> Answer:
    command = [python, HERE / "extract.py", system, *files]
    first, *rest = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    triples = (Triple.of(**json.loads(line)) for line in rest)
    return Answer(system, tuple(dict.fromkeys(triples)), json.loads(first)["seconds"])


def _head() -> tuple[str, ...]:
    return "", "triples", "recall (contains)", "precision", "among actors", "recall (is)", "precision", "seconds"


def _row(answer: Answer, golds: Sequence[Gold]) -> tuple[str, ...]:
    """The figures of a system over all articles."""
    loose, strict = Judge(is_strict=False), Judge(is_strict=True)
    of = {gold: [triple for triple in answer.triples if triple.document == gold.document] for gold in golds}
    between = {gold: [triple for triple in triples if loose.is_between(triple, gold)] for gold, triples in of.items()}
    required = sum(statement.is_required for gold in golds for statement in gold.statements)
    total, total_between = (sum(map(len, by_gold.values())) for by_gold in (of, between))
    among = _share(sum(loose.right(triples, gold) for gold, triples in between.items()), total_between)
    return (
        answer.system,
        str(total),
        _share(sum(loose.found(triples, gold) for gold, triples in of.items()), required),
        _share(sum(loose.right(triples, gold) for gold, triples in of.items()), total),
        f"{among} of {total_between}",
        _share(sum(strict.found(triples, gold) for gold, triples in of.items()), required),
        _share(sum(strict.right(triples, gold) for gold, triples in of.items()), total),
        f"{answer.seconds:.1f}",
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


@dataclass(frozen=True, slots=True)
class Judge:
    """The rule, with names that must make up the phrase or may stand anywhere in it."""

    is_strict: bool

    def found(self, triples: Sequence[Triple], gold: Gold) -> int:
        """How many required facts some triple says."""
        required = (statement for statement in gold.statements if statement.is_required)
        return sum(any(self._says(triple, statement, gold) for triple in triples) for statement in required)

    def right(self, triples: Sequence[Triple], gold: Gold) -> int:
        """How many triples say some fact of the gold."""
        return sum(any(self._says(triple, statement, gold) for statement in gold.statements) for triple in triples)

    def _says(self, triple: Triple, pattern: GoldStatement, gold: Gold) -> bool:
        if triple.relation not in pattern.predicate and ANYTHING not in pattern.predicate:
            words = _words_for(pattern.predicate) | _lemmas(pattern.evidence or "")
            if not triple.words & words - EMPTY_WORDS:
                return False
        ends = (triple.object, triple.subject) if triple.is_passive else (triple.subject, triple.object)
        return self._has_ends(*ends, pattern, gold)

    def _has_ends(self, subject: str, object_: str, pattern: GoldStatement, gold: Gold) -> bool:
        is_subject = ANYTHING in pattern.subject or bool(self.actors(subject, gold) & {*pattern.subject})
        is_unknown = pattern.subject_may_be_unknown and not self.actors(subject, gold)
        is_object = ANYTHING in pattern.object or bool(self.actors(object_, gold) & {*pattern.object})
        return (is_subject or is_unknown) and is_object

    def is_between(self, triple: Triple, gold: Gold) -> bool:
        """Whether both ends name actors of the gold."""
        return bool(self.actors(triple.subject, gold) and self.actors(triple.object, gold))

    def actors(self, phrase: str, gold: Gold) -> frozenset[str]:
        """The ids of the gold's actors that the phrase names."""
        words = re.findall(r"\w+", comparable(phrase))
        return frozenset(
            identity
            for name, identity in _names(gold)
            if _is_within(name, words) and (not self.is_strict or len(words) <= len(name) + TITLE_WORDS)
        )


def _is_within(name: Sequence[str], words: Sequence[str]) -> bool:
    return any(words[start : start + len(name)] == list(name) for start in range(len(words) - len(name) + 1))


@cache
def _names(gold: Gold) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(
        (tuple(re.findall(r"\w+", comparable(name))), entity.id) for entity in gold.entities for name in entity.names
    )


@cache
def _words_for(predicates: tuple[str, ...]) -> frozenset[str]:
    """The words of the relations' own names and those that the lexicon has for them."""
    own = {word for predicate in predicates for word in _parts(predicate)}
    return frozenset(own).union(*(_expressions().get(predicate, frozenset()) for predicate in predicates)) - EMPTY_WORDS


@cache
def _expressions() -> Mapping[str, frozenset[str]]:
    """Relation to the words that express it."""
    found: dict[str, set[str]] = {}
    for entry in load_ontology().entries:
        for sense in entry.senses:
            found.setdefault(sense.predicate, set()).update(entry.lemma.casefold().split())
    return {predicate: frozenset(words) for predicate, words in found.items()}


@cache
def _lemmas(text: str) -> frozenset[str]:
    """The words of a quoted stretch that carry its meaning: verbs, nouns and adjectives without names."""
    return (
        frozenset(token.lemma_.casefold() for token in pipeline()(text) if token.pos_ in ("VERB", "NOUN", "ADJ"))
        - EMPTY_WORDS
    )


@cache
def _lemma(word: str) -> str:
    return pipeline()(word.casefold())[0].lemma_


def _print(rows: Sequence[Sequence[str]]) -> None:
    first, *widths = (max(map(len, column)) for column in zip(*rows, strict=True))
    for head, *values in rows:
        print(head.ljust(first), *(value.rjust(width) for value, width in zip(values, widths, strict=True)), sep=" | ")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared")
