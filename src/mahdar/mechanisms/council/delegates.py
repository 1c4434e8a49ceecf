"""Delegates for whom their state acts: "the Soviet delegate cast his veto", استخدم مندوب الصين حق النقض."""

from __future__ import annotations

from bisect import bisect_left

from mahdar.checking.mentions import StateMention
from mahdar.checking.scene import Scene
from mahdar.mechanisms.council import rules
from mahdar.reading.passage import Named

_STATE = "state:"
_LONGEST = 16  # tokens of a title with its name


def delegate_at(scene: Scene, i: int) -> list[StateMention]:
    """The permanent member whose delegate is named from token i on."""
    return next((held for named in _named_from(scene, i, i + 1) if (held := _member(scene, named))), [])


def delegate_before(scene: Scene, j: int) -> list[StateMention]:
    """The permanent member whose delegate is named up to token j, a comma aside."""
    end = j - 1 if j and scene.forms[j - 1] in ",،" else j
    before = [named for named in _named_from(scene, max(0, end - _LONGEST), end) if named.j == end]
    return next((held for named in before if (held := _member(scene, named))), [])


def _named_from(scene: Scene, i: int, j: int) -> list[Named]:
    """The office-holders whose names begin between tokens i and j."""
    names = scene.passage.named
    low = bisect_left(names, i, key=lambda named: named.i)
    high = bisect_left(names, j, key=lambda named: named.i)
    return [named for named in names[low:high] if named.kind in ("office", "person")]


def _member(scene: Scene, named: Named) -> list[StateMention]:
    held = scene.passage.principal(named.entity)
    code = held.removeprefix(_STATE)
    if not held.startswith(_STATE) or not rules.may_veto(code):
        return []
    return [StateMention(named.i, named.j, (code,), named.kind)]
