"""The record as one DuckDB file, built from the tables of the package at first use and opened read-only ever after.

Where: the path given, else the environment's MAHDAR_RECORD, else the user's data folder. The file is written beside
its place and renamed, so that two processes at once both end with a whole one. Where nothing can be written the record
lives in memory.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mahdar.record.coverage import declared
from mahdar.record.schema import COVERAGE, SCHEMA, VERSION, columns
from mahdar.tables import header

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PACKAGE = "mahdar.record"
_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "1",
}


class RecordError(RuntimeError):
    """The file of the record cannot be used; the message says what to do."""


@dataclass(frozen=True)
class Store:
    """An open record: its connection, the hash of the tables that it was built from, its file (None: in memory)."""

    connection: DuckDBPyConnection
    hash: str
    path: Path | None

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(f'SELECT * FROM "{table}"').fetchall()  # names come from SCHEMA alone


def default_path() -> Path:
    """MAHDAR_RECORD, else `record.duckdb` in the user's data folder."""
    named = os.environ.get("MAHDAR_RECORD")
    if named:
        return Path(named)
    from platformdirs import user_data_dir

    return Path(user_data_dir("mahdar", appauthor=False)) / "record.duckdb"


def fingerprint() -> str:
    """SHA-256 of the tables in the package and of the shape in which they are stored."""
    digest = hashlib.sha256(repr((VERSION, SCHEMA)).encode())
    for table in SCHEMA:
        digest.update((files(PACKAGE) / "tables" / f"{table}.csv").read_bytes())
    return digest.hexdigest()


def open_store(path: Path | None = None) -> Store:
    """Open the record, building it where it is missing or was built from other tables.

    Raises RecordError if a file that the caller named is no record of Mahdar.
    """
    target = path or default_path()
    wanted = fingerprint()
    if target.exists():
        try:
            store = _connect(target)
        except RecordError:
            if path is not None:
                raise
        else:
            if store.hash == wanted or not _ours(store):
                return store
            store.connection.close()
    return _built(target, wanted)


def _connect(target: Path) -> Store:
    import duckdb

    try:
        connection = duckdb.connect(str(target), read_only=True, config=_OFFLINE)
        found = connection.execute("SELECT hash FROM meta").fetchone()
    except (duckdb.Error, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise RecordError(
            f"{target} is no record of Mahdar, or it is damaged ({reason}). Delete the file: the record is built anew "
            "from the facts in the package; or leave the path away to use the record of the user's data folder."
        ) from error
    return Store(connection, str(found[0]) if found else "", target)


def _ours(store: Store) -> bool:
    """Whether nothing but the tables of the package is in the file, so that it may be built anew."""
    found = store.connection.execute("SELECT origin FROM meta").fetchone()
    return found is not None and found[0] == "package"


def _built(target: Path, wanted: str) -> Store:
    if sys.stderr.isatty():
        print("mahdar: building the record from the facts in the package (once)", file=sys.stderr)
    try:
        with _beside(target) as part:
            _build(str(part), wanted).close()
            part.replace(target)
    except OSError:  # a read-only home, a full disk: reading must still work
        return Store(_build(":memory:", wanted), wanted, None)
    return _connect(target)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A name of our own in the folder of the target; whatever is left of it is removed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".record-", ignore_cleanup_errors=True) as folder:
        yield Path(folder) / target.name


def _build(place: str, wanted: str) -> DuckDBPyConnection:
    import duckdb

    try:
        connection = duckdb.connect(place, config=_OFFLINE)
    except duckdb.IOException as error:
        raise OSError(str(error)) from error
    connection.execute("CREATE TABLE meta (hash VARCHAR, origin VARCHAR)")
    connection.execute(f"CREATE TABLE coverage ({COVERAGE})")
    for table in SCHEMA:
        _fill(connection, table)
    connection.execute("INSERT INTO meta VALUES (?, 'package')", [wanted])
    with suppress(duckdb.Error):
        connection.execute("CHECKPOINT")
    return connection


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
