"""Cohesion: the two measures against hand-made votes and a plain recomputation."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.analysis.cohesion import cohesion, year
from mahdar.analysis.groups import find_group
from mahdar.analysis.matrix import Call, Votes
from mahdar.edtf import Interval
from tests.analysis.votes import votes

GROUP = find_group("AAA,AAB,AAC")


def single(letters: list[str], minimum: int = 1) -> dict[str, object]:
    """The row of a group of three whose members vote so."""
    made = votes({**{f"AA{chr(65 + i)}": row for i, row in enumerate(letters)}, "USA": "n" * len(letters[0])})
    (row,) = cohesion(made, [GROUP], minimum=minimum).rows
    return dict(row)


@pytest.mark.parametrize(
    ("column", "agreement", "index"),
    [
        ("yyy", 1.0, 1.0),
        ("yan", 0.0, 0.0),
        ("yyn", 1 / 3, 0.5),
        ("yy-", 1.0, 1.0),
        ("yn-", 0.0, 0.25),
        ("aan", 1 / 3, 0.5),
    ],
)
def test_the_measures_of_a_single_call(column: str, agreement: float, index: float) -> None:
    row = single(list(column))
    assert row["agreement"] == pytest.approx(agreement)
    assert row["agreement_index"] == pytest.approx(index)


def test_calls_with_fewer_than_two_members_voting_do_not_count() -> None:
    row = single(["yy-", "y--", "n--"])
    assert (row["calls"], row["members"], row["pairs"], row["unanimous"]) == (1, 3, 3, 0)


def test_values_are_withheld_under_the_minimum() -> None:
    row = single(["yyy", "yyy", "yyy"], minimum=4)
    assert (row["agreement"], row["agreement_index"], row["calls"]) == (None, None, 3)
    assert row["withheld"] == "fewer than 4 calls"


def test_no_call_gives_no_value_whatever_the_minimum() -> None:
    assert single(["-", "-", "-"], minimum=1)["agreement"] is None


def test_one_row_for_each_group_and_year() -> None:
    made = votes({"AAA": "yyy", "AAB": "yny", "AAC": "nny"}, ["2001-02-03", "2001", "2003-05"])
    table = cohesion(made, [GROUP, find_group("AAA,AAB")], minimum=1)
    assert [(row["group"], row["year"], row["calls"]) for row in table.rows] == [
        ("AAA,AAB,AAC", 2001, 2),
        ("AAA,AAB,AAC", 2003, 1),
        ("AAA,AAB", 2001, 2),
        ("AAA,AAB", 2003, 1),
    ]
    assert table.rows[0]["agreement"] == 2 / 6
    assert table.columns[:3] == ("group", "year", "agreement")


def test_by_session_and_what_has_no_certain_year() -> None:
    made = votes({"AAA": "yy", "AAB": "yn"}, ["2001-12/2002-01", "2001"], session=56)
    by_session = cohesion(made, [GROUP], by="session", minimum=1)
    assert [(row["session"], row["calls"]) for row in by_session.rows] == [(56, 2)]
    assert "left out" not in by_session.coverage
    by_year = cohesion(made, [GROUP], minimum=1)
    assert [(row["year"], row["calls"]) for row in by_year.rows] == [(2001, 1)]
    assert "1 of them have no certain year and are left out" in by_year.coverage


def test_the_year_of_a_call() -> None:
    assert year(Call("1", 1, Interval.parse("1999-12"), "")) == 1999
    assert year(Call("1", 1, Interval.parse("1999/2000"), "")) is None
    assert year(Call("1", 1, Interval.parse("1999/.."), "")) is None
    assert year(Call("1", 1, None, "")) is None


@given(
    rows=st.integers(1, 20).flatmap(lambda n: st.lists(st.text("yan-", min_size=n, max_size=n), min_size=3, max_size=3))
)
@settings(max_examples=60, deadline=None)
def test_both_measures_equal_a_plain_recomputation(rows: list[str]) -> None:
    row = single(rows)
    cast = [[vote for vote in column if vote != "-"] for column in zip(*rows, strict=True)]
    cast = [column for column in cast if len(column) >= 2]
    pairs = [pair for column in cast for pair in combinations(column, 2)]
    assert (row["calls"], row["pairs"]) == (len(cast), len(pairs))
    if cast:
        most = [max(map(column.count, "yan")) for column in cast]
        index = [(m - (len(c) - m) / 2) / len(c) for m, c in zip(most, cast, strict=True)]
        assert row["agreement"] == sum(a == b for a, b in pairs) / len(pairs)
        assert row["agreement_index"] == pytest.approx(sum(index) / len(index), abs=1e-12)
        assert 0 <= float(str(row["agreement_index"])) <= 1


def test_groups_of_the_assembly_hold_together_as_is_known(assembly: Votes) -> None:
    table = cohesion(assembly, [find_group("eu"), find_group("p5")])
    found = {(row["group"], row["year"]): row for row in table.rows}
    assert float(str(found["eu", 2010]["agreement_index"])) > 0.85
    assert float(str(found["p5", 2010]["agreement_index"])) < 0.7
    assert found["eu", 2010]["members"] == 27
    assert found["p5", 2010]["pairs"] == 10 * 88 - missing(assembly)
    assert ("eu", 1957) not in found or found["eu", 1957]["agreement"] is None


def missing(assembly: Votes) -> int:
    """Pairs of permanent members that did not both vote in 2010."""
    rows = [assembly.row(state) for state in ("CHN", "FRA", "GBR", "RUS", "USA")]
    calls = [i for i, call in enumerate(assembly.calls) if year(call) == 2010]
    return sum(not (assembly.codes[a, i] and assembly.codes[b, i]) for i in calls for a, b in combinations(rows, 2))
