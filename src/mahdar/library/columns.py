"""The rows of `mahdar.library.facets` in memory, as columns: what search narrows, counts and orders by.

They are read once for a database in a process, some 50 ms for 10,000 reports, and then only what is new; some 500 bytes
a report. All of them are immutable: a search goes on with the columns with which it began, whatever is read meanwhile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any, Literal, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray
from sqlalchemy.engine import Connection
from sqlalchemy.pool import Pool

from mahdar.library.facets import Value
from mahdar.library.schema import columns, facets

Numbers = NDArray[np.integer[Any]]
Mask = NDArray[np.bool_]
_OPEN = 0  # no day
_FEW = 20  # up to such a part of all, pairs are looked up one by one
_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")
_T = TypeVar("_T", bound=np.generic)


@dataclass(frozen=True)
class Pairs:
    """Values by number and what has them: `values[n]` is one of `keys[n]`, a report or a statement; by key."""

    keys: Numbers
    values: Numbers

    def having(self, numbers: Sequence[int], length: int) -> Mask:
        """What has one of these values, by key."""
        found = np.zeros(length, dtype=np.bool_)
        if numbers:
            alike = self.values == numbers[0] if len(numbers) == 1 else np.isin(self.values, numbers)
            found[self.keys[alike]] = True
        return found

    def counted(self, mask: Mask, length: int) -> Numbers:
        """How many of what is in the mask have each value, by number."""
        inside = np.count_nonzero(mask)
        if 2 * inside > len(mask):
            return _longer(self.all, length) - self.counted(~mask, length)
        if _FEW * inside < len(mask):
            return np.bincount(self.values[self._places(np.flatnonzero(mask))], minlength=length)
        return np.bincount(self.values[mask[self.keys]], minlength=length)

    def weighed(self, weights: Numbers, length: int) -> Numbers:
        """The sum of the weights of what has each value, by number."""
        return np.bincount(self.values, weights=weights[self.keys], minlength=length).astype(np.int64)

    def only(self, numbers: Iterable[int]) -> Pairs:
        """Those of these values."""
        wanted = np.isin(self.values, list(numbers))
        return Pairs(self.keys[wanted], self.values[wanted])

    def without(self, gone: Mask, more: Pairs) -> Pairs:
        """These save what is gone, and more."""
        kept = ~gone[self.keys]
        keys, values = (self.keys, self.values) if kept.all() else (self.keys[kept], self.values[kept])
        keys, values = np.concatenate([keys, more.keys]), np.concatenate([values, more.values])
        if np.all(keys[1:] >= keys[:-1]):
            return Pairs(keys, values)
        order = np.argsort(keys, kind="stable")
        return Pairs(keys[order], values[order])

    @cached_property
    def all(self) -> Numbers:
        """How many have each value."""
        return np.bincount(self.values)

    def _places(self, wanted: Numbers) -> Numbers:
        """Where the pairs of these keys stand."""
        first, last = (np.searchsorted(self.keys, wanted, side) for side in _SIDES)
        many = last - first
        return np.repeat(first - np.cumsum(many) + many, many) + np.arange(many.sum())


@dataclass(frozen=True)
class Columns:
    """What is known of all reports, up to the row `upto`; arrays are indexed by the keys of reports and statements."""

    upto: int
    values: tuple[Value, ...]  # by number less one
    there: Mask
    first: Numbers  # days as ordinals
    last: Numbers
    report_of: Numbers  # of a statement; 0 where there is none
    of_reports: Pairs
    of_statements: Pairs

    @cached_property
    def numbers(self) -> dict[str, dict[str, int]]:
        """The numbers of values, by facet."""
        found: dict[str, dict[str, int]] = defaultdict(dict)
        for number, (name, value) in enumerate(self.values, 1):
            found[name][value] = number
        return found

    @cached_property
    def named(self) -> dict[str, Numbers]:
        """The numbers of a facet's values."""
        return {name: np.array(list(known.values()), dtype=np.int64) for name, known in self.numbers.items()}

    @cached_property
    def shared(self) -> Pairs:
        """What is so of a report and so of each of its statements: outlet and year."""
        return self.of_reports.only(number for name in ("outlet", "year") for number in self.numbers[name].values())

    @cached_property
    def newest(self) -> Numbers:
        """The keys of all reports, the newest first, those without a day last; of one day, in the order of adding."""
        keys = np.flatnonzero(self.there)
        day = np.where(self.first[keys] == _OPEN, self.last[keys], self.first[keys])
        return keys[np.lexsort((keys, -day))]

    @cached_property
    def newest_statements(self) -> Numbers:
        """The keys of all statements, those of the newest reports first."""
        place = np.zeros(len(self.there), dtype=np.int64)
        place[self.newest] = np.arange(len(self.newest))
        keys = np.flatnonzero(self.report_of)
        return keys[np.lexsort((keys, place[self.report_of[keys]]))]


