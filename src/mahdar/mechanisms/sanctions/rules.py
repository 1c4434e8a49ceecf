"""The rules of sanctions as code: Article 41 of the Charter; a regime runs from its founding resolution to the one
that ends it.
"""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.record.rows import Regime


def span(regime: Regime) -> Interval:
    """The days on which a regime is in force; open where nothing ended it. Article 41 sets no term."""
    return Interval(regime.first, regime.last)


def in_force(regime: Regime, when: Interval | None) -> bool:
    """Whether a regime is in force on some of these days; without days, whether it ever was."""
    return when is None or when.overlaps(span(regime))
