"""Who did what: a row for each change that somebody made through the application or the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mahdar.library.items import now
from mahdar.web.people.schema import doings

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_MOST = 500  # characters of what it was about


def wrote(connection: Connection, who: str, action: str, about: str = "") -> None:
    """Write a row, in the transaction that makes the change."""
    connection.execute(sa.insert(doings), {"at": now(), "who": who, "action": action, "about": about[:_MOST]})


def doings_of(connection: Connection, *, limit: int = 50, before: int | None = None) -> list[dict[str, Any]]:
    """Rows, newest first, from the one before a number on."""
    asked = sa.select(doings).order_by(doings.c.seq.desc()).limit(limit)
    if before is not None:
        asked = asked.where(doings.c.seq < before)
    return [dict(row._mapping) for row in connection.execute(asked)]


def failures(connection: Connection, name: str, since: str) -> int:
    """How often signing in under a name failed since a moment."""
    failed = sa.and_(doings.c.action == "sign-in-failed", doings.c.about == name[:_MOST], doings.c.at > since)
    found: int = connection.execute(sa.select(sa.func.count()).select_from(doings).where(failed)).scalar_one()
    return found
