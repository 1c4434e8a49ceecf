"""The Universal Periodic Review: every state's turns, and what it was recommended and accepted, cycle by cycle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mahdar.record.access import Record
from mahdar.record.rows import Recommendations, Review
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import SOURCE, Cells, sourced
from mahdar.web.record_pages.facts.states import codes

COLUMNS = ("state", "name_en", "name_ar", "cycle", "session", "when", "status", "symbol", "received", "supported",
           "partly", "noted", "pending", "stage", "counting", *SOURCE)  # fmt: skip
ANSWERS = ("supported", "partly", "noted", "pending")
Counting = tuple[str, str]


def reviews(
    record: Record, state: str | None = None, cycle: int | None = None, session: int | None = None, held: bool = False
) -> list[Cells]:
    """Turns, the newest first, each with one count of its recommendations where there is one."""
    return [
        row
        for row in _all(record)
        if (state is None or row["state"] == state)
        and (cycle is None or row["cycle"] == cycle)
        and (session is None or row["session"] == session)
        and (not held or row["status"] == "reviewed")
    ]


@once()
def countings(record: Record) -> dict[Counting, dict[int, dict[str, int]]]:
    """(stage, counting) -> cycle -> answers, of all states that were counted so. Different ways are never added up.

    Each has `states`, how many states are in it, and `received`; answers that a publication does not give are left out.
    """
    found: dict[Counting, dict[int, dict[str, int]]] = {}
    for code in codes(record):
        for row in record.recommendations(code):
            cell = found.setdefault((row.stage, row.counting), {}).setdefault(row.cycle, {"states": 0})
            cell["states"] += 1
            for name in ("received", *ANSWERS):
                if (number := getattr(row, name)) is not None:
                    cell[name] = cell.get(name, 0) + number
    return dict(sorted(found.items(), key=lambda item: -sum(c["states"] for c in item[1].values())))


@once()
def _all(record: Record) -> list[Cells]:
    rows = [
        _row(row, record.recommendations(code, row.cycle)) for code in codes(record) for row in record.reviews(code)
    ]
    return sorted(rows, key=lambda row: (row["when"], row["state"]), reverse=True)


def _row(row: Review, counts: Iterable[Recommendations]) -> Cells:
    from mahdar.checking.wording import state_name

    name = state_name(row.state)
    return {
        "state": row.state,
        "name_en": name.en,
        "name_ar": name.ar,
        "cycle": row.cycle,
        "session": row.session,
        "when": row.when.edtf(),
        "day_known": row.day_known,
        "status": row.status,
        "symbol": row.symbol,
        **_count([c for c in counts if c.session == row.session and row.held]),
        **sourced(row),
    }


def _count(found: list[Recommendations]) -> dict[str, Any]:
    """The count that says most; others of the same turn stand on the state's page."""
    names = ("received", *ANSWERS)
    if not found:
        return {**dict.fromkeys(names), "stage": "", "counting": "", "counts": 0}
    best = max(found, key=lambda row: (row.supported is not None, row.source.rank == 1, row.received is not None))
    return {**{name: getattr(best, name) for name in names}, "stage": best.stage, "counting": best.counting,
            "counts": len(found)}  # fmt: skip
