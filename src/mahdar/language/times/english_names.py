"""English: names of months, years behind them, and units such as next week."""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.language.lexicon import Hit
from mahdar.language.times.counted import counted
from mahdar.language.times.dates import MonthName, When, calendar_of, is_solar_year, year_sense
from mahdar.language.times.scan import Scan
from mahdar.language.times.senses import Choice, Sense, fixed, shifted
from mahdar.language.times.vocabulary import Word

_BEYOND = {("before", "last"): -1, ("after", "next"): 1}
STEPS: dict[str, int] = {"last": -1, "next": 1, "this": 0}
ENDINGS = frozenset(("st", "nd", "rd", "th"))
_WHOLE = frozenset(("may", "june", "july"))
_EARLIEST, _LATEST = 1000, 2200
_APOSTROPHES, _TWO_DIGITS = frozenset("'"), 2
_TURN = 40  # '39 is 2039, '40 is 1940


def article(scan: Scan, i: int) -> int:
    """The token after an article at i."""
    return i + (scan.form(i) in ("the", "a", "an"))


def of(scan: Scan, i: int) -> int:
    """The token after ``of`` or ``in`` and an article."""
    return article(scan, i + (scan.form(i) in ("of", "in", "from", "during", ",")))


def day_number(scan: Scan, i: int) -> tuple[int, int] | None:
    """17, 17th, the 17th, seventeenth, at token i: where it ends, and its value."""
    at = article(scan, i)
    number = scan.integer(at)
    if number is None or not 1 <= number[1] <= 31:
        return None
    if at > i and not scan.form(at).isdecimal() and scan.ordinal(at) is None:  # in September the two sides met
        return None
    j = number[0] + (scan.form(number[0]) in ENDINGS and scan.tokens.touches(number[0]))
    return j, number[1]


def ordinal(scan: Scan, i: int) -> tuple[int, int] | None:
    """3rd, third: where it ends, and its value."""
    spelt = scan.ordinal(i)
    if spelt:
        return spelt
    number = scan.integer(i) if scan.form(i).isdecimal() and scan.form(i + 1) in ENDINGS else None
    return (i + 2, number[1]) if number else None


def month_name(scan: Scan, i: int) -> MonthName | None:
    """The name of a month at token i, the full stop of an abbreviation included; in news with a capital."""
    hit = scan.word(i, "month", "hijri", "solar")
    if hit is None or (scan.news and not scan.tokens.is_capital(i)):
        return None
    if hit.value.kind == "solar":
        return _solar(scan, hit)
    j = hit.j + (
        scan.form(hit.j) == "." and scan.tokens.touches(hit.j) and scan.form(i) not in _WHOLE and len(scan.form(i)) <= 4
    )
    return MonthName(j, hit.value.number, "hijri" if hit.value.kind == "hijri" else "gregorian", not hit.value.doubtful)


def _solar(scan: Scan, hit: Hit[Word]) -> MonthName | None:
    """A month of Iran's calendar, with the year that is needed to tell it from a name: Bahman 1357, Aban 13, 1358."""
    k = of(scan, hit.j)
    day = scan.integer(k)
    years = (scan.integer(k), scan.integer(of(scan, day[0])) if day and day[1] <= 31 else None)
    dated = any(year and is_solar_year(year[1]) for year in years)
    return MonthName(hit.j, hit.value.number, "solar", True) if dated else None


def unit(scan: Scan, i: int, *grains: str) -> Hit[Word] | None:
    hits = (h for h in scan.hits(i) if h.value.kind == "unit" and h.value.count == "1")
    return next((h for h in hits if not grains or h.value.grain in grains), None)


def direction(scan: Scan, i: int) -> tuple[int, int] | None:
    """last, next, this, the coming at token i: where it ends, and how many units away that is."""
    k = article(scan, i)
    turn = scan.word(k, "direction", *(() if scan.news else ("anaphoric",)))
    if turn is None or turn.value.value not in STEPS:
        return None
    return turn.j, STEPS[turn.value.value]


