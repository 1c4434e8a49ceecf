"""Months and days of the year that opens their sentence: In 2016 the government fell in March, and in July …"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mahdar.edtf import Interval
from mahdar.language.sentences import sentences
from mahdar.language.times.neighbours import says_year
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, guarded
from mahdar.language.times.vocabulary import word_set

_SEEN_FROM = ((12, 31), (7, 1), (1, 1))  # days of a year from which a month without a year is looked up in it
_KINDS, _LONG = frozenset(("month", "day", "range")), frozenset(("year", "month", "day"))
_MARKS = frozenset(",،;؛:()-")
_AND = frozenset(("and", "then", "ثم"))
_LEADING = frozenset(("in", "on", "by", "during", "back", "then", "once", "twice", "في", "وفي", "خلال", "وخلال", "ثم"))
_LEAD = 2  # tokens before the time that opens a sentence


def framed(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts, those without a year in the year that opens their sentence; none of an unknown one."""
    if not scan.news or not any(map(_frames, parts)) or not any(needs_year(scan, p) for p in parts):
        return parts
    starts = [s.i for s in sentences(scan.tokens)]
    return list(_framed(scan, parts, [starts[bisect_right(starts, p.i) - 1] for p in parts]))


def _framed(scan: Scan, parts: list[Part], starts: list[int]) -> Iterator[Part]:
    frame: tuple[int, Part] | None = None  # the sentence, and the time that frames it
    for part, start in zip(parts, starts, strict=True):
        inside = frame is not None and frame[0] == start
        if part.sense.fixed or _frames(part):
            frame = (start, part) if _frames(part) and (inside or _opens(scan, part, start)) else None
        elif frame is not None and inside and needs_year(scan, part) and _belongs(scan, frame[1], part):
            part = within_year(scan, frame[1], part)
            frame = (start, part)
        elif not needs_year(scan, part):
            frame = None
        yield part


def _frames(part: Part) -> bool:
    """Whether a time is in a year that it says, or is a year seen from publication (last year)."""
    return part.kind in _LONG and part.sense.grain in _LONG and (part.sense.fixed or part.kind == "year")


def _opens(scan: Scan, part: Part, start: int) -> bool:
    """Whether a time stands at the head of its sentence, a preposition or a part of the year before it."""
    lead = range(start, part.i)
    return len(lead) <= _LEAD and all(scan.form(k) in _LEADING or scan.word(k, "part", "part-of-day") for k in lead)


def needs_year(scan: Scan, part: Part) -> bool:
    """Whether a time names a month or a day of it and nothing that tells the year."""
    named = part.kind in _KINDS and not part.sense.fixed and part.weekday is None and part.away is None
    return named and not says_year(scan, part) and any(scan.word(k, "month") for k in range(part.i, part.j))


def _belongs(scan: Scan, frame: Part, part: Part) -> bool:
    """Whether the time stands in the clause that is framed, or opens one that is joined to it."""
    between = scan.forms[frame.j + (scan.form(frame.j) in _MARKS) : part.i]
    if not word_set(scan.language, "by_others").isdisjoint(between):
        return False
    return _MARKS.isdisjoint(between) or (frame.sense.fixed and _joined(scan, part.i))


def _joined(scan: Scan, i: int) -> bool:
    """Whether "and in", وفي stand before token i, behind a mark."""
    k = i - 1 - (scan.form(i - 1) == "the")
    k -= scan.form(k) in ("in", "on", "في")
    if scan.language == "ar":
        return scan.form(i - 1)[:1] == "و" or scan.form(k) in _AND
    return k < i - 1 and scan.form(k) in _AND


def within_year(scan: Scan, frame: Part, part: Part, *, narrated: bool = False) -> Part:
    """The time in the year of the frame, behind it where that is finer; no days where it may be of another year.

    A verb of what is to come may tell what was, where all is ``narrated`` in the present.
    """
    ahead = frame.sense.fixed and not narrated and scan.told_tense(part.i, part.j) == "future"
    vague = ahead or any(scan.word(k, "part") for k in range(frame.i - 2, frame.j))

    def inside(there: Interval) -> Interval | None:
        if there.first is None or vague:
            return None
        days = turn_in(part.sense, there.first.year)
        late = frame.sense.grain == "year" or (days and days.first and days.first > there.first)
        return days if late else None

    return replace(part, sense=frame.sense.then(inside, part.sense.grain))


def turn_in(sense: Sense, year: int) -> Interval | None:
    """The month or day of a year that a time without one names."""
    on = guarded(sense.on)
    found = (on(date(year, month, day)) for month, day in _SEEN_FROM)
    return next((days for days in found if days and days.within(Interval.year(year))), None)
