"""Which reports one is worth comparing with: those near in time that share its rarest features.

Postings lie in weeks. For each feature only so many reports are looked at, the nearest in time first, so that the cost
of one report is bounded whatever the size of the collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from heapq import nsmallest
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from mahdar.accounts.features import Features
from mahdar.accounts.pairs import nearness
from mahdar.accounts.rarity import Numbers, Rarity
from mahdar.accounts.settings import settings

_WEEK = 7
_UNDATED = -1


class Index:
    """Reports by feature and week."""

    def __init__(self) -> None:
        self._postings: dict[tuple[int, int], list[str]] = defaultdict(list)
        self._reports: dict[str, Features] = {}
        self._weeks: set[int] = set()

    def add(self, report: Features) -> None:
        """Make a report findable."""
        self._reports[report.id] = report
        week = _week(report)
        self._weeks.add(week)
        for number in report.numbers.tolist():
            self._postings[number, week].append(report.id)

    def near(self, report: Features, rarity: Rarity) -> list[Features]:
        """The reports most worth comparing with, the likeliest first; at most ``candidates`` of the settings."""
        chosen = settings("stories")
        weights = rarity.weights()
        found: dict[str, float] = defaultdict(float)
        looked_up = rarest(report, rarity)
        for number in looked_up:
            weight = float(weights[number])
            for name in self._posted(number, report, chosen["postings"]):
                found[name] += weight
        found.pop(report.id, None)
        least = chosen["worthwhile"] * float(weights[looked_up].sum())
        ranked = sorted((-round(weight, 9), name) for name, weight in found.items() if weight >= least)
        known = (self._reports[name] for _, name in ranked)
        near = (other for other in known if nearness(report, other) > 0)
        return list(islice(near, chosen["candidates"]))

    def _posted(self, number: int, report: Features, most: int) -> Iterator[str]:
        """Reports with this feature, those of the same week first."""
        left = most
        for week in self._around(report):
            posted = self._postings.get((number, week), ())
            yield from posted[:left]
            left -= len(posted)
            if left <= 0:
                return

    def _around(self, report: Features) -> Iterator[int]:
        """The weeks in which a report of the same happening can lie; an undated one can lie in any."""
        own = _week(report)
        if own == _UNDATED:
            yield from sorted(self._weeks)
            return
        reach = -(-settings("time")["window"] // _WEEK)
        yield own
        for step in range(1, reach + 1):
            yield from (own - step, own + step)
        yield _UNDATED


def _week(report: Features) -> int:
    return report.first // _WEEK if report.first is not None else _UNDATED


def rarest(report: Features, rarity: Rarity) -> list[int]:
    """The words and the facts that weigh most in a report; of equal ones, the first by name."""
    chosen = settings("stories")
    words = _heaviest(report.words, report.prominence, rarity, chosen["words"])
    return words + _heaviest(report.facts, report.standing, rarity, chosen["facts"])


def _heaviest(numbers: Numbers, prominence: NDArray[np.float64], rarity: Rarity, most: int) -> list[int]:
    weights = (rarity.weights()[numbers] * prominence).round(9).tolist()
    heavy = [(-weight, rarity.names[n], n) for weight, n in zip(weights, numbers.tolist(), strict=True) if weight > 0]
    return [number for _, _, number in nsmallest(most, heavy)]
