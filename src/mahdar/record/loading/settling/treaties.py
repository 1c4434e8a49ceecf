"""Treaty actions of loaded status pages that the package does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mahdar.record.loading.settling.base import LOADS, Cells, package_rows, since, told_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BINDING = frozenset({"ratification", "accession", "succession", "formal-confirmation", "acceptance", "consent"})
_ACTIONS = f"""
    SELECT a.*, l.source FROM told.treaty_actions a JOIN {LOADS} l USING (load)
    WHERE a.treaty IS NOT NULL AND a.state IS NOT NULL AND a.date > {since("treaty_actions")}
    ORDER BY l.rank, a.date, a.load, a.place"""


def actions(connection: DuckDBPyConnection) -> list[Cells] | None:
    """All rows of treaty_actions with those of loads; `None` where loads add nothing."""
    rows = package_rows(connection, "treaty_actions")
    known = {_key(row) for row in rows}
    added = []
    for told in told_rows(connection, _ACTIONS):
        if _key(told) not in known:
            known.add(_key(told))
            names = ("state", "treaty", "action", "date", "source")
            added.append({**{name: told[name] for name in names}, "confidence": "stated"})
    return sorted([*rows, *added], key=lambda r: (r["treaty"], r["state"], r["date"])) if added else None


def _key(row: Cells) -> tuple[str, str, str]:
    """A state binds itself to a treaty once, however the act is called."""
    return row["treaty"], row["state"], "consent" if row["action"] in _BINDING else row["action"]
