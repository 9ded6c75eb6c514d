"""Clauses and phrases: which verb they belong to, and whether they are what it is about."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.repairs.tree import FINITE, GIVEN_SUBJECTS, NAME_TAGS, ancestors, heads_with

_WILLING = frozenset(
    "threaten agree decide plan vow promise refuse pledge offer vote decline propose intend press push call".split()
)
"""Verbs whose infinitive is what they are about, whatever stands between."""

_LATER = frozenset({"later", "then", "now", "subsequently", "currently", "afterwards"})
_INNER = frozenset({"dobj", "pobj", "prep", "attr", "conj", "appos"})
"""What stands between a verb and a noun of its predicate."""
_PHRASE_REACH = 10
"""Words between "in" and "later in"."""


def part_at_semicolons(words: list[str], deps: list[str], heads: list[int]) -> None:
    """A clause before a semicolon stands for itself; the parser makes it what the next clause says."""
    for token, label in enumerate(deps):
        head = heads[token]
        if label == "ccomp" and token < head and ";" in words[token:head]:
            deps[token] = "parataxis"


def complement_particles(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ruled out using force": a gerund right behind a particle is what the verb is about, no circumstance."""
    for gerund, label in enumerate(deps):
        particle, verb = gerund - 1, heads[gerund]
        if label == "advcl" and tags[gerund] == "VBG" and deps[particle] == "prt" and heads[particle] == verb:
            deps[gerund] = "xcomp"


