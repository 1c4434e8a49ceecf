"""What a spelling stands for from day to day agrees with what it stands for on each day."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loaders.dated_states import MEANINGS, meanings, write_meanings
from mahdar.record.states import find_state

NAMES = ("", "USSR", "Russian Federation", "Yugoslavia", "Taiwan", "GERMANY, FEDERAL REPUBLIC OF", "France", "Nowhere")
CODES = ("", "RUS", "SUN", "YUG", "SCG", "FRA", "XXX")


@given(st.sampled_from(CODES), st.sampled_from(NAMES), st.dates())
def test_the_meaning_of_a_day_is_that_of_the_name_else_of_the_code(code: str, name: str, day: date) -> None:
    (meaning,) = (m for m in meanings(code, name) if m.first <= day <= m.last)
    by_name, by_code = (find_state(text, day) if text else None for text in (name, code))
    assert meaning.state == (by_name or by_code)
    assert meaning.at_odds == (by_name is not None and by_code is not None and by_name != by_code)


@given(st.sampled_from(CODES), st.sampled_from(NAMES))
def test_meanings_cover_all_of_time_once_and_differ_from_their_neighbours(code: str, name: str) -> None:
    found = meanings(code, name)
    assert (found[0].first, found[-1].last) == (date.min, date.max)
    for one, following in itertools.pairwise(found):
        assert following.first == one.last + timedelta(days=1)
        assert (one.state, one.at_odds) != (following.state, following.at_odds)


@pytest.mark.parametrize(
    ("code", "name", "day", "state"),
    [
        ("RUS", "USSR", date(1991, 12, 23), "SUN"),
        ("RUS", "RUSSIAN FEDERATION", date(1991, 12, 24), "RUS"),
        ("", "Russia", date(1946, 1, 1), "SUN"),
        ("GER", "", date(1980, 1, 1), None),
        ("GER", "GERMANY, FEDERAL REPUBLIC OF", date(1980, 1, 1), "DEU"),
        ("", "Yugoslavia", date(2000, 10, 31), "YUG"),
        ("", "Yugoslavia", date(2000, 11, 1), "SRB"),
        ("", "Taiwan", date(1971, 10, 24), "CHN"),
        ("", "Yemen People's Republic", date(1980, 1, 1), "YMD"),
        ("", "Zanzibar", date(1963, 12, 17), "EAZ"),
    ],
)
def test_seats_of_former_states(code: str, name: str, day: date, state: str | None) -> None:
    assert next(m.state for m in meanings(code, name) if m.first <= day <= m.last) == state


def test_the_table_holds_every_meaning_of_every_pair() -> None:
    pairs = [("RUS", "USSR"), ("FRA", "FRANCE"), ("XXX", "NOWHERE")]
    with duckdb.connect() as connection:
        write_meanings(connection, pairs)
        write_meanings(connection, pairs)  # a second load in the same session
        found = connection.execute(f"SELECT state, count(*) FROM {MEANINGS} GROUP BY 1").fetchall()
    assert dict(found) == {"SUN": 2, "FRA": 1, None: 1}


def test_no_pairs_give_an_empty_table() -> None:
    with duckdb.connect() as connection:
        write_meanings(connection, [])
        assert connection.execute(f"SELECT count(*) FROM {MEANINGS}").fetchone() == (0,)
