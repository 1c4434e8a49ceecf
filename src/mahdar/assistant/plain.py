"""Values of answers as JSON has them; sources everywhere in one form.

`plain` turns times into EDTF text, and where a row of the record comes from into a `citation` (symbol, date, title,
source, url) beside `confidence` and `known_since`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from mahdar.dossier.shapes import Origin
from mahdar.edtf import Interval
from mahdar.export.kept import Moment
from mahdar.record.asking.entries import Entry
from mahdar.record.rows import Row

Json = dict[str, Any]
_NAMES = ("symbol", "draft", "slug", "reference", "treaty")


def plain(value: Any) -> Any:
    """A value with all that stands in it; rows that have an `origin` are given their citation instead."""
    if isinstance(value, Moment | Interval):
        return value.edtf if isinstance(value, Moment) else value.edtf()
    if is_dataclass(value) and not isinstance(value, type):
        return _row({each.name: getattr(value, each.name) for each in fields(value)})
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else _single(value)


def _row(cells: Json) -> Json:
    origin = cells.pop("origin", None)
    told = {name: plain(cell) for name, cell in cells.items()}
    return told | of_origin(origin, cells.get("when")) if isinstance(origin, Origin) else told


def _single(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and not isfinite(value):
        return None
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def of_row(row: Row) -> Json:
    """Where a typed row comes from."""
    told = asdict(row.citation())
    return _sourced(told | {"url": told["url"] or row.source.url or None}, row.confidence, row.known_since)


def of_origin(origin: Origin, when: Moment | None = None) -> Json:
    """Where an item of a dossier comes from; its date where it is of one day, month or year."""
    day = when.exact if when else None
    cited = {"symbol": origin.symbol, "date": day, "title": origin.title, "source": origin.publisher}
    return _sourced(cited | {"url": origin.url or None}, origin.confidence, origin.known_since)


def of_entry(entry: Entry) -> Json:
    """Where a row that stands under a symbol comes from."""
    symbol = next((entry.cells[name] for name in _NAMES if entry.cells.get(name)), None)
    cited = {"symbol": symbol, "date": plain(entry.cells.get("date")), "title": entry.origin.title}
    cited |= {"source": entry.origin.name, "url": entry.link or None}
    return _sourced(cited, entry.confidence, entry.since)


def _sourced(citation: Json, confidence: str, since: date | str | None) -> Json:
    return {"citation": citation, "confidence": confidence, "known_since": plain(since)}
