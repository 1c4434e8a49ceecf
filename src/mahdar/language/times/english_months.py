"""English: months and the days in them."""

from __future__ import annotations

from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times.dates import MonthName, When, day_sense, month_sense
from mahdar.language.times.english_names import article, day_number, month_name, of, related_unit, unit, when
from mahdar.language.times.inside import day_in
from mahdar.language.times.ranges import day_range
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import months, shifted, turning
from mahdar.language.times.spans import from_to
from mahdar.language.times.vocabulary import word_set

_JOINTS = frozenset(("and", "or", "-"))
_ROW = frozenset((",", "and", "or"))
_OWNERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "'s", "this", "that"))
_YEARLY = frozenset(("annually", "yearly"))
_ON = frozenset(("on", "in"))
_SHORT = 3  # letters of prepositions: the March on the capital


def day_and_month(scan: Scan, i: int, weekday: int | None = None) -> Part | None:
    """17 March 2023, the 17th of March, 31-Oct-74."""
    number = day_number(scan, i)
    if number is None:
        return None
    j = number[0] + (scan.form(number[0]) in ("-", "/"))
    name = month_name(scan, j) or month_name(scan, of(scan, j))
    if name is None:
        return None
    dashed = scan.form(name.j) in ("-", "/") and j > number[0]
    spec = when(scan, name.j + dashed, name.calendar)
    if comes_round(scan, i, spec):
        return None
    return _day(scan, i, spec, number[1], name, weekday)


def month_and_day(scan: Scan, i: int, weekday: int | None = None) -> Part | None:
    """March 17, 2023; March the 17th."""
    name = month_name(scan, i)
    number = day_number(scan, name.j) if name else None
    if name is None or number is None or (scan.news and _amount(scan, number[0])):
        return None
    spec = when(scan, number[0], name.calendar)
    if comes_round(scan, i, spec):
        return None
    return _day(scan, i, spec, number[1], name, weekday)


def comes_round(scan: Scan, i: int, spec: When) -> bool:
    """Whether a day or month without a year is that of every year: "every May", "each year on 3 June"."""
    if not scan.news or spec.says:
        return False
    if scan.word(i - 1, "every") is not None or _is_yearly(scan, spec.j):
        return True
    k = i - 1 - scan.form(i - 1).isdigit()  # annually on 3 | June
    k -= scan.form(k) == "the"
    k -= scan.form(k) in _ON
    return scan.form(k) in _YEARLY or (scan.form(k) == "year" and scan.word(k - 1, "every") is not None)


def _is_yearly(scan: Scan, j: int) -> bool:
    """Whether "every year" or "annually" follows at token j."""
    j += scan.form(j) in ("of", ",")
    return scan.form(j) in _YEARLY or (scan.word(j, "every") is not None and scan.form(j + 1) == "year")


def _amount(scan: Scan, j: int) -> bool:
    clock = scan.form(j) == ":" and j + 1 < len(scan) and scan.tokens.touches(j) and scan.tokens.touches(j + 1)
    return clock or scan.form(j) == "%" or scan.form(j) in word_set("en", "amounts")


def _day(scan: Scan, i: int, spec: When, day: int, name: MonthName, weekday: int | None) -> Part:
    named = scan.word(spec.j + (scan.form(spec.j) == ","), "weekday", "weekday-bare")
    j = spec.j
    if weekday is None and named and not scan.news:
        weekday, j = named.value.number, named.j
    return Part(i, j, day_sense(scan, day, name, spec, weekday, lambda: scan.ahead(i, spec.j)), "day")


def days_and_month(scan: Scan, i: int) -> Part | None:
    """13 to 15 July, the 23rd to the 26th of October, 1-8 September."""
    span = day_range(scan, article(scan, i))
    name = (month_name(scan, span[0]) or month_name(scan, of(scan, span[0]))) if span else None
    if span is None or name is None:
        return None
    return _range(scan, i, when(scan, name.j), span[1], span[2], name)


