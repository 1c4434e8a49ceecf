"""The model of one call: probabilities add up, derivatives are those of the likelihood, steps never lead down."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.analysis.graded import Floats, chances, choices, improve, penalty, thresholds
from mahdar.analysis.matrix import Codes

NODES = np.linspace(-4, 4, 41)
GRADED = np.array([True, False, True])
PARAMETERS = np.array([[1.5, -0.5, 0.2], [-0.8, 0.3, 0.0], [0.0, 2.0, -3.0]])


def expectations(seed: int) -> Floats:
    """Made-up expected votes; none for the third choice of a call that has two."""
    expected = np.random.default_rng(seed).uniform(0, 5, (3, 3, len(NODES)))
    expected[2, 1] = 0
    return expected


def value(parameters: Floats, expected: Floats) -> float:
    return float((expected * np.log(chances(parameters, GRADED, NODES))).sum()) + penalty(parameters, GRADED)


def codes(*columns: str) -> Codes:
    return np.array([["-yan".index(letter) for letter in row] for row in zip(*columns, strict=True)], np.int8)


def test_choices_that_occur_are_numbered_in_the_order_yes_abstain_no() -> None:
    calls = choices(codes("yan-", "nny-", "aa-n"))
    assert calls.graded.tolist() == [True, False, False]
    first, second, third = calls.chosen.reshape(4, 3, 3).transpose(1, 0, 2)
    assert first.tolist() == [[1, 0, 1], [0, 0, 1], [0, 1, 0], [0, 0, 0]]
    assert second.tolist() == [[0, 1, 0], [1, 1, 0], [0, 0, 0], [0, 0, 1]]
    assert third.tolist() == [[0, 0, 0], [0, 0, 0], [1, 0, 0], [0, 0, 0]]
    assert len(calls) == 3


def test_probabilities_add_up_to_one_and_fall_with_the_point() -> None:
    chance = chances(PARAMETERS, GRADED, NODES)
    assert chance.sum(axis=0) == pytest.approx(1)
    assert (np.diff(chance[0, 0]) < 0).all()
    assert (np.diff(chance[0, 1]) > 0).all()
    assert chance[2, 1].max() <= 1e-11


def test_thresholds_are_in_order() -> None:
    cuts = thresholds(PARAMETERS, GRADED)
    assert cuts[0].tolist() == pytest.approx([-0.5, -0.5 + np.exp(0.2)])
    assert (cuts[:, 1] > cuts[:, 0]).all()


def test_the_gradient_is_that_of_the_penalised_likelihood() -> None:
    expected = expectations(1)
    gradient = improve(PARAMETERS, GRADED, NODES, expected)[1]
    small = 1e-6
    for call in range(3):
        for place in range(3 if GRADED[call] else 2):
            up, down = (moved(call, place, step) for step in (small, -small))
            slope = (value(up, expected) - value(down, expected)) / (2 * small)
            assert gradient[call, place] == pytest.approx(slope, rel=1e-4, abs=1e-4)
    assert gradient[1, 2] == 0


def moved(call: int, place: int, step: float) -> Floats:
    """Slope, first or second threshold of one call moved, the others held."""
    cuts = thresholds(PARAMETERS, GRADED)
    plain = np.concatenate([PARAMETERS[:, :1], cuts], axis=1)
    plain[call, place] += step
    gap = np.where(GRADED, plain[:, 2] - plain[:, 1], 1)
    return np.stack([plain[:, 0], plain[:, 1], np.log(gap)], axis=1)


@given(seed=st.integers(0, 10_000), scale=st.floats(0.1, 30))
@settings(max_examples=40, deadline=None)
def test_a_step_never_leads_down_and_many_lead_to_the_top(seed: int, scale: float) -> None:
    expected = scale * expectations(seed)
    parameters = PARAMETERS
    for _ in range(60):
        better, gradient = improve(parameters, GRADED, NODES, expected)
        assert value(better, expected) >= value(parameters, expected) - 1e-9 * scale
        parameters = better
    assert np.abs(gradient).max() < 1e-3 * max(scale, 1)
