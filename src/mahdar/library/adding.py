"""Adding reports: read outside any transaction, put in a batch at a time, told when the batch is there for good.

A batch is one transaction: its contents, reports, captures, readings, words and log entries are all there or none. What
`Added` says is accepted has been committed. The same bytes are one report, however often they come; each time is a
capture of its own.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library import chain
from mahdar.library.items import Item, Refused
from mahdar.library.opened import Library
from mahdar.library.reader import Asked, Read, read, reader_version
from mahdar.library.rows import Entries, put_capture, put_reading, put_report
from mahdar.library.schema import reports

if TYPE_CHECKING:
    from mahdar.record.access import Record

_BATCH = 64  # reports
_SECONDS = 2.0  # a batch is not held open longer than this while reports are read
_MOST_BYTES = 32_000_000  # of a batch in memory


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one item: `new` where the report was not there before. `id` is that in the library."""

    id: str
    name: str
    new: bool
    notes: tuple[str, ...] = ()


@dataclass
class _Batch:
    started: float = field(default_factory=time.monotonic)
    read: list[tuple[Item, Read | None]] = field(default_factory=list)
    digests: set[str] = field(default_factory=set)
    bytes: int = 0

    def take(self, item: Item, found: Read | None) -> None:
        self.read.append((item, found))
        self.digests.add(item.sha256)
        self.bytes += len(item.raw)

    def full(self) -> bool:
        late = time.monotonic() - self.started > _SECONDS
        return len(self.read) >= _BATCH or self.bytes > _MOST_BYTES or late


def add(library: Library, items: Iterable[Item | Refused], record: Record) -> Generator[Added | Refused, None, None]:
    """Add what comes, and say of each item what became of it, batch by batch.

    Where the iteration ends early (an interruption, an error of the source), what was read till then is put in first.
    Raises LibraryError where the library cannot be written.
    """
    batch = _Batch()
    try:
        for item in items:
            if isinstance(item, Refused):
                yield item
                continue
            taken = _read(library, item, record, batch)
            if taken is not None:
                yield taken
            if batch.full():
                full, batch = batch, _Batch()
                yield from _put(library, full)
    except (KeyboardInterrupt, GeneratorExit):
        _put(library, batch)
        raise
    yield from _put(library, batch)


def _read(library: Library, item: Item, record: Record, batch: _Batch) -> Refused | None:
    """Read an item into the batch; what the library has already is not read again."""
    if "\0" in item.text:
        return Refused(item.id, "its text holds NUL characters, which PostgreSQL keeps in no text")
    known = item.sha256 in batch.digests or _known(library, item.sha256)
    try:
        found = None if known else read(Asked.of(item), record)
    except Exception as error:  # a fault of the reader costs the others nothing
        return Refused(item.id, f"a fault in Mahdar ({type(error).__name__}: {error}); please report it")
    batch.take(item, found)
    return None


def _known(library: Library, digest: str) -> bool:
    with library.reading() as connection:
        return _by_digest(connection, digest) is not None


def _by_digest(connection: Connection, digest: str) -> tuple[int, str] | None:
    """Key and id of the report with this content."""
    row = connection.execute(sa.select(reports.c.key, reports.c.id).where(reports.c.sha256 == digest)).first()
    return (row.key, row.id) if row else None


def _put(library: Library, batch: _Batch) -> list[Added]:
    """One batch, whole or not at all."""
    if not batch.read:
        return []
    told, log = [], Entries()
    with library.writing() as connection:
        for item, found in batch.read:
            told.append(_put_one(connection, item, found, log))
        chain.append(connection, log)
    return told


def _put_one(connection: Connection, item: Item, found: Read | None, log: Entries) -> Added:
    there = _by_digest(connection, item.sha256)  # another process may have been quicker
    if there is None:
        free = _free_id(connection, item)
        key, id_ = put_report(connection, item, free, log), free
    else:
        key, id_ = there
    put_capture(connection, key, item.sha256, item.met, program(), log)
    if there is None and found is not None:
        put_reading(connection, key, found, log)
    return Added(id_, item.id, there is None, item.notes)


def _free_id(connection: Connection, item: Item) -> str:
    """The id as given; where another content has it, with the beginning of the digest behind it."""
    taken = connection.scalar(sa.select(reports.c.key).where(reports.c.id == item.id))
    return item.id if taken is None else f"{item.id}@{item.sha256[:12]}"


def program() -> str:
    """Who captured: name and version."""
    return f"mahdar {reader_version()}"
