"""Feasts with what dates them: Easter 2013, last Thanksgiving, عيد الفطر 2013. Only for the style ``calendar``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from mahdar.edtf import Interval
from mahdar.language.times import arabic_names, english_names, english_units, units
from mahdar.language.times.counted import counted
from mahdar.language.times.dates import When
from mahdar.language.times.feasts import feasts, turns
from mahdar.language.times.inside import Change, nth_weekday
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, Turns, choose, turning

_REACH = timedelta(days=400)


def feast(scan: Scan, i: int) -> Part | None:
    """A feast at token i, with a direction before it, or so many days or weekdays before it, or a year behind it."""
    return _named(scan, i) or _after(scan, i)


def _named(scan: Scan, i: int) -> Part | None:
    lead = english_names.direction(scan, i) if scan.language == "en" else None
    starts = [lead[0]] if lead else [i, i + 1] if scan.form(i) in ("the", "يوم") else [i]
    hit = next((h for k in starts if k < len(scan) and (h := feasts(scan.language).at(scan.tokens, k))), None)
    if hit is None:
        return None
    cycle = turns(hit.value)
    if lead:
        choice = english_names.choice_of(lead[1])
        return Part(i, hit.j, turning("day", cycle, "future" if choice == "this" else choice), "feast")
    away = _away(scan, hit.j, cycle)
    if away:
        return Part(i, away[0], away[1], "feast")
    when = _when(scan, hit.j)
    sense = when.year.then(_in(cycle), "day") if when.year else turning("day", cycle, when.choice or "future")
    return Part(i, when.j, sense, "feast")


def _when(scan: Scan, j: int) -> When:
    return english_names.when(scan, j) if scan.language == "en" else arabic_names.when(scan, j)


def _in(cycle: Turns) -> Change:
    """The turn that begins in a year."""

    def change(year: Interval) -> Interval | None:
        return next((t for t in cycle(year.first) if t.first and year.contains(t.first)), None) if year.first else None

    return change


def _from(cycle: Turns) -> Change:
    """The first turn that is not over when a time begins."""
    return lambda there: choose(cycle(there.first), there.first, "future") if there.first else None


def _away(scan: Scan, j: int, cycle: Turns) -> tuple[int, Sense] | None:
    """A feast in two years, in 9 months, one year ago: its turn then."""
    within = scan.form(j) == "in"
    found = counted(scan, english_names.article(scan, j + within))
    if found is None:
        return None
    side = scan.word(found[0], "ago", "hence")
    if not (within or side):
        return None
    back = side is not None and side.value.kind == "ago"
    there = found[1].back("news") if back else found[1].on("news")
    change = _in(cycle) if found[1].steps[0][0] == "year" else _from(cycle)
    return (side.j if side else found[0]), there.then(change, "day")


def _after(scan: Scan, i: int) -> Part | None:
    """Three days after Easter, the third Tuesday after Christmas 2014, ثالث ثلاثاء بعد الفصح."""
    many = counted(scan, i)
    nth = None if many else _nth_weekday(scan, i)
    j = many[0] if many else nth[0] if nth else i
    if j == i or not (scan.word(j, "after") or scan.form(j) == "from") or j + 1 >= len(scan):
        return None
    found = _named(scan, j + 1)
    if found is None:
        return None
    change = _stepped(*many[1].steps[0]) if many else nth[1] if nth else None
    return Part(i, found.j, found.sense.then(change, "day"), "feast") if change else None


def _nth_weekday(scan: Scan, i: int) -> tuple[int, Change] | None:
    number = english_units.position(scan, i)
    hit = scan.word(number[0], "weekday", "weekday-bare") if number else None
    if number is None or hit is None or number[1] < 1:
        return None
    nth = nth_weekday(hit.value.number, number[1])
    return hit.j, lambda day: nth(units.days(day.last + timedelta(days=1), day.last + _REACH)) if day.last else None


def _stepped(grain: str, count: int) -> Callable[[Interval], Interval | None]:
    return lambda day: Interval.day(units.step(grain, day.first, count)) if day.first else None
