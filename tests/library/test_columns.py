"""Columns in memory: counts by every way of counting, and rows that come, and come again."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from mahdar.library import facets
from mahdar.library.columns import Pairs, columns_of
from mahdar.library.opened import Library
from mahdar.library.schema import columns
from mahdar.library.searching import Question, search, search_statements
from tests.library.conftest import ARABIC, ENGLISH, Put, made

_KEYS = 60
_PAIRS = st.lists(st.tuples(st.integers(0, _KEYS - 1), st.integers(0, 7)), unique=True, max_size=200)


@given(_PAIRS, st.sets(st.integers(0, _KEYS - 1)))
def test_counts_are_those_of_the_pairs_in_the_mask(drawn: list[tuple[int, int]], wanted: set[int]) -> None:
    ordered = np.array(sorted(drawn), dtype=np.int32).reshape(-1, 2)
    pairs, mask = Pairs(ordered[:, 0], ordered[:, 1]), np.zeros(_KEYS, dtype=np.bool_)
    mask[list(wanted)] = True
    counted = pairs.counted(mask, 8)
    assert dict(enumerate(counted.tolist())) == dict.fromkeys(range(8), 0) | Counter(v for k, v in drawn if k in wanted)
    having = pairs.having([2, 5], _KEYS)
    assert set(np.flatnonzero(having).tolist()) == {key for key, value in drawn if value in (2, 5)}


def test_pairs_that_come_again_replace_the_former_and_stay_in_order() -> None:
    pairs = Pairs(np.array([1, 1, 2, 4]), np.array([7, 8, 7, 9]))
    gone = np.array([False, True, False, False, False])
    found = pairs.without(gone, Pairs(np.array([1, 3]), np.array([5, 6])))
    assert (found.keys.tolist(), found.values.tolist()) == ([1, 2, 3, 4], [5, 7, 6, 9])


def test_rows_are_read_once_and_then_what_is_new(library: Library, put: Put) -> None:
    put(made(ARABIC, "a", outlet="One"))
    with library.reading() as connection:
        first = columns_of(connection)
        assert columns_of(connection) is first
    put(made(ENGLISH, "b", outlet="Two"))
    with library.reading() as connection:
        second = columns_of(connection)
    assert second.upto > first.upto
    assert np.count_nonzero(first.there) == 1
    assert np.count_nonzero(second.there) == 2
    assert set(second.numbers["outlet"]) == {"One", "Two"}


def test_a_library_of_an_earlier_version_is_filled(library: Library, put: Put) -> None:
    put(made(ARABIC, "a", outlet="One"), made(ENGLISH, "b", outlet="Two"))
    with library.reading() as connection:
        before = [find(connection, Question()).facets for find in (search, search_statements)]
    with library.writing() as connection:
        connection.execute(sa.delete(columns))
        facets.fill(connection)
    library.close()
    with library.reading() as connection:
        assert [find(connection, Question()).facets for find in (search, search_statements)] == before


def test_what_is_rolled_back_leaves_no_row(library: Library, put: Put) -> None:
    put(made(ARABIC, "a"))

    def failing() -> None:
        with library.writing() as connection:
            facets.due(connection, 1)
            connection.execute(sa.delete(columns))
            raise KeyError

    with pytest.raises(KeyError):
        failing()
    with library.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(columns)) == 1
