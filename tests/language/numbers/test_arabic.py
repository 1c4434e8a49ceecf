"""Arabic numbers: forms, compounds, fractions, ordinals, and every number up to a billion there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.language.numbers import Number, plain_numbers
from mahdar.language.tokens import tokenize

_UNITS = {
    1: "واحد", 2: "اثنان", 3: "ثلاثة", 4: "أربعة", 5: "خمسة", 6: "ستة", 7: "سبعة", 8: "ثمانية", 9: "تسعة", 10: "عشرة",
}  # fmt: skip
_TENS = {20: "عشرون", 30: "ثلاثون", 40: "أربعون", 50: "خمسون", 60: "ستون", 70: "سبعون", 80: "ثمانون", 90: "تسعون"}
_HUNDREDS = {1: "مئة", 2: "مئتان", 8: "ثمانمئة"}
_MAGNITUDES = {
    1_000_000: ("مليون", "مليونان", "ملايين"),
    1_000: ("ألف", "ألفان", "آلاف"),
}


def _below_hundred(n: int) -> str:
    if n <= 10:
        return _UNITS[n]
    if n < 20:
        return {11: "أحد", 12: "اثنا"}.get(n, _UNITS.get(n - 10, "")) + " عشر"
    unit = f"{_UNITS[n % 10]} و" if n % 10 else ""
    return unit + _TENS[n - n % 10]


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    said = [_HUNDREDS.get(hundreds) or _UNITS[hundreds].removesuffix("ة") + "مئة"] if hundreds else []
    return " و".join(said + ([_below_hundred(rest)] if rest else []))


def _in_words(n: int) -> str:
    said = []
    for size, (one, two, many) in _MAGNITUDES.items():
        count, n = divmod(n, size)
        if count:
            said.append({1: one, 2: two}.get(count) or f"{_below_thousand(count)} {many if 3 <= count <= 10 else one}")
    return " و".join(said + ([_below_thousand(n)] if n else []))


def _only(text: str) -> Number:
    found = plain_numbers(tokenize(text), "ar")
    assert len(found) == 1, found
    return found[0]


@given(st.integers(1, 999_999_999))
def test_words_give_back_the_number(n: int) -> None:
    words = _in_words(n)
    tokens = tokenize(words)
    number = _only(words)
    assert (number.low, number.high, number.i, number.j) == (n, n, 0, len(tokens)), words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("مائة", 100),
        ("مئتي", 200),
        ("ثلاث مئة", 300),
        ("ثلاثمائة", 300),
        ("ألفي", 2000),
        ("ألفا جندي", 2000),
        ("مليونا شخص", 2_000_000),
        ("20 ألفا", 20_000),
        ("5.5 ملايين", 5_500_000),
        ("مئة وعشرين ألفا", 120_000),
        ("إحدى عشرة", 11),
        ("اثنتي عشرة", 12),
        ("ثماني عشرة", 18),
        ("خمسة وعشرين ومئة", 125),
        ("خمسين وتسعمئة وألف", 1950),
        ("ألف ومئتا مليار", 1_200_000_000_000),
        ("3 ملايين و200 ألف", 3_200_000),
        ("مليون ونصف المليون", 1_500_000),
        ("مليونين ونصف مليون", 2_500_000),
        ("ثلاثة ونصف", 3.5),
        ("نصف مليون", 500_000),
        ("ثلاثة أرباع", 0.75),
        ("ثلثي", 0.666666666666667),
        ("ثلاثة فاصلة خمسة", 3.5),
        ("سالب خمسة", -5),
        ("1 مليار", 1_000_000_000),
    ],
)
def test_value(words: str, value: float) -> None:
    assert _only(words).low == pytest.approx(value)


@pytest.mark.parametrize(
    ("words", "skip"), [("بثلاثة رجال", 1), ("لخمسة", 1), ("وعشرين", 1), ("ولثلاثين", 2), ("الخمسة", 0)]
)
def test_proclitics_are_counted(words: str, skip: int) -> None:
    assert _only(words).skip == skip


@pytest.mark.parametrize(
    ("words", "low", "scale"),
    [
        ("عشرات", 20, 1),
        ("المئات", 200, 1),
        ("آلاف", 2000, 1000),
        ("عشرات الآلاف", 20_000, 1000),
        ("ملايين", 2_000_000, 10**6),
    ],
)
def test_indefinite_amounts_are_open_above(words: str, low: int, scale: int) -> None:
    number = _only(words)
    assert (number.low, number.high, number.kind, number.scale) == (low, None, "indefinite", scale)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("الثالث", 3),
        ("الثانية عشرة", 12),
        ("الحادي والعشرين", 21),
        ("مرة رابعة", 4),
        ("القرن الواحد والعشرون", 21),
        ("الحادي والعشرون بعد المئة", 121),
        ("الخامسة والعشرين بعد المئتين", 225),
        ("الدورة السادسة بعد المئة", 106),
        ("الدورة العشرون بعد المائة", 120),
    ],
)
def test_ordinals(words: str, value: int) -> None:
    number = _only(words)
    assert (number.low, number.kind) == (value, "ordinal")


@pytest.mark.parametrize(
    "words",
    [
        "رجلان",
        "أي واحد منهم",
        "أحد الوزراء",
        "إحدى الدول",
        "لست أدري",
        "يوم الاثنين",
        "الربع الأخير",
        "في المئة",
        "مقاتلة إف-16",
    ],
)
def test_no_number(words: str) -> None:
    assert plain_numbers(tokenize(words), "ar") == []


def test_neighbours_of_the_same_rank_stay_apart() -> None:
    assert [n.low for n in plain_numbers(tokenize("ثلاثمئة ومئتين"), "ar")] == [300, 200]
    assert [n.low for n in plain_numbers(tokenize("300 و212"), "ar")] == [300, 212]


def test_one_and_price_are_weak() -> None:
    assert _only("صوت واحد").weak
    assert _only("ثمن الحرب").weak
    assert not _only("واحد وعشرون").weak
