"""The words that a sense wants beside its own: particles, fixed objects, phrases ("shut down", "take to court")."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.language.descriptions import IDENTIFYING
from onrecord.language.parse import Parse
from onrecord.ontology.lexicon import Entry, Sense

_TURNING = frozenset({"out", "up", "off", "over", "away", "through", "around"})
"""Particles that make another verb of one: who is shut out is not shut."""
_EVENTS = frozenset({"trial"})
_CURRENCIES = frozenset(
    (
        "dollar euro pound cent ruble rouble franc yen yuan rupee peso lira lev leva som tenge hryvnia lari dram manat"
        " somoni dinar dirham riyal rial shilling naira cedi rand kwacha birr krona krone kroner zloty forint koruna"
        " leu lei won baht rupiah ringgit taka real sol shekel"
    ).split()
)
_ADDED = ("prt", "advmod", "prep", "oprd", "acomp")


def possible_senses(parse: Parse, entry: Entry, token: int) -> list[Sense]:
    """The senses of the word at `token` whose fixed words are there; those with fixed words exclude those without."""
    is_of_noun = parse.deps[token] == "acl" and parse.tags[parse.heads[token]] in {"NN", "NNS"}
    if is_of_noun and any(parse.tags[name] == "NNP" for name in parse.children_by(token, "oprd")):
        return []  # "a son named Ben" tells his name
    if parse.lemmas[token] in IDENTIFYING and _is_as_person(parse, token):
        return []  # "the driver, named by police as Ada Roe"
    added = {parse.lemmas[c] for c in parse.children_by(token, *_ADDED)}
    added.update(phrase for phrase, _ in _phrases(parse, token))
    for thing in parse.children_by(token, "dobj"):  # "found Ada Roe, 44, guilty"
        added.update(parse.lemmas[c] for c in parse.children_by(thing, "amod") if c > thing)
    if parse.child(token, "oprd") is not None:
        added.add("as")  # "named her director" is "named her as director"
    if any(parse.tags[c] == "TO" for verb in parse.children_by(token, "xcomp") for c in parse.children_by(verb, "aux")):
        added.add("to")  # "told X to leave"
    objects = {parse.lemmas[noun] for c in parse.children_by(token, "dobj", "nsubjpass") for noun in _of(parse, c)}
    things = objects - {parse.lemmas[c] for c in parse.children_by(token, "dobj", "nsubjpass") if _ends_name(parse, c)}
    if any(_is_money(parse, c) for c in parse.children_by(token, "dobj", "nsubjpass")):
        objects.add("money")
        things.add("money")
    if parse.deps[token] == "acl" and parse.tags[token] == "VBN":
        objects.add(parse.lemmas[parse.heads[token]])
        things.add(parse.lemmas[parse.heads[token]])
    complements = _complements(parse, token) if any(sense.fixed_complements for sense in entry.senses) else frozenset()
    fixed: list[Sense] = []
    free: list[Sense] = []
    for sense in entry.senses:
        if sense.particle is not None and sense.particle not in added:
            continue
        if sense.is_intransitive and objects:
            continue  # who moves a shop to Lyon need not live there
        said = objects if "directObject" in sense.object else things
        if sense.fixed_objects and said.isdisjoint(sense.fixed_objects):
            continue
        if sense.fixed_complements and complements.isdisjoint(sense.fixed_complements):
            continue
        (fixed if sense.particle or sense.fixed_objects or sense.fixed_complements else free).append(sense)
    whole = {sense.particle for sense in fixed if sense.particle}
    fixed = [s for s in fixed if not any(p.startswith(f"{s.particle} ") for p in whole)]  # "as killer", not "as"
    is_another = any(parse.lemmas[c] in _TURNING for c in parse.children_by(token, "prt"))
    is_another |= bool(objects) and any(
        parse.words[c : c + 2] == ["out", "of"] for c in parse.children_by(token, "prep")
    )
    return fixed or ([] if is_another else free)


def _complements(parse: Parse, verb: int) -> frozenset[str]:
    """What a verb calls or makes its object: "called the vote a farce", "described it as illegal"."""
    said = parse.children_by(verb, "oprd", "acomp", "ccomp", "xcomp")
    for head in (verb, *parse.children_by(verb, "dobj", "nsubjpass")):
        for phrase in parse.children_by(head, "prep"):
            if parse.lemmas[phrase] == "as":
                said += [noun for noun in parse.children[phrase] if noun > phrase]
    found = [word for head in said if parse.tags[head][:2] != "VB" for word in parse.conjuncts(head)]
    return frozenset(parse.words[word].lower() if parse.tags[word] == "VBN" else parse.lemmas[word] for word in found)


def _is_as_person(parse: Parse, verb: int) -> bool:
    """Whether a verb says as whom somebody is known, by name, and not as what."""
    phrases = (phrase for phrase in parse.children_by(verb, "prep") if parse.lemmas[phrase] == "as")
    nouns = [noun for phrase in phrases for noun in parse.children_by(phrase, "pobj")]
    people = [(first, end) for first, end, label in parse.entities if label == "PERSON"] if nouns else []
    return any(first <= noun < end for noun in nouns for first, end in people)


def phrase_noun(parse: Parse, sense: Sense, token: int) -> int | None:
    """The noun of the sense's fixed phrase, which may hold arguments: "is under investigation by X"."""
    return next((noun for phrase, noun in _phrases(parse, token) if phrase == sense.particle), None)


def _phrases(parse: Parse, token: int) -> Iterator[tuple[str, int]]:
    """The phrases of a verb, and those that the parser hung on its object, as their words, each with its noun."""
    for head in (token, *parse.children_by(token, "dobj", "nsubjpass", "oprd", "acomp")):
        for preposition in parse.children_by(head, "prep"):
            for noun in parse.children_by(preposition, "pobj"):
                is_certain = parse.lemmas[noun] in _EVENTS and parse.child(noun, "det", "poss") is not None
                if not is_certain:  # who is sent to the trial is not tried
                    yield f"{parse.lemmas[preposition]} {parse.lemmas[noun]}", noun
            for inner in parse.children_by(preposition, "prep"):  # "out of talks"
                for noun in parse.children_by(inner, "pobj"):
                    yield f"{parse.lemmas[preposition]} {parse.lemmas[inner]} {parse.lemmas[noun]}", noun


def _is_money(parse: Parse, amount: int) -> bool:
    """Whether it is a sum: "$300,000", "5 million euros"."""
    near = range(max(0, amount - 4), amount + 1)
    has_sign = any(parse.tags[at] == "$" and parse.heads[at] in near for at in near)
    return has_sign or parse.lemmas[amount] in _CURRENCIES


def _of(parse: Parse, noun: int) -> Iterator[int]:
    """The noun, and the one it is an amount of: "5 million dollars of aid", "11 million in bribes"."""
    yield noun
    for phrase in parse.children_by(noun, "prep"):
        if parse.lemmas[phrase] in {"of", "in"}:
            yield from parse.children_by(phrase, "pobj")


def _ends_name(parse: Parse, noun: int) -> bool:
    """Whether a word with a capital ends a name of several words: "Acme Oil" is no oil."""
    is_proper = parse.tags[noun] in {"NNP", "NNPS"}
    return is_proper and noun > 0 and parse.tags[noun - 1] == "NNP" and parse.heads[noun - 1] == noun
