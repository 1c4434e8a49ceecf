"""A store whose connection counts the queries that it is asked, and the rows that it gives."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, cast

from mahdar.record.opened import Store


@dataclass
class Counted:
    """What went through a connection."""

    connection: Any
    queries: list[str] = field(default_factory=list)
    rows: int = 0

    def execute(self, query: str, parameters: object = None) -> Counting:
        self.queries.append(" ".join(query.split()))
        return Counting(self, self.connection.execute(query, parameters))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)


@dataclass
class Counting:
    """An answer that counts its rows."""

    counted: Counted
    cursor: Any

    @property
    def description(self) -> Any:
        return self.cursor.description

    def fetchall(self) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self.cursor.fetchall()
        self.counted.rows += len(rows)
        return rows

    def fetchone(self) -> Any:
        self.counted.rows += 1
        return self.cursor.fetchone()


def counted(store: Store) -> tuple[Store, Counted]:
    """The store, and what is counted of it."""
    count = Counted(store.connection)
    return replace(store, connection=cast(Any, count)), count
