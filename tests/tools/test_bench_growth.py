"""The line through measured points: where it leads, and how far it may be off."""

from __future__ import annotations

import random

import pytest

from tools.bench_growth import Fit


def test_a_line_without_noise_is_found_exactly() -> None:
    fit = Fit.of([(n, 4 + 0.005 * n) for n in (500, 1_000, 2_000, 4_000)])
    assert fit.at(1_000_000) == pytest.approx(5_004)
    assert fit.reach(1_000_000) == pytest.approx(0, abs=1e-3)


def test_95_of_100_further_runs_fall_within_reach() -> None:
    chance = random.Random(4)

    def run(n: int) -> float:
        return 4 + 0.005 * n + chance.gauss(0, 0.3)

    inside = 0
    for _ in range(2_000):
        fit = Fit.of([(n, run(n)) for n in (500, 1_000, 2_000, 4_000) for _ in range(2)])
        inside += abs(run(8_000) - fit.at(8_000)) <= fit.reach(8_000)
    assert 0.93 < inside / 2_000 < 0.97


def test_the_error_grows_with_the_distance() -> None:
    fit = Fit.of([(500, 7.0), (1_000, 9.2), (2_000, 14.4), (4_000, 23.9)])
    assert fit.reach(2_000) < fit.reach(100_000) < fit.reach(1_000_000)
    assert fit.slope_error > 0
