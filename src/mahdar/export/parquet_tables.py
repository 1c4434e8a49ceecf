"""A folder of Parquet files, one for each table: days, moments, numbers and lists with their types."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from mahdar.export.kept import Kept
from mahdar.export.rows import TABLES, Kind, Row, Source, Table, Value
from mahdar.export.whole import whole_folder

_AT_ONCE = 5_000  # rows of a group


class _ParquetFile:
    """One table: rows are held until a group is full. Columns lie beside one another, as the format has them."""

    def __init__(self, table: Table, path: Path) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._schema = pa.schema([(name, _arrow(pa, kind)) for name, kind in table.columns])
        self._kinds = [kind for _, kind in table.columns]
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._columns: list[list[Any]] = [[] for _ in self._kinds]

    def add(self, row: Row) -> None:
        for column, kind, value in zip(self._columns, self._kinds, row, strict=True):
            column.append(typed(kind, value))
        if len(self._columns[0]) >= _AT_ONCE:
            self._write()

    def _write(self) -> None:
        import pyarrow as pa

        arrays = [pa.array(column, field.type) for column, field in zip(self._columns, self._schema, strict=True)]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._columns = [[] for _ in self._kinds]

    def finish(self) -> None:
        if self._columns[0]:
            self._write()
        self._writer.close()

    def close(self) -> None:
        self._writer.close()


class ParquetTables:
    """A Sink of the open files, in the order of TABLES."""

    def __init__(self, files: list[_ParquetFile]) -> None:
        self._files = files

    def take(self, kept: Kept) -> None:
        source = Source(kept)
        for table, file in zip(TABLES, self._files, strict=True):
            for row in table.rows(source):
                file.add(row)


@contextmanager
def parquet_tables(folder: Path) -> Iterator[ParquetTables]:
    """Write `reports.parquet`, `statements.parquet`… into a new folder, all or nothing. Raises OSError."""
    with whole_folder(folder) as place, ExitStack() as opened:
        files = []
        for table in TABLES:
            files.append(_ParquetFile(table, place / f"{table.name}.parquet"))
            opened.callback(files[-1].close)
        yield ParquetTables(files)
        for file in files:
            file.finish()


def _arrow(pa: Any, kind: Kind) -> Any:
    kinds: dict[str, Callable[[], Any]] = {
        "list": lambda: pa.list_(pa.string()),
        "integer": pa.int64,
        "number": pa.float64,
        "boolean": pa.bool_,
        "day": pa.date32,
        "moment": lambda: pa.timestamp("ms", tz="UTC"),
    }
    return kinds.get(kind, pa.string)()


def typed(kind: Kind, value: Value) -> Any:
    """A value as the type of its column has it; text that is no Unicode loses its lone surrogates."""
    if value is None:
        return None
    if kind == "day":
        return date.fromisoformat(str(value))
    if kind == "moment":
        return datetime.fromisoformat(str(value))
    if isinstance(value, list):
        return [_text(each) for each in value]
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
