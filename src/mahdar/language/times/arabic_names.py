"""Arabic: names of months with their second names, years behind them, and units such as الأسبوع المقبل."""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.language.lexicon import Hit
from mahdar.language.times.dates import MonthName, When, calendar_of, is_solar_year, year_sense
from mahdar.language.times.scan import Scan
from mahdar.language.times.senses import Choice, Sense, fixed, shifted
from mahdar.language.times.vocabulary import Word, word_set
from mahdar.language.tokens import COMMAS

STEPS: dict[str, int] = {"last": -1, "next": 1, "this": 0}
_EARLIEST, _LATEST = 1000, 2200
_EARLIEST_SHORT, _CENTURY, _TWO_DIGITS = 40, 1900, 2  # عام 48
_SHORT, _DIGITS = 3, 4
_MORE = frozenset(("-", "/", "%", ":", "و"))


def definite(hit: Hit[Word]) -> bool:
    return "ال" in hit.proclitics or hit.proclitics.endswith("لل")


def unit(scan: Scan, i: int, *grains: str) -> Hit[Word] | None:
    """One unit (not two or some) of these grains at token i."""
    if scan.is_general(i):
        return None
    hits = (h for h in scan.hits(i) if h.value.kind == "unit" and h.value.count == "1")
    return next((h for h in hits if not grains or h.value.grain in grains), None)


def month_name(scan: Scan, i: int) -> MonthName | None:
    """``شهر آذار``, ``كانون الثاني/يناير``, ``آذار (مارس)``, ``الشهر التاسع``."""
    head = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.grain == "month"), None)
    j = head.j if head and head.value.count != "n" else i
    j += scan.word(j, "month-stub") is not None and scan.word(j + 1, "month") is not None
    hit = scan.word(j, "month", "hijri", "solar")
    if hit is None:
        return _numbered_month(scan, j) if j > i and head else None
    if hit.value.kind == "solar":
        return _solar(scan, hit)
    end = _second_name(scan, hit)
    sure = not hit.value.doubtful or j > i or end > hit.j
    return MonthName(end, hit.value.number, "hijri" if hit.value.kind == "hijri" else "gregorian", sure)


def _solar(scan: Scan, hit: Hit[Word]) -> MonthName | None:
    """A month of Iran's calendar, with the year that is needed to tell it from a name: بهمن 1357."""
    k = _after_link(scan, hit.j)
    head = unit(scan, k, "year")
    number = scan.integer(head.j if head else k)
    return MonthName(hit.j, hit.value.number, "solar", True) if number and is_solar_year(number[1]) else None


def _numbered_month(scan: Scan, j: int) -> MonthName | None:
    number = scan.ordinal(j) if scan.news else scan.integer(j)
    if number is None or not 1 <= number[1] <= 12:
        return None
    if (scan.word(number[0], "unit") and year(scan, number[0]) is None) or (scan.news and _of_deed(scan, number[0])):
        return None
    return MonthName(number[0], number[1], "gregorian", True)


def _of_deed(scan: Scan, j: int) -> bool:
    """Whether what stands behind "the third month" is no year: الشهر الثالث من الحرب, للحرب."""
    dated = scan.starts_number(j + 1) or scan.word(j + 1, "unit", "demonstrative")
    return scan.form(j).startswith("لل") or (scan.form(j) == "من" and not dated)


def _second_name(scan: Scan, hit: Hit[Word]) -> int:
    """Where the month ends if its other name follows behind a slash, a dash or in brackets."""
    marked = scan.form(hit.j) in ("/", "(", "-", "[", "\\")
    k = hit.j + marked
    k += scan.word(k, "month-stub") is not None and scan.word(k + 1, "month") is not None
    other = scan.word(k, "month")
    if other is None or other.value.value != hit.value.value:
        return hit.j
    return other.j + (marked and scan.form(other.j) in (")", "]"))


def when(scan: Scan, j: int, calendar: str = "gregorian") -> When:
    """What dates a month or a day: المقبل, من العام الماضي, 2014, من عام 2014."""
    turn = scan.word(j, "direction")
    if turn:
        number = _year_number(scan, turn.j, calendar)
        return When(number[0], number[1]) if number else When(turn.j, None, choice_of(turn.value.value))
    found = year(scan, _after_link(scan, j), calendar)
    return When(found[0], found[1]) if found else When(j)


