"""What the Council's decisions are on: the states that their agenda items name, and for some those of which
`tables/subjects.csv` knows by their own texts.
"""

from __future__ import annotations

from functools import cache, lru_cache

from mahdar.checking.concern import on_subject
from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import Decision, ProceduralVote
from mahdar.tables import read_rows, values


@cache
def _told() -> dict[str, tuple[str, ...]]:
    rows = read_rows("mahdar.mechanisms.council", "subjects.csv")
    return {row["symbol"]: values(row["states"]) for row in rows}


def on_topic(row: Decision | ProceduralVote, about: str | None) -> bool | None:
    """Whether a decision bears the subject out; None where its agenda item leaves it open. What is known of its own
    text may bear a subject out, and contradicts none.
    """
    if isinstance(row, Decision) and about in _told().get(row.symbol or row.draft, ()):
        return True
    title = row.title if isinstance(row, Decision) else row.matter
    return on_subject(about, title, row.topic_states, row.maybe_states)


def by_own_text(record: Record, about: str | None, when: Interval | None) -> list[Decision]:
    """The resolutions of a time that only their own texts show to be on a state."""
    return [row for row in _by_state(record, about) if when is None or when.contains(row.date)]


@lru_cache(maxsize=512)
def _by_state(record: Record, about: str | None) -> tuple[Decision, ...]:
    rows = (record.decision(symbol) for symbol, states in _told().items() if about in states)
    return tuple(row for row in rows if row is not None)
