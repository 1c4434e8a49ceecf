"""SQL of anybody's own on the record, in a connection that can do nothing but read it.

The file is opened read-only; access to other files, addresses, extensions and settings is off and locked; objects of
the calling Python program cannot be seen; one statement that selects, describes or explains is run; memory, time and
the number of rows handed over are bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

from mahdar.record.asking.days import days_of
from mahdar.record.asking.places import fact_places, places
from mahdar.record.opened import Store, quiet
from mahdar.record.store import open_store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST, SECONDS = 1_000, 60.0
_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "access_mode": "READ_ONLY",
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "512MB",
    "max_temp_directory_size": "0B",
    "threads": "2",
}
_READS = frozenset({"SELECT", "EXPLAIN"})


class QueryError(ValueError):
    """A query cannot be answered; the message says why, and which tables there are where that helps."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: `more` says that rows beyond the limit were left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    more: bool


def ask(
    query: str,
    path: Path | None = None,
    *,
    limit: int = MOST,
    seconds: float = SECONDS,
    as_of: date | None = None,
) -> Answer:
    """Run one reading statement on the record at `path`, else the user's.

    Names without a schema are those of the checking view (`view`, then `main`); with `as_of` they have those rows alone
    that were public on that day, and so have the tables of `told` by their bare names. Raises QueryError, RecordError.
    """
    import duckdb

    with _locked(path, as_of) as connection:
        statement = _only(connection, query)
        clock = Timer(seconds, connection.interrupt)
        clock.start()
        try:
            cursor = connection.execute(statement)
            rows = cursor.fetchmany(limit + 1)
            names = tuple(str(column[0]) for column in cursor.description or ())
        except duckdb.InterruptException:
            raise QueryError(f"the query took longer than {seconds:g} seconds and was stopped") from None
        except (duckdb.Error, RuntimeError) as error:
            raise QueryError(_explained(error)) from None
        finally:
            clock.cancel()
    return Answer(names, tuple(rows[:limit]), len(rows) > limit)


@contextmanager
def _locked(path: Path | None, as_of: date | None) -> Iterator[DuckDBPyConnection]:
    """A connection of its own, locked before anything of the caller's is run."""
    import duckdb

    store = open_store(path)
    if store.path is not None:
        store.connection.close()
        try:
            connection = quiet(duckdb.connect(str(store.path), read_only=True, config=_LOCKED))
        except duckdb.ConnectionException:  # DuckDB opens a file in one way at a time in a process
            raise QueryError(f"this process has {store.path} open already; close it, or ask a relation of it") from None
    else:  # it lives in memory and is gone with this process
        connection = store.connection
        for name in ("enable_external_access", "python_enable_replacements"):
            connection.execute(f"SET {name} = false")
    try:
        connection.execute(f"SET search_path = '{'view,main' if store.viewed else 'main'}'")
        if as_of is not None:
            _hide(connection, store, as_of)
        connection.execute("SET lock_configuration = true")
        connection.execute("BEGIN TRANSACTION READ ONLY")
        yield connection
    finally:
        connection.close()


@dataclass(frozen=True)
class _Named(Store):
    """A store whose tables are named with their catalogue, so that views by the same names can be told from them."""

    catalogue: str = ""

    def qualified(self, table: str) -> str:
        return f'"{self.catalogue}".{super().qualified(table)}'


def _hide(connection: DuckDBPyConnection, store: Store, as_of: date) -> None:
    """Views in the place of the tables, of the rows that were public on a day."""
    found = connection.execute("SELECT current_database()").fetchall()
    named = _Named(connection, store.hash, store.path, store.viewed, str(found[0][0]) if found else "")
    for place in reversed(fact_places()):  # a table of the checking view goes before one of `told` by the same name
        rows = f"{place.sql(named)} r {days_of(place).public(as_of)}"
        connection.execute(f'CREATE OR REPLACE TEMP VIEW "{place.table}" AS SELECT r.* FROM {rows}')


def _only(connection: DuckDBPyConnection, query: str) -> Any:
    """The one statement of a query, if it reads."""
    import duckdb

    try:
        statements = connection.extract_statements(query)
    except duckdb.Error as error:
        raise QueryError(_explained(error)) from None
    if len(statements) != 1:
        raise QueryError(f"write one statement, not {len(statements)}")
    kind = statements[0].type.name
    if kind not in _READS:
        raise QueryError(
            f"{kind.replace('_', ' ')} is not answered: the record is read-only; write SELECT, FROM or DESCRIBE"
        )
    return statements[0]


def _explained(error: Exception) -> str:
    """DuckDB's own message, with the tables that there are where a name was not found."""
    text = str(error).strip() or type(error).__name__
    lines = [line for line in text.splitlines() if line.strip()]
    if text.startswith(("Catalog Error", "Binder Error")):
        lines.append(
            f"Tables are: {', '.join(place.name for place in places())}; also coverage. DESCRIBE one for its columns."
        )
    return "\n".join(lines)
