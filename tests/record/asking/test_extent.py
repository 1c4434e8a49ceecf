"""What the record has and claims to have."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.record.asking.extent import extents, loads
from mahdar.record.asking.places import UnknownTableError
from mahdar.record.opened import Store
from mahdar.record.schema import SCHEMA


def test_a_table_with_its_declarations_rows_and_sources(store: Store) -> None:
    (extent,) = extents(store, "council_decisions")
    assert any(d.complete and d.span == "1946-01-17/2025-02-24" for d in extent.declared)
    assert {d.part for d in extent.declared} >= {"", "vetoes"}
    assert extent.first == date(1946, 1, 25)
    assert extent.rows == sum(count for _, count in extent.sources)
    assert {origin.key for origin, _ in extent.sources} >= {"un-library-meetings", "un-sc-votes"}
    assert next(o for o, _ in extent.sources if o.key == "un-library-meetings").retrieved


def test_all_tables_of_facts_are_there_empty_ones_of_loads_are_not(store: Store) -> None:
    names = {extent.table for extent in extents(store)}
    assert names == set(SCHEMA) - {"sources"}


def test_what_was_loaded_with_its_remarks(told: Store) -> None:
    found = loads(told)
    assert [(load.load, load.kind, load.replaced) for load in found] == [
        (1, "veto-list", True),
        (2, "votes", False),
        (3, "veto-list", False),
    ]
    assert found[2].remarks == {("odd", "the tally is that of another draft"): 1}
    assert found[2].retrieved == date(2024, 5, 1)
    assert [load.load for load in loads(told, "told.votes")] == [2]
    assert loads(told, "council_decisions") == ()


def test_a_loaded_table_has_the_sources_of_its_loads(told: Store) -> None:
    (extent,) = extents(told, "told.calls")
    assert {(origin.key, count) for origin, count in extent.sources} == {("un-library-vetoes", 1), ("un-sc-votes", 2)}
    assert "told.calls" in {extent.table for extent in extents(told)}


def test_rows_that_were_not_public_are_not_counted(store: Store) -> None:
    (then,), (now,) = extents(store, "council_decisions", date(1950, 1, 1)), extents(store, "council_decisions")
    assert then.rows < now.rows
    assert then.last is not None
    assert then.last <= date(1950, 1, 1)
    assert sum(count for _, count in then.sources) == then.rows


def test_what_goes_on_has_no_last_day(store: Store) -> None:
    (extent,) = extents(store, "council_terms")
    assert extent.last is None


def test_an_unknown_table_is_refused(store: Store) -> None:
    with pytest.raises(UnknownTableError):
        extents(store, "nothing")
