"""One file loaded into an empty record in memory, for the tests of loaders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from mahdar.record.loading.publication import Head, Loader
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.tables import create_statements

ROOT = Path(__file__).resolve().parents[1]
MATERIAL = Path(os.environ.get("MAHDAR_SHARED", ROOT.parent / "shared")) / "record"


@dataclass(frozen=True)
class Told:
    connection: duckdb.DuckDBPyConnection
    sink: Sink

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()

    def one(self, query: str) -> Any:
        (row,) = self.rows(query)
        return row[0] if len(row) == 1 else row

    def remarks(self, what: str) -> dict[str, int]:
        """Why -> how often."""
        return {why: count for (kind, why), count in self.sink.remarks().items() if kind == what}


def told(path: Path, loader: Loader) -> Told:
    connection = duckdb.connect(":memory:", config={"threads": "1"})
    for statement in create_statements():
        connection.execute(statement)
    sink = Sink(connection, 1)
    loader.load(path, sink)
    sink.finish()
    return Told(connection, sink)


def recognised(path: Path, loader: Loader) -> bool:
    return loader.recognises(Head.of(path))
