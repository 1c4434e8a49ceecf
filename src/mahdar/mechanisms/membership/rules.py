"""The rules of membership as code: Articles 3 and 4 of the Charter."""

from __future__ import annotations

from datetime import date

from mahdar.checking.rulebook import Provision
from mahdar.record.access import Record

FOUNDED = date(1945, 10, 24)
ARTICLE_4 = Provision("Charter of the United Nations, Articles 3 and 4", "Charter of the United Nations")


def size(record: Record, on: date) -> int:
    """How many members the United Nations have on a day."""
    return len(record.un_members(on))
