"""Vetoes: one vetoed draft, the only one on its subject that day."""

from __future__ import annotations

from collections import Counter
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn
from tests.generated.harder.draws import Draw, states_of
from tests.generated.harder.kinds._ballots import drawn, tellable


def prepare(record: Record) -> Draw:
    that_day = Counter((row.date, state) for row in record.decisions() for state in states_of(row))
    single = [row for row in record.vetoes() if all(that_day[row.date, state] == 1 for state in states_of(row))]
    single = [row for row in single if row.firm and not record.rivals(row)]
    vetoed = tellable(row for row in single if that_day[row.date, "*"] <= ("*" in states_of(row)))

    def draw(random: Random) -> Drawn | None:
        return drawn(record, random.choice(vetoed), random)

    return draw
