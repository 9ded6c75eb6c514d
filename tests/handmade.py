"""A small graph written by hand: invented names, one statement for each row of the RDF contract."""

from datetime import date

from onrecord.model import (
    UNKNOWN_AGENT,
    Document,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Form,
    KnowledgeGraph,
    Literal,
    Mention,
    Statement,
    StatementId,
    Status,
    stable_hash,
)

FIRST = Document.of(
    "a/first.txt",
    "Ilva Torn met Borsa. She said the Grey Party bribed Borsa. Torn was arrested in 2007. Torn was born in 1960.",
    title='A "quiet" <b>meeting</b>',
    url="https://example.org/first",
    author="Orsolya Vane",
    published=date(2007, 3, 1),
)
SECOND = Document.of("b.txt", "The Greys deny that they paid Torn in Lower Sard.")

TORN, BORSA, GREYS, SARD = (EntityId(name) for name in ("person-torn", "person-borsa", "org-greys", "place-sard"))


def spot(document: Document, words: str, after: int = 0) -> tuple[int, int]:
    """Where the words stand, from the offset on."""
    start = document.text.index(words, after)
    return start, start + len(words)


def statement(
    document: Document, quote: str, subject: str, predicate: str, target: str | Literal, status: Status, **more: object
) -> Statement:
    """A statement on this quote; `spans` has the words for subject and object."""
    start, end = spot(document, quote)
    words = more.pop("spans", (None, None))
    spans = [spot(document, word, start) if word else None for word in words]  # type: ignore[attr-defined]
    identity = StatementId(stable_hash(document.id, str(start), predicate, subject))
    evidence = Evidence(document.id, start, end, quote, *spans)
    return Statement(identity, EntityId(subject), predicate, target, status, evidence, **more)  # type: ignore[arg-type]


def mention(document: Document, words: str, kind: EntityType, form: Form = Form.NAME) -> tuple[str, Mention]:
    """A mention of an entity."""
    start, end = spot(document, words)
    return document.id, Mention(start, end, words, kind, form)


ENTITIES = (
    Entity(GREYS, EntityType.ORGANISATION, "Grey Party", ("Greys",), {"wikidata": "Q1"}, (
        mention(FIRST, "Grey Party", EntityType.ORGANISATION), mention(SECOND, "Greys", EntityType.ORGANISATION))),
    Entity(BORSA, EntityType.PERSON, "Borsa", mentions=(mention(FIRST, "Borsa", EntityType.PERSON),)),
    Entity(TORN, EntityType.PERSON, "Ilva Torn", ("Torn",), {}, (
        mention(FIRST, "Ilva Torn", EntityType.PERSON), mention(SECOND, "Torn", EntityType.PERSON))),
    Entity(SARD, EntityType.COUNTRY, "Lower Sard", (), {"iso3166": "XL"}, (
        mention(SECOND, "Lower Sard", EntityType.COUNTRY),)),
)  # fmt: skip

STATEMENTS = (
    statement(FIRST, "Ilva Torn met Borsa.", TORN, "met", BORSA, Status.ASSERTED, spans=("Ilva Torn", "Borsa")),
    statement(FIRST, "She said the Grey Party bribed Borsa.", GREYS, "bribed", BORSA, Status.REPORTED,
              spans=("Grey Party", "Borsa"), attributed_to=(TORN,), disputed_by=(GREYS,), confidence=0.75),
    statement(FIRST, "Torn was arrested in 2007.", UNKNOWN_AGENT, "arrested", TORN, Status.ASSERTED,
              spans=(None, "Torn"), date="2007"),
    statement(FIRST, "Torn was born in 1960.", TORN, "dateOfBirth", Literal("1960"), Status.ASSERTED,
              spans=("Torn", "1960")),
    statement(SECOND, SECOND.text, GREYS, "paid", TORN, Status.DENIED, spans=("they", "Torn"),
              attributed_to=(GREYS,), place=SARD, detail="in Lower Sard", date="XXXX-01-06"),
)  # fmt: skip

GRAPH = KnowledgeGraph((FIRST, SECOND), ENTITIES, STATEMENTS)
SHUFFLED = KnowledgeGraph((SECOND, FIRST), ENTITIES[::-1], STATEMENTS[::-1])
