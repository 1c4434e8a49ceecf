"""English: weekdays, today and yesterday, the third Tuesday of a month, early March."""

from __future__ import annotations

from datetime import timedelta

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.anchored import hung_weekday
from mahdar.language.times.counted import counted
from mahdar.language.times.dates import When, day_of_some_month, month_sense
from mahdar.language.times.english_months import _day, day_and_month, month_alone, month_and_day, month_and_days
from mahdar.language.times.english_names import (
    ENDINGS,
    article,
    beyond,
    choice_of,
    day_number,
    direction,
    month_name,
    of,
    related_unit,
    unit,
)
from mahdar.language.times.english_units import century, decade, plain_year, position, related, running, season
from mahdar.language.times.inside import edge_units, nth_unit, nth_weekday, stretch
from mahdar.language.times.numeric import numeric_date
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, named_day, shifted, turning, weekday_of, weekdays
from mahdar.language.times.vocabulary import word_set

_POINTING = frozenset(("the", "on", "and", "that"))
_OTHERS = {"following": 1, "preceding": -1}
_WEEK_OF = frozenset(("of", "beginning", "starting", "commencing"))
_ON = frozenset(("on", "by", "until", "till"))


def weekday(scan: Scan, i: int) -> Part | None:
    """Friday, Friday next week, Sunday, Feb 10, Tuesday the 19th, wednesday after next."""
    hit = scan.word(i, "weekday", "weekday-bare")
    if hit is None or (scan.news and not scan.tokens.is_capital(i)) or scan.word(i - 1, "every"):
        return None
    number = hit.value.number
    short = hit.value.kind == "weekday-bare"
    j = hit.j + (short and scan.form(hit.j) == "." and scan.tokens.touches(hit.j))
    found = _weekday_of_something(scan, i, j, number)
    if found or (short and scan.news):
        return found
    return _weekday_alone(scan, i, j, number)


def _weekday_of_something(scan: Scan, i: int, j: int, number: int) -> Part | None:
    dated = _weekday_of_month(scan, i, j, number)
    if dated:
        return dated
    week = related_unit(scan, of(scan, j), "week")
    if week:
        return Part(i, week[0], shifted("week", week[2]).then(weekday_of(number), "day"), "day")
    if beyond(scan, j) or (scan.form(j) == "after" and scan.form(j + 1) == "next"):
        return Part(i, j + 2, _weekday_beyond(number, beyond(scan, j) or 1), "weekday")
    return _weekday_and_number(scan, i, j, number)


def _weekday_of_month(scan: Scan, i: int, j: int, number: int) -> Part | None:
    """A weekday with its date behind it: Friday, 4 May; Friday (May 4)."""
    k = j
    part = scan.word(k, "daypart")
    k = part.j if part else k
    k += scan.form(k) in (",", "(")
    k += scan.form(k) == "on"
    dated = month_and_days(scan, k) or month_and_day(scan, k, number) or day_and_month(scan, k, number)
    dated = dated or numeric_date(scan, k)
    if dated is None:
        return None
    closed = scan.form(dated.i - 1) == "(" and scan.form(dated.j) == ")"
    return Part(i, dated.j + closed, dated.sense, "day")


def _weekday_beyond(number: int, side: int) -> Sense:
    """The Monday after next, the Friday before last."""
    first = turning("day", weekdays(number), "next" if side > 0 else "last")
    return first.then(lambda d: Interval.day(d.first + timedelta(days=7 * side)) if d.first else None)


def _weekday_and_number(scan: Scan, i: int, j: int, number: int) -> Part | None:
    day = day_number(scan, j)
    if day is None or not (scan.form(j) == "the" or scan.form(day[0] - 1) in ENDINGS):
        return None
    sense = day_of_some_month(scan, day[1], number, lambda: scan.told_tense(i, j))
    return Part(i, day[0], sense, "day")


def _weekday_alone(scan: Scan, i: int, j: int, number: int) -> Part:
    part = scan.word(j, "daypart")
    j = part.j if part else j
    if not scan.news:
        return Part(i, j, turning("day", weekdays(number), "next"), "weekday")
    other = scan.form(i - 1) if scan.form(i - 2) in _POINTING else ""
    if other in _OTHERS:
        return hung_weekday(i - 1 - (scan.form(i - 2) == "the"), j, number, _OTHERS[other])
    if scan.form(j) == "week" and scan.form(i - 1) in _ON and scan.form(j + 1) != "-":
        return Part(i, j + 1, turning("day", weekdays(number), "next").then(_week_later), "day")  # on Tuesday week
    return Part(i, j, turning("day", weekdays(number), scan.tense(i, j)), "weekday", weekday=number)


def _week_later(day: Interval) -> Interval | None:
    return Interval.day(units.step("day", day.first, 7)) if day.first else None


def directed(scan: Scan, i: int) -> Part | None:
    """last Tuesday, next March, this Friday, last week's Sunday."""
    turn = direction(scan, i)
    if turn is None:
        return None
    j, step = turn
    hit = scan.word(j, "weekday", "weekday-bare")
    if hit and scan.news and hit.value.kind == "weekday-bare" and not scan.tokens.is_capital(j):
        return None  # "last sat on the Council"
    if hit:
        return _directed_weekday(scan, i, hit.j, step, hit.value.number)
    name = month_name(scan, j)
    if name:
        day = day_number(scan, name.j) if scan.form(name.j).isdecimal() else None
        spec = When(day[0] if day else name.j, None, choice_of(step))
        if day:
            return _day(scan, i, spec, day[1], name, None)
        return Part(i, name.j, month_sense(scan, name, spec, lambda: "past"), "month")
    return _weeks_day(scan, i)


