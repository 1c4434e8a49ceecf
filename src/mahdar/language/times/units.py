"""Calendar units: the week, month, quarter, year, decade or century around a day, and steps of so many units."""

from __future__ import annotations

from datetime import date, timedelta

from mahdar.edtf import Interval, monday_of, shift_month

GRAINS = ("day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century")
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "third": 4, "year": 12, "decade": 120, "century": 1200}


def around(grain: str, day: date) -> Interval:
    """The unit in which a day lies. Weeks begin on Monday, decades with a year in 0, centuries with one in 01."""
    if grain == "day":
        return Interval.day(day)
    if grain in ("week", "weekend"):
        return days(monday_of(day) + timedelta(days=5 if grain == "weekend" else 0), monday_of(day) + timedelta(days=6))
    if grain == "decade":
        return years(day.year // 10 * 10, day.year // 10 * 10 + 9)
    if grain == "century":
        return years((day.year - 1) // 100 * 100 + 1, (day.year - 1) // 100 * 100 + 100)
    length = _MONTHS[grain]
    return months(day.year, (day.month - 1) // length * length + 1, length)


def step(grain: str, day: date, by: int) -> date:
    """The same day so many units later; a day that its month lacks becomes the last one of that month."""
    if grain in ("day", "week", "weekend"):
        return day + timedelta(days=by if grain == "day" else 7 * by)
    year, month = shift_month(day.year, day.month, by * _MONTHS[grain])
    last = Interval.month(year, month).last
    return date(year, month, min(day.day, last.day if last else day.day))


def unit(grain: str, day: date, by: int) -> Interval:
    """The unit so many units after the one in which the day lies."""
    return around(grain, step(grain, day, by))


def days(first: date, last: date) -> Interval:
    return Interval(first, last, "day")


def months(year: int, month: int, count: int) -> Interval:
    """So many whole months from the given one."""
    if count == 12 and month == 1:
        return Interval.year(year)
    return Interval.span(Interval.month(year, month), Interval.month(*shift_month(year, month, count - 1)))


def years(first: int, last: int) -> Interval:
    return Interval.span(Interval.year(first), Interval.year(last))


def season(year: int, number: int) -> Interval:
    """Meteorological seasons of the north: spring (0) is March to May; the winter of a year begins in its December."""
    return Interval.season(year, number)


_SOLAR = ((3, 20), (6, 21), (9, 24), (12, 21), (15, 21))


def solar_season(year: int, number: int) -> Interval:
    """Seasons from equinox to solstice, as assistants' calendars count them."""
    (first, on), (last, until) = _SOLAR[number], _SOLAR[number + 1]
    start, end = shift_month(year, first, 0), shift_month(year, last, 0)
    return days(date(*start, on), date(*end, until) - timedelta(days=1))
