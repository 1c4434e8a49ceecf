"""So many units before or after now: three days ago, two weeks from now, the last two months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.scan import Scan
from mahdar.language.times.senses import Sense, Style

_MOST = {"day": 40_000, "week": 5_000, "month": 1_200, "quarter": 400, "year": 999, "decade": 50, "century": 9}
_YEARS = {"decade": 10, "century": 100}
_HALF_YEAR = 6  # months
SEVERAL = 3  # as assistants take "a few"
_FINE = ("day", "week", "month", "quarter", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Count:
    """Steps of units, added up: a year and three months are (year, 1) and (month, 3)."""

    steps: tuple[tuple[str, int], ...]

    def back(self, style: Style) -> Sense:
        return self._sense(-1, style)

    def on(self, style: Style) -> Sense:
        return self._sense(1, style)

    def after(self, day: date) -> date:
        """The same day so many units later."""
        for step, count in self.steps:
            day = units.step(step, day, count)
        return day

    def so_far_back(self, grain: str) -> Sense:
        """The day, week or month in which the same day lies so many units before."""

        def on(day: date) -> Interval:
            for step, count in self.steps:
                day = units.step(step, day, -count)
            return units.around(grain, day)

        return Sense(grain, on)

    def to_the_day(self) -> Sense:
        """So many units from today, to the day."""
        return Sense("day", lambda day: Interval.day(self.after(day)))

    def _sense(self, sign: int, style: Style) -> Sense:
        """News gives the whole unit; assistants count to a day, and to a month where the unit is a year."""
        finest = min((grain for grain, _ in self.steps), key=_FINE.index)
        grain = finest if style == "news" else "month" if finest == "year" else "day"

        def on(day: date) -> Interval:
            for step, count in self.steps:
                day = units.step(step, day, sign * count)
            return units.around(grain, day)

        return Sense(grain, on)


def counted(scan: Scan, i: int) -> tuple[int, Count] | None:
    """``عام``, ``شهرين``, ``ثلاثة أيام``, ``سنتين وثلاثة أشهر`` at token i: where they end, and how much that is."""
    found = _one(scan, i) or _half_years(scan, i)
    if found is None:
        return None
    j, steps = found[0], [found[1]]
    while len(steps) < len(_FINE):
        more = _one(scan, j + (scan.form(j) in ("و", "and", ","))) if _adds(scan, j) else None
        if more is None:
            break
        j, steps = more[0], [*steps, more[1]]
    half = _half(scan, j, steps[-1][0])
    if half:
        j, steps = half, [*steps, ("month", _HALF_YEAR)]
    return j, Count(tuple(_in_years(grain, count) for grain, count in steps))


def _half_years(scan: Scan, i: int) -> tuple[int, tuple[str, int]] | None:
    """Two and a half years."""
    halves = scan.halves(i)
    found = _many(scan, halves[0], halves[1]) if halves else None
    return (found[0], ("month", _HALF_YEAR * found[1][1])) if found and found[1][0] == "year" else None


def _half(scan: Scan, j: int, grain: str) -> int | None:
    """Where the half behind years ends: عام ونصف العام, a year and a half; None where there is none."""
    if grain != "year":
        return None
    if scan.language == "en":
        return j + 3 if scan.forms[j : j + 3] == ["and", "a", "half"] else None
    if scan.form(j) != "ونصف":
        return None
    whole = next((h for h in scan.hits(j + 1) if h.value.kind == "unit" and h.value.grain == "year"), None)
    return whole.j if whole else j + 1


def _in_years(grain: str, count: int) -> tuple[str, int]:
    """A decade ago is the year ten years ago."""
    return ("year", _YEARS[grain] * count) if grain in _YEARS else (grain, count)


def _adds(scan: Scan, j: int) -> bool:
    return scan.form(j) == "and" or scan.form(j)[:1] == "و"


def _one(scan: Scan, i: int) -> tuple[int, tuple[str, int]] | None:
    number = scan.integer(i)
    if number:
        return None if scan.ordinal(i) else _many(scan, number[0], number[1])
    several = None if scan.news else scan.word(i, "several")
    if several:
        return _many(scan, several.j, SEVERAL)
    hit = next((h for h in scan.hits(i) if h.value.kind == "unit" and h.value.count in ("1", "2")), None)
    if hit is None or hit.value.grain not in _MOST or "ال" in hit.proclitics or hit.proclitics not in ("", "و"):
        return None
    if scan.starts_number(hit.j) and not scan.number_skip(hit.j) and not scan.word(hit.j, "unit"):
        one = scan.integer(hit.j)
        return (one[0], (hit.value.grain, 1)) if one and one[1] == 1 else None
    return hit.j, (hit.value.grain, int(hit.value.count))


def _many(scan: Scan, j: int, count: int) -> tuple[int, tuple[str, int]] | None:
    hit = next((h for h in scan.hits(j) if h.value.kind == "unit" and h.proclitics == ""), None)
    if hit is None or count > _MOST.get(hit.value.grain, 0):
        return None
    return hit.j, (hit.value.grain, count)


def span_of_turns(grain: str, count: int, direction: str) -> Sense:
    """The last or next so many whole units beside the running one."""
    sign = -1 if direction == "last" else 1

    def on(day: date) -> Interval | None:
        near, far = units.unit(grain, day, sign), units.unit(grain, day, sign * max(1, count))
        return Interval.span(far, near) if sign < 0 else Interval.span(near, far)

    return Sense(grain, on)
