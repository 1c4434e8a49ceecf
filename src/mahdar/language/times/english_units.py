"""English: years, parts of them, decades, centuries, seasons and units beside now."""

from __future__ import annotations

from collections.abc import Callable

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.dates import century_years, decade_years, default
from mahdar.language.times.english_months import month_alone
from mahdar.language.times.english_names import (
    article,
    choice_of,
    direction,
    of,
    ordinal,
    related_unit,
    unit,
    when,
    year_number,
)
from mahdar.language.times.inside import portion, stretch
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import fixed, shifted, turning, weekends, yearly
from mahdar.language.times.years import bare_year_sense, number_of_year, past_second_year, short_end

_AT_WEEKENDS = frozenset(("over", "at", "on", "during", "throughout"))
_COUNT = {"half": 2, "third": 3, "quarter": 4}
_LAST_CENTURY = 22
_FIRST_DECADE, _LAST_DECADE = 1800, 2090


def related(scan: Scan, i: int) -> Part | None:
    """last week, this year, the next month, last century."""
    found = related_unit(scan, i)
    if found is None:
        return None
    j, grain, away = found
    rolls = grain in ("decade", "day") or (grain != "century" and _rolling(scan, i))
    if scan.news and rolls:
        return None
    return Part(i, j, shifted(grain, away), grain, turn=away if grain == "week" else None)


def _rolling(scan: Scan, i: int) -> bool:
    """The last year, past month, the next week count from any day, not from a calendar's edge."""
    k = article(scan, i)
    articled = k > i or article(scan, i - 1) == i
    if scan.form(k) == "this" and scan.form(k + 1) == "past":
        return True
    return scan.form(k) in ("past", "previous") or (articled and scan.form(k) in ("last", "next"))


def weekend(scan: Scan, i: int) -> Part | None:
    """over the weekend: the last one, or the next where the clause looks ahead."""
    if not scan.news or scan.form(i) != "the" or scan.form(i - 1) not in _AT_WEEKENDS or scan.form(i + 1) != "weekend":
        return None
    if scan.form(i + 2) in ("of", "'s"):
        return None
    choice = default(scan, lambda: scan.told_tense(i, i + 2), "past")
    return Part(i, i + 2, turning("weekend", weekends, choice), "weekend")


def running(scan: Scan, i: int) -> Part | None:
    """The running month or year, behind a part of it: the end of the year."""
    head = unit(scan, article(scan, i), "week", "month", "year", "century", "weekend")
    if head is None or (scan.news and scan.form(i - 1) == "-"):
        return None
    return Part(i, head.j, shifted(head.value.grain, 0), head.value.grain)


def slang(scan: Scan, i: int) -> Part | None:
    """What only assistants hear: EOM, BOY."""
    hit = scan.word(i, "slang")
    if hit is None or scan.news:
        return None
    edge, _, grain = hit.value.value.partition("/")
    return Part(i, hit.j, shifted(grain, 0).then(stretch(edge), "day"), "day")


def year_and_quarter(scan: Scan, i: int) -> Part | None:
    """2018Q4."""
    number = number_of_year(scan, i) or _short_year(scan, i)
    hit = scan.word(number[0], "quarter") if number else None
    if number is None or hit is None:
        return None
    return Part(i, hit.j, fixed(Interval.year(number[1]), "year").then(portion(4, hit.value.number)), "portion")


def _short_year(scan: Scan, i: int) -> tuple[int, int] | None:
    number = scan.integer(i) if not scan.news and len(scan.form(i)) == 2 else None
    return (number[0], 2000 + number[1]) if number else None


def plain_year(scan: Scan, i: int) -> Part | None:
    number = year_number(scan, i)
    return Part(i, number[0], number[1], "year") if number else None


def bare_year(scan: Scan, i: int) -> Part | None:
    """2014, in 2014 AD."""
    k = article(scan, i)
    found = bare_year_sense(scan, k)
    if found:
        era = scan.word(found.j, "era")
        return Part(i, era.j if era else found.j, found.sense, "year")
    dated = year_number(scan, i)
    return Part(i, dated[0], dated[1], "year") if dated and scan.word(dated[0] - 1, "era") else None


def years_range(scan: Scan, i: int) -> Part | None:
    """2014-2015, 1960 - 1961, 2014/15."""
    first = number_of_year(scan, i)
    if first is None or scan.form(first[0]) not in ("-", "/"):
        return None
    k = first[0] + 1
    last = number_of_year(scan, k)
    last = last or short_end(scan, first[1], k)
    if last is None or last[1] <= first[1]:
        return None
    return Part(i, last[0], fixed(units.years(first[1], last[1]), "year"), "range")


def position(scan: Scan, i: int) -> tuple[int, int] | None:
    """first, 3rd, last (-1), second last (-2)."""
    final = scan.word(i, "final")
    if final:
        return final.j, -1
    number = ordinal(scan, i)
    if number and scan.word(number[0], "final"):
        return number[0] + 1, -number[1]
    return number


def portion_of(scan: Scan, i: int) -> Part | None:
    """the first half of 2014, the third quarter, 4th qtr 2018."""
    number = position(scan, article(scan, i))
    head = unit(scan, number[0], *_COUNT) if number else None
    if number is None or head is None:
        return None
    count = _COUNT[head.value.grain]
    which = count + 1 + number[1] if number[1] < 0 else number[1]
    whole = _dated_whole(scan, head.j)
    if whole:
        return Part(i, whole.j, whole.sense.then(portion(count, which)), "portion")
    if count != 4 or not 1 <= which <= 4 or scan.form(head.j) in ("of", "-"):
        return None
    return _quarter(scan, i, head.j, which)


