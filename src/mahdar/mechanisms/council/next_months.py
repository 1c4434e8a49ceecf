"""Months without a year that lie ahead: "takes over the presidency in March"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase

_LONGEST = 31  # days of a month


def ahead(time: TimePhrase) -> TimePhrase:
    """A month without a year behind a verb of what is to come, read as the next one: "takes over in March"."""
    past = time.relative
    return (
        time if past is None or time.absolute is not None else replace(time, relative=lambda ref: _next(past(ref), ref))
    )


def _next(days: Interval | None, ref: date) -> Interval | None:
    if days is None or days.first is None or days.last is None or days.grain != "month":
        return days
    over = days.last < ref.replace(day=1) and (days.last - days.first).days < _LONGEST
    return Interval.parse(f"{days.first.year + 1}-{days.first.month:02d}") if over else days
