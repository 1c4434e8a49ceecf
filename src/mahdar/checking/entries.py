"""Claims with the time that they are told of, worked out from the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mahdar.checking.protocol import Found
from mahdar.edtf import Interval
from mahdar.model import Arg

_WEEK = timedelta(7)
_FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its full arguments and the time that its words mean, by the day of publication."""

    found: Found
    args: dict[str, Arg]
    at: Interval | None


def entry_of(found: Found, published: Interval | None) -> Entry:
    """A claim as it is judged in a report of that day."""
    at = _on_its_side(found, found.at(published), published)
    args: dict[str, Arg] = dict(found.args)
    if at is not None and not found.assumed:
        args["at"] = common_date(at) if found.now else at.edtf()
    return Entry(found, args, at)


def _on_its_side(found: Found, at: Interval | None, published: Interval | None) -> Interval | None:
    """A weekday told as past lies in the week behind, one announced in the week ahead, whatever its words alone
    would mean; a day of a month told as past lies in the year before rather than ahead.
    """
    relative = found.time is not None and found.time.relative is not None
    if at is None or published is None or not relative or at.first is None or at.first != at.last:
        return at
    if found.tense == "past" and published.last is not None and at.first > published.last:
        return Interval.day(at.first - _WEEK if at.first - published.last <= _WEEK else _year_before(at.first))
    behind = found.tense != "past" and published.first is not None and at.first < published.first
    return Interval.day(at.first + _WEEK) if behind and _weekly(found, published) else at


def _weekly(found: Found, published: Interval) -> bool:
    """Whether a time names a weekday: it moves with the weeks and not with the days."""
    if found.time is None or published.first is None:
        return False
    days = [found.time.resolve(Interval.day(published.first + timedelta(k))) for k in (-1, 0, 1, 7)]
    firsts = [day.first for day in days if day is not None and day.first is not None]
    if len(firsts) < len(days):
        return False
    return firsts[3] - firsts[1] == _WEEK and firsts[1] in (firsts[0], firsts[2])


def _year_before(when: date) -> date:
    """The same day of the year before; 29 February has none but the 28th."""
    return when.replace(year=when.year - 1, day=when.day - (when.month == _FEBRUARY and when.day == 29))


def common_date(published: Interval) -> str:
    """The coarsest date that holds all days of publication: a year or month where the day is not known."""
    first, last = published.first, published.last
    if first is None or last is None or published.edtf().count("/") == 0:
        return published.edtf()
    if first.year != last.year:
        return published.edtf()
    return f"{first.year}-{first.month:02}" if first.month == last.month else str(first.year)