def month_and_days(scan: Scan, i: int) -> Part | None:
    """July 13-15, August 27th to 29th."""
    name = month_name(scan, i)
    between = scan.word(i - 1, "between") is not None
    span = day_range(scan, article(scan, name.j), between) if name else None
    return _range(scan, i, when(scan, span[0]), span[1], span[2], name) if name and span else None


def _range(scan: Scan, i: int, spec: When, first: int, last: int, name: MonthName) -> Part:
    sides = [day_sense(scan, d, name, spec, None, lambda: scan.ahead(i, spec.j)) for d in (first, last)]
    return Part(i, spec.j, from_to(sides[0], sides[1]), "range")


def month_alone(scan: Scan, i: int) -> Part | None:
    """March 2015, May of last year, in May."""
    name = month_name(scan, i)
    if name is None:
        return None
    spec = when(scan, name.j, name.calendar)
    if comes_round(scan, i, spec):
        return None
    sure = name.sure and (name.calendar != "hijri" or not scan.news)  # a Ramadan truce is no time
    if not (sure or spec.says or _among_times(scan, i)):
        return None
    if scan.form(spec.j) == "after" and scan.form(spec.j + 1) == "next" and not spec.says:
        sense = turning("month", lambda day: _after_next(scan, i, day), "future")
        return Part(i, spec.j + 2, sense, "month")
    return Part(i, spec.j, month_sense(scan, name, spec, lambda: scan.ahead(i, spec.j)), "month")


def _among_times(scan: Scan, i: int) -> bool:
    """A doubtful name (May, March) is a month behind a preposition of time or a part, mid-March, in May."""
    if not scan.news:
        return True
    k = i - 1 - (scan.form(i - 1) == "-")
    beside = _behind_month(scan, i) or _before_month(scan, i)
    return beside or scan.word(k, "in", "part") is not None or _describes(scan, i)


def _behind_month(scan: Scan, i: int) -> bool:
    """Whether a month stands before "and" or a dash at token i, or a row of months around it: March, May and June."""
    k = i - 1 - (scan.form(i - 1) == ".")
    row = scan.form(i - 1) == "," and scan.form(i + 1) in _ROW and scan.word(i + 2, "month") is not None
    joined = row or scan.form(i - 1) in _JOINTS
    return joined and scan.tokens.is_capital(k - 1) and scan.word(k - 1, "month") is not None


def _before_month(scan: Scan, i: int) -> bool:
    """Whether a dash and another month follow the one at token i: Jan-Mar 2024."""
    dash = i + 1 + (scan.form(i + 1) == ".")
    return scan.form(dash) == "-" and scan.tokens.is_capital(dash + 1) and scan.word(dash + 1, "month") is not None


def _describes(scan: Scan, i: int) -> bool:
    """Whether a doubtful name says of which month something is: its March report, but not the March on the capital."""
    behind = scan.form(i + 1)
    owned = scan.form(i - 1) in _OWNERS and i + 1 < len(scan) and scan.tokens.is_word(i + 1)
    return (
        owned
        and len(behind) > _SHORT
        and behind not in word_set("en", "no_verb_behind")
        and not scan.tokens.is_capital(i + 1)
    )


def _after_next(scan: Scan, i: int, day: date) -> list[Interval]:
    name = month_name(scan, i)
    ahead = [t for t in months(name.number)(day) if t.first and t.first > day] if name else []
    return ahead[1:]


def day_of_related_month(scan: Scan, i: int) -> Part | None:
    """the 20th of this month, 20th day of next month."""
    number = day_number(scan, i)
    if number is None:
        return None
    head = unit(scan, number[0], "day")
    k = head.j if head else number[0]
    found = related_unit(scan, of(scan, k), "month") if scan.form(k) == "of" else None
    return Part(i, found[0], shifted("month", found[2]).then(day_in(number[1]), "day"), "day") if found else None
