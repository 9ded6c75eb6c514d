"""Checks an ontology folder: what the extractor could not use, with file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import OntologyError
from onrecord.model import EntityType, Status
from onrecord.ontology.load import FILES
from onrecord.ontology.predicates import Predicate, ancestors, read_classes, read_predicates
from onrecord.ontology.tables import read_countries, read_genders
from onrecord.ontology.terms import ARG, LEXINFO, ONR, ONTOLEX, RDF, RDFS, SKOS, SYNSEM, Index, Node, local

PARTS_OF_SPEECH = frozenset(
    "verb noun properNoun adjective adverb modal conjunction determiner pronoun preposition".split()
)
PLOVER_EVENTS = frozenset(
    "ACCUSE AGREE AID ASSAULT COERCE CONCEDE CONSULT COOPERATE "
    "MOBILIZE PROTEST REJECT REQUEST RETREAT SANCTION SUPPORT THREATEN".split()
)
CAMEO_ROOTS = frozenset(f"{number:02}" for number in range(1, 21))
_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
_VERB_ONLY = frozenset({"subject", "directObject", "indirectObject", "objectPossessor", "topic"})
_NOUN_ONLY = frozenset({"self", "possessor", "modifier"})


def check(folder: Path) -> list[str]:
    """What is wrong in the folder, one line a finding, each with file and line; empty when all is well."""
    index = Index()
    try:
        for name in FILES:
            index.read(folder / name)
        read_genders(folder)
        list(read_countries(folder))
    except OntologyError as error:
        return [str(error)]
    predicates = read_predicates(index)
    classes = frozenset(read_classes(index))
    findings = [*_relations(index, predicates), *_entries(index, predicates, classes)]
    return sorted(set(findings), key=findings.index)


def _relations(index: Index, predicates: dict[str, Predicate]) -> Iterator[str]:
    expressed = _expressed(index, predicates)
    for node in index.subjects():
        if "Relation" not in index.texts(node, RDF + "type"):
            continue
        place, predicate = index.place(node), predicates[local(node)]
        if not predicate.definition:
            yield f"{place}: onr:{predicate.name} has no skos:definition; say in a sentence what it means"
        if predicate.name not in expressed:
            yield (
                f"{place}: onr:{predicate.name} has no word; add an entry to lexicon.ttl "
                f"with ontolex:sense [ ontolex:reference onr:{predicate.name} ; ... ]"
            )
        for message in _alignment(index, node):
            yield f"{place}: onr:{predicate.name} {message}"
        for part in ("domain", "range"):
            if not index.values(node, RDFS + part):
                yield f"{place}: onr:{predicate.name} has no rdfs:{part}"
        for parent in predicate.parents:
            if parent not in predicates:
                yield f"{place}: super-property onr:{parent} of onr:{predicate.name} is no onr:Relation"


def _expressed(index: Index, predicates: dict[str, Predicate]) -> set[str]:
    """The relations that words can lead to: by a sense, by what a claim or a role implies, or from one below."""
    named = {name for predicate in predicates.values() for name in (predicate.claim_implies,) if name}
    for node in index.subjects():
        named |= {*index.texts(node, ONTOLEX + "reference"), *index.texts(node, ONR + "speaksAs")}
    named |= {p.name for p in predicates.values() if p.object_nouns and named & set(p.parents)}
    return {above for name in named for above in ancestors(name, predicates)}


def _alignment(index: Index, node: Node) -> Iterator[str]:
    """What is amiss in a relation's links to other vocabularies; it needs one, or a type of political event."""
    events, roots = set(index.texts(node, ONR + "ploverEvent")), set(index.texts(node, ONR + "cameoRoot"))
    for event in sorted(events - PLOVER_EVENTS):
        yield f'has onr:ploverEvent "{event}"; it must be one of {", ".join(sorted(PLOVER_EVENTS))}'
    for root in sorted(roots - CAMEO_ROOTS):
        yield f'has onr:cameoRoot "{root}"; it must be a root code from "01" to "20"'
    if events and not roots:
        yield "has onr:ploverEvent without onr:cameoRoot; add the root code of CAMEO"
    if roots and not events:
        yield f"has onr:cameoRoot without onr:ploverEvent; add one of {', '.join(sorted(PLOVER_EVENTS))}"
    links = (link for match in _MATCHES for link in index.values(node, SKOS + match))
    if not events and not roots and not any(not str(getattr(link, "value", "")).startswith(ONR) for link in links):
        yield (
            "has no alignment; add skos:closeMatch or skos:broadMatch with a term of schema.org, FOAF, ORG or Wikidata "
            "to alignments.ttl, or onr:ploverEvent and onr:cameoRoot to the relation"
        )


