"""The rules of membership as code: Articles 3 and 4 of the Charter."""

from __future__ import annotations

from datetime import date, timedelta

from mahdar.checking.rulebook import Provision
from mahdar.edtf import Interval
from mahdar.record.access import Record

_MONTH = 33  # days
FOUNDED = date(1945, 10, 24)
ARTICLE_4 = Provision("Charter of the United Nations, Articles 3 and 4", "Charter of the United Nations")


def size(record: Record, on: date) -> int:
    """How many members the United Nations have on a day."""
    return len(record.un_members(on))


def sizes(record: Record, days: Interval) -> set[int]:
    """How many members there were on each of these days; empty for more than a month of them."""
    if days.first is None or days.last is None or (days.last - days.first).days > _MONTH:
        return set()
    return {size(record, days.first + timedelta(k)) for k in range((days.last - days.first).days + 1)}
