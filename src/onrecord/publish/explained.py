"""An explanation as lines of text for a terminal: pieces with a role that says how to highlight them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.explain import Branch, Explanation
from onrecord.model import EntityId, Literal, Status
from onrecord.publish.cards import marked_quote, relation_label, shown
from onrecord.publish.lines import Line, more, section, spaced

_BRACKETS = {"subject": ("[", "]₁"), "object": ("[", "]₂")}
_MEANS = {
    Status.ASSERTED: "the document says so in its own voice",
    Status.REPORTED: "a source says so",
    Status.ALLEGED: "somebody is accused or suspected, or the wording hedges",
    Status.POSSIBLE: "it may be, or depends on a condition",
    Status.PLANNED: "it is announced, intended or due",
    Status.DENIED: "a source says that it is not so",
    Status.NEGATED: "the document says that it is not so",
}


def lines_of(explanation: Explanation) -> Iterator[Line]:
    """The explanation, section by section; an empty line between two."""
    sections = (_claim, _sentence, _frame, _path, _referents, _status, _date, _confidence)
    for number, told in enumerate(sections):
        if number:
            yield []
        yield from told(explanation)


def _claim(explanation: Explanation) -> Iterator[Line]:
    statement = explanation.statement
    yield section(
        "statement",
        (shown(_name(statement.subject, explanation)), "subject"),
        (f" {relation_label(statement.predicate, {})} ", "frame"),
        (shown(_name(statement.object, explanation)), "object"),
    )
    if statement.detail:
        yield more((f"detail: {shown(statement.detail)}", ""))


def _name(end: EntityId | Literal, explanation: Explanation) -> str:
    return end.value if isinstance(end, Literal) else explanation.names[end]


def _sentence(explanation: Explanation) -> Iterator[Line]:
    """The quote with its two mentions in brackets, ]₁ the subject's, ]₂ the object's."""
    evidence = explanation.statement.evidence
    pieces: Line = []
    for text, roles in marked_quote(evidence.quote, evidence.start, evidence.subject, evidence.object):
        words = spaced(text)
        role = roles.split()[0] if roles else ""
        opened, closed = _BRACKETS.get(role, ("", ""))
        pieces.append((f"{opened}{words}{closed}", role))
    yield section("sentence", *pieces)
    yield more((f"{shown(explanation.document.name)}, characters {evidence.start} to {evidence.end}", "faint"))


def _frame(explanation: Explanation) -> Iterator[Line]:
    frame, statement = explanation.frame, explanation.statement
    if not frame.entry:
        yield section("frame", (f"none covers “{shown(frame.word)}”: an open statement", ""))
        return
    yield section("frame", (shown(frame.word), "frame"), (f" ({frame.entry})", ""))
    ends = f"subject from {' or '.join(frame.subject)}, object from {' or '.join(frame.object)}"
    yield more((f"onr:{frame.claimed or statement.predicate}: {ends}", ""))
    if frame.claimed:
        yield more((f"onr:{statement.predicate} follows from onr:{frame.claimed} and who says it of whom", ""))
    yield more((frame.place, "faint"))


def _path(explanation: Explanation) -> Iterator[Line]:
    for number, line in enumerate(drawn(explanation.path)):
        yield section("path", *line) if number == 0 else more(*line)


def drawn(path: Sequence[Branch]) -> Iterator[Line]:
    """The tree with box-drawing lines, a word a line."""
    is_last: list[bool] = []
    for at, branch in enumerate(path):
        later = (other.depth for other in path[at + 1 :])
        following = next((depth for depth in later if depth <= branch.depth), -1)
        del is_last[branch.depth :]
        is_last.append(following < branch.depth or branch.depth == 0)
        trunk = "".join("   " if last else "│  " for last in is_last[1 : branch.depth])
        fork = ("└─ " if is_last[branch.depth] else "├─ ") if branch.depth else ""
        role = branch.role.split(", ")[0]
        named = f"  ← {branch.role}" if branch.role else ""
        yield [(trunk + fork, "faint"), (shown(branch.word), role), (f" {branch.label}", "faint"), (named, "")]


def _referents(explanation: Explanation) -> Iterator[Line]:
    statement = explanation.statement
    for referent in explanation.referents:
        value = statement.subject if referent.role == "subject" else statement.object
        pieces: Line = [(shown(_name(value, explanation)), referent.role)]
        mentions = [f"{shown(text)} ({form.value}, at {start})" for start, text, form in referent.mentions]
        pieces.extend((f"{' ← ' if number else ': '}{mention}", "") for number, mention in enumerate(mentions))
        yield section(referent.role, *pieces)


def _status(explanation: Explanation) -> Iterator[Line]:
    statement = explanation.statement
    yield section("status", (f"{statement.status.value}: {_MEANS[statement.status]}", ""))
    for reason in explanation.reasons:
        yield more((f"“{shown(reason.word)}” (at {reason.start}) makes it {reason.status.value}", ""))
    if statement.attributed_to:
        who = ", ".join(shown(explanation.names[speaker]) for speaker in statement.attributed_to)
        word = f", by “{shown(explanation.speech)}”" if explanation.speech else ""
        yield section("speaker", (f"{who}{word}", ""))
    if statement.disputed_by:
        who = ", ".join(shown(explanation.names[opponent]) for opponent in statement.disputed_by)
        yield section("disputed by", (who, ""))


def _date(explanation: Explanation) -> Iterator[Line]:
    statement = explanation.statement
    if explanation.date is None:
        yield section("date", ("none: no date belongs to the clause", ""))
        return
    start, text = explanation.date
    published = explanation.document.published
    counted = f"; the text is of {published.isoformat()}" if published else "; the text has no date of publication"
    yield section("date", (f"{statement.date}, from “{shown(text)}” (at {start}){counted}", ""))


def _confidence(explanation: Explanation) -> Iterator[Line]:
    odds = sum(weight for _, weight in explanation.grounds)
    yield section("confidence", (f"{explanation.statement.confidence:.2f}, from log-odds of {odds:.2f}:", ""))
    for ground, weight in explanation.grounds:
        yield more((f"{weight:+.2f}  {ground}", ""))