def _after_link(scan: Scan, j: int) -> int:
    if scan.form(j) in COMMAS or scan.form(j) in ("/", "-", "("):
        return j + 1
    hit = scan.word(j, "of")
    return hit.j if hit and not scan.word(j, "unit") else j


def choice_of(direction: str) -> Choice:
    return "last" if direction == "last" else "next" if direction == "next" else "this"


def year(scan: Scan, j: int, calendar: str = "gregorian") -> tuple[int, Sense] | None:
    """A year at token j: 2014, عام 2014, العام الماضي, هذا العام, العام الحالي 2015, 1435 هـ."""
    related = related_unit(scan, j, "year")
    head = unit(scan, j, "year")
    sort = scan.word(head.j, "sort") if head and not related else None
    if sort:
        return _year_number(scan, sort.j, sort.value.value)
    k = related[0] if related else head.j if head else j
    k += scan.form(k) == "(" or (head is not None and _stop_before(scan, k))
    number = _year_number(scan, k, calendar) or (_short_year(scan, head.j) if head else None)
    if number is None:
        return (related[0], shifted("year", related[2])) if related else None
    return number


def _stop_before(scan: Scan, k: int) -> bool:
    """عام .1990: the full stop of the sentence set on the wrong side of its last year."""
    form = scan.form(k + 1)
    return (
        scan.news and scan.form(k) == "." and form.isdecimal() and len(form) == _DIGITS and scan.tokens.touches(k + 1)
    )


def _short_year(scan: Scan, k: int) -> tuple[int, Sense] | None:
    """عام 67, سنة 91: two digits behind a word for year, of the century in which such years are said so."""
    form = scan.form(k)
    number = scan.integer(k) if scan.news and len(form) == _TWO_DIGITS and form.isdecimal() else None
    if number is None or number[1] < _EARLIEST_SHORT or scan.word(k - 2, "every") or _goes_on(scan, number[0]):
        return None
    return number[0], fixed(Interval.year(_CENTURY + number[1]), "year")


def _goes_on(scan: Scan, j: int) -> bool:
    """Whether the number goes on, or counts or measures something (عام 50 شخصا)."""
    behind = scan.form(j)
    counts = behind in word_set("ar", "amounts") or (behind.endswith(("ا", "ه")) and len(behind) > _SHORT)
    return behind in _MORE or counts or scan.word(j, "unit", "era") is not None or scan.starts_number(j)


def _year_number(scan: Scan, k: int, calendar: str) -> tuple[int, Sense] | None:
    number = scan.integer(k)
    era = scan.word(number[0], "era") if number else None
    least = 1 if era else _EARLIEST if scan.news else 100
    if number is None or not least <= number[1] <= _LATEST or (era and era.value.value == "bc"):
        return None
    j, value = number
    sense = year_sense(value, calendar_of(value, era.value.value if era else None, calendar))
    if sense is None and era and value < _EARLIEST:
        sense = Sense("year", lambda _: None, True)  # 61 للهجرة, of which no calendar here knows the days
    end = era.j if era else j
    end += scan.form(end) == ")" and scan.form(k - 1) == "("
    return (end, sense) if sense else None


def related_unit(scan: Scan, i: int, *grains: str) -> tuple[int, str, int] | None:
    """A unit beside now, ``الأسبوع المقبل``: where it ends, its grain, and how many units away it is."""
    this = scan.word(i, "demonstrative")
    head = unit(scan, this.j if this else i, *grains)
    if head is None or not (this or definite(head) or head.value.grain == "weekend"):
        return None
    away = _away(scan, head.j)
    if away:
        return away[0], head.value.grain, away[1]
    if this and head.value.grain != "day":
        return head.j, head.value.grain, 0
    return None


def _away(scan: Scan, j: int) -> tuple[int, int] | None:
    """الماضي is -1, قبل الماضي is -2, ما بعد المقبل is 2; في news التالي belongs to another time."""
    k = j + (scan.form(j) == "ما")
    beyond = scan.word(k, "before", "after")
    turn = scan.word(beyond.j if beyond else j, "direction", *(() if scan.news else ("anaphoric",)))
    if turn and turn.value.value in STEPS:
        steps = STEPS[turn.value.value]
        return turn.j, steps * (2 if beyond else 1)
    after = scan.word(j, "demonstrative")
    return (after.j, 0) if after and scan.word(after.j, "unit") is None else None
