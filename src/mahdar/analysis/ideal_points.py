"""Ideal points: where states stand on one line, so that their votes are most likely.

The model is that of M. A. Bailey, A. Strezhnev and E. Voeten, "Estimating Dynamic State Preferences from United Nations
Voting Data", Journal of Conflict Resolution 61(2), 2017, 430-456: ordered choices on one dimension, a state's point
near that of the session before. Theirs is sampled; this one is fitted by marginal maximum likelihood with EM (R. D.
Bock and M. Aitkin, Psychometrika 46, 1981, 443-459), which gives the same result each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from mahdar.analysis.chain import Grid, grid, moments, smooth
from mahdar.analysis.graded import Calls, Floats, chances, choices, improve, penalty
from mahdar.analysis.matrix import ABSENT, CAST, Bools, Codes, Votes
from mahdar.analysis.squarem import Climb, climb
from mahdar.analysis.starts import starts

ANCHOR = "USA"
# A call tells nothing of an order when nearly all vote alike: at least this share must differ from the commonest vote.
MINORITY = 0.025
# Fewer calls than this do not place a session; fewer votes than this do not place a state in it.
LEAST_CALLS, LEAST_VOTES = 20, 10
PERSISTENCE = 0.6
_TRIAL = 12


@dataclass(frozen=True, eq=False)
class Points:
    """One session: each state's point, its standard error (posterior standard deviation) and votes in scored calls.

    A state that voted in other calls alone has none of these votes, and its point is a guess. Points have mean 0 and
    standard deviation 1 over the states and sessions of one fit.
    """

    session: int
    states: tuple[str, ...]
    points: Floats
    errors: Floats
    votes: tuple[int, ...]
    scored: int
    calls: int


@dataclass(frozen=True, eq=False)
class Estimate:
    """Points by session from one fit, and how the fit ended. `skipped` sessions have too few calls to be placed."""

    sessions: tuple[Points, ...]
    climb: Climb
    skipped: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class _Session:
    number: int
    codes: Codes  # all states of the fit, scored calls
    present: Bools  # which states voted in any call, scored or not
    calls: Calls
    total: int


def scored(codes: Codes) -> Bools:
    """Which calls tell something: not lopsided (MINORITY) and never unanimous."""
    counts = np.stack([(codes == code).sum(axis=0) for code in CAST])
    rest = counts.sum(axis=0) - counts.max(axis=0)
    return np.asarray(rest >= np.maximum(MINORITY * counts.sum(axis=0), 1))


def fit_alone(votes: Votes, number: int, anchor: str = ANCHOR) -> Estimate:
    """One session by itself; the scale is the spread of the states in that session."""
    part = votes.session(number)
    session = _session(part.codes, number)
    if len(session.calls) < LEAST_CALLS:
        return Estimate((), _NOTHING, (number,))
    points = grid(0.0)
    ended = _climb_alone(session, points)
    return _estimate([session], part.states, points, [], ended, anchor)


def fit_bridged(votes: Votes, anchor: str = ANCHOR, persistence: float = PERSISTENCE) -> Estimate:
    """All sessions together, each state's point close to its point in the session before: one scale throughout."""
    numbers = votes.sessions()
    every = [_session(_of(votes, number), number) for number in numbers]
    sessions = [session for session in every if len(session.calls) >= LEAST_CALLS]
    skipped = tuple(session.number for session in every if len(session.calls) < LEAST_CALLS)
    if not sessions:
        return Estimate((), _NOTHING, skipped)
    points = grid(persistence)
    gaps = [later.number - earlier.number for earlier, later in pairwise(sessions)]
    start = _aligned(sessions, points)
    ended = climb(lambda parameters: _step(parameters, sessions, gaps, points), start)
    return _estimate(sessions, votes.states, points, gaps, ended, anchor, skipped)


_NOTHING = Climb(np.zeros((0, 3)), 0.0, 0, 0.0, 0.0, False)


def _of(votes: Votes, number: int) -> Codes:
    return votes.codes[:, [call.session == number for call in votes.calls]]


def _session(codes: Codes, number: int) -> _Session:
    kept = codes[:, scored(codes)]
    return _Session(number, kept, (codes != ABSENT).any(axis=1), choices(kept), codes.shape[1])


