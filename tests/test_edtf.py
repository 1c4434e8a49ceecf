"""Intervals of days and their EDTF text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.edtf import Interval, monday_of, shift_month

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    "text",
    ["2022-05-26", "2022-05", "2022", "2023-03-13/2023-03-19", "2014/..", "../2019", "2014-01/2014-06", "2014-01/.."],
)
def test_text_keeps_its_grain(text: str) -> None:
    assert Interval.parse(text).edtf() == text


@pytest.mark.parametrize(
    "text", ["", "23", "2022-13", "2022-02-30", "2022-5-26", "17 March", "2023/2022", "2022-05-26T00"]
)
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"write 2023, 2023-03|before its start"):
        Interval.parse(text)


@pytest.mark.parametrize("text", ["31/12/2024", "2024/31", "../12", "2024-13/.."])
def test_what_was_typed_is_named_as_a_whole(text: str) -> None:
    with pytest.raises(ValueError, match="write 2023") as error:
        Interval.parse(text)
    assert repr(text) in str(error.value)


def test_a_month_is_all_of_its_days() -> None:
    february = Interval.parse("2024-02")
    assert (february.first, february.last, february.days()) == (date(2024, 2, 1), date(2024, 2, 29), 29)


def test_an_interval_is_written_no_coarser_than_it_was_given() -> None:
    month = Interval.month(2014, 1)
    assert Interval.span(month, None).edtf() == "2014-01/.."
    assert Interval.span(Interval.year(2014), None).edtf() == "2014/.."
    assert Interval(date(2014, 1, 1), date(2014, 12, 31)).edtf() == "2014"


def test_a_span_may_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="before its start"):
        Interval.span(Interval.year(2019), Interval.year(2014))


def test_open_ends_hold_every_day_on_their_side() -> None:
    since, until = Interval.parse("2014/.."), Interval.parse("../2019")
    assert since.contains(date(9999, 12, 31))
    assert not since.contains(date(2013, 12, 31))
    assert until.contains(date(1, 1, 1))
    assert since.days() is None


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [("2022-05", "2022", True), ("2022", "2022-05", False), ("2015", "2014/..", True), ("2014/..", "2015", False)],
)
def test_within(inner: str, outer: str, answer: bool) -> None:
    assert Interval.parse(inner).within(Interval.parse(outer)) is answer


def test_intersection_is_empty_where_nothing_is_shared() -> None:
    assert Interval.year(2014).intersect(Interval.year(2015)) is None
    assert Interval.parse("2014/..").intersect(Interval.parse("../2019")) == Interval.parse("2014/2019")


@given(DAYS, DAYS)
def test_any_two_days_survive_the_round_trip(one: date, other: date) -> None:
    interval = Interval(min(one, other), max(one, other))
    assert Interval.parse(interval.edtf()) == interval


@given(DAYS, st.integers(0, 400))
def test_open_intervals_survive_the_round_trip(day: date, count: int) -> None:
    for interval in (Interval(day, None), Interval(None, day)):
        assert Interval.parse(interval.edtf()) == interval


@given(DAYS, DAYS, DAYS)
def test_overlap_is_a_shared_day(one: date, other: date, day: date) -> None:
    interval = Interval(min(one, other), max(one, other))
    assert interval.overlaps(Interval.day(day)) == interval.contains(day)


@given(st.dates(date(1, 1, 8)))
def test_weeks_begin_on_monday(day: date) -> None:
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)


@given(st.integers(1, 9000), st.integers(1, 12), st.integers(-24, 24))
def test_months_shift_there_and_back(year: int, month: int, by: int) -> None:
    assert shift_month(*shift_month(year, month, by), -by) == (year, month)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014-21", date(2014, 3, 1), date(2014, 5, 31)),
        ("2014-22", date(2014, 6, 1), date(2014, 8, 31)),
        ("2014-24", date(2014, 12, 1), date(2015, 2, 28)),
    ],
)
def test_seasons_keep_their_code(text: str, first: date, last: date) -> None:
    season = Interval.parse(text)
    assert (season.first, season.last) == (first, last)
    assert season.edtf() == text


def test_three_months_that_nobody_called_a_season_are_months() -> None:
    assert Interval.parse("2014-06/2014-08").edtf() == "2014-06/2014-08"
