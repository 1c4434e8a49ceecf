"""The table of ideal points: withheld rows, fits, what it says of itself."""

from __future__ import annotations

import numpy as np
import pytest

from mahdar.analysis.matrix import MatrixError
from mahdar.analysis.positions import ideal_points, sessions_in_words
from tests.analysis.votes import joined, simulated

POINTS = np.append(np.random.default_rng(7).normal(0, 1, 29), 2.0)
ONE = simulated(POINTS, 40, seed=1, session=70)
THREE = joined([simulated(POINTS, 10 if number == 3 else 30, seed=number, session=number) for number in (2, 3, 5)])


def test_one_row_for_each_state_from_the_lowest_point_up() -> None:
    table = ideal_points(ONE, bridged=False)
    values = [float(str(row["point"])) for row in table.rows]
    assert values == sorted(values)
    assert {row["session"] for row in table.rows} == {70}
    assert len(table.rows) == 30
    assert all(row["withheld"] == "" and float(str(row["standard_error"])) > 0 for row in table.rows)


def test_states_with_few_votes_stand_last_without_a_point() -> None:
    rows = ideal_points(ONE, bridged=False, minimum=36).rows
    few = [row for row in rows if int(str(row["votes"])) < 36]
    assert few
    assert list(rows[-len(few) :]) == few
    assert {(row["point"], row["standard_error"], row["withheld"]) for row in few} == {
        (None, None, "fewer than 36 votes")
    }


def test_some_states_alone_have_the_points_that_they_have_among_all() -> None:
    every = {row["state"]: row["point"] for row in ideal_points(ONE, bridged=False).rows}
    some = {row["state"]: row["point"] for row in ideal_points(ONE, bridged=False, states=["USA", "AAA"]).rows}
    assert some == {state: every[state] for state in ("AAA", "USA")}
    with pytest.raises(MatrixError, match="GBR cast no vote"):
        ideal_points(ONE, states=["GBR"])


@pytest.mark.parametrize("bridged", [True, False])
def test_sessions_with_too_few_calls_are_named_not_printed(bridged: bool) -> None:
    table = ideal_points(THREE, bridged)
    assert sorted({int(str(row["session"])) for row in table.rows}) == [2, 5]
    assert "too few calls in session 3" in table.coverage
    assert len(table.fits) == (1 if bridged else 2)
    assert table.fits[0]["sessions"] == ("sessions 2 to 5" if bridged else "session 2")
    assert {fit["converged"] for fit in table.fits} == {"yes"}
    assert ("tied to the session before" in table.method) == bridged
    assert "converged: " in table.method


def test_nothing_to_fit_is_said() -> None:
    table = ideal_points(simulated(POINTS, 5, seed=1), bridged=False)
    assert table.rows == table.fits == ()
    assert "nothing was fitted" in table.method


def test_sessions_in_words() -> None:
    assert [sessions_in_words(numbers) for numbers in ([], [70], [3, 1, 2])] == [
        "no session",
        "session 70",
        "sessions 1 to 3",
    ]
