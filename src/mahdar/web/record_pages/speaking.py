"""Reports of the library that speak of a decision: those of which a claim was held against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from mahdar.library.schema import cited, log
from mahdar.record.symbols import normal
from mahdar.web.report_pages.headings import heading

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from mahdar.export.kept import Kept
    from mahdar.web.asking import Ask

_MOST = 20  # reports that are looked into, the newest first


def reports_on(ask: Ask, told: dict[str, Any]) -> dict[str, Any]:
    """`total` reports whose verdicts cite the document, and of the newest ones `rows`: the claim with its verdict."""
    names = sorted({name for given in _symbols(told) if given for name in (given, normal(given))})
    with ask.reading() as connection:
        head = connection.execute(sa.select(sa.func.max(log.c.seq))).scalar_one_or_none()
        key = ("reports on", tuple(names), head)
        found: dict[str, Any] = ask.state.kept.get(key, lambda: _reports(connection, names))
    return found


def _symbols(told: dict[str, Any]) -> Iterator[str]:
    yield told["symbol"]
    for one in told["decided"]:
        yield one["symbol"]
        yield one["draft"]


def _reports(connection: Connection, names: list[str]) -> dict[str, Any]:
    from mahdar.dossier.kept import kept

    keys = sa.select(cited.c.report).where(cited.c.symbol.in_(names)).distinct()
    total = connection.execute(sa.select(sa.func.count()).select_from(keys.subquery())).scalar_one()
    symbols = {normal(name) for name in names}
    rows = [row for one in kept(connection, keys, newest=True, limit=_MOST) for row in _claims(one, symbols)]
    return {"total": total, "rows": rows}


def _claims(one: Kept, symbols: set[str]) -> Iterator[dict[str, Any]]:
    """The claims of a report whose verdict cites one of the symbols; where several do, the first of each verdict."""
    head = one.report
    seen: set[str] = set()
    for claim in one.reading.claims:
        if claim.verdict not in seen and any(c.symbol and normal(c.symbol) in symbols for c in claim.citations):
            seen.add(claim.verdict)
            yield {
                "id": head.id,
                "sha256": head.sha256,
                "outlet": head.outlet,
                "title": head.title,
                "heading": heading(head.title, one.text[:400], head.id),
                "language": head.language,
                "published": head.published.edtf if head.published else None,
                "address": head.address,
                "kind": claim.kind,
                "verdict": claim.verdict,
                "start": claim.start,
                "end": claim.end,
                "text": one.text[claim.start : claim.end],
            }
