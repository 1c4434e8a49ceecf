"""Arabic: months and the days in them."""

from __future__ import annotations

from mahdar.language.times.arabic_names import choice_of, month_name, related_unit, when
from mahdar.language.times.dates import When, day_sense, month_sense
from mahdar.language.times.inside import day_in
from mahdar.language.times.ranges import day_range
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, shifted
from mahdar.language.times.spans import from_to

# Between a number and a month these make it no day in news: للمرة الثانية في يناير, القرار 72/14 في نوفمبر; nor where a
# sentence ends with the number: وامتناع 15. وفي نوفمبر.
_INSIDE = frozenset(("في", "خلال", "وفي", "وخلال"))


def day_and_month(scan: Scan, i: int, weekday: int | None = None) -> Part | None:
    """17 مارس 2023، السابع عشر من آذار، 17 آذار (مارس)."""
    number = scan.integer(i)
    if number is None or not 1 <= number[1] <= 31:
        return None
    mark = scan.form(number[0]) in ("-", "/", ".")
    j = number[0] + mark
    name = month_name(scan, j) or (None if mark else month_name(scan, scan.past(j, "of")))
    if name is None or (scan.news and scan.form(j) in _INSIDE):
        return None
    spec = when(scan, name.j, name.calendar)
    if scan.news and mark and not name.sure and spec.year is None:
        return None  # 2-صفر is a score, 29/مارس/2022 is none
    sense = day_sense(scan, number[1], name, spec, weekday, lambda: scan.told_tense(i, spec.j))
    return None if _every(scan, spec.j) else Part(i, spec.j, sense, "day")


def _every(scan: Scan, j: int) -> bool:
    """Behind a day of the year that comes round: من كل عام."""
    return "كل" in (scan.form(j), scan.form(j + 1)) and scan.word(j, "of", "unit") is not None


def day_of_related_month(scan: Scan, i: int, weekday: int | None = None) -> Part | None:
    """الخامس من الشهر الجاري، 20 من هذا الشهر، 15 الجاري."""
    number = scan.integer(i)
    if number is None or not 1 <= number[1] <= 31 or (scan.news and scan.form(number[0]) in _INSIDE):
        return None
    month = _related_month(scan, number[0])
    return Part(i, month[0], month[1].then(day_in(number[1]), "day"), "day") if month else None


def _related_month(scan: Scan, j: int) -> tuple[int, Sense] | None:
    """من الشهر الجاري, هذا الشهر or الجاري alone behind a day: where it ends, and the month."""
    j = scan.past(j, "of")
    found = related_unit(scan, j, "month")
    if found:
        return found[0], shifted("month", found[2])
    turn = scan.word(j, "direction")
    this = turn is not None and turn.value.value == "this" and turn.proclitics == ""
    return (turn.j, shifted("month", 0)) if turn and this else None


def month_alone(scan: Scan, i: int) -> Part | None:
    """آذار 2015، مايو من العام الماضي، كانون الأول الماضي، في مايو."""
    name = month_name(scan, i)
    if name is None:
        return None
    if name.j > i and scan.integer(name.j):
        late = _month_then_day(scan, i)
        if late:
            return late
    spec = when(scan, name.j, name.calendar)
    sure = name.sure or spec.says or not scan.news or scan.word(i - 1, "in", "part") or _behind_month(scan, i)
    if _every(scan, spec.j) or not sure:
        return None
    sense = month_sense(scan, name, spec, lambda: scan.told_tense(i, spec.j))
    return Part(i, spec.j, sense, "month")


def _behind_month(scan: Scan, i: int) -> bool:
    """Whether a month stands right before و at token i: يناير وفبراير ومارس."""
    k = i - (scan.form(i - 1) == "و")
    joined = k < i or scan.form(i)[:1] == "و"
    return joined and any(h.j == k and h.value.kind == "month" for s in (k - 2, k - 1) for h in scan.hits(s))


def two_months(scan: Scan, i: int) -> Part | None:
    """شهري يناير وفبراير الماضيين، شهري مايو ويونيو من عام 2019: both as one time."""
    head = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.value == "month/2"), None)
    one = month_name(scan, head.j) if head else None
    k = one.j + (scan.form(one.j) == "و") if one else i
    other = month_name(scan, k) if one and scan.form(one.j)[:1] == "و" else None
    if one is None or other is None or one.number == other.number:
        return None
    turn = scan.word(other.j, "plural-direction")
    spec = When(turn.j, None, choice_of(turn.value.value)) if turn else when(scan, other.j, other.calendar)
    last = month_sense(scan, other, spec, lambda: scan.told_tense(i, spec.j))
    first = month_sense(scan, one, spec, lambda: scan.told_tense(i, spec.j))
    return Part(i, spec.j, from_to(first, last), "range")


def _month_then_day(scan: Scan, i: int) -> Part | None:
    """مايو الحادي والعشرين، يناير 1، 2018: seldom in news, where 17 behind a month counts something else, and an
    ordinal without its article is that of a noun: شهد فبراير أول اجتماع.
    """
    name = month_name(scan, i)
    number = (scan.ordinal(name.j) if scan.news else scan.integer(name.j)) if name else None
    if name is not None and scan.news and not scan.form(name.j).startswith("ال"):
        return None
    if name is None or number is None or not 1 <= number[1] <= 31 or scan.word(number[0], "unit"):
        return None
    span = None if scan.news else day_range(scan, name.j)
    spec = when(scan, span[0] if span else number[0], name.calendar)
    sense = day_sense(scan, number[1], name, spec, None, lambda: scan.told_tense(i, spec.j))
    if span:
        last = day_sense(scan, span[2], name, spec, None, lambda: scan.told_tense(i, spec.j))
        return Part(i, spec.j, from_to(sense, last), "range")
    return Part(i, spec.j, sense, "day")


def range_and_month(scan: Scan, i: int) -> Part | None:
    """13 إلى 15 تموز، 17 و18 مارس، من 27-29 من الشهر الثامن."""
    span = day_range(scan, i)
    if span is None:
        return None
    j, first, last = span
    name = month_name(scan, j) or month_name(scan, scan.past(j, "of"))
    if name is None:
        return _range_of_related_month(scan, i, j, first, last)
    spec = when(scan, name.j, name.calendar)
    sides = [day_sense(scan, d, name, spec, None, lambda: scan.told_tense(i, spec.j)) for d in (first, last)]
    return Part(i, spec.j, from_to(sides[0], sides[1]), "range")


def _range_of_related_month(scan: Scan, i: int, j: int, first: int, last: int) -> Part | None:
    """5 إلى 10 من الشهر المقبل، 5-10 الجاري."""
    month = None if scan.news and scan.form(j) in _INSIDE else _related_month(scan, j)
    if month is None:
        return None
    sides = [month[1].then(day_in(day), "day") for day in (first, last)]
    return Part(i, month[0], from_to(sides[0], sides[1]), "range")
