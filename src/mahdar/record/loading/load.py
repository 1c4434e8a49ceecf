"""Loading files into the record: all of a file or nothing of it, and the record's file changes in one step.

The record is copied, the copy filled, and renamed into its place: readers always find a whole record, and a process
that is killed leaves the old one. One transaction holds one file. One load runs at a time; a second one waits.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mahdar.record.building import finish
from mahdar.record.loading.publication import Head, Loader, LoadError
from mahdar.record.loading.registry import loader_for, loader_of
from mahdar.record.loading.sink import Sink
from mahdar.record.loading.tables import create_statements
from mahdar.record.opened import quiet
from mahdar.record.store import RecordError, alone, default_path, open_store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

State = Literal["loaded", "unchanged", "passed-over", "failed"]
Advance = Callable[[str, int], None]
_PREFIX = ".record-load-"
_CHUNK = 1 << 20
_MOST_BYTES = 4 << 30
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "threads": "2",
    "memory_limit": "600MB",
    "preserve_insertion_order": "true",
}


@dataclass(frozen=True)
class File:
    """A file to load: where it lies, the address it came from (its path, where it did not), when it was retrieved."""

    path: Path
    address: str = ""
    retrieved: date | None = None


@dataclass(frozen=True)
class Done:
    """What became of one file: `remarks` are (what, why) -> how often, `problem` why it failed or was passed over."""

    path: Path
    state: State
    kind: str = ""
    rows: int = 0
    seconds: float = 0.0
    remarks: Mapping[tuple[str, str], int] = field(default_factory=dict)
    problem: str = ""


def files_under(path: Path) -> Iterator[Path]:
    """The files of a folder and those below it, in order of their names, hidden ones left out; a file itself."""
    if not path.is_dir():
        yield path
        return
    for folder, names, files in os.walk(path):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(files) if not name.startswith("."))


def load(
    files: Sequence[File],
    *,
    record: Path | None = None,
    kind: str | None = None,
    advance: Advance = lambda name, rows: None,
    told: Callable[[Done], None] = lambda done: None,
) -> list[Done]:
    """Load files into the record at `record` (else the user's), which is built first where it is missing.

    `kind` names the publication of all files instead of recognising each. `advance` hears of rows as they come, `told`
    of each file when it is through. A file that fails changes nothing and does not hinder the others; interrupted, the
    files that were through are kept. Raises RecordError where the record cannot be opened or written.
    """
    target = record or default_path()
    wanted = loader_of(kind) if kind else None
    _present(target)
    done: list[Done] = []
    with alone(target), _copy(target) as part:
        connection = _open(part)
        try:
            for file in files:
                done.append(_one(connection, file, wanted, advance))
                told(done[-1])
        finally:
            if any(d.state == "loaded" for d in done):
                _close(connection)
                part.replace(target)
                _sync(target.parent)
            else:
                connection.close()
    return done


def _present(target: Path) -> None:
    """Build the record where it is missing. Raises RecordError where nothing can be written."""
    store = open_store(target)
    store.connection.close()
    if store.path is None:
        raise RecordError(f"{target} cannot be written; name another place for the record with --record")


def _sweep(target: Path) -> None:
    """Remove what a load that was killed left behind; call it alone."""
    for left in target.parent.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _copy(target: Path) -> Iterator[Path]:
    """A copy of the record in a folder of its own beside it; whatever is left of it is removed."""
    _sweep(target)
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=_PREFIX, ignore_cleanup_errors=True) as folder:
            part = Path(folder) / target.name
            shutil.copyfile(target, part)
            yield part
    except OSError as error:
        raise RecordError(f"{target.parent} cannot be written: {error.strerror or error}") from error


def _open(part: Path) -> DuckDBPyConnection:
    import duckdb

    connection = quiet(duckdb.connect(str(part), config={**_CONFIG, "temp_directory": str(part.parent / "spill")}))
    for statement in create_statements():
        connection.execute(statement)
    return connection


def _close(connection: DuckDBPyConnection) -> None:
    finish(connection, loaded=True)
    connection.close()


def _sync(folder: Path) -> None:
    with suppress(OSError):  # some file systems cannot flush a folder
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _one(connection: DuckDBPyConnection, file: File, wanted: Loader | None, advance: Advance) -> Done:
    """Load one file in one transaction, or say why not."""
    start = time.perf_counter()
    kind = ""
    try:
        loader = wanted or _recognised(file.path)
        if loader is None:
            return Done(file.path, "passed-over", problem="no publication that Mahdar knows")
        kind = loader.kind
        with ThreadPoolExecutor(1) as aside:  # hashing does not hold up reading
            digest = aside.submit(_digest, file.path)
            if _same(connection, kind, file.path, digest):
                return Done(file.path, "unchanged", kind, seconds=time.perf_counter() - start)
            sink = _transaction(connection, file, loader, digest, advance)
    except (LoadError, OSError) as error:
        return Done(file.path, "failed", kind, seconds=time.perf_counter() - start, problem=_reason(error))
    return Done(file.path, "loaded", kind, sink.rows, time.perf_counter() - start, sink.remarks())


def _recognised(path: Path) -> Loader | None:
    head = Head.of(path)
    if head.size == 0:
        raise LoadError("is empty")
    if head.size > _MOST_BYTES:
        raise LoadError(f"is larger than {_MOST_BYTES >> 30} GiB, which no publication is")
    return loader_for(head)


def _reason(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _same(connection: DuckDBPyConnection, kind: str, path: Path, digest: Future[str]) -> bool:
    """Whether these very bytes have been loaded and still count. The hash is waited for only where the size fits."""
    query = "SELECT sha256 FROM told.loads WHERE kind = ? AND bytes = ? AND replaced_by IS NULL"
    alike = {known for (known,) in connection.execute(query, [kind, path.stat().st_size]).fetchall()}
    return bool(alike) and digest.result() in alike


def _transaction(
    connection: DuckDBPyConnection, file: File, loader: Loader, digest: Future[str], advance: Advance
) -> Sink:
    """Raises LoadError, the record unchanged, whatever goes wrong in the loader with the file."""
    import duckdb

    connection.execute("BEGIN")
    try:
        found = connection.execute("SELECT coalesce(max(load), 0) + 1 FROM told.loads").fetchall()
        sink = Sink(connection, found[0][0] if found else 1, lambda rows: advance(file.path.name, rows))
        loader.load(file.path, sink)
        sink.finish()
        if sink.rows == 0:
            raise LoadError("holds no rows")
        _register(connection, file, loader, digest.result(), sink)
        connection.execute("COMMIT")
    except BaseException as error:
        connection.execute("ROLLBACK")
        if isinstance(error, duckdb.Error | UnicodeError | ArithmeticError):
            raise LoadError(f"is not as a file of the kind {loader.kind} is: {str(error).splitlines()[0]}") from error
        raise
    return sink


def _register(connection: DuckDBPyConnection, file: File, loader: Loader, digest: str, sink: Sink) -> None:
    """Enter the load. Of two versions of a publication the one retrieved later counts, if equal the later load."""
    name = loader.name_of(file.path)
    retrieved = file.retrieved or datetime.fromtimestamp(file.path.stat().st_mtime, UTC).date()
    same = "kind = ? AND name = ? AND replaced_by IS NULL"
    older = f"UPDATE told.loads SET replaced_by = ? WHERE {same} AND retrieved <= ?"
    connection.execute(older, [sink.load, loader.kind, name, retrieved])
    newer = connection.execute(f"SELECT load FROM told.loads WHERE {same}", [loader.kind, name]).fetchall()
    row = [sink.load, loader.kind, loader.source, name, file.address or file.path.name, digest]
    row += [
        file.path.stat().st_size,
        retrieved,
        datetime.now(UTC).replace(tzinfo=None),
        sink.rows,
        _program(),
        newer[0][0] if newer else None,
    ]
    connection.execute(f"INSERT INTO told.loads VALUES ({', '.join('?' * len(row))})", row)


def _program() -> str:
    from importlib.metadata import version

    return f"mahdar {version('mahdar')}"
