"""Times made of two times or open on one side: since, until, before, between … and, from … to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from mahdar.edtf import Interval
from mahdar.language.times.neighbours import says_year
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, guarded
from mahdar.language.times.spans import (
    following,
    from_to,
    preceding,
    since,
    since_a_year,
    until,
    up_to,
    within,
    within_a_year,
)
from mahdar.language.times.vocabulary import lasting
from mahdar.language.times.years import past_mod
from mahdar.language.tokens import COMMAS

_DASHES = frozenset("-")
_AS, _DAY = "as", "يوم"
_NOT = "not"  # not until 2009 is in 2009
_LONG = frozenset(("year", "decade", "century"))  # until 2019 is open; until 21 June names the day on which it ends
_UP_TO = frozenset(("ما", "لما", "الي"))  # حدود ما قبل 1967: before which year, not an open time
_LASTING_REACH = 6
_SHORT = 3
_WEEK = timedelta(days=7)
_MOST_DATES = 40  # of a long text its first ones


def ends_score(scan: Scan, i: int) -> bool:
    """Whether the number at token i is the second of two that a dash joins and no range took in: won 3-1 last month."""
    dashed = scan.news and scan.form(i - 1) in _DASHES and scan.tokens.touches(i)
    return dashed and scan.tokens.touches(i - 1) and scan.tokens.is_number(i - 2)


def day_range(scan: Scan, i: int, between: bool = False) -> tuple[int, int, int] | None:
    """Two days of one month, ``13 إلى 15``, ``13-15``, ``17 و18`` if they are neighbours: where they end, and both."""
    first = scan.integer(i)
    if first is None or not 1 <= first[1] <= 31:
        return None
    j = first[0]
    j += scan.form(j) in ("st", "nd", "rd", "th")
    k = _joint(scan, j)
    k = scan.past(k, "article") if k > j else k
    k += k > j and scan.form(k) == _DAY
    joined = k == j and scan.form(j)[:1] == "و" and scan.starts_number(j)
    last = scan.integer(k) if k > j or joined else None
    if last is None or not 1 <= last[1] <= 31:
        return None
    both = scan.form(j) in ("و", "and", "&", "/") or joined
    if last[1] <= first[1] or (both and last[1] != first[1] + 1 and not (between or scan.word(i - 1, "between"))):
        return None
    j = last[0] + (scan.form(last[0]) in ("st", "nd", "rd", "th"))
    return j, first[1], last[1]


def _joint(scan: Scan, j: int) -> int:
    """The token after a dash, إلى or و; j where none stands."""
    if scan.form(j) in _DASHES or scan.form(j) in ("و", "and", "&", "/"):
        return j + 1
    joint = scan.word(j, "to", "between")
    return joint.j if joint and joint.value.kind == "to" else j


def borne_out(scan: Scan, parts: list[Part]) -> list[Part]:
    """A weekday that owns something (Monday's ruling) has no tense: a near date that falls on it is meant."""
    owning = [k for k, p in enumerate(parts) if p.weekday is not None and not p.choice and scan.form(p.j) == "'s"]
    dated = [p.sense for p in parts if p.kind == "day" and p.weekday is None][:_MOST_DATES] if owning else []
    found = list(parts)
    for k in owning if dated else ():
        found[k] = replace(parts[k], sense=_on_date(parts[k].sense, parts[k].weekday or 0, dated))
    return found


def _on_date(sense: Sense, weekday: int, dated: Sequence[Sense]) -> Sense:
    def on(day: date) -> Interval | None:
        near = (guarded(other.on)(day) for other in dated)
        days = {d.first: d for d in near if d and d.first and d.first == d.last and abs(d.first - day) < _WEEK}
        right = [found for first, found in days.items() if first.weekday() == weekday]
        return right[0] if len(right) == 1 else sense.on(day)

    return replace(sense, on=on)


def grown(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts with what stands before and between them: two become one range, one becomes open."""
    found: list[Part] = []
    k = 0
    while k < len(parts):
        part = parts[k]
        both = _pair(scan, part, parts[k + 1]) if k + 1 < len(parts) else None
        found.append(both or _opened(scan, part))
        k += 2 if both else 1
    return found


def _before(scan: Scan, part: Part, *kinds: str) -> int | None:
    """Where a word of these kinds begins that ends right before the part or its article (at most six tokens long)."""
    end = past_mod(scan, part.i - (scan.word(part.i - 1, "article") is not None))
    end -= scan.language == "ar" and part.kind == "day" and scan.word(part.i - 1, "daypart") is not None
    starts = range(max(0, end - 6), end)
    return next((i for i in starts if any(h.j == end and h.value.kind in kinds for h in scan.hits(i))), None)


def _pair(scan: Scan, one: Part, other: Part) -> Part | None:
    if not 0 <= other.i - one.j <= 3:
        return None
    if scan.word(one.j, "link") and scan.past(one.j, "link") == other.i:
        return Part(one.i, other.j, other.sense, other.kind, one.skip)
    start = _before(scan, one, "between", "from", "since")
    between = start is not None and any(h.value.kind == "between" for h in scan.hits(start))
    if not _joins(scan, one, other, start is not None, between):
        return None
    sense = _between_both(scan, one, other)
    begin = one.i if start is None else start
    return Part(begin, other.j, sense, "range", one.skip if start is None else _skip(scan, begin))


def _between_both(scan: Scan, one: Part, other: Part) -> Sense:
    """From one to the other: weekdays before a week are of that week, days and months that name no year of one year."""
    if one.weekday is not None and not one.choice and other.weekday is None and scan.word(other.i, "weekday"):
        return from_to(preceding(other.sense, one.weekday), other.sense)
    sense = from_to(one.sense, other.sense)
    if one.weekday is not None and other.weekday is not None and not (one.choice or other.choice):
        return within(_WEEK, sense, from_to(one.sense, following(one.sense, other.weekday)))
    if one.kind == "year" and other.kind in ("day", "month") and not says_year(scan, other):
        return from_to(one.sense, since_a_year(one.sense, other.sense))
    bare = one.kind == other.kind in ("day", "month") and not (says_year(scan, one) or says_year(scan, other))
    return sense.then(within_a_year) if bare else sense


def _joins(scan: Scan, one: Part, other: Part, opened: bool, between: bool) -> bool:
    """Whether what stands between two parts makes them the ends of one time."""
    if between and not _has_both(scan, one) and _and_between(scan, one, other):
        return True
    middle = scan.forms[one.j : other.i]
    if middle == ["/"]:
        return one.kind == other.kind == "month"  # June/July 2020
    if middle and middle[0] in _DASHES and len(middle) == 1:
        return opened or one.kind == other.kind in ("year", "month", "day")
    joint = scan.word(one.j + (opened and scan.form(one.j) in COMMAS), "to")
    if joint is None or scan.put_off(one.i):
        return False  # the vote planned for Monday was postponed to Friday
    plain = joint.j == other.i and not joint.proclitics.strip("و")
    return plain and (opened or one.sense.grain == other.sense.grain)


def _and_between(scan: Scan, one: Part, other: Part) -> bool:
    middle = [f for f in scan.forms[one.j : other.i] if f not in (",", "،")]
    if middle in (["و"], ["and"], ["&"], ["وبين"]):
        return True
    if middle and middle[0] in ("و", "and") and len(middle) == 2:
        return True
    return not middle and scan.form(other.i)[:1] == "و"


def _has_both(scan: Scan, part: Part) -> bool:
    """Whether both ends of "between" stand in the part already: between 14 and 26 May and released last year."""
    inside = range(part.i + 1, part.j) if part.kind == "range" else ()
    return any(scan.form(k) in ("and", "و") or (scan.form(k)[:1] == "و" and scan.starts_number(k)) for k in inside)


def _opened(scan: Scan, part: Part) -> Part:
    if part.kind in ("ago", "range"):
        return part
    start = None if _names_what(scan, part) else _before(scan, part, "since")
    if start is not None and scan.form(start) == _AS and scan.news and not scan.ahead(part.i, part.j):
        return part  # as of 24 May, so many had fled: the state on that day
    if start is not None:
        return Part(start, part.j, since(part.sense), "open", _skip(scan, start))
    if not scan.news:
        return _bounded(scan, part)
    start = _lasting_from(scan, part)
    if start is not None:
        return Part(start, part.j, since(part.sense), "open", _skip(scan, start))
    start = _before(scan, part, "until") if part.sense.grain in _LONG else None
    start = None if start is not None and (scan.put_off(start) or scan.form(start - 1) == _NOT) else start
    start = _ahead_of(scan, part) if start is None else start
    return part if start is None else Part(start, part.j, until(part.sense), "open", _skip(scan, start))


def _lasting_from(scan: Scan, part: Part) -> int | None:
    """Where من stands for منذ: the war that rages from late 2013 on, its beginning named as a part of a year."""
    start = _before(scan, part, "from") if scan.word(part.i, "part") else None
    if start is None or start != part.i - 1 or scan.language != "ar":
        return None
    words = lasting("ar")
    for k in range(start - 1, max(-1, start - 1 - _LASTING_REACH), -1):
        hit = words.at(scan.tokens, k) if scan.tokens.is_word(k) else None
        if hit is not None and hit.value == "lasting":
            return start
        if not scan.tokens.is_word(k) or scan.word(k, "unit", "part", "part-of-day"):
            return None
    return None


def _ahead_of(scan: Scan, part: Part) -> int | None:
    """Where "before" stands, before a day, month or year of the calendar: before 12 April, but not the week before."""
    start = _before(scan, part, "before") if part.kind in ("day", "month", "year") else None
    if start is None or start < part.i - 2 or scan.form(start - 1) in _UP_TO or _counts(scan, start - 1):
        return None
    if scan.language == "en" and (scan.word(part.i - 1, "article") or _describes(scan, part)):
        return None  # before the 30 June deadline, before May 15 elections
    named = any(scan.form(k)[:1].isdecimal() or scan.word(k, "month", "hijri") for k in range(part.i, part.j))
    return start if named else None


def _counts(scan: Scan, i: int) -> bool:
    """Whether an amount of time stands before "before": two days before 30 June."""
    return scan.word(i, "unit", "several", "daypart") is not None


def _describes(scan: Scan, part: Part) -> bool:
    """Whether an English noun follows right behind a time, which then only says which one."""
    behind = scan.form(part.j)
    return part.j < len(scan) and scan.tokens.is_word(part.j) and behind.endswith("s") and len(behind) > _SHORT


def _names_what(scan: Scan, part: Part) -> bool:
    """since the 2003 invasion: the year tells which one, not since when."""
    article = scan.word(part.i - 1, "article") and scan.language == "en"
    named = article and part.kind in ("year", "month") and not scan.word(part.i, "part")
    return bool(named and part.j < len(scan) and scan.tokens.is_word(part.j))


def _bounded(scan: Scan, part: Part) -> Part:
    """What assistants understand: after 2014 is from its beginning, before 2014 is up to it."""
    for kind, change in (("after", since), ("before", up_to)):
        start = _before(scan, part, kind)
        if start is not None and part.kind == "year":
            return Part(start, part.j, change(part.sense), "open")
    return part


def _skip(scan: Scan, i: int) -> int:
    return next((len(h.proclitics) for h in scan.hits(i)), 0)
