"""Parts of a time: its beginning or end, halves and quarters, the third Tuesday or the last week of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from mahdar.edtf import Interval, monday_of, shift_month
from mahdar.language.times import units

_DAYS_IN = {"start": 0, "middle": 2, "end": 4}
_MONTHS_IN = {"start": (1, 3), "middle": (5, 4), "end": (9, 4)}
Change = Callable[[Interval], Interval | None]


def portion(count: int, number: int) -> Change:
    """The half (count 2), third or quarter with this number, of a year by months, of a month by days."""

    def change(whole: Interval) -> Interval | None:
        if whole.first is None or whole.last is None or not 1 <= number <= count:
            return None
        span = _month_count(whole)
        if span and span % count == 0:
            size = span // count
            if size % 12 == 0:
                return units.years(
                    whole.first.year + size // 12 * (number - 1), whole.first.year + size // 12 * number - 1
                )
            return units.months(*shift_month(whole.first.year, whole.first.month, size * (number - 1)), size)
        return _portion_of_days(whole.first, whole.last, count, number)

    return change


def _month_count(whole: Interval) -> int:
    """How many whole months an interval has; 0 where it does not begin and end with one."""
    if whole.first is None or whole.last is None or whole.first.day != 1 or (whole.last + timedelta(days=1)).day != 1:
        return 0
    return (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1


def _portion_of_days(first: date, last: date, count: int, number: int) -> Interval | None:
    """Halves of a month part behind its 15th day, as newspapers do; other portions are as even as days allow."""
    total = 30 if first.day == 1 and last.day in (28, 29, 30, 31) else (last - first).days + 1
    size = total // count
    if size == 0:
        return None
    start = first + timedelta(days=size * (number - 1))
    return units.days(start, last if number == count else start + timedelta(days=size - 1))


def stretch(part: str) -> Change:
    """Beginning, middle or end as calendars cut them: tens of days of a month, days of a week, months of a year."""

    def change(whole: Interval) -> Interval | None:
        if whole.first is None or whole.last is None:
            return None
        if part == "rest":
            return whole
        if (whole.last - whole.first).days == 6:
            start = _DAYS_IN[part]
            return units.days(whole.first + timedelta(days=start), whole.first + timedelta(days=start + 2))
        if _month_count(whole) == 12:
            month, count = _MONTHS_IN[part]
            return units.months(whole.first.year, month, count)
        if _month_count(whole) != 1:
            return whole
        if part == "end":
            return units.days(whole.first + timedelta(days=20), whole.last)
        start = 0 if part == "start" else 10
        return units.days(whole.first + timedelta(days=start), whole.first + timedelta(days=start + 9))

    return change


def day_in(number: int) -> Change:
    """The day of this number in a month or any longer time."""
    return lambda whole: _within(whole, whole.first + timedelta(days=number - 1)) if whole.first else None


def nth_weekday(weekday: int, number: int) -> Change:
    """The first (1), second or last (-1), last but one (-2) such weekday of a time."""

    def change(whole: Interval) -> Interval | None:
        if whole.first is None or whole.last is None or number == 0:
            return None
        if number > 0:
            return _within(
                whole, whole.first + timedelta(days=(weekday - whole.first.weekday()) % 7 + 7 * (number - 1))
            )
        return _within(whole, whole.last - timedelta(days=(whole.last.weekday() - weekday) % 7 + 7 * (-number - 1)))

    return change


def nth_unit(grain: str, number: int) -> Change:
    """The first or last day, week or month of a time; the first week is the first that lies wholly in it."""

    def change(whole: Interval) -> Interval | None:
        if whole.first is None or whole.last is None or number == 0:
            return None
        if grain == "week":
            return _week(whole.first, whole.last, number)
        edge = whole.first if number > 0 else whole.last
        found = units.unit(grain, edge, number - 1 if number > 0 else number + 1)
        return found if found.within(whole) else None

    return change


def edge_units(grain: str, count: int, last: bool) -> Change:
    """The first or last so many days, weeks or months of a time."""

    def change(whole: Interval) -> Interval | None:
        edge = whole.last if last else whole.first
        if edge is None or count < 1:
            return None
        near, far = units.unit(grain, edge, 0), units.unit(grain, edge, 1 - count if last else count - 1)
        found = Interval.span(far, near) if last else Interval.span(near, far)
        return found if found.within(whole) else None

    return change


def _week(first: date, last: date, number: int) -> Interval:
    if number > 0:
        start = monday_of(first + timedelta(days=6)) + timedelta(days=7 * (number - 1))
    else:
        start = monday_of(last - timedelta(days=6)) + timedelta(days=7 * (number + 1))
    return units.days(start, start + timedelta(days=6))


def _within(whole: Interval, day: date) -> Interval | None:
    return Interval.day(day) if whole.contains(day) else None
