"""The files of a project as they are read for a check: what is sound of them, and what is wrong with the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from onrecord.checking.findings import REBUILD, Finding, Kind
from onrecord.checking.rows import ENTITY, LINK, STATEMENT, EntityRow, LinkRow, Numbered, StatementRow, rows_of
from onrecord.errors import InputError
from onrecord.model import Document
from onrecord.publish.exporters import OPEN_FILE
from onrecord.publish.identity import IDENTITY_FILE
from onrecord.publish.reading import DOCUMENTS_FILE
from onrecord.read import jsonlines
from onrecord.read.sources import Source

STATEMENTS_FILE, ENTITIES_FILE = "statements.jsonl", "entities.jsonl"

_FROM_TEXTS = "put the file back from a copy, or build from the articles"


@dataclass(frozen=True, slots=True)
class Loaded:
    """The lines that have the right form, documents by name, and a finding for each other line or file.

    Of documents of one name the first is here, and so is a finding.
    """

    documents: Mapping[str, Document]
    entities: tuple[Numbered[EntityRow], ...]
    statements: tuple[Numbered[StatementRow], ...]
    open_statements: tuple[Numbered[StatementRow], ...]
    links: tuple[Numbered[LinkRow], ...]
    findings: tuple[Finding, ...]

    @property
    def all_statements(self) -> tuple[Numbered[StatementRow], ...]:
        """Those with a relation, then the open ones."""
        return self.statements + self.open_statements

    @property
    def entity_rows(self) -> dict[str, EntityRow]:
        """The entities by id."""
        return {numbered.row["id"]: numbered.row for numbered in self.entities}

    @property
    def has_all_referred_to(self) -> bool:
        """Whether no document and no entity is missing here because its line cannot be read."""
        broken = {finding.file for finding in self.findings if finding.kind is not Kind.DUPLICATE}
        return not broken & {DOCUMENTS_FILE, ENTITIES_FILE}


def load(folder: Path) -> Loaded:
    """Reads the JSON lines of the project in the folder."""
    findings: list[Finding] = []
    documents: dict[str, Document] = {}
    for outcome in _documents(folder / DOCUMENTS_FILE):
        if isinstance(outcome, Finding):
            findings.append(outcome)
        else:
            documents[outcome.name] = outcome
    is_open = (folder / OPEN_FILE).exists()
    return Loaded(
        documents,
        entities=_sound(folder / ENTITIES_FILE, ENTITY, findings),
        statements=_sound(folder / STATEMENTS_FILE, STATEMENT, findings),
        open_statements=_sound(folder / OPEN_FILE, STATEMENT, findings) if is_open else (),
        links=_sound(folder / IDENTITY_FILE, LINK, findings),
        findings=tuple(findings),
    )


def unreadable(path: Path, why: object, mend: str = REBUILD) -> Finding:
    """The finding about a file that cannot be read."""
    return Finding(Kind.FILE, path.name, "", f"cannot be read ({why})", mend)


def _sound[Row](path: Path, form: TypeAdapter[Row], findings: list[Finding]) -> tuple[Numbered[Row], ...]:
    """The sound lines of the file; what is wrong with others goes to the findings."""
    kept = []
    try:
        for outcome in rows_of(path, form):
            if isinstance(outcome, Finding):
                findings.append(outcome)
            else:
                kept.append(outcome)
    except OSError as error:
        findings.append(unreadable(path, error.strerror))
    return tuple(kept)


def _documents(path: Path) -> Iterator[Document | Finding]:
    seen: set[str] = set()
    for place, outcome in jsonlines.read(Source(path, path.name), None):
        line = place.rpartition(", ")[2] if ", line " in place else ""
        if isinstance(outcome, InputError):
            what = str(outcome).removeprefix(place).removeprefix(": ").partition("; ")[0]
            yield Finding(Kind.LINE if line else Kind.FILE, path.name, line, what, _FROM_TEXTS)
        elif outcome.name in seen:
            yield Finding(Kind.DUPLICATE, path.name, line, f"a second document {outcome.name}", "remove one of the two")
        else:
            seen.add(outcome.name)
            yield outcome
