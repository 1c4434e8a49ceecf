"""Two days of the year to which a dual behind them gives their side: يومي 4 مارس و9 أبريل المقبلين."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mahdar.edtf import Interval
from mahdar.language.times.framing import needs_year, turn_in
from mahdar.language.times.neighbours import LISTING
from mahdar.language.times.scan import Part, Scan
from mahdar.language.times.senses import Sense

_STEPS = {"next": 1, "last": -1}


def paired(scan: Scan, parts: list[Part]) -> list[Part]:
    """The parts, those of such a pair on the side that the word behind them tells."""
    if scan.language != "ar" or not scan.news:
        return parts
    found = list(parts)
    for k in range(len(parts) - 1):
        one, other = parts[k], parts[k + 1]
        turn = scan.word(other.j, "plural-direction")
        step = _STEPS.get(turn.value.value) if turn else None
        if turn and step and _are_days(scan, one, other) and _joined(scan, one, other):
            found[k] = replace(one, sense=_turning(one.sense, step))
            found[k + 1] = replace(other, sense=_turning(other.sense, step), j=turn.j)
    return found


def _are_days(scan: Scan, *parts: Part) -> bool:
    return all(part.sense.grain == "day" and needs_year(scan, part) for part in parts)


def _joined(scan: Scan, one: Part, other: Part) -> bool:
    middle = scan.forms[one.j : other.i]
    return (not middle and scan.form(other.i)[:1] == "و") or (len(middle) == 1 and middle[0] in LISTING)


def _turning(sense: Sense, step: int) -> Sense:
    """The nearest turn of a day of the year behind the day of publication (step 1) or before it (-1)."""

    def on(day: date) -> Interval | None:
        turns = (turn_in(sense, year) for year in (day.year, day.year + step))
        return next((turn for turn in turns if turn and turn.first and (turn.first - day).days * step > 0), None)

    return Sense(sense.grain, on)
