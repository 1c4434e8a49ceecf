"""Holding the rules against what came: readings in the order in which they were put in, each once for each rule.

Notices, their messages and how far the rules have come are one transaction: after a crash, judging goes on where the
last one ended, and nothing is told twice or passed over. A mark on each notice holds the same words under the same rule
apart from new ones, so that a copy of a report, or a second reading of it, tells nothing again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library import terms
from mahdar.library.chain import canonical
from mahdar.library.opened import Library
from mahdar.library.reader import parsed
from mahdar.library.schema import present, readings, reports
from mahdar.watch.moments import moment, stamp
from mahdar.watch.rules import Came, Hit, Rule, hits
from mahdar.watch.schema import deliveries, notices
from mahdar.watch.schema import rules as kept_rules
from mahdar.watch.settings import Settings
from mahdar.watch.wording import told

_BATCH = 50  # readings


@dataclass(frozen=True, slots=True)
class Noticed:
    """A notice that was put in."""

    key: int
    rule: str
    title: str


def judge(library: Library, settings: Settings, now: datetime) -> Iterator[Noticed]:
    """Hold the rules against all that they have not judged yet; each notice when it is there for good."""
    while settings.rules:
        with library.reading() as connection:
            marks = _marks(connection, settings.rules)
            found, last = _next(connection, min(marks.values()))
        if last is None:
            return
        hit = [each for one in found for rule in settings.rules if marks[rule.name] < one.reading
               for each in hits(rule, one)]  # fmt: skip
        with library.writing() as connection:
            put = [noticed for each in hit if (noticed := _put(connection, each, settings, now))]
            behind = sa.and_(kept_rules.c.name.in_(list(marks)), kept_rules.c.reading < last)
            connection.execute(sa.update(kept_rules).where(behind).values(reading=last))
        yield from put


def _marks(connection: Connection, wanted: Sequence[Rule]) -> dict[str, int]:
    """Up to which reading each rule has judged."""
    names = [rule.name for rule in wanted]
    asked = sa.select(kept_rules.c.name, kept_rules.c.reading).where(kept_rules.c.name.in_(names))
    return {row.name: row.reading for row in connection.execute(asked)}


def _next(connection: Connection, after: int) -> tuple[list[Came], int | None]:
    """The readings that follow, those alone by which their reports are found; and the last that was looked at."""
    joined = readings.join(reports, reports.c.key == readings.c.report)
    joined = joined.outerjoin(present, present.c.reading == readings.c.key)
    columns = (readings.c.key.label("reading"), readings.c.json, readings.c.read_at, present.c.reading.label("present"))
    kept = (
        reports.c.key.label("report"),
        reports.c.id,
        reports.c.title,
        reports.c.outlet,
        reports.c.url,
        reports.c.text,
    )
    asked = sa.select(*columns, *kept).select_from(joined).where(readings.c.key > after)
    rows: Sequence[Any] = connection.execute(asked.order_by(readings.c.key).limit(_BATCH)).all()
    return [_came(row) for row in rows if row.present is not None], rows[-1].reading if rows else None


def _came(row: Any) -> Came:
    at = moment(row.read_at)
    return Came(row.report, row.reading, row.id, row.title, row.outlet, row.url, row.text, at, parsed(row.json))


def _put(connection: Connection, hit: Hit, settings: Settings, now: datetime) -> Noticed | None:
    """A notice with a message for each receiver; None where it was told before."""
    mark = _mark(hit)
    if connection.scalar(sa.select(notices.c.key).where(notices.c.mark == mark)) is not None:
        return None
    said = told(hit)
    part = hit.part or {}
    row = {
        "mark": mark,
        "rule": hit.rule.name,
        "about": hit.rule.about,
        "report": hit.came.report,
        "reading": hit.came.reading,
        "start": part.get("start"),
        "end": part.get("end"),
        "at": stamp(now),
        "told": json.dumps(said, ensure_ascii=False),
    }
    key: int = connection.execute(sa.insert(notices).returning(notices.c.key), row).scalar_one()
    start = {"notice": key, "state": "waiting", "tries": 0, "next_at": stamp(now)}
    rows = [{**start, "receiver": name} for name in _receivers(hit.rule, settings)]
    if rows:
        connection.execute(sa.insert(deliveries), rows)
    return Noticed(key, hit.rule.name, said["title_en"])


def _receivers(rule: Rule, settings: Settings) -> list[str]:
    names = [each.name for each in settings.receivers]
    return [name for name in names if not rule.receivers or name in rule.receivers]


def _mark(hit: Hit) -> str:
    """SHA-256 of the rule and of what is told: the same words with the same verdict, or by the same speakers.

    A report as a whole is told once by its own words.
    """
    part = hit.part or {}
    said = _plain(str(part["text"])) if part else _plain(hit.came.text)
    about = {key: part[key] for key in ("kind", "args", "verdict", "speakers", "act") if key in part}
    return sha256(
        canonical({"rule": hit.rule.name, "about": hit.rule.about, "said": said, **about}).encode()
    ).hexdigest()


def _plain(text: str) -> str:
    return terms.indexed(text)[0]
