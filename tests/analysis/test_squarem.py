"""Faster EM ends where EM ends, never goes down, and says when it did not end."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from mahdar.analysis.graded import Floats
from mahdar.analysis.squarem import climb

TOP = np.array([[3.0, -2.0, 0.5]])


def slow(parameters: Floats) -> tuple[Floats, float, float]:
    """A step that goes a twentieth of the way, as EM does where much is missing."""
    away = parameters - TOP
    return TOP + 0.95 * away, float(-(away**2).sum()), float(np.abs(2 * away).max())


def test_it_ends_at_the_top_in_far_fewer_steps() -> None:
    ended = climb(slow, np.zeros((1, 3)), gain=1e-10)
    assert ended.parameters == pytest.approx(TOP, abs=1e-4)
    assert ended.converged
    assert ended.iterations < 30  # plain steps need about 250
    assert ended.gradient < 1e-3
    assert ended.loglikelihood == pytest.approx(0, abs=1e-7)


def test_the_likelihood_never_falls_from_cycle_to_cycle() -> None:
    seen: list[float] = []

    def rough(parameters: Floats) -> tuple[Floats, float, float]:
        away = parameters - TOP
        ahead, value, gradient = TOP + away * [0.9, 0.5, 0.99], float(-(np.abs(away) ** 1.5).sum()), float(away.max())
        seen.append(value)
        return ahead, value, gradient

    ended = climb(rough, np.zeros((1, 3)), gain=1e-12)
    starts = seen[0::3]
    assert all(later >= earlier for earlier, later in pairwise(starts))
    assert ended.converged


def test_a_leap_to_nowhere_is_thrown_away() -> None:
    calls = 0

    def brittle(parameters: Floats) -> tuple[Floats, float, float]:
        nonlocal calls
        calls += 1
        ahead, value, gradient = slow(parameters)
        return (ahead, value, gradient) if calls % 3 else (ahead, float("nan"), gradient)

    ended = climb(brittle, np.zeros((1, 3)), gain=1e-10)
    assert ended.parameters == pytest.approx(TOP, abs=1e-3)
    assert ended.converged
    assert ended.iterations > 100  # as many as plain steps need


def test_what_did_not_end_says_so() -> None:
    ended = climb(slow, np.zeros((1, 3)), gain=1e-300, iterations=3)
    assert not ended.converged
    assert ended.iterations == 4


def test_a_start_at_the_top_stays_there() -> None:
    ended = climb(slow, TOP.copy())
    assert ended.parameters == pytest.approx(TOP)
    assert ended.converged
