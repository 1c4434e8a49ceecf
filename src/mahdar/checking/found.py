"""Making a `Found` from the words of a scene."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mahdar.checking.counted import Counted
from mahdar.checking.protocol import Args, Found, Tense
from mahdar.checking.scene import Scene
from mahdar.checking.when import When
from mahdar.language.times import TimePhrase


def make(
    scene: Scene,
    kind: str,
    i: int,
    j: int,
    args: Args,
    *,
    negated: bool = False,
    tense: Tense = "past",
    when: When | None = None,
    time: TimePhrase | None = None,
    now: bool = False,
    weak: Iterable[str] = (),
    low: int | None = None,
    high: int | None = None,
    failed: bool = False,
) -> Found:
    """A claim of tokens i to j; its time comes from ``when``, or from ``time`` and ``now``."""
    when = when or When(time, now)
    start, end = scene.offsets(i, j)
    return Found(
        kind,
        i,
        j,
        start,
        end,
        args,
        negated,
        tense,
        when.time,
        when.now,
        when.assumed,
        frozenset(weak),
        low,
        high,
        failed=failed,
    )


def with_count(found: Found, count: Counted | None) -> Found:
    """A claim with how many of its kind there were said to be."""
    if count is None:
        return found
    return replace(found, low=count.low, high=count.high, only=count.only, whole=count.whole)
