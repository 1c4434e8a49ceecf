"""The rows of the Council's decisions that a claim means, and one of them in words."""

from __future__ import annotations

from collections.abc import Sequence

from mahdar.checking import policy
from mahdar.checking.protocol import Case, Found
from mahdar.checking.tally import told
from mahdar.checking.themes import is_theme, with_theme
from mahdar.checking.topics import near
from mahdar.checking.wording import Pair
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Decision, ProceduralVote

TABLE = "council_decisions"
Vote = Decision | ProceduralVote


def decisions_meant(case: Case, record: Record, outcome: str | None = None) -> list[Decision]:
    """The Council's decisions on the topic at the time, in order of time."""
    at = policy.until(case)
    about = case.text("topic")
    if about is not None and is_theme(about):
        return with_theme(about, policy.known(case, record.decisions(None, at, outcome)))
    rows = policy.known(case, record.decisions(about, at, outcome))
    if not rows and near(about):
        rows = policy.known(case, record.decisions(near(about), at, outcome))
    if not rows and policy.day_level(case.at):
        rows = _open(case, record, at, outcome)
    if not rows and case.at is not None and policy.day_level(case.at) and not case.found.assumed:
        around = policy.wider(case.at)
        both = [*policy.known(case, record.decisions(about, around, outcome)), *_open(case, record, around, outcome)]
        rows = sorted(both, key=lambda row: row.date)
    return rows


def _open(case: Case, record: Record, when: Interval | None, outcome: str | None) -> list[Decision]:
    """Decisions whose title leaves open what they were on; one that the record files under another matter is none."""
    rows = policy.known(case, record.decisions(case.text("topic"), when, outcome, certain=False))
    return [row for row in rows if not row.topic_states or case.text("topic") is None]


def rows_meant(found: Found, record: Record) -> list[Decision]:
    symbol, about = found.args.get("symbol"), found.args.get("topic")
    if symbol:
        row = record.decision(str(symbol))
        return [row] if row else []
    if "topic" in found.weak:
        return []
    return list(record.decisions(str(about))) if about else []


def told_row(row: Vote, parts: Sequence[str] = ()) -> Pair:
    return told(row, row.name if isinstance(row, Decision) else row.meeting, row.date, parts)
