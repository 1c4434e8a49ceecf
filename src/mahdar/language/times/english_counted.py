"""English: so many units from now, and turns that only assistants count."""

from __future__ import annotations

from datetime import date, timedelta

from mahdar.edtf import Interval
from mahdar.language.times.anchored import later
from mahdar.language.times.counted import Count, counted, span_of_turns
from mahdar.language.times.english_names import article, choice_of, direction, related_unit
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import shifted, turning, weekday_of, weekdays


def ago(scan: Scan, i: int) -> Part | None:
    """a week ago, three days ago, two years from now, three weeks hence, 3 years from today."""
    k = article(scan, i)
    found = counted(scan, k)
    if found is None or (k > i and scan.integer(k)):
        return None
    back, on = scan.word(found[0], "ago"), scan.word(found[0], "hence")
    if _bounded(scan, i) or "half" in scan.forms[max(0, i - 2) : i] or not (back or on):
        return None
    if back:
        near = _to_the_unit(scan, i, back.j, found[1]) or _on_a_weekday(scan, i, back.j, found[1])
        return near or Part(i, back.j, found[1].back(scan.style), "ago")
    if on and scan.form(on.j - 1) == "today" and not scan.news:
        return Part(i, on.j, found[1].to_the_day(), "ago")
    return Part(i, on.j, found[1].on(scan.style), "ago") if on else None


def _bounded(scan: Scan, i: int) -> bool:
    """Whether "more than" or "over" stands before token i or an article there."""
    i -= article(scan, i - 1) == i
    return any(h.j == i and h.value.kind == "more" for k in (i - 1, i - 2) for h in scan.hits(k))


def _to_the_unit(scan: Scan, i: int, j: int, count: Count) -> Part | None:
    """a year ago today, two years ago to the day, ten years ago this month: the day, week or month itself."""
    day = scan.word(j, "day")
    now = (day.j, "day") if day and day.value.number == 0 else None
    now = (j + 3, "day") if scan.forms[j : j + 3] == ["to", "the", "day"] else now
    week = related_unit(scan, j, "week", "month") if scan.news and now is None else None
    if week and week[2] == 0:
        now = week[0], week[1]
    if now is None or not scan.news:
        return None
    return Part(i, now[0], count.so_far_back(now[1]), "ago")


def _on_a_weekday(scan: Scan, i: int, j: int, count: Count) -> Part | None:
    """a week ago Monday, two weeks ago on Friday: the day of that week."""
    j += scan.form(j) == "on"
    day = scan.word(j, "weekday") if scan.news and count.steps[-1][0] == "week" else None
    if day is None or not scan.tokens.is_capital(j):
        return None
    return Part(i, day.j, count.back(scan.style).then(weekday_of(day.value.number), "day"), "ago")


def week_from(scan: Scan, i: int) -> Part | None:
    """a week from Friday, two weeks from Monday."""
    told = scan.form(i) == "a" or scan.starts_number(i)  # its third week on Monday
    found = counted(scan, article(scan, i)) if scan.news and told else None
    if found is None or scan.form(found[0]) not in ("from", "on") or found[1].steps[0][0] != "week":
        return None
    day = scan.word(found[0] + 1, "weekday")
    if day is None or not scan.tokens.is_capital(found[0] + 1):
        return None
    first = turning("day", weekdays(day.value.number), "next")
    away = timedelta(days=7 * found[1].steps[0][1])
    return Part(i, day.j, first.then(lambda d: _moved(d, away)), "ago")


def ago_or_hence_of_another(scan: Scan, i: int) -> Part | None:
    """a year earlier, two days later: from another time of the sentence."""
    k = article(scan, i)
    found = counted(scan, k) if scan.news and scan.form(i) != "the" else None
    if found is None or _bounded(scan, i) or scan.form(i - 1) == "half" or len(found[1].steps) > 1:
        return None
    return later(scan, i, found[0], *found[1].steps[0])


def hence(scan: Scan, i: int) -> Part | None:
    """What only assistants mean from now: in a week, in 3 years."""
    if scan.news or scan.form(i) != "in":
        return None
    k = article(scan, i + 1)
    found = counted(scan, k)
    return Part(i, found[0], found[1].on(scan.style), "ago") if found else None


def counted_turns(scan: Scan, i: int) -> Part | None:
    """What only assistants ask for: last 2 weeks, next three months, two upcoming years."""
    if scan.news:
        return None
    turn = direction(scan, i)
    if turn:
        found = counted(scan, turn[0])
        if found is None or not scan.starts_number(turn[0]):
            return None
        grain, count = found[1].steps[0]
        return _turns(scan, i, found[0], grain, count, turn)
    number = scan.integer(i)
    turn = direction(scan, number[0]) if number else None
    head = next((h for h in scan.hits(turn[0]) if h.value.kind == "unit"), None) if turn else None
    if number is None or turn is None or head is None:
        return None
    return _turns(scan, i, head.j, head.value.grain, number[1], turn)


def _turns(scan: Scan, i: int, j: int, grain: str, count: int, turn: tuple[int, int]) -> Part:
    if scan.form(turn[0] - 1) == "upcoming":
        return Part(i, j, shifted(grain, count), grain)
    return Part(i, j, span_of_turns(grain, count, choice_of(turn[1])), "range")


def weekdays_away(scan: Scan, i: int) -> Part | None:
    """3 Fridays from now, 2 Thursdays ago."""
    number = scan.integer(i)
    hit = scan.word(number[0], "weekdays") if number else None
    side = scan.word(hit.j, "ago", "hence") if hit else None
    if number is None or hit is None or side is None or number[1] > 500:
        return None
    back = side.value.kind == "ago"
    first = turning("day", weekdays(hit.value.number), "last" if back else "next")
    away = timedelta(days=7 * (number[1] - 1) * (-1 if back else 1))
    return Part(i, side.j, first.then(lambda d: _moved(d, away)), "ago")


def _moved(day: Interval, away: timedelta) -> Interval | None:
    there: date | None = day.first + away if day.first else None
    return Interval.day(there) if there else None
