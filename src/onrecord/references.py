"""The reference lists of a project: one table of known actors in its folder, merged from lists of others."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import InputError, OptionError, ProjectError
from onrecord.identifiers import ISO3166, text_of
from onrecord.known_actors import COLUMNS, KnownActor, actor_of, require_head
from onrecord.model import EntityType
from onrecord.read.references import Reference, Skipped

REFERENCES_FILE = "references.csv"

_HEAD = (*COLUMNS, "source")


@dataclass(frozen=True, slots=True)
class Merged:
    """The actors of a project after lists were added, and what became of each line of these lists.

    `added` and `replaced` count by type, `skipped` by reason; `failures` are the lines that could not be read.
    """

    actors: tuple[KnownActor, ...]
    added: Counter[EntityType]
    replaced: Counter[EntityType]
    skipped: Counter[str]
    failures: tuple[InputError, ...]


def merged(actors: Iterable[KnownActor], lines: Iterable[tuple[str, Reference]]) -> Merged:
    """The actors with those of new lists, whose lines come with the names of their sources.

    An actor takes the place of those of the same source that share an identifier with it; without any identifier, of
    the one of the same type, name and date of birth.
    """
    kept: dict[int, KnownActor] = {}
    places: dict[Hashable, int] = {}
    for number, actor in enumerate(actors):
        kept[number] = actor
        places.update(dict.fromkeys(_keys_of(actor), number))
    added, replaced = Counter[EntityType](), Counter[EntityType]()
    skipped, failures = Counter[str](), list[InputError]()
    number = len(kept)
    for source, line in lines:
        if isinstance(line, InputError):
            failures.append(line)
        elif isinstance(line, Skipped):
            skipped[line.reason] += 1
        else:
            actor = replace(line, source=source)
            keys = _keys_of(actor)
            former = {places[key] for key in keys if key in places} & kept.keys()
            for place in former:
                del kept[place]
            kept[number] = actor
            places.update(dict.fromkeys(keys, number))
            (replaced if former else added)[actor.type] += 1
            number += 1
    return Merged(tuple(kept.values()), added, replaced, skipped, tuple(failures))


def _keys_of(actor: KnownActor) -> Sequence[Hashable]:
    if actor.identifiers:
        own = [identifier for identifier in actor.identifiers if identifier[0] != ISO3166]  # states may share a code
        return [(actor.source, *identifier) for identifier in own or actor.identifiers]
    return [(actor.source, actor.type, actor.name, actor.born)]


def read_references(folder: Path) -> tuple[KnownActor, ...]:
    """The actors of the project's reference lists; none if it has no list. Raises ProjectError for a broken file."""
    path = folder / REFERENCES_FILE
    if not path.exists():
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(_actors(csv.DictReader(file), path))
    except OptionError as error:
        raise ProjectError(f"{error}; mend the line or remove it") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ProjectError(f"{path}: cannot be read ({error}); remove it and add the lists anew") from error


def _actors(reader: csv.DictReader[str], path: Path) -> Iterator[KnownActor]:
    require_head(reader.fieldnames, f"{path}, line 1")
    for row in reader:
        source = (row.get("source") or "").strip()
        yield actor_of(row, f"{path}, line {reader.line_num}", source or REFERENCES_FILE)


def write_references(folder: Path, actors: Sequence[KnownActor]) -> None:
    """Writes the actors, sorted, in place of the former ones; without actors the file is removed.

    Raises ProjectError where the folder cannot be written; then the former file is as it was.
    """
    path = folder / REFERENCES_FILE
    work = folder.with_name(f".{folder.name}.{REFERENCES_FILE}-{os.getpid()}")
    try:
        if not actors:
            path.unlink(missing_ok=True)
            return
        folder.mkdir(parents=True, exist_ok=True)
        with work.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(_HEAD)
            writer.writerows(sorted(map(_row_of, actors)))
        work.replace(path)
    except OSError as error:
        raise ProjectError(f"{path}: cannot be written ({error.strerror}); check space and permissions") from error
    finally:
        work.unlink(missing_ok=True)


def _row_of(actor: KnownActor) -> tuple[str, ...]:
    return (
        actor.name,
        actor.type.value,
        ";".join(actor.aliases),
        ";".join(map(text_of, actor.identifiers)),
        actor.born or "",
        ";".join(actor.countries),
        actor.source or "",
    )
