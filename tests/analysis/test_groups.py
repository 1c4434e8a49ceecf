"""Groups: the table of members against known sizes, and who counts in which call."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from mahdar.analysis.groups import Group, UnknownGroupError, find_group, names
from mahdar.edtf import Interval
from mahdar.record.states import find_state
from mahdar.tables import read_rows
from tests.analysis.votes import votes

REGIONAL = ("african-group", "asia-pacific-group", "eastern-european-group", "grulac", "weog")


def members(group: str, day: str) -> set[str]:
    on = date.fromisoformat(day)
    return {member.state for member in find_group(group).members if member.days.contains(on)}


@pytest.mark.parametrize(
    ("group", "day", "count"),
    [
        ("p5", "1950-01-01", 5),
        ("p5", "1991-12-23", 5),
        ("p5", "2024-01-01", 5),
        ("african-group", "1995-01-01", 53),
        ("african-group", "2020-01-01", 54),
        ("asia-pacific-group", "2020-01-01", 53),
        ("eastern-european-group", "2020-01-01", 23),
        ("grulac", "2020-01-01", 33),
        ("weog", "2020-01-01", 28),
        ("eu", "1957-12-31", 0),
        ("eu", "1960-01-01", 6),
        ("eu", "1973-01-01", 9),
        ("eu", "1990-01-01", 12),
        ("eu", "1995-01-01", 15),
        ("eu", "2004-05-01", 25),
        ("eu", "2013-07-01", 28),
        ("eu", "2020-02-01", 27),
        ("nato", "1950-01-01", 12),
        ("nato", "1990-01-01", 16),
        ("nato", "2004-03-29", 26),
        ("nato", "2024-03-07", 32),
        ("asean", "1970-01-01", 5),
        ("asean", "2000-01-01", 10),
        ("gcc", "2000-01-01", 6),
        ("arab-league", "2000-01-01", 21),
        ("arab-league", "2015-01-01", 20),
        ("brics", "2015-01-01", 5),
    ],
)
def test_groups_have_the_members_that_they_had(group: str, day: str, count: int) -> None:
    assert len(members(group, day)) == count


def test_single_memberships() -> None:
    assert "GBR" in members("eu", "2020-01-31")
    assert "GBR" not in members("eu", "2020-02-01")
    assert "EGY" not in members("arab-league", "1985-01-01")
    assert "SYR" not in members("arab-league", "2015-01-01")
    assert {"SUN"} == members("p5", "1991-12-23") - members("p5", "1991-12-24")


def test_no_state_is_in_two_regional_groups() -> None:
    every = [state for group in REGIONAL for state in members(group, "2020-01-01")]
    assert len(every) == len(set(every)) == 191  # all members of the UN but the United States and Kiribati


def test_every_row_is_a_known_state_in_a_named_group_with_ordered_days() -> None:
    spans: dict[tuple[str, str], list[Interval]] = defaultdict(list)
    for row in read_rows("mahdar.analysis", "groups.csv"):
        assert row["group"] in names()
        assert find_state(row["state"]) == row["state"]
        span = Interval.parse(f"{row['first']}/{row['last'] or '..'}")
        assert not any(span.overlaps(other) for other in spans[row["group"], row["state"]]), row
        spans[row["group"], row["state"]].append(span)
    assert {group for group, _ in spans} == set(names())


def test_every_group_has_a_source() -> None:
    assert all(row["source"] and row["name"] for row in read_rows("mahdar.analysis", "group_names.csv"))


def test_a_member_counts_in_calls_whose_days_all_lie_in_its_membership() -> None:
    made = votes({"GBR": "yyyy", "RUS": "yyyy"}, ["1972-12-31", "1973", "2020-01", ""])
    assert find_group("EU").mask(made).tolist() == [[False, True, True, False], [False] * 4]
    assert find_group("eu").mask(votes({"GBR": "y"}, ["2020"])).tolist() == [[False]]


def test_a_list_of_codes_holds_at_any_time() -> None:
    group = find_group("rus, CHN,RUS")
    assert (group.key, group.name) == ("RUS,CHN", "RUS CHN")
    made = votes({"CHN": "yy", "FRA": "yy"}, ["1950", ""])
    assert group.mask(made).tolist() == [[True, True], [False, False]]


@pytest.mark.parametrize("text", ["europe", "RUS", "RUS,RUS", "RUS,C1N", "RUS,", ""])
def test_what_is_neither_is_refused_with_the_names(text: str) -> None:
    with pytest.raises(UnknownGroupError, match="arab-league"):
        find_group(text)


def test_a_group_without_members_here_has_an_empty_mask() -> None:
    assert not Group("x", "x", ()).mask(votes({"USA": "yy"})).any()
