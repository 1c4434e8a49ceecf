"""Timelines: a day or month without a year that opens its line is counted on from the line before it.

``12 March 2024: …``, then ``4 May: …``: the first 4 May behind it, or the last before it where the next line with a
year shows that the newest stands first.
"""

from __future__ import annotations

from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times.framing import needs_year
from mahdar.language.times.headings import BULLETS, CLOSING
from mahdar.language.times.inside import Change
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, guarded
from mahdar.language.tokens import NEWLINE

_SEEN_FROM = ((12, 31), (7, 1), (1, 1))  # days of a year from which a month without a year is looked up in it
_LONG = frozenset(("day", "month", "year"))


def chronicled(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts, those of a timeline that say no year in the year of the line before them."""
    if not scan.news or NEWLINE not in scan.forms or not any(needs_year(scan, p) for p in parts):
        return parts
    entries = [k for k, part in enumerate(parts) if _opens_line(scan, part)]
    found = list(parts)
    before: Part | None = None
    for n, k in enumerate(entries):
        part = found[k]
        if before is not None and needs_year(scan, part):
            later = (found[m] for m in entries[n + 1 :])
            found[k] = part = _counted_on(part, before, next((p for p in later if _is_dated(p)), None))
            before = part
        elif part.sense.grain in _LONG:
            before = part if _is_dated(part) else None
    return found


def _is_dated(part: Part) -> bool:
    return part.sense.fixed and part.sense.grain in _LONG


def _opens_line(scan: Scan, part: Part) -> bool:
    """Whether a time stands at the head of its line and a mark or the line's end follows it."""
    k = part.i - 1 - (scan.form(part.i - 1) in BULLETS)
    return (k < 0 or scan.form(k) == NEWLINE) and scan.form(part.j) in CLOSING


def _counted_on(part: Part, before: Part, later: Part | None) -> Part:
    end = later.sense.absolute() if later else None
    if end is not None and end.first and before.sense.fixed:
        sense = before.sense.then(_towards(part.sense, end.first), part.sense.grain)
    else:
        sense = Sense(part.sense.grain, lambda day: _up_to(part.sense, before.sense, day))
    return Part(part.i, part.j, sense, part.kind, part.skip)


def _towards(sense: Sense, end: date) -> Change:
    """The first turn behind the line before, or the last before it where the lines run back."""

    def change(there: Interval) -> Interval | None:
        if there.first is None:
            return None
        on = end >= there.first
        found = _turn(sense, there.first, 1 if on else -1)
        return found if found and found.first and (found.first <= end if on else found.first >= end) else None

    return change


def _up_to(sense: Sense, before: Sense, day: date) -> Interval | None:
    """The first turn behind the line before it that is not ahead, else what it is by itself."""
    there = guarded(before.on)(day)
    found = _turn(sense, there.first, 1) if there and there.first else None
    return found if found and found.first and found.first <= day else sense.on(day)


def _turn(sense: Sense, there: date, step: int) -> Interval | None:
    """The nearest turn behind a day (step 1) or before it (-1)."""
    on = guarded(sense.on)
    for year in (there.year, there.year + step):
        seen = (on(date(year, month, day)) for month, day in _SEEN_FROM)
        found = next((t for t in seen if t and t.within(Interval.year(year))), None)
        if found and found.first and (found.first - there).days * step > 0:
            return found
    return None
