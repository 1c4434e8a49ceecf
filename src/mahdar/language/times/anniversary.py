"""The day or month of publication in another year: في مثل هذا اليوم من العام الماضي, on this day in 2011."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense, guarded

_LIKE, _THIS, _FROM = frozenset(("مثل", "كمثل")), "هذا", "من"
_GRAINS = {"اليوم": "day", "الشهر": "month"}
_ON, _LINKS = frozenset(("on", ".", "\n", "")), frozenset(("in", "of"))


def anniversary(scan: Scan, part: Part) -> Part:
    """The part, or where it is a year behind "on this day", the day in that year; none for a day that it lacks."""
    if part.sense.grain != "year" or part.kind not in ("year", "ago") or part.away:
        return part
    found = _arabic(scan, part.i) if scan.language == "ar" else _english(scan, part.i)
    if found is None:
        return part
    year = guarded(part.sense.on)

    def on(day: date) -> Interval | None:
        whole = year(day)
        if whole is None or whole.first is None:
            return None
        there = whole.first.year
        return Interval.day(day.replace(year=there)) if found[1] == "day" else Interval.month(there, day.month)

    return replace(part, i=found[0], sense=Sense(found[1], on), kind=found[1], skip=0)


def _arabic(scan: Scan, i: int) -> tuple[int, str] | None:
    grain = _GRAINS.get(scan.form(i - 2))
    told = grain and scan.form(i - 1) == _FROM and scan.form(i - 3) == _THIS and scan.form(i - 4) in _LIKE
    return (i - 4, grain) if grain and told else None


def _english(scan: Scan, i: int) -> tuple[int, str] | None:
    k = i - 2 - (scan.form(i - 1) in _LINKS)
    return (k, "day") if scan.forms[k : k + 2] == ["this", "day"] and scan.form(k - 1) in _ON else None
