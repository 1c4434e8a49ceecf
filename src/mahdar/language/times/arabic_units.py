"""Arabic: years, parts of them, decades, centuries, seasons and units beside now."""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.arabic_months import month_alone
from mahdar.language.times.arabic_names import definite, related_unit, unit, when
from mahdar.language.times.arabic_names import year as year_at
from mahdar.language.times.dates import century_years, decade_years, default
from mahdar.language.times.inside import day_in, nth_unit, portion, stretch
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, fixed, new_year, shifted, turning, weekends, yearly
from mahdar.language.times.years import bare_year_sense, is_period, number_of_year, past_second_year, short_end

_COUNT = {"half": 2, "third": 3, "quarter": 4}
_ARTICLE = "ال"
_NO_SHIFT = frozenset(("decade", "day"))


def year(scan: Scan, i: int) -> Part | None:
    """عام 2014، سنة 2019، العام الماضي، العام الحالي 2015، عام 1435 هـ."""
    head = unit(scan, i, "year")
    this = scan.word(i, "demonstrative")
    if head is None and this is None:
        return None
    new = scan.word(head.j, "new") if head and definite(head) else None
    if new:
        return Part(i, new.j, new_year(), "year")
    found = year_at(scan, i)
    return Part(i, found[0], found[1], "year") if found else None


def bare_year(scan: Scan, i: int) -> Part | None:
    """A year with no word for year: behind منذ or في, in brackets, behind a dated noun."""
    return bare_year_sense(scan, i)


def years_range(scan: Scan, i: int) -> Part | None:
    """عامي 2014 و2015، 2014-2015، السنة المالية 2014/2015: both as one time; of عامي 1956 و2011 the first."""
    head = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.value in ("year/2", "year/n")), None)
    one = unit(scan, i, "year")
    first = number_of_year(scan, scan.past(one.j, "sort") if one else head.j if head else i)
    if first is None:
        return None
    dash = scan.form(first[0]) in ("-", "/") and (scan.tokens.touches(first[0]) or is_period(scan, i))
    last = number_of_year(scan, first[0] + (dash or scan.form(first[0]) in ("و", "الي")))
    last = last or (short_end(scan, first[1], first[0] + 1) if dash else None)
    if last and dash and last[1] == first[1] - 1:
        first, last = (first[0], last[1]), (last[0], first[1])  # 2022-2021, as some screens turn it round
    if last is None or last[1] <= first[1] or not (head or dash):
        return None
    if not dash and scan.form(first[0])[:1] == "و" and last[1] > first[1] + 1 and not scan.word(i - 1, "between"):
        return Part(i, first[0], fixed(Interval.year(first[1]), "year"), "year")  # and 2011 is a year of its own
    more = number_of_year(scan, last[0] + 1) if scan.form(last[0]) == "و" else None
    while head and more and more[1] == last[1] + 1:
        last, more = more, number_of_year(scan, more[0] + 1) if scan.form(more[0]) == "و" else None
    return Part(i, last[0], fixed(units.years(first[1], last[1]), "year"), "range")


def related(scan: Scan, i: int) -> Part | None:
    """الأسبوع المقبل، هذا الشهر، العام الماضي، القرن الماضي."""
    found = related_unit(scan, i)
    if found is None:
        return None
    j, grain, away = found
    if scan.news and grain in _NO_SHIFT:
        return None
    turn = away if grain == "week" else None
    return Part(i, j, shifted(grain, away), grain, turn=turn)


def weekend(scan: Scan, i: int) -> Part | None:
    """عطلة نهاية الأسبوع; what only assistants date: نهاية الأسبوع, the coming weekend; الأسبوع, this week."""
    if scan.news:
        return _days_off(scan, i)
    head = unit(scan, i, "weekend", "week")
    if head is None or not (definite(head) or head.value.grain == "weekend"):
        return None
    return Part(i, head.j, shifted(head.value.grain, 0), head.value.grain)


