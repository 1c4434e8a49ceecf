"""Times drawn on an axis of years: where a bar begins and how long it is, in per cent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mahdar.dossier.document import Bar
from mahdar.export.kept import Moment

_THINNEST = 0.7  # per cent, so that a day can be seen
_MOST_TICKS = 7
_STEPS = (1, 2, 5, 10, 20, 25, 50)  # years between two ticks


class Axis:
    """From the first day of the first year named to the last of the last; open ends reach its edge."""

    def __init__(self, times: Sequence[Moment | None], today: date) -> None:
        ends = [date.fromisoformat(day) for when in times if when for day in (when.first, when.last) if day]
        last = max([*ends, *([today] if any(when and when.last is None for when in times) else [])], default=today)
        self._first = date(min(ends, default=today).year, 1, 1)
        self._last = date(last.year, 12, 31)
        self._length = (self._last - self._first).days + 1

    def bar(self, when: Moment | None) -> Bar | None:
        """None where there is no time."""
        if when is None:
            return None
        first = date.fromisoformat(when.first) if when.first else self._first
        last = date.fromisoformat(when.last) if when.last else self._last
        start = self._at(first)
        width = max(self._at(last) - start + 100 / self._length, _THINNEST)
        opens = "start" if when.first is None else "end" if when.last is None else ""
        return Bar(round(min(start, 100 - _THINNEST), 2), round(min(width, 100 - start), 2), opens)

    def _at(self, day: date) -> float:
        return 100 * (day - self._first).days / self._length

    @property
    def ticks(self) -> tuple[tuple[str, float], ...]:
        """Round years, few enough to be read."""
        years = self._last.year - self._first.year + 1
        step = next((step for step in _STEPS if years / step <= _MOST_TICKS), 100)
        first = -(-self._first.year // step) * step
        marked = range(first, self._last.year + 1, step)
        return tuple((str(year), round(self._at(date(year, 1, 1)), 2)) for year in marked)
