"""Posteriors along a row of sessions, against sums written out."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from mahdar.analysis.chain import Grid, grid, moments, smooth
from mahdar.analysis.graded import Floats

SMALL = Grid(
    np.array([-1.0, 0.0, 1.0]),
    np.array([0.25, 0.5, 0.25]),
    np.array([[0.7, 0.2, 0.1], [0.2, 0.6, 0.2], [0.1, 0.2, 0.7]]),
)


def evidence(sessions: int, states: int, seed: int) -> list[Floats]:
    rng = np.random.default_rng(seed)
    return [rng.normal(-300, 2, (states, 3)) for _ in range(sessions)]


def test_forward_and_backward_equal_the_sum_over_all_paths() -> None:
    logs, gaps = evidence(3, 2, 1), [1, 2]
    total, posteriors = smooth(logs, gaps, SMALL)
    expected_total = 0.0
    for state in range(2):
        weights = {path: weight(path, logs, gaps, state) for path in product(range(3), repeat=3)}
        whole = sum(weights.values())
        expected_total += np.log(whole) + 3 * -300
        for session in range(3):
            share = [sum(w for path, w in weights.items() if path[session] == node) / whole for node in range(3)]
            assert posteriors[session][state] == pytest.approx(share)
    assert total == pytest.approx(expected_total)


def weight(path: tuple[int, ...], logs: list[Floats], gaps: list[int], state: int) -> float:
    """Prior times likelihood of one path, the common factor exp(-300) of each session left out."""
    found = float(SMALL.prior[path[0]])
    for gap, here, there in zip(gaps, path, path[1:], strict=False):
        found *= float(np.linalg.matrix_power(SMALL.step, gap)[here, there])
    return found * float(np.exp(sum(logs[i][state, node] + 300 for i, node in enumerate(path))))


def test_one_session_is_the_rule_of_bayes() -> None:
    (logs,) = evidence(1, 4, 2)
    _, (posterior,) = smooth([logs], [], SMALL)
    joint = SMALL.prior * np.exp(logs + 300)
    assert posterior == pytest.approx(joint / joint.sum(axis=1, keepdims=True))


def test_without_evidence_the_prior_stays_in_every_session() -> None:
    points = grid(0.6)
    flat = [np.zeros((1, len(points.nodes)))] * 4
    total, posteriors = smooth(flat, [1, 1, 5], points)
    assert total == pytest.approx(0, abs=1e-9)
    for posterior in posteriors:
        mean, spread = moments(posterior, points)
        assert (mean[0], spread[0]) == pytest.approx((0, 1), abs=1e-6)


def test_what_is_known_of_one_session_reaches_the_next_by_its_persistence() -> None:
    points = grid(0.6)
    sharp = -0.5 * ((points.nodes[None, :] - 2) / 0.05) ** 2
    _, (first, second, third) = smooth([sharp, 0 * sharp, 0 * sharp], [1, 1], points)
    assert moments(first, points)[0][0] == pytest.approx(2, abs=0.1)
    reached = moments(second, points)[0][0]
    assert reached == pytest.approx(0.6 * moments(first, points)[0][0], abs=0.01)
    assert moments(third, points)[0][0] == pytest.approx(0.6 * reached, abs=0.01)


@pytest.mark.parametrize("persistence", [-0.1, 1.0, 2.0])
def test_a_persistence_that_is_none_is_refused(persistence: float) -> None:
    with pytest.raises(ValueError, match="persistence"):
        grid(persistence)
