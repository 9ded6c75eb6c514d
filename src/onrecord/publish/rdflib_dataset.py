"""The graph for users of rdflib."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset


def to_rdflib(nquads: Path) -> Dataset:
    """The dataset in the N-Quads file; its default graph is the union of the documents' graphs."""
    dataset = Dataset(default_union=True)
    dataset.parse(nquads, format="nquads")
    return dataset
