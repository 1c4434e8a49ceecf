"""Which reports of the library speak of a document of the record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mahdar.library.schema import cited, present, reports

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


def reports_citing(connection: Connection, symbols: Iterable[str], *, limit: int = 20) -> list[dict[str, Any]]:
    """Reports with a claim of which one of these documents is cited, the newest first."""
    columns = (reports.c.sha256, reports.c.id, reports.c.title, reports.c.outlet, present.c.published)
    speaking = sa.select(cited.c.report).where(cited.c.symbol.in_(sorted(set(symbols))))
    joined = reports.join(present, present.c.report == reports.c.key)
    asked = sa.select(*columns, present.c.language).select_from(joined).where(reports.c.key.in_(speaking))
    newest = sa.func.coalesce(present.c.first, present.c.last, "").desc()
    return [dict(row._mapping) for row in connection.execute(asked.order_by(newest, reports.c.key).limit(limit))]
