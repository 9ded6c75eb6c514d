"""Subjects: whose verb they belong to, and what the parser takes for something else."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.repairs.tree import (
    FINITE,
    GIVEN_SUBJECTS,
    NAME_TAGS,
    VERB_TAGS,
    ancestors,
    heads_with,
    whole_name,
)

_ADVERBIALS = frozenset({"npadvmod", "advmod"})
_BEFORE_VERBS = frozenset({"aux", "auxpass", "neg", "advmod"})
_WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


def lift_subjects(deps: list[str], heads: list[int]) -> None:
    """ "Ada and Bo were married": the subject is that of the verb, whose auxiliary the parser may give it."""
    for token, label in enumerate(deps):
        auxiliary = heads[token]
        if label == "nsubj" and deps[auxiliary] in {"aux", "auxpass"}:
            heads[token] = heads[auxiliary]
            deps[token] = "nsubjpass" if deps[auxiliary] == "auxpass" else label


def free_weekdays(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Norway Saturday released": a day between subject and verb, taken for the last part of the subject's name."""
    for day, word in enumerate(words[1:], 1):
        verb, name = heads[day], day - 1
        if word in _WEEKDAYS and deps[day] == "compound" and tags[verb] in {"NN", "NNS"} and words[name] == "on":
            deps[day], heads[day] = "pobj", name  # "said on Tuesday troops would be sent"
        if word not in _WEEKDAYS or deps[day] not in {"nsubj", "nsubjpass", "npadvmod"} or verb <= day:
            continue
        parts = [at for at in range(day) if heads[at] == day]
        first = parts[0] if parts else day
        is_part = bool(parts) and tags[first] in NAME_TAGS and deps[first] in {"compound", "nmod"}
        if not is_part or tags[verb] not in VERB_TAGS or (heads[name] != day and deps[name] != "conj"):
            continue
        deps[first], heads[first] = "nsubj" if deps[day] == "npadvmod" else deps[day], verb
        for at in parts[1:]:
            heads[at] = first
        deps[day] = "npadvmod"


def join_split_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The group Clean Rivers sued Ada": one subject that the parser takes for two, side by side."""
    for token, label in enumerate(deps):
        if label not in SUBJECTS or tags[token] not in {"NN", "NNS"}:
            continue
        name = whole_name(token + 1, deps, heads)
        if name < len(deps) and deps[name] in SUBJECTS and heads[name] == heads[token] and tags[name] in NAME_TAGS:
            deps[name], heads[name] = "appos", token


def give_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada and her son Ben live in Lyon": a name before a verb without a subject, taken for an adverbial."""
    served = heads_with(deps, heads, GIVEN_SUBJECTS)
    for token, label in enumerate(deps):
        verb = heads[token]
        is_before = token < verb and tags[token] == "NNP" and tags[verb] in FINITE
        is_free = verb not in served and deps[verb] in {"ROOT", "ccomp", "conj"}
        if label in _ADVERBIALS and is_before and is_free and tags[token + 1] in {"CC", ",", tags[verb]}:
            deps[token] = "nsubj"
            served.add(verb)


def give_apposed_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "After he left Oslo, Ada paid Ben": a name before a verb without a subject, taken for an apposition.

    So is a noun with an article: "Through his lawyer, Ada, the colonel denied it".
    """
    served = heads_with(deps, heads, GIVEN_SUBJECTS)
    for token, label in enumerate(deps):
        is_noun = tags[token] == "NN" and deps[token - 1] == "det" and heads[token - 1] == token
        if label != "appos" or not (tags[token] in NAME_TAGS or is_noun):
            continue
        verb = token + 1
        while verb < len(deps) and deps[verb] in _BEFORE_VERBS and heads[verb] > verb:
            verb += 1
        is_free = verb < len(deps) and tags[verb] in VERB_TAGS and deps[verb] in {"ROOT", "ccomp", "conj"}
        if not is_free or verb in served or not _is_below(heads[token], verb, heads):
            continue
        deps[token], heads[token] = "nsubj", verb
        served.add(verb)


def part_lawyers(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Through his lawyer, Ada Roe, the colonel denied it": no comma behind "colonel", so that he is the subject, and
    the name is the lawyer's."""
    for token, label in enumerate(deps):
        name = heads[token]
        verb = token + 1
        while verb < len(deps) and deps[verb] in _BEFORE_VERBS and heads[verb] > verb:
            verb += 1
        is_bare = label == "appos" and tags[token] == "NN" and words[token - 1].lower() == "the"
        if not is_bare or verb >= len(deps) or deps[name] != "nsubj" or heads[name] != verb:
            continue
        first = min([at for at in range(name) if heads[at] == name and deps[at] == "compound"], default=name)
        role = first - 2
        is_fronted = role > 0 and words[first - 1] == words[token - 2] == "," and deps[role] == "pobj"
        if is_fronted and tags[role] == "NN" and heads[heads[role]] == verb and tags[name] in NAME_TAGS:
            deps[token], heads[token] = "nsubj", verb
            deps[name], heads[name] = "appos", role


def _is_below(token: int, verb: int, heads: list[int]) -> bool:
    """Whether the token hangs on the verb, in a phrase or clause before it."""
    for head in ancestors(token, heads):
        if head == verb:
            return token < verb
        token = head
    return False


def free_coordinated_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada married Bo and the couple lives in Lyon": right before a verb without a subject, it is no second object."""
    served = heads_with(deps, heads, GIVEN_SUBJECTS)
    for token, label in enumerate(deps[:-1]):
        verb, first = token + 1, heads[token]
        is_free = tags[verb] in FINITE and deps[verb] == "conj" and verb not in served and heads[verb] < first
        if label != "conj" or not is_free or tags[token][:2] != "NN" or not _is_below_behind(first, heads[verb], heads):
            continue
        for at in range(first + 1, token):
            if heads[at] == first and deps[at] == "cc":
                heads[at] = heads[verb]
        deps[token], heads[token] = "nsubj", verb


def _is_below_behind(token: int, verb: int, heads: list[int]) -> bool:
    """Whether the token hangs on the verb, somewhere behind it."""
    return next((at for at in (token, *ancestors(token, heads)) if at <= verb), None) == verb


def appose_second_subjects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Its head, the diplomat Ada Roe, is to": between commas behind a subject stands no second one, but who it is."""
    first_of: dict[int, int] = {}
    for token, label in enumerate(deps):
        if label not in SUBJECTS or token > heads[token]:
            continue
        first = first_of.setdefault(heads[token], token)
        if first == token or tags[first][:2] != "NN" or tags[token][:2] != "NN":
            continue
        start, end = _reach(token, heads)
        is_inside = words[start - 1] == "," and all(_is_under(at, first, heads) for at in range(first + 1, start - 1))
        if is_inside and "," in {words[end - 1], *words[end : end + 1]}:
            deps[token], heads[token] = "appos", first


def _reach(token: int, heads: list[int]) -> tuple[int, int]:
    """The stretch of the words around a token that hang on it."""
    first, end = token, token + 1
    while first > 0 and _is_under(first - 1, token, heads):
        first -= 1
    while end < len(heads) and _is_under(end, token, heads):
        end += 1
    return first, end


def _is_under(token: int, above: int, heads: list[int]) -> bool:
    return above in ancestors(token, heads)
