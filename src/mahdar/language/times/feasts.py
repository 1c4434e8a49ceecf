"""Feasts as days of the calendar, by the rules of times_feasts.csv; only assistants date by them, news does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from mahdar.edtf import Interval
from mahdar.language.lexicon import Lexicon
from mahdar.language.times import hebrew, hijri, units
from mahdar.language.times.inside import nth_weekday
from mahdar.language.times.senses import Turns, yearly
from mahdar.language.times.vocabulary import PACKAGE
from mahdar.tables import read_rows, read_toml, values

DayOf = Callable[[int], date | None]
_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HEBREW_YEARS = 3760  # from a Gregorian year to the Hebrew one that begins before it


@cache
def feasts(language: str) -> Lexicon[str]:
    """The names of feasts in a language; the value is the feast's rule."""
    rows = read_rows(PACKAGE, "times_feasts.csv")
    return Lexicon((name, row["rule"]) for row in rows for name in values(row[language]))


@cache
def turns(rule: str) -> Turns:
    """The days of a feast, turn by turn."""
    kind, *words = rule.split()
    length = int(words.pop()[1:]) if words and words[-1].startswith("x") else 1
    if kind in ("hijri", "last-friday"):
        return _hijri(kind, words[0])
    of = _RULES[kind](words)
    return yearly(lambda year: _stretched(of(year), length))


def _stretched(first: date | None, length: int) -> Interval | None:
    return units.days(first, first + timedelta(days=length - 1)) if first else None


def _hijri(kind: str, where: str) -> Turns:
    if kind == "hijri":
        return hijri.days(*_month_and_day(where))
    months = hijri.months(int(where))
    last = nth_weekday(_FRIDAY, -1)
    return lambda seen: [day for month in months(seen) if (day := last(month))]


def _month_and_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _fixed(words: list[str]) -> DayOf:
    month, day = _month_and_day(words[0])
    return lambda year: date(year, month, day)


def _workday(words: list[str]) -> DayOf:
    """The day, or the working day nearest to it."""
    fixed = _fixed(words)
    shift = {_SATURDAY: -1, _SUNDAY: 1}
    return lambda year: _moved(fixed(year), shift)


def _not_sunday(words: list[str]) -> DayOf:
    fixed = _fixed(words)
    return lambda year: _moved(fixed(year), {_SUNDAY: -1})


def _moved(day: date | None, shift: dict[int, int]) -> date | None:
    return day + timedelta(days=shift.get(day.weekday(), 0)) if day else None


def _weekday(words: list[str]) -> DayOf:
    month, weekday, number, *more = (int(w) for w in words)
    nth = nth_weekday(weekday, number)

    def of(year: int) -> date | None:
        found = nth(Interval.month(year, month))
        return found.first + timedelta(days=sum(more)) if found and found.first else None

    return of


def _easter(words: list[str]) -> DayOf:
    return lambda year: easter(year) + timedelta(days=int(words[0]))


def _orthodox(words: list[str]) -> DayOf:
    return lambda year: orthodox_easter(year) + timedelta(days=int(words[0]))


def _hebrew(words: list[str]) -> DayOf:
    """The evening on which the day begins; of the two Hebrew years in a Gregorian one the month decides.

    ``sat+1`` behind the date: a feast that would fall on a Saturday is kept a day later.
    """
    month, day = _month_and_day(words[0])
    after = 1 if 7 <= month <= 9 else 0
    moves = {_WEEKDAYS.index(word[:3]): int(word[3:]) for word in words[1:]}

    def of(year: int) -> date:
        there = year + _HEBREW_YEARS + after
        moved = month + (month == 12 and hebrew.is_leap(there))
        found = hebrew.day(there, moved, day)
        return found + timedelta(days=moves.get(found.weekday(), 0) - 1)

    return of


def _listed(words: list[str]) -> DayOf:
    days = {d.year: d for d in map(date.fromisoformat, read_toml(PACKAGE, "times_feasts.toml")[words[0]])}
    return lambda year: days[year] + timedelta(days=int(words[1])) if year in days else None


_RULES: dict[str, Callable[[list[str]], DayOf]] = {
    "fixed": _fixed,
    "workday": _workday,
    "notsunday": _not_sunday,
    "weekday": _weekday,
    "easter": _easter,
    "orthodox": _orthodox,
    "hebrew": _hebrew,
    "listed": _listed,
}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar as a Gregorian day (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
