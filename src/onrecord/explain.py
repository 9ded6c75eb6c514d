"""Why a statement is in the graph: everything that the analysis of its document based it on, found again.

The analysis is a pure function of the text, so nothing of this is stored: the document is read once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.extract.cast import Actor
from onrecord.extract.confidence import WEIGHTS
from onrecord.extract.open_edges import OPEN
from onrecord.extract.paths import Paths, tree
from onrecord.extract.statements import Finding, traced
from onrecord.known_actors import KnownActors
from onrecord.language.dates import DateMention
from onrecord.language.reading import Reading, read_all
from onrecord.model import UNKNOWN_AGENT, Analysis, Document, EntityId, Form, Statement, StatementId, Status
from onrecord.ontology import Ontology
from onrecord.ontology.lexicon import Entry


@dataclass(frozen=True, slots=True)
class Frame:
    """The lexical entry that fits, where it stands, and the frame: which arguments of the word are the two ends.

    An open statement has no `entry` and no `place`, and its words are the `word`.
    `claimed` is the relation of the frame where the statement's own was made from it: by an expert's role, by what the
    object is, or because the claim of a wrong accuses.
    """

    entry: str
    place: str
    word: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    claimed: str | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """A word of the dependency path with its depth below the topmost, its label, and its role, if it has one."""

    word: str
    depth: int
    label: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Referent:
    """The mentions that say whom the subject or object means: from a name on to the mention in the sentence."""

    role: str
    mentions: tuple[tuple[int, str, Form], ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A word that bears on the status, and the status that it gives to what it governs."""

    word: str
    start: int
    status: Status


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a statement rests on. `date` is the text of the date with its offset; `speech` what introduces a speaker's
    words; `grounds` are those of the confidence, with the log-odds that they add. Offsets are code points in the
    document's text."""

    document: Document
    statement: Statement
    names: Mapping[EntityId, str]
    frame: Frame
    path: tuple[Branch, ...]
    referents: tuple[Referent, ...]
    reasons: tuple[Reason, ...]
    speech: str | None
    date: tuple[int, str] | None
    grounds: tuple[tuple[str, float], ...]


def explain(document: Document, identity: StatementId, ontology: Ontology, known: KnownActors) -> Explanation | None:
    """Why the document makes the statement; None if it makes no such statement."""
    for reading in read_all([document], ontology, known):
        analysis, findings = traced(reading, ontology, keep_open=True)
        for finding in findings:
            if finding.statement.id == identity:
                return _explanation(reading, analysis, finding, ontology)
    return None


def _explanation(reading: Reading, analysis: Analysis, finding: Finding, ontology: Ontology) -> Explanation:
    claim, when = finding.claim, finding.when
    parse, context = reading.parse, claim.context
    return Explanation(
        document=reading.document,
        statement=finding.statement,
        names={entity.id: entity.name for entity in analysis.entities} | {UNKNOWN_AGENT: "unknown agent"},
        frame=_frame(reading, finding, ontology),
        path=tuple(_path(reading, finding)),
        referents=tuple(_referents(reading, finding, analysis)),
        reasons=tuple(_reasons(reading, finding)),
        speech=parse.words[context.speech] if context.speech is not None and context.speaker else None,
        date=(when.start, reading.document.text[when.start : when.end]) if when is not None else None,
        grounds=tuple((ground.value, WEIGHTS[ground]) for ground in finding.grounds),
    )


def _frame(reading: Reading, finding: Finding, ontology: Ontology) -> Frame:
    match = finding.claim.match
    sense = match.sense
    if sense.entry == OPEN:
        return Frame("", "", match.predicate, sense.subject, sense.object)
    entry = next((entry for entry in ontology.entries if entry.id == sense.entry), Entry(sense.entry, "", ""))
    return Frame(
        entry=f"lex:{entry.id}",
        place=ontology.place(entry.id) or str(ontology.folder),
        word=" ".join(
            filter(None, (entry.lemma or entry.part_of_speech, sense.particle, "/".join(sense.fixed_objects)))
        ),
        subject=sense.subject,
        object=sense.object,
        claimed=sense.predicate if sense.predicate != match.predicate else None,
    )


def _path(reading: Reading, finding: Finding) -> Iterator[Branch]:
    """The words that lead from the frame's word to the two ends, as a tree."""
    parse, match, paths = reading.parse, finding.claim.match, Paths(reading)
    roles = {match.trigger: "frame"}
    for role, end in _ends(finding):
        head = paths.head(end) if end is not None else None
        if head is not None:
            roles[head] = f"{roles[head]}, {role}" if head in roles else role
    for token, depth in tree(parse, roles):
        yield Branch(parse.words[token], depth, parse.deps[token] if depth else parse.tags[token], roles.get(token, ""))


def _ends(finding: Finding) -> tuple[tuple[str, Actor | DateMention | None], ...]:
    match = finding.claim.match
    return ("subject", match.subject), ("object", match.object or match.date)


def _referents(reading: Reading, finding: Finding, analysis: Analysis) -> Iterator[Referent]:
    """For each actor the mentions from the last name before the one in the sentence; from its first mention if none."""
    statement = finding.statement
    for (role, end), identity in zip(_ends(finding), (statement.subject, statement.object), strict=True):
        if not isinstance(end, Actor):
            continue
        entity = next(entity for entity in analysis.entities if entity.id == identity)
        before = [mention for mention in entity.mentions if mention.start <= end.start]
        names = [at for at, mention in enumerate(before[:-1]) if mention.form is Form.NAME]
        first = names[-1] if names else 0
        shown = [(mention.start, mention.text, mention.form) for mention in before[first:]]
        here = (end.start, reading.document.text[end.start : end.end], end.form)
        if not shown or shown[-1][0] != end.start:
            shown.append(here)
        yield Referent(role, tuple(shown))


def _reasons(reading: Reading, finding: Finding) -> Iterator[Reason]:
    """The words that the status comes from, innermost first; none for what the document says in its own voice."""
    parse, claim = reading.parse, finding.claim
    if claim.match.sense.status is not Status.ASSERTED and not claim.is_implied:
        trigger = claim.match.trigger
        yield Reason(parse.words[trigger], parse.starts[trigger], claim.match.sense.status)
    for word, status in claim.context.reasons:
        yield Reason(parse.words[word], parse.starts[word], status)
