"""What the record has and claims to have: tables, their coverage, their sources, the loads that filled them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mahdar.record.asking.days import days_of
from mahdar.record.asking.entries import Origin, Origins, cells_of
from mahdar.record.asking.places import Place, fact_places, place_of
from mahdar.record.loading.tables import LOADS, REMARKS
from mahdar.record.opened import Store


@dataclass(frozen=True, slots=True)
class Declared:
    """What a table declares of itself: of which part (all of it: empty), for which time (EDTF), complete or not."""

    part: str
    span: str
    complete: bool
    note: str


@dataclass(frozen=True, slots=True)
class Extent:
    """A table as it is: what it declares, how many rows from which first to which last day, and from which sources."""

    table: str
    declared: tuple[Declared, ...]
    rows: int
    first: date | None
    last: date | None
    sources: tuple[tuple[Origin, int], ...]


@dataclass(frozen=True, slots=True)
class Load:
    """A file that was loaded and what was remarked on it: (what, why) -> how often. `replaced` by a later version."""

    load: int
    kind: str
    source: str
    name: str
    address: str
    retrieved: date | None
    rows: int
    replaced: bool
    remarks: dict[tuple[str, str], int]


def extents(store: Store, table: str | None = None, as_of: date | None = None) -> tuple[Extent, ...]:
    """Every table of facts, or one; with `as_of` the rows alone that were public on that day.

    Tables into which nothing was loaded are left out unless asked for. Raises UnknownTableError.
    """
    known = Origins(store).sources
    if table is not None:
        return (_extent(store, place_of(table), known, as_of),)
    found = (_extent(store, place, known, as_of) for place in fact_places())
    return tuple(extent for extent in found if extent.rows or extent.declared)


def loads(store: Store, table: str | None = None) -> tuple[Load, ...]:
    """The files that were loaded, in the order in which they were; those alone of which a table of `told` has rows."""
    test = ""
    if table is not None:
        place = place_of(table)
        if not place.told:
            return ()
        test = f'WHERE load IN (SELECT DISTINCT load FROM told."{place.table}")'
    remarks: dict[int, dict[tuple[str, str], int]] = {}
    for c in cells_of(
        store, f"SELECT load, what, why, sum(count)::BIGINT AS n FROM told.{REMARKS} GROUP BY ALL ORDER BY ALL"
    ):
        remarks.setdefault(c["load"], {})[c["what"], c["why"]] = c["n"]
    rows = cells_of(store, f"SELECT * FROM told.{LOADS} {test} ORDER BY load")
    return tuple(_load(c, remarks.get(c["load"], {})) for c in rows)


def _load(c: dict[str, Any], remarks: dict[tuple[str, str], int]) -> Load:
    names = ("load", "kind", "source", "name", "address", "retrieved", "rows")
    return Load(**{name: c[name] for name in names}, replaced=c["replaced_by"] is not None, remarks=remarks)


def _extent(store: Store, place: Place, known: dict[str, Origin], as_of: date | None) -> Extent:
    days = days_of(place)
    body = f"FROM {place.sql(store)} r {days.public(as_of)}"
    query = f"SELECT count(*), min({days.first}), max(least({days.last}, DATE '9999-01-01')) {body}"
    found = next(iter(store.connection.execute(query).fetchall()), (0, None, None))
    declared = store.connection.execute(
        'SELECT part, span, complete, note FROM coverage WHERE "table" = ?', [place.name]
    ).fetchall()
    rows, first, last = found
    open_end = None if last is None or last.year >= 9999 else last
    return Extent(
        place.name, tuple(Declared(*d) for d in declared), rows, first, open_end, _sources(store, place, known, as_of)
    )


def _sources(
    store: Store, place: Place, known: dict[str, Origin], as_of: date | None
) -> tuple[tuple[Origin, int], ...]:
    """The publications from which its rows come, with the number of rows, the most first."""
    if "source" in place.columns:
        body = f"r.source, count(*) FROM {place.sql(store)} r"
    elif place.counted:
        body = f"l.source, count(*) FROM {place.sql(store)} r JOIN told.{LOADS} l USING (load)"
    else:
        return ()
    body += f" {days_of(place).public(as_of)}"
    rows = store.connection.execute(f"SELECT {body} GROUP BY ALL ORDER BY 2 DESC, 1").fetchall()
    return tuple((known.get(key) or Origin(key, key, key, "", 9), count) for key, count in rows)
