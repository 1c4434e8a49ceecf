"""What watching has to do and has done, in the library's database: sources, and what they named.

Each function works inside a transaction of its caller, so that what belongs together is there whole or not at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.characters import harmless
from mahdar.library.items import Dated
from mahdar.library.schema import captures, readings, reports
from mahdar.record.loading.fetch import Known
from mahdar.watch.moments import later, moment, stamp
from mahdar.watch.schema import entries, facts, rules, sources
from mahdar.watch.settings import Settings, Source

_MOST_PARAMETERS = 500  # values of one question
_LONGEST = 2_000  # bytes of an address; see mahdar.watch.settings
_SHOWN = 300  # characters shown of an address that cannot be kept
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNFIT = "its name or address is too long, or holds characters that are no text; give it another"


@dataclass(frozen=True, slots=True)
class Watched:
    """A source as it stands in the database."""

    key: int
    kind: str
    address: str
    outlet: str | None
    every: int
    known: Known
    errors: int
    next_at: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An address that a feed named, or a file of a folder, still to be taken."""

    key: int
    source: int
    kind: str
    address: str
    outlet: str | None
    stamp: str
    dated: Dated | None
    tries: int
    next_at: str


def register(connection: Connection, settings: Settings, now: datetime) -> None:
    """Take in what the settings name. What they name no more stays, inactive."""
    connection.execute(sa.update(sources).values(active=False))
    for source in settings.sources:
        _register(connection, source, now)
    last = connection.scalar(sa.select(sa.func.max(readings.c.key))) or 0
    known = set(connection.scalars(sa.select(rules.c.name)))
    for rule in settings.rules:
        if rule.name not in known:
            row = {"name": rule.name, "reading": 0 if rule.past else last, "since": stamp(now)}
            connection.execute(sa.insert(rules), [row])
    if fact(connection, "feed") is None:
        connection.execute(sa.insert(facts), [{"name": "feed", "value": f"urn:uuid:{uuid4()}"}])


def fact(connection: Connection, name: str) -> str | None:
    """What is said once of the watch: `feed` is the id of its feed."""
    found: str | None = connection.scalar(sa.select(facts.c.value).where(facts.c.name == name))
    return found


def _register(connection: Connection, source: Source, now: datetime) -> None:
    same = sa.and_(sources.c.kind == source.kind, sources.c.address == source.address)
    row = connection.execute(sa.select(sources).where(same)).first()
    if row is None:
        start = {"etag": "", "last_modified": "", "next_at": stamp(now), "errors": 0, "taken": 0}
        named = {"kind": source.kind, "address": source.address, "outlet": source.outlet, "every": source.every}
        connection.execute(sa.insert(sources), [{**named, **start, "active": True}])
        return
    changed: dict[str, Any] = {"active": True, "outlet": source.outlet, "every": source.every}
    if row.every != source.every and row.polled_at and not row.errors:
        changed["next_at"] = later(moment(row.polled_at), source.every)
    connection.execute(sa.update(sources).where(same).values(**changed))


def due_sources(connection: Connection, now: datetime) -> list[Watched]:
    """Sources whose time has come, the longest due first."""
    asked = sa.select(sources).where(sources.c.active, sources.c.next_at <= stamp(now)).order_by(sources.c.next_at)
    return [_watched(row) for row in connection.execute(asked)]


def _watched(row: sa.Row[Any]) -> Watched:
    known = Known(row.etag, row.last_modified)
    return Watched(row.key, row.kind, row.address, row.outlet, row.every, known, row.errors, row.next_at)


def due_entries(connection: Connection, now: datetime, limit: int, *, files: bool) -> list[Entry]:
    """Files, or addresses, whose time has come, of active sources, the longest due first."""
    joined = entries.join(sources, sources.c.key == entries.c.source)
    columns = (*entries.c, sources.c.kind, sources.c.outlet)
    asked = sa.select(*columns).select_from(joined).order_by(entries.c.next_at, entries.c.key).limit(limit)
    asked = asked.where(entries.c.state == "waiting", entries.c.next_at <= stamp(now), sources.c.active)
    asked = asked.where((sources.c.kind == "folder") if files else (sources.c.kind != "folder"))
    return [_entry(row) for row in connection.execute(asked)]


def _entry(row: sa.Row[Any]) -> Entry:
    dated = Dated(*json.loads(row.dated)) if row.dated else None
    return Entry(row.key, row.source, row.kind, row.address, row.outlet, row.stamp, dated, row.tries, row.next_at)


def next_moment(connection: Connection) -> str | None:
    """When the next source or entry is due."""
    waiting = entries.join(sources, sources.c.key == entries.c.source)
    first = sa.select(sa.func.min(entries.c.next_at)).select_from(waiting)
    first = first.where(entries.c.state == "waiting", sources.c.active)
    found = [
        connection.scalar(first),
        connection.scalar(sa.select(sa.func.min(sources.c.next_at)).where(sources.c.active)),
    ]
    return min((each for each in found if each), default=None)


