"""Times that stand side by side and tell each other what they leave out: a year, a turn, which of two days is first."""

from __future__ import annotations

from dataclasses import replace

from mahdar.edtf import Interval
from mahdar.language.times import units
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Choice, Sense, guarded, turning, weekdays
from mahdar.language.times.spans import following, preceding
from mahdar.language.tokens import COMMAS

LISTING = frozenset(("and", "or", "&", "و", "او", ",", "،"))
_TURNS: dict[str, Choice] = {"next": "next", "last": "last"}


def neighbours(scan: Scan, parts: list[Part]) -> list[Part]:
    """Wednesday and Thursday, الخميس أو الجمعة follow one another; January and March 2022 are of one year."""
    found = list(parts)
    for k in range(len(found) - 2, -1, -1):
        one, other = found[k], found[k + 1]
        if _shares_year(scan, one, other):
            found[k] = replace(one, sense=_in_its_year(one.sense, other.sense))
        if one.weekday is None or other.weekday is None or one.choice:
            continue
        if scan.language == "ar" and (both := _turned(scan, one, other)):
            found[k], found[k + 1] = both
        if found[k + 1].choice or not _listed(scan, one, other):
            continue
        if scan.ahead(one.i, one.j):
            found[k + 1] = replace(other, sense=following(one.sense, other.weekday))
        else:
            found[k] = replace(one, sense=preceding(other.sense, one.weekday))
    return found


def _turned(scan: Scan, one: Part, other: Part) -> tuple[Part, Part] | None:
    """Both weekdays where the second says which: بين الخميس والسبت المقبلين, الاثنين أو الثلاثاء المقبل."""
    if one.weekday is None or other.weekday is None or other.i - one.j > 1:
        return None
    if other.choice:
        joined = _listed(scan, one, other) and scan.form(one.j) not in COMMAS
        return (replace(one, sense=preceding(other.sense, one.weekday)), other) if joined else None
    turn = scan.word(other.j, "plural-direction")
    choice = _TURNS.get(turn.value.value) if turn else None
    if turn is None or choice is None:
        return None
    first = turning("day", weekdays(one.weekday if choice == "next" else other.weekday), choice)
    ends = (first, following(first, other.weekday)) if choice == "next" else (preceding(first, one.weekday), first)
    return replace(one, sense=ends[0], choice=choice), replace(other, sense=ends[1], choice=choice, j=turn.j)


def _shares_year(scan: Scan, one: Part, other: Part) -> bool:
    """Whether the year of the second is that of the first too: January and March 2022, 29 April and 2 May 2023."""
    if (
        one.kind != other.kind
        or one.kind not in ("month", "day")
        or says_year(scan, one)
        or not _listed(scan, one, other)
    ):
        return False
    if one.kind == "month":
        return other.sense.fixed or says_year(scan, other)
    named = any(scan.word(k, "month", "hijri") for k in range(one.i, one.j))
    return named and other.sense.fixed and scan.form(one.j) not in COMMAS


def _listed(scan: Scan, one: Part, other: Part) -> bool:
    middle = scan.forms[one.j : other.i]
    return (not middle and scan.form(other.i)[:1] == "و") or (len(middle) == 1 and middle[0] in LISTING)


def _in_its_year(sense: Sense, dated: Sense) -> Sense:
    seen = guarded(sense.on)

    def on(month: Interval) -> Interval | None:
        found = seen(month.last) if month.last else None
        late = found and found.first and month.last and found.first > month.last
        return seen(units.step("year", month.last, -1)) if late and month.last else found

    return dated.then(on)


def says_year(scan: Scan, part: Part) -> bool:
    """Whether a part says its year or which of the days or months it is."""
    hits = (hit.value for k in range(part.i, part.j) for hit in scan.hits(k))
    return part.sense.fixed or any(w.kind == "direction" or (w.kind == "unit" and w.grain == "year") for w in hits)
