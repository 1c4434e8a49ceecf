"""Blanks from a vote of the Security Council: who voted how, who had no vote, and what the vote was not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from random import Random

from mahdar.record.access import Record
from mahdar.record.rows import Decision
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import PERMANENT, published, two, without
from tests.generated.words import named

_LATER = (1, 2, 40, 400, 1500)


def tellable(rows: Iterable[Decision]) -> list[Decision]:
    """Votes by name on one state that has no vote itself, since the states of the Council took their present names."""
    return [
        row
        for row in rows
        if row.votes
        and len(row.topic_states) == 1
        and row.topic_states[0] not in row.votes
        and named((*row.votes, *row.topic_states))
        and row.date.year > 1993
        and row.tally
    ]


def drawn(record: Record, row: Decision, random: Random) -> Drawn:
    """All blanks that a vote fills.

    T topic; V who vetoed (W if alone); Y, Y2, Y3 in favour; A all who abstained, A1, A2 of them; E an elected member in
    favour; F a permanent member that cast no veto; N, N2 no members; D the day, DB days before, DW another day.
    """
    yes, abstained = _who(row, "yes", random), _who(row, "abstain", random)
    topic = row.topic_states[0]
    count, no, none = row.tally or (0, 0, 0)
    when = published(random, row.date, _LATER)
    outside = two(random, without(row.votes, (topic,), (term.state for term in record.council_members(when))))
    blanks: dict[str, Value] = {
        "T": topic, "Y": yes[0], "Y2": yes[1], "Y3": yes[2], "N": outside[0], "N2": outside[1],
        "D": row.date, "DB": row.date - timedelta(random.randint(8, 25)), "DW": row.date + timedelta(90),
        "DA": row.date + timedelta(random.randint(8, 25)),
        "yes": count, "no": no, "abst": none, "against": no + none,
        "wyes": count + 1 if count < 12 else count - 2, "wabst": none + 3,
    }  # fmt: skip
    blanks |= _sometimes(row, yes, abstained, random)
    return Drawn(when, blanks)


def _sometimes(row: Decision, yes: list[str], abstained: list[str], random: Random) -> dict[str, Value]:
    """The blanks that only some votes fill."""
    blanks: dict[str, Value] = {}
    if row.symbol:
        blanks["num"] = int(row.symbol.split("/")[2].split()[0])
    if row.vetoed_by:
        blanks |= {"V": row.vetoed_by, "V1": row.vetoed_by[0]}
        blanks["F"] = random.choice([code for code in PERMANENT if code not in row.vetoed_by])
    if len(row.vetoed_by) == 1:
        blanks["W"] = row.vetoed_by[0]
    against = [code for code, vote in row.votes.items() if vote == "no"]
    if row.vetoed_by and len(against) == len(row.vetoed_by):
        blanks["VO"] = row.vetoed_by
    if not row.vetoed_by and row.votes and not against:
        blanks["none"] = 0
    if elected := [code for code in yes[3:] if code not in PERMANENT]:
        blanks["E"] = elected[0]
    if abstained:
        blanks["A1"] = abstained[0]
        blanks |= {"A": tuple(abstained)} if len(abstained) <= 4 else {}
    if len(abstained) > 1:
        blanks["A2"] = tuple(abstained[:2])
    return blanks


def _who(row: Decision, choice: str, random: Random) -> list[str]:
    found = [code for code, vote in row.votes.items() if vote == choice]
    random.shuffle(found)
    return found