def polled(connection: Connection, source: Watched, now: datetime, wait: float, **more: object) -> None:
    """A poll went well; it is due again after `wait` seconds. `more` are columns that changed."""
    told = {"polled_at": stamp(now), "next_at": later(now, wait), "errors": 0, "problem": None, **more}
    connection.execute(sa.update(sources).where(sources.c.key == source.key).values(**told))


def failed(connection: Connection, source: Watched, now: datetime, wait: float, problem: str) -> None:
    """A poll went wrong."""
    told = {"polled_at": stamp(now), "next_at": later(now, wait), "errors": source.errors + 1, "problem": problem}
    connection.execute(sa.update(sources).where(sources.c.key == source.key).values(**told))


def came(connection: Connection, source: int, new: int, now: datetime) -> None:
    """New reports came by a source."""
    if new:
        told = {"taken": sources.c.taken + new, "changed_at": stamp(now)}
        connection.execute(sa.update(sources).where(sources.c.key == source).values(**told))


def stamps(connection: Connection, source: int) -> dict[str, str]:
    """What a source named before, by address, with the stamp that it had."""
    asked = sa.select(entries.c.address, entries.c.stamp).where(entries.c.source == source)
    return {row.address: row.stamp for row in connection.execute(asked)}


def name_entries(
    connection: Connection, source: int, named: Sequence[tuple[str, str, Dated | None]], now: datetime
) -> tuple[int, list[str]]:
    """Note what a source names (address, stamp, day) and the library has not taken yet.

    How many are new, and which are refused since no database keeps such an address. An entry whose stamp changed waits
    anew.
    """
    known, new, refused = stamps(connection, source), 0, []
    for address, stamp_, dated in named:
        kept = storable(address)
        if known.get(kept) == stamp_:
            continue
        row = _row(source, kept, stamp_, dated, now)
        if kept != address:
            row |= {"state": "refused", "problem": _UNFIT}
            refused.append(kept)
        if kept in known:
            same = sa.and_(entries.c.source == source, entries.c.address == kept)
            connection.execute(sa.update(entries).where(same).values(**row))
        else:
            connection.execute(sa.insert(entries), [row])
        known[kept] = stamp_
        new += kept == address
    return new, refused


def storable(address: str) -> str:
    """The address as it is kept: itself, or what can be shown of one that no database and no index takes."""
    shown = harmless(" ".join(address.split())) if _ODD.search(address) else address
    if len(shown.encode("utf-8", "replace")) <= _LONGEST and shown == address:
        return address
    return f"{shown[:_SHOWN]}… {sha256(address.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _row(source: int, address: str, stamp_: str, dated: Dated | None, now: datetime) -> dict[str, Any]:
    told = json.dumps([dated.published, dated.basis, dated.reason], ensure_ascii=False) if dated else None
    start = {"state": "waiting", "tries": 0, "next_at": stamp(now), "problem": None}
    return {"source": source, "address": address, "stamp": stamp_, "dated": told, **start}


def settle(connection: Connection, keys: Iterable[int], state: str, problem: str | None = None) -> None:
    """Entries are done, or refused for good."""
    connection.execute(sa.update(entries).where(entries.c.key.in_(list(keys))).values(state=state, problem=problem))


def postpone(connection: Connection, entry: Entry, now: datetime, wait: float, problem: str) -> None:
    """An entry could not be had for now."""
    told = {"tries": entry.tries + 1, "next_at": later(now, wait), "problem": problem}
    connection.execute(sa.update(entries).where(entries.c.key == entry.key).values(**told))


def rest(connection: Connection, host: str, now: datetime, wait: float) -> None:
    """A host cannot answer now: what is waiting of it waits on, and so do its feeds and pages."""
    until = later(now, wait)
    for table in (entries, sources):
        mine = sa.and_(table.c.address.startswith(f"{host}/", autoescape=True), table.c.next_at < until)
        connection.execute(sa.update(table).where(mine).values(next_at=until))


def captured(connection: Connection, addresses: Sequence[str]) -> set[str]:
    """Which of these addresses the library has captured before."""
    found: set[str] = set()
    for at in range(0, len(addresses), _MOST_PARAMETERS):
        part = addresses[at : at + _MOST_PARAMETERS]
        found.update(connection.scalars(sa.select(captures.c.address).where(captures.c.address.in_(part)).distinct()))
    return found


def has(connection: Connection, address: str, digest: str) -> bool:
    """Whether these bytes were captured at this address before."""
    joined = reports.join(captures, captures.c.report == reports.c.key)
    asked = sa.select(captures.c.key).select_from(joined).limit(1)
    return connection.scalar(asked.where(reports.c.sha256 == digest, captures.c.address == address)) is not None


def has_text(connection: Connection, address: str, digest: str) -> bool:
    """Whether a report with this text was captured at this address before."""
    joined = reports.join(captures, captures.c.report == reports.c.key)
    asked = sa.select(captures.c.key).select_from(joined).limit(1)
    return connection.scalar(asked.where(captures.c.address == address, reports.c.text_sha256 == digest)) is not None
