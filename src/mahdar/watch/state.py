"""The state of watching for whoever shows it: sources with their last and next poll, notices and their messages.

Read-only, inside a transaction of the caller. Where nothing was ever watched the lists are empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from mahdar.library.schema import reports
from mahdar.watch import schema
from mahdar.watch.schema import deliveries, entries


@dataclass(frozen=True, slots=True)
class Source:
    """A feed, page or folder. `every` in seconds; `problem` is that of the last poll; moments ISO 8601 in UTC."""

    kind: str
    address: str
    outlet: str | None
    every: int
    active: bool
    polled_at: str | None
    changed_at: str | None
    next_at: str
    errors: int
    problem: str | None
    taken: int
    waiting: int
    refused: int


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. `start` and `end` are code points of the report's text; `sent` is receiver -> state of message."""

    key: int
    id: str
    rule: str
    about: str
    at: str
    report: str
    outlet: str | None
    url: str | None
    start: int | None
    end: int | None
    title_en: str
    title_ar: str
    text_en: str
    text_ar: str
    sentence: str
    verdict: str | None
    citations: tuple[dict[str, Any], ...]
    sent: dict[str, str]


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule: since when it judges, and how many notices it gave."""

    name: str
    since: str
    notices: int


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who is told: how many messages wait, were sent, were given up; the last problem."""

    name: str
    waiting: int
    sent: int
    failed: int
    problem: str | None


def sources(connection: Connection) -> list[Source]:
    """Every source that was ever watched, those that are watched now first."""
    counted = {state: _of_state(state) for state in ("waiting", "refused")}
    asked = sa.select(schema.sources, *(each.label(f"n_{state}") for state, each in counted.items()))
    order = (schema.sources.c.active.desc(), schema.sources.c.kind, schema.sources.c.address)
    return [_source(row) for row in connection.execute(asked.order_by(*order))]


def _of_state(state: str) -> sa.ScalarSelect[int]:
    same = sa.and_(entries.c.source == schema.sources.c.key, entries.c.state == state)
    return sa.select(sa.func.count()).select_from(entries).where(same).scalar_subquery()


def _source(row: Any) -> Source:
    told = row._mapping
    names = Source.__slots__[:-2]
    return Source(**{name: told[name] for name in names}, waiting=row.n_waiting, refused=row.n_refused)


def notices(connection: Connection, *, limit: int = 50, offset: int = 0, rule: str | None = None) -> list[Notice]:
    """Notices, the newest first."""
    joined = schema.notices.join(reports, reports.c.key == schema.notices.c.report)
    columns = (*schema.notices.c, reports.c.id, reports.c.outlet, reports.c.url)
    asked = sa.select(*columns).select_from(joined).order_by(schema.notices.c.key.desc()).limit(limit).offset(offset)
    rows: list[Any] = list(connection.execute(_of_rule(asked, rule)))
    sent = _sent(connection, [row.key for row in rows])
    return [_notice(row, sent.get(row.key, {})) for row in rows]


def notices_by_key(connection: Connection, keys: Iterable[int]) -> list[Notice]:
    """These notices, the oldest first."""
    wanted = list(keys)
    joined = schema.notices.join(reports, reports.c.key == schema.notices.c.report)
    columns = (*schema.notices.c, reports.c.id, reports.c.outlet, reports.c.url)
    asked = sa.select(*columns).select_from(joined).where(schema.notices.c.key.in_(wanted))
    rows: list[Any] = list(connection.execute(asked.order_by(schema.notices.c.key)))
    return [_notice(row, {}) for row in rows]


def _of_rule(asked: sa.Select[Any], rule: str | None) -> sa.Select[Any]:
    return asked if rule is None else asked.where(schema.notices.c.rule == rule)


def _sent(connection: Connection, keys: list[int]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    asked = sa.select(deliveries.c.notice, deliveries.c.receiver, deliveries.c.state)
    for notice, receiver, state in connection.execute(asked.where(deliveries.c.notice.in_(keys))):
        found.setdefault(notice, {})[receiver] = state
    return found


def _notice(row: Any, sent: dict[str, str]) -> Notice:
    said = json.loads(row.told)
    said["citations"] = tuple(said["citations"])
    same = {name: row._mapping[name] for name in ("key", "rule", "about", "at", "outlet", "url", "start", "end")}
    return Notice(id=UUID(row.mark[:32], version=5).urn, report=row.id, sent=sent, **same, **said)


def notice_count(connection: Connection, *, rule: str | None = None) -> int:
    """How many notices there are, of one rule or of all."""
    asked = _of_rule(sa.select(sa.func.count()).select_from(schema.notices), rule)
    found: int = connection.execute(asked).scalar_one()
    return found


def rules(connection: Connection) -> list[RuleState]:
    """Every rule that ever judged."""
    count = sa.select(sa.func.count()).where(schema.notices.c.rule == schema.rules.c.name).scalar_subquery()
    asked = sa.select(schema.rules.c.name, schema.rules.c.since, count).order_by(schema.rules.c.name)
    return [RuleState(*row) for row in connection.execute(asked)]


def receivers(connection: Connection) -> list[Receiver]:
    """Everybody for whom there ever was a message."""
    asked = sa.select(deliveries.c.receiver, deliveries.c.state, sa.func.count(), sa.func.max(deliveries.c.problem))
    counts: dict[str, dict[str, int]] = {}
    problems: dict[str, str | None] = {}
    for name, state, many, problem in connection.execute(asked.group_by(deliveries.c.receiver, deliveries.c.state)):
        counts.setdefault(name, {})[state] = many
        problems[name] = problem or problems.get(name)
    return [
        Receiver(
            name,
            each.get("waiting", 0) + each.get("sending", 0),
            each.get("sent", 0),
            each.get("failed", 0),
            problems[name],
        )
        for name, each in sorted(counts.items())
    ]
