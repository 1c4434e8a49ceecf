"""The tables by which claims are checked, from the package's facts and all that was loaded.

A table of schema `view` holds the package's rows and what loaded publications add: facts that the package lacks, and
rivals, rows on a fact that it has which say something else. The package's own reading of a source goes before a raw
copy of that source: rows of it count only after the last day that the package has from it. Each added row has its
standing: `preferred`, or why another row is preferred to it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mahdar.record.loading.settling import assembly, council, meetings, treaties
from mahdar.record.loading.settling.base import Cells
from mahdar.record.schema import columns

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Table of `main` -> what gives all its rows, those of loads included, `None` where loads add none.
_TABLES: dict[str, Callable[[DuckDBPyConnection], list[Cells] | None]] = {
    "agenda_items": meetings.agenda_items,
    "council_meetings": meetings.meetings,
    "council_decisions": council.decisions,
    "assembly_decisions": assembly.decisions,
    "treaty_actions": treaties.actions,
}


def settle(connection: DuckDBPyConnection) -> list[str]:
    """Make the schema `view` anew. The tables to which loads add something."""
    connection.execute("DROP SCHEMA IF EXISTS view CASCADE")
    connection.execute("CREATE SCHEMA view")
    viewed = []
    for table, rows_of in _TABLES.items():
        rows = rows_of(connection)
        if rows is not None:
            _make(connection, table, rows)
            viewed.append(table)
    return viewed


def _make(connection: DuckDBPyConnection, table: str, rows: list[Cells]) -> None:
    types = columns(table)
    cells = ", ".join(f"unnest(?::{kind}[])" for kind in types.values())
    values = [[row.get(name) for row in rows] for name in types]
    connection.execute(f"CREATE TABLE view.{table} AS FROM main.{table} LIMIT 0")
    connection.execute(f"INSERT INTO view.{table} SELECT {cells}", values)
