"""Sanctions regimes of the Security Council against one state that never was under another."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import Draw, two, without
from tests.generated.words import named


def prepare(record: Record) -> Draw:
    targets = [code for row in record.regimes() for code in row.target.split("|")]
    rows = [row for row in record.regimes() if targets.count(row.target) == 1 and named((row.target,)) and row.firm]

    def draw(random: Random) -> Drawn | None:
        row, other = random.sample(rows, 2)
        spared = two(random, without(targets, ("SRB", "SUN")))
        blanks: dict[str, Value] = {
            "S": row.target, "O": other.target, "X": spared[0], "X2": spared[1],
            "D": row.first, "y": row.first.year, "oy": other.first.year, "wy": row.first.year - 5,
        }  # fmt: skip
        if row.last:
            blanks |= {"E": row.last, "e": row.last.year, "during": row.first.year + 1}
            when = row.last + timedelta(500)
        else:
            blanks |= {"S_now": row.target}
            when = date(2025, 6, random.randint(1, 28))
        if not other.last:
            blanks["O_now"] = other.target
        return Drawn(max(when, other.first + timedelta(100)), blanks)

    return draw
