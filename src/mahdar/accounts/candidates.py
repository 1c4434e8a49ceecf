"""Which reports one is worth comparing with: those near in time that share its rarest features.

Postings lie in weeks. For each feature only so many reports are looked at, the nearest in time first, so that the cost
of one report is bounded whatever the size of the collection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, MutableMapping
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
    """Reports by feature and week. ``reports`` is where they are kept: in memory, unless a caller keeps them elsewhere.

    Of one feature in one week only as many reports are noted as are ever looked at, so that an index over a window of
    weeks is bounded by the words in it.
    """

    def __init__(self, reports: MutableMapping[str, Features] | None = None) -> None:
        self._postings: dict[int, dict[int, list[str]]] = {}
        self._reports = {} if reports is None else reports

    def add(self, report: Features, among: Container[int] | None = None) -> None:
        """Make a report findable, by all that it has or by the numbers ``among`` these alone."""
        self._reports[report.id] = report
        posted = self._postings.setdefault(week_of(report), defaultdict(list))
        most = settings("stories")["postings"]
        for number in report.numbers.tolist():
            if (among is None or number in among) and len(posted[number]) < most:
                posted[number].append(report.id)

    def drop_before(self, week: int) -> None:
        """Forget what lies before a week; reports without a day stay."""
        for old in [each for each in self._postings if _UNDATED < each < week]:
            del self._postings[old]

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
            posted = self._postings.get(week, {}).get(number, ())
            yield from posted[:left]
            left -= len(posted)
            if left <= 0:
                return

    def _around(self, report: Features) -> Iterator[int]:
        """The weeks in which a report of the same happening can lie; an undated one can lie in any."""
        own = week_of(report)
        if own == _UNDATED:
            yield from sorted(self._postings)
            return
        yield own
        for step in range(1, reach() + 1):
            yield from (own - step, own + step)
        yield _UNDATED


def week_of(report: Features) -> int:
    """The week of a report's first day, -1 where it is not known."""
    return report.first // _WEEK if report.first is not None else _UNDATED


def reach() -> int:
    """How many weeks before and after its own a report of the same happening can lie."""
    return -(-int(settings("time")["window"]) // _WEEK)


def rarest(report: Features, rarity: Rarity) -> list[int]:
    """The words and the facts that weigh most in a report; of equal ones, the first by name."""
    chosen = settings("stories")
    words = _heaviest(report.words, report.prominence, rarity, chosen["words"])
    return words + _heaviest(report.facts, report.standing, rarity, chosen["facts"])


def _heaviest(numbers: Numbers, prominence: NDArray[np.float64], rarity: Rarity, most: int) -> list[int]:
    weights = (rarity.weights()[numbers] * prominence).round(9).tolist()
    heavy = [(-weight, rarity.names[n], n) for weight, n in zip(weights, numbers.tolist(), strict=True) if weight > 0]
    return [number for _, _, number in nsmallest(most, heavy)]
