"""Happenings that a report recalls: violence and protests that it dates by nothing finer than a past year."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import takewhile

from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.reading.events.found import Found
from mahdar.reading.events.scene import Scene
from mahdar.reading.passage import Passage

# News dates violence and protests by the day; by a year it dates those of the past, and counts of several. What states
# agree, vote or impose is in force and is named by its year in any report.
_FRESH = frozenset({"ASSAULT", "PROTEST"})
_SOME_DAY = Interval.day(date(2000, 7, 1))  # for relative years where the day of publication is unknown
_BREAKS = 1
_MOST = 40  # times looked at in a sentence


def recalled(passage: Passage, scene: Scene, found: Found) -> bool:
    """Whether a year other than that of publication stands in the event's clause or beside it, and dates it alone."""
    if found.type not in _FRESH:
        return False
    verb = scene.hits[found.verb].i
    at = bisect_left(passage.times, scene.span.i, key=lambda time: time.i)
    times = takewhile(lambda time: time.i < scene.span.j, passage.times[at : at + _MOST])
    near = [time for time in times if scene.parted(min(time.i, verb), max(time.i, verb)) <= _BREAKS]
    return bool(near) and all(_past_year(time, passage.published) for time in near)


def _past_year(time: TimePhrase, published: Interval | None) -> bool:
    days = time.resolve(published or _SOME_DAY)
    if days is None or days.grain != "year":
        return False
    here = published if time.relative is None else published or _SOME_DAY
    return here is None or days.last is None or not days.overlaps(here)
