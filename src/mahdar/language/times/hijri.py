"""Months, days and years of the Hijri calendar (Umm al-Qura, 1343 to 1500 AH) as days of the Gregorian one.

Source: the package ``hijridate``, whose table is proved against the published calendars.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hijridate import Hijri
from hijridate.ummalqura import HIJRI_RANGE

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.senses import Turns

FIRST_YEAR, LAST_YEAR = HIJRI_RANGE[0][0], HIJRI_RANGE[1][0]


def month(year: int, number: int) -> Interval:
    """Raises ValueError or OverflowError outside the table."""
    first = Hijri(year, number, 1)
    return units.days(_gregorian(first), _gregorian(Hijri(year, number, first.month_length())))


def day(year: int, number: int, of_month: int) -> Interval:
    return Interval.day(_gregorian(Hijri(year, number, of_month)))


def year(number: int) -> Interval:
    last = Hijri(number, 12, 1)
    return units.days(_gregorian(Hijri(number, 1, 1)), _gregorian(Hijri(number, 12, last.month_length())))


def months(number: int) -> Turns:
    return lambda seen: _turns(seen, lambda y: month(y, number))


def days(number: int, of_month: int) -> Turns:
    return lambda seen: _turns(seen, lambda y: day(y, number, of_month))


def _turns(seen: date, of: Callable[[int], Interval]) -> list[Interval]:
    about = (seen.year - 622) * 33 // 32
    found = []
    for number in range(max(FIRST_YEAR, about - 3), min(LAST_YEAR, about + 4) + 1):
        try:
            found.append(of(number))
        except (ValueError, OverflowError):
            continue
    return found


def _gregorian(hijri: Hijri) -> date:
    there = hijri.to_gregorian()
    return date(there.year, there.month, there.day)
