"""Ideal points: known ones are found again, and the published ones nearly."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mahdar.analysis.graded import Floats
from mahdar.analysis.ideal_points import LEAST_CALLS, Estimate, Points, fit_alone, fit_bridged, scored
from mahdar.analysis.matrix import Votes
from tests.analysis.published import correlations, published
from tests.analysis.votes import joined, simulated, votes

POINTS = np.append(np.random.default_rng(5).normal(0, 1, 79), 2.5)


def standard(points: Floats) -> Floats:
    return np.asarray((points - points.mean()) / points.std())


def test_known_points_are_found_again() -> None:
    (points,) = fit_alone(simulated(POINTS, 100, seed=1), 1).sessions
    assert np.corrcoef(points.points, POINTS)[0, 1] > 0.98
    assert points.points[-1] > 1
    assert points.points.mean() == pytest.approx(0, abs=1e-9)
    assert points.points.std() == pytest.approx(1)


def test_standard_errors_hold_what_they_promise() -> None:
    inside = []
    for seed in range(4):
        (points,) = fit_alone(simulated(POINTS, 80, seed=seed), 1).sessions
        inside.append(np.abs(points.points - standard(POINTS)) < 1.96 * points.errors)
    assert 0.88 < np.mean(inside) < 0.99


def test_few_votes_give_large_errors() -> None:
    made = simulated(POINTS, 100, seed=2)
    made.codes[3, 12:] = 0
    (points,) = fit_alone(made, 1).sessions
    assert points.votes[3] < 12
    assert points.errors[3] > 1.5 * np.median(points.errors)


def test_the_same_votes_give_the_same_points() -> None:
    made = simulated(POINTS, 40, seed=3)
    first, second = fit_alone(made, 1), fit_alone(made, 1)
    assert np.array_equal(first.sessions[0].points, second.sessions[0].points)
    assert first.climb.converged
    assert first.climb.gain < 1e-3
    assert first.climb.gradient < 0.05


def test_the_anchor_stands_on_the_positive_side() -> None:
    made = simulated(POINTS, 60, seed=4)
    left, right = (fit_alone(made, 1, anchor=state).sessions[0] for state in (made.states[int(POINTS.argmin())], "USA"))
    assert left.points == pytest.approx(-right.points)
    assert fit_alone(made, 1, anchor="ZZZ").sessions


def test_a_session_with_too_few_calls_is_not_placed() -> None:
    made = simulated(POINTS, LEAST_CALLS - 1, seed=5)
    assert (fit_alone(made, 1).sessions, fit_alone(made, 1).skipped) == ((), (1,))
    assert fit_bridged(made).skipped == (1,)
    assert fit_alone(made, 9).sessions == ()


@pytest.mark.parametrize(
    ("column", "counts"),
    [("y" * 40, False), ("y" * 39 + "n", True), ("y" * 79 + "n", False), ("y" * 78 + "an", True), ("y-", False)],
)
def test_lopsided_calls_are_left_out(column: str, counts: bool) -> None:
    made = votes({f"A{chr(65 + i // 26)}{chr(65 + i % 26)}": letter for i, letter in enumerate(column)})
    assert scored(made.codes).tolist() == [counts]


def test_a_state_that_voted_in_lopsided_calls_alone_is_listed_without_votes() -> None:
    made = simulated(POINTS, 60, seed=6)
    made.codes[:, 0] = 1
    made.codes[4, scored(made.codes)] = 0
    (points,) = fit_alone(made, 1).sessions
    assert points.votes[4] == 0
    assert points.states[4] == made.states[4]
    assert points.errors[4] > points.errors.mean()


def moving(sessions: int, calls: int, seed: int) -> tuple[list[Floats], Votes]:
    """States that each move a little from session to session."""
    rng = np.random.default_rng(seed)
    places = [POINTS]
    for _ in range(sessions - 1):
        places.append(places[-1] + rng.normal(0, 0.15, len(POINTS)))
    return places, joined([simulated(place, calls, seed + i, session=i + 1) for i, place in enumerate(places)])


def test_points_of_several_sessions_stand_on_one_scale() -> None:
    places, made = moving(5, 40, seed=11)
    estimate = fit_bridged(made)
    assert [points.session for points in estimate.sessions] == [1, 2, 3, 4, 5]
    found, true = np.concatenate([points.points for points in estimate.sessions]), np.concatenate(places)
    assert np.corrcoef(found, true)[0, 1] > 0.97
    assert estimate.climb.converged


def test_bridging_lends_strength_to_a_session_with_few_calls() -> None:
    places, made = moving(3, 60, seed=21)
    thin = np.array([call.session != 2 or i % 60 < LEAST_CALLS + 6 for i, call in enumerate(made.calls)])
    part = made.part(thin)
    alone, together = fit_alone(part, 2).sessions[0], session(fit_bridged(part), 2)
    near_alone, near_together = (np.corrcoef(points.points, places[1])[0, 1] for points in (alone, together))
    assert near_together > near_alone
    assert np.median(together.errors) < np.median(alone.errors)


def test_a_session_turned_by_itself_is_turned_back() -> None:
    _, made = moving(3, 40, seed=31)
    lonely = made.codes.copy()
    lonely[made.row("USA"), [call.session == 2 for call in made.calls]] = 0
    part = Votes("assembly", made.states, made.calls, lonely)
    points = [session(fit_bridged(part), number) for number in (1, 2)]
    shared = [state for state in points[1].states if state in points[0].states]
    both = [[p.points[p.states.index(state)] for state in shared] for p in points]
    assert np.corrcoef(both)[0, 1] > 0.8
    assert "USA" not in points[1].states


def session(estimate: Estimate, number: int) -> Points:
    return next(points for points in estimate.sessions if points.session == number)


def test_every_fifteenth_session_agrees_with_the_published_points(assembly: Votes, material: Path) -> None:
    estimates = [fit_alone(assembly, number) for number in (1, 16, 31, 46, 61)]
    found = correlations(estimates, published(material))
    values = [value for value, _ in found.values()]
    assert len(values) == 5
    assert np.median(values) >= 0.97
    assert min(values) >= 0.96
    assert all(estimate.climb.converged for estimate in estimates)


def test_sessions_together_agree_with_the_published_points(assembly: Votes, material: Path) -> None:
    late = assembly.part(np.array([(call.session or 0) >= 72 for call in assembly.calls]))
    values = [value for value, _ in correlations([fit_bridged(late)], published(material)).values()]
    assert len(values) == 3
    assert np.median(values) >= 0.97
