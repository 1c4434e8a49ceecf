"""Recorded votes as numbers: agreement of states, a plane on which those stand near who voted alike, ideal points."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.web.record_pages.facts.once import once
from mahdar.web.record_pages.facts.sourced import Cells

if TYPE_CHECKING:
    from mahdar.analysis.matrix import Votes
    from mahdar.analysis.table import Table

BODIES = ("assembly", "council")
REGIONS = ("african-group", "asia-pacific-group", "eastern-european-group", "grulac", "weog")
PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")
COLUMNS = ("state", "other", "name_en", "name_ar", "agreement", "lijphart_index", "shared_votes", "identical", "half",
           "opposite", "withheld")  # fmt: skip
POINT_COLUMNS = ("session", "state", "name_en", "name_ar", "point", "standard_error", "votes", "withheld")
LEAST_SHARED = {"assembly": 200, "council": 50}
# A session is small: the threads of BLAS only wait for one another. It looks once, when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@dataclass(frozen=True, slots=True)
class Years:
    """From the first to the last year, both included."""

    first: int
    last: int

    @property
    def interval(self) -> Interval:
        return Interval(date(self.first, 1, 1), date(self.last, 12, 31))


@dataclass(frozen=True, slots=True)
class Spot:
    """A state on the plane; `region` is a group of REGIONS, empty where it is in none of them."""

    state: str
    region: str
    x: float
    y: float


@once()
def votes(record: Record, body: str) -> Votes:
    """All recorded votes of a body of which the record has every vote; one or two seconds."""
    from mahdar.analysis.matrix import read_votes
    from mahdar.record.ballots import ballots

    return read_votes(ballots(record, "council" if body == "council" else "assembly"), body)


@once()
def years(record: Record, body: str) -> Years:
    """The first and the last year in which there are votes."""
    days = [call.days for call in votes(record, body).calls if call.days]
    firsts = [d.first.year for d in days if d.first]
    return Years(min(firsts, default=1946), max(firsts, default=1946))


def decade(record: Record, body: str) -> Years:
    """The last ten years of which the record has votes, the last one of them left out where it is not whole."""
    known = years(record, body)
    last = known.last if body == "council" else known.last - 1
    return Years(max(known.first, last - 9), last)


@once(8)
def during(record: Record, body: str, span: Years) -> Votes:
    """The votes of some years. Raises MatrixError through its callers where a state cast none."""
    import numpy as np

    whole = votes(record, body)
    wanted = span.interval
    return whole.part(np.array([call.days is not None and call.days.within(wanted) for call in whole.calls], bool))


def square(record: Record, body: str, span: Years, states: Sequence[str]) -> list[list[float | None]]:
    """Shares of identical votes between some states; None where they shared too few votes."""
    from mahdar.analysis.agreement import count_pairs

    found = during(record, body, span)
    shares = count_pairs(found).agreement(LEAST_SHARED[body])
    rows = {state: i for i, state in enumerate(found.states)}
    return [[_share(shares, rows, one, two) for two in states] for one in states]


def _share(shares: object, rows: dict[str, int], one: str, two: str) -> float | None:
    if one not in rows or two not in rows:
        return None
    value = float(shares[rows[one], rows[two]])  # type: ignore[index]
    return None if value != value else value


def agreement(record: Record, body: str, span: Years, state: str) -> Table:
    """How often every other state voted as one did. Raises MatrixError where it cast no vote then."""
    from mahdar.analysis.agreement import agreement_with

    return agreement_with(during(record, body, span), state)


@once(16)
def pairs(record: Record, body: str, span: Years, states: tuple[str, ...]) -> list[Cells]:
    """A row for every two of some states, each pair once, with its counts; states that cast no vote are left out."""
    from mahdar.analysis.agreement import agreement_with

    found = during(record, body, span)
    known = [state for state in states if state in found.states]
    rows = []
    for i, state in enumerate(known[:-1]):
        table = agreement_with(found, state, known[i + 1 :])
        rows += [{**row, "state": state, "other": row["state"]} for row in table.rows]
    return with_names(rows)


@once(8)
def plane_of(record: Record, body: str, span: Years) -> tuple[tuple[Spot, ...], float]:
    """States by how alike they voted, and the share of what tells them apart that two dimensions hold.

    Left out are states that shared too few votes with some other one.
    """
    import numpy as np

    from mahdar.analysis.agreement import count_pairs
    from mahdar.charts.embedding import plane

    found = during(record, body, span)
    shares = count_pairs(found).agreement(LEAST_SHARED[body])
    kept = np.flatnonzero(~np.isnan(np.diag(shares)))
    while len(kept) and np.isnan(part := shares[np.ix_(kept, kept)]).any():
        kept = np.delete(kept, np.isnan(part).sum(axis=1).argmax())
    states = [found.states[i] for i in kept]
    anchor = states.index("USA") if "USA" in states else None
    made = plane(1 - shares[np.ix_(kept, kept)], anchor)
    regions = region_of(record)
    spots = (
        Spot(s, regions.get(s, ""), float(x), float(y)) for s, (x, y) in zip(states, made.coordinates, strict=True)
    )
    return tuple(spots), made.shown


@once()
def region_of(record: Record) -> dict[str, str]:
    """State -> its regional group at the United Nations, where that is certain."""
    from mahdar.analysis.groups import find_group

    return {m.state: name for name in REGIONS for m in find_group(name).members if m.days.last is None}


def sessions(record: Record) -> tuple[int, ...]:
    """The sessions of the Assembly that have recorded votes."""
    return votes(record, "assembly").sessions()


@once(80)
def ideal_points(record: Record, session: int) -> Table:
    """Points of one session fitted by itself; about a second."""
    from mahdar.analysis.positions import ideal_points as fitted

    return fitted(votes(record, "assembly").session(session), False)


def with_names(rows: Sequence[object]) -> list[Cells]:
    """Rows of an analysis with the names of their states."""
    from mahdar.checking.wording import state_name

    found = []
    for row in rows:
        cells = dict(row)  # type: ignore[call-overload]
        name = state_name(str(cells["state"]))
        found.append({**cells, "name_en": name.en, "name_ar": name.ar})
    return found
