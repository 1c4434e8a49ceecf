"""Opening a library: a file of SQLite (WAL) by default, any database by its URL; brought up to date when opened.

Readers and the writer do not wait for one another; writers wait for one another in turn, so that the log has one end.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, SQLAlchemyError

from mahdar.characters import harmless
from mahdar.library import facets
from mahdar.library.migrations import PRESENT, upgrade

_WAIT = 60  # seconds for another writer to finish a batch
_TRIES = 200  # to switch a new file to WAL while another process does so too
_WRITES = "mahdar_writes"
_LOCK = 0x6D616864  # the advisory lock of writers on PostgreSQL


class LibraryError(Exception):
    """The library cannot be used or written; the message is a sentence for a person."""


@dataclass(frozen=True)
class Library:
    """An open library. `where` names it without what is secret in a URL."""

    engine: Engine
    where: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the library as it is at its first question, whatever is written meanwhile.

        Raises LibraryError on what the database cannot do.
        """
        with _told(self.where), self._of_one_moment.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one transaction that writes at a time: committed whole at its end, or nothing of it."""
        with _told(self.where), self.engine.execution_options(**{_WRITES: True}).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection
            facets.flush(connection)

    @property
    def _of_one_moment(self) -> Engine:
        """PostgreSQL shows each question what is there by then, unless it is told otherwise."""
        if self.engine.dialect.name == "sqlite":
            return self.engine
        return self.engine.execution_options(isolation_level="REPEATABLE READ")

    def close(self) -> None:
        self.engine.dispose()


def default_place() -> str:
    """MAHDAR_LIBRARY, else `library.db` in the user's data folder."""
    named = os.environ.get("MAHDAR_LIBRARY")
    if named:
        return named
    from platformdirs import user_data_dir

    return str(Path(user_data_dir("mahdar", appauthor=False)) / "library.db")


@contextmanager
def open_library(place: str | Path | None = None, *, make: bool = True) -> Iterator[Library]:
    """Open a library by its path or URL, made or brought up to date if need be; closed afterwards.

    Without `make`, a file that is not there is an error. Raises LibraryError where it cannot be opened.
    """
    url = _url(str(place) if place is not None else default_place())
    if url.get_backend_name() == "sqlite":
        _prepare(url, make)
    where = harmless(url.database or "memory" if url.get_backend_name() == "sqlite" else str(url))
    library = Library(_engine(url, where), where)
    try:
        _bring_up_to_date(library)
        yield library
    finally:
        library.close()


def _url(place: str) -> URL:
    if "://" not in place:
        return URL.create("sqlite", database=str(Path(place).expanduser()))
    try:
        url = make_url(place)
    except ArgumentError:
        raise LibraryError("this is neither a path nor a URL of a database") from None
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise LibraryError(f"a library lies in SQLite or PostgreSQL, not in {harmless(url.get_backend_name())}")
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _prepare(url: URL, make: bool) -> None:
    """The folder of the file. Raises LibraryError where the file is missing and not to be made, or cannot be."""
    path = Path(url.database or "")
    if not url.database or path.is_dir():
        raise LibraryError(f"{harmless(str(path))} is a folder, not the file of a library")
    if path.exists():
        return
    if not make:
        raise LibraryError(f"there is no library at {harmless(str(path))}; `mahdar library add` makes one")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"no library can be made at {harmless(str(path))}: {error.strerror}") from None


def _engine(url: URL, where: str) -> Engine:
    """An engine whose transactions begin when SQLAlchemy says so, writing ones with the lock in hand."""
    try:
        if url.get_backend_name() != "sqlite":
            return sa.create_engine(url, pool_pre_ping=True)
        engine = sa.create_engine(url, connect_args={"timeout": _WAIT, "check_same_thread": False})
    except (ImportError, SQLAlchemyError) as error:
        raise LibraryError(f"{where} cannot be opened: {harmless(str(error))}") from None
    sa.event.listen(engine, "connect", _set_up)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions begin below, not where the driver guesses
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # what was said to be accepted outlives a power cut
    for _try in range(_TRIES):
        with suppress(sqlite3.OperationalError):
            if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                return
            connection.execute("PRAGMA journal_mode = WAL")
            return
        time.sleep(0.01)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up_to_date(library: Library) -> None:
    with library.reading() as connection:
        if _step(connection) == PRESENT:
            return
    with library.writing() as connection:
        step = _step(connection)  # another process may have been quicker
        if step is not None and step > PRESENT:
            raise LibraryError(f"{library.where} was made by a newer Mahdar; this one cannot read it")
        if step != PRESENT:
            _refuse_foreign(connection, step, library.where)
            upgrade(connection)
            facets.fill(connection)


def _step(connection: Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found


def _refuse_foreign(connection: Connection, step: str | None, where: str) -> None:
    if step is None and sa.inspect(connection).get_table_names():
        raise LibraryError(f"{where} holds a database of another program")


@contextmanager
def _told(where: str) -> Iterator[None]:
    """What a database says, in words for a person."""
    try:
        yield
    except DatabaseError as error:
        if _interrupted(error):
            raise KeyboardInterrupt from error
        raise LibraryError(f"{where} {_problem(str(error.orig))}") from error


def _interrupted(error: BaseException | None) -> bool:
    """Whether an interruption lies under an error: a driver broken off while it asks may fail otherwise."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__context__
    return False


def _problem(said: str) -> str:
    low = said.lower()
    for sign, words in (
        ("not a database", "is no library: it is another kind of file"),
        ("readonly", "cannot be written: the file or its folder is read-only"),
        ("unable to open", "cannot be opened: its folder is read-only or does not let this user in"),
        ("disk is full", "cannot be written: the disk is full; everything accepted before is kept"),
        ("no space left", "cannot be written: the disk is full; everything accepted before is kept"),
        ("disk i/o", "cannot be written: the disk fails or is full; everything accepted before is kept"),
        ("locked", f"is held by another program for more than {_WAIT} seconds"),
        ("malformed", "is damaged"),
    ):
        if sign in low:
            return words
    return f"cannot be used: {harmless(said.splitlines()[0] if said else 'the database says nothing')}"
