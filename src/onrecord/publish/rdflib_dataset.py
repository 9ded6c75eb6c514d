"""The graph for users of rdflib."""

from __future__ import annotations

import warnings
from pathlib import Path

from rdflib import Dataset


def to_rdflib(nquads: Path) -> Dataset:
    """The dataset in the N-Quads file; its default graph is the union of the documents' graphs."""
    dataset = Dataset(default_union=True)
    with warnings.catch_warnings(), nquads.open("rb") as file:
        # rdflib 7.6 calls its own deprecated properties while it parses a dataset
        warnings.filterwarnings("ignore", r"Dataset\.\w+ is deprecated", DeprecationWarning)
        dataset.parse(file, format="nquads")
    return dataset
