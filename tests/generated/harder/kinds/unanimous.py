"""Votes: a resolution of the Security Council that all fifteen supported."""

from __future__ import annotations

from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn
from tests.generated.harder.draws import Draw
from tests.generated.harder.kinds._ballots import drawn, tellable


def prepare(record: Record) -> Draw:
    rows = tellable(row for row in record.decisions(outcome="adopted") if row.yes == 15 and not record.rivals(row))

    def draw(random: Random) -> Drawn | None:
        return drawn(record, random.choice(rows), random)

    return draw
