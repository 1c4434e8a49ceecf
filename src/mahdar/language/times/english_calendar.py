"""English: what only assistants are asked, the closest Monday to a day, a day and so many days on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times.counted import Count, counted
from mahdar.language.times.english_days import day_word
from mahdar.language.times.english_months import day_and_month, month_and_day
from mahdar.language.times.english_names import article, ordinal
from mahdar.language.times.feasts import feasts, turns
from mahdar.language.times.inside import Change
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Turns, weekdays

_CLOSEST = 2  # weeks around a day among which the closest weekdays are sought


def closest(scan: Scan, i: int) -> Part | None:
    """The closest Monday to Oct 5th, the second closest Christmas to today."""
    if scan.news:
        return None
    k = article(scan, i)
    number = ordinal(scan, k)
    k, place = number if number else (k, 1)
    named = _cycle(scan, k + 1) if scan.word(k, "closest") and k + 1 < len(scan) else None
    there = _day(scan, named[0] + 1) if named and scan.form(named[0]) == "to" else None
    if named is None or there is None:
        return None
    return Part(i, there.j, there.sense.then(_nearest(named[1], place), "day"), "closest")


def _cycle(scan: Scan, i: int) -> tuple[int, Turns] | None:
    hit = scan.word(i, "weekday", "weekday-bare")
    if hit:
        return hit.j, weekdays(hit.value.number, _CLOSEST)
    feast = feasts("en").at(scan.tokens, i)
    return (feast.j, turns(feast.value)) if feast else None


def _nearest(cycle: Turns, place: int) -> Change:
    def change(there: Interval) -> Interval | None:
        if there.first is None:
            return None
        ordered = _by_distance(cycle(there.first), there.first)
        return ordered[place - 1] if place <= len(ordered) else None

    return change


def _by_distance(found: Sequence[Interval], day: date) -> list[Interval]:
    return sorted((t for t in found if t.first), key=lambda t: abs((t.first or day) - day))


def _day(scan: Scan, i: int) -> Part | None:
    return day_word(scan, i) or month_and_day(scan, i) or day_and_month(scan, i)


def days_on(scan: Scan, i: int) -> Part | None:
    """From 18th Dec for 10 days; for 10 days from 18th Dec."""
    if scan.news:
        return None
    if scan.form(i) == "for":
        many = counted(scan, i + 1)
        there = _day(scan, many[0] + 1) if many and scan.form(many[0]) == "from" else None
        return Part(i, there.j, there.sense.then(_stretched(many[1])), "range") if many and there else None
    there = _day(scan, i + (scan.form(i) == "from"))
    many = counted(scan, there.j + 1) if there and scan.form(there.j) == "for" else None
    return Part(i, many[0], there.sense.then(_stretched(many[1])), "range") if many and there else None


def _stretched(count: Count) -> Change:
    """The days from the first to so many days, weeks or months later, both counted."""

    def change(there: Interval) -> Interval | None:
        last = count.after(there.first) if there.first else None
        return Interval.span(there, Interval.day(last)) if last else None

    return change
