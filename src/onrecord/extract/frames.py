"""Matches the lexicon's frames on the parse: one matcher for all constructions, which are data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.actors import FORMER, Actor, Actors
from onrecord.extract.arguments import Arguments
from onrecord.extract.concerns import concerned
from onrecord.extract.fixed_words import phrase_noun, possible_senses
from onrecord.extract.frame_dates import FrameDates
from onrecord.extract.offices import HOLDING, Offices
from onrecord.extract.parts import Parts
from onrecord.extract.plans import judged
from onrecord.extract.topics import Topics
from onrecord.extract.worth import Worth
from onrecord.language.dates import DateMention
from onrecord.language.descriptions import noun_entry
from onrecord.language.mentions import Span
from onrecord.language.reading import Reading
from onrecord.model import EntityType, Form
from onrecord.ontology import Ontology, Predicate
from onrecord.ontology.lexicon import Entry, Sense
from onrecord.ontology.predicates import relation_to_whole

_GRANTED = frozenset(
    {"after", "since", "following", "over", "during", "despite", "with", "into", "by", "to", "in", "for"}
)
"""Prepositions behind which a deed is taken for granted."""
_OF_VERBS = frozenset({"subject", "directObject"})
_LOCATIONS = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_PERSON = EntityType.PERSON


type ArgumentsOf = Callable[[int, str], list[int]]
"""The heads that fill an argument of a word."""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in the text. `subject` is None for an unnamed agent; `date` is the object of a date relation.

    `is_over` marks a standing that ends with what is told, so that it is told only where that is.
    `is_loose` marks a topic that is merely named in what is said, and is neither its subject nor its object.
    """

    sense: Sense
    predicate: str
    trigger: int
    subject: Actor | None
    object: Actor | None
    date: DateMention | None = None
    detail: str | None = None
    is_background: bool = False
    is_default: bool = False
    is_loose: bool = False
    is_over: bool = False


def _is_of_group(span: Span) -> bool:
    return span.form is Form.NAME and span.type is EntityType.ORGANISATION


