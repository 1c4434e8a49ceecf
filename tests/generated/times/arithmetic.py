"""What days an expression means, worked out with plain arithmetic of days: nothing here knows how the program reads.

A kind draws what its expression speaks of and tells its days; the table of expressions names kinds with their
arguments (``unit week -1``).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from hijridate import Hijri

Days = tuple[date | None, date | None]
Kind = Callable[..., "Drawn"]
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Drawn:
    """The days that are meant, and the values of the blanks in the words: days, months, years, counts."""

    days: Days
    blanks: dict[str, object] = field(default_factory=dict)


def month(year: int, number: int) -> tuple[date, date]:
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def _moved(day: date, months: int) -> tuple[int, int]:
    at = day.year * 12 + day.month - 1 + months
    return at // 12, at % 12 + 1


def whole(grain: str, seen: date, steps: int) -> tuple[date, date]:
    """The day, week, month, quarter, year or decade so many steps from the one of that day."""
    if grain == "day":
        return seen + timedelta(steps), seen + timedelta(steps)
    if grain == "week":
        monday = seen - timedelta(seen.weekday()) + timedelta(_WEEK * steps)
        return monday, monday + timedelta(_WEEK - 1)
    if grain == "month":
        return month(*_moved(seen, steps))
    length = {"year": 1, "decade": 10}[grain]
    first = (seen.year // length + steps) * length
    return date(first, 1, 1), date(first + length - 1, 12, 31)


def _last(seen: date, weekday: int, *, today: bool) -> date:
    back = (seen.weekday() - weekday) % _WEEK
    return seen - timedelta(back or (0 if today else _WEEK))


def _next(seen: date, weekday: int) -> date:
    return seen + timedelta((weekday - seen.weekday()) % _WEEK or _WEEK)


def _one(day: date, **blanks: object) -> Drawn:
    return Drawn((day, day), {"day": day, **blanks})


# -- seen from the day of publication
def unit(_random: Random, seen: date, grain: str, steps: str) -> Drawn:
    return Drawn(whole(grain, seen, int(steps)))


def away(random: Random, seen: date, grain: str, sign: str, most: str) -> Drawn:
    """Three days ago, in two weeks: whole units away."""
    count = random.randint(2, int(most))
    return Drawn(whole(grain, seen, int(sign) * count), {"count": (count, grain)})


def weekday(random: Random, seen: date, turn: str) -> Drawn:
    """A weekday that was (the day of publication may be it), is to come, or lies just before or after the day."""
    number = random.randrange(_WEEK)
    if turn in ("next", "last") and number == seen.weekday():
        number = (number + 3) % _WEEK
    return _one(_next(seen, number) if turn == "next" else _last(seen, number, today=turn == "was"))


def weekday_of_week(random: Random, seen: date, steps: str) -> Drawn:
    monday, _ = whole("week", seen, int(steps))
    return _one(monday + timedelta(random.randrange(_WEEK)))


def before_last(random: Random, seen: date) -> Drawn:
    """The Monday before last."""
    return _one(_last(seen, (seen.weekday() + random.randint(1, 6)) % _WEEK, today=False) - timedelta(_WEEK))


def day_near(random: Random, seen: date, turn: str) -> Drawn:
    """A day of a month without its year, in the months just behind or ahead."""
    return _one(seen + timedelta(random.randint(1, 240) * (1 if turn == "next" else -1)))


def weekday_near(random: Random, seen: date, turn: str) -> Drawn:
    """Tuesday, 3 May: a day of the last or the next weeks with its weekday."""
    return _one(seen + timedelta(random.randint(1, 60) * (1 if turn == "next" else -1)))


def month_near(random: Random, seen: date, turn: str) -> Drawn:
    number = _moved(seen, random.randint(1, 8) * (1 if turn == "next" else -1))
    return Drawn(month(*number), {"day": date(*number, 1)})


def month_of_year(random: Random, seen: date, steps: str) -> Drawn:
    """May of last year."""
    first, last = month(seen.year + int(steps), random.randint(1, 12))
    return Drawn((first, last), {"day": first})


def day_of_year(random: Random, seen: date, steps: str) -> Drawn:
    """3 May last year."""
    return _one(date(seen.year + int(steps), random.randint(1, 12), random.randint(1, 28)))


def day_of_month(random: Random, seen: date, steps: str) -> Drawn:
    """The 3rd of last month."""
    first, last = month(*_moved(seen, int(steps)))
    return _one(first + timedelta(random.randrange(last.day)))


def month_unit(_random: Random, seen: date, steps: str) -> Drawn:
    return unit(_random, seen, "month", steps)


def part_of_year(random: Random, seen: date, count: str, steps: str) -> Drawn:
    """The second quarter of last year, the first half of this year."""
    return _part(random.randint(1, int(count)), int(count), seen.year + int(steps))


def named_day(_random: Random, seen: date, steps: str) -> Drawn:
    """Yesterday, Tuesday."""
    return _one(seen + timedelta(int(steps)))


def anniversary(random: Random, seen: date, grain: str) -> Drawn:
    """On this day in 2011, this month of that year."""
    there = seen.replace(year=seen.year - random.randint(1, 40), day=min(seen.day, 28))
    there = there if seen.day <= 28 or grain == "month" else seen.replace(year=seen.year - 4)
    return Drawn(whole(grain, there, 0), {"day": there})


# -- with their year
def _day(random: Random, seen: date) -> date:
    return date(random.randint(1950, seen.year), 1, 1) + timedelta(random.randrange(365))


def day(random: Random, seen: date) -> Drawn:
    return _one(_day(random, seen))


def day_ahead(random: Random, seen: date) -> Drawn:
    return _one(seen + timedelta(random.randint(3, 900)))


def month_dated(random: Random, seen: date) -> Drawn:
    there = _day(random, seen)
    return Drawn(month(there.year, there.month), {"day": there})


def season(random: Random, seen: date) -> Drawn:
    """Spring to autumn, which lie in one year."""
    year, number = _day(random, seen).year, random.randrange(3)
    return Drawn(
        (date(year, 3 + 3 * number, 1), month(year, 5 + 3 * number)[1]), {"season": number, "day": date(year, 1, 1)}
    )


def hijri(random: Random, _seen: date, grain: str) -> Drawn:
    """A day or a month of the Hijri calendar, by the calendar's own package."""
    there = Hijri(random.randint(1400, 1446), random.randint(1, 12), random.randint(1, 29))
    first = there if grain == "day" else Hijri(there.year, there.month, 1)
    last = there if grain == "day" else Hijri(there.year, there.month, there.month_length())
    days = tuple(date(*side.to_gregorian().datetuple()) for side in (first, last))
    return Drawn((days[0], days[1]), {"hijri": (there.day, there.month, there.year), "day": days[0]})


