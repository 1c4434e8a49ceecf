"""How alike two reports are, from 0 to 1: shared words and facts, weighed by rarity, days apart, what the leads do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mahdar.accounts import lead
from mahdar.accounts.features import Features
from mahdar.accounts.rarity import Rarity, Weights
from mahdar.accounts.settings import settings


@dataclass(frozen=True, slots=True)
class Pair:
    """``score`` of two reports by id; ``copy`` where one is an edited copy of the other."""

    one: str
    other: str
    score: float
    copy: bool


class Comparison:
    """One report against others; its weights are spread out over all features once."""

    def __init__(self, report: Features, rarity: Rarity) -> None:
        self.report = report
        self._weights = rarity.weights()
        words, facts = self._weigh(report.words, report.prominence), self._weigh(report.facts, report.standing)
        self._words, self._own_words = self._spread(report.words, words), float(words @ words)
        self._facts, self._own_facts = self._spread(report.facts, facts), float(facts @ facts)

    def pair(self, other: Features) -> Pair:
        """Compare with another report whose features the same rarity numbers."""
        copied = copies(self.report, other)
        return Pair(self.report.id, other.id, 1.0 if copied else self._likeness(other), copied)

    def _likeness(self, other: Features) -> float:
        """Words taken over from a report whose lead does something else are background, and count for nothing."""
        same = self.report.language == other.language
        leads = lead.likeness(self.report.lead, other.lead)
        fresh = 1 - taken_over(self.report, other) if same and leads < 1 else 1.0
        alike = self._within(other) if same else self._across(other)
        if lead.one_decision(self.report.lead, other.lead):
            alike = max(alike, float(settings("lead")["one_decision"]))
        apart = nearness(self.report, other) * lead.day_likeness(self.report.lead, other.lead)
        return alike * apart * leads * fresh

    def _within(self, other: Features) -> float:
        """The cosine of words and facts together."""
        words, facts = self._weigh(other.words, other.prominence), self._weigh(other.facts, other.standing)
        common = float(self._words[other.words] @ words + self._facts[other.facts] @ facts)
        return common / _root((self._own_words + self._own_facts) * float(words @ words + facts @ facts))

    def _across(self, other: Features) -> float:
        """The cosine of facts alone; common names are not enough."""
        facts = self._weigh(other.facts, other.standing)
        chosen = settings("across")
        shared = other.facts[self._facts[other.facts] > 0]
        if float(self._weights[shared].sum()) < chosen["evidence"]:
            return 0.0
        common = float(self._facts[other.facts] @ facts)
        return float(chosen["worth"]) * common / _root(self._own_facts * float(facts @ facts))

    def _weigh(self, numbers: NDArray[np.int32], prominence: NDArray[np.float64]) -> Weights:
        return self._weights[numbers] * prominence

    def _spread(self, numbers: NDArray[np.int32], weights: Weights) -> Weights:
        spread: Weights = np.zeros(len(self._weights))
        spread[numbers] = weights
        return spread


def nearness(one: Features, other: Features) -> float:
    """What the days between two publications leave of their likeness; 0 beyond the window."""
    chosen = settings("time")
    apart = gap(one, other)
    if apart is None:
        return float(chosen["unknown"])
    if apart > chosen["window"]:
        return 0.0
    return float(1 - chosen["daily"] * max(apart - chosen["free"], 0))


def gap(one: Features, other: Features) -> int | None:
    """Days between two publications, 0 where they overlap, None where a day is unknown."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(one.first - other.last, other.first - one.last, 0)


def copies(one: Features, other: Features) -> bool:
    """Whether one text is the other, cut or edited: most runs of words of the shorter, and its opening."""
    chosen = settings("copies")
    if one.language != other.language or not nearness(one, other) or lead.likeness(one.lead, other.lead) < 1:
        return False
    if _common(one.opening, other.opening) < chosen["lead"] * min(len(one.opening), len(other.opening)):
        return False
    return taken_over(one, other) >= float(chosen["contained"])


def taken_over(one: Features, other: Features) -> float:
    """Which part of the shorter text's runs of words the other has too; 0 where they are too few to tell."""
    shared = _common(one.runs, other.runs)
    return shared / min(len(one.runs), len(other.runs)) if shared >= settings("copies")["fewest"] else 0.0


def _common(one: NDArray[np.generic], other: NDArray[np.generic]) -> int:
    return len(np.intersect1d(one, other, assume_unique=True))


def _root(value: float) -> float:
    return float(np.sqrt(value)) or 1.0
