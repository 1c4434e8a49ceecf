"""Rows found by an interval are those that a plain walk over all of them finds."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mahdar.edtf import Interval
from mahdar.record.timeline import Timeline

DAY = date(2000, 1, 1)
ENDS = st.one_of(st.none(), st.integers(0, 400).map(lambda n: DAY + timedelta(n)))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    first, last = draw(ENDS), draw(ENDS)
    return Interval(last, first) if first and last and first > last else Interval(first, last)


@given(st.lists(intervals(), max_size=30), intervals())
def test_during_finds_what_overlaps(rows: list[Interval], when: Interval) -> None:
    found = Timeline(rows, lambda row: row).during(when)
    assert sorted(found, key=str) == sorted((row for row in rows if row.overlaps(when)), key=str)


def test_rows_without_time_are_left_out() -> None:
    assert Timeline([None], lambda row: row).during(None) == ()


@given(st.lists(intervals(), max_size=30), intervals())
def test_a_narrowed_timeline_holds_the_kept_rows_in_the_same_order(rows: list[Interval], when: Interval) -> None:
    whole = Timeline(enumerate(rows), lambda row: row[1])
    narrowed = whole.narrowed("even", lambda row: row[0] % 2 == 0)
    assert narrowed.during(when) == tuple(row for row in whole.during(when) if row[0] % 2 == 0)
    assert whole.narrowed("even", lambda _row: False) is narrowed
