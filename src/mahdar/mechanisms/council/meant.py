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
from mahdar.mechanisms.council.subjects import by_own_text, on_topic
from mahdar.record.access import Record
from mahdar.record.rows import Decision, ProceduralVote

TABLE = "council_decisions"
Vote = Decision | ProceduralVote


def decisions_meant(case: Case, record: Record, outcome: str | None = None) -> list[Decision]:
    """The Council's decisions on the topic at the time, in order of time; where there are none on a single day those
    that leave open what they were on (see `subjects.on_topic`).
    """
    at = policy.until(case)
    about = case.text("topic")
    if about is not None and is_theme(about):
        return with_theme(about, policy.known(case, record.decisions(None, at, outcome)))
    rows = _on(case, record, about, at, outcome)
    if not rows and near(about):
        rows = _on(case, record, near(about), at, outcome)
    if not rows and policy.day_level(case.at):
        rows = _open(case, record, at, outcome)
    if not rows and case.at is not None and policy.day_level(case.at) and not case.found.assumed:
        around = policy.wider(case.at)
        rows = _on(case, record, about, around, outcome) or _open(case, record, around, outcome)
    return rows


def _on(case: Case, record: Record, about: str | None, when: Interval | None, outcome: str | None) -> list[Decision]:
    """The decisions that the record files under a topic or whose own texts are on it, in order of time."""
    filed = record.decisions(about, when, outcome)
    own = [row for row in by_own_text(record, about, when) if outcome in (None, row.outcome)] if about else []
    rows = {row.name: row for row in policy.known(case, [*filed, *own])}
    return sorted(rows.values(), key=lambda row: row.date)


def _open(case: Case, record: Record, when: Interval | None, outcome: str | None) -> list[Decision]:
    """Decisions whose title leaves open what they were on; one that the record files under another matter is none."""
    rows = policy.known(case, record.decisions(case.text("topic"), when, outcome, certain=False))
    return [row for row in rows if on_topic(row, case.text("topic")) is not False and not row.topic_states]


def rows_meant(found: Found, record: Record) -> list[Decision]:
    """The decisions that a claim names, by its symbol or by a topic that its own words give."""
    symbol, about = found.args.get("symbol"), found.args.get("topic")
    if symbol:
        row = record.decision(str(symbol))
        return [row] if row else []
    if "topic" in found.weak:
        return []
    return list(record.decisions(str(about))) if about else []


def told_row(row: Vote, parts: Sequence[str] = ()) -> Pair:
    return told(row, row.name if isinstance(row, Decision) else row.meeting, row.date, parts)
