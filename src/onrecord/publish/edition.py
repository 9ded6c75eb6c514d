"""What the writers need to know beside the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.store.vocabulary import DATA


@dataclass(frozen=True, slots=True)
class Edition:
    """How a graph is published: where its IRIs lie, what made it, what its relations are called, what failed.

    `has_open`: whether open statements were asked for.
    """

    ontology_digest: str
    model: str
    base: str = DATA
    labels: Mapping[str, str] = field(default_factory=dict)
    failures: tuple[str, ...] = ()
    has_open: bool = False

    def label(self, predicate: str) -> str:
        """What people call the relation; its local name where the ontology gives no label."""
        return self.labels.get(predicate, predicate)
