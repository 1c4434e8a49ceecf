"""Resolutions of the Human Rights Council that name a state."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value, Words
from tests.generated.harder.draws import Draw, published, two, without
from tests.generated.words import named


def prepare(record: Record) -> Draw:
    rows = [
        row
        for row in record.hrc_decisions()
        if row.firm and row.outcome == "adopted" and row.when and row.when.first == row.when.last
        and row.symbol.startswith("A/HRC/RES/") and "S-" not in row.symbol
        and len(row.topic_states) == 1 and named(row.topic_states)
    ]  # fmt: skip

    def draw(random: Random) -> Drawn | None:
        row = random.choice(rows)
        day = (row.when and row.when.first) or date.min
        number = row.symbol.removeprefix("A/HRC/RES/")
        outside = two(random, without(row.topic_states))
        blanks: dict[str, Value] = {
            "T": row.topic_states[0], "num": Words(number, number), "D": day, "y": day.year,
            "N": outside[0], "N2": outside[1], "DB": day - timedelta(random.randint(8, 25)),
            "DW": day + timedelta(random.choice((-100, 100))), "wy": day.year + 2,
        }  # fmt: skip
        return Drawn(published(random, day, (120, 400, 1200)), blanks)

    return draw
