"""Tables of the record as DuckDB relations: to filter, join and aggregate in Python, and to hand over as data frames.

A relation is lazy: nothing is read until it is asked for. It lives as long as the record from which it comes.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from mahdar.record.asking.days import days_of
from mahdar.record.asking.places import place_of
from mahdar.record.opened import Store

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation


class Relations:
    """What a record offers to those who work with tables."""

    _store: Store

    def relation(self, table: str, as_of: date | None = None) -> DuckDBPyRelation:
        """The rows of a table of the checking view (`council_decisions`) or of what was loaded (`told.votes`).

        With `as_of`, those alone that were public on that day. Rows of loads that a later version replaced are left
        out. `.columns` and `.types` name its columns; `.filter("yes = 15")`, `.join(…)`, `.aggregate(…)`, `.df()`,
        `.arrow()` and `.fetchall()` are DuckDB's. Relations of one record can be joined. Raises UnknownTableError with
        the tables that there are.
        """
        return relation(self._store, table, as_of, self._related)

    @cached_property
    def _related(self) -> DuckDBPyConnection:
        """A connection for relations alone: one that is half read does not stand in the way of look-ups."""
        return self._store.connection.cursor()


def relation(
    store: Store, table: str, as_of: date | None = None, connection: DuckDBPyConnection | None = None
) -> DuckDBPyRelation:
    """The same for an open store; relations that are to be joined must share a connection."""
    place = place_of(table)
    rows = f"SELECT r.* FROM {place.sql(store)} r {days_of(place).public(as_of)}"
    return (connection or store.connection.cursor()).sql(rows)
