"""Which of several rows on one fact is preferred: the best rank that the rules of procedure do not rule out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

PREFERRED = "preferred"
OUTRANKED = "another source is preferred"
_ENLARGED = date(1966, 1, 1)


def fault(row: Mapping[str, Any]) -> str:
    """Why the rules of voting do not allow a row of council_decisions, empty if they do (Charter, Article 27).

    The numbers alone are looked at: votes against the size of the Council of that day, the majority that it needed, a
    vote against for every veto.
    """
    if row.get("yes") in (None, ""):
        return ""
    yes, no, abstain = (int(row[name] or 0) for name in ("yes", "no", "abstain"))
    size, need = (15, 9) if _day(row["date"]) >= _ENLARGED else (11, 7)
    casters = [state for state in (row.get("vetoed_by") or "").split("|") if state]
    if yes + no + abstain > size:
        return f"misprint: {yes + no + abstain} votes in a Council of {size}"
    if no < len(casters):
        return f"misprint: {len(casters)} vetoes but {no} votes against"
    if row["outcome"] == "adopted" and yes < need:
        return f"misprint: adopted with {yes} of {need} votes needed"
    if row["outcome"] == "not-adopted" and yes >= need and not casters:
        return f"misprint: not adopted with {yes} votes where {need} are enough"
    return ""


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat((value or "2004-01-01")[:10])
