"""Every recorded vote of the General Assembly, with who voted how in few characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache

from mahdar.edtf import Interval
from mahdar.record.membership import Span, spans, throughout
from mahdar.record.symbols import resolution_symbol
from tools.record_facts.organisation import members
from tools.record_facts.roll_call_files import FiledCall, filed_calls
from tools.record_facts.shared import Cells, Table

# Voters that `un_members` does not have as members of their own: Zanzibar (see voters.csv).
NO_ROW = frozenset({"EAZ"})


def roll_calls() -> Table:
    calls = filed_calls()
    counts = Counter(_whole(call) for call in calls)
    return Table(
        "assembly_roll_calls",
        (
            "Every recorded vote of the General Assembly, sessions 1 to 75, amendments and paragraphs included.",
            "policy: `call` is Voeten's number of the roll call. The tally was recounted from the votes by member.",
            "  Who is listed under no column and was a member on every day of `date` voted yes. `absent`: took no",
            "  part, for whatever reason (absent, not voting, barred from voting). `voted_yes` lists only who joined",
            "  or left within `date` (it may be a month), and Zanzibar (EAZ), which un_members has under Tanzania.",
            "  `part`: amendment or paragraph as far as the file says so; empty is the whole text, or not said.",
            "  `symbol`: as in assembly_decisions; empty before the 21st session.",
            "  `date`: the day from the 58th session on, before it the month (the file has weekdays in the place of",
            "  days); four that the file gives wrongly are mended (tools/record_facts/roll_call_days.csv).",
            "  `stated` only where the day is known and the whole text stands alone under its symbol.",
            "  Members may correct their vote for the record: the official tally can differ by a vote or two.",
            "  The Soviet Union is SUN to 1991-12-23, Yugoslavia YUG to 2000-10-31, China's seat CHN throughout.",
            "source: UN voting records as compiled by Voeten, Strezhnev and Bailey.",
        ),
        ("1946-01-10/2021-03-03 complete recorded votes", "2021-03-04/2026-12-31 partial"),
        (
            *("call", "session", "symbol", "date", "part", "yes", "no", "abstain"),
            *("voted_no", "voted_abstain", "absent", "voted_yes", "source", "confidence"),
        ),
        [_row(call, alone=counts[_whole(call)] == 1) for call in sorted(calls, key=lambda c: (c.session, c.call))],
    )


def _whole(call: FiledCall) -> str:
    return "" if call.part else resolution_symbol(call.unres, call.session) or ""


def _row(call: FiledCall, *, alone: bool) -> Cells:
    row = {"call": str(call.call), "session": str(call.session), "date": call.date, "part": call.part}
    row |= {k: str(call.tally[k]) for k in ("yes", "no", "abstain")}
    sure = call.dated and alone and bool(_whole(call))
    row |= {"symbol": resolution_symbol(call.unres, call.session) or "", "source": "un-ga-votes"}
    return {**row, **_voters(call), "confidence": "stated" if sure else "known"}


def _voters(call: FiledCall) -> Cells:
    """The listed voters. Raises ValueError if one of them was no member on any day of the date."""
    when = Interval.parse(call.date)
    if when.first is None or when.last is None:
        raise ValueError(f"roll call {call.call} has no day: {call.date}")
    sat = throughout(_members(), when.first, when.last)
    strangers = set(call.votes) - _ever(when.first, when.last) - NO_ROW
    if strangers:
        raise ValueError(f"roll call {call.call} of {call.date}: no members then: {sorted(strangers)}")
    by_vote = {way: [s for s, vote in call.votes.items() if vote == way] for way in ("yes", "no", "abstain")}
    return {
        "voted_no": _cell(by_vote["no"]),
        "voted_abstain": _cell(by_vote["abstain"]),
        "absent": _cell(sat - set(call.votes)),
        "voted_yes": _cell(set(by_vote["yes"]) - sat),
    }


def _cell(states: Iterable[str]) -> str:
    return "|".join(sorted(states))


@cache
def _ever(first: date, last: date) -> frozenset[str]:
    """The states that were members on some day from `first` to `last`."""
    return frozenset(state for state, joined, left in _members() if joined <= last and first <= left)


@cache
def _members() -> tuple[Span, ...]:
    rows = members().rows
    return spans((r["state"], r["event"], date.fromisoformat(r["date"])) for r in rows if len(r["date"]) == 10)
