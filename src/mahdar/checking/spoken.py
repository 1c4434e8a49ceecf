"""On which days of publication a relative expression means a given time: "last May" said of a veto of that May.

The later something is said, the later the days that it means, or the same ones. So whole stretches of days are decided
by their ends: the meaning is asked for a few dozen days where there are a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from mahdar.edtf import Interval

Meaning = Callable[[date], Interval | None]
_DAY = timedelta(1)
# Meanings are taken to move forward within such a stretch alone, so that one that goes back each year is still seen.
_STRETCH = timedelta(90)


def spoken_on(meaning: Meaning, fact: Interval, start: date, stop: date) -> list[Interval]:
    """The runs of days from ``start`` to ``stop`` on which the expression means days that overlap ``fact``."""
    runs: list[Interval] = []
    for first, last in _stretches(meaning, fact, start, stop):
        if runs and runs[-1].last == first - _DAY:
            first = runs.pop().first or first
        runs.append(Interval(first, last))
    return runs


def _stretches(meaning: Meaning, fact: Interval, start: date, stop: date) -> Iterator[tuple[date, date]]:
    """Stretches of fitting days in order, some of which follow directly on one another."""
    at, here = start, meaning(start) if start <= stop else None
    while at < stop:
        end = min(at + _STRETCH, stop)
        there = meaning(end)
        yield from _between(meaning, fact, (at, here), (end, there))
        at, here = end, there
    if at == stop and here is not None and here.overlaps(fact):
        yield stop, stop


def _between(
    meaning: Meaning, fact: Interval, low: tuple[date, Interval | None], high: tuple[date, Interval | None]
) -> Iterator[tuple[date, date]]:
    """The fitting days from the first of two on to before the second, whose meanings are known."""
    (first, here), (end, there) = low, high
    settled = _settled(here, there, fact)
    if settled or end - first <= _DAY:
        if here is not None and here.overlaps(fact):
            yield first, end - _DAY
    elif settled is None:
        middle = first + (end - first) // 2
        known = (middle, meaning(middle))
        yield from _between(meaning, fact, low, known)
        yield from _between(meaning, fact, known, high)


def _settled(here: Interval | None, there: Interval | None, fact: Interval) -> bool | None:
    """True: all days up to the second are as the first; False: none fits; None: they have to be parted."""
    if here is None or there is None:
        return True if here is there else None
    if here == there:
        return True
    if not _ordered(here, there):
        return None
    if _misses(here, there, fact):
        return False
    return True if here.overlaps(fact) and there.overlaps(fact) else None


def _ordered(here: Interval, there: Interval) -> bool:
    """Whether both ends of the second meaning lie no earlier than those of the first."""
    return (here.first or date.min) <= (there.first or date.min) and (here.last or date.max) <= (there.last or date.max)


def _misses(here: Interval, there: Interval, fact: Interval) -> bool:
    """Whether nothing between two meanings can overlap the fact."""
    return not Interval(here.first, there.last).overlaps(fact)