def _quarter(scan: Scan, i: int, j: int, number: int) -> Part:
    turns = yearly(lambda year: portion(4, number)(Interval.year(year)))
    return Part(i, j, turning("quarter", turns, default(scan, lambda: scan.told_tense(i, j), "past")), "portion")


def _dated_whole(scan: Scan, j: int) -> Part | None:

    k = of(scan, j)
    found = related(scan, k) or decade(scan, k) or century(scan, k) or month_alone(scan, k) or plain_year(scan, k)
    return found or (running(scan, k) if scan.form(j) == "of" else None)


def quarter_code(scan: Scan, i: int) -> Part | None:
    """Q3, Q3 2018, H1 2020."""
    hit = scan.word(i, "quarter", "half-year")
    if hit is None:
        return None
    whole = plain_year(scan, of(scan, hit.j))
    if whole is None:
        return _quarter(scan, i, hit.j, hit.value.number) if hit.value.kind == "quarter" else None
    count = 4 if hit.value.kind == "quarter" else 2
    return Part(i, whole.j, whole.sense.then(portion(count, hit.value.number)), "portion")


def quarter_behind(scan: Scan, i: int) -> Part | None:
    """3Q 2018, 2Q of 2018: the number before its letter."""
    number = scan.integer(i) if scan.form(i).isdecimal() else None
    if number is None or not 1 <= number[1] <= 4 or scan.form(number[0]) != "q" or not scan.tokens.touches(number[0]):
        return None
    whole = plain_year(scan, of(scan, number[0] + 1))
    return Part(i, whole.j, whole.sense.then(portion(4, number[1])), "portion") if whole else None


def decade(scan: Scan, i: int) -> Part | None:
    """the 1990s, the 90s, the nineties."""
    k = article(scan, i)
    hit = scan.word(k, "decade")
    if hit is None and scan.word(k, "final", "direction") is None and scan.ordinal(k):
        return _decade_of_century(scan, i, k)
    if hit:
        parted = scan.word(i - 1 - (scan.form(i - 1) == "-"), "part") is not None
        return Part(i, hit.j, decade_years(hit.value.number), "decade") if k > i or parted else None
    number = scan.integer(k) if scan.form(k).isdecimal() else None
    if number is None or number[1] % 10 or scan.form(k + 1) not in ("s", "'s") or not scan.tokens.touches(k + 1):
        return None
    if number[1] < 100 and scan.news and not _of_years(scan, i, k):
        return None
    value = number[1] + 1900 if 20 <= number[1] <= 90 else number[1]
    return Part(i, k + 2, decade_years(value), "decade") if _FIRST_DECADE <= value <= _LAST_DECADE else None


def _of_years(scan: Scan, i: int, k: int) -> bool:
    """the 90s, '90s, the late 90s; not in his 60s, in her late 20s."""
    if k > i or scan.form(i - 1) == "'":
        return True
    before = i - 1 - (scan.form(i - 1) == "-")
    return scan.word(before, "part") is not None and scan.form(before - 1) == "the"


def _decade_of_century(scan: Scan, i: int, k: int) -> Part | None:
    """the first decade of the 21st century, its third decade."""
    number = ordinal(scan, k)
    head = unit(scan, number[0], "decade") if number else None
    k = of(scan, head.j) if head and scan.form(head.j) in ("of", "in") else -1
    whole = century(scan, k) or related(scan, k) if k > 0 else None
    if number is None or whole is None or whole.sense.grain != "century" or not 1 <= number[1] <= 10:
        return None
    return Part(i, whole.j, whole.sense.then(portion(10, number[1]), "decade"), "decade")


def century(scan: Scan, i: int) -> Part | None:
    """the 20th century; in news no 19th-century war, which only says of what kind it is."""
    number = ordinal(scan, article(scan, i))
    joined = number is not None and scan.form(number[0]) == "-"
    if scan.news and (joined or not {"a", "an"}.isdisjoint((scan.form(i), scan.form(i - 1)))):
        return None
    if number and scan.form(number[0]) == "and":
        return _two_centuries(scan, i, number)
    head = unit(scan, number[0] + joined, "century") if number else None
    if number is None or head is None or not 1 <= number[1] <= 22 or scan.word(head.j, "era"):
        return None
    return Part(i, head.j, century_years(number[1]), "century")


def _two_centuries(scan: Scan, i: int, one: tuple[int, int]) -> Part | None:
    """the 18th and 19th centuries: both as one time."""
    other = ordinal(scan, article(scan, one[0] + 1))
    head = scan.word(other[0], "unit") if other else None
    if other is None or head is None or head.value.grain != "century" or not 0 < one[1] == other[1] - 1 < _LAST_CENTURY:
        return None
    return Part(i, head.j, fixed(units.years(100 * one[1] - 99, 100 * other[1]), "century"), "range")


def season(scan: Scan, i: int) -> Part | None:
    """summer 2015, the summer of 2015, last summer, this winter."""
    turn = direction(scan, i)
    hit = scan.word(turn[0] if turn else article(scan, i), "season")
    if hit is None:
        return None
    number = hit.value.number
    if turn:
        return Part(i, hit.j, turning("season", yearly(_seasons(scan, number)), choice_of(turn[1])), "season")
    spec = when(scan, hit.j)
    if spec.year is None:
        return None
    sense = spec.year.then(lambda y: units.season(y.first.year, number) if y.first else None, "season")
    return Part(i, past_second_year(scan, spec.j), sense, "season")


def _seasons(scan: Scan, number: int) -> Callable[[int], Interval]:
    return lambda year: (units.season if scan.news else units.solar_season)(year, number)
