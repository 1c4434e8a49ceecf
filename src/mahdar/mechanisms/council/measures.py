"""Resolutions by which the Council imposed sanctions or lifted them, as the record and the table of sanctions have
them.

Any other resolution on the same state at the same time says nothing of its sanctions.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mahdar.record.access import Record
from mahdar.record.rows import Decision
from mahdar.tables import read_rows, values

IMPOSED, LIFTED, EASED = "imposed", "lifted", "eased"
MEASURES = (IMPOSED, LIFTED, EASED)


@cache
def _imposed() -> dict[str, tuple[str, ...]]:
    rows = read_rows("mahdar.mechanisms.sanctions", "imposed.csv")
    return {row["target"]: values(row["symbols"]) for row in rows}


def of_measure(rows: Sequence[Decision], record: Record, target: str, measure: str) -> list[Decision]:
    """The resolutions that did this to the sanctions on a state; which ones eased some of them the record does not
    say.
    """
    regimes = record.regimes(target)
    symbols = {
        IMPOSED: {*(row.symbol for row in regimes), *_imposed().get(target, ())},
        LIFTED: {row.ended_by for row in regimes if row.ended_by},
    }.get(measure, set())
    return [row for row in rows if row.symbol in symbols]
