"""Months and days without a year, where a report tells of a year long past: "It was created in November 1994. In June
the Council had …"; or beside the number of a resolution, which has a year of its own.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from mahdar.checking.entries import Entry
from mahdar.checking.retold import LONG_AGO
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.model import Arg, Verdict

_BACK = 4  # sentences back over which a year reaches
_TRIALS = (timedelta(45), timedelta(400))  # days of publication from which a month and a day look the same
_LEAP_DAY = (2, 29)
Judged = tuple[dict[str, Arg], Verdict]


def yearless(scene: Scene, time: TimePhrase) -> bool:
    """Whether a time is a month, or a day of one, without its year; "last June" has it."""
    days, published = time.resolve(scene.passage.published), scene.passage.published
    if time.absolute is not None or days is None or days.first is None or published is None or published.first is None:
        return False
    if not words("mahdar.checking", "times.toml", "named").isdisjoint(scene.forms[time.i : time.j]):
        return False
    others = [time.resolve(Interval.day(published.first - by)) for by in _TRIALS]
    return all(o is not None and o.first is not None and _day(o.first) == _day(days.first) for o in others)


def _day(day: date) -> tuple[int, int]:
    return day.month, day.day


def told_year(scene: Scene, time: TimePhrase) -> int | None:
    """The year long past of which the report last told before a month or day without one."""
    at = scene.passage.sentence_of(time.i)
    for span in reversed(scene.passage.sentences[max(0, at - _BACK) : at + 1]):
        times = [t for t in scene.times_in(span.i, min(span.j, time.i)) if not yearless(scene, t)]
        years = [year for t in times if (year := _year(scene, t)) is not None]
        if years:
            return years[-1] or None
    return None


def _year(scene: Scene, time: TimePhrase) -> int | None:
    """The year in which a time lies, 0 if it is no year long past; None where it has no end or lies in several."""
    published, days = scene.passage.published, time.resolve(scene.passage.published)
    if published is None or published.first is None or days is None or days.first is None or days.last is None:
        return None
    if days.first.year != days.last.year:
        return None
    return days.first.year if days.last < published.first - LONG_AGO else 0


def in_year(days: Interval, year: int) -> Interval | None:
    """The same month or day of another year; None for a day that it does not have."""
    if days.grain == "month" and days.first is not None and days.last is not None:
        return replace(
            days, first=days.first.replace(year=year), last=Interval.month(year, days.last.month).last
        )  # whatever the end of February
    ends = [end for end in (days.first, days.last) if end is not None]
    if not isleap(year) and any(_day(end) == _LEAP_DAY for end in ends):
        return None
    first, last = (None if end is None else end.replace(year=year) for end in (days.first, days.last))
    return Interval(first, last, days.grain)


def in_its_year(entry: Entry, judged: Callable[[Entry], Judged]) -> Judged:
    """The arguments and the verdict of a claim; one with a month or a day without a year is of the year told before,
    or of that of the resolution that it names, if it holds there and not in that of the report.
    """
    found, (args, verdict) = entry.found, judged(entry)
    if entry.at is None or not found.yearless or found.negated or verdict.label == "supported":
        return args, verdict
    years = [found.year] if found.year is not None else []
    if "symbol" in entry.args:
        years += [int(one.date[:4]) for one in verdict.citations[:1] if one.date]
    for year in years:
        at = in_year(entry.at, year)
        if at is None:
            continue
        moved = judged(replace(entry, args=entry.args | {"at": at.edtf()}, at=at))
        if moved[1].label == "supported":
            return moved
    return args, verdict
