"""A record that was opened before: its rows are kept, so that it opens again without DuckDB.

Rows are kept as `mahdar.kept` keeps values, for one file by its place, size and time and for one state of the package's
tables; another file, or other tables, are opened as if for the first time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mahdar.kept import cache_folder, keep, recall
from mahdar.record.opened import Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_META = "meta"
Open = Callable[[], "DuckDBPyConnection"]


class Later:
    """Stands where a connection is expected, and is opened when it is first asked for anything."""

    def __init__(self, connect: Open) -> None:
        self._connect = connect

    def __getattr__(self, name: str) -> Any:
        return getattr(self._opened, name)

    def close(self) -> None:
        """Close what was opened."""
        if "_opened" in self.__dict__:
            self._opened.close()

    @cached_property
    def _opened(self) -> DuckDBPyConnection:
        return self._connect()


def folder(target: Path, stamp: str) -> Path | None:
    """Where the rows of this file are kept, `None` where there is no such file or nothing tells its state."""
    try:
        seen = target.stat()
    except OSError:
        return None
    state = repr((str(target.absolute()), seen.st_ino, seen.st_size, seen.st_mtime_ns, stamp))
    return cache_folder() / f"record-{blake2b(state.encode(), digest_size=12).hexdigest()}" if stamp else None


def reopened(target: Path, place: Path | None, connect: Open) -> Store | None:
    """The store of a file that was opened before and found to be a good record, its connection opened when needed."""
    meta = recall(place / _META) if place is not None else None
    if meta is None:
        return None
    return Store(cast("DuckDBPyConnection", Later(connect)), meta["hash"], target, **meta["more"], kept=place)


def remembered(store: Store, place: Path | None) -> Store:
    """The same store, which from now on keeps the rows that are read of it."""
    if place is None:
        return store
    more = {"viewed": store.viewed, "origin": store.origin, "stamp": store.stamp}
    keep(_META, lambda: {"hash": store.hash, "more": more}, place)
    return replace(store, kept=place)
