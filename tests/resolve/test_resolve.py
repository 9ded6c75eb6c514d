"""Resolution: one actor one node, whatever the order of the documents."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.known_actors import KnownActors
from onrecord.model import Analysis, Document, EntityId, EntityType, Form, LocalEntity, Mention, stable_hash
from onrecord.resolve import resolve

NAMES = ["Ada Okoro", "Ada Okorro", "Okoro", "Ben Okoro", "Lena Sand", "Sand", "Viktor Ivanenko", "Victor Ivanenko"]


def analysis(number: int, names: list[str]) -> Analysis:
    document = Document.of(f"{number}.txt", f"text {number}")
    entities = tuple(
        LocalEntity(
            EntityId(stable_hash(document.id, str(at))),
            EntityType.PERSON,
            name,
            (Mention(at, at + 1, "x", EntityType.PERSON, Form.NAME),),
        )
        for at, name in enumerate(names)
    )
    return Analysis(document, entities, ())


def groups(analyses) -> set[frozenset[str]]:
    graph = resolve(analyses, KnownActors.none())
    return {frozenset((entity.name, *entity.aliases)) for entity in graph.entities}


def test_spellings_and_surnames_join():
    found = groups([analysis(1, ["Viktor Ivanenko"]), analysis(2, ["Victor Ivanenko"]), analysis(3, ["Ivanenko"])])
    assert found == {frozenset({"Viktor Ivanenko", "Victor Ivanenko", "Ivanenko"})}


def test_an_ambiguous_surname_stays_apart():
    found = groups([analysis(1, ["Ada Okoro"]), analysis(2, ["Ben Okoro"]), analysis(3, ["Okoro"])])
    assert found == {frozenset({"Ada Okoro"}), frozenset({"Ben Okoro"}), frozenset({"Okoro"})}


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), min_size=1, max_size=6), st.randoms())
def test_order_does_not_matter(documents, random):
    analyses = [analysis(number, names) for number, names in enumerate(documents)]
    shuffled = random.sample(analyses, len(analyses))
    assert resolve(analyses, KnownActors.none()) == resolve(shuffled, KnownActors.none())
