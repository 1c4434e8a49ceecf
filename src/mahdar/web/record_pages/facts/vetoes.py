"""Vetoes: drafts that fell by the vote of a permanent member, and how many by whom in which year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mahdar.edtf import Interval
from mahdar.mechanisms.council.rules import CONTINUED
from mahdar.record.access import Record
from mahdar.web.record_pages.facts.decisions import council_row
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import Cells

SEATS = ("CHN", "FRA", "GBR", "RUS", "USA")
_HEIRS = {former: heir for heir, former in CONTINUED.items()}


def vetoes(
    record: Record, by: str | None = None, topic: str | None = None, when: Interval | None = None
) -> list[Cells]:
    """Vetoed drafts, the newest first; `by` a member: RUS takes in what the Soviet Union vetoed, in the same seat."""
    return [
        row
        for row in _all(record)
        if (by is None or by in row["vetoed_by"] or by in row["seats"])
        and (topic is None or topic in row["topic_states"])
        and (when is None or Interval.parse(row["date"]).overlaps(when))
    ]


def by_year(record: Record) -> dict[int, dict[str, int]]:
    """Year -> permanent seat -> vetoes, from the first year to the last; a draft that two vetoed counts for both."""
    counts = Counter((int(row["date"][:4]), seat) for row in _all(record) for seat in row["seats"])
    years = [year for year, _ in counts] or [1946]
    return {year: {seat: counts[year, seat] for seat in SEATS} for year in range(min(years), max(years) + 1)}


def totals(rows: Sequence[Cells]) -> dict[str, int]:
    """Permanent seat -> vetoes in some rows."""
    counts = Counter(seat for row in rows for seat in row["seats"])
    return {seat: counts[seat] for seat in SEATS}


@once()
def _all(record: Record) -> list[Cells]:
    rows = [council_row(row) for row in record.vetoes()]
    for row in rows:
        row["seats"] = [_HEIRS.get(code, code) for code in row["vetoed_by"]]
    return sorted(rows, key=lambda row: (row["date"], row["symbol"]), reverse=True)
