"""Recommendations of the Universal Periodic Review: received, accepted, and the rest."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import Draw, two, without
from tests.generated.harder.kinds.review import TURNS
from tests.generated.words import codes


def prepare(record: Record) -> Draw:
    every = [row for code in codes() for row in record.recommendations(code)]
    counts: dict[tuple[str, int], set[int | None]] = defaultdict(set)
    for one in every:
        counts[one.state, one.cycle].add(one.received)
    rows = [
        row
        for row in every
        if row.firm and row.received and row.supported and row.received > row.supported > 10 and not row.pending
        and row.cycle in (1, 2) and len(counts[row.state, row.cycle]) == 1
    ]  # fmt: skip

    def draw(random: Random) -> Drawn | None:
        row = random.choice(rows)
        received, accepted = row.received or 0, row.supported or 0
        outside = two(random, without((row.state,)))
        turn = TURNS[row.cycle - 1]
        blanks: dict[str, Value] = {
            "S": row.state, "N": outside[0], "N2": outside[1], "n": received, "a": accepted,
            "ord": turn[0], "orda": turn[0], "orf": turn[1], "wa": accepted - 7, "wn": received + 23,
            "sent": random.randint(2, 9),
        }  # fmt: skip
        return Drawn(date(2019, 6, random.randint(1, 28)), blanks)

    return draw