def choice_of(step: int) -> Choice:
    return "last" if step < 0 else "next" if step > 0 else "this"


def related_unit(scan: Scan, i: int, *grains: str) -> tuple[int, str, int] | None:
    """last week, this year, the coming month: where it ends, its grain, and how many units away it is."""
    turn = direction(scan, i)
    head = unit(scan, turn[0], *grains) if turn else None
    if turn is None or head is None:
        return _beyond(scan, i, *grains)
    j = head.j + (2 if scan.form(head.j) == "after" and scan.form(head.j + 1) == "next" else 0)
    return j, head.value.grain, turn[1] + (j > head.j)


def _beyond(scan: Scan, i: int, *grains: str) -> tuple[int, str, int] | None:
    """the week before last, the year after next."""
    head = unit(scan, i + 1, *grains) if scan.form(i) == "the" else None
    away = beyond(scan, head.j) if head else None
    return (head.j + 2, head.value.grain, 2 * away) if head and away else None


def beyond(scan: Scan, j: int) -> int | None:
    """-1 where "before last" stands at token j, 1 for "after next", nothing that these could belong to behind."""
    if not scan.news or scan.word(j + 2, "weekday", "month", "unit", "season"):
        return None
    return _BEYOND.get((scan.form(j), scan.form(j + 1)))


def when(scan: Scan, j: int, calendar: str = "gregorian") -> When:
    """What dates a month or a day: 2014, of 2014, of last year, this year."""
    k = j + (scan.form(j) == ",")
    number = year_number(scan, k, calendar, True) or year_number(scan, of(scan, k), calendar, True)
    related = related_unit(scan, of(scan, k), "year") or (None if scan.news else _years_on(scan, j))
    if number:
        return When(number[0], number[1])
    return When(related[0], shifted("year", related[2])) if related else When(j)


def _years_on(scan: Scan, j: int) -> tuple[int, str, int] | None:
    """What only assistants hear behind a month: in a year."""
    found = counted(scan, article(scan, j + 1)) if scan.form(j) == "in" else None
    if found is None or found[1].steps[0][0] != "year":
        return None
    return found[0], "year", found[1].steps[0][1]


def year_number(scan: Scan, k: int, calendar: str = "gregorian", short: bool = False) -> tuple[int, Sense] | None:
    """A year of four digits, with its era; of two digits behind an apostrophe, and behind a day for assistants."""
    if short and (clipped := _clipped_year(scan, k)):
        return k + 2, fixed(Interval.year(clipped), "year")
    number = scan.integer(k)
    if number is None:
        return None
    j, value = number
    era = scan.word(j, "era")
    if era and era.value.value == "bc":
        return None
    if era and era.value.value == "ce" and not scan.news and scan.form(k).isdecimal():
        return era.j, fixed(Interval.year(max(1, value)), "year")
    if short and not scan.news and scan.form(k).isdecimal() and len(scan.form(k)) == 2 and scan.form(k - 1) != ",":
        value += 2000 if value < 70 else 1900
    if not _EARLIEST <= value <= _LATEST or scan.form(j) in ENDINGS:
        return None
    sense = year_sense(value, calendar_of(value, era.value.value if era else None, calendar))
    return (era.j if era else j, sense) if sense else None


def _clipped_year(scan: Scan, k: int) -> int | None:
    """The year of May 2 '98, its two digits right behind the apostrophe; not the number of '24 hours' or '30 tanks'."""
    form, behind = scan.form(k + 1), scan.form(k + 2)
    if scan.form(k) not in _APOSTROPHES or not form.isdecimal() or len(form) != _TWO_DIGITS:
        return None
    if not scan.tokens.touches(k + 1) or scan.word(k + 2, "unit") or behind.endswith("s"):
        return None
    return int(form) + (2000 if int(form) < _TURN else 1900)
