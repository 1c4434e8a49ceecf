"""The tables of one part on disk: the same bytes for the same rows, all of them there or none.

Everything is written under temporary names, then renamed; the entry that says that a part is done comes last. A part
without that entry is written again, over whatever is there of it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from mahdar.corpus.rows import Row
from mahdar.corpus.schemas import TABLES, schema

_GROUP = 8_192  # rows of a row group, at most
_HELD = 4_000_000  # characters of text in memory before a row group of reports is written


class PartWriter:
    """Writes the tables of one part; ``close`` makes them visible."""

    def __init__(self, folder: Path, number: int, tables: Iterable[str] = TABLES, state: str = "_state") -> None:
        self._folder, self._number, self._state = folder, number, folder / state
        self._at = self._state / "unfinished" / f"{number}-{uuid4().hex}"
        self._at.mkdir(parents=True)
        self._tables = {table: _Table(self._at / f"{table}.parquet", table) for table in tables}

    def add(self, table: str, rows: Iterable[Row]) -> None:
        """Add rows to a table."""
        self._tables[table].add(rows)

    def close(self, counts: dict[str, int]) -> None:
        """Rename all tables, then write the entry: ``counts``, and rows and SHA-256 of each file."""
        files = {}
        for table, writer in self._tables.items():
            files[table] = {"rows": writer.close(), "sha256": _digest(writer.path)}
        for table, writer in self._tables.items():
            target = self._folder / table
            target.mkdir(exist_ok=True)
            writer.path.replace(target / f"{part_name(self._number)}.parquet")
        write_json(done_path(self._state, self._number), {"counts": counts, "files": files})
        shutil.rmtree(self._at, ignore_errors=True)

    def drop(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._at, ignore_errors=True)


class _Table:
    def __init__(self, path: Path, table: str) -> None:
        from pyarrow import parquet

        self.path, self._schema = path, schema(table)
        self._writer = parquet.ParquetWriter(path, self._schema, version="2.6", compression="zstd", compression_level=3)
        self._rows: list[Row] = []
        self._held = self._written = 0

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self._rows.append(row)
            self._held += len(row[-1]) if isinstance(row[-1], str) else 0
        if len(self._rows) >= _GROUP or self._held >= _HELD:
            self._flush()

    def close(self) -> int:
        self._flush()
        self._writer.close()
        return self._written

    def _flush(self) -> None:
        import pyarrow as pa

        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [pa.array(list(cells), field.type) for cells, field in zip(columns, self._schema, strict=True)]
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._written += len(self._rows)
        self._rows, self._held = [], 0


def part_name(number: int) -> str:
    """`part-000017`."""
    return f"part-{number:06d}"


def done_path(state: Path, number: int) -> Path:
    """The entry of a part that is done; a thousand lie in one folder."""
    return state / "done" / f"{number // 1000:04d}" / f"{part_name(number)}.json"


def write_json(path: Path, told: Any) -> None:
    """Write a file so that at its name stands either what was there before or all of the new text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{uuid4().hex}")
    part.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")
    part.replace(path)


def _digest(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
