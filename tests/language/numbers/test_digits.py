"""Digits: separators, signs, fractions, exponents, and what only looks like a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.numbers.digits import digits_at, in_name, numeral
from mahdar.language.numbers.notation import written
from mahdar.language.tokens import tokenize


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("12,220.13", 12220.13),
        ("4.800", 4.8),
        ("5,00", 5),
        ("0,08", 0.08),
    ],
)
def test_separators(form: str, value: float) -> None:
    assert numeral(form) == pytest.approx(value)


@pytest.mark.parametrize("form", ["192.168.1.2", "1" * 5000, "1,2,3"])
def test_not_a_numeral(form: str) -> None:
    assert numeral(form) is None


@given(st.integers(0, 10**15))
def test_grouped_digits_give_back_the_number(n: int) -> None:
    assert numeral(f"{n:,}") == n
    spaced = tokenize(f"{n:,}".replace(",", " "))
    found = digits_at(spaced, 0)
    assert found is not None
    assert (found.value, found.j) == (n, len(spaced))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("٣٫٥", 3.5),
        ("١،٢٣٤،٥٦٧", 1234567),
        (".77", 0.77),
        ("-5", -5),
        ("3/4", 0.75),
        ("2 1/4", 2.25),
        ("1 414 021 100", 1414021100),
    ],
)
def test_written_over_several_tokens(text: str, value: float) -> None:
    tokens = tokenize(text)
    first = next(i for i in range(len(tokens)) if tokens.is_number(i))
    found = digits_at(tokens, first)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert (found.i, found.j) == (0, len(tokens))


@pytest.mark.parametrize("text", ["MH17", "COVID-19", "A/70/430", "F-16", "إم-17", "@user12"])
def test_part_of_a_name(text: str) -> None:
    tokens = tokenize(text)
    assert all(in_name(tokens, i) for i in range(len(tokens)) if tokens.is_number(i))


@pytest.mark.parametrize("text", ["و120", "الـ15", "لـ30", "ب7", "US$5"])
def test_proclitics_and_currencies_may_touch(text: str) -> None:
    tokens = tokenize(text)
    assert not in_name(tokens, len(tokens) - 1)


@pytest.mark.parametrize(
    ("text", "value"), [("1e6", 1e6), ("1.5e+3", 1500), ("10^6", 1e6), ("2^-1", 0.5), ("10^999", 10)]
)
def test_exponents(text: str, value: float) -> None:
    found = written(tokenize(text), 0)
    assert found is not None
    assert found.value == pytest.approx(value)


def test_a_date_is_no_fraction() -> None:
    found = digits_at(tokenize("12/5/2018"), 0)
    assert found is not None
    assert (found.value, found.fraction) == (12, False)