def complement_infinitives(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Threatened today to leave", "pressed hard for X to leave": what a verb is about, taken for its purpose."""
    served = heads_with(deps, heads, {"dobj", "xcomp", "ccomp"})
    subjects = heads_with(deps, heads, {"nsubj"})
    marked = {heads[token] for token, label in enumerate(deps) if label == "aux" and tags[token] == "TO"}
    for token, label in enumerate(deps):
        verb = heads[token]
        is_willing = tags[verb][:2] == "VB" and lemmas[verb] in _WILLING and verb not in served
        if label == "advcl" and token in marked and verb < token and is_willing:
            deps[token] = "ccomp" if token in subjects else "xcomp"


def lift_clauses(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada told Global Watch that Ben paid": what is said belongs to the verb, not to the name before it."""
    for token, label in enumerate(deps):
        name = heads[token]
        verb = heads[name]
        is_object = deps[name] in {"dobj", "dative"} and tags[name] in NAME_TAGS and tags[verb][:2] == "VB"
        if label == "ccomp" and is_object and verb < name < token:
            heads[token] = verb


def let_go(lemmas: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Police let Ada go after a day": to let go, like to set free, is one verb with an object."""
    aims = {heads[token] for token, label in enumerate(deps) if label == "prep" and lemmas[token] in {"to", "into"}}
    for token, label in enumerate(deps):
        verb = heads[token]
        if label not in {"ccomp", "xcomp"} or lemmas[token] != "go" or lemmas[verb] != "let" or token in aims:
            continue
        for child in [child for child, head in enumerate(heads) if head == token and child != token]:
            deps[child], heads[child] = "dobj" if deps[child] == "nsubj" else deps[child], verb
        deps[token] = "prt"


def join_predicates(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "She won a prize in 1994, then moved to Lyon": a second predicate that hangs loosely on the first."""
    served = heads_with(deps, heads, GIVEN_SUBJECTS | {"mark"})
    for token, label in enumerate(deps):
        head = heads[token]
        if label == "dep" and head < token and tags[token] in FINITE and tags[head] in FINITE and token not in served:
            deps[token] = "conj"


def lift_predicates(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "He denies wrongdoing and lives in Lyon": a second predicate, coordinated with the object of the first."""
    served = heads_with(deps, heads, GIVEN_SUBJECTS | {"mark", "det", "amod"})
    for token, label in enumerate(deps):
        noun = heads[token]
        is_verb = label == "conj" and tags[token] in {"VBZ", "VBD"} and noun < token and token not in served
        if not is_verb or tags[noun] not in {"NN", "NNS", "NNP", "NNPS"}:
            continue
        link = next((at for at in (token - 1, token - 2) if words[at] in {"and", "but"} and deps[at] == "cc"), None)
        chain = [noun, *ancestors(noun, heads)]
        verb = next((at for at in chain if tags[at][:2] == "VB"), None)
        inner = chain[: chain.index(verb)] if verb is not None else []
        if link is None or verb is None or tags[verb] not in FINITE or deps[verb] in {"relcl", "acl"}:
            continue
        if inner and verb < noun and all(deps[at] in _INNER for at in inner):
            heads[token] = heads[link] = verb


def join_phrases(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Based in Lyon, later in Nice and now in Oslo": phrases of one participle, wherever the parser hung them."""
    for token, label in enumerate(deps):
        if label not in {"prep", "conj"} or tags[token] != "IN" or words[token - 1] not in _LATER:
            continue
        for at in range(token - 2, max(token - _PHRASE_REACH, 0), -1):
            if tags[at][:2] == "VB" or words[at] in {".", ";"}:
                break
            if tags[at] == "IN" and lemmas[at] == lemmas[token] and deps[at] in {"prep", "conj"}:
                deps[token], heads[token] = "conj", at
                break


def lower_whose(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Backed by Acme, whose head, Ada Roe, is to leave": what she does is no second verb of the sentence."""
    served = heads_with(deps, heads, GIVEN_SUBJECTS)
    helped = {heads[token]: label for token, label in enumerate(deps) if label in {"aux", "auxpass"}}
    for token, tag in enumerate(tags):
        owned = heads[token]
        if tag != "WP$" or deps[owned] != "appos":
            continue
        if _part_whose(words, tags, deps, heads, owned):
            continue
        loose = (at for at in range(owned, len(deps)) if deps[at] in {"conj", "advcl"} and heads[at] < token)
        verb = next(loose, None)
        if verb is None or verb in served or tags[verb][:2] != "VB" or tags[heads[verb]][:2] != "VB":
            continue
        first = min(at for at in range(owned, verb + 1) if at == verb or heads[at] == verb)
        if words[first - 1] != ",":
            continue
        deps[verb], heads[verb] = "relcl", heads[owned]
        deps[owned], heads[owned] = "nsubjpass" if helped.get(verb) == "auxpass" else "nsubj", verb


def _part_whose(words: list[str], tags: list[str], deps: list[str], heads: list[int], owned: int) -> bool:
    """ "Acme, whose head, Ada Roe, left Lyon, was fined": she left, as the second verb without an "and" shows."""
    owner = heads[owned]
    inner = heads[owner]
    if deps[owner] not in SUBJECTS or not owned < inner or tags[inner][:2] != "VB":
        return False
    outer = next((at for at in range(inner + 1, len(deps)) if heads[at] == inner and deps[at] == "conj"), None)
    if outer is None or tags[outer][:2] != "VB":
        return False
    first = min(at for at in range(owned, inner + 1) if at == inner or heads[at] == inner)
    second = min(at for at in range(inner + 1, outer + 1) if at == outer or heads[at] == outer)
    has_link = any(deps[at] == "cc" and heads[at] == inner for at in range(inner, outer))
    if words[first - 1] != "," or words[second - 1] != "," or has_link:
        return False
    helped = {heads[token] for token, label in enumerate(deps) if label == "auxpass"}
    deps[outer], heads[outer] = deps[inner], outer if heads[inner] == inner else heads[inner]
    for at in range(len(deps)):
        if heads[at] == inner and (at < owner or at > outer) and at not in {inner, outer}:
            heads[at] = outer
    deps[owner], heads[owner] = "nsubjpass" if outer in helped else "nsubj", outer
    deps[inner], heads[inner] = "relcl", owner
    deps[owned], heads[owned] = "nsubjpass" if inner in helped else "nsubj", inner
    return True


def coordinate_agents(words: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Sued by Acme, whose head was fired, and by Ben": after "and by" comes one more of those after "by"."""
    for token in range(1, len(words)):
        is_second = words[token] == "by" and words[token - 1] == "and" and deps[token] in {"conj", "agent", "prep"}
        if not is_second or words[heads[token]] == "by":
            continue
        above = {token, *ancestors(token, heads)}
        agents = (at for at in range(token - 1, -1, -1) if deps[at] == "agent")
        first = next((at for at in agents if not above.isdisjoint(ancestors(at, heads))), None)
        if first is not None:
            deps[token], heads[token] = "conj", first


def join_listed(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "He said that they had beaten her, threatened her and fled": without an "and" before it, the second verb of a
    list stands beside the first, not beside "said"."""
    joined = {heads[token]: token for token, label in reversed([*enumerate(deps)]) if label == "cc"}
    for token, label in enumerate(deps):
        speech = heads[token]
        is_listed = label == "conj" and tags[token] in {"VBD", "VBN"} and words[token - 1] == ","
        if not is_listed or tags[speech] not in FINITE or speech < joined.get(speech, -1) < token:
            continue
        said = [at for at in range(speech + 1, token) if heads[at] == speech and deps[at] == "ccomp"]
        has_mark = bool(said) and any(heads[at] == said[0] and deps[at] == "mark" for at in range(speech, said[0]))
        if (
            has_mark
            and tags[said[0]] in {"VBD", "VBN"}
            and not any(heads[at] == token and deps[at] in {"nsubj", "nsubjpass"} for at in range(said[0], token))
        ):
            heads[token] = said[0]
