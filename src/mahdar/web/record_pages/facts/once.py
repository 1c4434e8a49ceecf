"""What is worked out once for an open record and kept as long as it is open: lists, votes as a matrix, the audit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from mahdar.record.access import Record

P = ParamSpec("P")
T = TypeVar("T")
_KEPT: WeakKeyDictionary[Record, _Shelf] = WeakKeyDictionary()
_LOCK = threading.Lock()


class _Shelf:
    """The values of one record. One thread makes a value, the others wait for it."""

    def __init__(self) -> None:
        self._values: dict[Hashable, Any] = {}
        self._locks: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable, make: Callable[[], Any], most: int) -> Any:
        if key in self._values:
            return self._values[key]
        with _LOCK:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            if key not in self._values:
                value = make()
                with _LOCK:
                    self._make_room(key, most)
                    self._values[key] = value
        with _LOCK:
            self._locks.pop(key, None)
        return self._values.get(key) if key in self._values else make()

    def _make_room(self, key: Hashable, most: int) -> None:
        """Of what one function made, the oldest goes where there would be too many."""
        name = key[0] if isinstance(key, tuple) else key
        own = [each for each in self._values if isinstance(each, tuple) and each[0] == name]
        for old in own[: len(own) + 1 - most]:
            del self._values[old]


def once(most: int = 64) -> Callable[[Callable[Concatenate[Record, P], T]], Callable[Concatenate[Record, P], T]]:
    """For a function of a record and plain values: worked out once for each, at most `most` of them kept."""

    def wrapped(make: Callable[Concatenate[Record, P], T]) -> Callable[Concatenate[Record, P], T]:
        def found(record: Record, /, *args: P.args, **kwargs: P.kwargs) -> T:
            with _LOCK:
                shelf = _KEPT.setdefault(record, _Shelf())
            key = (f"{make.__module__}.{make.__qualname__}", args, tuple(sorted(kwargs.items())))
            value: T = shelf.get(key, lambda: make(record, *args, **kwargs), most)
            return value

        return wraps(make)(found)

    return wrapped
