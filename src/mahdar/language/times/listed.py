"""Days of one month of which only the last or the first names it: 3 و5 و9 يونيو, June 3, 4 and 5."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.english_names import ENDINGS
from mahdar.language.times.inside import Change, day_in
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.years import number_of_year
from mahdar.language.tokens import COMMAS

_AND = frozenset(("و", "and", "or", "او", "&"))
_LONGEST = 8
_LAST = 31
_KINDS = frozenset(("day", "range"))
_BEHIND = frozenset((".", ",", "،", ";", "؛", ":", ")", "!", "?", "؟", "at", "in", "and", "but", "when"))
Numbered = tuple[int, int, int]  # where a number begins and ends, and its value


def listed(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts with the days that stand in a list before or behind them; neighbours are one time."""
    return [made for part in parts for made in _with_list(scan, part)] if scan.news else parts


def _with_list(scan: Scan, part: Part) -> Iterator[Part]:
    if part.kind not in _KINDS or part.weekday is not None or part.sense.grain != "day":
        return iter((part,))
    if scan.starts_number(part.i):
        return _led(scan, part, _before(scan, part))
    if scan.language == "en" and part.kind == "day" and scan.word(part.i, "month"):
        return _followed(scan, part, _behind(scan, part.j))
    return iter((part,))


def _before(scan: Scan, part: Part) -> list[Numbered]:
    """The numbers of days that lead up to the part, in order, if a preposition or a word for day opens them."""
    found: list[Numbered] = []
    first, i = scan.integer(part.i), part.i
    least = first[1] if first else 0
    while len(found) < _LONGEST:
        end = _without_joint(scan, i, bool(found) or part.kind == "range")
        number = number_ending(scan, end) if end is not None else None
        if number is None or number[2] >= least:
            break
        found.insert(0, number)
        i, least = number[0], number[2]
    opened = scan.word(i - 1, "in", "unit", "from") is not None or scan.form(i - 1) in ("the", "ال")
    return found if opened else []


def _without_joint(scan: Scan, i: int, comma: bool) -> int | None:
    """Where the number before "and", or before a comma in a longer list, ends."""
    if scan.number_skip(i) and scan.form(i)[:1] == "و":
        return i
    i -= scan.form(i - 1) == "the"
    if scan.form(i - 1) in _AND:
        return i - 1 - (scan.form(i - 2) in COMMAS)
    return i - 1 if comma and scan.form(i - 1) in COMMAS else None


def number_ending(scan: Scan, end: int) -> Numbered | None:
    """The number of a day that ends before token ``end``."""
    end_of_number = end - (scan.form(end - 1) in ENDINGS)
    for start in (end_of_number - 1, end_of_number - 2):
        number = scan.integer(start) if start >= 0 else None
        if number and number[0] == end_of_number and 1 <= number[1] <= _LAST:
            return start, end, number[1]
    return None


def _led(scan: Scan, part: Part, numbers: list[Numbered]) -> Iterator[Part]:
    last = scan.integer(part.i)
    if not numbers or last is None:
        yield part
    elif _neighbours([n[2] for n in numbers] + [last[1]]) and not _either(scan, numbers[0][0], part.i):
        i, _, value = numbers[0]
        yield replace(part, i=i, sense=part.sense.then(_from(value)), kind="range", skip=scan.number_skip(i))
    else:
        for i, j, value in numbers:
            yield Part(i, j, part.sense.then(_same_month(value)), "day", scan.number_skip(i))
        yield part


def _behind(scan: Scan, j: int) -> list[Numbered]:
    """The numbers behind June 3, up to one behind "and" which nothing counts."""
    found: list[Numbered] = []
    while len(found) < _LONGEST:
        comma = scan.form(j) in COMMAS
        k = j + comma
        final = scan.form(k) in _AND
        k += final
        number = scan.integer(k) if (comma or final) and scan.form(k).isdecimal() else None
        if number is None or not 1 <= number[1] <= _LAST:
            return []
        end = number[0] + (scan.form(number[0]) in ENDINGS)
        found.append((k, end, number[1]))
        if final:
            return found if end >= len(scan) or scan.form(end) in _BEHIND else []
        j = end
    return []


def _followed(scan: Scan, part: Part, numbers: list[Numbered]) -> Iterator[Part]:
    first = scan.integer(part.j - 1) if numbers else None
    if first is None or first[1] > _LAST:
        yield part
        return
    part, end = _dated(scan, part, numbers[-1][1])
    values = [first[1], *(n[2] for n in numbers)]
    if _neighbours(values) and not _either(scan, part.i, numbers[-1][0]):
        yield replace(part, j=end, sense=part.sense.then(_up_to(values[-1])), kind="range")
        return
    yield part
    for i, j, value in numbers:
        yield Part(i, end if j == numbers[-1][1] else j, part.sense.then(_same_month(value)), "day")


def _dated(scan: Scan, part: Part, j: int) -> tuple[Part, int]:
    """The part in the year that stands behind the list, and where that ends: June 3 and 5, 2021."""
    number = number_of_year(scan, j + 1) if scan.form(j) in COMMAS else None
    if number is None:
        return part, j
    sense = replace(part.sense.then(_of_year(number[1])), fixed=True)
    return replace(part, sense=sense), number[0]


def _of_year(year: int) -> Change:
    """The same day of this year; None where it has no such day."""
    return lambda day: day_in(day.first.day)(Interval.month(year, day.first.month)) if day.first else None


def _neighbours(values: list[int]) -> bool:
    return all(b == a + 1 for a, b in pairwise(values))


def _either(scan: Scan, i: int, j: int) -> bool:
    return not {"or", "او"}.isdisjoint(scan.forms[i:j])


def _same_month(value: int) -> Change:
    day = day_in(value)
    return lambda there: day(Interval.month(there.first.year, there.first.month)) if there.first else None


def _from(value: int) -> Change:
    """From the day of this number in the month in which the days begin to their last."""
    day = _same_month(value)

    def change(there: Interval) -> Interval | None:
        first = day(there)
        return units.days(first.first, there.last) if first and first.first and there.last else None

    return change


def _up_to(value: int) -> Change:
    day = _same_month(value)

    def change(there: Interval) -> Interval | None:
        last = day(there)
        return units.days(there.first, last.first) if last and last.first and there.first else None

    return change
