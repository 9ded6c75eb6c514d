"""A dossier as lines of text for a terminal: pieces with a role that says how to highlight them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model import UNKNOWN_AGENT, Document, DocumentId, EntityId, IdentityLink, Literal, Statement, Status
from onrecord.publish.cards import marked_quote, relation_label, shown
from onrecord.publish.dossier import Dossier
from onrecord.publish.jsonlines import UNKNOWN_AGENT_NAME
from onrecord.publish.lines import MARGIN, Line, Piece, more, section, spaced

MOST_MERGES = 10
"""How many merges are told; an entity of thousands of documents has thousands."""


def dossier_lines(dossier: Dossier) -> Iterator[Line]:
    """The dossier, section by section; an empty line between two, and between two statements."""
    entity = dossier.entity
    yield section("entity", (shown(entity.name), "subject"), (f" ({entity.type.value})", ""))
    yield more((entity.id, "faint"))
    for number, alias in enumerate(entity.aliases):
        yield _listed("also called", number, (shown(alias), ""))
    yield from _identity(dossier)
    for number, (scheme, identifier) in enumerate(sorted(entity.identifiers.items())):
        link = dossier.links.get(scheme)
        yield _listed("identifiers", number, (f"{scheme} {shown(identifier)}", ""), *_faint(link and shown(link)))
    for number, (document, count) in enumerate(dossier.documents):
        yield _listed("documents", number, (_title(document), ""), *_faint(f"{_counted(count, 'mention')}"))
    yield from _statements("statements", dossier.statements, dossier)
    if dossier.claims:
        yield from _statements("says", dossier.claims, dossier)


def _identity(dossier: Dossier) -> Iterator[Line]:
    """Why its names are one's, and whom it may be as well."""
    for number, link in enumerate(dossier.merges[:MOST_MERGES]):
        names = f"{_borne(link.left_name, link.left_document, dossier)} is "
        yield _listed("merged", number, (names + _borne(link.right_name, link.right_document, dossier), ""))
        yield _reasons(link)
    if len(dossier.merges) > MOST_MERGES:
        yield more((f"and {_counted(len(dossier.merges) - MOST_MERGES, 'more merge')}", "faint"))
    for number, link in enumerate(dossier.candidates):
        other = dossier.entities[link.right if link.left == dossier.entity.id else link.left]
        yield _listed("may be", number, ("the same as ", ""), (shown(other.name), "object"), *_faint(other.id))
        yield _reasons(link)


def _borne(name: str, document: DocumentId, dossier: Dossier) -> str:
    """The name with the document, or the reference list, that has it."""
    place = dossier.sources[document].name if document in dossier.sources else document
    return f"{shown(name)} ({shown(place)})"


def _reasons(link: IdentityLink) -> Line:
    return more((f"  {'; '.join(map(shown, link.reasons))}", "faint"))


def _listed(name: str, number: int, *pieces: Piece) -> Line:
    return section(name, *pieces) if number == 0 else more(*pieces)


def _faint(text: str | None) -> list[Piece]:
    return [(f"  {text}", "faint")] if text else []


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _title(document: Document) -> str:
    """What the user calls the document, with its title and day as far as known."""
    title = f": {shown(document.title)}" if document.title else ""
    day = f" ({document.published.isoformat()})" if document.published else ""
    return f"{shown(document.name)}{title}{day}"


def _statements(name: str, statements: Sequence[Statement], dossier: Dossier) -> Iterator[Line]:
    yield []
    yield section(name, (f"{len(statements)}, by date" if statements else "none", ""))
    for statement in statements:
        yield []
        yield from _statement(statement, dossier)


def _statement(statement: Statement, dossier: Dossier) -> Iterator[Line]:
    date, claim = statement.date or "undated", _claim(statement, dossier)
    if len(date) < MARGIN:
        yield section(date, *claim)
    else:
        yield section(date)
        yield more(*claim)
    yield more((_standing(statement, dossier), ""))
    evidence = statement.evidence
    quote = marked_quote(evidence.quote, evidence.start, evidence.subject, evidence.object)
    yield more(("“", ""), *((spaced(text), (roles.split() or [""])[0]) for text, roles in quote), ("”", ""))
    yield more((f"{_title(dossier.sources[statement.document])}; statement {statement.id}", "faint"))


def _claim(statement: Statement, dossier: Dossier) -> Iterator[Piece]:
    object_ = statement.object
    if statement.status is not Status.ASSERTED:
        yield f"{statement.status.value}: ", "heading"  # nobody shall read a charge or a denial as a fact
    yield _name(statement.subject, dossier), "subject"
    yield f" {relation_label(statement.predicate, {})} ", "frame"
    yield shown(object_.value) if isinstance(object_, Literal) else _name(object_, dossier), "object"
    if statement.place:
        yield f", in {_name(statement.place, dossier)}", ""
    if statement.detail:
        yield f"; {shown(statement.detail)}", ""


def _standing(statement: Statement, dossier: Dossier) -> str:
    """How far it is a fact, who says so and who disputes it, and how sure the reading is."""
    said = ", ".join(_name(who, dossier) for who in statement.attributed_to) or "the document"
    against = ", ".join(_name(who, dossier) for who in statement.disputed_by)
    disputed = f"; disputed by {against}" if against else ""
    return f"{statement.status.value} by {said}{disputed}; confidence {statement.confidence:.2f}"


def _name(identity: EntityId, dossier: Dossier) -> str:
    return UNKNOWN_AGENT_NAME if identity == UNKNOWN_AGENT else shown(dossier.entities[identity].name)
