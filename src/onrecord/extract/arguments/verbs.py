"""The arguments of a verb by the names that the lexicon gives them."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.arguments.aims import purpose
from onrecord.extract.arguments.nominals import nominal
from onrecord.extract.arguments.nouns import of_noun
from onrecord.extract.arguments.phrases import objects_of, phrase_of_verb
from onrecord.extract.arguments.places import scene
from onrecord.extract.arguments.possessors import authors
from onrecord.extract.arguments.predication import Predication
from onrecord.language.parse import Parse


def of_verb(clauses: Predication, verb: int, argument: str) -> list[int]:
    """The heads that fill `argument` of the verb."""
    special = VERB_ARGUMENTS.get(argument)
    if special is not None:
        return special(clauses, verb)
    return phrase_of_verb(clauses.parse, clauses.lexicon, verb, argument)


def _indirect_object(clauses: Predication, verb: int) -> list[int]:
    parse = clauses.parse
    found = []
    for child in parse.children_by(verb, "dative"):
        found.extend(nominal(parse, child) if parse.tags[child] != "IN" else objects_of(parse, child))
    if not found and parse.child(verb, "nsubjpass") is not None and parse.child(verb, "dobj") is not None:
        return clauses.surface_subject(verb)  # "was awarded a grant"
    return found or _given(parse, verb)


def _given(parse: Parse, verb: int) -> list[int]:
    """ "Granted Ada Roe asylum", "gave Norway 5.1 million dollars": a name taken for a part of what is given."""
    if any(parse.lemmas[phrase] == "to" for phrase in parse.children_by(verb, "prep")):
        return []
    found = []
    for noun in parse.children_by(verb, "dobj"):
        count = parse.child(noun, "nummod")
        is_bare = parse.tags[noun] == "NN" and parse.child(noun, "det", "poss", "amod", "prep") is None
        for name in parse.children_by(noun, "compound", "nmod"):
            is_last = name == noun - 1 if is_bare else count is not None and verb < name < count
            found.extend([name] if is_last and parse.tags[name] == "NNP" else [])
    return found


def _object_possessor(clauses: Predication, verb: int) -> list[int]:
    """To whom the direct object belongs: "rejected Norway's offer", "the Norwegian offer", "X of Norway"."""
    found: list[int] = []
    for noun in clauses.direct_object(verb):
        entry = clauses.lexicon.nouns.get(clauses.parse.lemmas[noun])
        if entry is not None and entry.denotes is not None and not entry.is_part_of_body:
            continue  # who praises X's director does not praise X
        acts = [sense for sense in entry.senses if "self" not in sense.subject] if entry is not None else []
        # Of an act it is the one who acts: to condemn the attack on X is not to condemn X.
        owners = {a for sense in acts for a in sense.subject} if acts else {"possessor", "modifier", "of", "by"}
        for argument in ("possessor", "modifier", "of", "by", "between"):
            if argument in owners and not found and (argument != "by" or not acts):
                found.extend(of_noun(clauses, noun, argument))
    return found


def _object_author(clauses: Predication, verb: int) -> list[int]:
    """Whose deed the direct object is: "condemned Norway's raids", "crimes committed by X"."""
    return [author for noun in clauses.direct_object(verb) for author in authors(clauses.parse, clauses.lexicon, noun)]


def _adverbial(clauses: Predication, verb: int) -> list[int]:
    """Nouns beside a verb without a preposition, as in notes: "born 1957, Leeds, England"."""
    parse, found = clauses.parse, []
    for child in parse.children_by(verb, "npadvmod", "dobj", "appos", "attr", "oprd"):
        found.extend([child, *parse.children_by(child, "npadvmod", "appos", "conj")])
    return found


def _clause(clauses: Predication, verb: int) -> list[int]:
    return clauses.parse.children_by(verb, "ccomp", "xcomp")


VERB_ARGUMENTS: dict[str, Callable[[Predication, int], list[int]]] = {
    "subject": Predication.subject,
    "directObject": Predication.direct_object,
    "indirectObject": _indirect_object,
    "objectPossessor": _object_possessor,
    "clause": _clause,
    "objectAuthor": _object_author,
    "purpose": purpose,
    "scene": scene,
    "adverbial": _adverbial,
}
"""Arguments that are no prepositional phrase, by name."""
