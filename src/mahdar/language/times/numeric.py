"""Dates in digits: 2017-04-04, 04/04/2017, 4.4.2017, 10/2014; a day and month alone for assistants and in datelines.

Day before month in Arabic. In English the day comes first as well, as in most of the world's newsrooms, unless the
second number can be no month; assistants' calendars (American) put the month first.
"""

from __future__ import annotations

import re

from mahdar.edtf import Interval
from mahdar.language.times.arabic_names import when
from mahdar.language.times.dates import MonthName, When, day_of_year, day_sense, is_hijri_year, year_sense
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, fixed
from mahdar.language.times.vocabulary import word_set
from mahdar.language.times.years import is_document

_MARKS = frozenset("/-.\\")
_DOTTED = re.compile(r"(\d{1,4})\.(\d{1,2})(?:\.(\d{2,4}))?\Z", re.ASCII)
_FIRST, _LAST = 1000, 2200
_SOLAR_NOW = range(
    1385, 1411
)  # years of our time on pages from Iran: 1403/7/25; a lunar year so long ago says that it is one
_DATELINE, _AGENCY = 16, 8  # tokens: how far a dateline reaches, and the agency in it
_FROM, _WHOLE = frozenset(("من", "from")), 3
_RULES = frozenset(("-", "--", ":", "_", "–", "—"))


def numeric_date(scan: Scan, i: int) -> Part | None:
    """A date in digits that begins at token i."""
    for j, numbers in _fields(scan, i):
        sense = _sense(scan, i, j, numbers)
        if sense:
            return Part(i, _era(scan, j), sense, "day")
    return _in_dateline(scan, i) if scan.news and i < _DATELINE else None


def arabic_date(scan: Scan, i: int) -> Part | None:
    """The same with what says the year behind a day and month: يوم 3/9 من العام الماضي, بتاريخ 3/9 الماضي."""
    found = numeric_date(scan, i)
    short = found is not None and found.j == i + _WHOLE and not found.sense.fixed
    spec = when(scan, i + _WHOLE) if short else None
    if found is None or spec is None or not spec.says:
        return found
    sense = _short(scan, i, found.j, int(scan.form(i)), int(scan.form(i + 2)), spec)
    return Part(i, spec.j, sense, "day") if sense else found


def _in_dateline(scan: Scan, i: int) -> Part | None:
    """القاهرة 12-5 (رويترز) -: a day and month before the agency in brackets, at the head of an Arabic report."""
    fields, opening = [scan.form(i), scan.form(i + 2)], i + 3
    dashed = scan.form(i + 1) in _MARKS and scan.form(opening) == "("
    if scan.language != "ar" or not dashed or not all(f.isdecimal() and len(f) <= 2 for f in fields):
        return None
    ends = (k for k in range(opening + 2, min(opening + _AGENCY, len(scan))) if scan.form(k) == ")")
    closing = next(ends, None)
    if closing is None or scan.form(closing + 1) not in _RULES or not scan.tokens.is_word(opening + 1):
        return None
    sense = _short(scan, i, opening, int(fields[0]), int(fields[1]))
    return Part(i, opening, sense, "day") if sense else None


def _era(scan: Scan, j: int) -> int:
    hit = scan.word(j, "era")
    return hit.j if hit else j


def _fields(scan: Scan, i: int) -> list[tuple[int, list[str]]]:
    """Three fields, then two, where marks stand between digits; a mark or a digit behind them spoils them."""
    behind = scan.tokens.touches(i) if i < len(scan) else False
    if (
        scan.form(i)
        and scan.form(i - 1) in _MARKS
        and (behind or (scan.form(i - 1) == "/" and scan.form(i - 2).isdecimal()))
    ):
        return []
    dotted = _DOTTED.match(scan.form(i))
    if dotted:
        return [(i + 1, [g for g in dotted.groups() if g])]
    found: list[tuple[int, list[str]]] = []
    numbers: list[str] = []
    j, apart = i, scan.news and _apart(scan, i)
    while scan.form(j).isdecimal() and len(numbers) < 4:
        numbers.append(scan.form(j))
        found.append((j + 1, list(numbers)))
        joined = _apart(scan, j) if apart else _close(scan, j)
        if scan.form(j + 1) not in _MARKS or not joined or (apart and scan.form(j + 1) != scan.form(i + 1)):
            break
        j += 2
    whole = [f for f in reversed(found) if len(f[1]) == len(numbers) > 1]
    return [] if len(numbers) > 3 or (len(numbers) == 2 and apart) else whole


