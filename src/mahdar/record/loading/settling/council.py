"""Council decisions of loaded voting records beside those of the package."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from mahdar.record.agenda import concern
from mahdar.record.loading.settling.base import (
    LOADS,
    Cells,
    joined,
    package_rows,
    shorten,
    since,
    told_rows,
)
from mahdar.record.standing import OUTRANKED, PREFERRED, fault
from mahdar.record.symbols import draft_base, resolution_number

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

WITHOUT_NAMES = "another source has the votes by member"
_TALLY = ("yes", "no", "abstain")
_CALLS = f"""
    WITH cast_votes AS (
        SELECT v.load, v.series, v.call, count(*) AS voters, count(DISTINCT v.state) AS states,
            count(*) FILTER (v.vote = 'yes') AS yes, list(v.state) FILTER (v.vote = 'no') AS against,
            list(v.state) FILTER (v.vote = 'abstain') AS abstained,
            list(v.state) FILTER (v.vote <> 'absent') AS took_part
        FROM told.votes v JOIN {LOADS} l USING (load) GROUP BY ALL)
    SELECT c.*, l.source, l.rank, v.voters, v.states, v.yes AS voted_yes, v.against, v.abstained, v.took_part
    FROM told.calls c JOIN {LOADS} l USING (load) LEFT JOIN cast_votes v USING (load, series, call)
    WHERE c.body = 'council' AND c.date IS NOT NULL AND CAST(c.date AS VARCHAR) > {since("council_decisions")}
    ORDER BY l.rank, c.date, c.load, c.call"""


def decisions(connection: DuckDBPyConnection) -> list[Cells] | None:
    """All rows of council_decisions with those of loads; `None` where loads add nothing."""
    calls = told_rows(connection, _CALLS)
    if not calls:
        return None
    rows = package_rows(connection, "council_decisions")
    known = _Known(rows)
    sitting = _Sitting(connection)
    for call in calls:
        row = _row(call, sitting)
        if row is not None:
            known.take(row)
    return sorted(known.rows, key=lambda r: (r["date"] or date.max, resolution_number(r["symbol"]) or 9999))


class _Sitting:
    """Who sat on the Council on a day, by the package's table of terms."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._terms = connection.execute("SELECT state, first, last FROM main.council_terms").fetchall()
        self._days: dict[date, frozenset[str]] = {}

    def on(self, day: date) -> frozenset[str]:
        if day not in self._days:
            self._days[day] = frozenset(state for state, first, last in self._terms if first <= day <= last)
        return self._days[day]


def _row(call: Cells, sitting: _Sitting) -> Cells | None:
    """A call as a row of the table; `None` where the votes it gives cannot be those of that meeting."""
    about = concern(f"{call['title'] or ''} {call['agenda'] or ''}", call["date"].year)
    row: Cells = {
        **{name: call[name] for name in ("draft", "date", "meeting", "mode", "vetoed_by", "source", *_TALLY)},
        "symbol": _symbol(call),
        "outcome": call["outcome"] or ("adopted" if resolution_number(call["symbol"]) else None),
        "topic_states": "|".join(about.states) or None,
        "maybe_states": "|".join(about.maybe) or None,
        "title": shorten(call["agenda"] or call["title"]),
        "confidence": "stated",
        "votes": None,
        "voted_no": None,
        "voted_abstain": None,
        "absent": None,
    }
    if call["voters"] and not _name_votes(row, call, sitting.on(call["date"])):
        return None
    return row if row["outcome"] and not fault(row) else None


def _symbol(call: Cells) -> str | None:
    number = resolution_number(call["symbol"])
    return f"S/RES/{number} ({call['date'].year})" if number else None


def _name_votes(row: Cells, call: Cells, members: frozenset[str]) -> bool:
    """Who voted how, where every voter sat that day, none twice, and they add up to what is printed."""
    took_part = frozenset(call["took_part"] or ())
    if not took_part <= members or call["voters"] > call["states"] or len(took_part) < len(members) - 2:
        return False
    cast = {"yes": call["voted_yes"], "no": len(call["against"] or ()), "abstain": len(call["abstained"] or ())}
    if any(row[name] not in (None, count) for name, count in cast.items()):
        return False
    named = {"voted_no": call["against"], "voted_abstain": call["abstained"], "absent": sorted(members - took_part)}
    row |= {**cast, "votes": "full", "mode": row["mode"] or "vote", **{k: joined(v) for k, v in named.items()}}
    return True


class _Known:
    """The rows so far, found by what identifies a decision."""

    def __init__(self, rows: list[Cells]) -> None:
        self.rows = rows
        self._by_key: dict[str, list[Cells]] = defaultdict(list)
        for row in rows:
            self._by_key[_key(row)].append(row)

    def take(self, row: Cells) -> None:
        """Add a row: alone preferred; equal and with the votes by member preferred; else a rival."""
        others = self._by_key[_key(row)]
        best = next((other for other in others if other["standing"] == PREFERRED), None)
        if best is None:
            self._add(row, PREFERRED)
        elif not _same(row, best):
            self._add(row, OUTRANKED)
        elif row["votes"] == "full" and best["votes"] != "full":
            best["standing"] = WITHOUT_NAMES
            kept = {
                name: best[name] for name in ("topic_states", "maybe_states", "title", "draft", "meeting", "vetoed_by")
            }
            self._add({**row, **{name: value for name, value in kept.items() if value}}, PREFERRED)

    def _add(self, row: Cells, standing: str) -> None:
        row["standing"] = standing
        self.rows.append(row)
        self._by_key[_key(row)].append(row)


def _key(row: Cells) -> str:
    number = resolution_number(row["symbol"])
    if number:
        return f"S/RES/{number}"
    return f"{draft_base(row['draft']) or row['meeting']} {row['date']}"


def _same(row: Cells, other: Cells) -> bool:
    """Whether two rows tell the same of a decision, as far as both tell it."""
    names = (*_TALLY, "outcome", "date")
    return all(row[name] is None or other[name] is None or row[name] == other[name] for name in names)
