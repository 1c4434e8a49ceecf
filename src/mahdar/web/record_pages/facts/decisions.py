"""Decisions of the Security Council and the General Assembly as rows of lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import AssemblyDecision, Decision
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import SOURCE, Cells, sourced

BODIES = ("council", "assembly")
OUTCOMES = ("adopted", "amendment-adopted", "vetoed", "not-adopted")
WAYS = ("yes", "no", "abstain", "absent")
COLUMNS = (
    *("date", "symbol", "draft", "meeting", "outcome", "mode", "yes", "no", "abstain", "vetoed_by", "topic_states"),
    *("title", *SOURCE),
)


@dataclass(frozen=True, slots=True)
class Sought:
    """Which decisions: of a body, with an outcome, on a state, in a time; `state` voted `way` (or any way)."""

    body: str = "council"
    outcome: str | None = None
    topic: str | None = None
    when: Interval | None = None
    state: str | None = None
    way: str | None = None
    words: str = ""


def decisions(record: Record, sought: Sought) -> list[Cells]:
    """The decisions that were sought, the newest first; rows that another source outranks are left out."""
    return [row for row in _all(record, sought.body) if _fits(row, sought)]


def council_row(row: Decision) -> Cells:
    """A decision of the Council. `votes` are those that are known."""
    return {**_row(row), "draft": row.draft, "meeting": row.meeting, "vetoed_by": list(row.vetoed_by),
            "when": row.date.isoformat()}  # fmt: skip


def assembly_row(row: AssemblyDecision) -> Cells:
    """A resolution of the Assembly, with fields as those of the Council."""
    return {**_row(row), "draft": "", "meeting": "", "vetoed_by": [], "when": row.when.edtf()}


def _row(row: Decision | AssemblyDecision) -> Cells:
    return {
        "body": "council" if isinstance(row, Decision) else "assembly",
        "symbol": row.name if isinstance(row, Decision) else row.symbol,
        "date": row.date.isoformat() if row.date else row.when.edtf() if isinstance(row, AssemblyDecision) else "",
        "title": row.title,
        "outcome": row.outcome,
        "mode": row.mode,
        "yes": row.yes,
        "no": row.no,
        "abstain": row.abstain,
        "topic_states": list(row.topic_states),
        "_row": row,
        **sourced(row),
    }


@once()
def _all(record: Record, body: str) -> list[Cells]:
    found: Iterator[Cells]
    if body == "assembly":
        found = (assembly_row(row) for row in record.assembly())
    else:
        found = (council_row(row) for row in record.decisions())
    return sorted(found, key=lambda row: (row["date"], row["symbol"]), reverse=True)


def _fits(row: Cells, sought: Sought) -> bool:
    decision = row["_row"]
    if sought.outcome and row["outcome"] != sought.outcome:
        return False
    if sought.topic and sought.topic not in row["topic_states"]:
        return False
    if sought.when and not _within(decision, sought.when):
        return False
    if sought.words and sought.words.casefold() not in f"{row['symbol']} {row['draft']} {row['title']}".casefold():
        return False
    return not sought.state or _voted(decision, sought.state, sought.way)


def _within(row: Decision | AssemblyDecision, when: Interval) -> bool:
    days = Interval.day(row.date) if isinstance(row, Decision) else row.when
    return days.overlaps(when)


def _voted(row: Decision | AssemblyDecision, state: str, way: str | None) -> bool:
    vote = row.votes.get(state)
    return vote == way if way else vote is not None
