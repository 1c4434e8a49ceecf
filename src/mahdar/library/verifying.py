"""Proof that a library is intact: contents, reports, captures, readings, reviews and notes against their digests and
the log.

What can be proved from within: that no kept row was changed, added or taken away behind the log's back, and that the
log is one unbroken chain. That nothing was cut off at the log's end, together with its rows, shows only against the
number and hash of an earlier last entry, kept somewhere else; `head` takes them.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library import chain
from mahdar.library.chain import Entry
from mahdar.library.opened import Library
from mahdar.library.reader import unpacked
from mahdar.library.rows import row_digest, text_digest
from mahdar.library.schema import captures, contents, notes, present, readings, reports, reviews

_LOGGED = {"report": reports, "capture": captures, "reading": readings, "review": reviews, "note": notes}


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: counts of rows, the last entry of the log, and the faults, a sentence each."""

    counts: dict[str, int]
    entries: int
    head: str
    faults: tuple[str, ...]

    @property
    def intact(self) -> bool:
        return not self.faults


def verify(library: Library, *, head: str | None = None) -> Verified:
    """Verify a library, as it is at this moment. Raises LibraryError where it cannot be read at all."""
    with library.reading() as connection:
        return verified(connection, head=head)


def verified(connection: Connection, *, head: str | None = None) -> Verified:
    """The same, inside a transaction."""
    logged: dict[str, dict[int, str]] = {name: {} for name in _LOGGED}
    hashes = {chain.START}
    faults = [*_database(connection), *chain.broken(_noted(chain.entries(connection), logged, hashes))]
    if head is not None and head.lower() not in hashes:
        faults.append(f"log: no entry has the hash {head}; the log was cut off or made anew")
    faults += _contents(connection)
    for name, table in _LOGGED.items():
        faults += _rows(connection, name, table, logged[name])
    faults += _present(connection)
    entries, last = chain.head(connection)
    return Verified(_counts(connection), entries, last, tuple(faults))


def _noted(entries: Iterator[Entry], logged: dict[str, dict[int, str]], hashes: set[str]) -> Iterator[Entry]:
    """The entries as they pass by, with the digests that they hold; one that was changed holds nothing."""
    for entry in entries:
        if entry.right():
            hashes.add(entry.hash)
            if entry.action in logged:
                detail = json.loads(entry.detail)
                logged[entry.action][detail[entry.action]] = detail["row"]
        yield entry


def _database(connection: Connection) -> Iterator[str]:
    """What SQLite finds wrong with its own file."""
    if connection.dialect.name == "sqlite":
        for (said,) in connection.exec_driver_sql("PRAGMA quick_check(5)").fetchall():
            if said != "ok":
                yield f"database: {said}"
        for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(5):
            yield f"database: a row of {table} refers to one that is not there"


def _contents(connection: Connection) -> Iterator[str]:
    for row in connection.execute(sa.select(contents).execution_options(yield_per=50)):
        if sha256(row.bytes).hexdigest() != row.sha256 or len(row.bytes) != row.size:
            yield f"content {row.sha256}: the bytes are not those that were captured"


def _rows(connection: Connection, name: str, table: sa.Table, logged: dict[int, str]) -> Iterator[str]:
    """Rows against the log; what the log has and the table has not is left at the end."""
    left = set(logged)
    for row in connection.execute(sa.select(table).order_by(table.c.key).execution_options(yield_per=100)):
        left.discard(row.key)
        if row.key not in logged:
            yield f"{name} {row.key}: the log does not know of it"
        elif row_digest({**row._mapping}) != logged[row.key] or not _own_digest(name, row):
            yield f"{name} {row.key}: it was changed"
    for key in sorted(left):
        yield f"{name} {key}: it is gone, though the log says that it was added"


def _own_digest(name: str, row: sa.Row[Any]) -> bool:
    """Whether the text of a report, or of a reading, is that of its digest."""
    if name == "report":
        return text_digest(row.text) == str(row.text_sha256)
    if name == "reading":
        try:
            return sha256(unpacked(row.json)).hexdigest() == str(row.sha256)
        except zlib.error:
            return False
    return True


def _present(connection: Connection) -> Iterator[str]:
    """Whether each report is found by its last reading, with its reviews laid over it."""
    last = sa.select(readings.c.report, sa.func.max(readings.c.key).label("key")).group_by(readings.c.report).subquery()
    joined = reports.outerjoin(last, last.c.report == reports.c.key).outerjoin(
        present, present.c.report == reports.c.key
    )
    wrong = sa.or_(last.c.key.is_(None), present.c.reading.is_(None), present.c.reading != last.c.key)
    for (key,) in connection.execute(sa.select(reports.c.key).select_from(joined).where(wrong)):
        yield f"report {key}: it is not found by its last reading; `mahdar library read --all` mends that"
    decided = sa.select(reviews.c.report, sa.func.max(reviews.c.key).label("key")).where(reviews.c.subject != "story")
    newest = decided.group_by(reviews.c.report).subquery()
    other = sa.or_(present.c.review.is_(None), present.c.review != newest.c.key)
    asked = sa.select(present.c.report).join(newest, newest.c.report == present.c.report).where(other)
    for (key,) in connection.execute(asked):
        yield f"report {key}: it is not found by what people decided; `mahdar library read --all` mends that"


def _counts(connection: Connection) -> dict[str, int]:
    tables = {"reports": reports, "captures": captures, "readings": readings, "contents": contents,
              "reviews": reviews, "notes": notes}  # fmt: skip
    asked = {name: sa.select(sa.func.count()).select_from(table) for name, table in tables.items()}
    return {name: connection.execute(each).scalar_one() for name, each in asked.items()}
