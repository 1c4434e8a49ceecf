"""The tables of an open record by name: those of the checking view, and those of what loaded publications tell.

A name is a table of `SCHEMA` (`council_decisions`), or one of `TOLD` with its schema (`told.calls`) or, where no table
of `SCHEMA` has that name, without it (`calls`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from mahdar.record.loading.tables import LOADS, REMARKS, TOLD, told_columns
from mahdar.record.opened import Store
from mahdar.record.schema import SCHEMA, columns

_TOLD = "told."
# Tables that hold no facts: how the record was filled.
_KEEPING = frozenset({LOADS, REMARKS})


class UnknownTableError(LookupError):
    """There is no such table; the message names those that there are."""


@dataclass(frozen=True, slots=True)
class Place:
    """A table: `name` as a person writes it, `columns` with their DuckDB types, `told` if loads fill it."""

    name: str
    columns: dict[str, str]
    told: bool

    @property
    def table(self) -> str:
        """The name without its schema."""
        return self.name.removeprefix(_TOLD)

    @property
    def counted(self) -> bool:
        """Whether its rows count only as long as no later load takes their place."""
        return self.told and self.table != LOADS

    def among(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of these columns that the table has."""
        return tuple(name for name in names if name in self.columns)

    def sql(self, store: Store) -> str:
        """Its rows as a relation of SQL: loads that others replaced left out, a meeting with its agenda."""
        if self.table == "council_meetings":
            return _with_agenda(store)
        if self.counted:
            return (
                f'(SELECT t.* FROM told."{self.table}" t '
                f"JOIN told.{LOADS} USING (load) WHERE {LOADS}.replaced_by IS NULL)"
            )
        return f'told."{self.table}"' if self.told else store.qualified(self.table)


@cache
def places() -> tuple[Place, ...]:
    """All tables, those of the checking view first."""
    own = (Place(name, columns(name), told=False) for name in SCHEMA)
    told = (Place(_TOLD + name, told_columns(name), told=True) for name in TOLD)
    return tuple(_joined(place) for place in (*own, *told))


def fact_places() -> tuple[Place, ...]:
    """The tables that hold facts: neither sources nor how the record was filled."""
    return tuple(place for place in places() if place.table not in _KEEPING | {"sources"})


def place_of(name: str) -> Place:
    """Raises UnknownTableError."""
    known = {place.name: place for place in places()}
    wanted = name.strip().casefold()
    found = known.get(wanted.removeprefix("main.").removeprefix("view.")) or known.get(_TOLD + wanted)
    if found is None:
        raise UnknownTableError(f"there is no table {name!r}; tables are: {', '.join(known)}")
    return found


def _joined(place: Place) -> Place:
    """A meeting is shown with the title and the states of its agenda instead of the agenda's number."""
    if place.name != "council_meetings":
        return place
    agenda = {name: kind for name, kind in columns("agenda_items").items() if name != "item"}
    shown = {name: kind for name, kind in place.columns.items() if name != "item"}
    return Place(place.name, shown | agenda, told=False)


def _with_agenda(store: Store) -> str:
    meetings, items = store.qualified("council_meetings"), store.qualified("agenda_items")
    own = ", ".join(f"m.{name}" for name in columns("council_meetings") if name != "item")
    agenda = ", ".join(f"i.{name}" for name in columns("agenda_items") if name != "item")
    return f"(SELECT {own}, {agenda} FROM {meetings} m LEFT JOIN {items} i USING (item))"
