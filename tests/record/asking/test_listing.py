"""Rows of a table: of a state, on a state, within a time, public on a day."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.asking.listing import FilterError, Wanted, list_rows
from mahdar.record.asking.places import UnknownTableError, places
from mahdar.record.opened import Store


def test_decisions_on_a_state_within_a_time(store: Store, record: Record) -> None:
    found = list_rows(store, "council_decisions", Wanted(topic="PRK", when=Interval.parse("2016/2017")), None)
    typed = record.decisions("PRK", Interval.parse("2016/2017"))
    assert [row["symbol"] for row in found.rows] == [row.symbol for row in typed]
    assert found.total == len(typed)


def test_rows_come_in_order_of_time_up_to_a_limit_that_is_counted_beyond(store: Store) -> None:
    found = list_rows(store, "council_meetings", limit=5)
    days = [row["date"] for row in found.rows]
    assert days == sorted(days)
    assert (len(found.rows), found.total) == (5, list_rows(store, "council_meetings", limit=None).total)
    assert found.rows[0]["title"]


@pytest.mark.parametrize(
    ("table", "state", "told"),
    [
        ("council_decisions", "SUN", lambda row: "SUN" in str(row["vetoed_by"]) + str(row["voted_no"]) + str(row)),
        ("treaty_actions", "PRK", lambda row: row["state"] == "PRK"),
        ("arria_meetings", "GBR", lambda row: "GBR" in f"{row['conveners']}|{row['co_hosts']}".split("|")),
        ("sanctions_regimes", "ETH", lambda row: "ETH" in row["target"].split("|")),
    ],
)
def test_rows_in_which_a_state_acts(store: Store, table: str, state: str, told: object) -> None:
    found = list_rows(store, table, Wanted(state=state), None)
    assert found.rows
    assert callable(told)
    assert all(told(row) for row in found.rows)


def test_an_imprecise_time_counts_if_it_may_fall_within(store: Store) -> None:
    wanted = Wanted(when=Interval.parse("1992-03-15"))
    found = list_rows(store, "arria_meetings", wanted)
    assert [row["date"] for row in found.rows] == ["1992-03"]
    assert list_rows(store, "arria_meetings", Wanted(when=Interval.parse("1992-04"))).rows == ()


def test_only_what_was_public_and_as_it_stood(store: Store) -> None:
    found = list_rows(store, "sanctions_regimes", Wanted(as_of=date(2000, 1, 1)), None)
    assert found.rows
    assert all(row["first"] <= date(2000, 1, 1) for row in found.rows)
    assert all(row["last"] is None or row["last"] <= date(2000, 1, 1) for row in found.rows)
    (lockerbie,) = (row for row in found.rows if row["name"] == "Libya (Lockerbie)")
    assert (lockerbie["status"], lockerbie["ended_by"]) == (None, None)


def test_every_row_says_since_when_it_was_public_and_where_to_look(store: Store) -> None:
    found = list_rows(store, "council_decisions", limit=3)
    assert found.columns[-3:] == ("known_since", "publisher", "link")
    assert found.rows[0]["publisher"] == "UN Dag Hammarskjöld Library"
    assert found.rows[0]["link"].startswith("https://docs.un.org/S/RES/1(1946)")
    assert found.rows[0]["known_since"] == found.rows[0]["date"]


@pytest.mark.parametrize("place", places(), ids=lambda place: place.name)
def test_every_table_can_be_listed_on_any_day(told: Store, place: object) -> None:
    name = str(getattr(place, "name", ""))
    whole = list_rows(told, name, limit=2)
    then = list_rows(told, name, Wanted(as_of=date(1950, 1, 1)), limit=2)
    assert then.total <= whole.total
    assert all(set(row) >= set(whole.columns) for row in whole.rows)


def test_rows_of_a_load_that_was_replaced_are_not_listed(told: Store) -> None:
    assert {row["load"] for row in list_rows(told, "told.calls").rows} == {2, 3}
    assert list_rows(told, "calls", Wanted(as_of=date(2024, 1, 1))).total == 2


@pytest.mark.parametrize(
    ("table", "wanted", "words"),
    [
        ("treaties", Wanted(state="PRK"), "name no state"),
        ("presidencies", Wanted(topic="PRK"), "name no topic"),
        ("upr_recommendations", Wanted(when=Interval.parse("2016")), "have no day"),
    ],
)
def test_a_filter_that_a_table_has_no_column_for_is_refused(
    store: Store, table: str, wanted: Wanted, words: str
) -> None:
    with pytest.raises(FilterError, match=words):
        list_rows(store, table, wanted)


def test_an_unknown_table_is_refused(store: Store) -> None:
    with pytest.raises(UnknownTableError):
        list_rows(store, "country_votes")
