"""Days and months of the calendars, with or without a year: what both languages build once the words are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times import hijri, solar, units
from mahdar.language.times.inside import day_in
from mahdar.language.times.scan import Scan
from mahdar.language.times.senses import (
    Choice,
    Sense,
    Tense,
    Turns,
    choose,
    days_of_any_month,
    days_of_month,
    far_days_of_month,
    fixed,
    months,
    on_weekday,
    turning,
)

_MONTHS = {"gregorian": months, "hijri": hijri.months, "solar": solar.months}
_DAYS = {"gregorian": days_of_month, "hijri": hijri.days, "solar": solar.days}


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month named up to token ``j``; not ``sure`` where the word says other things too."""

    j: int
    number: int
    calendar: str
    sure: bool


@dataclass(frozen=True, slots=True)
class When:
    """What stands behind a month or day, up to token ``j``: a year, a choice (last, next), or nothing."""

    j: int
    year: Sense | None = None
    choice: Choice | None = None

    @property
    def says(self) -> bool:
        return self.year is not None or self.choice is not None


def year_sense(number: int, calendar: str) -> Sense | None:
    """A year of one of the calendars; None where the calendar's table does not hold it."""
    if calendar == "hijri":
        return fixed(hijri.year(number), "year") if hijri.FIRST_YEAR <= number < hijri.LAST_YEAR else None
    if calendar == "solar":
        return fixed(solar.year(number), "year") if solar.FIRST_YEAR <= number < solar.LAST_YEAR else None
    return fixed(Interval.year(number), "year") if 1 <= number <= 9999 else None


def calendar_of(value: int, era: str | None, calendar: str) -> str:
    """The calendar of a year behind a month of one calendar, with an era behind it or none."""
    if calendar == "solar" or era == "solar":
        return "solar"
    return "hijri" if era == "ah" or (calendar == "hijri" and is_hijri_year(value)) else "gregorian"


def is_solar_year(number: int) -> bool:
    return solar.FIRST_YEAR <= number < solar.LAST_YEAR


def is_hijri_year(number: int) -> bool:
    return hijri.FIRST_YEAR <= number < hijri.LAST_YEAR


def month_sense(scan: Scan, name: MonthName, when: When, told: Callable[[], Tense | None]) -> Sense:
    """A month without a year is the last one that has begun, or the next where the clause looks ahead."""
    turns = _MONTHS[name.calendar](name.number)
    if when.year:
        return when.year.then(lambda year: _in_year(year, turns, name), "month")
    otherwise: Choice = "near" if name.calendar == "hijri" else "past"
    return turning("month", turns, when.choice or default(scan, told, otherwise, "untold"))


def day_sense(
    scan: Scan, day: int, name: MonthName, when: When, weekday: int | None, told: Callable[[], Tense | None]
) -> Sense:
    """A day of a month. Without a year it is the last one, or one within 31 days ahead, or the next if so said."""
    if when.year:
        return day_of_year(when.year, day, name)
    if name.calendar == "hijri":
        return turning("day", hijri.days(name.number, day), when.choice or default(scan, told, "near", "untold"))
    return _day_without_year(scan, day, name, when, weekday, told)


def day_of_year(year: Sense, day: int, name: MonthName) -> Sense:
    """A day of a month of a year, the year of any of the calendars."""
    turns = _DAYS[name.calendar](name.number, day)
    return year.then(lambda whole: _day_in_year(whole, turns, name, day), "day")


def _day_without_year(
    scan: Scan, day: int, name: MonthName, when: When, weekday: int | None, told: Callable[[], Tense | None]
) -> Sense:
    choice = when.choice or default(scan, told, "near", "untold")
    plain = turning("day", days_of_month(name.number, day), choice)
    if not scan.news and not when.choice:
        plain = turning("month", months(name.number), "future").then(day_in(day), "day")
    if weekday is None:
        return plain
    return agreeing(plain, far_days_of_month(name.number, day), weekday, choice)


def agreeing(plain: Sense, turns: Turns, weekday: int, choice: Choice) -> Sense:
    """The plain reading where its weekday is right, otherwise the nearest turn on which it is."""

    def on(seen: date) -> Interval | None:
        found = plain.on(seen)
        if found and found.first and found.first.weekday() == weekday:
            return found
        return choose(on_weekday(turns, weekday)(seen), seen, choice) or found

    return Sense("day", on)


def day_of_some_month(scan: Scan, day: int, weekday: int | None, told: Callable[[], Tense | None]) -> Sense:
    """The 15th, or Saturday the 16th, with no month named."""
    turns = days_of_any_month(day)
    choice = default(scan, told, "past")
    plain = turning("day", turns, choice)
    return plain if weekday is None else agreeing(plain, turns, weekday, choice)


def default(scan: Scan, told: Callable[[], Tense | None], otherwise: Choice, untold: Choice | None = None) -> Choice:
    """Assistants' calendars look forward; news looks back unless the clause looks ahead."""
    if not scan.news:
        return "future"
    tense = told()
    if tense is None and untold:
        return untold
    return "ahead" if tense in ("future", "soon") else "due" if tense == "due" else otherwise


def _in_year(year: Interval, turns: Turns, name: MonthName) -> Interval | None:
    if year.first is None or year.last is None:
        return None
    if name.calendar == "gregorian":
        return Interval.month(year.first.year, name.number)
    return next((t for t in turns(year.first) if t.first and year.contains(t.first)), None)


def _day_in_year(year: Interval, turns: Turns, name: MonthName, day: int) -> Interval | None:
    if name.calendar != "gregorian":
        return next((t for t in turns(year.first) if t.first and year.contains(t.first)), None) if year.first else None
    month = _in_year(year, turns, name)
    return day_in(day)(month) if month else None


def century_years(number: int) -> Sense:
    return fixed(units.years(100 * number - 99, 100 * number), "century")


def decade_years(first: int) -> Sense:
    return fixed(units.years(first, first + 9), "decade")
