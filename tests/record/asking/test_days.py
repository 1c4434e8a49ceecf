"""Days of rows: the expressions of SQL, the same in Python, and those by which typed rows are hidden, agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.record.asking import days
from mahdar.record.asking.days import days_of, since_of, time_of, veiled
from mahdar.record.asking.places import Place, places
from mahdar.record.opened import Store
from mahdar.record.rows import Row
from mahdar.record.schema import SCHEMA

EDTF = Place("told.resolutions", {"date": "VARCHAR"}, told=False)
DAYS = st.dates(date(1945, 1, 1), date(2030, 12, 31))


def one(moment: date, grain: int) -> str:
    return (moment.isoformat(), moment.isoformat()[:7], f"{moment.year:04}", f"{moment.year:04}-{21 + moment.day % 4}")[
        grain
    ]


@given(DAYS, DAYS, st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
def test_edtf_has_the_same_days_in_sql_as_in_python(first: date, last: date, a: int, b: int, form: int) -> None:
    first, last = min(first, last), max(first, last)
    forms = (one(first, a), f"{one(first, a)}/{one(last, b)}", f"{one(first, a)}/..", f"../{one(last, b)}")
    text = forms[form]
    try:
        when = Interval.parse(text)
    except ValueError:  # a coarse end may lie before a fine start
        return
    found = days_of(EDTF)
    query = f"SELECT {found.first}, {found.last} FROM (SELECT ? AS date) r"
    assert duckdb.execute(query, [text]).fetchone() == (when.first, when.last)


def test_what_is_no_edtf_has_no_day() -> None:
    found = days_of(EDTF)
    query = (
        f"SELECT {found.first}, {found.last} FROM (SELECT unnest(['', '20x6', 'soon', '2016-99-99', NULL]) AS date) r"
    )
    assert set(duckdb.execute(query).fetchall()) == {(None, None)}


@pytest.mark.parametrize("place", [place for place in places() if not place.told], ids=lambda place: place.name)
def test_a_row_is_public_since_the_same_day_in_sql_and_in_python(store: Store, place: Place) -> None:
    cursor = store.connection.execute(f"SELECT r.*, {days_of(place).since} AS since FROM {place.sql(store)} r")
    names = [column[0] for column in cursor.description or ()]
    for row in cursor.fetchall():
        cells = dict(zip(names, row, strict=True))
        assert since_of(place, cells) == cells["since"], cells


TYPED: dict[str, Callable[[Record], Iterable[Row]]] = {
    "council_decisions": lambda r: r.decisions(),
    "council_meetings": lambda r: r.meetings(),
    "arria_meetings": lambda r: r.arria(),
    "procedural_votes": lambda r: r.procedural_votes(),
    "assembly_decisions": lambda r: r.assembly(),
    "assembly_roll_calls": lambda r: r.roll_calls(),
    "sanctions_regimes": lambda r: r.regimes(),
    "sanctions_bodies": lambda r: r.sanctions_bodies(),
    "sanctions_listings": lambda r: r.listings(),
    "hrc_decisions": lambda r: r.hrc_decisions(),
    "un_offices": lambda r: r.offices(),
}


@pytest.mark.parametrize("table", TYPED)
def test_it_is_the_day_by_which_typed_rows_are_hidden(store: Store, record: Record, table: str) -> None:
    place = next(p for p in places() if p.name == table)
    only = "WHERE standing = 'preferred'" if "standing" in place.columns else ""
    rows = store.connection.execute(f"SELECT {days_of(place).since} FROM {place.sql(store)} r {only}").fetchall()
    typed = [row.known_since for row in TYPED[table](record)]
    assert sorted(map(str, typed)) == sorted(str(since) for (since,) in rows)


def test_terms_are_known_from_the_election_holders_from_their_own_day(store: Store) -> None:
    by_name = {place.name: place for place in places()}
    term = {"state": "NOR", "first": date(2021, 1, 1), "last": date(2022, 12, 31), "elected_on": date(2020, 6, 17)}
    assert since_of(by_name["council_terms"], term) == date(2020, 6, 17)
    assert since_of(by_name["council_terms"], {**term, "elected_on": None}) == date(2021, 1, 1)
    holder = {"first": "2004-04-15", "last": None, "holder_first": "2010", "holder_last": "2016"}
    assert since_of(by_name["country_mandates"], holder) == date(2010, 12, 31)
    assert since_of(by_name["presidencies"], {"month": "2014-01"}) is None


MANDATE = {"first": "2004-04-15", "last": None}


@pytest.mark.parametrize(
    ("table", "cells", "time"),
    [
        ("treaty_actions", {"date": "2016"}, "2016"),
        ("arria_meetings", {"date": "1992-03"}, "1992-03"),
        ("council_decisions", {"date": date(2017, 12, 22)}, "2017-12-22"),
        ("country_mandates", {**MANDATE, "holder_first": "2004-07-13", "holder_last": "2010"}, "2004-07-13/2010"),
        ("country_mandates", {**MANDATE, "holder_first": None, "holder_last": None}, "2004-04-15/.."),
        ("council_terms", {"first": date(1946, 1, 12), "last": date(9999, 12, 31)}, "1946-01-12/.."),
        ("upr_recommendations", {}, ""),
    ],
)  # fmt: skip
def test_times_stay_as_imprecise_as_they_are(table: str, cells: dict[str, object], time: str) -> None:
    assert time_of(next(p for p in places() if p.name == table), cells) == time


def test_what_came_later_is_not_told() -> None:
    regime = next(p for p in places() if p.name == "sanctions_regimes")
    cells = {"name": "x", "first": date(1992, 1, 1), "last": date(2003, 9, 12), "ended_by": "S/RES/1506 (2003)",
             "status": "ended", "note": "ended", "committee": None, "committee_first": None}  # fmt: skip
    hidden = veiled(regime, cells, date(2000, 1, 1))
    assert (hidden["name"], hidden["last"], hidden["ended_by"], hidden["status"]) == ("x", None, None, None)
    assert veiled(regime, cells, date(2003, 9, 12)) is cells


def test_every_table_that_hides_cells_has_them() -> None:
    for table, later in days._LATER.items():
        for column, names in later:
            assert {column, *names} <= set(SCHEMA[table].split())
