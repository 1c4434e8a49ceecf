"""Months, days and years of the Solar Hijri calendar (Iran, Afghanistan; 1304 to 1500 SH) as days of the Gregorian one.

The calendar is in force since 1304 (1925). Leap years follow the cycle of 33 years, which agrees with the equinoxes of
Tehran in all of these years. Source: Borkowski, "The Persian calendar for 3000 years" (1996).
"""

from __future__ import annotations

from datetime import date, timedelta

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.senses import Turns, yearly

FIRST_YEAR, LAST_YEAR = 1304, 1500
_BEFORE = 621  # years from the Gregorian one in which a year begins
_CYCLE, _LEAPS = 33, 8
_EPOCH, _EPOCH_YEAR = date(1600, 3, 20), 979
_LONG = 6  # months of 31 days; of the others, of 30, the last has a day less outside leap years
_MONTHS, _DAYS = 12, 30


def month(year: int, number: int) -> Interval:
    """Raises ValueError outside the years of the cycle."""
    first = day(year, number, 1).first
    following = day(year, number + 1, 1).first if number < _MONTHS else _first(year + 1)
    if first is None or following is None:
        raise ValueError(number)
    return units.days(first, following - timedelta(days=1))


def day(year: int, number: int, of_month: int) -> Interval:
    there = _first(year) + timedelta(days=_DAYS * (number - 1) + min(number - 1, _LONG) + of_month - 1)
    if of_month > _DAYS + (number <= _LONG) or there >= _first(year + 1):
        raise ValueError(of_month)
    return Interval.day(there)


def year(number: int) -> Interval:
    return units.days(_first(number), _first(number + 1) - timedelta(days=1))


def months(number: int) -> Turns:
    return yearly(lambda turn: month(turn - _BEFORE, number))


def days(number: int, of_month: int) -> Turns:
    return yearly(lambda turn: day(turn - _BEFORE, number, of_month))


def _first(year: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)
    whole, part = divmod(year - _EPOCH_YEAR, _CYCLE)
    return _EPOCH + timedelta(days=365 * (year - _EPOCH_YEAR) + _LEAPS * whole + (part + 3) // 4)
