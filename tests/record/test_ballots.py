"""Votes by state as a relation: the same as the rows, one for each state in each vote."""

from __future__ import annotations

from collections import defaultdict
from typing import cast

import pytest

from mahdar.record.access import Record
from mahdar.record.ballots import Body, ballots

COLUMNS = ["call", "session", "date", "symbol", "state", "vote"]


@pytest.mark.parametrize("body", ["council", "assembly"])
def test_columns_are_those_promised(record: Record, body: Body) -> None:
    relation = ballots(record, body)
    assert relation.columns == COLUMNS
    assert [str(t) for t in relation.types] == ["VARCHAR", "INTEGER", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"]


@pytest.mark.parametrize("body", ["council", "assembly"])
def test_a_state_votes_once_in_a_call(record: Record, body: Body) -> None:
    relation = ballots(record, body)
    ((rows, pairs),) = relation.aggregate("count(*) AS rows, count(DISTINCT (call, state)) AS pairs").fetchall()
    assert rows == pairs > 25_000
    assert set(relation.aggregate("vote").fetchall()) == {("yes",), ("no",), ("abstain",), ("absent",)}


def test_the_assembly_votes_as_its_rows_do(record: Record) -> None:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for call, state, vote in ballots(record, "assembly").project("call, state, vote").fetchall():
        found[call][state] = vote
    assert len(found) == len(record.roll_calls())
    for row in record.roll_calls():
        assert found[row.call] == row.votes, row.call


def test_the_council_votes_as_its_rows_do(record: Record) -> None:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for call, state, vote in ballots(record, "council").project("call, state, vote").fetchall():
        found[call][state] = vote
    for name in ("S/RES/1973 (2011)", "S/RES/2728 (2024)", "S/2022/431"):
        row = record.decision(name)
        assert row is not None
        assert found[row.name] == row.votes, name
    assert len({len(votes) for votes in found.values()}) == 1  # fifteen seats in every vote since 1994


def test_votes_of_1995_that_are_scrambled_are_no_ballots(record: Record) -> None:
    of_1995 = ballots(record, "council").filter("session = 1995")
    ((calls,),) = of_1995.aggregate("count(DISTINCT call) AS calls").fetchall()
    assert calls == 10  # of 67


def test_another_body_is_refused(record: Record) -> None:
    with pytest.raises(ValueError, match="council, assembly"):
        ballots(record, cast(Body, "senate"))
