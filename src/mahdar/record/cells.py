"""Cells of the store as values: dates, intervals, codes, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, cached_property
from typing import Any

from mahdar.edtf import Interval
from mahdar.record import membership
from mahdar.record.opened import Store
from mahdar.record.rows import Source
from mahdar.record.schema import columns

Cells = dict[str, Any]


class Reader:
    """Rows of a store's tables by name of column, and their sources."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pages: dict[tuple[str, str], Source] = {}
        names = ("key", "name", "title", "url", "rank")
        cells = self.cells("sources")
        self._sources = {c["key"]: Source(**pick(c, *names), **texts(c, "retrieved")) for c in cells}

    def cells(self, table: str) -> Iterator[Cells]:
        names = tuple(columns(table))
        return (dict(zip(names, row, strict=True)) for row in self._store.rows(table))

    def cells_of(self, table: str, symbol: str) -> Iterator[Cells]:
        """The rows of one symbol, without reading the whole table; `symbol` as `symbols.normal` writes it."""
        query = f"SELECT * FROM {self._store.qualified(table)} WHERE upper(replace(symbol, ' ', '')) = ?"
        found = self._store.connection.execute(query, [symbol]).fetchall()
        return (dict(zip(columns(table), row, strict=True)) for row in found)

    def origin(self, c: Cells) -> Cells:
        """What every row has: its source and how sure it is."""
        return {"source": self._source(c["source"], c.get("page") or ""), "confidence": c["confidence"] or "stated"}

    @cached_property
    def memberships(self) -> tuple[membership.Span, ...]:
        """Every membership of the United Nations with its first and last day."""
        events = ((c["state"], c["event"], span(c["date"])) for c in self.cells("un_members"))
        return membership.spans((state, event, when.first) for state, event, when in events if when and when.first)

    def _source(self, key: str, page: str) -> Source:
        """The source of a row; where the row names a page of its own, with that address."""
        if not page:
            return self._sources[key]
        known = self._pages.get((key, page))
        return known or self._pages.setdefault((key, page), replace(self._sources[key], url=page))


def pick(c: Cells, *names: str) -> Cells:
    return {name: c[name] for name in names}


def texts(c: Cells, *names: str) -> Cells:
    """Cells as text, the empty ones as `""`."""
    return {name: c[name] or "" for name in names}


def spans(c: Cells, *names: str) -> Cells:
    """Cells as intervals, the empty ones as `None`."""
    return {name: span(c[name]) for name in names}


def topics(c: Cells) -> Cells:
    return {"topic_states": several(c["topic_states"]), "maybe_states": several(c.get("maybe_states"))}


@cache
def interval(text: str) -> Interval:
    return Interval.parse(text)


def span(text: str | None) -> Interval | None:
    return interval(text) if text else None


@cache
def several(cell: str | None) -> tuple[str, ...]:
    """The values of a cell: `RUS|CHN`."""
    return tuple(cell.split("|")) if cell else ()


def listed_votes(c: Cells, *ways: str) -> dict[str, str]:
    """State -> how it voted, for the ways that the table lists."""
    return {state: way for way in ways for state in several(c["absent" if way == "absent" else f"voted_{way}"])}
