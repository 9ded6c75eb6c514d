"""Actors of reference lists as profiles: they take part in resolution as if a document of their own told of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.identifiers import text_of
from onrecord.known_actors import KnownActor, KnownActors
from onrecord.model import EntityId, EntityType, LocalEntity, stable_hash
from onrecord.resolve.names import comparable
from onrecord.resolve.surroundings import Corpus, Profile, Surroundings


def add_references(corpus: Corpus, known: KnownActors) -> None:
    """Adds a profile for each actor of a list who has a name that the corpus knows, with its countries and birth."""
    names = {(profile.entity.type, name) for profile in corpus.profiles for name in profile.names}
    for actor in known.actors:
        if actor.source is not None:
            corpus.profiles.extend(_profile(actor, corpus, names))
    corpus.profiles.sort(key=lambda profile: profile.entity.id)


def _profile(actor: KnownActor, corpus: Corpus, known_names: Collection[tuple[EntityType, str]]) -> Iterator[Profile]:
    names = tuple(dict.fromkeys(map(comparable, actor.names)))
    if not any((actor.type, name) in known_names for name in names):
        return
    identity = stable_hash(actor.source or "", actor.type, actor.name, *map(text_of, actor.identifiers))
    entity = LocalEntity(
        EntityId(identity), actor.type, actor.name, (), identifiers=dict(actor.identifiers), aliases=actor.aliases
    )
    corpus.surroundings.append(Surroundings((), frozenset()))
    yield Profile(
        entity,
        document=len(corpus.surroundings) - 1,
        names=names,
        homes=frozenset(actor.countries),
        born=actor.born,
        source=actor.source,
    )
