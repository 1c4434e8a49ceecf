"""Durations: the amount and its unit, and what is a time, a name or an adjective instead."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.language.numbers import numbers
from mahdar.language.times import times
from mahdar.language.times.durations import UNITS, Duration, durations
from mahdar.language.tokens import tokenize


def _read(text: str, language: str) -> list[Duration]:
    tokens = tokenize(text)
    return durations(tokens, numbers(tokens, language), language)


def _one(text: str, language: str) -> tuple[str, int | float, str]:
    found = _read(text, language)
    assert len(found) == 1, found
    return text[found[0].start : found[0].end], found[0].value, found[0].unit


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("مدد المجلس الولاية ستة أشهر", "ستة أشهر", 6, "month"),
        ("تستمر الهدنة يومين", "يومين", 2, "day"),
        ("توقف القصف ساعتين ونصف", "ساعتين ونصف", 150, "minute"),
        ("دام الحصار عاما ونصف العام", "عاما ونصف العام", 18, "month"),
        ("دام الحصار عامين وثلاثة أشهر", "عامين وثلاثة أشهر", 27, "month"),
        ("هدنة من 72 ساعة", "72 ساعة", 72, "hour"),
        ("أمهلهم عشرين يوما", "عشرين يوما", 20, "day"),
        ("عقد واحد من الحرب", "عقد واحد", 1, "decade"),
        ("بعد نصف ساعة من القصف", "نصف ساعة", 30, "minute"),
        ("قضى ثلاثة أرباع الساعة هناك", "ثلاثة أرباع الساعة", 45, "minute"),
        ("أربعة أسابيع متتالية", "أربعة أسابيع متتالية", 4, "week"),
    ],
)
def test_arabic_durations(text: str, words: str, value: float, unit: str) -> None:
    assert _one(text, "ar") == (words, value, unit)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("It extended the mandate for 12 months", "12 months", 12, "month"),
        ("They talked for an hour and a half", "an hour and a half", 90, "minute"),
        ("They talked for half an hour", "half an hour", 30, "minute"),
        ("A five-day truce began", "five-day", 5, "day"),
        ("She served two years and three months", "two years and three months", 27, "month"),
        ("Give them a month", "a month", 1, "month"),
        ("They need two more weeks", "two more weeks", 2, "week"),
        ("It took 1.5 hours", "1.5 hours", 90, "minute"),
        ("One year, 2 days and 3 hours", "One year, 2 days and 3 hours", 8811, "hour"),
    ],
)
def test_english_durations(text: str, words: str, value: float, unit: str) -> None:
    assert _one(text, "en") == (words, value, unit)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("الأمين العام للأمم المتحدة", "ar"),
        ("وقع ذلك عام 2014", "ar"),
        ("في شهر مارس الماضي", "ar"),
        ("وصل يوم الجمعة", "ar"),
        ("The year began well", "en"),
        ("It fell in the second half", "en"),
        ("", "en"),
    ],
)
def test_what_is_no_duration(text: str, language: str) -> None:
    assert _read(text, language) == []


def test_a_duration_is_no_time() -> None:
    text = "مدد المجلس الولاية ستة أشهر"
    tokens = tokenize(text)
    assert times(tokens, numbers(tokens, "ar"), "ar") == []


_PIECES = [
    "3",
    "ثلاثة",
    "أيام",
    "يومين",
    "ساعة",
    "ونصف",
    "و",
    "عام",
    "three",
    "days",
    "an",
    "hour",
    "and",
    "a",
    "half",
    "-",
    "1/2",
    "\n",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14), st.sampled_from(["ar", "en"]))
def test_spans_are_in_order_and_amounts_positive(pieces: list[str], language: str) -> None:
    text, end = " ".join(pieces), 0
    for found in _read(text, language):
        assert end <= found.start < found.end <= len(text)
        assert found.value > 0
        assert found.unit in UNITS
        end = found.end
