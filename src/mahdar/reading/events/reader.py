"""From a passage to its events: one pass of the lexicon, grammar at its hits, then actors, days and spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from operator import attrgetter

from mahdar.language.lexicon import Hit
from mahdar.language.tokens import Span
from mahdar.model import Event
from mahdar.reading.events.datelines import behind_dateline
from mahdar.reading.events.dating import day
from mahdar.reading.events.found import Found, is_declared
from mahdar.reading.events.recalled import recalled
from mahdar.reading.events.roles import Told, parties
from mahdar.reading.events.scene import Scene
from mahdar.reading.events.senses import Word
from mahdar.reading.nesting import Nesting
from mahdar.reading.passage import Passage

_GRAMMARS = {"ar": "mahdar.reading.events.arabic", "en": "mahdar.reading.events.english"}
_LONGEST = 40
Find = Callable[[Scene], Iterator[Found]]
# What is denied, demanded, threatened or promised is not reported to have happened.
_UNREAL = frozenset({"deny", "demand", "threaten", "promise"})
_CONJUNCTIONS = "وف"
_place = attrgetter("i")


def events(passage: Passage) -> list[Event]:
    """The events that a passage asserts, in order; none for a language without a grammar.

    Reads ``tokens``, ``sentences``, ``named``, ``times``, ``statements`` and ``published``; the span runs from the
    first word of the event to the end of its clause. Linear in the length of the text.
    """
    said = Nesting((s.start, s.end) for s in passage.statements)
    unreal = Nesting((s.start, s.end) for s in passage.statements if s.act in _UNREAL)
    read = ((scene, found, _event(passage, scene, found, said)) for scene, found in find(passage))
    made = ((found, event) for scene, found, event in read if _is_done(passage, scene, found, event))
    return [
        event if found.main else _attributed(passage, event, said)
        for found, event in made
        if found.main or is_declared(found) or unreal.at(event.start) is None
    ]


def find(passage: Passage) -> Iterator[tuple[Scene, Found]]:
    """The events with the sentence each stands in and the table row that decided."""
    name = _GRAMMARS.get(passage.language)
    if name is None or not passage.sentences:
        return
    grammar = import_module(name)
    hits, first = grammar.lexicon().find(passage.tokens), 0
    while first < len(hits):
        number = passage.sentence_of(hits[first].i)
        behind = passage.sentences[number + 1].i if number + 1 < len(passage.sentences) else len(passage.tokens)
        last = bisect_left(hits, behind, first, key=_place)
        yield from _sentence(passage, passage.sentences[number], hits[first:last], grammar.find)
        first = last


def _sentence(passage: Passage, span: Span, hits: list[Hit[Word]], find: Find) -> Iterator[tuple[Scene, Found]]:
    """One event of a type for each clause of a sentence."""
    if not any(hit.value.matters for hit in hits):
        return
    scene = Scene.of(passage.tokens, span, hits)
    seen: set[tuple[str, int]] = set()
    for found in find(scene):
        key = (found.type, scene.clause(hits[found.verb].i).i)
        if key not in seen and not recalled(passage, scene, found):
            seen.add(key)
            yield scene, found


def _event(passage: Passage, scene: Scene, found: Found, said: Nesting) -> Event:
    span = _span(passage, scene, found)
    tokens = passage.tokens
    start = tokens.start(span.i, _conjunction(scene, found))
    end = tokens.end(span.j - 1)
    who = parties(passage, scene, found, _told(passage, scene, found, said))
    edtf = day(passage, scene, found, said)
    return Event(start, end, passage.text[start:end], found.type, who.actors, who.recipients, edtf)


def _is_done(passage: Passage, scene: Scene, found: Found, event: Event) -> bool:
    """Whether a verb that takes a named party as its subject has one, before it or directly behind it."""
    if found.sense.kind != "party":
        return True
    verb = scene.hits[found.verb]
    first = bisect_left(passage.named, scene.clause(verb.i).i, key=_place)
    last = bisect_left(passage.named, verb.j + 1, first, key=_place)
    return any(name.entity in event.actors for name in passage.named[first:last])


def _told(passage: Passage, scene: Scene, found: Found, said: Nesting) -> Told:
    """The statement in which the event's verb stands, if it begins in the same sentence."""
    holder = said.at(passage.tokens.start(scene.hits[found.verb].i))
    if holder is None or found.main:
        return Told()
    statement = passage.statements[holder]
    start = passage.tokens.token_at(statement.start)
    speakers = statement.speakers if statement.quoted or start >= scene.span.i else ()
    return Told(max(start, scene.span.i), speakers, statement.quoted)


def _span(passage: Passage, scene: Scene, found: Found) -> Span:
    """From the first of carrier and deed, of a passive from its subject, to the end of the clause of the last."""
    verb, deed = scene.hits[found.verb], scene.hits[found.deed]
    end = max(scene.clause(max(verb.i, deed.i)).j, verb.j, deed.j)
    start = min(verb.i, deed.i)
    if found.passive:
        start = max(scene.opening(start), start - _LONGEST // 2, min(behind_dateline(passage, scene), start))
    end = max(min(end, start + _LONGEST), verb.j, deed.j)
    while end > max(verb.j, deed.j) and not scene.tokens.forms[end - 1][0].isalnum():
        end -= 1
    return Span(start, end)


def _conjunction(scene: Scene, found: Found) -> int:
    """How many letters of a conjunction are written together with the first word of an event."""
    hit = scene.hits[min(found.verb, found.deed)]
    if found.passive:
        return 0
    return len(hit.proclitics) - len(hit.proclitics.lstrip(_CONJUNCTIONS))


def _attributed(passage: Passage, event: Event, said: Nesting) -> Event:
    """The event with those who report it: the speakers of the innermost statement in which it stands."""
    holder = said.at(event.start)
    return event if holder is None else replace(event, reported_by=passage.statements[holder].speakers)
