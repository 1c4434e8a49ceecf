"""Times made out of two times or open on one side, and weekdays beside another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.senses import Sense, choose, guarded, weekdays

_SUMMER = 7  # a month from which every day of its year is nearer than those of others


def from_to(first: Sense, last: Sense) -> Sense:
    """From the beginning of one to the end of the other; the first is seen from the last if that alone has a year."""

    def on(day: date) -> Interval | None:
        one, other = guarded(first.on)(day), guarded(last.on)(day)
        turned = one and one.first and other and other.last and one.first > other.last
        if other and other.last and (turned or (last.fixed and not first.fixed)):
            seen = guarded(first.on)(other.last)
            back = seen is not None and seen.first is not None and seen.first <= other.last
            if not back and last.fixed and not first.fixed:  # 5 January to 17 December 2000: seen from the latter, 2001
                seen = guarded(first.on)(date(other.last.year, _SUMMER, 1))
                back = seen is not None and seen.first is not None and seen.first <= other.last
            if back or one is None or not one.last:
                one = seen
            else:
                other = guarded(last.on)(one.last)
        if one is None or other is None or one.first is None or other.last is None or one.first > other.last:
            return None
        return Interval.span(one, other)

    return Sense(first.grain, on, first.fixed and last.fixed)


def since(sense: Sense) -> Sense:
    return sense.then(lambda found: Interval.span(found, None) if found.first else None)


def until(sense: Sense) -> Sense:
    return sense.then(lambda found: Interval.span(None, found) if found.last else None)


def following(sense: Sense, weekday: int) -> Sense:
    return sense.then(lambda day: choose(weekdays(weekday)(day.last), day.last, "next") if day.last else None)


def preceding(sense: Sense, weekday: int) -> Sense:
    return sense.then(lambda day: choose(weekdays(weekday)(day.first), day.first, "last") if day.first else None)


def within(most: timedelta, sense: Sense, otherwise: Sense) -> Sense:
    """The sense where its days are no more than so many, the other where they are more."""

    def on(day: date) -> Interval | None:
        found = sense.on(day)
        ends = (found.first, found.last) if found else (None, None)
        return otherwise.on(day) if ends[0] and ends[1] and ends[1] - ends[0] >= most else found

    return replace(sense, on=on)


def within_a_year(days: Interval) -> Interval:
    """The same days with their end a year earlier where more than a year lies between them."""
    if days.first is None or days.last is None:
        return days
    last = units.around("month" if days.grain == "month" else "day", units.step("year", days.last, -1)).last
    return replace(days, last=last) if last and last >= days.first else days


def up_to(sense: Sense) -> Sense:
    return sense.then(lambda found: Interval(None, found.first - timedelta(days=1)) if found.first else None)


def since_a_year(year: Sense, sense: Sense) -> Sense:
    """A month or day up to which something went on since a year: in the running year itself, else not ahead."""

    def on(day: date) -> Interval | None:
        whole, found = guarded(year.on)(day), guarded(sense.on)(day)
        if not (whole and whole.first and whole.last and found and found.first):
            return found
        if found.first <= (whole.last if whole.contains(day) else day):
            return found
        seen = guarded(sense.on)(whole.first if whole.contains(day) else units.step("year", day, -1))
        return seen if seen and seen.first and seen.first <= max(day, whole.last) else found

    return replace(sense, on=on)
