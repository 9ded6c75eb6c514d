"""Suggestions as Turtle: a relation and a sense for each, with the sentences they were found in as comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import EntityType
from onrecord.ontology import Ontology
from onrecord.publish.cards import shown
from onrecord.suggest import Suggestion

_PREFIXES = """\
@prefix onr: <https://w3id.org/onrecord/ontology#> .
@prefix lex: <https://w3id.org/onrecord/lexicon#> .
@prefix arg: <https://w3id.org/onrecord/argument#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix synsem: <http://www.w3.org/ns/lemon/synsem#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
"""
_SENTENCE = 300
"""Characters of an example sentence."""


def turtle_of(suggestions: Sequence[Suggestion], ontology: Ontology) -> str:
    """Turtle to append to a lexicon; empty if there is nothing to suggest.

    A relation that the ontology has is used; another is defined beside its word, to be renamed and described.
    """
    if not suggestions:
        return ""
    described: set[str] = set(ontology.predicates)
    blocks = (block for one in suggestions for block in _blocks(one, ontology, described))
    return "\n".join([_PREFIXES, *blocks])


def _blocks(suggestion: Suggestion, ontology: Ontology, described: set[str]) -> Iterator[str]:
    """The comment, the relation if it is not there yet, and the sense, in its entry or in a new one."""
    relation = _relation(suggestion)
    if relation not in described and ontology.place(relation) is not None:
        relation += "Somebody"  # the name of a class, a status or another term
    yield _comment(suggestion)
    if relation not in described:
        described.add(relation)
        yield _definition(relation, suggestion)
    yield _entry(relation, suggestion, described)


def _comment(suggestion: Suggestion) -> str:
    times = "once" if suggestion.count == 1 else f"{suggestion.count} times"
    lines = [f"# {suggestion.words}: {times}"]
    lines.extend(f"#   {shown(e.quote, _SENTENCE)} ({shown(e.document)})" for e in suggestion.examples)
    return "\n".join(lines)


def _relation(suggestion: Suggestion) -> str:
    """A name for the relation, as the text has its word: "competedWith", "rivalOf"."""
    link = suggestion.words.removeprefix(suggestion.lemma)
    words: list[str] = re.findall(r"[^\W\d_]+", f"{suggestion.form}{link}")
    return words[0] + "".join(word.capitalize() for word in words[1:])


def _definition(relation: str, suggestion: Suggestion) -> str:
    """The relation with a sentence that says it, and the widest of alignments, which holds whatever it means."""
    label = f"{suggestion.form}{suggestion.words.removeprefix(suggestion.lemma)}"
    quoted = " ".join((suggestion.sentence or "").split()).replace("\\", r"\\").replace('"', r"\"")
    example = f'    skos:example "{quoted}"@en ;\n' if quoted else ""
    return (
        f'onr:{relation} a owl:ObjectProperty, onr:Relation ; rdfs:label "{label}"@en ;\n'
        f'    skos:definition "To be described: {label}."@en ; skos:broadMatch dcterms:relation ;\n'
        f"{example}"
        f"    rdfs:domain onr:{_class(suggestion.subject_types)} ; rdfs:range onr:{_class(suggestion.object_types)} ."
    )


def _class(types: frozenset[EntityType]) -> str:
    """The smallest class of actors that takes in these types."""
    if len(types) == 1:
        return next(iter(types)).value
    return "Group" if EntityType.PERSON not in types else "Actor"


def _entry(relation: str, suggestion: Suggestion, described: set[str]) -> str:
    sense = [f"ontolex:reference onr:{relation}"]
    if suggestion.particle:
        sense.append(f'onr:particle "{suggestion.particle}"')
    if suggestion.fixed_object:
        sense.append(f'onr:fixedObject "{suggestion.fixed_object}"')
    sense.append(f"synsem:subjOfProp arg:{suggestion.subject}")
    sense.append(f"synsem:objOfProp arg:{suggestion.object}")
    name = suggestion.entry or f"{suggestion.lemma}-{suggestion.part_of_speech}"
    frame = f"    ontolex:sense [ {' ; '.join(sense)} ] .\n"
    if suggestion.entry or name in described:
        return f"lex:{name}\n{frame}"
    described.add(name)
    return (
        f"lex:{name} a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:{suggestion.part_of_speech} ;\n"
        f'    ontolex:canonicalForm [ ontolex:writtenRep "{suggestion.lemma}"@en ] ;\n{frame}'
    )
