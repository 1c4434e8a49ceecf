"""What a number found in a text is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

_EITHER = frozenset(("or", "او"))
Kind = Literal["cardinal", "ordinal", "percent", "times", "indefinite", "fraction"]


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens ``i`` to ``j`` say a number; ``low`` = ``high`` for one value, None where that side is open.

    ``core`` is the span of the number words alone, without bounds such as "more than" or أكثر من. ``skip`` is the
    length of the proclitics that stand before it in token ``i``, ``scale`` the magnitude that
    its last word names (1 if none). ``weak`` words count only if something else says so ("one", "a couple", ثمن);
    ``definite`` is true for الخمس, "the" is not looked for.
    """

    i: int
    j: int
    low: int | float | None
    high: int | float | None
    kind: Kind
    core: tuple[int, int]
    skip: int = 0
    scale: int = 1
    weak: bool = False
    definite: bool = False


def tidy(value: int | float) -> int | float:
    """Whole numbers as int; the noise of binary fractions rounded off."""
    if isinstance(value, float):
        value = round(value, 15) if abs(value) < 1 else float(f"{round(value, 6):.15g}")
        return int(value) if value.is_integer() else value
    return value


def negated(number: Number, forms: Sequence[str], minus: frozenset[str]) -> Number:
    """The number with a word for minus before it taken in."""
    if number.i == 0 or forms[number.i - 1] not in minus or number.low is None or number.high is None:
        return number
    i = number.i - 1
    if i and forms[i - 1] in _EITHER:
        return number  # plus or minus three points
    return replace(number, i=i, core=(i, number.core[1]), low=-number.high, high=-number.low, skip=0, weak=False)
