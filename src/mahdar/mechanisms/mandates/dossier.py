"""What the dossier of a state says of country mandates: each mandate, who held it, and its end where it is known."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.dossier import Dossier, Line, line, sentence, time
from mahdar.record.access import Record
from mahdar.record.rows import Mandate

_PACKAGE = "mahdar.mechanisms.mandates"


def lines(state: str, record: Record) -> Iterator[Line]:
    """A mandate once, however many held it; a mandate without a known end has none here."""
    rows = record.mandates(state)
    for row in {(row.title, row.symbol): row for row in reversed(rows)}.values():
        yield line(time(row.first), sentence(_PACKAGE, "founded", title=row.title), row, row.symbol)
        if row.last:
            what = sentence(_PACKAGE, "ended", title=row.title)
            yield line(time(row.last), what, row, row.symbol, row.last.last)
    yield from (_holder(row) for row in rows if row.holder)


def _holder(row: Mandate) -> Line:
    first = row.holder_first or row.first
    role = sentence(_PACKAGE, f"role.{row.role or 'holder'}")
    what = sentence(_PACKAGE, "holder", title=row.title, holder=row.holder, role=role)
    return line(time(first, row.holder_last), what, row, row.symbol, first.last if first else None)


DOSSIER = Dossier(lines, ("country_mandates",))
