"""The order in which the mends run. It matters: many read what those before them have mended."""

from __future__ import annotations

from onrecord.language.repairs import (
    appositions,
    clauses,
    ellipsis,
    objects,
    participles,
    role_lists,
    role_names,
    role_phrases,
    role_sources,
    speech,
    subjects,
    tagging,
)
from onrecord.language.repairs.role_tree import RoleTree


def repair(words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Mends in place what grammar alone shows to be wrong."""
    subjects.lift_subjects(deps, heads)
    tagging.tell_demonstratives(words, tags, deps, heads)
    tagging.tell_lives(words, lemmas, tags, deps, heads)
    clauses.part_at_semicolons(words, deps, heads)
    objects.join_per_cent(words, lemmas, tags, deps, heads)
    objects.join_counts(words, tags, deps, heads)
    subjects.free_weekdays(words, tags, deps, heads)
    clauses.complement_particles(tags, deps, heads)
    clauses.let_go(lemmas, deps, heads)
    clauses.complement_infinitives(lemmas, tags, deps, heads)
    objects.free_dismissed(lemmas, tags, deps, heads)
    objects.predicate_objects(lemmas, tags, deps, heads)
    objects.lone_datives(tags, deps, heads)
    clauses.lift_clauses(tags, deps, heads)
    subjects.appose_second_subjects(words, tags, deps, heads)
    objects.turn_second_subjects(tags, deps, heads)
    appositions.appose_second_objects(words, tags, deps, heads)
    tagging.name_people(words, tags, deps, heads)
    appositions.appose_inside(words, tags, deps, heads)
    participles.lower_participles(words, tags, deps, heads)
    participles.free_subjects(words, tags, deps, heads)
    participles.raise_participles(words, tags, deps, heads)
    clauses.lower_whose(words, tags, deps, heads)
    clauses.coordinate_agents(words, deps, heads)
    participles.join_passives(tags, deps, heads)
    participles.free_verbs(words, tags, deps, heads)
    participles.free_reported(tags, deps, heads)
    objects.join_split_objects(words, tags, deps, heads)
    subjects.join_split_subjects(tags, deps, heads)
    appositions.join_kinds(words, tags, deps, heads)
    objects.predicate_of_objects(words, deps, heads)
    objects.predicate_of_called(lemmas, words, tags, deps, heads)
    participles.free_compounded_verbs(tags, deps, heads)
    speech.free_speakers(words, deps, heads)
    speech.lower_relatives(tags, deps, heads)
    subjects.give_subjects(tags, deps, heads)
    clauses.join_predicates(tags, deps, heads)
    clauses.lift_predicates(words, tags, deps, heads)
    subjects.give_apposed_subjects(tags, deps, heads)
    subjects.part_lawyers(words, tags, deps, heads)
    speech.turn_speakers(tags, deps, heads)
    appositions.appose_fronted(words, tags, deps, heads)
    subjects.free_coordinated_subjects(tags, deps, heads)
    appositions.lift_descriptions(words, tags, deps, heads)
    appositions.appose_lists(words, tags, deps, heads)
    appositions.appose_to_nearest(words, tags, deps, heads)
    clauses.join_listed(words, tags, deps, heads)
    participles.lower_fronted(words, tags, deps, heads)
    clauses.join_phrases(words, lemmas, tags, deps, heads)
    ellipsis.share_deeds(words, lemmas, deps, heads)


def repair_roles(tree: RoleTree) -> None:
    """Mends in place what is wrong around speech, roles and kin, knowing the lexicon and who is a person."""
    for token, tag in enumerate(tree.tags):
        if tag == "VB":
            tagging.take_infinitive(tree, token)
    for token, label in enumerate(tree.deps):
        if label == "relcl":
            speech.tell_clauses(tree, token)
    speech.invert_speech(tree)
    speech.lift_speech(tree)
    speech.free_from_speech(tree)
    tagging.tag_roles(tree)
    tagging.tag_predicates(tree)
    for token, label in enumerate(tree.deps):
        if label == "appos":
            role_names.appose_group(tree, token)
    roles = [token for token in range(len(tree.words)) if tree.is_role(token)]
    if not roles:
        return
    for token in roles:
        role_lists.lead_pair(tree, token)
        role_names.name_subject(tree, token)
        role_names.name_root(tree, token)
        role_sources.part_sources(tree, token)
        role_names.name_beside(tree, token)
        role_names.stand_by_nearest(tree, token)
        role_phrases.take_prefix(tree, token)
        role_names.free_from_name(tree, token)
        role_names.take_name(tree, token)
        role_phrases.take_phrase(tree, token)
        role_phrases.take_cause(tree, token)
        role_phrases.free_from_date(tree, token)
        role_names.list_names(tree, token)
        role_lists.share_possessor(tree, token)
        role_names.join_name(tree, token)
        role_names.lift_name(tree, token)
        role_lists.list_role(tree, token)
    role_phrases.lift_relatives(tree)
    role_lists.coordinate(tree, roles)
    for token in roles:
        role_lists.list_beside(tree, token)
        role_phrases.free_from_place(tree, token)
        role_phrases.free_meeting_place(tree, token)
