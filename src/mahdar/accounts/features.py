"""A report as numbers for comparison: words and facts with how prominently they stand, runs of words, days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from mahdar.accounts.facts import facts
from mahdar.accounts.lead import Lead, lead
from mahdar.accounts.rarity import Numbers, Rarity, is_listed
from mahdar.accounts.settings import settings
from mahdar.accounts.telling import Telling
from mahdar.accounts.words import runs, sounded, stem, words
from mahdar.edtf import Interval


@dataclass(frozen=True, slots=True)
class Features:
    """``words`` and ``facts`` are numbers of a Rarity with their prominence; ``runs`` and ``opening`` are sorted.

    ``first`` and ``last`` are the days of publication as ordinals, None where unknown or open.
    """

    id: str
    language: str | None
    words: Numbers
    prominence: NDArray[np.float64]
    facts: Numbers
    standing: NDArray[np.float64]
    runs: NDArray[np.uint32]
    opening: Numbers
    lead: Lead
    first: int | None
    last: int | None

    @property
    def numbers(self) -> Numbers:
        """All words and facts; they share no number."""
        return np.concatenate([self.words, self.facts])

    @property
    def tf(self) -> NDArray[np.float64]:
        """The prominence of `numbers`."""
        return np.concatenate([self.prominence, self.standing])


def features(telling: Telling, rarity: Rarity) -> Features:
    """The features of a telling, numbered by ``rarity``; nothing is counted."""
    body = words(telling.text)
    days = telling.days
    said, prominence = _numbered(*_word_prominence(body, words(telling.title or "")), rarity)
    known, standing = _numbered(_fact_prominence(telling, days, len(body)), {}, rarity)
    opening = {rarity.number(_feature(word)) for word in body[: settings("copies")["opening"]]}
    return Features(
        telling.id,
        telling.reading.report.language,
        said,
        prominence,
        known,
        standing,
        np.array(sorted(runs([stem(word) for word in body], settings("copies")["shingle"])), dtype=np.uint32),
        np.array(sorted(opening), dtype=np.int32),
        lead(telling.text, telling.reading, days),
        _ordinal(days, "first"),
        _ordinal(days, "last"),
    )


def _word_prominence(body: Iterable[str], title: Iterable[str]) -> tuple[dict[str, float], dict[str, str]]:
    """The prominence of each word feature, and the first form in which it is printed."""
    found: dict[str, float] = defaultdict(float)
    forms: dict[str, str] = {}
    weighed = chain(((word, settings("words")["title"]) for word in title), zip(body, _fadings(), strict=False))
    for word, weight in weighed:
        feature = _feature(word)
        found[feature] += weight
        forms.setdefault(feature, word)
    return found, forms


@lru_cache(maxsize=1 << 16)
def _feature(word: str) -> str:
    """Common words stand by their spelling, rare ones by their sound."""
    bare = stem(word)
    return f"word:{bare if is_listed(bare) else sounded(bare)}"


def _fadings() -> Iterator[float]:
    return map(_fading, count())


def _fact_prominence(telling: Telling, days: Interval | None, words: int) -> Mapping[str, float]:
    """A fact's place in words is reckoned from its offset: the same share of the text's length."""
    found: dict[str, float] = defaultdict(float)
    length = max(len(telling.text), 1)
    for fact, offset in facts(telling.reading, days):
        found[fact] += _fading(offset * words // length)
    return found


@lru_cache(maxsize=1 << 12)
def _fading(place: int) -> float:
    chosen = settings("words")
    return float(1 / (1 + max(place - chosen["lead_words"], 0) / chosen["fading"]))


def _numbered(
    found: Mapping[str, float], forms: Mapping[str, str], rarity: Rarity
) -> tuple[Numbers, NDArray[np.float64]]:
    numbers = np.array([rarity.number(feature, forms.get(feature)) for feature in found], dtype=np.int32)
    return numbers, np.array([sqrt(value) for value in found.values()], dtype=np.float64)


def _ordinal(days: Interval | None, end: str) -> int | None:
    day = getattr(days, end) if days else None
    return day.toordinal() if day else None
