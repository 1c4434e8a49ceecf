"""The days on which an expression means a fact, against the slow way: asking day after day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.checking.spoken import Meaning, spoken_on
from mahdar.edtf import Interval
from mahdar.language.numbers import numbers
from mahdar.language.times import times
from mahdar.language.tokens import tokenize

DAY = timedelta(1)
EXPRESSIONS = {
    "ar": [
        "اليوم",
        "أمس الأول",
        "يوم الجمعة",
        "الخميس الماضي",
        "الثلاثاء المقبل",
        "الأسبوع المقبل",
        "الشهر الماضي",
        "في أيار/مايو الماضي",
        "في آذار",
        "في 29 شباط",
        "قبل عامين",
        "في سبتمبر من العام الماضي",
        "في رمضان الماضي",
        "يوم الجمعة 16 مارس",
    ],
    "en": [
        "yesterday",
        "on Monday",
        "next Friday",
        "last week",
        "next month",
        "in May last year",
        "in March",
        "on 29 February",
        "two years ago",
        "last summer",
        "on Friday 16 March",
        "the first Monday of next month",
    ],
}


def meaning_of(text: str, language: str) -> Meaning:
    tokens = tokenize(text)
    (phrase,) = times(tokens, numbers(tokens, language), language)
    assert phrase.relative is not None
    return phrase.relative


def day_by_day(meaning: Meaning, fact: Interval, start: date, stop: date) -> list[Interval]:
    runs: list[Interval] = []
    for k in range((stop - start).days + 1):
        day = start + k * DAY
        meant = meaning(day)
        if meant is None or meant.intersect(fact) is None:
            continue
        if runs and runs[-1].last == day - DAY:
            runs[-1] = Interval(runs[-1].first, day)
        else:
            runs.append(Interval(day, day))
    return runs


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang, texts in EXPRESSIONS.items() for text in texts])
@pytest.mark.parametrize("first", [date(2016, 2, 29), date(2018, 3, 16), date(2019, 12, 31)])
@pytest.mark.parametrize("length", [0, 30])
def test_days_are_those_that_asking_each_gives(language: str, text: str, first: date, length: int) -> None:
    meaning, fact = meaning_of(text, language), Interval(first, first + length * DAY)
    start, stop = first - 120 * DAY, first + 500 * DAY
    assert spoken_on(meaning, fact, start, stop) == day_by_day(meaning, fact, start, stop)


def test_few_days_are_asked() -> None:
    asked = []

    def yesterday(day: date) -> Interval:
        asked.append(day)
        return Interval.day(day - DAY)

    fact = Interval.day(date(2017, 4, 12))
    found = spoken_on(yesterday, fact, date(2016, 4, 12), date(2019, 4, 12))
    assert found == [Interval(date(2017, 4, 13), date(2017, 4, 13))]
    assert len(asked) < 60


def test_a_meaning_that_starts_anew_is_followed() -> None:
    start, stop, fact = date(2017, 1, 1), date(2018, 12, 31), Interval(date(2017, 2, 1), date(2017, 2, 9))

    def anew(day: date) -> Interval:
        return Interval.day(start + (day - start).days % 200 * DAY)

    found = spoken_on(anew, fact, start, stop)
    assert len(found) == 4
    assert found == day_by_day(anew, fact, start, stop)


def test_days_that_mean_nothing_fit_nothing() -> None:
    assert spoken_on(lambda _day: None, Interval.year(2017), date(2016, 1, 1), date(2019, 1, 1)) == []
    assert spoken_on(Interval.day, Interval.year(2017), date(2018, 1, 1), date(2017, 1, 1)) == []


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400), st.integers(0, 60), st.integers(-500, 500), st.integers(0, 300))
def test_whatever_moves_forward_is_found_whole(grain: int, width: int, shift: int, length: int) -> None:
    origin = date(2000, 1, 1)

    def meaning(day: date) -> Interval:
        first = origin + ((day - origin).days // grain * grain + shift) * DAY
        return Interval(first, first + width * DAY)

    fact = Interval(date(2010, 6, 1), date(2010, 6, 1) + length * DAY)
    start, stop = date(2010, 1, 1), date(2011, 3, 1)
    assert spoken_on(meaning, fact, start, stop) == day_by_day(meaning, fact, start, stop)
