"""Names that one may have meant: those a slip or two of the hand away from what was written."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_ALIKE = 0.7  # of two words whose letters are the same 1, of two without a common letter 0
_LOOKED_AT = 12
_SHORT = 6  # letters; a shorter word has room for one slip


def near(sought: str, names: Iterable[str], most: int = 3) -> list[str]:
    """The names at most a slip from a short word and two from a longer one, the nearest first.

    >>> near("Sudam", ["Sudan", "Saudi Arabia"]), near("Wakanda", ["Rwanda"])
    (['Sudan'], [])
    """
    room = 1 if len(sought) < _SHORT else 2
    alike = get_close_matches(sought, list(names), _LOOKED_AT, _ALIKE)
    return [name for name in alike if _slips(sought, name) <= room][:most]


def _slips(one: str, other: str) -> int:
    """Letters to add, take away, change or swap with their neighbour to make one word of the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, with_ in enumerate(other):
            cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter != with_))
            if i and j and letter == other[j - 1] and one[i - 1] == with_:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
