"""Numbers and directions of charts."""

from __future__ import annotations

import pytest

from mahdar.charts.setting import Setting


@pytest.mark.parametrize(
    ("value", "places", "latn", "arab"),
    [
        (1234567, None, "1,234,567", "١٬٢٣٤٬٥٦٧"),
        (0.5, 2, "0.50", "٠٫٥٠"),
        (-1.5, None, "\u200e\u22121.5", "\u200e\u2212١٫٥"),
        (0, None, "0", "٠"),
    ],
)
def test_numbers(value: float, places: int | None, latn: str, arab: str) -> None:
    assert Setting("en").number(value, places) == latn
    assert Setting("ar", "arab").number(value, places) == arab
    assert Setting("ar").number(value, places) == latn


def test_arabic_runs_from_right_to_left() -> None:
    assert Setting("ar").rtl
    assert Setting("ar").direction == "rtl"
    assert Setting("en").direction == "ltr"


def test_signs_of_a_text_that_are_no_digits_stay() -> None:
    assert Setting("ar", "arab").written("S/RES/2397, 2017.") == "S/RES/٢٣٩٧, ٢٠١٧."
