"""Intervals of days and their EDTF text (ISO 8601-2, level 1, the part that the contract uses).

``2022-05-26``, ``2022-05``, ``2022``, ``2023-03-13/2023-03-19``, ``2014/..``, ``../2019``, and the seasons ``2014-21``
(spring) to ``2014-24`` (winter). A text keeps its grain: ``2021-02`` is a month of 28 days, never the first of
February.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "month", "season", "year"]
_GRAINS: tuple[Grain, ...] = ("year", "month", "day")
_FINENESS: dict[Grain, int] = {"day": 0, "month": 1, "season": 1, "year": 2}
_LENGTH: dict[Grain, int] = {"day": 10, "month": 7, "season": 7, "year": 4}
_SPRING, _WINTER = 21, 24

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


@dataclass(slots=True, unsafe_hash=True, order=True)  # made by the hundred for a report; never changed
class Interval:
    """Days from ``first`` to ``last``, both included; None is open.

    ``grain`` is the unit in which the ends were written, kept so that January 2014 on does not become 2014 on.
    """

    first: date | None
    last: date | None
    grain: Grain | None = field(default=None, compare=False)

    @classmethod
    def day(cls, day: date) -> Interval:
        return cls(day, day, "day")

    @classmethod
    def month(cls, year: int, month: int) -> Interval:
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")

    @classmethod
    def year(cls, year: int) -> Interval:
        return cls(date(year, 1, 1), date(year, 12, 31), "year")

    @classmethod
    def season(cls, year: int, number: int) -> Interval:
        """Spring (0) to winter (3) by the months of the northern year; the winter of a year begins in its December."""
        start, end = (shift_month(year, 3 + 3 * number, by) for by in (0, 2))
        return cls(cls.month(*start).first, cls.month(*end).last, "season")

    @classmethod
    def parse(cls, text: str) -> Interval:
        """EDTF text to days. Raises ValueError with the text where it is not of the forms above."""
        if "/" not in text:
            return _parse_one(text)
        left, _, right = text.partition("/")
        start = None if left == ".." else _parse_one(left, text)
        end = None if right == ".." else _parse_one(right, text)
        return cls.span(start, end)

    @classmethod
    def span(cls, start: Interval | None, end: Interval | None) -> Interval:
        """From the first day of one to the last of another; None is open. Raises ValueError if that is backwards."""
        first, last = start.first if start else None, end.last if end else None
        if first and last and first > last:
            raise ValueError(f"not an interval, its end lies before its start: {first} to {last}")
        given = {side.grain for side in (start, end) if side}
        return cls(first, last, next((grain for grain in reversed(_GRAINS) if grain in given), None))

    def contains(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def overlaps(self, other: Interval) -> bool:
        starts = self.first is None or other.last is None or self.first <= other.last
        return starts and (self.last is None or other.first is None or other.first <= self.last)

    def within(self, other: Interval) -> bool:
        """Whether every day of this interval lies in the other."""
        starts = other.first is None or (self.first is not None and self.first >= other.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return starts and ends

    def intersect(self, other: Interval) -> Interval | None:
        first, last = self.first or other.first, self.last or other.last
        if first and other.first and other.first > first:
            first = other.first
        if last and other.last and other.last < last:
            last = other.last
        return None if first and last and first > last else Interval(first, last)

    def days(self) -> int | None:
        """How many days, or None where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def edtf(self) -> str:
        """The EDTF text for exactly these days, at the grain at which they were given or the coarsest that fits."""
        if (
            self.grain == "season"
            and self.first is not None
            and self == self.season(self.first.year, _season(self.first))
        ):
            return f"{self.first.year:04d}-{_SPRING + _season(self.first)}"
        grain = self._grain()
        first, last = _edge(self.first, grain), _edge(self.last, grain)
        return first if first == last else f"{first}/{last}"

    def _grain(self) -> Grain:
        wanted = _FINENESS[self.grain] if self.grain else _FINENESS["year"]
        return next(g for g in _GRAINS if _FINENESS[g] <= wanted and self._aligned(g))

    def _aligned(self, grain: Grain) -> bool:
        """Whether both ends lie on edges of whole units of this grain."""
        opened = self.first is None or _opens(self.first, grain)
        return opened and (self.last is None or _closes(self.last, grain))


def _season(day: date) -> int:
    """The season that begins in the month of this day: spring (0) in March."""
    return (day.month - 3) // 3 % 4


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month ``by`` months later (or earlier, if negative)."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def monday_of(day: date) -> date:
    """The Monday of the week in which the day lies (ISO 8601 weeks)."""
    return day - timedelta(days=day.weekday())


def _parse_one(text: str, whole: str = "") -> Interval:
    """One side of an interval, or all of a text. Raises ValueError with what was written as a whole."""
    match = _DATE.match(text)
    if match is None:
        raise ValueError(
            f"not an EDTF date (write 2023, 2023-03, 2023-03-17 or an interval with '/'): {whole or text!r}"
        )
    try:
        return _interval(*match.groups())
    except ValueError:
        raise ValueError(f"no such day, month or year: {whole or text!r} (write 2023, 2023-03 or 2023-03-17)") from None


def _interval(year: str, month: str | None, day: str | None) -> Interval:
    if month and day:
        return Interval.day(date(int(year), int(month), int(day)))
    if month and _SPRING <= int(month) <= _WINTER:
        return Interval.season(int(year), int(month) - _SPRING)
    if month:
        return Interval.month(int(year), int(month))
    return Interval.year(int(year))


def _opens(day: date, grain: Grain) -> bool:
    """Whether a unit of this grain begins on the day."""
    return grain == "day" or (day.day == 1 and (grain == "month" or day.month == 1))


def _closes(day: date, grain: Grain) -> bool:
    """Whether a unit of this grain ends on the day."""
    if grain == "year":
        return day.month == 12 and day.day == 31
    return grain == "day" or day.day == monthrange(day.year, day.month)[1]


def _edge(day: date | None, grain: Grain) -> str:
    return day.isoformat()[: _LENGTH[grain]] if day else ".."
