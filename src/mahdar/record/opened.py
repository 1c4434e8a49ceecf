"""An open record, and the names of its tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class Store:
    """An open record: its connection, the hash of the tables that it was built from, its file (None: in memory).

    `viewed` are the tables to which loads added; `origin` is `package` where there are no loads, else `loaded`;
    `stamp` tells the package's tables by their times.
    """

    connection: DuckDBPyConnection
    hash: str
    path: Path | None
    viewed: frozenset[str] = frozenset()
    origin: str = field(default="package", kw_only=True)
    stamp: str = field(default="", kw_only=True)

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """All rows of a table by which claims are checked."""
        return self.connection.execute(f"SELECT * FROM {self.qualified(table)}").fetchall()

    def qualified(self, table: str) -> str:
        """The table's name with its schema: `view` where loaded rows were added to it. Names come from SCHEMA alone."""
        return f'view."{table}"' if table in self.viewed else f'main."{table}"'
