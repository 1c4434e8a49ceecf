"""Membership of the United Nations: the day on which a state was admitted."""

from __future__ import annotations

from datetime import date
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import Draw
from tests.generated.words import codes


def prepare(record: Record) -> Draw:
    days: dict[str, date] = {}
    for code in codes():
        events = [e for e in record.member_events(code) if e.event == "admission" and e.when.first]
        if len(events) == 1 and events[0].when.first == events[0].when.last and events[0].when.first:
            days[code] = events[0].when.first

    def draw(random: Random) -> Drawn | None:
        state = random.choice(list(days))
        day = days[state]
        later = random.choice([code for code, when in days.items() if when.year != day.year])
        same = [code for code, when in days.items() if when == day and code != state]
        blanks: dict[str, Value] = {
            "S": state, "D": day, "y": day.year, "S2": later, "D2": days[later], "y2": days[later].year,
            "wy": day.year + random.choice((3, 7, 11)) if day.year < 2005 else day.year - 9,
            "first": day.year - random.randint(1, 3),
        }  # fmt: skip
        return Drawn(date(2024, 5, random.randint(1, 28)), blanks | ({"O": random.choice(same)} if same else {}))

    return draw
