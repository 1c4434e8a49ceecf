"""From values to places on a sheet, and the round values that an axis names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

_LEAST = 1e-9  # a range that no chart can show


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` stand at places from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        span = self.high - self.low
        share = (value - self.low) / span if abs(span) > _LEAST else 0.5
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, most: int = 8, whole: bool = False) -> list[float]:
    """Round values within a range, at most `most` and one; `whole` for counts and years."""
    span = high - low if high - low > _LEAST else 1.0
    size = 10.0 ** math.floor(math.log10(span / max(most, 1)))
    step = next(size * factor for factor in (1, 2, 5, 10, 20) if span / (size * factor) <= most + _LEAST)
    step = max(step, 1.0) if whole else step
    first, last = math.ceil(low / step - _LEAST), math.floor(high / step + _LEAST)
    return [round(step * count, 10) for count in range(first, last + 1)]


def above(high: float, most: int = 5) -> float:
    """The round value at or above a height, at which an axis of counts ends."""
    step = [*ticks(0, max(high, 1), most, whole=True), 1.0, 2.0][1]
    return math.ceil(max(high, 1) / step) * step


def year_of(day: date) -> float:
    """A day as a year with its fraction: 1 July 2022 is about 2022.5."""
    start = date(day.year, 1, 1)
    length = 366 if day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0) else 365
    return day.year + (day - start).days / length
