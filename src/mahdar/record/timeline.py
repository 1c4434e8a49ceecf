"""Rows in order of time, found by an interval of days in microseconds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable
from datetime import date, timedelta
from typing import Generic, TypeVar

from mahdar.edtf import Interval

R = TypeVar("R")


class Timeline(Generic[R]):
    """Rows sorted by their first day; rows without time come last and match no interval."""

    def __init__(self, rows: Iterable[R], when: Callable[[R], Interval | None]) -> None:
        timed = [
            (span.first or date.min, span.last or date.max, row) for row in rows if (span := when(row)) is not None
        ]
        timed.sort(key=lambda item: item[:2])
        self._fill(timed)

    @classmethod
    def _of(cls, timed: list[tuple[date, date, R]]) -> Timeline[R]:
        made = cls((), lambda _row: None)
        made._fill(timed)
        return made

    def _fill(self, timed: list[tuple[date, date, R]]) -> None:
        """Take rows that are sorted already."""
        self.rows: tuple[R, ...] = tuple(item[2] for item in timed)
        self._first = [item[0] for item in timed]
        self._last = [item[1] for item in timed]
        self._longest = max((last - first for first, last, _ in timed), default=timedelta())
        self._narrowed: dict[Hashable, Timeline[R]] = {}

    def narrowed(self, name: Hashable, keep: Callable[[R], bool]) -> Timeline[R]:
        """The rows that are kept, as a timeline of its own, made once for a name."""
        known = self._narrowed.get(name)
        if known is None:
            rows = zip(self._first, self._last, self.rows, strict=True)
            known = self._narrowed[name] = Timeline._of([item for item in rows if keep(item[2])])
        return known

    def during(self, when: Interval | None) -> tuple[R, ...]:
        """The rows that fall, or may fall, inside the interval; all of them if there is none."""
        if when is None:
            return self.rows
        start, end = when.first or date.min, when.last or date.max
        earliest = start - self._longest if start - date.min > self._longest else date.min
        low, high = bisect_left(self._first, earliest), bisect_right(self._first, end)
        return tuple(row for row, last in zip(self.rows[low:high], self._last[low:high], strict=True) if last >= start)
