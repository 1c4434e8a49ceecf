"""The log: every change of the library as an entry whose hash holds the one before it.

An entry's hash is SHA-256 over the JSON array `[seq, at, action, detail, previous]`, UTF-8, without spaces. `detail` is
a JSON object with the digests of what was added, so that a row changed, added or taken away behind the log's back
shows. A log cut off at its end shows only against a head that somebody kept: `verify` prints it, and takes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.items import now
from mahdar.library.schema import log

START = "0" * 64  # what the first entry names as the hash before it


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log."""

    seq: int
    at: str
    action: str
    detail: str
    previous: str
    hash: str

    def right(self) -> bool:
        """Whether the hash is that of the entry."""
        return self.hash == _hash(self.seq, self.at, self.action, self.detail, self.previous)


def append(connection: Connection, entries: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    """Add entries (action, detail) at the end. Only inside a writing transaction, which alone sees the last one."""
    seq, previous = head(connection)
    rows, at = [], now()
    for action, detail in entries:
        seq, text = seq + 1, canonical(detail)
        this = _hash(seq, at, action, text, previous)
        rows.append({"seq": seq, "at": at, "action": action, "detail": text, "previous": previous, "hash": this})
        previous = this
    if rows:
        connection.execute(sa.insert(log), rows)


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry; 0 and START where there is none."""
    row = connection.execute(sa.select(log.c.seq, log.c.hash).order_by(log.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash) if row else (0, START)


def entries(connection: Connection) -> Iterator[Entry]:
    """All entries from the first on."""
    columns = (log.c.seq, log.c.at, log.c.action, log.c.detail, log.c.previous, log.c.hash)
    for row in connection.execute(sa.select(*columns).order_by(log.c.seq)):
        yield Entry(*row)


def broken(found: Iterable[Entry]) -> Iterator[str]:
    """What is wrong with a chain, a sentence each; what follows a break is judged by itself."""
    seq, previous = 0, START
    for entry in found:
        if entry.seq != seq + 1:
            yield f"log: entries {seq + 1} to {entry.seq - 1} are missing"
        elif entry.previous != previous:
            yield f"log: entry {entry.seq} does not follow the one before it"
        if not entry.right():
            yield f"log: entry {entry.seq} was changed"
        seq, previous = entry.seq, entry.hash


def canonical(detail: Mapping[str, Any]) -> str:
    """One JSON text for one value: keys sorted, no spaces, letters as they are."""
    return json.dumps(detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(row: Mapping[str, Any]) -> str:
    """SHA-256 of a row's canonical JSON."""
    return sha256(canonical(row).encode()).hexdigest()


def _hash(seq: int, at: str, action: str, detail: str, previous: str) -> str:
    line = json.dumps([seq, at, action, detail, previous], ensure_ascii=False, separators=(",", ":"))
    return sha256(line.encode()).hexdigest()
