"""How much a word or fact tells: the rarer among reports, the more. Tables stand in while few reports are counted.

Features are numbered in the order in which they are met. Their weights change with what was counted when `weigh` was
last called, so that a collection can be weighed as a whole whatever the order in which it came.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from mahdar.accounts.settings import settings
from mahdar.accounts.words import table_stems
from mahdar.tables import read_rows, values

_PACKAGE = "mahdar.accounts"
_WORD = "word"
_SMALL = 12
_TWO_DIGITS = 100
Numbers = NDArray[np.int32]
Weights = NDArray[np.float64]


class Rarity:
    """Numbers of features, how many reports have each, and their weights."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self.names: list[str] = []
        self.shown: list[str] = []
        self._shares: list[float] = []
        self._counts: list[int] = []
        self._reports = 0
        self._weights: Weights = np.zeros(0)

    def number(self, feature: str, form: str | None = None) -> int:
        """The number of a feature; a new one is given the next. The shortest ``form`` is what people are shown."""
        number = self._number.get(feature)
        if number is None:
            number = self._number[feature] = len(self.names)
            self.names.append(feature)
            self.shown.append(form or feature.partition(":")[2])
            self._shares.append(share(feature))
            self._counts.append(0)
        elif form is not None:
            self.shown[number] = min(self.shown[number], form, key=lambda word: (len(word), word))
        return number

    def count(self, numbers: Numbers) -> None:
        """Count one report that has these features, each once."""
        self._reports += 1
        for number in numbers.tolist():
            self._counts[number] += 1

    def weigh(self) -> None:
        """Set the weights of all features by what was counted so far."""
        self._weights = self._weight(0)

    def weights(self) -> Weights:
        """By number: minus the logarithm of a feature's share of reports; features met since `weigh` included."""
        if len(self._weights) < len(self.names):
            self._weights = np.concatenate([self._weights, self._weight(len(self._weights))])
        return self._weights

    def _weight(self, first: int) -> Weights:
        return weigh(np.array(self._shares[first:]), np.array(self._counts[first:]), self._reports)


def weigh(shares: NDArray[np.float64], counts: NDArray[np.int_], reports: int) -> Weights:
    """The weights of features of which so many of all reports have each, the tables' shares standing in."""
    trust = settings("rarity")["weight"]
    weights: Weights = -np.log((trust * shares + counts) / (trust + max(reports, 1)))
    return np.where(shares < 1, np.maximum(weights, 0), 0.0)


def share(feature: str) -> float:
    """The part of all reports that have this feature, by the tables: ``word:قرار``, ``name:state:PRK``."""
    kind, _, rest = feature.partition(":")
    if kind == _WORD:
        return _word_shares().get(rest) or float(settings("words")["unlisted"])
    known = _fact_shares()
    if kind == "figure":
        return known.get(f"figure:{_bareness(rest)}") or known["figure:*"]
    parts = feature.split(":")
    named = (":".join(parts[:n]) + ("" if n == len(parts) else ":*") for n in range(len(parts), 0, -1))
    listed = (known.get(name) or known.get(name.removesuffix(":*")) for name in named)
    return next(found for found in listed if found)


def is_listed(stem: str) -> bool:
    """Whether a table says how common a stem is."""
    return stem in _word_shares()


def _bareness(figure: str) -> str:
    """Small counts and round numbers stand in many reports, 1,592 in those of one story."""
    digits = figure.rstrip("%").rstrip("-")
    try:
        number = float(digits)
    except ValueError:
        return "*"
    if number <= _SMALL:
        return "small"
    if f"{number:.0f}".rstrip("0") in set("123456789"):
        return "round"
    return "two-digits" if number < _TWO_DIGITS else "*"


@cache
def _word_shares() -> dict[str, float]:
    """Stems to shares; the commonest word of a stem counts."""
    found: dict[str, float] = {}
    for table in ("background_ar.csv", "background_en.csv"):
        for row in read_rows(_PACKAGE, table):
            for stem in table_stems(values(row["words"])):
                found[stem] = max(found.get(stem, 0.0), float(row["share"]))
    return found


@cache
def _fact_shares() -> dict[str, float]:
    return {row["fact"]: float(row["share"]) for row in read_rows(_PACKAGE, "background_facts.csv")}
