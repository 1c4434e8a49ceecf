"""The record as typed rows: `Record.open()` once, then look-ups in microseconds.

`topic` and `state` are ISO alpha-3 codes, `when` an `Interval` of days; a row matches `when` if it falls, or may fall,
inside it. Tables are read when they are first asked for. Rows that another source outranks are left out; `rivals`
gives them.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import overload

from mahdar.record.assembly import Assembly
from mahdar.record.cells import Reader
from mahdar.record.council import Council
from mahdar.record.coverage import coverages
from mahdar.record.opened import Store
from mahdar.record.organisation import Organisation
from mahdar.record.relations import Relations
from mahdar.record.rights import Rights
from mahdar.record.rows import AssemblyDecision, Coverage, Decision
from mahdar.record.sanctions import Sanctions
from mahdar.record.store import open_store


class Record(Council, Sanctions, Assembly, Rights, Organisation, Relations):
    """The official record, read-only."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reader = Reader(store)

    @classmethod
    def open(cls, path: Path | None = None) -> Record:
        """The record at `path`, else at MAHDAR_RECORD, else in the user's data folder; built there if need be.

        Raises RecordError if the file is no record of Mahdar.
        """
        return cls(open_store(path))

    @property
    def store(self) -> Store:
        """The opened file, for what looks at whole tables."""
        return self._store

    @property
    def hash(self) -> str:
        """SHA-256 of the facts from which the record was built."""
        return self._store.hash

    @property
    def path(self) -> Path | None:
        """The file of the record, `None` where it lives in memory."""
        return self._store.path

    def coverage(self, table: str, part: str = "") -> Coverage:
        """From when to when a table is complete, or a part of it ("treaty_actions", "iccpr"), else the whole table.

        A table that declares nothing is not complete.
        """
        found = self._coverages.get((table, part)) or self._coverages.get((table, ""))
        return found or Coverage(table=table, first=date.min, last=date.max, complete=False, part=part)

    def declared(self, table: str) -> tuple[Coverage, ...]:
        """Everything that a table declares of itself, in the order of its header."""
        return tuple(
            one
            for name, part, span, whole, note in self._store.rows("coverage")
            if name == table
            for one in coverages([(name, part, span, bool(whole), note)]).values()
        )

    @overload
    def rivals(self, row: Decision) -> tuple[Decision, ...]: ...
    @overload
    def rivals(self, row: AssemblyDecision) -> tuple[AssemblyDecision, ...]: ...
    def rivals(self, row: Decision | AssemblyDecision) -> tuple[Decision | AssemblyDecision, ...]:
        """What other sources say of the same decision, if they differ."""
        return self.decision_rivals(row) if isinstance(row, Decision) else self.assembly_rivals(row)

    @cached_property
    def _coverages(self) -> dict[tuple[str, str], Coverage]:
        return coverages(
            (t, part, span, bool(whole), note) for t, part, span, whole, note in self._store.rows("coverage")
        )
