"""Branches: links "the local branch of the Acme Foundation" with "Acme-Norway"."""

from __future__ import annotations

from onrecord.language.discourse import Discourse
from onrecord.language.gazetteer import PlaceKind
from onrecord.language.mentions import Span
from onrecord.model import EntityType


def link_branches(discourse: Discourse) -> None:
    """Gives the description of a branch to the organisation whose name is made of the parent's and a country's."""
    for number, span in enumerate(discourse.spans):
        chain = discourse.chain_of[number]
        entry = discourse.lexicon.nouns.get(span.noun or "")
        if (
            chain is None
            or discourse.chains[chain].is_named
            or entry is None
            or span.type is not EntityType.ORGANISATION
        ):
            continue
        if any("self" in sense.subject for sense in entry.senses):
            named = _branch_named(discourse, span)
            if named is not None and named != chain:
                discourse.merge(chain, named)


def _branch_named(discourse: Discourse, span: Span) -> int | None:
    parents = [discourse.at_head.get(token) for token in discourse.owners(span.head)]
    countries = {
        place.country
        for child in discourse.parse.children_by(span.head, "amod", "compound")
        if (place := discourse.places.find(discourse.parse.words[child])) is not None
    }
    for parent in parents:
        above = discourse.chain_of[parent] if parent is not None else None
        if above is None:
            continue
        first_words = {key.split()[0].split("-")[0] for key in discourse.chains[above].keys}
        for number in discourse.of_types({EntityType.ORGANISATION}):
            for key in sorted(discourse.chains[number].keys) if number != above else ():
                words = key.replace("-", " ").split()
                place = discourse.places.find(words[-1])
                is_country = place is not None and place.kind is PlaceKind.COUNTRY
                if words[0] in first_words and place is not None and is_country and countries <= {place.country}:
                    return number
    return None
