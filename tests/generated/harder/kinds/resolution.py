"""Resolutions of the Security Council by number, subject and day."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import Draw, published, two, without
from tests.generated.words import named


def prepare(record: Record) -> Draw:
    rows = [
        row
        for row in record.decisions(outcome="adopted")
        if len(row.topic_states) == 1 and named(row.topic_states) and row.symbol and row.date.year > 1991 and row.firm
    ]

    def draw(random: Random) -> Drawn | None:
        row = random.choice(rows)
        topic = row.topic_states[0]
        other, third = two(random, without((topic,)))
        blanks: dict[str, Value] = {
            "T": topic, "N": other, "N2": third, "num": int(row.symbol.split("/")[2].split()[0]),
            "D": row.date, "y": row.date.year, "yz": row.date.year + 1, "wy": row.date.year - 2,
            "DW": row.date + timedelta(random.choice((-90, 90))),
            "DB": row.date - timedelta(random.randint(8, 25)), "DA": row.date + timedelta(random.randint(8, 25)),
        }  # fmt: skip
        return Drawn(published(random, row.date, (400, 3700)), blanks)

    return draw
