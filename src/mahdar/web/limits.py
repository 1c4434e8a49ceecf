"""How much one client may ask for: a bucket of requests that fills again by the minute, in each worker."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

_MOST_CLIENTS = 10_000


@dataclass
class Buckets:
    """`take` gives 0.0 where a request is within the limit, else the seconds after which one will be."""

    a_minute: int
    clock: Callable[[], float] = time.monotonic
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _filled: dict[str, tuple[float, float]] = field(default_factory=dict)

    def take(self, client: str, many: int = 1) -> float:
        """Take so many requests of this client's bucket."""
        now, rate = self.clock(), self.a_minute / 60
        with self._lock:
            left, at = self._filled.get(client, (float(self.a_minute), now))
            left = min(float(self.a_minute), left + (now - at) * rate)
            if left < many:
                self._filled[client] = (left, now)
                return (many - left) / rate
            self._filled[client] = (left - many, now)
            if len(self._filled) > _MOST_CLIENTS:
                self._forget(now)
        return 0.0

    def _forget(self, now: float) -> None:
        """Buckets that are full again need not be remembered; if all are in use, nobody is forgotten but the oldest."""
        full = [client for client, (_, at) in self._filled.items() if now - at > 60]
        for client in full or list(self._filled)[: _MOST_CLIENTS // 10]:
            del self._filled[client]