_kept: WeakKeyDictionary[Pool, Columns] = WeakKeyDictionary()
_lock = Lock()


def columns_of(connection: Connection) -> Columns:
    """The columns of a library, as new as this transaction sees them."""
    pool = connection.engine.pool  # of one database, whatever options an engine has
    newest = connection.scalar(sa.select(sa.func.max(columns.c.seq))) or 0
    known = _kept.get(pool)
    if known is None or newest > known.upto:
        with _lock:
            known = _read(connection, _kept.get(pool) or _empty())
            _kept[pool] = known
    return known


def _empty() -> Columns:
    none = np.zeros(0, dtype=np.int32)
    nobody = Pairs(none, none)
    return Columns(
        0, (), np.zeros(1, dtype=np.bool_), np.zeros(1, np.int32), np.zeros(1, np.int32), none, nobody, nobody
    )


def _read(connection: Connection, known: Columns) -> Columns:
    """With the rows that were written since."""
    table = columns.c
    asked = sa.select(table.seq, table.report, table.first, table.last, table.numbers, table.said)
    rows = connection.execute(asked.where(table.seq > known.upto).order_by(table.seq)).all()
    if not rows:
        return known
    named = sa.select(facets.c.number, facets.c.name, facets.c.value).order_by(facets.c.number)
    new = connection.execute(named.where(facets.c.number > len(known.values)))
    return _with(known, rows, (*known.values, *((name, value) for _, name, value in new)))


def _with(known: Columns, rows: Sequence[Any], values: tuple[Value, ...]) -> Columns:
    reports = np.array([row.report for row in rows], dtype=np.int32)
    length = max(len(known.there), int(reports.max()) + 1)
    again = np.zeros(length, dtype=np.bool_)
    again[reports] = True
    there = _longer(known.there, length)
    first, last = (_longer(each, length) for each in (known.first, known.last))
    there[reports] = True
    first[reports], last[reports] = ([row[place] or _OPEN for row in rows] for place in (2, 3))
    of_reports = Pairs(
        np.repeat(reports, [len(row.numbers) // 4 for row in rows]), _unpacked(row.numbers for row in rows)
    )
    said = _unpacked(row.said for row in rows).reshape(-1, 2)
    sayer = np.repeat(reports, [len(row.said) // 8 for row in rows])
    report_of = _longer(known.report_of, max(len(known.report_of), int(said[:, 0].max(initial=0)) + 1))
    gone = again[report_of]
    report_of[gone] = 0
    report_of[said[:, 0]] = sayer
    return Columns(
        rows[-1].seq,
        values,
        there,
        first,
        last,
        report_of,
        known.of_reports.without(again, of_reports),
        known.of_statements.without(gone, Pairs(said[:, 0], said[:, 1])),
    )


def _longer(found: NDArray[_T], length: int) -> NDArray[_T]:
    """A copy with room for so many."""
    longer = np.zeros(length, dtype=found.dtype)
    longer[: len(found)] = found
    return longer


def _unpacked(blobs: Iterable[bytes]) -> Numbers:
    return np.frombuffer(b"".join(blobs), dtype="<u4").astype(np.int32)
