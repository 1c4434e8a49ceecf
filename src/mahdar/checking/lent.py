"""Times that another clause may only lend: "Egypt held talks on 3 May, while Malta presided"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from mahdar.checking import policy
from mahdar.checking.coordinated import clauses_apart
from mahdar.checking.entries import Entry
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.model import Arg, Verdict

_REACH = 60  # tokens between a time and the rest of its claim
_REFUTED, _BORNE_OUT = "refuted", "supported"
Judged = tuple[dict[str, Arg], Verdict]


def lent(scene: Scene, found: Found) -> bool:
    """Whether a new clause begins between the time of a claim and the far end of its words."""
    time = found.time
    if time is None:
        return False
    if time.i <= found.i:
        return clauses_apart(scene, time.j, min(found.j, time.j + _REACH), roles=True)
    own = not scene.states_in(found.i, found.i + 1)  # the verb that a claim begins with: وصادقت
    return time.j >= found.j and clauses_apart(scene, max(found.i + own, time.i - _REACH), time.i, roles=True)


def without_lent(entry: Entry, judged: Callable[[Entry], Judged], own: Judged) -> Judged:
    """The arguments and the verdict of a claim; one that only a time of another clause refutes is left open."""
    if not entry.found.lent or own[1].label != _REFUTED:
        return own
    timeless = {name: value for name, value in entry.args.items() if name != "at"}
    args, verdict = judged(replace(entry, at=None, args=timeless))
    if verdict.label == _REFUTED:
        return own
    return args, policy.left_open(verdict) if verdict.label == _BORNE_OUT else verdict
