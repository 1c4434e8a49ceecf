"""Units, portions and turns of cycles by themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.edtf import Interval
from mahdar.language.times import hebrew, hijri, solar, units
from mahdar.language.times.feasts import easter, orthodox_easter, turns
from mahdar.language.times.inside import edge_units, nth_unit, nth_weekday, portion
from mahdar.language.times.senses import choose, weekdays

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
STEPS = ["day", "week", "month", "quarter", "year", "decade", "century"]


@given(DAYS, st.sampled_from(STEPS), st.integers(-5, 5))
def test_units_lie_side_by_side(day: date, grain: str, by: int) -> None:
    here, there = units.unit(grain, day, by), units.unit(grain, day, by + 1)
    assert here.last
    assert there.first == here.last + timedelta(days=1)


@given(DAYS, st.sampled_from([2, 3, 4]))
def test_portions_make_up_the_year(day: date, count: int) -> None:
    year = Interval.year(day.year)
    parts = [portion(count, k)(year) for k in range(1, count + 1)]
    assert sum(p.days() or 0 for p in parts if p) == year.days()


@given(DAYS, st.integers(0, 6))
def test_the_running_weekday_is_past_and_future_but_neither_last_nor_next(day: date, number: int) -> None:
    past, last = choose(weekdays(number)(day), day, "past"), choose(weekdays(number)(day), day, "last")
    assert past
    assert last
    assert last.first
    assert last.first < day
    assert (past == last) == (day.weekday() != number)


@pytest.mark.parametrize(
    ("change", "whole", "edtf"),
    [
        (portion(2, 1), "2014", "2014-01/2014-06"),
        (portion(2, 2), "2014-02", "2014-02-16/2014-02-28"),
        (portion(4, 5), "2014", None),
        (nth_weekday(0, -1), "2023-03", "2023-03-27"),
        (nth_weekday(0, 5), "2023-02", None),
        (nth_unit("day", -1), "2024-02", "2024-02-29"),
        (edge_units("month", 3, True), "2021", "2021-10/2021-12"),
        (edge_units("month", 13, False), "2021", None),
    ],
)
def test_parts_of_a_time(change: object, whole: str, edtf: str | None) -> None:
    assert callable(change)
    found = change(Interval.parse(whole))
    assert (found.edtf() if found else None) == edtf


@pytest.mark.parametrize(
    ("year", "month", "first"),
    [(1445, 9, "2024-03-11"), (1444, 1, "2022-07-30"), (1440, 12, "2019-08-02"), (1446, 9, "2025-03-01")],
)
def test_hijri_months_begin_as_published(year: int, month: int, first: str) -> None:
    assert hijri.month(year, month).first == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("year", "month", "day", "there"),
    [
        (1320, 6, 3, "1941-08-25"),
        (1332, 5, 28, "1953-08-19"),
        (1357, 11, 22, "1979-02-11"),
        (1398, 8, 24, "2019-11-15"),
        (1399, 12, 30, "2021-03-20"),
        (1403, 1, 1, "2024-03-20"),
        (1403, 12, 30, "2025-03-20"),
        (1404, 1, 1, "2025-03-21"),
        (1408, 12, 30, "2030-03-20"),
    ],
)
def test_days_of_the_solar_calendar_are_those_of_history(year: int, month: int, day: int, there: str) -> None:
    assert solar.day(year, month, day).first == date.fromisoformat(there)


@given(st.integers(solar.FIRST_YEAR, solar.LAST_YEAR - 1))
def test_solar_months_make_up_their_year(year: int) -> None:
    months = [solar.month(year, number) for number in range(1, 13)]
    assert sum(month.days() or 0 for month in months) == solar.year(year).days() in (365, 366)


@pytest.mark.parametrize(("year", "month", "day"), [(1402, 12, 30), (1403, 7, 31), (1303, 1, 1), (1500, 1, 1)])
def test_no_day_outside_the_solar_calendar(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match=r"\d+"):
        solar.day(year, month, day)


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [(5784, 7, 1, "2023-09-16"), (5783, 7, 10, "2022-10-05"), (5784, 1, 15, "2024-04-23"), (5784, 9, 25, "2023-12-08")],
)
def test_hebrew_days(year: int, month: int, day: int, gregorian: str) -> None:
    assert hebrew.day(year, month, day) == date.fromisoformat(gregorian)


def test_easter_of_both_churches() -> None:
    assert [easter(y) for y in (2000, 2019, 2024)] == [date(2000, 4, 23), date(2019, 4, 21), date(2024, 3, 31)]
    assert [orthodox_easter(y) for y in (2019, 2024)] == [date(2019, 4, 28), date(2024, 5, 5)]


def test_feasts_by_rule() -> None:
    assert Interval.day(date(2021, 11, 25)) in turns("weekday 11 3 4")(date(2021, 6, 1))
    assert Interval.day(date(2021, 5, 13)) in turns("hijri 10-1")(date(2021, 6, 1))
