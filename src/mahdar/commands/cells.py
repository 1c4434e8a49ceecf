"""Values of rows as JSON has them, and as the text of a cell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite

from mahdar.edtf import Interval


def plain(value: object) -> object:
    """A value as JSON has it: texts, numbers, lists and objects."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(map(str, value))
    return _single(value)


def _single(value: object) -> object:
    if isinstance(value, float):
        return value if isfinite(value) else None
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Interval):
        return value.edtf()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.hex() if isinstance(value, bytes) else str(value)


def words(value: object) -> str:
    """A plain value as the text of a cell."""
    bare = plain(value)
    if bare is None:
        return ""
    if isinstance(bare, bool):
        return "yes" if bare else "no"
    if isinstance(bare, list):
        return "|".join(words(item) for item in bare)
    return json.dumps(bare, ensure_ascii=False) if isinstance(bare, dict) else str(bare)
