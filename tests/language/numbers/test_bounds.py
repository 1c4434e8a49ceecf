"""Bounds: beside the number, behind it, and far before it in a verb."""

from __future__ import annotations

import pytest

from mahdar.language.numbers import numbers
from mahdar.language.numbers.bounds import after_bound
from mahdar.language.tokens import tokenize

Open = int | float | None


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("تجاوز عدد القتلى 300", "ar", 300, None),
        ("وتخطت حصيلة الضحايا 300", "ar", 300, None),
        ("لم يتجاوز عدد القتلى 300", "ar", None, 300),
        ("تجاوز الوزير 300", "ar", 300, 300),  # no word of amount is the subject
        ("تجاوز عدد القتلى، بحسب الوزارة، 300", "ar", 300, 300),  # another clause between
        ("ما ينوف عن 300", "ar", 300, None),
        ("300 على الأكثر", "ar", None, 300),
        ("upwards of 300", "en", 300, None),
        ("300 or more", "en", 300, None),
        ("no more than 300", "en", None, 300),
        ("more than $300", "en", 300, None),
        ("a quarter of a million", "en", 250_000, 250_000),
    ],
)
def test_bounds(text: str, language: str, low: Open, high: Open) -> None:
    found = numbers(tokenize(text), language)
    assert [(number.low, number.high) for number in found] == [(low, high)]


def test_the_bound_behind_tells_where_it_ends() -> None:
    tokens = tokenize("12 شخصا على الأقل")
    assert after_bound(tokens, 2, "ar") == ("low", 4)
    assert after_bound(tokens, 1, "ar") is None
    assert after_bound(tokens, 4, "ar") is None
