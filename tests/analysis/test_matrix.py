"""From rows to a matrix: nothing is lost, nothing is invented, wrong rows are refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.analysis.matrix import ABSENT, MatrixError, Votes, read_votes
from mahdar.edtf import Interval
from tests.analysis.votes import RowOfVotes, relation, votes

CODES = {"absent": 0, "yes": 1, "abstain": 2, "no": 3}
ROWS: list[RowOfVotes] = [
    ("7", 2, "1947-11", "A/RES/2", "USA", "yes"),
    ("7", 2, "1947-11", "A/RES/2", "FRA", "no"),
    ("12", 1, "1946-12-08", None, "USA", "abstain"),
    ("12", 1, "1946-12-08", None, "EGY", "absent"),
    ("12", 1, "1946-12-08", None, "FRA", "yes"),
]


def test_states_are_sorted_calls_in_order_of_time() -> None:
    read = read_votes(relation(ROWS), "assembly")
    assert read.states == ("FRA", "USA")
    assert [(call.call, call.session, call.symbol) for call in read.calls] == [("12", 1, ""), ("7", 2, "A/RES/2")]
    assert read.codes.tolist() == [[1, 3], [2, 1]]
    assert read.codes.dtype == np.int8


def test_a_state_that_cast_no_vote_is_not_listed_and_asking_for_it_says_why() -> None:
    with pytest.raises(MatrixError, match=r"EGY cast no vote in 2 recorded votes of the General Assembly"):
        read_votes(relation(ROWS), "assembly").row("EGY")


@pytest.mark.parametrize(
    ("period", "calls", "vague"),
    [
        ("1946/1947", ["12", "7"], 0),
        ("1947", ["7"], 0),
        ("1947-11-01/1947-11-30", ["7"], 0),
        ("1947-11-15/1948", [], 1),
        ("../1946-12-08", ["12"], 0),
        ("1950/..", [], 0),
    ],
)
def test_a_call_belongs_to_a_time_if_all_its_days_do(period: str, calls: list[str], vague: int) -> None:
    read = read_votes(relation(ROWS), "assembly", Interval.parse(period))
    assert [call.call for call in read.calls] == calls
    assert read.vague == vague
    assert ("may lie outside" in read.coverage()) == (bool(calls) and vague > 0)


def test_a_call_without_a_date_is_in_no_time_but_in_all_of_them() -> None:
    rows: list[RowOfVotes] = [("1", None, None, "", "USA", "yes")]
    assert read_votes(relation(rows), "council").coverage() == (
        "1 recorded vote of the Security Council, without dates, 1 votes cast by 1 states"
    )
    assert read_votes(relation(rows), "council", Interval.parse("2000")).vague == 1


def test_sessions_alone_can_be_read() -> None:
    read = read_votes(relation(ROWS), "assembly", sessions=[2])
    assert [call.call for call in read.calls] == ["7"]
    assert read_votes(relation(ROWS), "assembly", sessions=[]).calls == ()


def test_coverage_says_how_many_votes_from_when_to_when() -> None:
    text = read_votes(relation(ROWS), "assembly").coverage()
    assert text == "2 recorded votes of the General Assembly, 1946-12-08 to 1947-11, 4 votes cast by 2 states"
    assert read_votes(relation([]), "assembly").coverage() == "no recorded votes of the General Assembly"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("7", 2, "1947-11", "", "GBR", "maybe"), "call 7"),
        (("7", 2, "1947-11", "", "GBR", None), "call 7"),
        (("7", 2, "1947-11", "", None, "yes"), "call 7"),
        (("7", 2, "1947-11", "", "gbr", "yes"), "call 7"),
        (("7", 2, "1947-11", "", "United Kingdom", "yes"), "call 7"),
        ((None, 2, "1947-11", "", "GBR", "yes"), "without a name"),
        (("7", 2, "1947-11", "", "USA", "yes"), "two votes in one call"),
    ],
)
def test_rows_that_are_no_votes_are_refused(row: RowOfVotes, problem: str) -> None:
    with pytest.raises(MatrixError, match=problem):
        read_votes(relation([*ROWS, row]), "assembly")


def test_a_part_keeps_the_calls_asked_for_and_their_voters() -> None:
    whole = votes({"FRA": "y-n", "USA": "n--", "EGY": "-a-"})
    part = whole.part(np.array([False, True, True]))
    assert part.states == ("FRA", "EGY")
    assert part.codes.tolist() == [[0, 3], [2, 0]]
    assert [call.call for call in part.calls] == ["1", "2"]


CELLS = st.dictionaries(
    st.tuples(st.integers(0, 12), st.sampled_from(["USA", "FRA", "GBR", "CHN", "SUN", "EGY"])),
    st.sampled_from(sorted(CODES)),
    max_size=50,
)


@given(cells=CELLS)
@settings(max_examples=40, deadline=None)
def test_the_matrix_holds_every_row_and_nothing_else(cells: dict[tuple[int, str], str]) -> None:
    rows: list[RowOfVotes] = [(str(call), 1, "2000", "", state, vote) for (call, state), vote in cells.items()]
    read = read_votes(relation(rows), "assembly")
    assert {call.call for call in read.calls} == {str(call) for call, _ in cells}
    assert listed(read) == {(str(c), s): CODES[v] for (c, s), v in cells.items() if v != "absent"}


def listed(read: Votes) -> dict[tuple[str, str], int]:
    """Every vote that was cast."""
    return {(read.calls[j].call, read.states[i]): int(read.codes[i, j]) for i, j in np.argwhere(read.codes != ABSENT)}


def test_the_record_hands_over_all_its_votes(assembly: Votes) -> None:
    assert len(assembly.calls) == 6299
    assert assembly.codes.shape == (len(assembly.states), 6299)
    assert int(np.count_nonzero(assembly.codes)) > 880_000
    assert assembly.sessions() == tuple(range(1, 76))
    assert assembly.session(19).codes.shape[1] == 1
