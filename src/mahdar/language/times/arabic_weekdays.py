"""Arabic: weekdays, with the date, the week or the month that says which one, or with المقبل and الماضي."""

from __future__ import annotations

from datetime import timedelta

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.anchored import hung_weekday
from mahdar.language.times.arabic_months import day_and_month, day_of_related_month, range_and_month
from mahdar.language.times.arabic_names import choice_of, related_unit, unit
from mahdar.language.times.arabic_units import whole_time
from mahdar.language.times.dates import day_of_some_month
from mahdar.language.times.inside import Change, nth_weekday
from mahdar.language.times.numeric import arabic_date
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Choice, agreeing_or, shifted, turning, weekday_of, weekdays
from mahdar.language.tokens import COMMAS

OPENING, CLOSING = frozenset("(["), frozenset(")]")
_DAYS, _EACH = frozenset(("ايام", "وايام")), "كل"
_ON = frozenset(("في", "بتاريخ"))
_OTHERS = {"next": 1, "last": -1}
_THAT, _SHORT = frozenset(("ان",)), 3
_TEEN = frozenset(("عشر", "عشره"))  # الأحد عشر is eleven


def position(scan: Scan, i: int) -> tuple[int, int] | None:
    """The ordinal at token i, or -1 for the last."""
    last = scan.word(i, "final")
    return (last.j, -1) if last else scan.ordinal(i)


def inside_whole(scan: Scan, i: int, j: int, change: Change, grain: str) -> Part | None:
    """A part of the month, year or longer time that stands at token j."""
    whole = whole_time(scan, scan.past(j, "of"))
    return Part(i, whole.j, whole.sense.then(change, grain), "inside") if whole else None


def weekday(scan: Scan, i: int) -> Part | None:
    """الجمعة المقبل، الأحد من الأسبوع الماضي، الخميس 15 أغسطس، السبت السادس عشر، أو السبت."""
    hit = None if _recurs(scan, i) else scan.word(i, "weekday")
    if hit and (scan.form(hit.j) in _TEEN or _two(scan, i, hit.value.number)):
        return None
    return named_weekday(scan, i, hit.j, hit.value.number) if hit else None


def each(scan: Scan, j: int) -> bool:
    """Whether every week or month follows at token j: من كل أسبوع."""
    return scan.form(scan.past(j, "of")) == _EACH


def _recurs(scan: Scan, i: int) -> bool:
    """كل خميس, أيام الجمعة, الجمعة من كل أسبوع; not one of several: أيام الخميس والجمعة والسبت."""
    j = scan.past(i, "weekday")
    if j > i and each(scan, j):
        return True
    if scan.form(i - 1) in _DAYS:
        row = scan.word(j, "weekday")
        return row is None or row.proclitics != "و"
    return scan.word(i - 1, "every") is not None


def _two(scan: Scan, i: int, number: int) -> bool:
    """Whether الاثنين says how many they are, a verb of two behind it: أن المتظاهرين الاثنين أصيبا."""
    if number or not scan.news or scan.form(i - 2).lstrip("ولفب") not in _THAT:
        return False
    several, verb = scan.form(i - 1), scan.form(i + 1)
    both = len(verb) > _SHORT and verb.endswith("ا") and not verb.startswith(("ال", "و")) and verb[-2:] != "وا"
    return several.startswith("ال") and several.endswith("ين") and both


def named_weekday(scan: Scan, i: int, j: int, number: int) -> Part:
    """The weekday with this number, named up to token j."""
    return _weekday_of_something(scan, i, j, number) or _weekday_alone(scan, i, j, number)


def _weekday_of_something(scan: Scan, i: int, j: int, number: int) -> Part | None:
    dated = date_behind(scan, j, number)
    if dated:
        nth = _nth_of_month(scan, i, j, number)
        return Part(i, dated.j, agreeing_or(dated.sense, nth.sense, number) if nth else dated.sense, "day")
    week = related_unit(scan, scan.past(j, "of"), "week")
    if week:
        return Part(i, week[0], shifted("week", week[2]).then(weekday_of(number), "day"), "day")
    nth = _nth_of_month(scan, i, j, number)
    if nth:
        return nth
    place = position(scan, j)
    if place and place[1] > 0 and (place[1] > 5 or not scan.news):
        sense = day_of_some_month(scan, place[1], number, lambda: scan.told_tense(i, j))
        return Part(i, place[0], sense, "day")
    return None


