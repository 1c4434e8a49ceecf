"""What the library holds of its reports: lists, and one report with its provenance."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.reader import parsed
from mahdar.library.schema import captures, contents, present, readings, reports

_SHORTEST = 6  # digits of a digest that name a report

Told = dict[str, Any]

# A report with what its present reading says; `published` is that of the reading, which may have found it in the text.
LISTED = (
    reports.c.id,
    reports.c.title,
    reports.c.outlet,
    reports.c.url,
    present.c.published,
    present.c.published_basis,
    present.c.language,
    reports.c.sha256,
    reports.c.added_at,
)
REPORTS = reports.outerjoin(present, present.c.report == reports.c.key)


def find(connection: Connection, id_: str) -> int | None:
    """The key of a report by its id, by the id as it came in where one report alone has it, or by its digest."""
    found = connection.scalar(sa.select(reports.c.key).where(reports.c.id == id_))
    if found is not None:
        return int(found)
    digest = id_.lower()
    others = [reports.c.given_id == id_]
    if len(digest) >= _SHORTEST and all(char in "0123456789abcdef" for char in digest):
        others.append(sa.and_(reports.c.sha256 >= digest, reports.c.sha256 < digest + "g"))
    for condition in others:
        keys = list(connection.scalars(sa.select(reports.c.key).where(condition).limit(2)))
        if len(keys) == 1:
            return int(keys[0])
    return None


def count(connection: Connection) -> int:
    """How many reports there are."""
    found: int = connection.execute(sa.select(sa.func.count()).select_from(reports)).scalar_one()
    return found


def listed(connection: Connection, *, limit: int | None = None, offset: int = 0) -> Iterator[Told]:
    """Reports in the order in which they came."""
    asked = sa.select(*LISTED).select_from(REPORTS).order_by(reports.c.key).limit(limit)
    asked = asked.where(reports.c.key > offset) if _without_gaps(connection, offset) else asked.offset(offset)
    for row in connection.execute(asked):
        yield dict(row._mapping)


def _without_gaps(connection: Connection, offset: int) -> bool:
    """Whether keys are the places of reports, which saves passing over all that stand before."""
    return offset > 0 and connection.scalar(sa.select(sa.func.max(reports.c.key))) == count(connection)


def shown(connection: Connection, key: int) -> Told:
    """One report: what it is, whence, its text, how it was captured, its present reading, and which were before."""
    asked = sa.select(
        *LISTED, reports.c.given_id, reports.c.published_reason, reports.c.notes, reports.c.text, contents.c.size
    ).select_from(REPORTS.join(contents, contents.c.sha256 == reports.c.sha256))
    row = dict(connection.execute(asked.where(reports.c.key == key)).one()._mapping)
    row["notes"] = json.loads(row["notes"])
    row["published_reason"] = row["published_reason"] or _REASONS.get(row["published_basis"])
    found = list(_readings(connection, key))
    return {
        **row,
        "captures": list(_captures(connection, key)),
        "readings": [{name: value for name, value in each.items() if name != "json"} for each in found],
        "reading": parsed(found[-1]["json"]) if found else None,
    }


_REASONS = {"text": "the dateline of the report", "record": "inferred from what the report says of the record"}


def _captures(connection: Connection, key: int) -> Iterator[Told]:
    columns = (captures.c.taken_at, captures.c.how, captures.c.address, captures.c.final, captures.c.media)
    asked = sa.select(*columns, captures.c.headers, captures.c.sha256, captures.c.program)
    for row in connection.execute(asked.where(captures.c.report == key).order_by(captures.c.key)):
        yield {**row._mapping, "headers": json.loads(row.headers)}


def _readings(connection: Connection, key: int) -> Iterator[Told]:
    columns = (readings.c.read_at, readings.c.reader, readings.c.record, readings.c.sha256, readings.c.json)
    for row in connection.execute(sa.select(*columns).where(readings.c.report == key).order_by(readings.c.key)):
        yield dict(row._mapping)


def content(connection: Connection, key: int) -> bytes:
    """The bytes of a report as they were captured."""
    joined = reports.join(contents, contents.c.sha256 == reports.c.sha256)
    asked = sa.select(contents.c.bytes).select_from(joined).where(reports.c.key == key)
    found: bytes = connection.execute(asked).scalar_one()
    return bytes(found)
