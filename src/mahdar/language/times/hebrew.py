"""Days of the Hebrew calendar as Gregorian days, by the arithmetic of its molad and postponements.

Months count from Nisan (1); the year changes with Tishri (7). Source: the published rules of the calendar.
"""

from __future__ import annotations

from datetime import date

_EPOCH = -1_373_427  # ordinal of the day before 1 Tishri of year 1
_PARTS_A_DAY = 25_920
_TISHRI, _LAST = 7, 13


def is_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def day(year: int, month: int, number: int) -> date:
    """Raises ValueError outside what ``date`` holds."""
    order = [*range(_TISHRI, _month_count(year) + 1), *range(1, _TISHRI)]
    before = sum(_month_length(year, m) for m in order[: order.index(month)])
    return date.fromordinal(_new_year(year) + before + number - 1)


def _month_count(year: int) -> int:
    return _LAST if is_leap(year) else _LAST - 1


def _new_year(year: int) -> int:
    """The ordinal of 1 Tishri, with the postponements that keep neighbouring years of a lawful length."""
    here, before, after = _elapsed(year), _elapsed(year - 1), _elapsed(year + 1)
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _EPOCH + here + delay


def _elapsed(year: int) -> int:
    """Days from the epoch to the molad of Tishri, put off from Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    days = 29 * months + parts // _PARTS_A_DAY
    return days + (3 * (days + 1) % 7 < 3)


def _month_length(year: int, month: int) -> int:
    length = _new_year(year + 1) - _new_year(year)
    if month in (2, 4, 6, 10, 13) or (month == 12 and not is_leap(year)):
        return 29
    if (month == 8 and length % 10 != 5) or (month == 9 and length % 10 == 3):
        return 29
    return 30