def _nth_of_month(scan: Scan, i: int, j: int, number: int) -> Part | None:
    """الثلاثاء الثالث من أيلول, if that is no date: the third Tuesday."""
    place = position(scan, j)
    if place is None or place[1] > 5 or not scan.word(place[0], "of"):
        return None
    return inside_whole(scan, i, place[0], nth_weekday(number, place[1]), "day")


def date_behind(scan: Scan, j: int, number: int) -> Part | None:
    """A date behind its weekday: after a comma, in brackets, after الموافق or في."""
    k = j + (scan.form(j) in COMMAS or scan.form(j) in OPENING or scan.form(j) == "-")
    k = k + 1 if scan.form(k) in _ON else scan.past(k, "link")
    day = unit(scan, k, "day")
    k = day.j if day else k
    found = range_and_month(scan, k) or day_and_month(scan, k, number) or day_of_related_month(scan, k, number)
    found = found or arabic_date(scan, k)
    if found and scan.form(j) in OPENING and scan.form(found.j) in CLOSING:
        return Part(k, found.j + 1, found.sense, "day")
    return found


def _weekday_alone(scan: Scan, i: int, j: int, number: int) -> Part:
    beyond = _beyond(scan, i, j, number)
    if beyond:
        return beyond
    turn = scan.word(j, "direction", *(() if scan.news else ("anaphoric",)))
    choice: Choice
    if turn and turn.value.value in ("last", "next"):
        choice = "last" if turn.value.value == "last" else "next"
        dated = date_behind(scan, turn.j, number)
        if dated:
            return Part(i, dated.j, dated.sense, "day")
        sense = turning("day", weekdays(number), choice)
        return Part(i, turn.j, sense, "weekday", weekday=number, choice=choice)
    if turn and turn.value.value == "this":
        return Part(i, turn.j, shifted("week", 0).then(weekday_of(number), "day"), "weekday")
    if not scan.news:
        return Part(i, j, turning("day", weekdays(number), "next"), "weekday")
    other = scan.word(j, "anaphoric")
    if other and other.value.value in _OTHERS:
        return hung_weekday(i, other.j, number, _OTHERS[other.value.value])
    return Part(i, j, turning("day", weekdays(number), scan.tense(i, j)), "weekday", weekday=number)


def _beyond(scan: Scan, i: int, j: int, number: int) -> Part | None:
    """الخميس بعد المقبل, الثلاثاء قبل الماضي: one turn further."""
    k = scan.past(j + (scan.form(j) == "ما"), "before", "after")
    turn = scan.word(k, "direction") if k > j else None
    if turn is None or turn.value.value not in ("last", "next"):
        return None
    choice: Choice = "last" if turn.value.value == "last" else "next"
    week = timedelta(days=7 if choice == "next" else -7)
    sense = turning("day", weekdays(number), choice)
    return Part(i, turn.j, sense.then(lambda d: Interval.day(d.first + week) if d.first else None), "weekday")


def two_days(scan: Scan, i: int) -> Part | None:
    """يومي الخميس والجمعة، يومي الاثنين والثلاثاء المقبلين: both as one time."""
    head = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.value == "day/2"), None)
    one = scan.word(head.j, "weekday") if head else None
    k = one.j + (scan.form(one.j) == "و") if one else i
    other = scan.word(k, "weekday") if one and scan.form(one.j)[:1] == "و" else None
    if one is None or other is None or not scan.news:
        return None
    turn = scan.word(other.j, "plural-direction", "direction")
    choice: Choice = choice_of(turn.value.value) if turn else "future" if scan.ahead(i, other.j) else "past"
    anchor = one if choice in ("next", "future") else other
    first = turning("day", weekdays(anchor.value.number), choice)
    days = (other.value.number - one.value.number) % 7
    back = 0 if anchor is one else days
    both = first.then(lambda d: _days_around(d, back, days))
    return Part(i, turn.j if turn else other.j, both, "range")


def _days_around(day: Interval, back: int, days: int) -> Interval | None:
    if day.first is None:
        return None
    first = day.first - timedelta(days=back)
    return units.days(first, first + timedelta(days=days))
