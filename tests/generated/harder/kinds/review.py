"""The Universal Periodic Review: one review of a state, beside that of another in the same cycle."""

from __future__ import annotations

from datetime import date
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value, Words
from tests.generated.harder.draws import Draw, published, two, without
from tests.generated.words import codes

TURNS = (
    (Words("first", "الأول"), Words("first", "الأولى")),
    (Words("second", "الثاني"), Words("second", "الثانية")),
    (Words("third", "الثالث"), Words("third", "الثالثة")),
    (Words("fourth", "الرابع"), Words("fourth", "الرابعة")),
)


def prepare(record: Record) -> Draw:
    every = [row for code in codes() for row in record.reviews(code)]
    dated = [row for row in every if row.held and row.day_known and row.when.first and row.cycle <= len(TURNS)]

    def draw(random: Random) -> Drawn | None:
        row = random.choice(dated)
        day = row.when.first or date.min
        others = [one for one in dated if one.cycle == row.cycle and one.when.first != day and one.state != row.state]
        other = random.choice(others)
        day2 = other.when.first or date.min
        outside = two(random, without((row.state, other.state)))
        turn = TURNS[row.cycle - 1]
        blanks: dict[str, Value] = {
            "S": row.state, "O": other.state, "N": outside[0], "N2": outside[1], "D": day, "OD": day2,
            "y": day.year, "oy": day2.year, "wy": day.year + 2, "ord": turn[0], "orda": turn[0], "orf": turn[1],
            "cycle": row.cycle,
        }  # fmt: skip
        if row.cycle > 1:
            blanks["last"] = TURNS[row.cycle - 2][0]
        if row.cycle < len(TURNS):
            blanks["next"] = TURNS[row.cycle][0]
        return Drawn(max(published(random, day, (1, 2, 40, 300)), day2), blanks)

    return draw
