"""An open record, and the names of its tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mahdar.kept import keep

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class Store:
    """An open record: its connection, the hash of the tables that it was built from, its file (None: in memory).

    `viewed` are the tables to which loads added; `origin` is `package` where there are no loads, else `loaded`;
    `stamp` tells the package's tables by their times; rows that were read are kept in the folder `kept`.
    """

    connection: DuckDBPyConnection
    hash: str
    path: Path | None
    viewed: frozenset[str] = frozenset()
    origin: str = field(default="package", kw_only=True)
    stamp: str = field(default="", kw_only=True)
    kept: Path | None = field(default=None, kw_only=True)

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """All rows of a table by which claims are checked."""
        return self._read(table) if self.kept is None else keep(table, lambda: _shared(self._read(table)), self.kept)

    def _read(self, table: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(f"SELECT * FROM {self.qualified(table)}").fetchall()

    def qualified(self, table: str) -> str:
        """The table's name with its schema: `view` where loaded rows were added to it. Names come from SCHEMA alone."""
        return f'view."{table}"' if table in self.viewed else f'main."{table}"'


def _shared(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The same rows, equal cells as one object: a third of the bytes, and as much quicker to read again."""
    same: dict[Any, Any] = {}
    return [tuple(same.setdefault((type(cell), cell), cell) for cell in row) for row in rows]


def quiet(connection: DuckDBPyConnection) -> DuckDBPyConnection:
    """The same connection, which prints no progress of its own into what a command says."""
    connection.execute("SET enable_progress_bar = false")
    return connection