def _days_off(scan: Scan, i: int) -> Part | None:
    head = unit(scan, i, "weekend")
    if head is None or scan.forms[i].endswith("نهايه"):
        return None
    choice = default(scan, lambda: scan.told_tense(i, head.j), "past")
    return Part(i, head.j, turning("weekend", weekends, choice), "weekend")


def definite_unit(scan: Scan, i: int) -> Part | None:
    """The running one, behind a part of it: نهاية العام."""
    head = unit(scan, i, "week", "month", "year", "century", "weekend")
    if head is None or not definite(head):
        return None
    return Part(i, head.j, shifted(head.value.grain, 0), head.value.grain)


def parted(sense: Sense, part: str) -> Sense:
    """As assistants cut it: the first day, the 15th, or ten days."""
    if part == "first":
        return sense.then(nth_unit("day", 1), "day")
    if part == "half":
        return sense.then(day_in(15), "day") if sense.grain == "month" else sense.then(stretch("middle"), "day")
    return sense.then(stretch(part), "day")


def portion_of(scan: Scan, i: int) -> Part | None:
    """النصف الأول من العام 2014، الربع الثاني، الثلث الأخير من الشهر."""
    term = scan.word(i, "dated-quarter")  # الفصل الثالث من 2025, not of a constitution
    head = term or unit(scan, i, "half", "third", "quarter")
    count = _COUNT["quarter" if term else head.value.grain] if head else 0
    last = scan.word(head.j, "final") if head else None
    number = (last.j, count) if last else scan.ordinal(head.j) if head else None
    if head is None or number is None or not 1 <= number[1] <= count:
        return None
    whole = _dated_whole(scan, number[0])
    if whole and not (term and any(scan.word(k, "sort") for k in range(number[0], whole.j))):  # of no school year
        return Part(i, whole.j, whole.sense.then(portion(count, number[1])), "portion")
    if term or head.value.grain != "quarter" or not definite(head) or (scan.news and scan.word(number[0], "of")):
        return None
    turns = yearly(lambda y: portion(4, number[1])(Interval.year(y)))
    return Part(
        i, number[0], turning("quarter", turns, default(scan, lambda: scan.told_tense(i, number[0]), "past")), "portion"
    )


def _dated_whole(scan: Scan, j: int) -> Part | None:

    k = scan.past(j, "of")
    found = year(scan, k) or related(scan, k) or decade(scan, k) or century(scan, k) or month_alone(scan, k)
    if found:
        return found
    number = number_of_year(scan, k)
    return Part(k, number[0], fixed(Interval.year(number[1]), "year"), "year") if number else definite_unit(scan, k)


def decade(scan: Scan, i: int) -> Part | None:
    """التسعينات، تسعينيات القرن الماضي، ستينات القرن العشرين."""
    hit = scan.word(i, "decade")
    if hit is None:
        return _decade_of_century(scan, i)
    j, first = hit.j, hit.value.number
    named = scan.form(j - 1) == "القرن"
    head = unit(scan, scan.past(j, "of"), "century")
    k = j if named else head.j if head else None
    if k is None:
        return None if _of_age(scan, j) else Part(i, j, decade_years(first), "decade")
    number = _century_number(scan, k)
    if number:
        return Part(i, number[0], decade_years(number[1] * 100 - 100 + first % 100), "decade")
    turn = scan.word(k, "direction")
    if turn:
        return Part(i, turn.j, decade_years(first if turn.value.value == "last" else first + 100), "decade")
    return Part(i, j, decade_years(first), "decade") if not named else None


def _of_age(scan: Scan, j: int) -> bool:
    """في العشرينيات من عمرها: how old somebody is."""
    return scan.form(j) == "من" and scan.form(j + 1).removeprefix("ال").startswith("عمر")