def year(random: Random, seen: date) -> Drawn:
    there = _day(random, seen)
    return Drawn((date(there.year, 1, 1), date(there.year, 12, 31)), {"day": there})


def since(random: Random, seen: date, grain: str) -> Drawn:
    """Since a day, a month or a year: open behind."""
    there = date(random.randint(seen.year - 30, seen.year - 1), random.randint(1, 12), random.randint(1, 28))
    return Drawn((whole(grain, there, 0)[0], None), {"day": there})


def until(random: Random, seen: date, grain: str) -> Drawn:
    there = date(random.randint(seen.year - 30, seen.year - 1), random.randint(1, 12), random.randint(1, 28))
    return Drawn((None, whole(grain, there, 0)[1]), {"day": there})


def named_end(random: Random, seen: date, grain: str) -> Drawn:
    """Until a day or a month: it names that day or month, by the contract."""
    there = _day(random, seen)
    return Drawn(whole(grain, there, 0), {"day": there})


def part_dated(random: Random, seen: date, count: str) -> Drawn:
    """The third quarter of 2019, the first half of 2019."""
    return _part(random.randint(1, int(count)), int(count), _day(random, seen).year)


def _part(number: int, count: int, year: int) -> Drawn:
    months = 12 // count
    first = date(year, (number - 1) * months + 1, 1)
    return Drawn((first, month(year, number * months)[1]), {"number": number, "day": first})


def decade(random: Random, _seen: date) -> Drawn:
    first = random.randrange(1920, 2000, 10)
    return Drawn((date(first, 1, 1), date(first + 9, 12, 31)), {"decade": first})


def days_of_month(random: Random, seen: date, style: str = "") -> Drawn:
    """3 to 5 May 2019; in words not between the third and the twentieth, which Arabic writes as the 23rd."""
    there = _day(random, seen)
    most = 19 if style == "words" else month(there.year, there.month)[1].day
    one, other = sorted(random.sample(range(1, most + 1), 2))
    return _span(there.replace(day=one), there.replace(day=other))


def days_apart(random: Random, seen: date, turn: str) -> Drawn:
    """28 December 2018 to 3 January 2019; of two months of one year where ``turn`` is ``year``."""
    one = _day(random, seen)
    other = one + timedelta(random.randint(32, 200))
    if turn == "year":
        one = one.replace(month=min(one.month, 10), day=min(one.day, 28))
        other = date(one.year, random.randint(one.month + 1, 12), random.randint(1, 28))
    return _span(one, other)


def months_of_year(random: Random, seen: date) -> Drawn:
    """May to July 2019."""
    there, (one, other) = _day(random, seen), sorted(random.sample(range(1, 13), 2))
    first, last = date(there.year, one, 1), month(there.year, other)[1]
    return _span(first, last)


def months_apart(random: Random, seen: date) -> Drawn:
    """November 2018 to March 2019."""
    one = _day(random, seen)
    other = _moved(one, random.randint(13, 40))
    return _span(month(one.year, one.month)[0], month(*other)[1])


def years(random: Random, seen: date) -> Drawn:
    one = _day(random, seen).year
    return _span(date(one, 1, 1), date(one + random.randint(1, 9), 12, 31))


def _span(one: date, other: date) -> Drawn:
    return Drawn((one, other), {"day": one, "other": other})


def nth_weekday(random: Random, seen: date) -> Drawn:
    """The second Monday of May 2019."""
    first, _ = month(*_moved(_day(random, seen), 0))
    number = random.randint(1, 4)
    return _one(_next(first - timedelta(1), random.randrange(_WEEK)) + timedelta(_WEEK * (number - 1)), number=number)


def last_weekday(random: Random, seen: date) -> Drawn:
    _, last = month(*_moved(_day(random, seen), 0))
    return _one(_last(last, random.randrange(_WEEK), today=True))


def hung(random: Random, seen: date, grain: str, sign: str, most: str) -> Drawn:
    """On 3 May 2019 …, and two days later: only the second time, whose day hangs on the first."""
    there = _day(random, seen)
    count = random.randint(2, int(most))
    return Drawn(whole(grain, there, int(sign) * count), {"day": there, "count": (count, grain)})
