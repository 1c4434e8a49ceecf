"""Tables by name."""

from __future__ import annotations

import pytest

from mahdar.record.asking.places import UnknownTableError, place_of, places
from mahdar.record.loading.tables import TOLD
from mahdar.record.opened import Store
from mahdar.record.schema import SCHEMA


def test_all_tables_of_the_record_are_there() -> None:
    assert {place.name for place in places()} == set(SCHEMA) | {f"told.{name}" for name in TOLD}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("council_decisions", "council_decisions"),
        (" Council_Decisions ", "council_decisions"),
        ("main.council_terms", "council_terms"),
        ("calls", "told.calls"),
        ("told.votes", "told.votes"),
        ("treaty_actions", "treaty_actions"),
        ("told.treaty_actions", "told.treaty_actions"),
    ],
)
def test_a_table_is_found_by_its_name(written: str, name: str) -> None:
    assert place_of(written).name == name


@pytest.mark.parametrize("name", ["nothing", "", "sources; DROP TABLE sources", 'told."votes"'])
def test_an_unknown_one_is_refused_with_those_that_there_are(name: str) -> None:
    with pytest.raises(UnknownTableError, match="council_decisions"):
        place_of(name)


def test_every_place_has_the_columns_that_it_says(told: Store) -> None:
    for place in places():
        cursor = told.connection.execute(f"SELECT * FROM {place.sql(told)} r LIMIT 0")
        assert [column[0] for column in cursor.description or ()] == list(place.columns), place.name


def test_loads_that_were_replaced_do_not_count(told: Store) -> None:
    rows = told.connection.execute(f"SELECT DISTINCT load FROM {place_of('told.calls').sql(told)} r").fetchall()
    assert {load for (load,) in rows} == {2, 3}
    assert told.connection.execute("SELECT count(*) FROM told.calls").fetchone() == (4,)