def _decade_of_century(scan: Scan, i: int) -> Part | None:
    """العقد الأول من القرن الحادي والعشرين, العقد الأخير من القرن الماضي."""
    head = unit(scan, i, "decade")
    last = scan.word(head.j, "final") if head else None
    number = (last.j, 10) if last else scan.ordinal(head.j) if head else None
    if head is None or number is None or not definite(head) or not 1 <= number[1] <= 10:
        return None
    k = scan.past(number[0], "of")
    whole = century(scan, k) or related(scan, k) if k > number[0] else None
    if whole is None or whole.sense.grain != "century":
        return None
    return Part(i, whole.j, whole.sense.then(portion(10, number[1]), "decade"), "decade")


def _century_number(scan: Scan, k: int) -> tuple[int, int] | None:
    k += scan.form(k) == "ال"
    number = scan.ordinal(k) or scan.integer(k)
    return number if number and 1 <= number[1] <= 22 else None


def century(scan: Scan, i: int) -> Part | None:
    """القرن العشرين، القرن الـ21."""
    head = unit(scan, i, "century")
    number = _century_number(scan, head.j) if head else None
    if head is None or number is None or not definite(head):
        return _two_centuries(scan, i)
    j = number[0]
    era = scan.word(j, "era")
    if era and era.value.value != "ce":
        return None
    return Part(i, era.j if era else j, century_years(number[1]), "century")


def _two_centuries(scan: Scan, i: int) -> Part | None:
    """القرنين التاسع عشر والعشرين: both as one time."""
    head = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.value == "century/2"), None)
    one = _century_number(scan, head.j) if head and definite(head) else None
    joined = one is not None and scan.form(one[0])[:1] == "و"
    other = _century_number(scan, one[0] + (scan.form(one[0]) == "و")) if one and joined else None
    if one is None or other is None or other[1] != one[1] + 1:
        return None
    return Part(i, other[0], fixed(units.years(100 * one[1] - 99, 100 * other[1]), "century"), "range")


def season(scan: Scan, i: int) -> Part | None:
    """صيف 2015، الصيف الماضي، شتاء العام المقبل، هذا الصيف."""
    this = scan.word(i, "demonstrative")
    hit = scan.word(this.j if this else i, "season")
    if hit is None:
        return None
    spec = when(scan, hit.j)
    if not (this or spec.says) and scan.news:
        return None
    number = hit.value.number
    if spec.year:
        sense = spec.year.then(lambda y: units.season(y.first.year, number) if y.first else None, "season")
        return Part(i, past_second_year(scan, spec.j), sense, "season")
    choice = spec.choice or ("this" if this else "future")
    return Part(i, spec.j, turning("season", yearly(lambda y: units.season(y, number)), choice), "season")


def whole_time(scan: Scan, i: int) -> Part | None:
    """A month, a year or a longer unit, with what dates it."""
    for rule in (month_alone, decade, century, season, year, related):
        found = rule(scan, i)
        if found:
            return found
    number = number_of_year(scan, i)
    return Part(i, number[0], fixed(Interval.year(number[1]), "year"), "year") if number else None


def part(scan: Scan, i: int) -> Part | None:
    """مطلع العام الجاري، أواخر آذار، منتصف الأسبوع المقبل: in news the whole month or year, never an invented day."""
    hit = scan.word(i, "part", "final")
    if hit is None or (hit.value.kind == "final" and scan.form(i).startswith(_ARTICLE)):
        return None  # الانتخابات الأخيرة عام 2014
    k = scan.past(hit.j, "of")
    whole = year(scan, k) or whole_time(scan, k) or definite_unit(scan, k)
    if whole is None or (hit.value.kind == "final" and not scan.news):
        return None
    if scan.news and hit.value.value == "half" and not scan.form(hit.i).endswith("منتصف"):
        return None  # عام ونصف العام is a duration
    if hit.value.value == "opening":
        first = whole.sense.then(nth_unit("day", 1), "day")
        return Part(i, whole.j, first, "day") if whole.sense.grain == "month" else None
    sense = whole.sense if scan.news else parted(whole.sense, hit.value.value or "end")
    return Part(i, whole.j, sense, whole.kind)
