"""Counts of vetoes shared out behind the first: "used it 90 times, Britain 29", تليها بريطانيا بـ29 مرة."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mahdar.checking.cues import Cue
from mahdar.checking.mentions import StateMention, codes
from mahdar.checking.numerals import Count, counts
from mahdar.checking.scene import Scene
from mahdar.mechanisms.council import rules
from mahdar.mechanisms.council.words import words as listed

_TO_NUMBER = 4  # tokens from a state to its count
_TO_COMMA = 8  # tokens from the first count to the comma behind it


@dataclass(frozen=True, slots=True)
class Share:
    """How often the states of ``group`` used their veto; the words end before token ``j``."""

    group: list[StateMention]
    count: Count
    j: int


def shares(scene: Scene, cue: Cue) -> Iterator[Share]:
    """The states and their counts in the clauses behind that of a veto, which have no verb of their own."""
    stop = scene.sentence(cue.i).j
    first = next((n for n in counts(scene, cue.j, stop) if _times(scene, n)), None)
    k = _comma(scene, first.j, stop) if first is not None else None
    while k is not None and (share := _share(scene, k, stop)) is not None:
        yield share
        k = share.j


def _comma(scene: Scene, k: int, stop: int) -> int | None:
    """The comma right behind a count, but for a body and a time."""
    return next((m for m in range(k, min(stop, k + _TO_COMMA)) if scene.forms[m] in listed("sharing")), None)


def _share(scene: Scene, k: int, stop: int) -> Share | None:
    group = next(iter(scene.groups(k, stop)), [])
    if not group or not all(rules.may_veto(code) for code in codes(group)):
        return None
    end = group[-1].j
    if group[0].i == k or not {*scene.forms[k : group[0].i]} <= listed("sharing"):
        return None
    number = next(iter(counts(scene, end, min(stop, end + _TO_NUMBER))), None)
    if number is None or not {*scene.forms[end : number.i]} <= listed("shared_by") or not _times(scene, number):
        return None
    return Share(group, number, number.j + _unit(scene, number))


def _times(scene: Scene, number: Count) -> bool:
    """Whether a number counts occasions, in two words or in one: مرتين."""
    return _unit(scene, number) or any(n.kind == "times" for n in scene.numbers_in(number.i, number.i + 1))


def _unit(scene: Scene, number: Count) -> bool:
    return not listed("times").isdisjoint(scene.forms[number.j : number.j + 1])
