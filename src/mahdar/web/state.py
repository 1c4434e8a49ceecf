"""What one worker process holds while it runs."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mahdar.web.limits import Buckets
from mahdar.web.settings import Settings

if TYPE_CHECKING:
    from mahdar.library.opened import Library
    from mahdar.record.access import Record
    from mahdar.record.opened import Store

_MOST_KEPT = 512  # answers that depend on the record alone
_MOST_RECENT = 128  # answers that depend on the library too, each of the library as it was then


class Kept:
    """The answers that were asked for last, at most so many; for all threads of a worker."""

    def __init__(self, most: int = _MOST_KEPT) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._found: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What was made for this key, or made now. Two threads may make it at once; the last stays."""
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        made = make()
        with self._lock:
            self._found[key] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._found.clear()


@dataclass
class State:
    """Opened by `open_state`; `secret` is of this library and the same in all workers."""

    settings: Settings
    library: Library
    record: Record
    store: Store
    secret: bytes = b""
    kept: Kept = field(default_factory=Kept)
    recent: Kept = field(default_factory=lambda: Kept(_MOST_RECENT))
    stopping: threading.Event = field(default_factory=threading.Event)
    rung: threading.Event = field(default_factory=threading.Event)  # something waits to be read
    unsettled: threading.Event = field(default_factory=threading.Event)  # new reports are in no story yet
    close: Callable[[], None] = lambda: None
    reads: Buckets = field(init=False)

    def __post_init__(self) -> None:
        self.reads = Buckets(self.settings.reads)

    def shared(self) -> State:
        """The same record and library for one application more, which begins and stops by itself."""
        return replace(self, stopping=threading.Event(), rung=threading.Event(), unsettled=threading.Event())

    def writing(self) -> AbstractContextManager[Any]:
        """The one transaction of the library that writes at a time."""
        return self.library.writing()


def open_state(settings: Settings) -> State:
    """Open record and library. Raises RecordError or LibraryError with a sentence for a person."""
    from mahdar.library.opened import open_library
    from mahdar.web.opening import open_for_threads
    from mahdar.web.people.secrets import library_secret

    stack = ExitStack()
    record, store = open_for_threads(Path(settings.record) if settings.record else None)
    stack.callback(store.connection.close)
    library = stack.enter_context(open_library(settings.library))
    return State(settings, library, record, store, library_secret(library), close=stack.close)
