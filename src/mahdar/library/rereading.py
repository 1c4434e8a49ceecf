"""Reading kept reports again. A reading is added to the former ones; none is ever changed."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library import chain
from mahdar.library.adding import Added
from mahdar.library.asking import find
from mahdar.library.items import Dated, Refused
from mahdar.library.opened import Library
from mahdar.library.reader import Asked, Read, read, reader_version
from mahdar.library.rows import Entries, put_reading
from mahdar.library.schema import contents, present, readings, reports

if TYPE_CHECKING:
    from mahdar.record.access import Record

_BATCH = 32


def reread(
    library: Library, record: Record, *, ids: Sequence[str] | None = None, every: bool = False
) -> Generator[Added | Refused, None, None]:
    """Read reports again: those named, else those whose present reading is by another reader or record, or all.

    Each is told when its reading is there for good. Raises LibraryError where the library cannot be written.
    """
    keys: list[int] = []
    with library.reading() as connection:
        if ids is None:
            keys = _all(connection) if every else _outdated(connection, record.hash)
        for id_ in ids or ():
            found = find(connection, id_)
            if found is None:
                yield Refused(id_, "the library has no such report")
            else:
                keys.append(found)
    for at in range(0, len(keys), _BATCH):
        yield from _batch(library, record, keys[at : at + _BATCH])


def _all(connection: Connection) -> list[int]:
    return list(connection.scalars(sa.select(reports.c.key).order_by(reports.c.key)))


def _outdated(connection: Connection, record: str) -> list[int]:
    joined = reports.outerjoin(present, present.c.report == reports.c.key).outerjoin(
        readings, readings.c.key == present.c.reading
    )
    other = sa.or_(readings.c.key.is_(None), readings.c.reader != reader_version(), readings.c.record != record)
    return list(connection.scalars(sa.select(reports.c.key).select_from(joined).where(other).order_by(reports.c.key)))


def _batch(library: Library, record: Record, keys: Sequence[int]) -> Iterator[Added | Refused]:
    done: list[tuple[int, str, Read]] = []
    for key in keys:
        asked = _asked(library, key)
        try:
            done.append((key, asked.id, read(asked, record)))
        except Exception as error:  # a fault of the reader costs the others nothing
            yield Refused(asked.id, f"a fault in Mahdar ({type(error).__name__}: {error}); please report it")
    log = Entries()
    with library.writing() as connection:
        for key, _, found in done:
            put_reading(connection, key, found, log)
        chain.append(connection, log)
    yield from (Added(id_, id_, False) for _, id_, _ in done)


def _asked(library: Library, key: int) -> Asked:
    """A kept report as it was when it was read first."""
    joined = sa.select(reports, contents.c.bytes).join(contents, contents.c.sha256 == reports.c.sha256)
    with library.reading() as connection:
        row = connection.execute(joined.where(reports.c.key == key)).one()
    dated = Dated(row.published, row.published_basis, row.published_reason) if row.published else None
    notes = tuple(json.loads(row.notes))
    return Asked(row.given_id, row.bytes, row.text, row.title, row.outlet, row.url, dated, notes)
