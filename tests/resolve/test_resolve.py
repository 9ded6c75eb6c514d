"""Resolution: one actor one node, whatever the order of the documents."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.known_actors import KnownActors
from onrecord.model import Analysis, Document, EntityId, EntityType, Form, LocalEntity, Mention, stable_hash
from onrecord.ontology import load_ontology
from onrecord.resolve import resolve, vocabulary_of

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


WORDS = vocabulary_of(load_ontology())

COUNTRIES = [("Norway", "NO"), ("Peru", "PE"), ("Kenya", "KE")]
ACTORS = [
    (EntityType.PERSON, name)
    for name in ("Serhiy Bondarenko", "Sergei Bondarenko", "S. Bondarenko", "Bondarenko", "Kari Moen", "Kari Ann Moen")
] + [
    (EntityType.ORGANISATION, name)
    for name in ("Justice Ministry", "Ministry of Justice", "Green Party", "Green Party of Kenya", "Fjord Media", "GP")
]
SCENES = st.tuples(
    st.lists(st.sampled_from(ACTORS), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(COUNTRIES), max_size=2, unique=True),
)


def scene(number: int, actors: list[tuple[EntityType, str]], countries: list[tuple[str, str]]) -> Analysis:
    document = Document.of(f"{number}.txt", f"text {number}")
    told = [(kind, name, {}) for kind, name in actors]
    told += [(EntityType.COUNTRY, name, {"iso3166": code}) for name, code in countries]
    entities = tuple(
        LocalEntity(
            EntityId(stable_hash(document.id, str(at))),
            kind,
            name,
            (Mention(at, at + 1, "x", kind, Form.NAME),),
            identifiers=identifiers,
        )
        for at, (kind, name, identifiers) in enumerate(told)
    )
    return Analysis(document, entities, ())


@settings(max_examples=60, deadline=None)
@given(st.lists(SCENES, min_size=2, max_size=7), st.randoms())
def test_surroundings_and_reasons_do_not_depend_on_the_order(scenes, random):
    analyses = [scene(number, *told) for number, told in enumerate(scenes)]
    shuffled = random.sample(analyses, len(analyses))
    whole = resolve(analyses, KnownActors.none(), vocabulary=WORDS)
    assert whole == resolve(shuffled, KnownActors.none(), vocabulary=WORDS)
    assert {member for entity in whole.entities for member in entity.mentions} == {
        (analysis.document.id, mention)
        for analysis in analyses
        for entity in analysis.entities
        for mention in entity.mentions
    }


def test_a_ministry_is_that_of_its_country():
    ministry = (EntityType.ORGANISATION, "Justice Ministry")
    other = (EntityType.ORGANISATION, "Ministry of Justice")
    norway, peru = ("Norway", "NO"), ("Peru", "PE")
    graph = resolve(
        [scene(1, [ministry], [norway]), scene(2, [other], [norway]), scene(3, [ministry], [peru])],
        KnownActors.none(),
        vocabulary=WORDS,
    )
    found = sorted(len(e.mentions) for e in graph.entities if e.type is EntityType.ORGANISATION)
    assert found == [1, 2]


def test_namesakes_of_other_countries_without_common_company_stay_apart_and_are_offered():
    kari = (EntityType.PERSON, "Kari Moen")
    graph = resolve(
        [scene(1, [kari], [("Norway", "NO")]), scene(2, [kari], [("Peru", "PE")])], KnownActors.none(), vocabulary=WORDS
    )
    assert sum(entity.type is EntityType.PERSON for entity in graph.entities) == 2
    assert [link.left_name for link in graph.candidates] == ["Kari Moen"]
    assert "in news of different countries" in graph.candidates[0].reasons


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), min_size=1, max_size=6), st.randoms())
def test_order_does_not_matter(documents, random):
    analyses = [analysis(number, names) for number, names in enumerate(documents)]
    shuffled = random.sample(analyses, len(analyses))
    assert resolve(analyses, KnownActors.none()) == resolve(shuffled, KnownActors.none())


def test_a_country_that_is_only_implied_is_kept():
    norway = LocalEntity(EntityId("no"), EntityType.COUNTRY, "Norway", (), identifiers={"iso3166": "NO"})
    graph = resolve([Analysis(Document.of("1.txt", "text"), (norway,), ())], KnownActors.none())
    assert [entity.name for entity in graph.entities] == ["Norway"]
