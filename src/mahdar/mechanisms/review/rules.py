"""The rules of the Universal Periodic Review as code: A/HRC/RES/5/1, A/HRC/RES/16/21, A/HRC/DEC/17/119.

Every state is reviewed once a cycle; the first cycle began in April 2008, the second in May 2012, the third in May
2017, the fourth in November 2022.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mahdar.checking.rulebook import Provision
from mahdar.record.rows import Review

CYCLE_STARTS = {1: date(2008, 4, 7), 2: date(2012, 5, 21), 3: date(2017, 5, 1), 4: date(2022, 11, 7)}
FOUNDING = Provision(
    "Institution-building of the Human Rights Council, annex, part I",
    "A/HRC/RES/5/1",
    "https://docs.un.org/A/HRC/RES/5/1",
)


def cycle(on: date) -> int:
    """The cycle that runs on a day; 0 before the first."""
    return max((number for number, start in CYCLE_STARTS.items() if start <= on), default=0)


def held(reviews: Sequence[Review], until: date | None) -> list[Review]:
    """The reviews held by the end of a day, in order; all that are known where no day is given."""
    return [r for r in reviews if r.held and (until is None or (r.when.last is not None and r.when.last <= until))]
