"""Participles: what is the verb of a sentence, and what but a word about a noun."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.repairs.tree import FINITE, GIVEN_SUBJECTS, NAME_TAGS, children_of_heads, heads_with, whole_name


def lower_participles(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Acme, set up by Ada Roe, paid Ben": a participle about the subject, taken for the verb of the sentence."""
    subject_of = children_of_heads(deps, heads, {"nsubj"})
    agents = heads_with(deps, heads, {"agent"})
    helped = heads_with(deps, heads, {"aux", "auxpass"})
    for verb, label in enumerate(deps):
        low = heads[verb]
        is_bare = tags[low] in {"VBN", "VBD"} and low not in helped
        if label != "conj" or tags[verb] not in FINITE or not is_bare or verb in subject_of:
            continue
        subject = subject_of.get(low)
        if subject is None or low not in agents or "," not in words[subject:low] or words[verb - 1] != ",":
            continue
        is_top = heads[low] == low
        deps[verb], heads[verb] = deps[low], verb if is_top else heads[low]
        deps[low], heads[low], heads[subject], tags[low] = "acl", subject, verb, "VBN"


def lower_fronted(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Founded in 1961 by Ada's uncle, Bo, Acme grew": a participle that opens a sentence, taken for its subject, and
    the subject for one more agent."""
    for token, label in enumerate(deps):
        verb = heads[token]
        if label not in SUBJECTS or tags[token] != "VBN" or not token < verb or tags[verb] not in FINITE:
            continue
        subject = verb - 1
        while subject > token and deps[subject] in {"aux", "advmod", "neg"} and heads[subject] == verb:
            subject -= 1
        above = heads[subject]
        first = subject
        while first > token and heads[first - 1] == subject and deps[first - 1] in {"compound", "det"}:
            first -= 1
        if deps[subject] not in {"conj", "appos"} or tags[subject] not in NAME_TAGS or words[first - 1] != ",":
            continue
        deps[subject], heads[subject] = label, verb
        deps[token], heads[token] = "advcl", verb
        if deps[above] == "conj" and tags[above] == "NNP" and words[above - 1] == ",":
            deps[above] = "appos"  # "Ada's uncle, Bo"


def free_subjects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Her brother Ben, detained with her, was freed": the subject of the sentence, taken for that of the aside."""
    served = heads_with(deps, heads, GIVEN_SUBJECTS)
    helped = {heads[token]: label for token, label in enumerate(deps) if label in {"aux", "auxpass"}}
    for token, label in enumerate(deps):
        aside = heads[token]
        verb = heads[aside]
        is_aside = label == "nsubj" and deps[aside] == "advcl" and tags[aside] in {"VBN", "VBD"} and aside not in helped
        if not is_aside or not token < aside < verb or verb in served or verb not in helped or words[aside - 1] != ",":
            continue
        deps[token], heads[token] = "nsubjpass" if helped[verb] == "auxpass" else "nsubj", verb
        deps[aside], heads[aside], tags[aside] = "acl", token, "VBN"
        served.add(verb)


def raise_participles(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Its head, Ada Roe, mediated between A and B", "Ada Roe, who runs it, named Ben as": the verb of a sentence,
    taken for a participle of its subject."""
    for verb, label in enumerate(deps):
        noun = heads[verb]
        if label not in {"acl", "advcl"} or tags[verb] not in {"VBN", "VBD"} or heads[noun] != noun:
            continue
        if tags[noun] not in {"NN", "NNP"} or words[verb - 1] != ",":
            continue
        inner, own = range(noun + 1, verb), [at for at in range(verb, len(deps)) if heads[at] == verb]
        beside = [at for at in inner if heads[at] == noun and deps[at] == "appos"]
        named = label == "acl" and tags[verb] == "VBN" and any(tags[at] in NAME_TAGS for at in beside)
        told = any(heads[at] == noun and deps[at] == "relcl" for at in inner)
        object_of = next((at for at in own if deps[at] in {"dobj", "oprd"}), None)
        if any(deps[at] == "agent" for at in own) or not (named or (told and object_of is not None)):
            continue
        deps[verb], heads[verb], tags[verb] = "ROOT", verb, "VBD"
        deps[noun], heads[noun] = "nsubj", verb
        if object_of is not None:
            deps[object_of] = "dobj"


def join_passives(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Was convicted of forging tenders and jailed": a participle beside the passive, not beside the gerund in it."""
    passive = heads_with(deps, heads, {"auxpass"})
    for token, label in enumerate(deps):
        gerund = heads[token]
        if label != "conj" or tags[token] != "VBN" or tags[gerund] != "VBG" or token in passive:
            continue
        verb, steps = gerund, 0
        while verb not in passive and heads[verb] != verb and steps < len(deps):
            verb, steps = heads[verb], steps + 1
        if verb in passive and tags[verb] == "VBN" and verb < gerund:
            heads[token] = verb


def free_verbs(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "A court on Monday jailed editor Ada Okoro, ending a trial": a verb with a subject, taken for an adjective."""
    subject_of = children_of_heads(deps, heads, {"nsubj", "nsubjpass"})
    for verb, subject in subject_of.items():
        if deps[verb] != "amod" or tags[verb] not in {"VBN", "VBD"} or not subject < verb < heads[verb]:
            continue
        noun = whole_name(heads[verb], deps, heads)
        above, label = heads[noun], deps[noun]
        is_bare = label in SUBJECTS and tags[above] == "VBG" and words[above - 1] == ","
        is_said = label in SUBJECTS and subject_of.get(above, noun) > noun  # "..., an official said"
        if label != "ROOT" and not is_bare and not is_said:
            continue
        is_top = above in (noun, heads[above])
        for at in range(noun + 1, len(deps)):
            if heads[at] == noun and deps[at] in {"prep", "punct"}:
                heads[at] = verb
        if is_said:
            deps[verb], heads[verb], tags[verb] = "ccomp", above, "VBD"
        else:
            deps[verb], heads[verb], tags[verb] = deps[above], verb if is_top else heads[above], "VBD"
        if is_bare:
            deps[above], heads[above] = "advcl", verb
        deps[noun], heads[noun] = "dobj", verb


def free_reported(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Troops searching for rebels killed two men, residents said": what troops did, taken for what rebels are."""
    subjects = children_of_heads(deps, heads, {"nsubj"})
    served = heads_with(deps, heads, {"dobj"})
    for verb, label in enumerate(deps):
        if label != "acl" or tags[verb] not in {"VBD", "VBN"} or verb not in served:
            continue
        noun = heads[verb]
        while deps[noun] in {"pobj", "prep", "acl", "dobj"} and heads[noun] < noun:
            noun = heads[noun]
        speech = heads[noun]
        if deps[noun] in {"npadvmod", "dep"} and tags[noun][:2] == "NN" and subjects.get(speech, 0) > verb:
            deps[verb], heads[verb], tags[verb] = "ccomp", speech, "VBD"
            deps[noun], heads[noun] = "nsubj", verb


def free_compounded_verbs(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Unless Norway arrests Ada Roe": a verb that the parser makes part of the name behind it, or the reverse."""
    served = heads_with(deps, heads, SUBJECTS)
    for token, label in enumerate(deps):
        name = heads[token]
        if label != "compound" or not token < name:
            continue
        if tags[token] in FINITE and tags[name] in NAME_TAGS:
            has_mark = any(heads[at] == token and deps[at] == "mark" for at in range(token))
            deps[token], heads[token] = "advcl" if has_mark else deps[name], heads[name]
            if heads[token] == name:
                heads[token] = token
            deps[name], heads[name] = "dobj", token
        elif token + 1 == name and tags[token] in NAME_TAGS and tags[name] in {"VB", *FINITE} and name not in served:
            for part in range(token):
                if heads[part] == name and deps[part] in {"compound", "det", "amod"}:
                    heads[part] = token
            deps[token] = "nsubj"
