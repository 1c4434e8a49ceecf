"""The rules of sanctions as code: Article 41 of the Charter; a regime runs from its founding resolution to the one
that ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mahdar.edtf import Interval
from mahdar.record.rows import Regime

_YEAR = 365.25
_ROUNDED = 1  # years by which newspapers round, either way
_DECADE = 10


@dataclass(frozen=True, slots=True)
class Years:
    """How long something is said to have run: years at the least and at the most, None where that side is open."""

    low: int | None
    high: int | None

    def fit(self, first: date, until: date) -> bool:
        """Whether the years between two days can be told so; whole decades are rounded more generously."""
        years = (until - first).days / _YEAR
        whole = (self.low or self.high or 0) % _DECADE == 0
        by = 2 * _ROUNDED if whole else _ROUNDED
        return (self.low is None or years >= self.low - by) and (self.high is None or years <= self.high + by)


def span(regime: Regime) -> Interval:
    """The days on which a regime is in force; open where nothing ended it. Article 41 sets no term."""
    return Interval(regime.first, regime.last)


def in_force(regime: Regime, when: Interval | None) -> bool:
    """Whether a regime is in force on some of these days; without days, whether it ever was."""
    return when is None or when.overlaps(span(regime))