def _directed_weekday(scan: Scan, i: int, j: int, step: int, number: int) -> Part:
    """last: before today; next: in the next week; coming: after today; this: in the running week."""
    dated = _weekday_of_month(scan, i, j, number) if scan.news else None
    if dated:
        return dated
    j = scan.past(j, "daypart")
    coming = scan.form(article(scan, i)) in word_set("en", "coming")
    if coming or (step == 0 and not scan.news):
        return Part(i, j, turning("day", weekdays(number), "next"), "weekday")
    if step == 0:
        return Part(i, j, shifted("week", 0).then(weekday_of(number), "day"), "weekday")
    if step > 0:
        return Part(i, j, shifted("week", 1).then(weekday_of(number), "day"), "weekday")
    return Part(i, j, turning("day", weekdays(number), "last"), "weekday", weekday=number, choice="last")


def _weeks_day(scan: Scan, i: int) -> Part | None:
    """last week's Sunday."""
    week = related_unit(scan, i, "week")
    if week is None or scan.form(week[0]) != "'s":
        return None
    hit = scan.word(week[0] + 1, "weekday")
    if hit is None:
        return None
    return Part(i, hit.j, shifted("week", week[2]).then(weekday_of(hit.value.number), "day"), "day")


def day_word(scan: Scan, i: int) -> Part | None:
    """today, yesterday morning, tomorrow, Friday; last night is the day before."""
    hit = scan.word(i, "day", "night")
    if hit is None:
        return None
    part = scan.word(hit.j, "daypart")
    j = part.j if part else hit.j
    named = scan.word(j + (scan.form(j) in (",", "(")), "weekday")
    offset = hit.value.number
    if named is None:
        return Part(i, j, shifted("day", offset), "day")
    dated = _weekday_of_something(scan, named.i, named.j, named.value.number)
    end = dated.j if dated else named.j
    end += scan.form(j) == "(" and scan.form(end) == ")"
    return Part(i, end, dated.sense if dated else named_day(offset, named.value.number), "day")


def daypart(scan: Scan, i: int) -> Part | None:
    """earlier today, later on Friday, late on 17 March, the morning of 17 March."""
    hit = scan.word(i, "daypart", "part-of-day")
    if hit is None:
        return None
    k = hit.j + (scan.form(hit.j) in ("on", "of", "in"))
    found = day_word(scan, k) or weekday(scan, k) or month_and_days(scan, k)
    found = found or month_and_day(scan, k) or day_and_month(scan, k)
    if found is None and hit.value.kind == "part-of-day":
        found = related(scan, k)
    return Part(i, found.j, found.sense, found.kind, weekday=found.weekday, choice=found.choice) if found else None


def counted_in(scan: Scan, i: int) -> Part | None:
    """the last Monday of March, third day of October, second last week of 2018."""
    number = position(scan, article(scan, i))
    if number is None:
        return None
    j = number[0]
    many = counted(scan, j) if scan.starts_number(j) else None
    if many and number[1] in (1, -1) and scan.form(many[0]) == "of":
        whole = whole_time(scan, of(scan, many[0]))
        change = edge_units(*many[1].steps[0], last=number[1] < 0)
        return Part(i, whole.j, whole.sense.then(change), "inside") if whole else None
    named = scan.word(j, "weekday", "weekday-bare")
    head = unit(scan, j, "day", "week", "month")
    end = named.j if named else head.j if head else None
    if end is None or scan.form(end) not in ("of", "in"):
        return None
    whole = whole_time(scan, of(scan, end))
    if whole is None:
        return None
    change = (
        nth_weekday(named.value.number, number[1])
        if named
        else nth_unit(head.value.grain if head else "day", number[1])
    )
    grain = "day" if named or head is None else head.value.grain
    return Part(i, whole.j, whole.sense.then(change, grain), "inside")


def whole_time(scan: Scan, i: int) -> Part | None:
    """A month, a year or a longer unit, with what dates it."""
    for rule in (directed, month_alone, related, decade, century, season):
        found = rule(scan, i)
        if found:
            return found
    return plain_year(scan, i) or running(scan, i)


def part(scan: Scan, i: int) -> Part | None:
    """early March, the end of 2012, mid-2014, late last year: in news the whole month or year."""
    k = article(scan, i)
    hit = scan.word(k, "part")
    if hit is None:
        return None
    j = hit.j + (scan.form(hit.j) == "-")
    j = scan.past(j, "mod") if scan.form(of(scan, j)) not in ("about", "around") else of(scan, j) + 1
    whole = whole_time(scan, of(scan, j))
    if whole is None:
        return None
    sense = whole.sense if scan.news else whole.sense.then(stretch(hit.value.value), "day")
    return Part(k if scan.news and scan.form(hit.j) == "-" else i, whole.j, sense, whole.kind)  # the mid-May talks


def bare_day_number(scan: Scan, i: int) -> Part | None:
    """What only assistants say: the 24, on the first."""
    number = day_number(scan, i)
    if scan.news or number is None or scan.word(number[0], "unit"):
        return None
    marked = scan.form(i) == "the" or scan.form(number[0] - 1) in ENDINGS or scan.ordinal(i)
    if not marked or (scan.form(i - 1) not in ("on", "the") and i):
        return None
    return Part(i, number[0], day_of_some_month(scan, number[1], None, lambda: "future"), "day")


def week_of(scan: Scan, i: int) -> Part | None:
    """the week of October 6th, the week beginning 6 October."""

    head = unit(scan, article(scan, i), "week")
    if head is None or scan.form(head.j) not in _WEEK_OF:
        return None
    day = month_and_day(scan, head.j + 1) or day_and_month(scan, head.j + 1)
    if day is None:
        return None
    return Part(i, day.j, day.sense.then(lambda d: units.around("week", d.first) if d.first else None, "week"), "week")
