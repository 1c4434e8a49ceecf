"""How far the members of a group voted alike, year by year or session by session.

Two measures. `agreement`: of all pairs of members that both voted, in all calls, the share that voted alike.
`agreement_index`: the mean over calls of AI = (max(Y,N,A) - (Y+N+A - max(Y,N,A)) / 2) / (Y+N+A), which is 1 where all
vote alike and 0 where the three choices are even (S. Hix, A. Noury, G. Roland, "Power to the Parties", British Journal
of Political Science 35(2), 2005, 209-234; it extends S. A. Rice's index of 1928 to abstentions).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from mahdar.analysis.groups import Group
from mahdar.analysis.matrix import ABSENT, BODIES, CAST, Bools, Call, Votes
from mahdar.analysis.table import Cell, Row, Table

By = Literal["year", "session"]
MINIMUM = 10
_COLUMNS = ("agreement", "agreement_index", "calls", "unanimous", "members", "pairs", "withheld")


def year(call: Call) -> int | None:
    """The year of a call, None where its days lie in more than one or are unknown."""
    first = call.days.first if call.days else None
    last = call.days.last if call.days else None
    return first.year if first and last and first.year == last.year else None


def cohesion(votes: Votes, groups: Sequence[Group], by: By = "year", minimum: int = MINIMUM) -> Table:
    """Cohesion of each group in each year or session; no value under `minimum` calls with two members voting."""
    unit: Callable[[Call], int | None] = year if by == "year" else lambda call: call.session
    units = [unit(call) for call in votes.calls]
    rows: list[Row] = []
    for group in groups:
        mask = group.mask(votes)
        for value in sorted({found for found in units if found is not None}):
            columns = np.array([found == value for found in units], bool)
            rows.append({"group": group.key, by: value, **_row(votes, mask, columns, minimum)})
    body = BODIES.get(votes.body, votes.body)
    return Table(
        what=f"How far did states vote alike in the {body}, {by} by {by}: {_listed(groups)}?",
        method="agreement: share of pairs of members voting that voted alike (yes, abstain, no), over all calls; "
        "agreement_index: mean over calls of (max - (all - max) / 2) / all, after Hix, Noury and Roland (2005); no "
        f"value below {minimum} calls in which two members voted",
        coverage=_coverage(votes, units, by),
        not_shown="what was adopted without a vote, absences, and why members voted alike: a text on which nearly all "
        "states agree raises every group",
        columns=("group", by, *_COLUMNS),
        rows=tuple(rows),
    )


def _listed(groups: Sequence[Group]) -> str:
    return "; ".join(f"{group.name} ({group.key})" if group.name != group.key else group.key for group in groups)


def _coverage(votes: Votes, units: Sequence[int | None], by: By) -> str:
    without = sum(unit is None for unit in units)
    return votes.coverage() + (f"; {without:,} of them have no certain {by} and are left out" if without else "")


def _row(votes: Votes, mask: Bools, columns: Bools, minimum: int) -> dict[str, Cell]:
    codes = np.where(mask[:, columns], votes.codes[:, columns], ABSENT)
    counts = np.stack([(codes == code).sum(axis=0, dtype=np.int64) for code in CAST])
    counts = counts[:, counts.sum(axis=0) >= 2]
    total, most = counts.sum(axis=0), counts.max(axis=0)
    pairs, alike = int(_pairs(total).sum()), int(_pairs(counts).sum())
    calls = len(total)
    enough = calls >= max(minimum, 1)
    index = math.fsum(((3 * most - total) / (2 * total)).tolist())
    return {
        "agreement": alike / pairs if enough else None,
        "agreement_index": index / calls if enough else None,
        "calls": calls,
        "unanimous": int(np.count_nonzero(most == total)),
        "members": int(np.count_nonzero((codes != ABSENT).any(axis=1))),
        "pairs": pairs,
        "withheld": "" if enough else f"fewer than {minimum} calls",
    }


def _pairs(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return counts * (counts - 1) // 2
