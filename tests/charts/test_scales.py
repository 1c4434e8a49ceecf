"""Round values and places."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.charts.scales import Scale, above, ticks, year_of


def test_places_lie_between_the_ends() -> None:
    scale = Scale(0, 10, 100, 300)
    assert scale.at(0) == 100
    assert scale.at(5) == 200
    assert scale.at(10) == 300


def test_a_scale_without_extent_puts_its_value_in_the_middle() -> None:
    assert Scale(3, 3, 0, 100).at(3) == 50


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6), st.integers(2, 10))
def test_ticks_are_few_and_within(low: float, span: float, most: int) -> None:
    found = ticks(low, low + span, most)
    assert len(found) <= most + 1
    assert all(low - span * 1e-6 <= tick <= low + span * (1 + 1e-6) for tick in found)


def test_counts_have_whole_ticks() -> None:
    assert ticks(0, 3, 8, whole=True) == [0, 1, 2, 3]
    assert ticks(1946, 2025, 10, whole=True) == [1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020]


@pytest.mark.parametrize(("high", "end"), [(0, 1), (13, 15), (5, 5), (101, 150), (21356, 25000)])
def test_an_axis_of_counts_ends_at_a_round_value(high: float, end: float) -> None:
    assert above(high) == end


def test_days_as_years() -> None:
    assert year_of(date(2022, 1, 1)) == 2022
    assert year_of(date(2023, 12, 31)) == pytest.approx(2024, abs=0.01)
    assert year_of(date(2024, 7, 2)) == pytest.approx(2024.5, abs=0.001)
