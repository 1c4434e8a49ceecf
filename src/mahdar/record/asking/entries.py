"""Rows that stand under a symbol, each with its source, the day since when it was public, and its address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from mahdar.record.asking.days import since_of, veiled
from mahdar.record.asking.index import Hit
from mahdar.record.asking.places import Place, place_of
from mahdar.record.loading.tables import LOADS
from mahdar.record.opened import Store
from mahdar.record.schema import columns
from mahdar.record.standing import PREFERRED
from mahdar.record.symbols import document_url

_CALLS = "told.calls"
MOST = 500  # rows of one table under one symbol
Cells = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row comes from. `retrieved` is when the copy that was read was made, empty where that is not known.

    `load` is the number of the load and `file` its address, for rows that were loaded.
    """

    key: str
    name: str
    title: str
    url: str
    rank: int
    retrieved: str = ""
    load: int | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of one source; `part` is the column in which the symbol stands, `since` the day since it was public."""

    place: Place
    part: str
    cells: Mapping[str, Any]
    origin: Origin
    since: date | None

    @property
    def standing(self) -> str:
        """`preferred`, or why another source's row is; empty for what a table or a load does not weigh."""
        return str(self.cells.get("standing") or "")

    @property
    def preferred(self) -> bool:
        return self.standing in ("", PREFERRED)

    @property
    def confidence(self) -> str:
        """How sure the row is; a loaded row states what its publication says."""
        return str(self.cells.get("confidence") or "stated")

    @property
    def link(self) -> str:
        """Where a reader can check the row: its own page, else the document, else the publication."""
        return link_of(self.cells, self.origin.url)


def link_of(cells: Mapping[str, Any], publication: str) -> str:
    """The address of a row's page, else of its document, else of its publication."""
    page = cells.get("page") or cells.get("url")
    if page:
        return str(page)
    names = (cells.get(name) for name in ("symbol", "draft", "meeting"))
    symbol = next((name for name in names if name and name.partition("/")[0].isupper() and "/" in name), "")
    return document_url(symbol) if symbol else publication


class Origins:
    """The publications and the loads of a store, read when they are first needed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def rows(self) -> list[tuple[Any, ...]]:
        """The rows of the table of sources."""
        return self._store.rows("sources")

    @cached_property
    def sources(self) -> dict[str, Origin]:
        """Key -> publication."""
        cells = (dict(zip(columns("sources"), row, strict=True)) for row in self.rows)
        return {
            c["key"]: Origin(c["key"], c["name"], c["title"], c["url"], c["rank"], c["retrieved"] or "") for c in cells
        }

    @cached_property
    def loads(self) -> dict[int, Origin]:
        """Number of a load that counts -> the publication with the file that was read."""
        return _loads(self._store, self.sources)


def entries(
    store: Store, hits: Iterable[Hit], as_of: date | None = None, origins: Origins | None = None
) -> list[Entry]:
    """The rows in which the hits stand, those left out that were not public on the day `as_of`.

    Preferred rows come first, then by the rank of their source.
    """
    found: list[Entry] = []
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.place, []).append(hit)
    origins = origins or Origins(store)
    for name, group in groups.items():
        place = place_of(name)
        rows = (cells for cells in _rows(store, place, group) if not place.told or cells["load"] in origins.loads)
        found += [_entry(place, group, cells, origins) for cells in rows]
    public = (e for e in found if as_of is None or e.since is None or e.since <= as_of)
    return sorted((_as_of(e, as_of) for e in public), key=lambda e: (e.place.told, not e.preferred, e.origin.rank))


def with_votes(store: Store, found: Sequence[Entry]) -> list[Entry]:
    """The same rows; loaded votes with who voted how, in the columns of the package's tables (`voted_no`…)."""
    calls = [(e.cells["load"], e.cells["series"], e.cells["call"]) for e in found if e.place.name == _CALLS]
    if not calls:
        return list(found)
    marks = ", ".join(["(?, ?, ?)"] * len(calls))
    query = f"""SELECT load, series, call, vote, state FROM told.votes
        WHERE load IN ({", ".join(str(int(call[0])) for call in calls)}) AND (load, series, call) IN ({marks})"""
    votes: dict[tuple[object, ...], dict[str, list[str]]] = {}
    for *key, vote, state in store.connection.execute(query, [value for call in calls for value in call]).fetchall():
        way = "absent" if vote == "absent" else f"voted_{vote}"
        votes.setdefault(tuple(key), {}).setdefault(way, []).append(state or "?")
    return [_voted(e, votes) for e in found]


def _voted(e: Entry, votes: Mapping[tuple[object, ...], Mapping[str, list[str]]]) -> Entry:
    if e.place.name != _CALLS:
        return e
    known = votes.get((e.cells["load"], e.cells["series"], e.cells["call"]), {})
    ways = {way: "|".join(sorted(states)) for way, states in known.items()}
    return Entry(e.place, e.part, {**e.cells, **ways}, e.origin, e.since)


def cells_of(store: Store, query: str, parameters: Sequence[object] = ()) -> list[Cells]:
    """The rows of a query by name of column."""
    cursor = store.connection.execute(query, list(parameters))
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _rows(store: Store, place: Place, hits: Sequence[Hit]) -> list[Cells]:
    parts: dict[str, list[str]] = {}
    for hit in hits:
        parts.setdefault(hit.part, []).append(hit.spelt)
    test = " OR ".join(f'r."{part}" IN ({", ".join("?" * len(spelt))})' for part, spelt in parts.items())
    asked = [text for spelt in parts.values() for text in spelt]
    table = f'told."{place.table}"' if place.told else place.sql(store)
    return cells_of(store, f"SELECT r.* FROM {table} r WHERE {test} LIMIT {MOST}", asked)


def _entry(place: Place, hits: Sequence[Hit], cells: Cells, origins: Origins) -> Entry:
    part = next(hit.part for hit in hits if cells[hit.part] == hit.spelt)
    origin = origins.loads[cells["load"]] if place.told else origins.sources[cells["source"]]
    return Entry(place, part, cells, origin, since_of(place, cells))


def _as_of(entry: Entry, as_of: date | None) -> Entry:
    """The row without what it tells of later days."""
    if as_of is None:
        return entry
    return Entry(entry.place, entry.part, veiled(entry.place, entry.cells, as_of), entry.origin, entry.since)


def _loads(store: Store, known: Mapping[str, Origin]) -> dict[int, Origin]:
    """Number of a load that counts -> the publication with the file that was read."""
    found = {}
    query = f"SELECT load, source, address, retrieved FROM told.{LOADS} WHERE replaced_by IS NULL"
    for c in cells_of(store, query):
        own = known.get(c["source"]) or Origin(c["source"], c["source"], c["source"], "", 9)
        retrieved = c["retrieved"].isoformat() if c["retrieved"] else ""
        found[c["load"]] = Origin(own.key, own.name, own.title, own.url, own.rank, retrieved, c["load"], c["address"])
    return found
