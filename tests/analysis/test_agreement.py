"""Agreement equals what anyone gets who counts."""

from __future__ import annotations

import importlib
import warnings
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mahdar.analysis.agreement import MINIMUM, agreement_with, count_pairs
from mahdar.analysis.matrix import MatrixError, Votes
from mahdar.edtf import Interval
from mahdar.record.states import find_state
from tests.analysis.votes import votes

SMALL = {"USA": "yynna-y", "GBR": "yynnaay", "RUS": "nnyyay-", "CUB": "-------", "FRA": "y------"}


def test_identical_half_and_opposite_votes_are_counted_where_both_voted() -> None:
    table = agreement_with(votes({"USA": "yyna-n", "RUS": "ynnyya"}), "USA", minimum=1)
    assert table.rows == (
        {
            "state": "RUS",
            "agreement": 2 / 5,
            "lijphart_index": 6 / 10,
            "shared_votes": 5,
            "identical": 2,
            "half": 2,
            "opposite": 1,
            "withheld": "",
        },
    )


def test_the_closest_come_first_and_those_withheld_last() -> None:
    rows = agreement_with(votes(SMALL), "USA", minimum=2).rows
    assert [row["state"] for row in rows] == ["GBR", "RUS", "CUB", "FRA"]
    assert [row["agreement"] for row in rows] == [1.0, 0.2, None, None]
    assert rows[-1]["lijphart_index"] is None
    assert rows[-1]["shared_votes"] == 1
    assert rows[-1]["withheld"] == "fewer than 2 shared votes"


def test_the_minimum_is_that_of_the_body() -> None:
    many = votes({"USA": "y" * 199, "FRA": "y" * 199})
    assert agreement_with(many, "USA").rows[0]["agreement"] is None
    assert agreement_with(votes({"USA": "y" * 200, "FRA": "y" * 200}), "USA").rows[0]["agreement"] == 1
    council = votes({"USA": "y" * 50, "FRA": "y" * 50}, body="council")
    assert agreement_with(council, "USA").rows[0]["agreement"] == 1
    assert MINIMUM == {"assembly": 200, "council": 50}


def test_named_states_alone_and_never_the_state_itself() -> None:
    rows = agreement_with(votes(SMALL), "USA", ["RUS", "USA"], minimum=1).rows
    assert [row["state"] for row in rows] == ["RUS"]
    with pytest.raises(MatrixError, match="DEU cast no vote"):
        agreement_with(votes(SMALL), "USA", ["DEU"])


def test_the_table_says_what_it_is() -> None:
    table = agreement_with(votes(SMALL), "USA", minimum=3)
    assert table.what == "How often did other states vote as USA did in the General Assembly?"
    assert "no value below 3 shared votes" in table.method
    assert "7 recorded votes" in table.coverage


MATRICES = st.integers(1, 30).flatmap(
    lambda calls: st.lists(st.text("yan-", min_size=calls, max_size=calls), min_size=2, max_size=6)
)


@given(rows=MATRICES, minimum=st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_one_row_and_the_whole_matrix_equal_a_plain_count(rows: list[str], minimum: int) -> None:
    made = votes({f"AA{chr(65 + i)}": row for i, row in enumerate(rows)})
    pairs = count_pairs(made)
    share, index = pairs.agreement(minimum), pairs.lijphart(minimum)
    for i, state in enumerate(made.states):
        for row in agreement_with(made, state, minimum=minimum).rows:
            j = made.row(str(row["state"]))
            both = [(a, b) for a, b in zip(rows[i], rows[j], strict=True) if a != "-" and b != "-"]
            same, half = sum(a == b for a, b in both), sum(a != b and "a" in (a, b) for a, b in both)
            assert (row["shared_votes"], row["identical"], row["half"]) == (len(both), same, half)
            assert row["agreement"] == (same / len(both) if len(both) >= minimum else None)
            assert row["lijphart_index"] == ((2 * same + half) / (2 * len(both)) if len(both) >= minimum else None)
            assert same_value(share[i, j], row["agreement"])
            assert same_value(index[i, j], row["lijphart_index"])


def same_value(found: float, expected: object) -> bool:
    return bool(np.isnan(found)) if expected is None else found == expected


def test_ten_years_of_the_assembly_equal_a_plain_recomputation_from_the_publication(
    assembly: Votes, material: Path
) -> None:
    period = Interval.parse("2010/2019")
    inside = np.array([call.days is not None and call.days.within(period) for call in assembly.calls])
    table = agreement_with(assembly.part(inside), "RUS")
    plain = recomputed(material / "unga_unvotes_rda", "RUS")
    assert len(table.rows) == 192
    for row in table.rows:
        shared, same = plain[str(row["state"])]
        assert (row["shared_votes"], row["identical"]) == (shared, same)
        assert row["agreement"] == (same / shared if shared >= 200 else None)


def recomputed(folder: Path, of: str) -> dict[str, tuple[int, int]]:
    """Shared and identical votes with one state from 2010 to 2019, counted vote by vote from the published table."""
    pytest.importorskip("pyreadr")
    by_call: dict[int, dict[str, str]] = defaultdict(dict)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pandas' own, about what pyreadr asks of it
        reader: Any = importlib.import_module("pyreadr")
        cast, calls = (
            next(iter(reader.read_r(str(folder / name)).values())) for name in ("un_votes.rda", "un_roll_calls.rda")
        )
    wanted = {
        int(rcid) for rcid, day in zip(calls["rcid"], calls["date"], strict=True) if "2010" <= str(day)[:4] <= "2019"
    }
    chosen = cast[cast["rcid"].isin(wanted)]
    for rcid, name, vote in zip(chosen["rcid"], chosen["country"], chosen["vote"], strict=True):
        by_call[int(rcid)][find_state(str(name)) or str(name)] = str(vote)
    shared: Counter[str] = Counter()
    same: Counter[str] = Counter()
    for votes_cast in by_call.values():
        if of in votes_cast:
            shared.update(votes_cast.keys())
            same.update(state for state, vote in votes_cast.items() if vote == votes_cast[of])
    return {state: (shared[state], same[state]) for state in shared}
