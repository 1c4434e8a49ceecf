"""When a report came out, by the record: the days of publication for which its datable claims hold, intersected.

"Albania is now an elected member" allows the days of its term, "vetoed in May of last year" the year after the
veto, "meets next week" the week before the meeting. Claims that contradict the most of the others are left out and
named, never averaged in.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mahdar.checking.protocol import Found
from mahdar.checking.registry import kinds
from mahdar.checking.spoken import Meaning, spoken_on
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.record.access import Record

_BEFORE, _AFTER = 420, 800
_MOST_FACTS = 80  # the presidencies of a permanent member are some seventy
_MOST_CLAIMS = 40
_PROBES = (date(2019, 1, 1), date(2019, 7, 31), date(2020, 2, 29), date(2021, 10, 6), date(2022, 12, 25))
_DAY = timedelta(1)
_WEEK = timedelta(7)

Days = tuple[Interval, ...]


@dataclass(frozen=True, slots=True)
class Dating:
    """The days of publication, the claims that decided them, and those left out because they contradict these."""

    published: Interval
    by: tuple[Found, ...]
    against: tuple[Found, ...]


def date_passage(founds: Sequence[Found], record: Record) -> Dating | None:
    """The days on which the report can have come out, or None where its claims do not bound them on both sides."""
    sets: dict[Days, list[Found]] = {}
    for alike in _alike(founds):
        days = allowed_days(alike[0], record)
        if days:
            sets.setdefault(days, []).extend(alike)
    ranked = sorted(sets.items(), key=lambda pair: _length(pair[0]))
    datings = [dating for days, _ in ranked if (dating := _agree(days, ranked)) is not None]
    told = _latest_told(founds)
    datings = [dating for dating in datings if not _outlived(dating, told)]
    return max(datings, key=lambda dating: len(dating.by), default=None)


def _outlived(dating: Dating, told: date) -> bool:
    """Whether a report names a later time than those days for what it tells as past, and none for what dates it."""
    last = dating.published.last
    return last is not None and last < told and not any(f.time is not None and f.time.absolute for f in dating.by)


def _latest_told(founds: Sequence[Found]) -> date:
    """The first day of the latest time that a report names for what it tells as past: it came out no sooner."""
    told = [f for f in founds if f.tense == "past" and not f.negated and "at" not in f.weak]
    times = [f.time.absolute for f in told if f.time is not None and f.time.absolute is not None]
    return max((at.first for at in times if at.first is not None), default=date.min)


def told_too_early(founds: Sequence[Found], published: Interval, record: Record) -> Dating:
    """What a report that says when it came out tells as past, though the record has it after that day."""
    last = published.last
    if last is None or last == date.max:  # no day comes after it
        return Dating(published, (), ())
    late = tuple(f for f in founds if _lies_after(f, last + _DAY, record))
    return Dating(published, (), late)


def _lies_after(found: Found, day: date, record: Record) -> bool:
    """Whether a claim is told as past and every fact that it can mean is younger than a day; clocks allowed for."""
    kind = kinds().get(found.kind)
    if found.tense != "past" or found.negated or kind is None or kind.facts is None:
        return False
    if found.time is not None and (found.time.absolute is None or not found.time.absolute.first):
        return False
    facts = list(kind.facts(found, record))
    if found.time is not None and found.time.absolute is not None:
        facts = [fact for fact in facts if fact.overlaps(found.time.absolute)]
    return bool(facts) and all(fact.first is not None and fact.first > day for fact in facts)


def _alike(founds: Sequence[Found]) -> list[list[Found]]:
    """Groups of claims that say the same of the same time, in a long report the first ones: what is repeated allows no
    other days.
    """
    if len(founds) == 1:
        return [list(founds)]
    groups: dict[Hashable, list[Found]] = {}
    for found in founds:
        key = (found.kind, repr(found.args), found.tense, found.negated, found.weak, _meaning(found.time))
        if key in groups or len(groups) < _MOST_CLAIMS:
            groups.setdefault(key, []).append(found)
    return list(groups.values())


def _meaning(time: TimePhrase | None) -> Hashable:
    """What tells two expressions apart: the days that they mean, said on a few days that lie differently."""
    if time is None or time.relative is None:
        return time.absolute if time is not None else None
    return tuple(time.relative(day) for day in _PROBES)


def _agree(start: Days, ranked: Sequence[tuple[Days, list[Found]]]) -> Dating | None:
    """The intersection with every set of days that leaves some, the most decisive first, beginning with one of them."""
    days = start
    by: list[Found] = []
    against: list[Found] = []
    for more, founds in ranked:
        both = _intersect(days, more)
        days = both or days
        (by if both else against).extend(founds)
    first, last = days[0].first, days[-1].last
    bounded = first is not None and last is not None and first > date.min and last < date.max
    return Dating(Interval(first, last), tuple(by), tuple(against)) if bounded else None


def allowed_days(found: Found, record: Record) -> Days:
    """The days of publication for which a claim holds; empty where the record has no such fact or the claim dates
    nothing.
    """
    kind = kinds().get(found.kind)
    if kind is None or kind.facts is None or found.negated or found.assumed:
        return ()
    facts = sorted(set(kind.facts(found, record)), key=lambda f: f.first or date.min)
    if not facts or len(facts) > _MOST_FACTS:
        return ()
    return _union(day for fact in facts for day in _from_fact(found, fact))


def _from_fact(found: Found, fact: Interval) -> Iterable[Interval]:
    if found.time is None:
        return [_by_tense(found, fact)]
    if found.time.absolute is not None:
        at = found.time.absolute
        if found.lasting in ("span", "list") or (
            found.tense == "present" and at.last is not None
        ):  # "in 2016" may be told at any time after
            return [Interval(fact.first, None)] if at.overlaps(fact) else []
        return [_by_tense(found, Interval(fact.first, fact.last))] if at.overlaps(fact) else []
    return [_by_tense(found, fact)] if found.time.relative is None else _relative(found, found.time, fact)


def _by_tense(found: Found, fact: Interval) -> Interval:
    """Past: the fact lies behind; future: ahead; present: the report came out while it was so."""
    if found.tense == "future":
        return Interval(None, fact.last)
    return fact if found.tense == "present" else Interval(fact.first, None)


def _relative(found: Found, time: TimePhrase, fact: Interval) -> Iterable[Interval]:
    """The runs of days from which the expression means a time in which the fact lies, and lies on the right side."""
    if time.relative is None or fact.first is None or fact.last is None:
        return ()
    start, stop = fact.first - _DAY * _BEFORE, fact.last + _DAY * _AFTER
    if found.tense == "future":
        stop = min(stop, fact.last)
    elif found.tense != "present":
        start = max(start, fact.first - _DAY)
    days = spoken_on(time.relative, fact, start, stop)
    if found.tense != "future":
        return days
    return _union([*days, *spoken_on(_week_later(time.relative), fact, start, stop)])


def _week_later(meaning: Meaning) -> Meaning:
    """Single days a week later: "next Friday" may also be the Friday of next week."""

    def on(day: date) -> Interval | None:
        meant = meaning(day)
        if meant is None or meant.first is None or meant.first != meant.last:
            return None
        return Interval.day(meant.first + _WEEK)

    return on


# -- sets of days
def _union(days: Iterable[Interval]) -> Days:
    """Intervals in order, those that touch joined."""
    merged: list[Interval] = []
    for each in sorted(days, key=lambda d: d.first or date.min):
        if merged and _touch(merged[-1], each):
            merged[-1] = Interval(merged[-1].first, _later(merged[-1].last, each.last))
        else:
            merged.append(Interval(each.first, each.last))
    return tuple(merged)


def _touch(one: Interval, other: Interval) -> bool:
    return one.last is None or other.first is None or other.first <= one.last + _DAY


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _intersect(one: Days, other: Days) -> Days:
    """The days in both, side by side in one pass."""
    found: list[Interval] = []
    i = k = 0
    while i < len(one) and k < len(other):
        both = one[i].intersect(other[k])
        if both is not None:
            found.append(both)
        if (one[i].last or date.max) < (other[k].last or date.max):
            i += 1
        else:
            k += 1
    return _union(found)


def _length(days: Days) -> int:
    """How many days are allowed; open ends count as endless."""
    return sum(count if (count := each.days()) is not None else 10**6 for each in days)
