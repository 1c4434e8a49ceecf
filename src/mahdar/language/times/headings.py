"""Timelines by years: a year that heads a line is a time, and dates what stands below it without a year.

``2022``, then ``February: …`` and ``- 8 March: …`` on lines of their own, or ``2022: … in May …`` on one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from mahdar.edtf import Interval
from mahdar.language.times.framing import needs_year, within_year
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, fixed
from mahdar.language.tokens import NEWLINE, tokens_of

BULLETS, CLOSING = frozenset("-*·•"), frozenset((":", "-", "|", NEWLINE, ""))
_FIRST, _LAST = 1900, 2100  # as the head of a line a number outside them counts something
_LEAST = 2  # lines with a time at their head, which make a timeline
_SEVERAL = 3  # lines with a year and no mark behind it, which make one too
_DIGITS = 4
_LEADING = frozenset(("في", "in"))


def headed(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts with the years and months that head lines of a timeline, and those below a year in that year."""
    if not scan.news or NEWLINE not in scan.forms:
        return parts
    lines = [(_opening(scan, line.i), line.j) for line in scan.tokens.lines()]
    at = {part.i: part for part in parts}
    years = {i: year for i, _ in lines if i not in at and (year := _year(scan, i)) is not None}
    own = {i for i, _ in lines if i in at and _is_year(at[i]) and scan.form(at[i].j) in CLOSING}
    months = {i: month for i, _ in lines if i not in at and (month := _month(scan, i)) is not None}
    loose = _loose(scan, [i for i, _ in lines if i not in at and i not in years])
    years |= loose
    heads = sum(i in years or i in months or (i in at and scan.form(at[i].j) in CLOSING) for i, _ in lines)
    if heads < _LEAST or not (years or own):
        return parts
    taken = tokens_of(parts)
    found = sorted([*parts, *(y for i, y in years.items() if y.i not in taken)], key=lambda part: part.i)
    return sorted(_below(scan, lines, found, months, frozenset(loose)), key=lambda part: part.i)


def _below(
    scan: Scan, lines: list[tuple[int, int]], parts: list[Part], months: dict[int, Part], loose: frozenset[int]
) -> Iterator[Part]:
    """The parts of all lines, those below a year in it; months alone at the head of a line only there."""
    year: Part | None = None
    alone = False  # whether the line before is nothing but the year
    rest = deque(parts)
    for i, j in lines:
        inside = []
        while rest and rest[0].i < j:
            inside.append(rest.popleft())
        marked = bool(inside) and (scan.form(inside[0].j) in CLOSING or inside[0].i in loose)
        head = inside[0] if marked and inside[0].i <= i + 1 else None
        if head is not None and (_is_year(head) or head.sense.fixed):
            year = head if _is_year(head) else None
        elif head is None and i not in months and scan.form(i - 1) not in BULLETS and not alone and i < j:
            year = None
        alone = year is not None and (alone if i >= j else head is year and year.j >= j - 1)
        if year is None:
            yield from inside
        else:
            inside = [months[i], *inside] if i in months else inside
            yield from _in_year(scan, year, inside)


def _in_year(scan: Scan, year: Part, parts: list[Part]) -> Iterator[Part]:
    for part in parts:
        yield within_year(scan, year, part, narrated=True) if needs_year(scan, part) else part


def _opening(scan: Scan, i: int) -> int:
    """The first token of a line behind its bullet."""
    return i + (scan.form(i) in BULLETS)


def _is_year(part: Part) -> bool:
    return part.sense.fixed and part.sense.grain == "year" and part.kind == "year"


def _year(scan: Scan, i: int) -> Part | None:
    k = i + (scan.form(i) in _LEADING)
    form = scan.form(k)
    if len(form) != 4 or not form.isdecimal() or not _FIRST <= int(form) <= _LAST or scan.form(k + 1) not in CLOSING:
        return None
    return Part(k, k + 1, fixed(Interval.year(int(form)), "year"), "year")


def _loose(scan: Scan, lines: list[int]) -> dict[int, Part]:
    """Years with no mark behind them at the head of several lines, all in order: 1951 Graduates …, 1963 Moves to …."""
    behind = [i for i in lines if scan.form(i + 1)[:1].isalpha()] if len(lines) >= _SEVERAL else []
    years = [(i, int(scan.form(i))) for i in behind if len(scan.form(i)) == _DIGITS and scan.form(i).isdecimal()]
    told = [year for _, year in years]
    if len(years) < _SEVERAL or told not in (sorted(told), sorted(told, reverse=True)):
        return {}
    if not all(_FIRST <= year <= _LAST for year in told):
        return {}
    return {i: Part(i, i + 1, fixed(Interval.year(year), "year"), "year") for i, year in years}


def _month(scan: Scan, i: int) -> Part | None:
    """A month before a mark, which may be a verb or a surname elsewhere: May: …"""
    hit = scan.word(i, "month")
    if hit is None or hit.proclitics or scan.form(hit.j) not in CLOSING:
        return None
    number = hit.value.number
    return Part(i, hit.j, Sense("month", lambda day: Interval.month(day.year, number)), "month")
