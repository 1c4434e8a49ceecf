"""Which state a spelling stands for on which days, as a table to join votes with in SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from mahdar.record.states import find_state
from mahdar.tables import read_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEANINGS = "meanings"
_COLUMNS = {
    "code": "VARCHAR",
    "name": "VARCHAR",
    "first": "DATE",
    "last": "DATE",
    "state": "VARCHAR",
    "at_odds": "BOOLEAN",
}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Meaning:
    """From `first` to `last` the spelling stands for `state` (`None`: for none that is known).

    `at_odds`: the code and the name beside it stand for different states in that time.
    """

    first: date
    last: date
    state: str | None
    at_odds: bool


def meanings(code: str, name: str) -> list[Meaning]:
    """What a code and the name beside it stand for, from the beginning of time to its end, without gaps.

    The name goes first: publications print the name of the time, and often the code of the successor.
    """
    found: list[Meaning] = []
    for first, last in _spans():
        by_name, by_code = find_state(name, first) if name else None, find_state(code, first) if code else None
        at_odds = None not in (by_name, by_code) and by_name != by_code
        state = by_name or by_code
        if found and (found[-1].state, found[-1].at_odds) == (state, at_odds):
            first = found.pop().first
        found.append(Meaning(first, last, state, at_odds))
    return found


@cache
def _spans() -> tuple[tuple[date, date], ...]:
    """The times between the days on which any spelling changes its meaning."""
    turns = {date.min}
    for row in read_rows("mahdar.record", "state_spellings.csv"):
        turns |= {date.fromisoformat(row["first"])} if row["first"] else set()
        turns |= {date.fromisoformat(row["last"]) + _DAY} if row["last"] else set()
    starts = sorted(turns)
    return tuple(zip(starts, [*(start - _DAY for start in starts[1:]), date.max], strict=True))


def write_meanings(connection: DuckDBPyConnection, pairs: Iterable[tuple[str, str]]) -> None:
    """Make the temporary table `meanings` (code, name, first, last, state, at_odds) of pairs of code and name."""
    columns = ", ".join(map(" ".join, _COLUMNS.items()))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {MEANINGS} ({columns})")
    insert(connection, MEANINGS, _COLUMNS, _rows(pairs))


def insert(
    connection: DuckDBPyConnection, table: str, columns: Mapping[str, str], rows: Iterable[Sequence[object]]
) -> None:
    """Rows into a table of such columns (name -> type), in one step."""
    values = [list(column) for column in zip(*rows, strict=True)]
    if values:
        cells = ", ".join(f"unnest(?::{kind}[])" for kind in columns.values())
        connection.execute(f"INSERT INTO {table} SELECT {cells}", values)


def _rows(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, date, date, str | None, bool]]:
    for code, name in pairs:
        for meaning in meanings(code, name):
            yield code, name, meaning.first, meaning.last, meaning.state, meaning.at_odds
