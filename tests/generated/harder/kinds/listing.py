"""Entries of the Council's consolidated list of sanctions, by names that newspapers use."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value, Words
from tests.generated.harder.draws import Draw, two, without
from tests.generated.words import table_rows

_LISTED = Path(__file__).parents[2] / "listed.csv"


def prepare(record: Record) -> Draw:
    names = {row["reference"]: Words(row["en"], row["ar"]) for row in table_rows(_LISTED)}
    rows = [row for name in names if (row := record.listing(name)) and not row.removed]

    def draw(random: Random) -> Drawn | None:
        row, other = random.sample(rows, 2)
        outside = two(random, without(row.states))
        day = row.listed_on
        blanks: dict[str, Value] = {
            "P": names[row.reference], "P2": names[other.reference], "D": day, "y": day.year,
            "y2": other.listed_on.year, "wy": day.year - 4, "N": outside[0], "N2": outside[1],
        }  # fmt: skip
        return Drawn(date(2024, 9, 26), blanks)

    return draw
