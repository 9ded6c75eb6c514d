"""What saying is when experts do it: an analyst's statement is an analysis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extract.frames import Match
from onrecord.language.reading import Reading
from onrecord.model import Status
from onrecord.ontology import Ontology
from onrecord.ontology.lexicon import Lexicon


def with_expertise(matches: Iterable[Match], reading: Reading, ontology: Ontology) -> Iterator[Match]:
    """The matches, with what experts say about a topic made what their role or their institute makes of it.

    Of everybody else, topics that are merely named in what they say are left out.
    """
    everything = list(matches)
    lexicon = ontology.lexicon
    speaks_as: dict[int, str] = {}
    for number, chain in enumerate(reading.chains):
        found = _role(sorted(chain.nouns), lexicon)
        if found is not None:
            speaks_as[number] = found
    for match in everything:
        if match.is_background and match.subject is not None and match.object is not None:
            words = [key.split()[-1] for key in sorted(reading.chains[match.object.chain].keys)]
            words += [word for key in sorted(reading.chains[match.object.chain].keys) for word in key.split()]
            found = _role(words, lexicon)
            if found is not None and match.subject.chain not in speaks_as:
                speaks_as[match.subject.chain] = found
    for match in everything:
        relation = speaks_as.get(match.subject.chain) if match.subject is not None else None
        if "topic" in match.sense.object and relation is not None and not _denies(match, lexicon):
            yield replace(match, predicate=relation)
        elif not match.is_loose:
            yield match


def _role(nouns: Iterable[str], lexicon: Lexicon) -> str | None:
    for noun in nouns:
        entry = lexicon.nouns.get(noun)
        if entry is not None and entry.speaks_as:
            return entry.speaks_as
    return None


def _denies(match: Match, lexicon: Lexicon) -> bool:
    entry = next((e for e in lexicon.verbs.values() if e.id == match.sense.entry), None)
    return entry is not None and any(embedding.status is Status.DENIED for embedding in entry.embeddings)
