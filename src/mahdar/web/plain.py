"""Data of pages as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any

from mahdar.characters import escape_json
from mahdar.edtf import Interval
from mahdar.export.cells import neutral


def plain(value: Any) -> Any:
    """A value as JSON has it: dataclasses as objects, days in ISO form, intervals in EDTF; keys with `_` left out."""
    if isinstance(value, Interval):
        return value.edtf()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items() if not str(key).startswith("_")}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    return _single(value)


def _single(value: Any) -> Any:
    if isinstance(value, float):
        return value if isfinite(value) else None
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.hex() if isinstance(value, bytes) else str(value)


def json_bytes(value: Any) -> bytes:
    """UTF-8 without raw characters that steer a terminal."""
    return escape_json(json.dumps(plain(value), ensure_ascii=False, allow_nan=False)).encode()


def csv_bytes(rows: Iterable[Any], columns: Sequence[str]) -> bytes:
    """CSV with a header. Text that a spreadsheet would take for a formula gets an apostrophe in front."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(columns)
    for row in rows:
        told = plain(row)
        lines.writerow([_cell(told.get(name)) for name in columns])
    return ("\ufeff" + out.getvalue()).encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return neutral(_words(value))


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "|".join(map(_words, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
