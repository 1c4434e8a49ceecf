"""Rows of the package and of loads as cells, and which loaded rows count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mahdar.record.schema import columns

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Cells = dict[str, Any]
# Sources of a higher rank number are compilations of others: they are kept, audited and asked, but decide no claim.
WORST_RANK = 2
# Loads that count: the last of each publication, from a source that may decide a claim.
LOADS = f"""(SELECT l.load, l.source, s.rank FROM told.loads l JOIN main.sources s ON s.key = l.source
    WHERE l.replaced_by IS NULL AND s.rank <= {WORST_RANK})"""
_TITLE = 160


def package_rows(connection: DuckDBPyConnection, table: str) -> list[Cells]:
    """The rows of a table of the package, in their order."""
    names = tuple(columns(table))
    rows = connection.execute(f'SELECT * FROM main."{table}"').fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]


def told_rows(connection: DuckDBPyConnection, query: str) -> list[Cells]:
    """What a query gives, by name of column."""
    found = connection.execute(query)
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def since(table: str, column: str = "date") -> str:
    """SQL: the last day that the package has from a load's source (`l.source`), or the beginning of time."""
    own = f'SELECT max(CAST(m."{column}" AS VARCHAR)) FROM main."{table}" m WHERE m.source = l.source'
    return f"coalesce(({own}), '0001-01-01')"


def shorten(title: str | None, limit: int = _TITLE) -> str:
    """A title that fits a line; what is cut off ends in `…`."""
    text = title or ""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


def joined(states: Sequence[str] | None) -> str | None:
    return "|".join(sorted(states)) if states else None
