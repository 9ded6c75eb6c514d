"""Mends what the parser is known to get wrong, before anything reads the parse."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from onrecord.language.parse import SUBJECTS

_BEFORE_BASE = frozenset({"TO", "MD"})
_FRONTED = frozenset({"advcl", "nsubj", "npadvmod", "dep", "ccomp", "parataxis"})
_ARTICLES = frozenset({"the", "a", "an"})
_NAMES = frozenset({"NNP", "NNPS"})
_VERBS = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN"})
_BEFORE_VERBS = frozenset({"aux", "auxpass", "neg", "advmod"})
_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_ADVERBIALS = frozenset({"npadvmod", "advmod"})


def repair(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Mends the columns in place."""
    _lift_subjects(deps, heads)
    _tell_lives(words, lemmas, tags, deps, heads)
    _part_at_semicolons(words, deps, heads)
    _join_counts(words, tags, deps, heads)
    _free_weekdays(words, tags, deps, heads)
    _complement_particles(tags, deps, heads)
    _complement_infinitives(lemmas, tags, deps, heads)
    _free_dismissed(lemmas, tags, deps, heads)
    _predicate_objects(lemmas, tags, deps, heads)
    _lone_datives(tags, deps, heads)
    _lift_clauses(tags, deps, heads)
    _turn_second_subjects(tags, deps, heads)
    _appose_second_objects(words, tags, deps, heads)
    _lower_participles(words, tags, deps, heads)
    _free_subjects(words, tags, deps, heads)
    _raise_participles(words, tags, deps, heads)
    _lower_whose(words, tags, deps, heads)
    _coordinate_agents(words, deps, heads)
    _join_passives(tags, deps, heads)
    _free_verbs(words, tags, deps, heads)
    _free_reported(tags, deps, heads)
    _join_split_objects(words, tags, deps, heads)
    _join_split_subjects(tags, deps, heads)
    _join_kinds(words, tags, deps, heads)
    _predicate_of_objects(words, deps, heads)
    _free_compounded_verbs(tags, deps, heads)
    _free_speakers(words, tags, deps, heads)
    _give_subjects(tags, deps, heads)
    _join_predicates(tags, deps, heads)
    _give_apposed_subjects(tags, deps, heads)
    _turn_speakers(tags, deps, heads)
    _appose_fronted(words, tags, deps, heads)
    _free_coordinated_subjects(tags, deps, heads)
    _lift_descriptions(words, tags, deps, heads)
    _appose_lists(words, tags, deps, heads)
    _join_phrases(words, lemmas, tags, deps, heads)


def mend_lemmas(words: list[str], lemmas: list[str], tags: list[str], verbs: Container[str]) -> None:
    """Gives verbs that the lemmatizer cuts too short or too long ("fined": fin) the lemma among `verbs`."""
    for token, lemma in enumerate(lemmas):
        word = words[token].lower()
        if (
            tags[token] in {"VBD", "VBN"}
            and word != lemma
            and word in verbs
            and token
            and tags[token - 1] in _BEFORE_BASE
        ):
            tags[token], lemmas[token] = "VB", word  # "to found a school"
        if tags[token][:2] != "VB" or lemma in verbs:
            continue
        if lemma + "e" in verbs and (word.startswith(lemma + "e") or word == lemma + "ing"):
            lemmas[token] = lemma + "e"
        elif lemma.endswith("e") and lemma[:-1] in verbs and word.startswith(lemma[:-1]):
            lemmas[token] = lemma[:-1]


def _lift_subjects(deps: list[str], heads: list[int]) -> None:
    """ "Ada and Bo were married": the subject is that of the verb, whose auxiliary the parser may give it."""
    for token, label in enumerate(deps):
        auxiliary = heads[token]
        if label == "nsubj" and deps[auxiliary] in {"aux", "auxpass"}:
            heads[token] = heads[auxiliary]
            deps[token] = "nsubjpass" if deps[auxiliary] == "auxpass" else label


