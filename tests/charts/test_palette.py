"""Colours, patterns and marks that stay apart."""

from __future__ import annotations

import itertools

import pytest

from mahdar.charts.palette import COLOURS, DASHES, INK, MOST, MUTED, PAPER, SHAPES, luminance, on_ramp, pattern, ramp


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_luminance_is_that_of_the_standard() -> None:
    assert luminance("#ffffff") == pytest.approx(1)
    assert luminance("#000000") == 0
    assert luminance("#777777") == pytest.approx(0.1845, abs=0.0005)


@pytest.mark.parametrize("colour", COLOURS)
def test_marks_stand_out_from_paper(colour: str) -> None:
    assert contrast(colour, PAPER) >= 3


@pytest.mark.parametrize("colour", [INK, MUTED])
def test_words_stand_out_from_paper(colour: str) -> None:
    assert contrast(colour, PAPER) >= 4.5


def test_no_two_series_share_a_dash_with_a_mark_or_a_pattern() -> None:
    assert len(set(SHAPES)) == MOST
    assert len(set(DASHES)) == MOST
    tiles = [pattern("c", i).replace(COLOURS[i], "").replace(f"c-p{i}", "") for i in range(MOST)]
    assert len(set(tiles)) == MOST


def test_the_ramp_darkens_evenly_and_its_ink_is_legible() -> None:
    shades = [ramp(i / 20) for i in range(21)]
    assert all(luminance(a) > luminance(b) for a, b in itertools.pairwise(shades))
    assert min(contrast(ramp(i / 100), on_ramp(i / 100)) for i in range(101)) >= 4.5
    assert ramp(-1) == ramp(0)
    assert ramp(2) == ramp(1)
