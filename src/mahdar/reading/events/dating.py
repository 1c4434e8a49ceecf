"""The day of an event: a time of its clause, or one that stands alone between marks before or behind the clause."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import COMMAS, Span
from mahdar.reading.events.candidates import role_words
from mahdar.reading.events.found import Found, is_declared
from mahdar.reading.events.recalled import dates
from mahdar.reading.events.scene import Scene
from mahdar.reading.nesting import Nesting
from mahdar.reading.passage import Passage

_MOST = 8  # times of a clause
_WORDS = 3  # around a time that stands alone: and late on
_ENTRY = ":"
_PAST = frozenset({"past", "perfect"})
_YEAR = 4  # digits


def day(passage: Passage, scene: Scene, found: Found, said: Nesting) -> str | None:
    """The days of the time that dates an event, in EDTF."""
    clause = scene.clause(scene.hits[found.verb].i)
    inside = (time for time in _inside(passage, clause) if not _names(passage, scene, found, time))
    near = (time for time in inside if not _of_another(passage, scene, found, time))
    phrase = next((time for time in near if _told_with(passage, scene, found, time, said)), None)
    if phrase is None:
        phrase = _alone(passage, scene, found, clause, said)
    days = phrase.resolve(passage.published) if phrase and dates(passage, scene, found, phrase) else None
    return days.edtf() if days and not _lies_ahead(passage, found, days) else None


def _lies_ahead(passage: Passage, found: Found, days: Interval) -> bool:
    """Whether days come after the report, on which nothing told in the past can have been: agreed to meet on …."""
    here = passage.published.last if passage.published else None
    past = found.sense.form in _PAST
    return past and here is not None and days.first is not None and days.first > here


def _inside(passage: Passage, span: Span) -> list[TimePhrase]:
    """The first times of a stretch of tokens."""
    at = bisect_left(passage.times, span.i, key=lambda time: time.i)
    return list(takewhile(lambda time: time.i < span.j, passage.times[at : at + _MOST]))


def _names(passage: Passage, scene: Scene, found: Found, time: TimePhrase) -> bool:
    """Whether a time between an English article and a noun tells which one is meant: withdrew from the 2015 deal."""
    forms, words = passage.tokens.forms, role_words()
    if time.i == 0 or time.j >= scene.span.j or forms[time.i - 1] not in words["determining"]:
        return False
    noun = passage.tokens.is_word(time.j) and forms[time.j] not in words["governing"] | words["joining"]
    bare = time.j == time.i + 1 and len(forms[time.i]) == _YEAR and forms[time.i].isdigit()
    other = bare or (time.absolute is None and not scene.within(time.j, time.j + 1))  # killed in the 3 May raid
    return noun and other and scene.hits[found.deed].i < time.i


def _of_another(passage: Passage, scene: Scene, found: Found, time: TimePhrase) -> bool:
    """Whether a time behind an event is that of what came before it: arrested after the vote in 2020, since the coup
    in March.
    """
    here, words = max(scene.hits[found.verb].j, scene.hits[found.deed].j), role_words()
    between = passage.tokens.forms[here : time.i - 1]
    if not words["ever_since"].isdisjoint(between):
        return True
    days = time.resolve(passage.published)
    return days is not None and days.grain == "year" and not words["following"].isdisjoint(between)


def _alone(passage: Passage, scene: Scene, found: Found, clause: Span, said: Nesting) -> TimePhrase | None:
    """A time with nothing but its preposition between marks: On Monday, rebels …; 1962: …; killed ten, on Monday, …."""
    before = scene.clause(clause.i - 1) if clause.i > scene.span.i else Span(clause.i, clause.i)
    behind = scene.clause(clause.j) if clause.j < scene.span.j else Span(clause.j, clause.j)
    forms = passage.tokens.forms
    leads = clause.i < len(forms) and (
        forms[clause.i] in COMMAS or (forms[clause.i] == _ENTRY and before.i == scene.span.i)
    )
    phrase = _only(passage, before) if leads else None
    if phrase is None and behind.j > behind.i and forms[behind.i] in COMMAS:
        phrase = _only(passage, behind)
        joined = phrase is not None and not role_words()["linking"].isdisjoint(forms[behind.i : phrase.i])
        phrase = None if phrase is None or joined or _of_another(passage, scene, found, phrase) else phrase
    return phrase if phrase is not None and _told_with(passage, scene, found, phrase, said) else None


def _told_with(passage: Passage, scene: Scene, found: Found, time: TimePhrase, said: Nesting) -> bool:
    """Whether a time stands in the statement that tells the event, which it does not where it is that of the saying."""
    holder = None if found.main else said.at(passage.tokens.start(scene.hits[found.verb].i))
    told = holder is None or time.start >= passage.statements[holder].start
    return told or found.sense.kind == "speech" or is_declared(found)


def _only(passage: Passage, span: Span) -> TimePhrase | None:
    """The one time of a stretch that holds nothing else but words that may lead it."""
    times = _inside(passage, span)
    if len(times) != 1 or span.j - span.i - (times[0].j - times[0].i) > _WORDS + 1:
        return None
    forms, lead = passage.tokens.forms, role_words()["dating"]
    rest = (*range(span.i, times[0].i), *range(times[0].j, span.j))
    marks = (not passage.tokens.is_word(k) and not passage.tokens.is_number(k) for k in rest)
    return times[0] if all(mark or forms[k] in lead for mark, k in zip(marks, rest, strict=True)) else None