def _tell_lives(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Has two daughters and lives in Lyon": a verb that the tagger takes for a plural."""
    for token, word in enumerate(words[:-1]):
        is_noun = word == "lives" and tags[token] == "NNS" and deps[token] == "conj"
        if not is_noun or words[token - 1] != "and" or words[token + 1] not in {"in", "at", "on", "near", "with"}:
            continue
        verb = heads[token]
        while tags[verb][:2] != "VB" and heads[verb] != verb:
            verb = heads[verb]
        if tags[verb][:2] == "VB" and verb < token:
            tags[token], lemmas[token], heads[token] = "VBZ", "live", verb


def _part_at_semicolons(words: list[str], deps: list[str], heads: list[int]) -> None:
    """A clause before a semicolon stands for itself; the parser makes it what the next clause says."""
    for token, label in enumerate(deps):
        head = heads[token]
        if label == "ccomp" and token < head and ";" in words[token:head]:
            deps[token] = "parataxis"


def _join_counts(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Kidnapped up to 16 nurses": a count that the parser takes for a phrase of direction."""
    served = {heads[token] for token, label in enumerate(deps) if label == "dobj"}
    for up, to in pairwise(range(len(words))):
        verb = heads[up]
        is_phrase = deps[up] == "prep" and deps[to] == "prep" and heads[to] in {up, verb} and tags[verb][:2] == "VB"
        if not is_phrase or words[up].lower() != "up" or words[to].lower() != "to" or tags[to + 1 : to + 2] != ["CD"]:
            continue
        noun = next((at for at in range(to + 1, len(words)) if heads[at] == to and deps[at] == "pobj"), None)
        if noun is not None and verb not in served:
            deps[noun], heads[noun] = "dobj", verb
            deps[up], heads[up], deps[to], heads[to] = "quantmod", to + 1, "quantmod", to + 1


_WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


def _free_weekdays(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Norway Saturday released": a day between subject and verb, taken for the last part of the subject's name."""
    for day, word in enumerate(words[1:], 1):
        verb, name = heads[day], day - 1
        if word in _WEEKDAYS and deps[day] == "compound" and tags[verb] in {"NN", "NNS"} and words[name] == "on":
            deps[day], heads[day] = "pobj", name  # "said on Tuesday troops would be sent"
        if word not in _WEEKDAYS or deps[day] not in {"nsubj", "nsubjpass", "npadvmod"} or verb <= day:
            continue
        parts = [at for at in range(day) if heads[at] == day]
        first = parts[0] if parts else day
        is_part = bool(parts) and tags[first] in _NAMES and deps[first] in {"compound", "nmod"}
        if not is_part or tags[verb] not in _VERBS or (heads[name] != day and deps[name] != "conj"):
            continue
        deps[first], heads[first] = "nsubj" if deps[day] == "npadvmod" else deps[day], verb
        for at in parts[1:]:
            heads[at] = first
        deps[day] = "npadvmod"


def _complement_particles(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ruled out using force": a gerund right behind a particle is what the verb is about, no circumstance."""
    for gerund, label in enumerate(deps):
        particle, verb = gerund - 1, heads[gerund]
        if label == "advcl" and tags[gerund] == "VBG" and deps[particle] == "prt" and heads[particle] == verb:
            deps[gerund] = "xcomp"


_DISMISSALS = frozenset({"reject", "dismiss", "denounce", "condemn", "brand"})


_WILLING = frozenset(
    "threaten agree decide plan vow promise refuse pledge offer vote decline propose intend press push call".split()
)
"""Verbs whose infinitive is what they are about, whatever stands between."""


def _complement_infinitives(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Threatened today to leave", "pressed hard for X to leave": what a verb is about, taken for its purpose."""
    served = {heads[token] for token, label in enumerate(deps) if label in {"dobj", "xcomp", "ccomp"}}
    subjects = {heads[token] for token, label in enumerate(deps) if label == "nsubj"}
    marked = {heads[token] for token, label in enumerate(deps) if label == "aux" and tags[token] == "TO"}
    for token, label in enumerate(deps):
        verb = heads[token]
        is_willing = tags[verb][:2] == "VB" and lemmas[verb] in _WILLING and verb not in served
        if label == "advcl" and token in marked and verb < token and is_willing:
            deps[token] = "ccomp" if token in subjects else "xcomp"


def _free_dismissed(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Rejected as baseless Swedish charges": what is rejected, taken for a part of what it is called."""
    served = {heads[token] for token, label in enumerate(deps) if label in {"dobj", "nsubjpass"}}
    for noun, label in enumerate(deps):
        verb = heads[heads[noun]]
        called = verb + 2
        if label != "pobj" or heads[noun] != verb + 1 or lemmas[verb + 1] != "as" or called >= noun:
            continue
        is_word = deps[called] in {"amod", "pobj"} and heads[called] in {noun, verb + 1}
        if lemmas[verb] in _DISMISSALS and tags[verb][:2] == "VB" and verb not in served and is_word:
            deps[called], heads[called], deps[noun], heads[noun] = "pobj", verb + 1, "dobj", verb


_CAPTIVES = frozenset({"hostage", "captive", "prisoner"})


def _predicate_objects(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Found Ada guilty", "held Ada hostage": the object, and what it is found or held to be."""
    for token, label in enumerate(deps):
        verb = heads[token]
        if label in {"ccomp", "oprd"} and tags[token] == "JJ" and verb < token and tags[verb][:2] == "VB":
            own = [at for at in range(verb + 1, len(deps)) if heads[at] == token]
            subject = next((at for at in own if deps[at] == "nsubj"), None)
            if subject is not None and not any(deps[at] in {"aux", "cop", "mark"} for at in own):
                deps[subject], heads[subject], deps[token] = "dobj", verb, "oprd"
        elif label == "dobj" and lemmas[token] in _CAPTIVES and deps[token - 1] in {"compound", "nmod", "poss"}:
            taken = token - 1
            if heads[taken] == token and tags[taken] in {"NNP", "NNPS", "NNS"}:
                for at in range(verb + 1, taken):
                    heads[at] = taken if heads[at] == token else heads[at]  # "three Kenyan engineers"
                deps[taken], heads[taken], deps[token] = "dobj", verb, "oprd"
        elif label == "amod" and lemmas[token] == "dead" and tags[token - 1][:2] == "VB" and heads[verb] == token - 1:
            deps[token], heads[token] = "oprd", token - 1  # "shot dead three students"


def _lone_datives(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Released him two hours later": an indirect object without a direct one is the direct one."""
    served = {heads[token] for token, label in enumerate(deps) if label in {"dobj", "ccomp", "xcomp"}}
    for token, label in enumerate(deps):
        if label == "dative" and tags[token] not in {"IN", "TO"} and heads[token] not in served:
            deps[token] = "dobj"


def _lift_clauses(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada told Global Watch that Ben paid": what is said belongs to the verb, not to the name before it."""
    for token, label in enumerate(deps):
        name = heads[token]
        verb = heads[name]
        is_object = deps[name] in {"dobj", "dative"} and tags[name] in _NAMES and tags[verb][:2] == "VB"
        if label == "ccomp" and is_object and verb < name < token:
            heads[token] = verb


def _turn_second_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Its head met Minister Ada Roe, who spoke": the object of a verb, taken for a second subject."""
    subject_of: dict[int, int] = {}
    for token, label in enumerate(deps):
        if label != "nsubj":
            continue
        verb = heads[token]
        first = subject_of.setdefault(verb, token)
        if first < verb < token and tags[verb] in _FINITE and tags[token] in _NAMES:
            deps[token] = "dobj"


def _appose_second_objects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "She left the offices of Acme, the weekly that she founded": a description, taken for a second object."""
    objects: dict[int, int] = {}
    for token, label in enumerate(deps):
        if label != "dobj":
            continue
        first = objects.setdefault(heads[token], token)
        start = next((at for at in range(first + 1, token + 1) if heads[at] in (token, at) or at == token), token)
        is_apart = first < start - 2 and words[start - 1] == "," and words[start].lower() in _ARTICLES
        if is_apart and tags[token] == "NN" and tags[start - 2] in _NAMES:
            deps[token], heads[token] = "appos", start - 2


def _lower_participles(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Acme, set up by Ada Roe, paid Ben": a participle about the subject, taken for the verb of the sentence."""
    subject_of = {heads[token]: token for token, label in enumerate(deps) if label == "nsubj"}
    agents = {heads[token] for token, label in enumerate(deps) if label == "agent"}
    helped = {heads[token] for token, label in enumerate(deps) if label in {"aux", "auxpass"}}
    for verb, label in enumerate(deps):
        low = heads[verb]
        is_bare = tags[low] in {"VBN", "VBD"} and low not in helped
        if label != "conj" or tags[verb] not in _FINITE or not is_bare or verb in subject_of:
            continue
        subject = subject_of.get(low)
        if subject is None or low not in agents or "," not in words[subject:low] or words[verb - 1] != ",":
            continue
        is_top = heads[low] == low
        deps[verb], heads[verb] = deps[low], verb if is_top else heads[low]
        deps[low], heads[low], heads[subject], tags[low] = "acl", subject, verb, "VBN"


def _free_subjects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Her brother Ben, detained with her, was freed": the subject of the sentence, taken for that of the aside."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS or label == "expl"}
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


def _raise_participles(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Its head, Ada Roe, mediated between A and B": the verb of a sentence, taken for a participle of its subject."""
    for verb, label in enumerate(deps):
        noun = heads[verb]
        if label != "acl" or tags[verb] != "VBN" or heads[noun] != noun or tags[noun] not in {"NN", "NNP"}:
            continue
        named = [at for at in range(noun + 1, verb) if heads[at] == noun and deps[at] == "appos" and tags[at] in _NAMES]
        has_agent = any(heads[at] == verb and deps[at] == "agent" for at in range(verb, len(deps)))
        if not named or has_agent or words[verb - 1] != ",":
            continue
        deps[verb], heads[verb], tags[verb] = "ROOT", verb, "VBD"
        deps[noun], heads[noun] = "nsubj", verb


def _lower_whose(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Backed by Acme, whose head, Ada Roe, is to leave": what she does is no second verb of the sentence."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS or label == "expl"}
    helped = {heads[token]: label for token, label in enumerate(deps) if label in {"aux", "auxpass"}}
    for token, tag in enumerate(tags):
        owned = heads[token]
        if tag != "WP$" or deps[owned] != "appos":
            continue
        verb = next((at for at in range(owned, len(deps)) if deps[at] == "conj" and heads[at] < token), None)
        if verb is None or verb in served or tags[verb][:2] != "VB" or tags[heads[verb]][:2] != "VB":
            continue
        first = min(at for at in range(owned, verb + 1) if at == verb or heads[at] == verb)
        if words[first - 1] != ",":
            continue
        deps[verb], heads[verb] = "relcl", heads[owned]
        deps[owned], heads[owned] = "nsubjpass" if helped.get(verb) == "auxpass" else "nsubj", verb


def _coordinate_agents(words: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Sued by Acme, whose head was fired, and by Ben": after "and by" comes one more of those after "by"."""
    for token in range(1, len(words)):
        is_second = words[token] == "by" and words[token - 1] == "and" and deps[token] in {"conj", "agent", "prep"}
        if not is_second or words[heads[token]] == "by":
            continue
        for at in range(token - 1, -1, -1):
            if deps[at] == "agent" and _root(heads, at) == _root(heads, token):
                deps[token], heads[token] = "conj", at
                break


def _root(heads: list[int], token: int) -> int:
    while heads[token] != token:
        token = heads[token]
    return token


def _join_passives(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Was convicted of forging tenders and jailed": a participle beside the passive, not beside the gerund in it."""
    passive = {heads[token] for token, label in enumerate(deps) if label == "auxpass"}
    for token, label in enumerate(deps):
        gerund = heads[token]
        if label != "conj" or tags[token] != "VBN" or tags[gerund] != "VBG" or token in passive:
            continue
        verb, steps = gerund, 0
        while verb not in passive and heads[verb] != verb and steps < len(deps):
            verb, steps = heads[verb], steps + 1
        if verb in passive and tags[verb] == "VBN" and verb < gerund:
            heads[token] = verb


def _free_verbs(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "A court on Monday jailed editor Ada Okoro, ending a trial": a verb with a subject, taken for an adjective."""
    subject_of = {heads[token]: token for token, label in enumerate(deps) if label in {"nsubj", "nsubjpass"}}
    for verb, subject in subject_of.items():
        if deps[verb] != "amod" or tags[verb] not in {"VBN", "VBD"} or not subject < verb < heads[verb]:
            continue
        noun = heads[verb]
        while deps[noun] == "compound" and heads[noun] > noun:
            noun = heads[noun]
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


def _free_reported(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Troops searching for rebels killed two men, residents said": what troops did, taken for what rebels are."""
    subjects = {heads[token]: token for token, label in enumerate(deps) if label == "nsubj"}
    served = {heads[token] for token, label in enumerate(deps) if label == "dobj"}
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


def _join_split_objects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "beat regime favourite Ada Okoro": one object that the parser takes for two, side by side."""
    for token, label in enumerate(deps):
        if label != "dobj" or tags[token] not in {"NN", "NNS"}:
            continue
        after = token + 1
        while after < len(deps) and (tags[after] == "JJ" or deps[after] == "compound") and heads[after] > after:
            after += 1
        if after < len(deps) and deps[after] == "dobj" and heads[after] == heads[token] and words[after].istitle():
            deps[token], heads[token] = "compound", after


def _join_split_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The group Clean Rivers sued Ada": one subject that the parser takes for two, side by side."""
    for token, label in enumerate(deps):
        if label not in SUBJECTS or tags[token] not in {"NN", "NNS"}:
            continue
        name = token + 1
        while name < len(deps) and deps[name] == "compound" and heads[name] > name:
            name = heads[name]
        if name < len(deps) and deps[name] in SUBJECTS and heads[name] == heads[token] and tags[name] in _NAMES:
            deps[name], heads[name] = "appos", token


def _join_kinds(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The opposition Free Steppe party": what kind of party it is, taken for another that it stands beside."""
    for token, label in enumerate(deps):
        kind = heads[token]
        if label != "appos" or tags[token] != "NN" or tags[kind] != "NN" or not kind + 1 < token:
            continue
        inner = range(kind + 1, token)
        if all(deps[at] == "compound" and heads[at] in range(at + 1, token + 1) for at in inner) and any(
            tags[at] in _NAMES for at in inner
        ):
            deps[token], heads[token] = deps[kind], token if heads[kind] == kind else heads[kind]
            for at in range(len(deps)):
                if heads[at] == kind and at != token:
                    heads[at] = token
            deps[kind], heads[kind] = "compound", token


def _give_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada and her son Ben live in Lyon": a name before a verb without a subject, taken for an adverbial."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS or label == "expl"}
    for token, label in enumerate(deps):
        verb = heads[token]
        is_before = token < verb and tags[token] == "NNP" and tags[verb] in _FINITE
        is_free = verb not in served and deps[verb] in {"ROOT", "ccomp", "conj"}
        if label in _ADVERBIALS and is_before and is_free and tags[token + 1] in {"CC", ",", tags[verb]}:
            deps[token] = "nsubj"
            served.add(verb)


def _join_predicates(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "She won a prize in 1994, then moved to Lyon": a second predicate that hangs loosely on the first."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS or label in {"expl", "mark"}}
    for token, label in enumerate(deps):
        head = heads[token]
        if label == "dep" and head < token and tags[token] in _FINITE and tags[head] in _FINITE and token not in served:
            deps[token] = "conj"


def _predicate_of_objects(words: list[str], deps: list[str], heads: list[int]) -> None:
    """ "called Ada Roe the head of Acme": what an object is said to be, taken for an apposition without a comma."""
    for token, label in enumerate(deps):
        name = heads[token]
        is_bare = name < token and words[name + 1].lower() in _ARTICLES and heads[name + 1] == token
        if label == "appos" and deps[name] == "dobj" and is_bare:
            deps[token], heads[token] = "oprd", heads[name]


def _free_compounded_verbs(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Unless Norway arrests Ada Roe": a verb that the parser makes part of the name behind it, or the reverse."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS}
    for token, label in enumerate(deps):
        name = heads[token]
        if label != "compound" or not token < name:
            continue
        if tags[token] in _FINITE and tags[name] in _NAMES:
            has_mark = any(heads[at] == token and deps[at] == "mark" for at in range(token))
            deps[token], heads[token] = "advcl" if has_mark else deps[name], heads[name]
            if heads[token] == name:
                heads[token] = token
            deps[name], heads[name] = "dobj", token
        elif token + 1 == name and tags[token] in _NAMES and tags[name] in {"VB", *_FINITE} and name not in served:
            for part in range(token):
                if heads[part] == name and deps[part] in {"compound", "det", "amod"}:
                    heads[part] = token
            deps[token] = "nsubj"


def _free_speakers(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Acme, Ada says, paid Ben": an inserted speaker whom the parser makes an apposition to the subject."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS}
    for token, label in enumerate(deps):
        subject, inserted = heads[token], heads[heads[token]]
        if label != "appos" or deps[subject] not in SUBJECTS or deps[inserted] != "parataxis":
            continue
        verb = heads[inserted]
        if subject < token < inserted < verb and verb not in served and "," in words[inserted:verb]:
            deps[token], heads[token] = "nsubj", inserted
            heads[subject] = verb


def _turn_speakers(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The ban will fail, warned its director, Ada Roe": who speaks behind the verb, taken for its object."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS}
    said = {heads[token] for token, label in enumerate(deps) if label == "ccomp" and token < heads[token]}
    for token, label in enumerate(deps):
        verb = heads[token]
        if label == "dobj" and verb in said and verb not in served and verb < token and tags[verb] in _FINITE:
            deps[token] = "nsubj"
            served.add(verb)


def _give_apposed_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "After he left Oslo, Ada paid Ben": a name before a verb without a subject, taken for an apposition."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS or label == "expl"}
    for token, label in enumerate(deps):
        if label != "appos" or tags[token] not in _NAMES:
            continue
        verb = token + 1
        while verb < len(deps) and deps[verb] in _BEFORE_VERBS and heads[verb] > verb:
            verb += 1
        is_free = verb < len(deps) and tags[verb] in _VERBS and deps[verb] in {"ROOT", "ccomp", "conj"}
        if not is_free or verb in served or not _is_below(heads[token], verb, heads):
            continue
        deps[token], heads[token] = "nsubj", verb
        served.add(verb)


def _is_below(token: int, verb: int, heads: list[int]) -> bool:
    """Whether the token hangs on the verb, in a phrase or clause before it."""
    while heads[token] != token:
        if heads[token] == verb:
            return token < verb
        token = heads[token]
    return False


def _appose_fronted(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "A native of Lyon, Ada studied law": a description before the subject is an apposition to it."""
    subject_of = {heads[token]: token for token, label in enumerate(deps) if label in {"nsubj", "nsubjpass"}}
    for token, label in enumerate(deps):
        subject = subject_of.get(heads[token])
        if label not in _FRONTED or tags[token] != "NN" or subject is None or not token < subject < heads[token]:
            continue
        is_indefinite = any(heads[at] == token and words[at].lower() in {"a", "an"} for at in range(token))
        if is_indefinite and "," in words[token:subject]:
            deps[token], heads[token] = "appos", subject


def _free_coordinated_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Ada married Bo and the couple lives in Lyon": right before a verb without a subject, it is no second object."""
    served = {heads[token] for token, label in enumerate(deps) if label in SUBJECTS or label == "expl"}
    for token, label in enumerate(deps[:-1]):
        verb, first = token + 1, heads[token]
        is_free = tags[verb] in _FINITE and deps[verb] == "conj" and verb not in served and heads[verb] < first
        if label != "conj" or not is_free or tags[token][:2] != "NN" or not _is_below_behind(first, heads[verb], heads):
            continue
        for at in range(first + 1, token):
            if heads[at] == first and deps[at] == "cc":
                heads[at] = heads[verb]
        deps[token], heads[token] = "nsubj", verb


def _is_below_behind(token: int, verb: int, heads: list[int]) -> bool:
    """Whether the token hangs on the verb, somewhere behind it."""
    while heads[token] != token and token > verb:
        token = heads[token]
    return token == verb


def _lift_descriptions(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Acme is a firm based in Lyon, and a subsidiary of Best": two descriptions; the parser takes the second for a
    place's partner."""
    for token, label in enumerate(deps):
        name = heads[token]
        if label != "conj" or tags[token] != "NN" or tags[name] not in _NAMES:
            continue
        article = next((at for at in range(name + 1, token) if heads[at] == token and words[at] in {"a", "an"}), None)
        if article is None or words[article - 2 : article] != [",", "and"]:
            continue
        above = heads[name]
        while heads[above] != above and deps[above] in {"conj", "appos", "pobj", "prep", "acl"}:
            above = heads[above]
        if deps[above] == "attr" and above < name:
            heads[token] = above


def _appose_lists(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Its two subsidiaries, Acme and Best": the names of those that it tells of, not others beside them."""
    owned = {heads[token] for token, label in enumerate(deps) if label in {"poss", "nummod"}}
    for token, label in enumerate(deps):
        plural = heads[token]
        if label != "conj" or tags[token] != "NNP" or tags[plural] != "NNS" or plural not in owned:
            continue
        if words[plural + 1] == "," and all(heads[at] == token for at in range(plural + 2, token)):
            deps[token] = "appos"


_LATER = frozenset({"later", "then", "now", "subsequently", "currently", "afterwards"})
_PHRASE_REACH = 10
"""Words between "in" and "later in"."""


def _join_phrases(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
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
