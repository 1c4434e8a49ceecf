"""Recorded votes of the General Assembly from loaded voting records beside those of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.record.agenda import concern
from mahdar.record.loading.settling.base import LOADS, Cells, joined, package_rows, shorten, since, told_rows
from mahdar.record.standing import OUTRANKED, PREFERRED
from mahdar.record.symbols import normal

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TALLY = ("yes", "no", "abstain")
# `A/RES/77/226` however its blanks stand.
_BARE = "upper(replace({}.symbol, ' ', ''))"
# Calls that the package does not have with the same tally, and who did not vote yes in them.
_CALLS = f"""
    WITH own AS (SELECT {_BARE.format("d")} AS bare, d.yes, d.no, d.abstain
            FROM main.assembly_decisions d WHERE d.standing = '{PREFERRED}'),
        wanted AS (SELECT c.*, l.source, l.rank FROM told.calls c JOIN {LOADS} l USING (load)
            WHERE c.body = 'assembly' AND c.symbol IS NOT NULL AND c.date IS NOT NULL AND coalesce(c.part, '') = ''
                AND CAST(c.date AS VARCHAR) > {since("assembly_decisions")}
                AND ({_BARE.format("c")}, coalesce(c.yes, -1), coalesce(c.no, -1), coalesce(c.abstain, -1))
                    NOT IN (SELECT (bare, yes, no, abstain) FROM own
                    WHERE yes IS NOT NULL AND no IS NOT NULL AND abstain IS NOT NULL)),
        cast_votes AS (SELECT v.load, v.series, v.call, list(v.state) FILTER (v.vote = 'no') AS against,
                list(v.state) FILTER (v.vote = 'abstain') AS abstained
            FROM told.votes v SEMI JOIN wanted USING (load, series, call)
            WHERE v.vote IN ('no', 'abstain') GROUP BY ALL)
    SELECT w.*, v.against, v.abstained FROM wanted w LEFT JOIN cast_votes v USING (load, series, call)
    ORDER BY w.rank, w.date, w.load, w.call"""


def decisions(connection: DuckDBPyConnection) -> list[Cells] | None:
    """All rows of assembly_decisions with those of loads; `None` where loads add nothing."""
    calls = told_rows(connection, _CALLS)
    if not calls:
        return None
    rows = package_rows(connection, "assembly_decisions")
    best = {normal(row["symbol"]): row for row in rows if row["symbol"] and row["standing"] == PREFERRED}
    for call in calls:
        row = _row(call)
        own = best.setdefault(normal(row["symbol"]), row)
        if own is row:
            row["standing"] = PREFERRED
        elif not _same(row, own):
            _rank(row, own, call["rank"])
        else:
            continue
        rows.append(row)
    return sorted(rows, key=lambda r: (r["date"] or "", r["symbol"] or ""))


def _row(call: Cells) -> Cells:
    about = concern(call["title"] or "", call["date"].year)
    return {
        "symbol": call["symbol"],
        "date": call["date"].isoformat(),
        "title": shorten(call["title"]),
        "outcome": call["outcome"] or "adopted",
        "mode": call["mode"] or "vote",
        **{name: call[name] for name in _TALLY},
        "counted": "official",
        "votes": "part" if call["against"] or call["abstained"] else None,
        "voted_no": joined(call["against"]),
        "voted_abstain": joined(call["abstained"]),
        "topic_states": "|".join(about.states) or None,
        "maybe_states": None if about.states else "|".join(about.maybe) or None,
        "source": call["source"],
        "confidence": "stated",
    }


def _rank(row: Cells, own: Cells, rank: int) -> None:
    """An official tally goes before one recounted from compilations; else the package's row stays."""
    if rank == 1 and own["counted"] == "roll-call":
        row["standing"], own["standing"] = PREFERRED, OUTRANKED
        row["topic_states"], row["maybe_states"] = own["topic_states"], own["maybe_states"]
    else:
        row["standing"] = OUTRANKED


def _same(row: Cells, other: Cells) -> bool:
    return all(row[name] is None or other[name] is None or row[name] == other[name] for name in _TALLY)
