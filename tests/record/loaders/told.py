"""What the tests of loaders share: a file told into tables of its own, and the folder of official publications."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import duckdb
import pytest

from mahdar.record.loading.publication import Head
from mahdar.record.loading.registry import loader_for
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.tables import create_statements

ROOT = Path(__file__).resolve().parents[3]
MATERIAL = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "record"
here = pytest.mark.skipif(
    not MATERIAL.is_dir(), reason="the copies of the official publications are not here (MAHDAR_SHARED)"
)


class Told:
    """Tables of `told` in memory."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        self.kinds: list[str] = []
        for statement in create_statements():
            self.connection.execute(statement)

    def load(self, *paths: Path) -> Told:
        """Load what is recognised; what is not is passed over."""
        for path in paths:
            loader = loader_for(Head.of(path))
            if loader:
                self.kinds.append(loader.kind)
                sink = Sink(self.connection, len(self.kinds))
                loader.load(path, sink)
                sink.finish()
        return self

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()

    def one(self, query: str) -> Any:
        """The row of a query that gives one; its only cell, where there is one."""
        (row,) = self.rows(query)
        return row[0] if len(row) == 1 else row

    def remarks(self, what: str) -> dict[str, int]:
        """Why -> how often."""
        query = "SELECT why, CAST(sum(count) AS INTEGER) FROM told.remarks WHERE what = ? GROUP BY why"
        return dict(self.connection.execute(query, [what]).fetchall())


def folder(name: str) -> Told:
    """Every publication of a folder of the material."""
    return Told().load(*sorted(path for path in (MATERIAL / name).iterdir() if path.is_file()))
