"""Making the file of the record: the facts of the package as tables, loads carried over from another version."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from mahdar.record.asking import index
from mahdar.record.coverage import declared
from mahdar.record.loading.settle import settle
from mahdar.record.loading.tables import TOLD, create_statements, told_columns
from mahdar.record.opened import quiet
from mahdar.record.schema import COVERAGE, SCHEMA, VERSION, columns
from mahdar.tables import header

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PACKAGE = "mahdar.record"
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
}


def stamp() -> str:
    """Sizes and times of the package's tables: while they stay the same, their contents need not be hashed.

    Empty where the package lies in no folder.
    """
    folder = files(PACKAGE) / "tables"
    if not isinstance(folder, Path):
        return ""
    seen = ((entry.name, entry.stat()) for entry in os.scandir(folder) if entry.name.endswith(".csv"))
    parts = sorted(f"{name} {at.st_size} {at.st_mtime_ns}" for name, at in seen)
    return hashlib.sha256(repr((str(folder), VERSION, SCHEMA, TOLD, parts)).encode()).hexdigest()


def build(place: str, wanted: str) -> DuckDBPyConnection:
    """A record of the package's facts alone, at a path or `:memory:`. Raises OSError where it cannot be written."""
    import duckdb

    try:
        connection = quiet(duckdb.connect(place, config=OFFLINE))
    except duckdb.IOException as error:
        raise OSError(str(error)) from error
    connection.execute("CREATE TABLE meta (hash VARCHAR, origin VARCHAR, viewed VARCHAR, stamp VARCHAR)")
    connection.execute(f"CREATE TABLE coverage ({COVERAGE})")
    for table in SCHEMA:
        _fill(connection, table)
    for statement in create_statements():
        connection.execute(statement)
    connection.execute("CREATE SCHEMA view")
    connection.execute("INSERT INTO meta VALUES (?, 'package', '', ?)", [wanted, stamp()])
    finish(connection)
    return connection


def finish(connection: DuckDBPyConnection, *, loaded: bool = False) -> None:
    """What comes last when rows were added: the checking view, the index of symbols, everything into the file."""
    import duckdb

    if loaded:
        viewed = "|".join(settle(connection))
        connection.execute("UPDATE meta SET origin = 'loaded', viewed = ?", [viewed])
    index.build(connection)
    with suppress(duckdb.Error):
        connection.execute("CHECKPOINT")


def _fill(connection: DuckDBPyConnection, table: str) -> None:
    """One table from its CSV file. Raises duckdb.Error where a cell is not of its column's type."""
    skip = len(header(PACKAGE, f"{table}.csv"))
    with as_file(files(PACKAGE) / "tables" / f"{table}.csv") as path:
        connection.execute(
            f"""CREATE TABLE "{table}" AS SELECT * FROM read_csv(?, skip={skip}, header=true, delim=',', quote='"',
            escape='"', columns={columns(table)!r}, auto_detect=false, strict_mode=true,
            nullstr='', allow_quoted_nulls=true)""",
            [str(path)],
        )
    for row in declared(table):
        connection.execute("INSERT INTO coverage VALUES (?, ?, ?, ?, ?)", list(row))


def carry_over(connection: DuckDBPyConnection, former: Path) -> None:
    """All that was loaded, by the columns that both versions have."""
    connection.execute(f"ATTACH '{_quoted(former)}' AS former (READ_ONLY)")
    query = (
        "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'former' AND schema_name = 'told'"
    )
    had: dict[str, set[str]] = {}
    for table, column in connection.execute(query).fetchall():
        had.setdefault(table, set()).add(column)
    for table, names in had.items():
        if kept := [f'"{name}"' for name in _told_columns(table) if name in names]:
            listed = ", ".join(kept)
            connection.execute(f"INSERT INTO told.{table} ({listed}) SELECT {listed} FROM former.told.{table}")
    connection.execute("DETACH former")


def _told_columns(table: str) -> tuple[str, ...]:
    return tuple(told_columns(table)) if table in TOLD else ()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