def _climb_alone(session: _Session, points: Grid) -> Climb:
    """The best of several starts, followed to its top: the likelihood may have more than one."""

    def step(parameters: Floats) -> tuple[Floats, float, float]:
        return _step(parameters, [session], [], points)

    trials = [climb(step, start, iterations=_TRIAL) for start in starts(session.codes, session.calls, points)]
    best = max(trials, key=lambda trial: trial.loglikelihood)
    ended = climb(step, best.parameters)
    return replace(ended, iterations=best.iterations + ended.iterations)


def _aligned(sessions: Sequence[_Session], points: Grid) -> Floats:
    """Each session's own fit, turned so that states stand on the side on which they stood in the session before."""
    found, before = [], None
    for session in sessions:
        parameters = _climb_alone(session, points).parameters.copy()
        means = _means(parameters, session, points)
        if before is not None and np.nansum(means * before) < 0:
            parameters[:, 0] *= -1
            means = -means
        before = np.where(np.isnan(means), before if before is not None else np.nan, means)
        found.append(parameters)
    return np.concatenate(found)


def _means(parameters: Floats, session: _Session, points: Grid) -> Floats:
    (posterior,) = _posteriors(parameters, [session], [], points)[1]
    mean = moments(posterior, points)[0]
    return np.where((session.codes != ABSENT).any(axis=1), mean, np.nan)


def _posteriors(
    parameters: Floats, sessions: Sequence[_Session], gaps: Sequence[int], points: Grid
) -> tuple[float, list[Floats]]:
    """The penalised log-likelihood and each session's posterior (states, nodes)."""
    evidence, prior = [], 0.0
    for session, own in zip(sessions, _split(parameters, sessions), strict=True):
        chance = chances(own, session.calls.graded, points.nodes)
        evidence.append(session.calls.chosen @ np.log(chance.reshape(-1, len(points.nodes))))
        prior += penalty(own, session.calls.graded)
    value, posteriors = smooth(evidence, gaps, points)
    return value + prior, posteriors


def _split(parameters: Floats, sessions: Sequence[_Session]) -> list[Floats]:
    return np.split(parameters, np.cumsum([len(session.calls) for session in sessions])[:-1])


def _step(
    parameters: Floats, sessions: Sequence[_Session], gaps: Sequence[int], points: Grid
) -> tuple[Floats, float, float]:
    """One step of EM: new parameters, the log-likelihood of the old ones and their largest gradient."""
    value, posteriors = _posteriors(parameters, sessions, gaps, points)
    found, steepest = [], 0.0
    for session, own, posterior in zip(sessions, _split(parameters, sessions), posteriors, strict=True):
        expected = (session.calls.chosen.T @ posterior).reshape(3, len(session.calls), -1)
        new, gradient = improve(own, session.calls.graded, points.nodes, expected)
        found.append(new)
        steepest = max(steepest, float(np.abs(gradient).max()))
    return np.concatenate(found), value, steepest


def _estimate(
    sessions: Sequence[_Session],
    states: tuple[str, ...],
    points: Grid,
    gaps: Sequence[int],
    ended: Climb,
    anchor: str,
    skipped: tuple[int, ...] = (),
) -> Estimate:
    posteriors = _posteriors(ended.parameters, sessions, gaps, points)[1]
    found = [moments(posterior, points) for posterior in posteriors]
    voted = [(session.codes != ABSENT).any(axis=1) for session in sessions]
    every = np.concatenate([mean[rows] for (mean, _), rows in zip(found, voted, strict=True)])
    middle, scale = float(every.mean()), float(every.std())
    scale *= _orientation(states, [mean - middle for mean, _ in found], voted, anchor)
    placed = [
        _points(session, states, (mean - middle) / scale, error / abs(scale))
        for session, (mean, error) in zip(sessions, found, strict=True)
    ]
    return Estimate(tuple(placed), ended, skipped)


def _orientation(states: tuple[str, ...], means: Sequence[Floats], voted: Sequence[Bools], anchor: str) -> float:
    """1 or -1, so that the anchor stands on the positive side over its sessions; 1 if it never voted."""
    if anchor not in states:
        return 1.0
    row = states.index(anchor)
    side = sum(float(mean[row]) for mean, rows in zip(means, voted, strict=True) if rows[row])
    return -1.0 if side < 0 else 1.0


def _points(session: _Session, states: tuple[str, ...], mean: Floats, error: Floats) -> Points:
    cast = (session.codes != ABSENT).sum(axis=1)
    rows = np.flatnonzero(session.present)
    return Points(
        session.number,
        tuple(states[row] for row in rows),
        mean[rows],
        error[rows],
        tuple(int(cast[row]) for row in rows),
        len(session.calls),
        session.total,
    )
