"""When two figures of one fact agree: ranges that meet, and one number that is a rounding of the other."""

from __future__ import annotations

from functools import cache
from math import floor, inf, log10

from mahdar.language.lexicon import words
from mahdar.model import Figure
from mahdar.tables import read_rows, read_toml, values

_ROUNDING = 0.05  # farther than this a rounding has lost the number
_HEDGED = 0.1  # "about 20" for 19 or 21
_COUNTED = 100  # numbers below this are counted one by one, unless the text says "about"
_UNLIKELY = 20.0  # times as much: another fact, not the same one told differently
_LONGEST_HEDGE = 5


def agree(one: Figure, other: Figure, *, exact: bool = False, share: bool = False) -> bool:
    """Whether both may be right at once.

    ``exact``: counts that nobody rounds (votes, seats); ``share``: per cent, where 12 is a rounding of 12.4.
    """
    low, high = max(_low(one), _low(other)), min(_high(one), _high(other))
    if low <= high:
        return True
    if exact or not (_single(one) and _single(other)):
        return False
    apart = abs(_low(one) - _low(other)) / max(_low(one), _low(other), 1)
    if hedged(one) or hedged(other):
        return apart <= _HEDGED
    return _rounded(one, other, apart, share) or _rounded(other, one, apart, share)


def likely(one: Figure, other: Figure) -> bool:
    """Whether two figures are near enough to be of one fact at all."""
    small, large = sorted((_middle(one), _middle(other)))
    return large <= small * _UNLIKELY if small > 0 else large == small


def hedged(figure: Figure) -> bool:
    """Whether "about" or the like belongs to the figure's words."""
    spoken = words(figure.text)
    behind, before = spoken[1:], spoken[:_LONGEST_HEDGE]
    opening = any(before[:k] in _hedges() for k in range(1, len(before) + 1))
    return opening or any(behind[-k:] in _hedges() for k in range(1, _LONGEST_HEDGE))


def _rounded(exact: Figure, rounded: Figure, apart: float, share: bool) -> bool:
    """Whether the second is the first, rounded to the digits that the second shows."""
    number, short = _low(exact), _low(rounded)
    if share:
        return short == floor(short) and abs(number - short) <= 0.5
    if min(number, short) < _COUNTED or apart > _ROUNDING:
        return False
    step = _step(short)
    return abs(number - short) <= step / 2 and step > _step(number)


def _step(number: float) -> float:
    """The worth of the last digit of a number that is not a nought: 100 for 1,600."""
    if number != floor(number):
        return 10.0 ** -len(f"{number:.10g}".partition(".")[2])
    step = 1
    while number and number % (step * 10) == 0 and step < 10 ** floor(log10(number)):
        step *= 10
    return float(step)


def _single(figure: Figure) -> bool:
    return figure.low is not None and figure.low == figure.high


def _low(figure: Figure) -> float:
    return -inf if figure.low is None else float(figure.low)


def _high(figure: Figure) -> float:
    return inf if figure.high is None else float(figure.high)


def _middle(figure: Figure) -> float:
    ends = [float(end) for end in (figure.low, figure.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


@cache
def _hedges() -> frozenset[tuple[str, ...]]:
    rows = read_rows("mahdar.language", "numbers_around.csv")
    spoken = (v for row in rows if row["role"] in ("about", "about_after") for v in values(row["phrases"]))
    exact = frozenset(map(words, read_toml("mahdar.accounts", "compare.toml")["amounts"]["not_hedges"]))
    return frozenset(map(words, spoken)) - exact
