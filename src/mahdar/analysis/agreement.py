"""How often two states voted alike: the share of identical votes, and Lijphart's index, where both voted.

Lijphart's index counts a vote next to an abstention as half (A. Lijphart, "The Analysis of Bloc Voting in the General
Assembly: A Critique and a Proposal", American Political Science Review 57(4), 1963, 902-917). Both are one division of
whole numbers, so that anyone who counts gets the same value to the last digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mahdar.analysis.matrix import ABSENT, ABSTAIN, BODIES, CAST, Codes, Votes
from mahdar.analysis.table import Table

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
# Fewer shared votes than this say little. In the Assembly that is about two sessions. The Council votes about 60 times
# a year, an elected member sits for two years, and most votes are unanimous.
MINIMUM = {"assembly": 200, "council": 50}
_COLUMNS = ("state", "agreement", "lijphart_index", "shared_votes", "identical", "half", "opposite", "withheld")


@dataclass(frozen=True, eq=False)
class Pairs:
    """For every two states (square arrays of whole numbers): calls in which both voted, alike, one step apart."""

    states: tuple[str, ...]
    shared: Counts
    identical: Counts
    half: Counts

    def agreement(self, minimum: int) -> Floats:
        """Share of identical votes, 0 to 1; NaN below the minimum of shared votes (at least one)."""
        return self._share(self.identical, self.shared, minimum)

    def lijphart(self, minimum: int) -> Floats:
        """Identical votes count one, a vote next to an abstention one half; NaN below the minimum."""
        return self._share(2 * self.identical + self.half, 2 * self.shared, minimum)

    def _share(self, part: Counts, whole: Counts, minimum: int) -> Floats:
        enough = self.shared >= max(minimum, 1)
        return np.asarray(np.divide(part, whole, out=np.full(part.shape, np.nan), where=enough))


def count_pairs(votes: Votes) -> Pairs:
    """The counts for every two states at once."""
    # float64 products of zeros and ones are exact whole numbers, and the fastest that numpy has.
    yes, abstain, no = ((votes.codes == code).astype(np.float64) for code in CAST)
    cast = yes + abstain + no
    identical = yes @ yes.T + abstain @ abstain.T + no @ no.T
    half = (yes + no) @ abstain.T
    whole = [np.rint(counts).astype(np.int64) for counts in (cast @ cast.T, identical, half + half.T)]
    return Pairs(votes.states, *whole)


def agreement_with(votes: Votes, state: str, others: Sequence[str] | None = None, minimum: int | None = None) -> Table:
    """Agreement of one state with each other (or with `others`), the closest first, those withheld last.

    Raises MatrixError if a state that was named cast no vote.
    """
    least = MINIMUM.get(votes.body, MINIMUM["assembly"]) if minimum is None else minimum
    own = votes.codes[votes.row(state)]
    chosen = [votes.row(other) for other in others] if others else range(len(votes.states))
    rows = [_row(votes.states[i], own, votes.codes[i], least) for i in chosen if votes.states[i] != state]
    rows.sort(key=lambda row: (row["agreement"] is None, -float(row["agreement"] or 0), row["state"]))
    return Table(
        what=f"How often did other states vote as {state} did in the {BODIES.get(votes.body, votes.body)}?",
        method="agreement: identical votes (yes, abstain, no) divided by calls in which both voted; lijphart_index: a "
        f"vote next to an abstention counts one half; no value below {least} shared votes",
        coverage=votes.coverage(),
        not_shown="what was adopted without a vote, absences, reasons, and who followed whom",
        columns=_COLUMNS,
        rows=tuple(rows),
    )


def _row(state: str, own: Codes, other: Codes, minimum: int) -> dict[str, str | int | float | None]:
    both = (own != ABSENT) & (other != ABSENT)
    shared = int(np.count_nonzero(both))
    identical = int(np.count_nonzero(both & (own == other)))
    half = int(np.count_nonzero(both & (own != other) & ((own == ABSTAIN) | (other == ABSTAIN))))
    enough = shared >= max(minimum, 1)
    return {
        "state": state,
        "agreement": identical / shared if enough else None,
        "lijphart_index": (2 * identical + half) / (2 * shared) if enough else None,
        "shared_votes": shared,
        "identical": identical,
        "half": half,
        "opposite": shared - identical - half,
        "withheld": "" if enough else f"fewer than {minimum} shared votes",
    }
