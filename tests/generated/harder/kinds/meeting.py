"""Meetings of the Security Council on one state, and days around which there was none."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from mahdar.edtf import Interval
from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import PERMANENT, Draw, published, two, without
from tests.generated.words import named


def prepare(record: Record) -> Draw:
    rows = [
        row
        for row in record.meetings()
        if len(row.topic_states) == 1 and named(row.topic_states) and row.firm and 1996 <= row.date.year <= 2021
        and not set(PERMANENT) & set(row.topic_states)
    ]  # fmt: skip

    def draw(random: Random) -> Drawn | None:
        row = random.choice(rows)
        topic = row.topic_states[0]
        members = [term.state for term in record.council_members(row.date)]
        outside = two(random, without(members, (topic,)))
        inside = [code for code in members if named((code,)) and code != topic]
        blanks: dict[str, Value] = {
            "T": topic, "N": outside[0], "N2": outside[1], "D": row.date, "Y": random.choice(inside),
            "DB": row.date - timedelta(random.randint(8, 25)), "DA": row.date + timedelta(random.randint(8, 25)),
        }  # fmt: skip
        if row.form == "closed":
            blanks["closed"] = topic
        away = row.date + timedelta(random.randint(30, 300))
        if away.year <= 2021 and not _met(record, topic, away, 6):
            blanks["DW"] = away
        if away.year <= 2021 and not _met(record, topic, away, 45):
            blanks["MW"] = away
        later = published(random, row.date, (1, 2, 40, 400))
        return Drawn(max(later, away + timedelta(60)) if {"DW", "MW"} & set(blanks) else later, blanks)

    return draw


def _met(record: Record, topic: str, when: date, days: int) -> bool:
    around = Interval(when - timedelta(days), when + timedelta(days))
    return bool(record.meetings(topic, around, certain=False))
