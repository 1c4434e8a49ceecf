"""What the audit looks at: the facts of the package as typed rows, and every row told by a loaded publication."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.words import after, source_name
from mahdar.checking.policy import Cited
from mahdar.checking.wording import Pair
from mahdar.model import Citation
from mahdar.record.access import Record
from mahdar.record.loading.tables import LOADS, TOLD, told_columns
from mahdar.record.opened import Store
from mahdar.record.rows import Row, Source
from mahdar.record.store import open_store
from mahdar.record.symbols import document_url

R = TypeVar("R", bound=Cited)
T = TypeVar("T")
Cells = dict[str, Any]
# What a loaded row is given besides its own columns: the publication that it stands in.
_LOAD_COLUMNS = {"source": "VARCHAR", "file": "VARCHAR", "retrieved": "DATE", "rowid_told": "BIGINT"}


@dataclass(frozen=True)
class Material:
    """An open record for the audit; `as_of` leaves out what was not public by that day."""

    store: Store
    as_of: date | None = None

    @classmethod
    def open(cls, path: Path | None = None, as_of: date | None = None) -> Material:
        """The record at a path, else the user's. Raises RecordError if the file is no record."""
        return cls(open_store(path), as_of)

    @cached_property
    def record(self) -> Record:
        """The facts of the package alone: what was loaded is told beside them, with its place."""
        return Record(replace(self.store, viewed=frozenset()))

    @cached_property
    def sources(self) -> dict[str, Source]:
        rows = self.store.connection.execute("SELECT key, name, title, url, rank FROM main.sources").fetchall()
        return {r[0]: Source(key=r[0], name=r[1], title=r[2], url=r[3] or "", rank=r[4] or 9) for r in rows}

    def source(self, key: str) -> Source:
        """A publication by its key; one that sources.csv lacks ranks last."""
        return self.sources.get(key) or Source(key=key, name=key, title=key, url="", rank=9)

    def once(self, make: Callable[[Material], T]) -> T:
        """What `make` reads out of the material, read once for all rules that need it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    @cached_property
    def _made(self) -> dict[Callable[[Material], Any], Any]:
        return {}

    def public(self, rows: Sequence[R]) -> list[R]:
        """The rows of the package that are known to have been public by the day of the audit."""
        if self.as_of is None:
            return list(rows)
        return [row for row in rows if row.known_since is not None and row.known_since <= self.as_of]

    def told(self, table: str, where: str = "true", *values: object) -> list[Cells]:
        """Loaded rows of a table of `told`, those of replaced loads left out, in the order of their files."""
        found = self.query(f"SELECT * FROM {self.live(table)} WHERE {where} ORDER BY load, rowid_told", *values)
        names = (*told_columns(table), *_LOAD_COLUMNS)
        return [dict(zip(names, row, strict=True)) for row in found]

    def query(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        return self.store.connection.execute(statement, list(values)).fetchall()

    def live(self, table: str) -> str:
        """The name of a view of the loaded rows that count, each with the publication that it stands in."""
        if table not in self._views:
            self._views[table] = f'temp."live_{table}"'
            self.store.connection.execute(self._view(table))
        return self._views[table]

    @cached_property
    def _views(self) -> dict[str, str]:
        return {}

    def _view(self, table: str) -> str:
        """The statement that makes the view, over nothing where the record has no such table."""
        name = f'CREATE OR REPLACE TEMP VIEW "live_{table}" AS SELECT'
        if not {table, LOADS} <= self._present:
            columns = told_columns(table) | _LOAD_COLUMNS
            return f"{name} {', '.join(f'NULL::{kind} AS {column}' for column, kind in columns.items())} WHERE false"
        public = "coalesce(t.public, l.retrieved)" if "public" in told_columns(table) else "l.retrieved"
        # Votes are as public as the calls that they belong to, which are asked for together with them.
        timely = f"{public} <= DATE '{self.as_of}'" if self.as_of and table not in ("votes", "call_issues") else "true"
        own = ", ".join(f"t.{column}" for column in told_columns(table))
        return (
            f"{name} {own}, l.source, l.name AS file, l.retrieved, t.rowid AS rowid_told "
            f"FROM told.{table} t JOIN told.loads l ON t.load = l.load WHERE l.replaced_by IS NULL AND {timely}"
        )

    @cached_property
    def _present(self) -> set[str]:
        found = self.query("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'told'")
        return {name for (name,) in found} & set(TOLD)

    def states(self, table: str) -> list[str]:
        """The states of which a table of the package has rows."""
        return [code for (code,) in self.query(f'SELECT DISTINCT state FROM main."{table}" ORDER BY state')]

    def teller(self, cells: Cells) -> Pair:
        """How a sentence calls the publication that a loaded row stands in."""
        source = self.source(cells["source"])
        return source_name(source.key, source.title)

    def evidence(self, cells: Cells, says: str = "", symbol: str | None = None, day: object = None) -> Evidence:
        """A loaded row as evidence."""
        source = self.source(cells["source"])
        url = cells.get("url") or (document_url(symbol) if symbol else source.url)
        citation = Citation(symbol or None, str(day) if day else None, source.title, source.name, url or None)
        return Evidence(source.key, citation, says, cells.get("file") or "", cells.get("place") or "")


def of_row(row: Row, says: str = "") -> Evidence:
    """A row of the package as evidence."""
    return Evidence(row.source.key, row.citation(), says)


def teller_of(row: Row) -> Pair:
    """How a sentence calls a row of the package."""
    return after(source_name(row.source.key, row.source.title))
