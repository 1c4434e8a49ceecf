"""Which times date a happening, and happenings that a report recalls, dated by nothing finer than a past year."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import takewhile

from mahdar.edtf import Interval
from mahdar.language.lexicon import Hit
from mahdar.language.times import TimePhrase
from mahdar.reading.events.candidates import role_words
from mahdar.reading.events.chains import before_light
from mahdar.reading.events.found import Found
from mahdar.reading.events.scene import Scene
from mahdar.reading.events.senses import Word
from mahdar.reading.passage import Passage

# News dates violence and protests by the day; by a year it dates those of the past, and counts of several. What states
# agree, vote or impose is in force and is named by its year in any report.
_FRESH = frozenset({"ASSAULT", "PROTEST"})
_SOME_DAY = Interval.day(date(2000, 7, 1))  # for relative years where the day of publication is unknown
_BREAKS = 1
_PARTICIPLES = ("م", "الم")
_LINKS = frozenset({",", "that", "to"})
_MOST = 40  # times looked at in a sentence


def recalled(passage: Passage, scene: Scene, found: Found) -> bool:
    """Whether a year other than that of publication stands in the event's clause or beside it, and dates it alone."""
    if found.type not in _FRESH:
        return False
    verb = scene.hits[found.verb].i
    at = bisect_left(passage.times, scene.span.i, key=lambda time: time.i)
    times = takewhile(lambda time: time.i < scene.span.j, passage.times[at : at + _MOST])
    near = [time for time in times if scene.parted(min(time.i, verb), max(time.i, verb)) <= _BREAKS]
    near = [time for time in near if dates(passage, scene, found, time)]
    return bool(near) and all(_past_year(time, passage.published) for time in near)


def dates(passage: Passage, scene: Scene, found: Found, time: TimePhrase) -> bool:
    """Whether a time dates the event and not a participle before it: teachers held since 2022, محتجزين منذ 2022."""
    if passage.language == "ar":
        return not (_since(time, passage) and scene.tokens.forms[time.i - 1].startswith(_PARTICIPLES))
    here = max(scene.hits[found.verb].j, scene.hits[found.deed].j)
    if time.i < here and scene.parted(time.i, scene.hits[found.verb].i) and _told_of(scene, time):
        return False
    last = max(found.verb, found.deed) + 1
    between = takewhile(lambda hit: hit.i < time.i, scene.hits[last : last + _MOST])
    return not any(_describes(passage, scene, hit) for hit in between if hit.i >= here)


def _told_of(scene: Scene, time: TimePhrase) -> bool:
    """Whether the relative clause that holds a time has a verb of its own: the junta, which seized power in 2021, …."""
    clause = scene.clause(time.i)
    relative = scene.tokens.forms[scene.opening(time.i)] in role_words()["relative"]
    return relative and any(hit.value.triggers for hit in scene.within(clause.i, time.i))


def _describes(passage: Passage, scene: Scene, hit: Hit[Word]) -> bool:
    """Whether a past form behind a noun describes it: no conjunction, relative or auxiliary stands before it."""
    past = any(sense.form == "past" for sense in hit.value.triggers)
    if not past or before_light(passage, scene.span.i, hit.i) < hit.i:
        return False
    return scene.tokens.forms[hit.i - 1] not in role_words()["relative"] | _LINKS


def _since(time: TimePhrase, passage: Passage) -> bool:
    days = time.resolve(passage.published or _SOME_DAY)
    return days is not None and days.last is None


def _past_year(time: TimePhrase, published: Interval | None) -> bool:
    days = time.resolve(published or _SOME_DAY)
    if days is None or days.grain != "year":
        return False
    here = published if time.relative is None else published or _SOME_DAY
    return here is None or days.last is None or not days.overlaps(here)
