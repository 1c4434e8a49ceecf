"""The record as one DuckDB file, built from the tables of the package at first use and opened read-only ever after.

Where: the path given, else the environment's MAHDAR_RECORD, else the user's data folder. The file is written beside
its place and renamed by one process at a time: another one that misses it waits, and opens what was made. Where nothing
can be written the record lives in memory.

Schemas: `main` holds the facts of the package, `told` what loaded publications tell (mahdar.record.loading), `view`
the tables of `main` to which loaded rows were added, each row with its standing; where `view` has a table, claims are
checked by it.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from mahdar.record.building import OFFLINE, PACKAGE, build, carry_over, finish, stamp
from mahdar.record.loading.tables import TOLD
from mahdar.record.opened import Store, quiet
from mahdar.record.reopened import folder, remembered, reopened
from mahdar.record.schema import SCHEMA, VERSION


class RecordError(RuntimeError):
    """The file of the record cannot be used; the message says what to do."""


def default_path() -> Path:
    """MAHDAR_RECORD, else `record.duckdb` in the user's data folder."""
    named = os.environ.get("MAHDAR_RECORD")
    if named:
        return Path(named)
    from platformdirs import user_data_dir

    return Path(user_data_dir("mahdar", appauthor=False)) / "record.duckdb"


def fingerprint() -> str:
    """SHA-256 of the tables in the package and of the shape in which they are stored."""
    digest = hashlib.sha256(repr((VERSION, SCHEMA, TOLD)).encode())
    for table in SCHEMA:
        digest.update((files(PACKAGE) / "tables" / f"{table}.csv").read_bytes())
    return digest.hexdigest()


def open_store(path: Path | None = None) -> Store:
    """Open the record, building it where it is missing or was built from other tables.

    Raises RecordError if a file that the caller named is no record of Mahdar.
    """
    target = path or default_path()
    now = stamp()
    kept = folder(target, now)
    store = reopened(target, kept, lambda: _connect(target).connection)
    return store or _opened(target, now, kept, named=path is not None)


def _opened(target: Path, now: str, kept: Path | None, *, named: bool) -> Store:
    found = _found(target, named=named)
    if found is not None and _current(found, now):
        return remembered(found, kept)
    if found is not None:
        found.connection.close()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target):
            return _made(target, now, named=named)
    except OSError as error:  # a read-only home, a full disk: reading must still work
        if found is not None and found.origin == "loaded":
            raise RecordError(
                f"{target} was made by another version of Mahdar and cannot be written anew here ({error}); "
                "copy it to a folder that can be written, or name another record."
            ) from error
        wanted = fingerprint()
        return Store(build(":memory:", wanted), wanted, None)


def _found(target: Path, *, named: bool) -> Store | None:
    """The record that lies there; where a file of our own place is damaged, there is none."""
    if not target.exists():
        return None
    try:
        return _connect(target)
    except RecordError:
        if named:
            raise
        return None


def _current(store: Store, now: str) -> bool:
    """Whether a record tells the facts of the package as they are, or was filled by another program."""
    known = bool(store.stamp) and store.stamp == now
    return known or store.hash == fingerprint() or store.origin not in ("package", "loaded")


def _made(target: Path, now: str, *, named: bool) -> Store:
    """The record made, or made anew with its loads; call it alone, for others may have made it in the meantime."""
    found = _found(target, named=named)
    if found is not None and _current(found, now):
        return found
    if found is not None:
        found.connection.close()
    (_renew if found is not None and found.origin == "loaded" else _build)(target, fingerprint())
    return _connect(target)


@contextmanager
def alone(target: Path) -> Iterator[None]:
    """Wait until no other process writes this record; the lock goes with the process, however it ends.

    Raises RecordError where the folder cannot be written.
    """
    try:
        lock = _locked(target)
    except OSError as error:
        raise RecordError(f"{target.parent} cannot be written: {error.strerror}") from None
    with lock:
        yield


def _locked(target: Path) -> TextIO:
    """The lock of a record, held until it is closed. Raises OSError where the folder cannot be written."""
    import fcntl

    stream = target.with_name(f".{target.name}.lock").open("w")
    fcntl.flock(stream, fcntl.LOCK_EX)
    return stream


def _connect(target: Path) -> Store:
    import duckdb

    try:
        connection = quiet(duckdb.connect(str(target), read_only=True, config=OFFLINE))
        found = connection.execute("FROM meta")
        names = [name for name, *_ in found.description]
        # All rows are fetched, though there is one: an unfinished result keeps the connection from other work.
        meta = dict(zip(names, next(iter(found.fetchall()), ()), strict=False))
    except (duckdb.Error, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise RecordError(
            f"{target} is no record of Mahdar, or it is damaged ({reason}). Name another file, or leave the path away "
            "to use the record of the user's data folder. A damaged record, but nothing else, can be deleted: it is "
            "built anew from the facts in the package."
        ) from error
    told = {name: str(value or "") for name, value in meta.items()}
    viewed = frozenset(filter(None, told.get("viewed", "").split("|")))
    origin, made = told.get("origin", ""), told.get("stamp", "")
    return Store(connection, told.get("hash", ""), target, viewed, origin=origin, stamp=made)


def _build(target: Path, wanted: str) -> None:
    """The record of the package's facts, put into its place."""
    if sys.stderr.isatty():
        print("mahdar: building the record from the facts in the package (once)", file=sys.stderr)
    with _beside(target) as part:
        build(str(part), wanted).close()
        part.replace(target)


def _renew(target: Path, wanted: str) -> None:
    """A record with loaded publications after the package's facts changed: the new facts, the same loads."""
    with _beside(target) as part:
        connection = build(str(part), wanted)
        carry_over(connection, target)
        finish(connection, loaded=True)
        connection.close()
        part.replace(target)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A name of our own in the folder of the target; whatever is left of it is removed."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".record-", ignore_cleanup_errors=True) as folder:
        yield Path(folder) / target.name
