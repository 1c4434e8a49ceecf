"""The rules of mandates as code: special procedures run a year at a time, a holder at most six years
(A/HRC/PRST/8/2, A/HRC/RES/5/1).

A mandate without a known end may go on: that proves neither its life nor its end.
"""

from __future__ import annotations

from datetime import date

from mahdar.edtf import Interval
from mahdar.record.rows import Mandate, SanctionsBody

MOST_YEARS_OF_A_HOLDER = 6
_EXPERTS = frozenset({"panel-of-experts", "group-of-experts", "monitoring-group"})


def span(row: Mandate | SanctionsBody) -> Interval:
    """From the founding of the mandate to its last known day."""
    first: date | None = row.first.first if row.first else None
    return Interval(first, row.last.last if row.last else None)


def alike(kind: str | None) -> frozenset[str]:
    """The kinds that reports call by one name: a panel of experts and a group of experts. Empty for no kind at all."""
    if kind is None:
        return frozenset()
    return _EXPERTS if kind in _EXPERTS else frozenset({kind})
