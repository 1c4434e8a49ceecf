"""Where a loader writes: rows of `told` tables in batches, and remarks on what it could not take as it stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal

from mahdar.record.loading.tables import REMARKS, told_columns

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

What = Literal["ignored", "lost", "odd"]
_BATCH = 20_000
_MOST_VALUES = 200  # characters of a value kept in a remark
_MOST_REMARKS = 1_000


def _silent(done: int) -> None:
    """Progress that nobody watches."""


class Sink:
    """One load in the making. All it writes stands in one transaction."""

    def __init__(self, connection: DuckDBPyConnection, load: int, advance: Callable[[int], None] = _silent) -> None:
        self.connection = connection
        self.load = load
        self.rows = 0
        self._advance = advance
        self._remarks: Counter[tuple[What, str, str, str]] = Counter()

    def write(self, table: str, rows: Iterable[Mapping[str, object]]) -> int:
        """Write rows to a table of `told` in batches; a column that a row leaves out is NULL. How many they were."""
        total = 0
        stream = iter(rows)
        while batch := list(islice(stream, _BATCH)):
            self._insert(table, batch)
            total += len(batch)
        return total

    def count(self, rows: int) -> None:
        """Rows that a loader wrote by SQL of its own."""
        self.rows += rows
        self._advance(rows)

    def remark(self, what: What, why: str, *, place: str = "", value: object = "", count: int = 1) -> None:
        """Say that a value was ignored on purpose, lost, or taken although odd. Remarks alike are counted together.

        Beyond a thousand different ones, places and values are left out and the reasons counted.
        """
        key = (what, why, place, str(value)[:_MOST_VALUES])
        if key not in self._remarks and len(self._remarks) >= _MOST_REMARKS:
            key = (what, why, "", "")
        self._remarks[key] += count

    def remarks(self) -> dict[tuple[str, str], int]:
        """(what, why) -> how often."""
        totals: Counter[tuple[str, str]] = Counter()
        for (what, why, _, _), count in self._remarks.items():
            totals[what, why] += count
        return dict(totals)

    def finish(self) -> None:
        """Write the remarks; the last thing in a load."""
        rows = [
            {"what": what, "why": why, "place": place or None, "value": value or None, "count": count}
            for (what, why, place, value), count in self._remarks.items()
        ]
        if rows:
            self._insert(REMARKS, rows, counted=False)

    def _insert(self, table: str, batch: Sequence[Mapping[str, object]], *, counted: bool = True) -> None:
        columns = {name: kind for name, kind in told_columns(table).items() if name != "load"}
        unknown = {name for row in batch for name in row} - set(columns)
        if unknown:
            raise KeyError(f"told.{table} has no columns {sorted(unknown)}")
        values = [[row.get(name) for row in batch] for name in columns]
        cells = ", ".join(f"unnest(?::{kind}[])" for kind in columns.values())
        names = ", ".join(f'"{name}"' for name in columns)
        self.connection.execute(f"INSERT INTO told.{table} (load, {names}) SELECT {self.load}, {cells}", values)
        if counted:
            self.count(len(batch))
