"""Timelines: a day or month without a year that opens its line is counted on from the line before it.

``12 March 2024: …``, then ``4 May: …``: the first 4 May behind it, or the last before it where the next line with a
year shows that the newest stands first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times.framing import needs_year, turn_in
from mahdar.language.times.headings import BULLETS, CLOSING
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, guarded
from mahdar.language.tokens import NEWLINE

_LONG = frozenset(("day", "month", "year"))


class _Run:
    """Lines without a year behind one with a year: each is read off the one before it.

    ``end`` is the first day of the next line with a year, between which and ``start`` they lie; else they lie before
    the day of publication.
    """

    def __init__(self, start: Sense, end: date | None) -> None:
        self.senses: list[Sense] = []
        self._start, self._end = start, end
        self._seen: tuple[date, list[Interval | None]] | None = None

    def add(self, part: Part) -> Part:
        """A line of the run, dated by its place in it."""
        n = len(self.senses)
        self.senses.append(part.sense)
        sense = Sense(part.sense.grain, lambda day: self._days(day)[n], self._end is not None and self._start.fixed)
        return Part(part.i, part.j, sense, part.kind, part.skip)

    def _days(self, day: date) -> list[Interval | None]:
        """The days of all lines as seen from a day, found in one walk."""
        if self._seen is None or self._seen[0] != day:
            self._seen = day, list(self._walk(day))
        return self._seen[1]

    def _walk(self, day: date) -> Iterator[Interval | None]:
        there = guarded(self._start.on)(day)
        for sense in self.senses:
            first = there.first if there else None
            there = _towards(sense, first, self._end) if self._end else _up_to(sense, first, day)
            yield there


def chronicled(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts, those of a timeline that say no year in the year of the line before them."""
    if not scan.news or NEWLINE not in scan.forms or not any(needs_year(scan, p) for p in parts):
        return parts
    entries = [k for k, part in enumerate(parts) if _opens_line(scan, part)]
    ends = _next_dated(parts, entries)
    found = list(parts)
    run: _Run | None = None
    for k, end in zip(entries, ends, strict=True):
        if run is not None and needs_year(scan, parts[k]):
            found[k] = run.add(parts[k])
        elif parts[k].sense.grain in _LONG:
            run = _Run(parts[k].sense, end) if _is_dated(parts[k]) else None
    return found


def _next_dated(parts: list[Part], entries: list[int]) -> list[date | None]:
    """For each entry the first day of the next one that says its year."""
    ends: list[date | None] = []
    end: date | None = None
    for k in reversed(entries):
        ends.append(end)
        days = parts[k].sense.absolute() if _is_dated(parts[k]) else None
        end = days.first if days and days.first else end
    return ends[::-1]


def _is_dated(part: Part) -> bool:
    return part.sense.fixed and part.sense.grain in _LONG


def _opens_line(scan: Scan, part: Part) -> bool:
    """Whether a time stands at the head of its line and a mark or the line's end follows it."""
    k = part.i - 1 - (scan.form(part.i - 1) in BULLETS)
    return (k < 0 or scan.form(k) == NEWLINE) and scan.form(part.j) in CLOSING


def _towards(sense: Sense, there: date | None, end: date) -> Interval | None:
    """The first turn behind the line before, or the last before it where the lines run back."""
    if there is None:
        return None
    on = end >= there
    found = _turn(sense, there, 1 if on else -1)
    return found if found and found.first and (found.first <= end if on else found.first >= end) else None


def _up_to(sense: Sense, there: date | None, day: date) -> Interval | None:
    """The first turn behind the line before it that is not ahead, else what it is by itself."""
    found = _turn(sense, there, 1) if there else None
    return found if found and found.first and found.first <= day else sense.on(day)


def _turn(sense: Sense, there: date, step: int) -> Interval | None:
    """The nearest turn behind a day (step 1) or before it (-1)."""
    for year in (there.year, there.year + step):
        found = turn_in(sense, year)
        if found and found.first and (found.first - there).days * step > 0:
            return found
    return None
