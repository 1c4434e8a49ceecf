"""The rules of offices as code: Article 97 of the Charter and the practice of the General Assembly."""

from __future__ import annotations

from datetime import date
from functools import cache

from mahdar.checking.wording import Pair
from mahdar.edtf import Interval
from mahdar.record.rows import Office
from mahdar.tables import read_rows

ALONE = frozenset({"secretary-general", "president-general-assembly", "high-commissioner-human-rights"})


def span(row: Office) -> Interval:
    """From the first to the last day in office; what a source gives by the year counts as the whole year."""
    first: date | None = row.first.first if row.first else None
    return Interval(first, row.last.last if row.last else None)


def held_alone(office: str) -> bool:
    """Whether one person at a time holds the office, so that the record names everybody who did."""
    return office in ALONE


def named(office: str) -> Pair:
    """An office in words; its slug as words where the table lacks it."""
    plain = office.replace("-", " ")
    return _names().get(office, Pair(plain, plain))


@cache
def _names() -> dict[str, Pair]:
    rows = read_rows("mahdar.mechanisms.offices", "offices.csv")
    return {row["office"]: Pair(row["name"], row["name_ar"]) for row in rows}
