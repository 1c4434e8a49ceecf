"""Spans that lie in one another: which is the innermost at an offset, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from heapq import heappop, heappush


class Nesting:
    """Spans (start, end exclusive), asked by offset; the innermost is the one that begins last."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        given = list(spans)
        order = sorted(range(len(given)), key=lambda k: given[k])
        self._edges = sorted({edge for span in given for edge in span})
        self._inner: list[int | None] = []
        running: list[tuple[int, int]] = []  # (-start, index), the innermost first
        at = 0
        for edge in self._edges:
            while at < len(order) and given[order[at]][0] <= edge:
                heappush(running, (-given[order[at]][0], order[at]))
                at += 1
            while running and given[running[0][1]][1] <= edge:
                heappop(running)
            self._inner.append(running[0][1] if running else None)

    def at(self, offset: int) -> int | None:
        """The index of the innermost span that holds the offset, None where no span does."""
        k = bisect_right(self._edges, offset)
        return self._inner[k - 1] if k else None
