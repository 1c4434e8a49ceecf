"""A record that remembers what it was asked, so that a certificate can say what was searched and what was found."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from datetime import date
from inspect import signature
from typing import Any, cast

from mahdar.edtf import Interval
from mahdar.record.access import Record
from mahdar.tables import read_toml


@dataclass(frozen=True, slots=True)
class Search:
    """One look-up: its name, what it asked for, the tables read, and how many rows came."""

    look_up: str
    asked: dict[str, str]
    tables: tuple[str, ...]
    found: int


class Remembering:
    """A record in whose place it stands: every look-up goes through to it and is kept in ``searches``."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._tables: dict[str, list[str]] = read_toml("mahdar.checking", "look_ups.toml")
        self.searches: list[Search] = []

    def as_record(self) -> Record:
        """Itself, as the type that checks expect; it answers whatever a record answers."""
        return cast(Record, self)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._record, name)
        tables = self._tables.get(name)
        if not tables or not callable(value):
            return value

        def look_up(*words: Any, **more: Any) -> Any:
            found = value(*words, **more)
            asked = signature(value).bind(*words, **more).arguments
            search = Search(
                name, {k: _told(v) for k, v in asked.items() if v is not None}, tuple(tables), _count(found)
            )
            if search not in self.searches:
                self.searches.append(search)
            return found

        return look_up


def _told(value: Any) -> str:
    if isinstance(value, Interval):
        return value.edtf()
    if isinstance(value, date):
        return value.isoformat()
    symbol = getattr(value, "symbol", None)
    return str(symbol if isinstance(symbol, str) else value)


def _count(found: Any) -> int:
    if found is None:
        return 0
    return len(found) if isinstance(found, Sized) and not isinstance(found, str) else 1
