"""Rows of what is kept for good, put in with their entries in the log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library import chain
from mahdar.library.drawn import draw, draw_words
from mahdar.library.items import Item, Met, now
from mahdar.library.reader import Read, packed
from mahdar.library.reviews import Json, Review
from mahdar.library.schema import captures, contents, notes, readings, reports, reviews

Entries = list[tuple[str, Mapping[str, Any]]]
_BULK = {"text", "json", "bytes", "key"}  # not in the digest of a row: they have digests of their own, or say nothing


def row_digest(row: Mapping[str, Any]) -> str:
    """SHA-256 of a row as the log holds it."""
    return chain.digest({name: value for name, value in row.items() if name not in _BULK})


def put_report(connection: Connection, item: Item, id: str, log: Entries) -> int:
    """The content, if new, and the report. Its key."""
    _put_content(connection, item)
    dated = item.dated
    row = {
        "id": id,
        "given_id": item.id,
        "sha256": item.sha256,
        "text": item.text,
        "text_sha256": text_digest(item.text),
        "title": item.title,
        "outlet": item.outlet,
        "url": item.url,
        "published": dated.published if dated else None,
        "published_basis": dated.basis if dated else None,
        "published_reason": dated.reason if dated else None,
        "notes": json.dumps(item.notes, ensure_ascii=False),
        "added_at": now(),
    }
    key = _inserted(connection, reports, row)
    log.append(("report", {"report": key, "row": row_digest(row), "sha256": item.sha256}))
    draw_words(connection, key, item.title, item.text)
    return key


def put_capture(connection: Connection, report: int, digest: str, met: Met, program: str, log: Entries) -> None:
    """That the content of a report was met."""
    row = {
        "report": report,
        "sha256": digest,
        "address": met.address,
        "final": met.final,
        "how": met.how,
        "media": met.media,
        "headers": json.dumps(met.headers, ensure_ascii=False),
        "taken_at": met.taken_at,
        "program": program,
    }
    key = _inserted(connection, captures, row)
    log.append(("capture", {"capture": key, "row": row_digest(row), "sha256": digest}))


def put_reading(connection: Connection, report: int, read: Read, log: Entries) -> None:
    """A reading, by which the report is found from now on; the former ones stay."""
    text = read.text
    row = {
        "report": report,
        "reader": read.reader,
        "record": read.record,
        "sha256": text_digest(text),
        "json": packed(text),
        "read_at": now(),
    }
    key = _inserted(connection, readings, row)
    log.append(("reading", {"reading": key, "row": row_digest(row)}))
    draw(connection, report, key, json.loads(text))


def put_review(
    connection: Connection, report: int, asked: Review, was: Json, at: str, reading: int | None, other: int | None,
    log: Entries,
) -> int:  # fmt: skip
    """What a person decided at that moment. Its key."""
    row = {
        "report": report,
        "subject": asked.subject,
        "decision": asked.decision,
        "start": asked.start,
        "end": asked.end,
        "quoted": was.get("text"),
        "kind": asked.kind,
        "args": json.dumps(dict(asked.args), ensure_ascii=False) if asked.args else None,
        "was": json.dumps(was, ensure_ascii=False),
        "correction": json.dumps(dict(asked.correction), ensure_ascii=False) if asked.correction else None,
        "other": other,
        "reading": reading,
        "who": asked.by,
        "why": asked.why,
        "at": at,
    }
    key = _inserted(connection, reviews, row)
    log.append(("review", {"review": key, "row": row_digest(row)}))
    return key


def put_note(connection: Connection, row: Mapping[str, Any], log: Entries) -> int:
    """What a person noted. Its key."""
    key = _inserted(connection, notes, row)
    log.append(("note", {"note": key, "row": row_digest(row)}))
    return key


def text_digest(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _put_content(connection: Connection, item: Item) -> None:
    known = connection.scalar(sa.select(contents.c.size).where(contents.c.sha256 == item.sha256))
    if known is None:
        row = {"sha256": item.sha256, "size": len(item.raw), "bytes": item.raw}
        connection.execute(sa.insert(contents), [row])


def _inserted(connection: Connection, table: sa.Table, row: Mapping[str, Any]) -> int:
    key: int = connection.execute(sa.insert(table).returning(table.c.key), dict(row)).scalar_one()
    return key
