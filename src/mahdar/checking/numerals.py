"""Small numbers beside words: how many votes, members, times. By token index, from the numbers of the passage and
dual nouns.
"""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokens_of

_MEMBERS, _ONCE = 193, "once"
_UNIT = 4  # tokens from a number to an exception behind what it counts


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


def counts(scene: Scene, i: int, j: int, most: int = _MEMBERS) -> list[Count]:
    """The whole numbers between tokens i and j that may count votes or states, in order; times and symbols left
    out, and what is more than ``most``.
    """
    few = [c for c in scene.within("votes", i, j) if c.form in ("zero", "one", "two")]
    inside = {k for c in few for k in range(c.i + 1, c.j)}
    numbers = [n for n in scene.numbers_in(i, j) if n.kind in ("cardinal", "times") and n.i not in inside]
    numbers = [n for n in numbers if not formerly(scene, n.i, n.j)]
    found = [_count(n.i, n.j, n.low, n.high) for n in numbers]
    taken = tokens_of(found)
    found += [Count(c.i, c.j, int(c.value), int(c.value)) for c in few if c.i not in taken]
    dates = tokens_of(scene.times_in(max(0, i - 12), j))
    kept = [c for c in found if c.i not in dates and 0 <= (c.low or c.high or 0) <= most and not _less_some(scene, c)]
    return sorted((_with_brackets(scene, c) for c in kept), key=lambda c: c.i)


def _with_brackets(scene: Scene, count: Count) -> Count:
    """A number in brackets before what it counts, with these: (128) دولة."""
    bracketed = count.i and scene.forms[count.i - 1] == "(" and scene.forms[count.j : count.j + 1] == [")"]
    unit = bracketed and scene.any_of(("votes", "member"), count.j + 1, count.j + 2)
    return Count(count.i - 1, count.j + 1, count.low, count.high) if unit else count


def formerly(scene: Scene, i: int, j: int) -> bool:
    """Whether "once" at tokens i to j tells of former days and counts nothing: "a country that once fought"."""
    behind = scene.forms[j : j + 1]
    counted = (
        not behind or not behind[0].isalpha() or behind[0] in words("mahdar.checking", "numbers.toml", "behind_once")
    )
    return scene.forms[i] == _ONCE and not counted


def _less_some(scene: Scene, count: Count) -> bool:
    """Whether an exception makes it fewer, "all 15 members except Russia", or takes them out: جميع الأعضاء عدا خمسة."""
    ahead = next((c for c in scene.within("all_but", count.i - _UNIT, count.i) if c.j == count.i), None)
    if ahead is not None and (ahead.form != "near" or _of_all(scene, ahead)):
        return True
    behind = scene.within("all_but", count.j, count.j + _UNIT)
    return bool(behind) and (behind[0].form != "near" or behind[0].i - count.j <= 1)


def _of_all(scene: Scene, cue: Cue) -> bool:
    """Whether an exception is one from all, no "only" behind a denial: كل الدول إلا خمسا, not لم تصوت إلا خمس."""
    low = scene.sentence(cue.i).i
    return bool(scene.within("every", low, cue.i)) and not scene.within("not", low, cue.i)


def _count(i: int, j: int, low: float | None, high: float | None) -> Count:
    return Count(i, j, None if low is None else int(low), None if high is None else int(high))
