"""Formal meetings of the Council after the package's last day, and their agenda."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mahdar.record.agenda import concern
from mahdar.record.loading.settling.base import LOADS, Cells, package_rows, shorten, since, told_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SYMBOL = re.compile(r"S/PV\.\d+")
_MEETINGS = f"""
    SELECT m.*, l.source FROM told.meetings m JOIN {LOADS} l USING (load)
    WHERE m.date IS NOT NULL AND m.symbol LIKE 'S/PV.%' AND CAST(m.date AS VARCHAR) > {since("council_meetings")}
    ORDER BY l.rank, m.date, m.load, m.place"""


def meetings(connection: DuckDBPyConnection) -> list[Cells] | None:
    """All rows of council_meetings with those of loads; `None` where loads add nothing."""
    added = _added(connection)
    if not added:
        return None
    items = {row["title"]: row["item"] for row in _items(connection, added)}
    own = package_rows(connection, "council_meetings")
    rows = [
        {
            "symbol": symbol,
            "date": told["date"],
            "item": items[shorten(told["topic"])],
            "form": told["form"],
            "source": told["source"],
            "confidence": "stated",
        }
        for symbol, told in added.items()
    ]
    return sorted([*own, *rows], key=lambda r: int(r["symbol"].removeprefix("S/PV.")))


def agenda_items(connection: DuckDBPyConnection) -> list[Cells] | None:
    """All rows of agenda_items with those of loaded meetings; `None` where loads add nothing."""
    added = _added(connection)
    return _items(connection, added) if added else None


def _added(connection: DuckDBPyConnection) -> dict[str, Cells]:
    """Symbol -> the first row that tells of a meeting which the package lacks."""
    own = {symbol for (symbol,) in connection.execute("SELECT symbol FROM main.council_meetings").fetchall()}
    found: dict[str, Cells] = {}
    for told in told_rows(connection, _MEETINGS):
        symbol = _SYMBOL.match(told["symbol"])
        if symbol and symbol.group() not in own:
            found.setdefault(symbol.group(), told)
    return found


def _items(connection: DuckDBPyConnection, added: dict[str, Cells]) -> list[Cells]:
    rows = package_rows(connection, "agenda_items")
    known = {row["title"] for row in rows}
    number = max((row["item"] for row in rows), default=0)
    for told in added.values():
        title = shorten(told["topic"])
        if title not in known:
            known.add(title)
            number += 1
            about = concern(title, told["date"].year)
            topics = {"topic_states": "|".join(about.states) or None, "maybe_states": "|".join(about.maybe) or None}
            rows.append({"item": number, "title": title, **topics})
    return rows
