"""Bounds, ranges, percentages and occasions around numbers, and the whole on any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.numbers import Number, numbers
from mahdar.language.numbers.bounds import after_bound, bound
from mahdar.language.tokens import tokenize
from tests.cost import calls

Low = int | float | None


def _only(text: str, language: str) -> Number:
    found = numbers(tokenize(text), language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("أكثر من 300", 300, None),
        ("ما لا يقل عن عشرين", 20, None),
        ("لا يقل عن الـ50", 50, None),
        ("تجاوز 500 ألف", 500_000, None),
        ("أقل من مئة", None, 100),
        ("لم يتجاوز 40", None, 40),
        ("نحو 13 ألفا", 13_000, 13_000),
        ("زهاء مليون", 1_000_000, 1_000_000),
        ("30 على الأقل", 30, None),
        ("200 أو أكثر", 200, None),
        ("بين 80 و120 ألف", 80_000, 120_000),
        ("ما بين ثلاثين وأربعين", 30, 40),
        ("من 3 إلى 5", 3, 5),
        ("10-12", 10, 12),
        ("بين خمسة وعشرة آلاف", 5_000, 10_000),
        ("بين 500 ومليون", 500, 1_000_000),
    ],
)
def test_arabic_bounds_and_ranges(text: str, low: Low, high: Low) -> None:
    number = _only(text, "ar")
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than 300", 300, None),
        ("at least a dozen", 12, None),
        ("over $5 billion", 5_000_000_000, None),
        ("no more than ten", None, 10),
        ("up to 120,000", None, 120_000),
        ("nearly 8,000", 8_000, 8_000),
        ("some 40", 40, 40),
        ("300 or more", 300, None),
        ("80 to 120 thousand", 80_000, 120_000),
        ("between twenty and thirty", 20, 30),
        ("from 10 to 12", 10, 12),
        ("3-5", 3, 5),
        ("1.5 to 2 million", 1_500_000, 2_000_000),
    ],
)
def test_english_bounds_and_ranges(text: str, low: Low, high: Low) -> None:
    number = _only(text, "en")
    assert (number.low, number.high) == (low, high)


def test_core_leaves_the_bound_out() -> None:
    number = _only("أكثر من 300", "ar")
    assert (number.i, number.j, number.core) == (0, 3, (2, 3))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("6%", "ar"),
        ("%6", "ar"),
        ("6 في المئة", "ar"),
        ("ستة بالمائة", "ar"),
        ("6 per cent", "en"),
        ("six percent", "en"),
    ],
)
def test_percent(text: str, language: str) -> None:
    number = _only(text, language)
    assert (number.low, number.kind, number.i) == (6, "percent", 0)
    assert number.j == len(tokenize(text))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("ثلاث مرات", "ar", 3), ("مرتين", "ar", 2), ("four times", "en", 4), ("twice", "en", 2)],
)
def test_occasions(text: str, language: str, value: int) -> None:
    number = _only(text, language)
    assert (number.low, number.kind) == (value, "times")


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("ارتفع العدد من 3 إلى 5", "ar", [3, 5]),
        ("it rose from 3 to 5", "en", [3, 5]),
        ("10-2-3", "en", [10, 2, 3]),
        ("by 13 to 2", "en", [13, 2]),
        ("2022-05-26", "en", [2022, 5, 26]),
    ],
)
def test_no_range(text: str, language: str, values: list[int]) -> None:
    assert [n.low for n in numbers(tokenize(text), language)] == values


def test_one_in_n_is_a_fraction() -> None:
    assert _only("واحد من كل خمسة", "ar").low == pytest.approx(0.2)
    assert _only("one in four", "en").low == pytest.approx(0.25)


def test_a_number_repeated_in_brackets_counts_once() -> None:
    assert _only("forty-five (45)", "en").low == 45
    assert _only("65 (خمسة وستون)", "ar").low == 65


def test_numbers_of_web_addresses_are_left_out() -> None:
    assert [n.low for n in numbers(tokenize("see https://example.org/a/305?x=20 and 7"), "en")] == [7]


def test_bound_behind_the_noun() -> None:
    assert after_bound(tokenize("at least"), 0, "en") == ("low", 2)
    assert after_bound(tokenize("قال"), 0, "ar") is None
    three = _only("3", "en")
    assert (bound(three, "high").low, bound(three, "high").high) == (None, 3)


_PIECES = st.lists(
    st.sampled_from(
        [
            "خمسة",
            "وعشرون",
            "ألف",
            "مئة",
            "آلاف",
            "عشرات",
            "نصف",
            "وربع",
            "بين",
            "من",
            "إلى",
            "على",
            "واحد",
            "ثلاثا",
            "الثالث",
            "عشر",
            "فاصلة",
            "سالب",
            "5",
            "3,4",
            "%",
            "-",
            "/",
            ".",
            "،",
            "(",
            ")",
            "$",
            "و",
            "two",
            "hundred",
            "and",
            "million",
            "point",
            "a",
            "half",
            "of",
            "dozen",
            "thirds",
            "twenty",
            "-",
            "first",
            "up",
            "to",
            "between",
            "more",
            "than",
            "\n",
        ]
    ),
    max_size=25,
)


@given(_PIECES, st.sampled_from(["ar", "en"]), st.sampled_from(["", " "]))
def test_any_text_gives_ordered_numbers_within_it(pieces: list[str], language: str, space: str) -> None:
    tokens = tokenize(space.join(pieces))
    end = 0
    for number in numbers(tokens, language):
        assert end <= number.i <= number.core[0] < number.core[1] <= number.j <= len(tokens)
        assert number.low is not None or number.high is not None
        end = number.j


@pytest.mark.parametrize("unit", ["1", "1-", "وخمسة ", "مليون و", "بين 5 و", "5 (5) ", "1/", "ألف "])
def test_cost_grows_with_length(unit: str) -> None:
    """Eight times the text may not cost much more than eight times the calls."""

    def cost(size: int) -> int:
        tokens = tokenize(unit * (size // len(unit)))
        return calls(lambda: numbers(tokens, "ar"))

    cost(100)  # what is looked up once
    assert cost(16_000) < 10 * max(cost(2_000), 100)
