"""What a worker holds open: the record once, asked by many threads, and the library."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mahdar.record.access import Record
from mahdar.record.opened import Store
from mahdar.record.store import open_store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class ThreadConnections:
    """Stands where a connection of DuckDB is expected; each thread asks through a connection of its own.

    A result belongs to the connection that was asked, so two threads must never ask the same one.
    """

    def __init__(self, first: DuckDBPyConnection) -> None:
        self._first = first
        self._own = threading.local()
        self._lock = threading.Lock()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection(), name)

    def close(self) -> None:
        """Close the file; what other threads hold is closed with it."""
        self._first.close()

    def _connection(self) -> DuckDBPyConnection:
        found: DuckDBPyConnection | None = getattr(self._own, "connection", None)
        if found is None:
            with self._lock:
                found = self._first.cursor()
            self._own.connection = found
        return found


def open_for_threads(path: Path | None) -> tuple[Record, Store]:
    """The record and its store for many threads. Raises RecordError if the file is no record."""
    opened = open_store(path)
    store = replace(opened, connection=cast("DuckDBPyConnection", ThreadConnections(opened.connection)))
    return Record(store), store
