"""The presidency of the Security Council: one month with the month before and the month behind it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import PERMANENT, Draw, two, without
from tests.generated.words import named


def prepare(record: Record) -> Draw:
    months = [date(year, month, 1) for year in range(1992, 2026) for month in range(1, 13)]
    held = {when: row.state for when in months if (row := record.presidency(f"{when:%Y-%m}")) and row.firm}

    def draw(random: Random) -> Drawn | None:
        when = random.choice(months[1:-1])
        before, behind = (when - timedelta(1)).replace(day=1), (when + timedelta(32)).replace(day=1)
        three = tuple(held.get(month, "") for month in (before, when, behind))
        if not all(three) or not named(three) or three[0] == three[1] or three[1] == three[2]:
            return None
        members = {term.state for term in record.council_members(when)} - set(three)
        outside = two(random, without(members, three, PERMANENT))
        blanks: dict[str, Value] = {
            "S": three[1], "PV": three[0], "NX": three[2], "M": when, "MP": before, "MN": behind,
            "y": when.year, "X": outside[0], "X2": outside[1], "D": when + timedelta(random.randint(2, 20)),
            "WS": random.choice([code for code in sorted(members) if named((code,))] or [three[0]]),
        }  # fmt: skip
        return Drawn(when + timedelta(random.choice((3, 12, 25))), blanks)

    return draw