def _entries(index: Index, predicates: dict[str, Predicate], classes: frozenset[str]) -> Iterator[str]:
    seen: dict[tuple[str, str], str] = {}
    for node in index.subjects():
        if "LexicalEntry" not in index.texts(node, RDF + "type"):
            continue
        name, place = local(node), index.place(node)
        part = index.text(node, LEXINFO + "partOfSpeech") or ""
        forms = index.values(node, ONTOLEX + "canonicalForm")
        lemma = index.text(forms[0], ONTOLEX + "writtenRep") if forms else None
        if not lemma:
            yield f"{place}: lex:{name} has no ontolex:canonicalForm with an ontolex:writtenRep"
        if part not in PARTS_OF_SPEECH:
            known = ", lexinfo:".join(sorted(PARTS_OF_SPEECH))
            yield f"{place}: lex:{name} has part of speech {part!r}; use one of lexinfo:{known}"
        key = (lemma or name, part)
        if key in seen:
            yield f"{place}: lex:{name} repeats lex:{seen[key]} ({lemma}, {part}); put the senses into one entry"
        seen.setdefault(key, name)
        for message in (*_senses(index, node, part, predicates, classes), *_statuses(index, node)):
            yield f"{place}: lex:{name} {message}"


def _senses(
    index: Index, entry: Node, part: str, predicates: dict[str, Predicate], classes: frozenset[str]
) -> Iterator[str]:
    for sense in index.values(entry, ONTOLEX + "sense"):
        predicate = index.text(sense, ONTOLEX + "reference")
        if predicate not in predicates:
            yield f"refers to onr:{predicate}, which is no relation of the ontology"
        is_phrase = " " in (index.text(sense, ONR + "particle") or "")  # "under sanctions" has a noun's arguments, too
        for end, term in (("subject", SYNSEM + "subjOfProp"), ("object", SYNSEM + "objOfProp")):
            if not index.values(sense, term):
                yield f"has a sense (onr:{predicate}) without the argument that is its {end}"
            for node in index.values(sense, term):
                yield from _argument(node, "" if is_phrase else part, predicate)
        for kind in ("subjectType", "objectType"):
            for name in index.texts(sense, ONR + kind):
                if name not in classes:
                    yield f"has onr:{kind} onr:{name}, which is no class of actors, places or events"


def _argument(node: Node, part: str, predicate: str | None) -> Iterator[str]:
    value = str(getattr(node, "value", ""))
    if not value.startswith(ARG):
        yield f"has an argument {value!r} (onr:{predicate}); arguments are arg:... terms"
    elif part == "noun" and local(node) in _VERB_ONLY:
        yield f"has the argument arg:{local(node)} of a verb, but is a noun (onr:{predicate})"
    elif part == "verb" and local(node) in _NOUN_ONLY:
        yield f"has the argument arg:{local(node)} of a noun, but is a verb (onr:{predicate})"


def _statuses(index: Index, entry: Node) -> Iterator[str]:
    embeddings = index.values(entry, ONR + "embeds")
    own = index.texts(entry, ONR + "marks") + index.texts(entry, ONR + "judges")
    for name in own + [s for e in embeddings for s in index.texts(e, ONR + "status")]:
        if name not in set(Status):
            yield f"has the status onr:{name}; it must be one of {', '.join(Status)}"
    for embedding in embeddings:
        if not index.values(embedding, ONR + "argument"):
            yield "has an onr:embeds without onr:argument"
    denotes = index.text(entry, ONR + "denotes")
    if denotes is not None and denotes not in set(EntityType):
        yield f"denotes onr:{denotes}; it must be one of {', '.join(EntityType)}"
