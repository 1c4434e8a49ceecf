"""What a server of tools holds open while it runs: the record once, and the library if there is one."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mahdar.record.access import Record
from mahdar.record.opened import Store
from mahdar.record.store import open_store

if TYPE_CHECKING:
    from mahdar.library.opened import Library


@dataclass(frozen=True)
class Desk:
    """The record with its store, and the library or None. Tools run in threads; `lock` lets one ask at a time."""

    record: Record
    store: Store
    library: Library | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def open_desk(record: Path | None = None, library: str | None = None) -> Iterator[Desk]:
    """Open the record at a path (else the user's), and a library that is there; both are closed afterwards.

    Raises RecordError or LibraryError with a sentence for a person.
    """
    with ExitStack() as stack:
        opened = None
        if library is not None:
            from mahdar.library.opened import open_library

            opened = stack.enter_context(open_library(library, make=False))
        store = open_store(record)
        stack.callback(store.connection.close)
        yield Desk(Record(store), store, opened)
