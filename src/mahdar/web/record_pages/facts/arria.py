"""Arria-formula meetings: informal meetings of members of the Council, convened by one or several of them."""

from __future__ import annotations

from collections import Counter

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.rows import ArriaMeeting
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import SOURCE, Cells, sourced

COLUMNS = ("when", "title", "conveners", "co_hosts", "topic_states", "symbol", *SOURCE)


def meetings(
    record: Record, state: str | None = None, topic: str | None = None, when: Interval | None = None
) -> list[Cells]:
    """Meetings that a state convened or hosted with others, on a state, in a time; the newest first."""
    return [
        row
        for row in _all(record)
        if (state is None or state in row["conveners"] or state in row["co_hosts"])
        and (topic is None or topic in row["topic_states"])
        and (when is None or Interval.parse(row["when"]).overlaps(when))
    ]


def by_year(record: Record) -> dict[int, int]:
    """Year -> meetings that the record has, years without one included."""
    counts = Counter(int(row["when"][:4]) for row in _all(record))
    return {year: counts[year] for year in range(min(counts), max(counts) + 1)} if counts else {}


@once()
def _all(record: Record) -> list[Cells]:
    return sorted(map(_row, record.arria()), key=lambda row: str(row["when"]), reverse=True)


def _row(row: ArriaMeeting) -> Cells:
    return {
        "when": row.when.edtf(),
        "title": row.title,
        "conveners": list(row.conveners),
        "co_hosts": list(row.co_hosts),
        "topic_states": list(row.topic_states),
        "symbol": row.symbol,
        **sourced(row),
    }
