"""English numbers: forms, compounds, fractions, ordinals, and every number up to a billion there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.numbers import Number, plain_numbers
from mahdar.language.tokens import tokenize

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _below_thousand(n: int, joiner: str) -> str:
    hundreds, rest = divmod(n, 100)
    said = f"{_SMALL[hundreds]} hundred" if hundreds else ""
    if not rest:
        return said
    tens = _SMALL[rest] if rest < 20 else _TENS[rest // 10 - 2] + (f"-{_SMALL[rest % 10]}" if rest % 10 else "")
    return f"{said}{joiner}{tens}" if said else tens


def _in_words(n: int, joiner: str) -> str:
    said = []
    for size, name in ((1_000_000, "million"), (1_000, "thousand")):
        count, n = divmod(n, size)
        said += [f"{_below_thousand(count, joiner)} {name}"] if count else []
    return " ".join(said + ([_below_thousand(n, joiner)] if n else []))


def _only(text: str) -> Number:
    found = plain_numbers(tokenize(text), "en")
    assert len(found) == 1, found
    return found[0]


@given(st.integers(1, 999_999_999), st.sampled_from([" ", " and "]))
def test_words_give_back_the_number(n: int, joiner: str) -> None:
    words = _in_words(n, joiner)
    number = _only(words)
    assert (number.low, number.high, number.i, number.j) == (n, n, 0, len(tokenize(words))), words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a hundred", 100),
        ("a million", 1_000_000),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("two and a quarter million", 2_250_000),
        ("three-quarters of a million", 750_000),
        ("1.2 billion", 1_200_000_000),
        ("3bn", 3_000_000_000),
        ("40k", 40_000),
        ("three thousand and twelve", 3012),
        ("nineteen ninety-nine", 1999),
        ("two point five million", 2_500_000),
        ("three quarters", 0.75),
        ("two-thirds", 0.666666666666667),
        ("a third of voters", 0.333333333333333),
        ("minus 40", -40),
        ("12 lakh", 1_200_000),
    ],
)
def test_value(words: str, value: float) -> None:
    assert _only(words).low == pytest.approx(value)


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("dozens", 20),
        ("hundreds", 200),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("scores of men", 20),
        ("several thousand", 2000),
    ],
)
def test_indefinite_amounts_are_open_above(words: str, low: int) -> None:
    number = _only(words)
    assert (number.low, number.high, number.kind) == (low, None, "indefinite")


@pytest.mark.parametrize(
    ("words", "value"), [("third", 3), ("3rd", 3), ("twenty-first", 21), ("the 193rd member", 193)]
)
def test_ordinals(words: str, value: int) -> None:
    number = _only(words)
    assert (number.low, number.kind) == (value, "ordinal")


@pytest.mark.parametrize(
    "words",
    [
        "no one knew",
        "one of the men",
        "the second half",
        "COVID-19",
        "an MH17 inquiry",
        "S/RES/2397",
        "the 1990s",
        "scores were level",
    ],
)
def test_no_cardinal(words: str) -> None:
    assert [n for n in plain_numbers(tokenize(words), "en") if n.kind != "ordinal"] == []


def test_between_keeps_two_hundreds_apart() -> None:
    assert [n.low for n in plain_numbers(tokenize("between two hundred and three hundred"), "en")] == [200, 300]


def test_one_and_a_couple_are_weak() -> None:
    assert _only("one soldier").weak
    assert _only("a couple of days").weak
    assert not _only("twenty-one").weak


def test_metres_are_no_million() -> None:
    assert _only("a 20m high wall").low == 20
    assert _only("$20m").low == 20_000_000
