"""Arabic: today and yesterday, parts of days, days and weeks counted in a month."""

from __future__ import annotations

from datetime import timedelta

from mahdar.language.lexicon import Hit
from mahdar.language.times import units
from mahdar.language.times.arabic_months import day_and_month, day_of_related_month, range_and_month
from mahdar.language.times.arabic_names import definite, month_name, related_unit, unit
from mahdar.language.times.arabic_units import related, whole_time
from mahdar.language.times.arabic_weekdays import (
    CLOSING,
    OPENING,
    date_behind,
    each,
    inside_whole,
    named_weekday,
    position,
    weekday,
)
from mahdar.language.times.counted import counted
from mahdar.language.times.dates import When, day_of_some_month, month_sense
from mahdar.language.times.inside import edge_units, nth_unit, nth_weekday
from mahdar.language.times.numeric import arabic_date
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import named_day, shifted, weekday_of
from mahdar.language.times.vocabulary import Word
from mahdar.language.tokens import COMMAS

_ARTICLE, _FOR_THE_DAY = "ال", "لليوم"
_QUOTES = frozenset("«\"“'(")
_NIGHTS = ("ليل", "ليله")
_ONE = "واحد"  # one, not "and Sunday"
_WHICH = frozenset(("الذي", "اللي", "الي"))


def counted_in(scan: Scan, i: int) -> Part | None:
    """ثالث ثلاثاء في أيلول، أول أسبوع من أكتوبر، آخر يوم من شهر عشرة."""
    number = position(scan, i)
    if number is None:
        return None
    j = number[0]
    head = unit(scan, j, "day", "week", "month") or _days(scan, j, number[1])
    weekday = scan.word(head.j if head and head.value.grain == "day" else j, "weekday", "weekday-bare")
    if weekday and not weekday.proclitics:
        return inside_whole(scan, i, weekday.j, nth_weekday(weekday.value.number, number[1]), "day")
    return inside_whole(scan, i, head.j, nth_unit(head.value.grain, number[1]), head.value.grain) if head else None


def _days(scan: Scan, j: int, number: int) -> Hit[Word] | None:
    """أول أيام الشهر: one day of many; آخر أيام الشهر are its last days, however many."""
    some = (h for h in scan.hits(j) if h.value.kind == "unit" and h.value.value == "day/n" and not h.proclitics)
    return next(some, None) if number > 0 else None


def unit_day(scan: Scan, i: int) -> Part | None:
    """يوم السبت، يوم غد، يوم 04/04/2017، اليوم الثالث من أكتوبر."""
    head = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.grain == "day"), None)
    if head is None or head.value.count == "n" or scan.word(i - 1, "every"):
        return None
    k = head.j + (not scan.news and scan.form(head.j) in _WHICH)
    bare = scan.word(k, "weekday-bare", "weekday")
    if bare and each(scan, bare.j):
        return None
    if bare and not bare.proclitics:  # يوم واحد is one day
        return named_weekday(scan, i, bare.j, bare.value.number)
    found = arabic_date(scan, k) or range_and_month(scan, k) or day_and_month(scan, k) or day_of_related_month(scan, k)
    found = found or (None if definite(head) and k == head.j else day_word(scan, k)) or _of_week(scan, i)
    place = position(scan, k)
    if found is None and place:
        found = inside_whole(scan, i, place[0], nth_unit("day", place[1]), "day")
    return Part(i, found.j, found.sense, found.kind) if found else _loose_day(scan, i, k)


def _of_week(scan: Scan, i: int) -> Part | None:
    """أحد الأسبوع الماضي: a weekday without article before its week."""
    hit = scan.word(i, "weekday-bare") if scan.form(i) != _ONE else None
    week = related_unit(scan, hit.j, "week") if hit else None
    if hit is None or week is None:
        return None
    return Part(i, week[0], shifted("week", week[2]).then(weekday_of(hit.value.number), "day"), "day")


def weekday_bare(scan: Scan, i: int) -> Part | None:
    return _of_week(scan, i)


def _loose_day(scan: Scan, i: int, k: int) -> Part | None:
    """What only assistants say: يوم 21, اليوم الماضي."""
    if scan.news:
        return None
    number = scan.integer(k)
    if number and 1 <= number[1] <= 31 and not scan.word(number[0], "unit"):
        return Part(i, number[0], day_of_some_month(scan, number[1], None, lambda: "future"), "day")
    found = related_unit(scan, i, "day")
    return Part(i, found[0], shifted("day", found[2]), "day") if found else None


def day_word(scan: Scan, i: int) -> Part | None:
    """اليوم، أمس الثلاثاء، اليوم (الأربعاء)، غدا الجمعة 17 مارس."""
    hit = scan.word(i, "day", "night")
    if hit is None or _no_day(scan, i, hit.j, hit.value.number):
        return None
    offset = hit.value.number
    sense = shifted("day", offset)
    opened = scan.form(hit.j) in OPENING or scan.form(hit.j) in COMMAS
    named = scan.word(hit.j + opened, "weekday")
    if named is None:
        dated = date_behind(scan, hit.j, -1)
        return Part(i, dated.j if dated else hit.j, dated.sense if dated else sense, "day")
    dated = date_behind(scan, named.j, named.value.number)
    j = dated.j if dated else named.j
    if scan.form(hit.j) in OPENING:
        j += scan.form(j) in CLOSING
    elif opened and not dated:
        return Part(i, hit.j, sense, "day")
    return Part(i, j, dated.sense if dated else named_day(offset, named.value.number), "day")