class FrameMatcher:
    """Finds the frames of one reading."""

    def __init__(
        self, reading: Reading, ontology: Ontology, arguments: Arguments, actors: Actors, parts: Parts
    ) -> None:
        self._reading, self._ontology, self._arguments, self._actors = reading, ontology, arguments, actors
        self._worth = Worth(reading, actors)
        self._parts, self._dates = parts, FrameDates(reading)
        self._parse, self._lexicon = reading.parse, ontology.lexicon
        self._in_names = {t for span in reading.spans if _is_of_group(span) for t in range(span.first, span.end)}
        self._in_names -= set(reading.span_at)
        self._topics = Topics(reading, arguments, actors, ontology.lexicon)
        self._offices = Offices(reading, ontology, arguments, actors)

    def matches(self) -> Iterator[Match]:
        """All frames outside headings, in the order of their words.

        A deed that a noun mentions without its agent ("her arrest") is left out where the text tells it in full.
        """
        found = list(judged(list(self._all()), self._parse, self._ontology))
        told = {
            (match.predicate, match.object.chain)
            for match in found
            if match.object is not None and (match.subject is not None or self._parse.is_verb(match.trigger))
        }
        for match in found:
            is_mention = match.subject is None and match.object is not None and self._parse.is_noun(match.trigger)
            if not (is_mention and match.object and (match.predicate, match.object.chain) in told):
                yield match

    def _all(self) -> Iterator[Match]:
        for sentence in self._parse.sentences:
            if not sentence.is_heading:
                for token in range(sentence.first, sentence.end):
                    yield from self._at(token)
                    yield from self._intended(token)

    def _at(self, token: int) -> Iterator[Match]:
        parse = self._parse
        if self._is_predicated_adjective(token):
            entry: Entry | None = self._lexicon.adjectives[parse.words[token].lower()]  # "has been married to"
            argument: ArgumentsOf = self._arguments.of_adjective
        elif parse.is_verb(token):
            entry = self._lexicon.verbs.get(parse.lemmas[token])
            argument = self._arguments.of_verb
        elif parse.is_noun(token):
            entry = noun_entry(parse, self._lexicon, token)
            argument = self._arguments.of_noun
        elif parse.tags[token].startswith("JJ"):
            entry = self._lexicon.adjectives.get(parse.lemmas[token])
            argument = self._arguments.of_adjective
        elif parse.tags[token] == "RB":
            entry = self._lexicon.markers.get(parse.lemmas[token])
            argument = self._arguments.of_adverb
        else:
            return
        is_event = entry is not None and entry.denotes is EntityType.EVENT
        if entry is None or not entry.senses or (parse.is_noun(token) and not is_event):
            entry = self._name_entry(token) or entry  # a word inside a name is no description
        if entry is None or token in self._in_names:
            return
        seen: set[tuple[int | None, int | None, DateMention | None]] = set()
        said: set[str] = set()
        for sense in possible_senses(self._parse, entry, token):
            if sense.office_of and sense.predicate in said:
                continue  # who "resigned from the board" need not have left an office elsewhere
            for match in self._fill(sense, token, self._with_phrase(sense, token, argument)):
                said.add(match.predicate)
                ends = [end.chain if end is not None else None for end in (match.subject, match.object)]
                pair = (ends[0], ends[1], match.date)
                if pair not in seen:
                    seen.add(pair)
                    yield match

    def _intended(self, verb: int) -> Iterator[Match]:
        """What its modal makes of a deed: "Norway will build a school in Kenya", where a country or an organisation
        does it."""
        parse = self._parse
        modals = parse.children_by(verb, "aux") if parse.is_verb(verb) else []
        entries = [self._lexicon.markers.get(parse.lemmas[modal]) for modal in modals]
        senses = [sense for entry in entries if entry is not None for sense in entry.senses]
        if not senses or parse.child(verb, "neg", "expl") is not None or self._arguments.is_passive(verb):
            return
        for sense in senses:
            for match in self._fill(sense, verb, self._deed):
                is_person = match.subject is not None and self._reading.chains[match.subject.chain].type is _PERSON
                if not is_person:
                    yield match

    def _deed(self, verb: int, argument: str) -> list[int]:
        return [verb] if argument == "clause" else self._arguments.of_verb(verb, argument)

    def _with_phrase(self, sense: Sense, token: int, argument: ArgumentsOf) -> ArgumentsOf:
        """The arguments of a word, those that its fixed phrase holds included."""
        noun = phrase_noun(self._parse, sense, token) if sense.particle is not None else None
        if noun is None:
            return argument
        return lambda word, name: argument(word, name) or self._arguments.of_noun(noun, name)

    def _is_predicated_adjective(self, token: int) -> bool:
        """Whether a word is a state rather than an act: "has been married to", "the two were married"."""
        entry = self._lexicon.adjectives.get(self._parse.words[token].lower())
        if entry is None or self._parse.deps[token] == "acomp":
            return entry is not None
        is_mutual = any(sense.is_mutual for sense in entry.senses)
        return is_mutual and self._parse.child(token, "auxpass") is not None

    def _name_entry(self, token: int) -> Entry | None:
        """What the lexicon says of every name of this class, if a name stands here."""
        number = self._reading.span_at.get(token)
        if number is None or self._reading.spans[number].form is not Form.NAME:
            return None
        return self._lexicon.names.get(self._reading.spans[number].type.value)

    def _fill(self, sense: Sense, token: int, argument: ArgumentsOf) -> Iterator[Match]:
        predicate = self._ontology.predicates.get(sense.predicate)
        if predicate is None:
            return
        subject_types = sense.subject_types or predicate.domain
        object_types = sense.object_types or predicate.range
        is_standing = predicate.is_literal or object_types <= _LOCATIONS
        subjects = self._first_filled(sense.subject, token, argument, subject_types, is_standing=is_standing)
        if sense.of_unnamed:
            subjects = [subject for subject in subjects if not self._reading.chains[subject.chain].is_named]
        detail = self._detail(sense, token, argument) or self._former(sense, token)
        is_standing_noun = self._parse.is_noun(token) and "self" in sense.subject + sense.object
        background = is_standing_noun and not self._offices.is_predicated(token)
        background |= not predicate.plover_events and self._is_aside(token)
        if predicate.is_literal:
            chains = self._reading.chains
            for subject in (s for s in subjects if not chains[s.chain].is_plural or chains[s.chain].is_named):
                for date in self._dates.of(sense, token):
                    yield Match(sense, predicate.name, token, subject, None, date, detail, background)
            return
        if sense.office_of:
            yield from self._in_office(sense, token, argument, subjects, background)
            return
        objects = self._first_filled(sense.object, token, argument, object_types, subjects, acts=False)
        others = {obj.chain for obj in objects} - {subject.chain for subject in subjects}
        if sense.reaches and not self._worth.are_told(others) and not self._are_hit(others, predicate):
            objects = self._farther(sense, token, argument, object_types, subjects) or objects
        filled = next((name for name in sense.object if argument(token, name)), "")
        sides = self._sides(argument(token, filled), object_types) if filled in sense.subject else []
        if sides:
            subjects = objects = sides
        elif sense.is_mutual and filled == "subject":
            objects = subjects if len(subjects) > 1 and self._arguments.is_couple(token) else []
        if not objects and predicate.needs_names:
            objects = self._first_filled(sense.object, token, self._arguments.nearby, object_types, acts=False)
        if sense.is_of_kind:
            chains = self._reading.chains
            objects = [obj for obj in objects if chains[obj.chain].is_called(predicate.object_nouns)]
        objects = [named for obj in objects for named in self._known_or_whole(obj, predicate)]
        objects = [*objects, *(place for obj in objects for place in self._actors.containing(obj, object_types))]
        is_of_subject = not _OF_VERBS.isdisjoint(sense.subject) and self._parse.is_verb(token)
        if not subjects and objects and predicate.needs_names and is_of_subject:
            found = self._actors_at(self._arguments.main_subject(token), subject_types, acts=False)
            subjects = [actor for actor in found.values() if actor.chain not in {obj.chain for obj in objects}]
        is_default = False
        if not objects and sense.default_object and self._offices.is_of_context(token):
            country = self._actors.country_of_context(token)
            objects, is_default = [country] if country is not None else [], True
        is_same = {subject.chain for subject in subjects} == {obj.chain for obj in objects}
        if is_same and not sides and self._parse.is_noun(token):
            subjects = []  # "Ada's arrest" is not by Ada
        if not subjects and predicate.agent_may_be_unknown and objects:
            is_untold = "untold" in sense.subject
            if is_untold or ("self" not in sense.subject and self._is_agentless(token)):  # "its founders" names nobody
                for obj in objects:
                    is_known = self._parse.is_verb(token) or self._worth.is_known(self._reading.chains[obj.chain])
                    if is_known and self._worth.is_worthy(None, obj, predicate):
                        yield Match(sense, predicate.name, token, None, obj, None, detail)
            return
        if "topic" in sense.object and (acts := list(self._speech_acts(sense, token, subjects, detail))):
            yield from acts
            return
        general = self._offices.lessened(predicate, token) if "self" in sense.subject else predicate.name
        for subject in subjects:
            for obj in objects:
                name = self._refined(self._of_member(general, obj), obj)
                if subject.chain != obj.chain and self._worth.is_worthy(
                    subject, obj, predicate, is_background=background
                ):
                    loose = "topic" in sense.object and not self._topics.is_main(token, obj)
                    yield Match(sense, name, token, subject, obj, None, detail, background, is_default, loose)
            if not objects and predicate.claim_implies:
                yield Match(sense, predicate.name, token, subject, None, None, detail)

    def _is_aside(self, verb: int) -> bool:
        """Whether a clause belongs to an apposition, which is the writer's own: "the weekly she founded"."""
        parse = self._parse
        noun = parse.heads[verb]
        return parse.is_verb(verb) and parse.deps[verb] in {"acl", "relcl"} and parse.deps[noun] == "appos"

    def _are_hit(self, chains: Iterable[int], predicate: Predicate) -> bool:
        """Whether people suffer a deed that is news whoever they are: "opened fire on protesters in Lyon"."""
        types = {self._reading.chains[chain].type for chain in chains}
        return types == {_PERSON} and predicate.agent_may_be_unknown

    def _sides(self, heads: Sequence[int], types: frozenset[EntityType]) -> list[Actor]:
        """Those whose people do together what holds both ways: "Kenyan and Ugandan officials met"."""
        return list(self._actors.sides(heads[0], types)) if len(heads) == 1 else []

    def _is_agentless(self, word: int) -> bool:
        """Whether the text tells a deed without who did it: a passive, or a noun where it takes the deed for granted.

        "The arrest of Ada shocked" does, "talks about the arrest of Ada" does not.
        """
        parse = self._parse
        if parse.is_verb(word):
            return self._arguments.is_passive(word) and not self._has_agent(word)
        verb = self._arguments.support_verb(word)
        if verb is not None:
            return self._is_agentless(verb)
        if parse.deps[word] == "pobj":
            return parse.lemmas[parse.heads[word]] in _GRANTED
        return parse.deps[word] in {"nsubj", "nsubjpass"}

    def _in_office(
        self, sense: Sense, token: int, argument: ArgumentsOf, subjects: Sequence[Actor], background: bool
    ) -> Iterator[Match]:
        """What becomes of the office of somebody: who leaves it, who has it next ("resigned", "has taken over from").

        A relation of leaving is one with whose the office is; the most general one of offices is that of the office.
        Whose the office is may be said of its own ("her Polish counterpart").
        """
        is_free = not sense.fixed_objects and "directObject" not in sense.office_of
        if is_free and self._parse.is_verb(token) and self._parse.child(token, "dobj") is not None:
            return  # "quit the race"
        holders = [head for name in sense.office_of for head in argument(token, name)]
        for name, whose in self._offices.held_by(holders, token):
            predicate = self._ontology.predicates[name if sense.predicate == HOLDING else sense.predicate]
            own = self._first_filled(sense.object, token, argument, predicate.range, subjects, acts=False)
            for obj in own or ([whose] if "office" in sense.object else []):
                is_fit = self._reading.chains[obj.chain].type in (sense.object_types or predicate.range)
                for subject in subjects if is_fit else ():
                    if subject.chain != obj.chain and self._worth.is_worthy(
                        subject, obj, predicate, is_background=background
                    ):
                        yield Match(sense, predicate.name, token, subject, obj, None, None, background)

    def _speech_acts(self, sense: Sense, verb: int, subjects: Sequence[Actor], detail: str | None) -> Iterator[Match]:
        """What saying is when it says what others must do or what the speaker will do: a demand, a promise."""
        for relation, clause, is_own in self._topics.speech_acts(verb, subjects):
            is_not = self._parse.child(clause, "neg") is not None
            name = self._ontology.predicates[relation].when_negated if is_not else relation
            if name is None:
                continue
            predicate = self._ontology.predicates[name]
            about = self._arguments.surface_subject(clause)
            if is_own:
                promising = self._actors_at(about, predicate.domain, acts=False)
                own = [subject for subject in subjects if subject.chain in promising]
                speakers = own or list(promising.values())
                objects = self._reached([clause], verb, predicate.range, speakers, is_own=True)
            else:
                speakers = list(subjects)
                objects = list(self._actors_at(about, predicate.range, acts=False).values())
            for subject in speakers:
                for obj in objects:
                    if subject.chain != obj.chain and self._worth.is_worthy(
                        subject, obj, predicate, is_background=False
                    ):
                        yield Match(sense, name, verb, subject, obj, None, detail)

    def _known_or_whole(self, obj: Actor, predicate: Predicate) -> Sequence[Actor]:
        """An object itself, or what it is a part of where it has no name: "joined the faculty of X"."""
        if self._worth.is_known(self._reading.chains[obj.chain]):
            return [obj]
        return list(self._parts.wholes(obj)) if predicate.holds_of_whole is not None else [obj]

    def _of_member(self, name: str, obj: Actor) -> str:
        """The relation; the one to the whole where the object stands for its part ("heads the Lyon office of X")."""
        return (relation_to_whole(name, self._ontology.predicates) if obj.is_whole else None) or name

    def _refined(self, name: str, obj: Actor) -> str:
        """The more special relation that what the object is asks for: a member of a party."""
        for predicate in self._ontology.predicates.values():
            if name in predicate.parents and self._reading.chains[obj.chain].is_called(predicate.object_nouns):
                return predicate.name
        return name

    def _first_filled(
        self,
        names: Sequence[str],
        token: int,
        argument: ArgumentsOf,
        types: frozenset[EntityType],
        others: Sequence[Actor] = (),
        *,
        acts: bool = True,
        is_standing: bool = False,
    ) -> list[Actor]:
        """The actors of the first argument that has any.

        Frames of standing, where and since when something is, look farther for what a participle belongs to.
        """
        for name in names:
            tokens = self._topics.of(token, others) if name == "topic" else argument(token, name)
            tokens = [t for t in tokens if not self._parse.words[t].lower().endswith(("self", "selves"))]
            found = self._actors_at(tokens, types, acts=acts)
            if name == "directObject" and self._parse.deps[token] == "acl":
                found = self._standing(token, types, found) if is_standing else found
            if name == "between" and others:
                found = {chain: actor for chain, actor in found.items() if chain != others[0].chain}
            if found:
                return list(found.values())
        return []

    def _actors_at(self, tokens: Sequence[int], types: frozenset[EntityType], *, acts: bool) -> dict[int, Actor]:
        found: dict[int, Actor] = {}
        for head in tokens:
            for actor in self._actors.every(head, types, acts=acts):
                found.setdefault(actor.chain, actor)
        return found

    def _standing(self, participle: int, types: frozenset[EntityType], found: dict[int, Actor]) -> dict[int, Actor]:
        """Whom a participle of standing belongs to: the organisation right before it, or what it was attached to.

        "The head of Acme, based in Lyon": the parser takes the head; "a maker of ships based in Lyon": the ships.
        """
        parse, reading = self._parse, self._reading
        before = participle - 2 if parse.words[participle - 1] == "," else participle - 1
        near = next((n for n, span in enumerate(reading.spans) if span.first <= before < span.end), None)
        chain = reading.chain_of[near] if near is not None else None
        if near is not None and chain is not None and reading.spans[near].form is Form.NAME:
            is_group = reading.chains[chain].type is EntityType.ORGANISATION
            if is_group and EntityType.ORGANISATION in types:
                return self._actors_at([reading.spans[near].head], types, acts=False)
        for heads in self._arguments.enclosing(parse.heads[participle]) if not found else ():
            found = found or self._actors_at(heads, types, acts=False)
        return found

    def _farther(
        self,
        sense: Sense,
        token: int,
        argument: ArgumentsOf,
        types: frozenset[EntityType],
        subjects: Sequence[Actor],
    ) -> list[Actor]:
        """Who is told of in the later arguments ("massed along the border with Sweden"), else in what all are about."""
        own = {subject.chain for subject in subjects}
        arguments = [argument(token, name) for name in sense.object if name not in sense.subject]
        for heads in arguments:
            found = self._actors_at(heads, types, acts=False)
            if self._worth.are_told(found) and own.isdisjoint(found):
                return list(found.values())
        is_own = self._parse.is_verb(token) and token in argument(token, "clause")
        return self._reached((head for heads in arguments for head in heads), token, types, subjects, is_own=is_own)

    def _reached(
        self,
        heads: Iterable[int],
        word: int,
        types: frozenset[EntityType],
        subjects: Sequence[Actor],
        *,
        is_own: bool = False,
    ) -> list[Actor]:
        """Whom the things or deeds at `heads`, arguments of a word, concern: the nearest actors in them who can be told
        from others, else the nearest place or those of one's own ("its ambassador")."""
        own = {subject.chain for subject in subjects}
        for head in heads:
            place = -1
            for token in concerned(self._parse, head, word, is_own=is_own):
                found = self._actors_at([token], types, acts=False)
                if not self._worth.are_told(found) or not own.isdisjoint(found):
                    continue
                owner = self._parse.child(token, "poss")
                is_theirs = owner is not None and self._reading.chain_at(owner) in own
                if not is_theirs and any(self._reading.chains[chain].type is not EntityType.PLACE for chain in found):
                    return list(self._actors_at(self._parse.conjuncts(token), types, acts=False).values())
                place = token if place < 0 else place
            if place >= 0:
                return list(self._actors_at(self._parse.conjuncts(place), types, acts=False).values())
        return []

    def _has_agent(self, verb: int) -> bool:
        """Whether the text says who did it, and not only with what: "killed by a roadside bomb"."""
        agents = self._arguments.of_verb(verb, "subject")
        entries = [noun_entry(self._parse, self._lexicon, token) for token in agents]
        return not all(entry is not None and entry.denotes is None and entry.acts_for for entry in entries)

    # --- what is not an actor -----------------------------------------------------------------------------------------

    def _detail(self, sense: Sense, token: int, argument: ArgumentsOf) -> str | None:
        for name in sense.detail:
            heads = argument(token, name)
            if heads and heads[0] not in self._reading.date_at:
                first, end = self._parse.subtree(heads[0])
                return " ".join(self._parse.span_text(first, end).split())
            if name == "clause":
                for quote in self._reading.quotes:
                    if quote.verb == token:
                        return " ".join(self._parse.span_text(quote.first, quote.end).split())
        return None

    def _former(self, sense: Sense, noun: int) -> str | None:
        """ "former": what a role that is over must say of itself."""
        modifiers = self._arguments.of_noun(noun, "modifier") if "self" in sense.subject else []
        return next((self._parse.words[m].lower() for m in modifiers if self._parse.lemmas[m] in FORMER), None)