def _close(scan: Scan, j: int) -> bool:
    """Whether the mark behind token j joins two fields; news writes spaces on both sides of it or on none."""
    if not scan.news or j + 2 >= len(scan):
        return not scan.news
    return scan.tokens.touches(j + 1) and scan.tokens.touches(j + 2)


def _apart(scan: Scan, j: int) -> bool:
    """``26 / 5 / 2022``: spaces on both sides of the mark."""
    return j + 2 < len(scan) and not scan.tokens.touches(j + 1) and not scan.tokens.touches(j + 2)


def _sense(scan: Scan, i: int, j: int, fields: list[str]) -> Sense | None:
    if len(fields) == 3:
        return _full(scan, fields, bool((era := scan.word(j, "era")) and era.value.value == "ah"))
    first, second = fields
    if 4 in (len(first), len(second)):
        return None if j == i + 1 else _month_of(scan, i, first, second)
    if len(first) > 2 or len(second) > 2:
        return None
    if scan.news and scan.form(i - 1) not in word_set("ar", "days") and not _begins(scan, i, j):
        return None
    return _short(scan, i, j, int(first), int(second))


def _begins(scan: Scan, i: int, j: int) -> bool:
    """Whether a whole date in digits ends what begins here: من 1/1 حتى 31/3/2024."""
    if j != i + 3 or scan.form(i - 1) not in _FROM or scan.form(i + 1) not in _MARKS or not scan.word(j, "to"):
        return False
    k = scan.past(j, "to")
    return len(next((numbers for _, numbers in _fields(scan, k)), [])) == _WHOLE


def _month_of(scan: Scan, i: int, first: str, second: str) -> Sense | None:
    """10/2014, 2014-10; in news not behind a word that numbers documents, and with two digits behind the year that are
    not those of the next one: 2011-12.
    """
    if scan.news and (is_document(scan, i) or (len(first) == 4 and int(second) == (int(first) + 1) % 100)):
        return None
    if len(second) == 4:
        return _month(int(second), int(first))
    return _month(int(first), int(second)) if len(second) == 2 or not scan.news else None


def _full(scan: Scan, fields: list[str], lunar: bool) -> Sense | None:
    a, b, c = (int(f) for f in fields)
    if len(fields[0]) == 4:
        return _day(a, b, c, lunar) or _day(a, c, b, lunar)
    year = c if len(fields[2]) == 4 else 2000 + c if c < 70 else 1900 + c
    if len(fields[2]) not in (2, 4):
        return None
    orders = [(b, a), (a, b)]
    if scan.language == "en" and not scan.news:
        orders.reverse()
    return next((s for month, day in orders if (s := _day(year, month, day, lunar))), None)


def _day(year: int, month: int, day: int, lunar: bool) -> Sense | None:
    if not _FIRST <= year <= _LAST or not 1 <= month <= 12:
        return None
    solar = year in _SOLAR_NOW and not lunar
    calendar = "solar" if solar else "hijri" if is_hijri_year(year) else "gregorian"
    whole = year_sense(year, calendar)
    if whole is None or not 1 <= day <= 31:
        return None
    sense = day_of_year(whole, day, MonthName(0, month, calendar, True))
    return sense if sense.absolute() else None


def _month(year: int, month: int) -> Sense | None:
    if not 1800 <= year <= _LAST or not 1 <= month <= 12:
        return None
    return fixed(Interval.month(year, month), "month")


def _short(scan: Scan, i: int, j: int, a: int, b: int, spec: When | None = None) -> Sense | None:
    month, day = (b, a) if scan.language == "ar" and 1 <= b <= 12 else (a, b)
    month, day = (month, day) if month <= 12 else (day, month)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    name = MonthName(j, month, "gregorian", True)
    return day_sense(scan, day, name, spec or When(j), None, lambda: scan.told_tense(i, j))