def _no_day(scan: Scan, i: int, j: int, offset: int) -> bool:
    """اليوم الأول, لليوم الـ375 count days; اليوم at the head of a clause behind و means nowadays."""
    if offset or not scan.news:
        return False
    if scan.ordinal(j) or scan.word(j, "anaphoric", "final", "direction"):
        return True
    counts = scan.form(j) == _ARTICLE or scan.form(i).endswith(_FOR_THE_DAY)
    if counts and scan.form(j + (scan.form(j) == _ARTICLE)).isdecimal():
        return True
    folded = scan.form(i)
    if folded == "اليوم" and scan.form(i - 1) == "في" and scan.word(j, "weekday") is None:
        return True  # three times a day; today is never في اليوم
    if _name_of_outlet(scan, i, j):
        return True
    return folded == "واليوم" and scan.word(j, "weekday") is None and not scan.form(i - 1)[:1].isalpha()


def _name_of_outlet(scan: Scan, i: int, j: int) -> bool:
    """«روسيا اليوم» in its own marks, or a name and a dash at the head of the report."""
    opened = any(scan.form(k) in _QUOTES for k in (i - 2, i - 3))
    headed = i <= 2 and scan.form(j) in ("-", ":", "/")
    return headed or (opened and scan.form(j) in ("»", '"', "”", "'", ")") and scan.forms[j - 1] == "اليوم")


def daypart(scan: Scan, i: int) -> Part | None:
    """مساء أمس، فجر السبت، وقت سابق من اليوم: the day of it."""
    hit = scan.word(i, "daypart", "part-of-day")
    if hit is None:
        return None
    k = scan.past(hit.j, "of")
    found = day_word(scan, k) or weekday(scan, k) or unit_day(scan, k)
    if found is None and hit.value.kind == "part-of-day":
        found = related(scan, k)
    if found is None and scan.news is False:
        found = day_and_month(scan, k)
    if found is None:
        return None
    night = _night_of_two(scan, i, found) if scan.form(hit.j - 1).endswith(_NIGHTS) else None
    return night or Part(i, found.j, found.sense, found.kind, weekday=found.weekday, choice=found.choice)


def _night_of_two(scan: Scan, i: int, found: Part) -> Part | None:
    """ليل الأربعاء الخميس, ليلة السبت-الأحد: both days."""
    k = found.j + (scan.form(found.j) in ("-", "/"))
    other = scan.word(k, "weekday") if found.weekday is not None else None
    if other is None or found.weekday is None or other.value.number != (found.weekday + 1) % 7:
        return None
    both = found.sense.then(lambda d: units.days(d.first, d.first + timedelta(days=1)) if d.first else None)
    return Part(i, other.j, both, "day")


def bare_day_number(scan: Scan, i: int) -> Part | None:
    """What only assistants say: في 15, للثاني والعشرين."""
    number = scan.integer(i)
    if scan.news or number is None or not 1 <= number[1] <= 31 or scan.word(number[0], "unit"):
        return None
    if not scan.word(i - 1, "in") and scan.form(i)[:1] != "ل":
        return None
    return Part(i, number[0], day_of_some_month(scan, number[1], None, lambda: "future"), "day")


def this_turn(scan: Scan, i: int) -> Part | None:
    """هذا الاثنين، هذا نوفمبر، هذا اليوم."""

    this = scan.word(i, "demonstrative")
    if this is None:
        return None
    named = scan.word(this.j, "weekday")
    if named:
        found = named_weekday(scan, i, named.j, named.value.number)
        alone = scan.news and found.j == named.j
        return (
            Part(i, found.j, shifted("week", 0).then(weekday_of(named.value.number), "day"), "day") if alone else found
        )
    day = day_word(scan, this.j)
    if day:
        return Part(i, day.j, day.sense, day.kind)
    name = month_name(scan, this.j)
    if name is None or not name.sure:
        return None
    return Part(i, name.j, month_sense(scan, name, When(name.j, None, "this"), lambda: "past"), "month")


def nth_of(scan: Scan, i: int) -> Part | None:
    """الأسبوع الأول من أكتوبر، الأسبوع الأخير في الشهر التاسع."""

    head = unit(scan, i, "week", "month")
    last = scan.word(head.j, "final") if head else None
    number = (last.j, -1) if last else scan.ordinal(head.j) if head else None
    whole = whole_time(scan, scan.past(number[0], "of")) if number else None
    if head is None or number is None or whole is None:
        return None
    return Part(i, whole.j, whole.sense.then(nth_unit(head.value.grain, number[1]), head.value.grain), "inside")


def first_of(scan: Scan, i: int) -> Part | None:
    """الأشهر الستة الأولى من عام 2022، السبعة شهور الأولى من العام الجاري."""
    some = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.count == "n"), None)
    number = scan.integer(some.j) if some else None
    many = (number[0], some.value.grain, number[1]) if some and number else _many(scan, i)
    edge = position(scan, many[0]) if many else None
    if many is None or edge is None or edge[1] not in (1, -1) or not scan.word(edge[0], "of"):
        return None
    whole = whole_time(scan, scan.past(edge[0], "of"))
    change = edge_units(many[1], many[2], edge[1] < 0)
    return Part(i, whole.j, whole.sense.then(change), "inside") if whole else None


def _many(scan: Scan, i: int) -> tuple[int, str, int] | None:
    found = counted(scan, i)
    return (found[0], *found[1].steps[0]) if found else None


def week_of(scan: Scan, i: int) -> Part | None:
    """أسبوع 15 سبتمبر: the week in which the day lies."""

    head = unit(scan, i, "week")
    day = day_and_month(scan, head.j) if head else None
    if day is None:
        return None
    return Part(i, day.j, day.sense.then(lambda d: units.around("week", d.first) if d.first else None, "week"), "week")
