"""Small numbers beside words: how many votes, members, times. By token index, from the numbers of the passage and
dual nouns.
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.checking.scene import Scene

_MEMBERS = 193


@dataclass(frozen=True, slots=True)
class Count:
    """Tokens ``i`` to ``j`` say a count; ``low`` and ``high`` bound it, None where that side is open."""

    i: int
    j: int
    low: int | None
    high: int | None

    @property
    def value(self) -> int | None:
        return self.low if self.low == self.high else None


def counts(scene: Scene, i: int, j: int) -> list[Count]:
    """The whole numbers between tokens i and j that may count votes or states, in order; times and symbols left out."""
    found = [_count(n.i, n.j, n.low, n.high) for n in scene.numbers_in(i, j) if n.kind in ("cardinal", "times")]
    taken = {k for c in found for k in range(c.i, c.j)}
    for cue in scene.within("votes", i, j):
        if cue.form in ("zero", "one", "two") and cue.i not in taken:
            found.append(Count(cue.i, cue.j, int(cue.value), int(cue.value)))
    dates = [(t.i, t.j) for t in scene.times_in(max(0, i - 12), j)]
    kept = [c for c in found if not any(a <= c.i < b for a, b in dates) and (c.low or c.high or 0) <= _MEMBERS]
    return sorted(kept, key=lambda c: c.i)


def _count(i: int, j: int, low: float | None, high: float | None) -> Count:
    return Count(i, j, None if low is None else int(low), None if high is None else int(high))
