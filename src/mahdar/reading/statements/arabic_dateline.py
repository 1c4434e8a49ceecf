"""Datelines at the head of an Arabic report, سيول (رويترز) - and the like: words of the outlet, of no sentence."""

from __future__ import annotations

from mahdar.language.tokens import NEWLINE
from mahdar.reading.statements.scene import PLACES, Scene

_DASHES = frozenset("-–—")
_BETWEEN = frozenset("()،,/")
_KINDS = PLACES | {"outlet"}
_LONGEST = 16


def behind_dateline(scene: Scene, i: int, end: int) -> int:
    """The token behind the dash of a dateline with which the sentence at token i begins, else token i."""
    while i < end and scene.forms[i] == NEWLINE:
        i += 1
    k = i
    while k < min(end, i + _LONGEST):
        if scene.forms[k] in _DASHES:
            return k + 1 if k > i else i
        stop = _past_part(scene, k)
        if stop == k:
            return i
        k = stop
    return i


def _past_part(scene: Scene, k: int) -> int:
    """Past the place, the outlet, the day or the mark at token k; token k itself where none of them stands there."""
    named = max((one.j for one in scene.named_from.get(k, ()) if one.kind in _KINDS), default=k)
    loose = scene.forms[k] in _BETWEEN or scene.passage.tokens.is_number(k)
    return max(named, scene.time_from.get(k, k), k + 1 if loose else k)
