"""Speech: who says it, and what of the sentence is what they say."""

from __future__ import annotations

from onrecord.language.parse import SUBJECTS
from onrecord.language.quotes import introduces_speech
from onrecord.language.repairs.role_tree import RoleTree
from onrecord.language.repairs.tree import FINITE, heads_with
from onrecord.model import EntityType

_CLAUSES = frozenset({"ccomp", "xcomp"})


def free_speakers(words: list[str], deps: list[str], heads: list[int]) -> None:
    """ "Acme, Ada says, paid Ben": an inserted speaker whom the parser makes an apposition to the subject."""
    served = heads_with(deps, heads, SUBJECTS)
    for token, label in enumerate(deps):
        subject, inserted = heads[token], heads[heads[token]]
        if label != "appos" or deps[subject] not in SUBJECTS or deps[inserted] != "parataxis":
            continue
        verb = heads[inserted]
        if subject < token < inserted < verb and verb not in served and "," in words[inserted:verb]:
            deps[token], heads[token] = "nsubj", inserted
            heads[subject] = verb


def turn_speakers(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The ban will fail, warned its director, Ada Roe": who speaks behind the verb, taken for its object."""
    served = heads_with(deps, heads, SUBJECTS)
    said = {heads[token] for token, label in enumerate(deps) if label == "ccomp" and token < heads[token]}
    for token, label in enumerate(deps):
        verb = heads[token]
        if label == "dobj" and verb in said and verb not in served and verb < token and tags[verb] in FINITE:
            deps[token] = "nsubj"
            served.add(verb)


def lower_relatives(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """ "The man who witnesses said beat Ada": he beat her, not the witnesses."""
    served = heads_with(deps, heads, SUBJECTS)
    for who, tag in enumerate(tags):
        speaker = heads[who]
        verb = heads[speaker]
        is_inserted = tag == "WP" and deps[who] in SUBJECTS and who < speaker < verb and deps[speaker] in SUBJECTS
        if not is_inserted or deps[verb] != "relcl":
            continue
        said = next((at for at in range(verb + 1, len(deps)) if heads[at] == verb and deps[at] in _CLAUSES), None)
        if said is not None and said not in served and tags[said] in {*FINITE, "VBN"}:
            deps[said], heads[who] = "ccomp", said


def invert_speech(tree: RoleTree) -> None:
    """ "Norway could expel them, warned its ambassador": what follows such a verb is who speaks."""
    for verb, label in enumerate(tree.deps):
        said = tree.heads[verb]
        is_behind = label == "conj" and said < verb and tree.words[verb - 1] in {",", '"', "”"}
        if not is_behind or tree.tags[verb] != "VBD" or not introduces_speech(tree.lexicon, tree.lemmas[verb]):
            continue
        speaker = tree.child(verb, "dobj")
        is_joined = any(tree.heads[at] == said and tree.deps[at] == "cc" for at in range(said, verb))
        if is_joined or speaker is None or speaker < verb or tree.child(verb, *SUBJECTS) is not None:
            continue
        tree.deps[verb], tree.heads[verb] = tree.deps[said], verb if tree.heads[said] == said else tree.heads[said]
        tree.deps[said], tree.heads[said], tree.deps[speaker] = "ccomp", verb, "nsubj"


def lift_speech(tree: RoleTree) -> None:
    """ "She said he had left and accused Acme of": what she did besides saying, not what she said he did."""
    for verb, label in enumerate(tree.deps):
        said = _behind_event(tree, tree.heads[verb]) if label == "conj" else verb
        speech = tree.heads[said]
        if label == "conj" and tree.deps[said] == "ccomp" and speech < said and _is_of_living(tree, verb, said):
            tree.heads[verb] = speech
            continue
        is_plain = label == "conj" and tree.tags[verb] == "VBD" and tree.child(verb, "aux", *SUBJECTS) is None
        if not is_plain or tree.deps[said] != "ccomp" or tree.tags[speech] != "VBD" or not speech < said:
            continue
        is_earlier = tree.child(said, "aux") is not None
        if is_earlier and all(introduces_speech(tree.lexicon, tree.lemmas[at]) for at in (verb, speech)):
            tree.heads[verb] = speech


def _behind_event(tree: RoleTree, verb: int) -> int:
    """The clause that a circumstance belongs to which is nobody's deed: "had died since the emergency began"."""
    subject = tree.child(verb, "nsubj") if tree.deps[verb] == "advcl" else None
    if subject is None or tree.tags[subject] not in {"NN", "NNS"} or tree.child(tree.heads[verb], "aux") is None:
        return verb
    entry = tree.lexicon.nouns.get(tree.lemmas[subject])
    return tree.heads[verb] if entry is None or entry.denotes in {None, EntityType.EVENT} else verb


def _is_of_living(tree: RoleTree, verb: int, said: int) -> bool:
    """Whether a deed is coordinated with somebody's death, who does nothing more: "was hanged and has filed"."""
    entry = tree.lexicon.verbs.get(tree.lemmas[said])
    senses = entry.senses if entry is not None and tree.child(said, "auxpass") is not None else ()
    is_death = tree.lemmas[said] == "die" or any(s.predicate == "killed" and not s.particle for s in senses)
    is_deed = tree.child(verb, "dobj") is not None or introduces_speech(tree.lexicon, tree.lemmas[verb])
    is_active = tree.child(verb, "auxpass", *SUBJECTS) is None and tree.tags[verb] in {"VBD", "VBZ", "VBP", "VBN"}
    return is_death and is_deed and is_active and tree.lemmas[verb] not in {"leave", "die"}


def free_from_speech(tree: RoleTree) -> None:
    """ "Ada returned the favour, says Bo, by paying Cy": what follows the speaker belongs to what is said."""
    for phrase, label in enumerate(tree.deps):
        speech = tree.heads[phrase]
        if label != "prep" or tree.words[phrase - 1] != ",":
            continue
        speaker, said = tree.child(speech, "nsubj"), tree.child(speech, "ccomp")
        if speaker is None or said is None:
            continue
        is_inserted = said < speech < speaker < phrase and introduces_speech(tree.lexicon, tree.lemmas[speech])
        if is_inserted and tree.child(phrase, "pcomp") is not None:
            tree.heads[phrase] = said


def tell_clauses(tree: RoleTree, verb: int) -> None:
    """ "They informed the court that Ada had paid Ben": what they said, taken for a clause about the court.

    A relative clause would lack a part, which "that" stands for; this one has them all.
    """
    listener = tree.heads[verb]
    teller = tree.heads[listener]
    if tree.deps[verb] != "relcl" or tree.deps[listener] not in {"dobj", "dative"} or not _may_tell(tree, teller):
        return
    that = tree.child(verb, "mark", "dobj", "pobj", "dative")
    if that is None or tree.words[that].lower() != "that" or not listener < that < verb:
        return
    own = [at for at in range(that + 1, len(tree.words)) if tree.heads[at] == verb]
    subject = next((at for at in own if tree.deps[at] in SUBJECTS), None)
    is_whole = any(tree.deps[at] in {"dobj", "attr", "acomp", "nsubjpass", "ccomp", "xcomp"} for at in own)
    if subject is not None and subject < verb and is_whole:
        tree.deps[verb], tree.heads[verb] = "ccomp", teller
        tree.deps[that], tree.tags[that] = "mark", "IN"


def _may_tell(tree: RoleTree, verb: int) -> bool:
    """Whether a clause may say what the verb is about."""
    entry = tree.lexicon.verbs.get(tree.lemmas[verb]) if tree.tags[verb].startswith("VB") else None
    return entry is not None and entry.embedding(("clause",)) is not None
