"""One watch at a time for one library, so that no message is sent by two; the lock goes with the process."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa

from mahdar.library.opened import Library, LibraryError

_LOCK = 0x77617463  # the advisory lock of the watch on PostgreSQL
_TAKEN = "another `mahdar watch` is at work on this library; stop it first, or write both into one file"


@contextmanager
def alone(library: Library) -> Iterator[None]:
    """Raises LibraryError where another process watches for this library."""
    if library.engine.dialect.name == "postgresql":
        with _locked_server(library):
            yield
    else:
        with _locked_file(Path(f"{library.engine.url.database}.watch")):
            yield


@contextmanager
def _locked_server(library: Library) -> Iterator[None]:
    """A lock of the session, which the server gives up when the connection ends, however it ends."""
    with library.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.scalar(sa.text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _LOCK}):
            raise LibraryError(_TAKEN)
        try:
            yield
        finally:
            with suppress(sa.exc.SQLAlchemyError):  # the connection is gone, and the lock with it
                connection.execute(sa.text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})


@contextmanager
def _locked_file(path: Path) -> Iterator[None]:
    """A lock on a file beside the library, which the system gives up when the process ends, however it ends."""
    try:
        with path.open("ab") as stream:
            _lock(stream.fileno())
            yield
    except BlockingIOError:
        raise LibraryError(_TAKEN) from None


def _lock(handle: int) -> None:
    """Raises BlockingIOError where another process holds it. Systems without such locks are not held apart."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
