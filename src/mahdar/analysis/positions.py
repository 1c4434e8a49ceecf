"""Ideal points as a table: which sessions were fitted, how, how the fit ended, and whose point is withheld."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mahdar.analysis.ideal_points import (
    ANCHOR,
    LEAST_CALLS,
    LEAST_VOTES,
    MINORITY,
    PERSISTENCE,
    Estimate,
    Points,
    fit_alone,
    fit_bridged,
)
from mahdar.analysis.matrix import Votes
from mahdar.analysis.table import Row, Table

_MODEL = (
    "graded response model on one dimension (yes < abstain < no), marginal maximum likelihood by EM; {how}; calls in "
    f"which fewer than {MINORITY:.1%} vote otherwise than the most are left out; points have mean 0 and standard "
    f"deviation 1, {ANCHOR} positive; standard_error: posterior standard deviation, the calls' parameters taken as "
    "known; no session with fewer than {calls} such calls, no state with fewer than {votes} votes; {ended}"
)
_BRIDGED = f"all sessions together, a state's point tied to the session before (persistence {PERSISTENCE})"
_ALONE = "each session by itself, so that points of different sessions are on different scales"


def ideal_points(
    votes: Votes, bridged: bool = True, states: Sequence[str] | None = None, minimum: int = LEAST_VOTES
) -> Table:
    """Points of every session that the votes have, or of some states in them.

    `bridged`: one fit of all sessions, else one for each. Raises MatrixError if a state that was named cast no vote.
    """
    for state in states or ():
        votes.row(state)
    estimates = [fit_bridged(votes)] if bridged else [fit_alone(votes, number) for number in votes.sessions()]
    chosen = set(states) if states else set(votes.states)
    rows = [row for estimate in estimates for points in estimate.sessions for row in _rows(points, chosen, minimum)]
    numbers = [points.session for estimate in estimates for points in estimate.sessions]
    return Table(
        what=f"Where do states stand on the line that best explains their votes, in {sessions_in_words(numbers)}?",
        method=_MODEL.format(
            how=_BRIDGED if bridged else _ALONE, calls=LEAST_CALLS, votes=minimum, ended=_ended(estimates)
        ),
        coverage=_coverage(votes, estimates),
        not_shown="what the line is about, which the votes alone do not say; matters that never came to a vote; "
        "positions that one line cannot hold; who is right",
        columns=("session", "state", "point", "standard_error", "votes", "withheld"),
        rows=tuple(rows),
        fits=tuple(_fit(estimate) for estimate in estimates if estimate.sessions),
    )


def sessions_in_words(numbers: Iterable[int]) -> str:
    """`session 70`, `sessions 1 to 74`, or `no session`."""
    found = sorted(numbers)
    if len(found) < 2:
        return f"session {found[0]}" if found else "no session"
    return f"sessions {found[0]} to {found[-1]}"


def _rows(points: Points, chosen: set[str], minimum: int) -> list[Row]:
    rows: list[Row] = []
    for state, point, error, cast in zip(points.states, points.points, points.errors, points.votes, strict=True):
        if state in chosen:
            enough = cast >= minimum
            row: Row = {
                "session": points.session,
                "state": state,
                "point": float(point) if enough else None,
                "standard_error": float(error) if enough else None,
                "votes": cast,
                "withheld": "" if enough else f"fewer than {minimum} votes",
            }
            rows.append(row)
    return sorted(rows, key=lambda row: (row["point"] is None, float(row["point"] or 0), str(row["state"])))


def _fit(estimate: Estimate) -> Row:
    climb = estimate.climb
    numbers = [points.session for points in estimate.sessions]
    return {
        "sessions": sessions_in_words(numbers),
        "calls": sum(points.calls for points in estimate.sessions),
        "calls_used": sum(points.scored for points in estimate.sessions),
        "loglikelihood": climb.loglikelihood,
        "iterations": climb.iterations,
        "last_gain": climb.gain,
        "largest_gradient": climb.gradient,
        "converged": "yes" if climb.converged else "no",
    }


def _ended(estimates: Sequence[Estimate]) -> str:
    """How the fits ended, in a clause."""
    climbs = [estimate.climb for estimate in estimates if estimate.sessions]
    if not climbs:
        return "nothing was fitted"
    failed = sum(not climb.converged for climb in climbs)
    text = (
        f"{max(climb.iterations for climb in climbs)} steps at most, last gain of the log-likelihood "
        f"{max(climb.gain for climb in climbs):.1g}, largest gradient {max(climb.gradient for climb in climbs):.1g}"
    )
    return f"converged: {text}" if not failed else f"{failed} of {len(climbs)} fits did not converge: {text}"


def _coverage(votes: Votes, estimates: Sequence[Estimate]) -> str:
    used = sum(points.scored for estimate in estimates for points in estimate.sessions)
    skipped = sorted(number for estimate in estimates for number in estimate.skipped)
    text = f"{votes.coverage()}; {used:,} calls used"
    return text + (f"; too few calls in session {', '.join(map(str, skipped))}" if skipped else "")
