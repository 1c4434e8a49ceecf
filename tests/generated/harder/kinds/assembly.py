"""Recorded votes of the General Assembly."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import Draw, published, states_of
from tests.generated.words import named


def prepare(record: Record) -> Draw:
    that_day = Counter((row.date, state) for row in record.assembly() for state in states_of(row))
    rows = [
        row
        for row in record.assembly()
        if row.votes and row.tally and row.no and row.abstain and row.outcome == "adopted" and row.date
        and len(row.topic_states) == 1 and named(row.topic_states) and not record.rivals(row)
        and that_day[row.date, row.topic_states[0]] == 1 and not that_day[row.date, "*"]
    ]  # fmt: skip

    def draw(random: Random) -> Drawn | None:
        row = random.choice(rows)
        day, topic = row.date, row.topic_states[0]
        known = sorted((code, vote) for code, vote in row.votes.items() if named((code,)) and code != topic)
        random.shuffle(known)
        who = {choice: [code for code, vote in known if vote == choice] for choice in ("yes", "no", "abstain")}
        if not day or len(who["yes"]) < 3 or not who["no"] or not who["abstain"] or not row.tally:
            return None
        yes, no, none = row.tally
        blanks: dict[str, Value] = {
            "T": topic, "Y": who["yes"][0], "Y2": who["yes"][1], "Y3": who["yes"][2], "N": who["no"][0],
            "A": who["abstain"][0], "D": day, "DB": day - timedelta(random.randint(8, 25)),
            "yes": yes, "no": no, "abst": none, "wyes": yes - 21, "wno": no + 17,
        }  # fmt: skip
        blanks |= {
            f"{name}2": who[choice][1] for name, choice in (("N", "no"), ("A", "abstain")) if len(who[choice]) > 1
        }
        return Drawn(published(random, day, (1, 2, 40, 400)), blanks)

    return draw
