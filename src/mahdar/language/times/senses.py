"""Meanings of time expressions: calendar cycles, the choice among their turns, and what is made out of other times.

A ``Sense`` is a grain and a function from a day of publication to days. Cycles (Fridays, Marches, the 17ths of March)
have many turns; the words around them, or the tense of the clause, choose one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from mahdar.edtf import Interval, monday_of
from mahdar.language.times import units
from mahdar.language.times.values import Meaning

Style = Literal["news", "calendar"]
Tense = Literal["past", "future", "soon", "due"]
Choice = Literal["past", "future", "ahead", "near", "soon", "due", "untold", "last", "next", "this"]
Turns = Callable[[date], list[Interval]]

_ANY_DAY = date(2000, 1, 1)
_SOON = timedelta(days=31)
_LATE = timedelta(days=330)
_LONG_AGO = timedelta(days=270)
_UNSURE = 3  # days: as near as the same weekday to come
_HALF = 6  # months
_FAR = 12  # years around publication in which a weekday has to match a day of a month


@dataclass(frozen=True, slots=True)
class Sense:
    """Days seen from a day; ``fixed`` where they are the same from every day."""

    grain: str
    on: Meaning
    fixed: bool = False

    def absolute(self) -> Interval | None:
        return guarded(self.on)(_ANY_DAY) if self.fixed else None

    def then(self, change: Callable[[Interval], Interval | None], grain: str | None = None) -> Sense:
        """The sense of something inside or around these days."""
        before = self.on

        def on(day: date) -> Interval | None:
            found = before(day)
            return change(found) if found else None

        return replace(self, grain=grain or self.grain, on=on)


def guarded(meaning: Meaning) -> Meaning:
    """The same meaning, with None for days that no calendar here holds (before year 1, after 9999)."""

    def on(day: date) -> Interval | None:
        try:
            return meaning(day)
        except (ValueError, OverflowError):
            return None

    return on


def fixed(interval: Interval, grain: str) -> Sense:
    return Sense(grain, lambda _day: interval, True)


def shifted(grain: str, by: int) -> Sense:
    """This week (0), last month (-1), two years ago (-2): the whole unit."""
    return Sense(grain, lambda day: units.unit(grain, day, by))


def new_year() -> Sense:
    """The year that has begun, or the one that will where more than half of the running one is over."""
    return Sense("year", lambda day: units.unit("year", day, day.month > _HALF))


def turning(grain: str, turns: Turns, choice: Choice) -> Sense:
    """The turn of a cycle that the choice names."""
    return Sense(grain, lambda day: choose(turns(day), day, choice))


def choose(turns: Iterable[Interval], day: date, choice: Choice) -> Interval | None:
    """One of the turns, given in order. ``past`` and ``future`` include the running one, ``last`` and ``next`` do not.

    ``near`` is past but for what begins within 31 days, ``ahead`` is future but for what begins more than 330 days on;
    ``soon`` is future but for what began a day or two ago, and no turn where that is three days ago; ``due`` is past,
    and no turn where the one ahead is nearer. ``untold`` is near, and no turn where that is more than 270
    days ago in another year.
    """
    turns = list(turns)
    special = _UNSURE_CHOICES.get(choice)
    if special:
        return special(turns, day)
    if choice == "ahead":
        running = _running_or_ahead(turns, day)
        choice = "future" if running and running.first and running.first - day <= _LATE else "past"
    if choice == "this":
        return _same_year([t for t in (_begun(turns, day), _ahead(turns, day)) if t], day)
    return _near(turns, day) if choice == "near" else _SIDES[choice](turns, day)


def _begun(turns: list[Interval], day: date) -> Interval | None:
    return next((t for t in reversed(turns) if t.first and t.first <= day), None)


def _running_or_ahead(turns: list[Interval], day: date) -> Interval | None:
    return next((t for t in turns if t.last and t.last >= day), None)


def _ahead(turns: list[Interval], day: date) -> Interval | None:
    return next((t for t in turns if t.first and t.first > day), None)


def _over(turns: list[Interval], day: date) -> Interval | None:
    return next((t for t in reversed(turns) if t.first and t.last and t.last < day), None)


def _near(turns: list[Interval], day: date) -> Interval | None:
    """What begins soon, unless a turn is running; else the turn that began last."""
    ahead, begun = _ahead(turns, day), _begun(turns, day)
    soon = ahead is not None and ahead.first is not None and ahead.first - day <= _SOON
    return ahead if soon and begun != _running_or_ahead(turns, day) else begun


def _soon(turns: list[Interval], day: date) -> Interval | None:
    begun = _begun(turns, day)
    ago = (day - begun.first).days if begun and begun.first else _UNSURE + 1
    return _running_or_ahead(turns, day) if ago == 0 or ago > _UNSURE else begun if ago < _UNSURE else None


def _due(turns: list[Interval], day: date) -> Interval | None:
    begun, ahead = _begun(turns, day), _ahead(turns, day)
    sides = (begun.first if begun else None, ahead.first if ahead else None)
    return begun if sides[0] and not (sides[1] and sides[1] - day < day - sides[0]) else None


def _untold(turns: list[Interval], day: date) -> Interval | None:
    """The turn near, unless that is so long ago in another year that the next one may be meant."""
    found = _near(turns, day)
    if found is None or found.first is None or found.first.year == day.year:
        return found
    return None if day - found.first > _LONG_AGO and _ahead(turns, day) else found


_UNSURE_CHOICES = {"soon": _soon, "due": _due, "untold": _untold}
_SIDES = {"past": _begun, "future": _running_or_ahead, "last": _over, "next": _ahead}


def _same_year(turns: list[Interval], day: date) -> Interval | None:
    running = [t for t in turns if t.contains(day)]
    same = running or [t for t in turns if t.first and t.first.year == day.year]
    return next(iter(same or turns), None)


def weekdays(number: int, reach: int = 1) -> Turns:
    """This day of the week in the running week and in those around it; no choice goes farther than the next ones."""
    weeks = [timedelta(days=number + 7 * k) for k in range(-reach, reach + 1)]

    def turns(day: date) -> list[Interval]:
        monday = monday_of(day)
        return [Interval.day(monday + week) for week in weeks]

    return turns


def weekends(day: date) -> list[Interval]:
    return [units.unit("weekend", day, k) for k in range(-2, 3)]


def yearly(of: Callable[[int], Interval | None], reach: int = 2) -> Turns:
    """A cycle with one turn a year, or none where ``of`` gives None or fails."""
    known: dict[int, Interval | None] = {}  # dating asks the same turns of many days

    def turn(year: int) -> Interval | None:
        if year not in known:
            known[year] = _try(of, year)
        return known[year]

    def turns(day: date) -> list[Interval]:
        years = range(max(1, day.year - reach), min(9998, day.year + reach) + 1)
        return [t for year in years if (t := turn(year))]

    return turns


def _try(of: Callable[[int], Interval | None], year: int) -> Interval | None:
    try:
        return of(year)
    except (ValueError, OverflowError):
        return None


def months(number: int) -> Turns:
    return yearly(lambda year: Interval.month(year, number))


def days_of_month(month: int, day: int) -> Turns:
    return yearly(lambda year: Interval.day(date(year, month, day)), 8 if (month, day) == (2, 29) else 2)


def days_of_any_month(number: int) -> Turns:
    """The days of this number in the months around."""

    def turns(day: date) -> list[Interval]:
        first = day.replace(day=1)
        found = (_numbered(units.step("month", first, k), number) for k in range(-13, 14))
        return [t for t in found if t]

    return turns


def _numbered(first: date, number: int) -> Interval | None:
    try:
        return Interval.day(first.replace(day=number))
    except ValueError:
        return None


def on_weekday(turns: Turns, number: int) -> Turns:
    """Those turns that fall on the weekday; all of them where none does (then the report errs in one of the two)."""

    def some(day: date) -> list[Interval]:
        every = turns(day)
        right = [t for t in every if t.first and t.first.weekday() == number]
        return right or every

    return some


def far_days_of_month(month: int, day: int) -> Turns:
    return yearly(lambda year: Interval.day(date(year, month, day)), _FAR)


def weekday_of(number: int) -> Callable[[Interval], Interval | None]:
    """The day of this weekday in the week in which an interval begins."""
    return lambda week: Interval.day(monday_of(week.first) + timedelta(days=number)) if week.first else None


def agreeing_or(dated: Sense, other: Sense, weekday: int) -> Sense:
    """The date where it falls on its weekday, the other sense where it does not."""

    def on(day: date) -> Interval | None:
        found = dated.on(day)
        right = found is not None and found.first is not None and found.first.weekday() == weekday
        return found if right else other.on(day) or found

    return Sense("day", on, dated.fixed and other.fixed)


def named_day(offset: int, number: int) -> Sense:
    """Today or yesterday with its weekday: the nearest such day, since dates of publication may be off."""

    def on(day: date) -> Interval | None:
        there = day + timedelta(days=offset)
        near = [there + timedelta(days=k) for k in (0, -1, 1, -2, 2, -3, 3)]
        return next((Interval.day(d) for d in near if d.weekday() == number), None)

    return Sense("day", on)
