"""Tables as DuckDB relations."""

from __future__ import annotations

from datetime import date

import pytest

from mahdar.record.access import Record
from mahdar.record.asking.places import UnknownTableError
from mahdar.record.relations import Relations, relation
from mahdar.record.store import open_store


def test_a_relation_filters_and_counts_as_typed_rows_do(record: Record) -> None:
    assert record.path is not None
    store = open_store(record.path)
    vetoes = relation(store, "council_decisions").filter("outcome = 'vetoed' AND standing = 'preferred'")
    assert vetoes.aggregate("count(*)").fetchall() == [(len(record.vetoes()),)]
    store.connection.close()


def test_a_relation_of_a_day_has_what_was_public_then(record: Record) -> None:
    assert record.path is not None
    store = open_store(record.path)
    ((then,),) = relation(store, "council_decisions", date(1950, 1, 1)).aggregate("max(date)").fetchall()
    assert then < date(1950, 1, 1)
    assert relation(store, "told.votes").fetchall() == []
    assert "title" in relation(store, "council_meetings").columns
    store.connection.close()


def test_a_record_offers_them(record: Record) -> None:
    class Asked(Relations):
        _store = open_store(record.path)

    with pytest.raises(UnknownTableError, match="council_terms"):
        Asked().relation("terms_of_office")
    assert len(Asked().relation("treaties").fetchall()) == len(record.treaties())
    Asked._store.connection.close()


def test_a_relation_has_the_columns_of_its_table(record: Record) -> None:
    store = open_store(record.path)
    frame = relation(store, "presidencies").limit(1)
    assert frame.columns[:2] == ["month", "state"]
    store.connection.close()


def test_relations_of_one_record_can_be_joined_while_rows_are_looked_up(record: Record) -> None:
    class Asked(Relations):
        _store = open_store(record.path)

    asked = Asked()
    decisions = asked.relation("council_decisions").set_alias("d")
    sources = asked.relation("sources").set_alias("s")
    joined = decisions.join(sources, "d.source = s.key").aggregate("s.key, count(*)")
    before = Asked._store.connection.execute("SELECT 1").fetchone()
    assert sum(count for _, count in joined.fetchall()) == len(asked.relation("council_decisions").fetchall())
    assert before == (1,)
    Asked._store.connection.close()
