"""Clauses that leave the verb to the one before: "Jordan ratified it in 2002, Senegal in 1999", الأردن عام 2002 وتونس
عام 2011.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from mahdar.checking.each_time import run_of
from mahdar.checking.mentions import StateMention, codes
from mahdar.checking.protocol import Found
from mahdar.checking.registry import kinds
from mahdar.checking.scene import Scene
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase

_TABLE = ("mahdar.checking", "times.toml")
_TARGET = "target"
_ACTORS = ("state", _TARGET)
_WHOLE = frozenset({"symbol", "count", "times", "round", "received", "accepted", "noted", "name"})  # of one act alone
_INFERRED = frozenset({"at", "treaty"})  # what is told in the same way of those behind
_MOST = 6  # clauses behind the first
_ENDS = frozenset(";؛.!\n")


def gapped(scene: Scene, found: Found) -> Iterator[Found]:
    """The claim, and one like it for every clause right behind its time that has only a state and a time."""
    yield found
    actor = next((name for name in _ACTORS if name in found.args), "")
    if not actor or not _plain(found) or not _WHOLE.isdisjoint(found.args):
        return
    for states, times in _clauses(scene, found, str(found.args[actor])):
        for code, time in product(codes(states), times):
            start, end = scene.offsets(states[0].i, time.j)
            args = {**found.args, actor: code}
            yield replace(found, i=states[0].i, j=time.j, start=start, end=end, args=args, time=time)


def _clauses(scene: Scene, found: Found, actor: str) -> list[tuple[list[StateMention], list[TimePhrase]]]:
    """The states and the times of each clause without a verb; the last only where the sentence, or its part, ends with
    it: a verb behind a comma may be its own, "Morocco in 1963, after a war, closed".
    """
    told: list[tuple[list[StateMention], list[TimePhrase]]] = []
    seen, time, stop = {actor}, found.time, scene.sentence(found.i).j
    targeted = words(*_TABLE, "gapped_target") if _TARGET in found.args else frozenset()
    skipped = words(*_TABLE, "gapping") | targeted
    while time is not None and len(told) < _MOST:
        clause = _next(scene, time.j, stop, skipped)
        if clause is None or not _alike(scene, time, clause[1]) or not seen.isdisjoint(codes(clause[0])):
            break
        times = run_of(scene, clause[1]) if kinds()[found.kind].repeats else [clause[1]]
        told.append((clause[0], times))
        seen.update(codes(clause[0]))
        time = times[-1]
    ended = time is None or time.j >= stop or scene.forms[time.j] in _ENDS
    return told if ended else told[:-1]


def _plain(found: Found) -> bool:
    """Whether a claim is told of one state, firmly, with a time behind it."""
    time = found.time
    firm = found.weak <= _INFERRED
    if time is None or found.negated or not firm or found.assumed or found.elsewhere:
        return False
    return time.i > found.i and not found.singled and found.args.get("status") != "not-party"


def _next(scene: Scene, k: int, stop: int, skipped: frozenset[str]) -> tuple[list[StateMention], TimePhrase] | None:
    """The states and the time of a clause without a verb behind token k."""
    m = k
    while m < stop and scene.forms[m] in skipped:
        m += 1
    group = next(iter(scene.groups(m, min(stop, m + 2))), [])
    if any(state.kind != "state" for state in group):
        return None  # a capital may be another town: عمان
    if not group or group[0].i - m > (scene.forms[m] == "the") or (m == k and not group[0].joined):
        return None
    end = group[-1].j
    time = next(iter(scene.times_in(end, min(stop, end + 2))), None)
    between = scene.forms[end : time.i] if time is not None else []
    if time is None or any(form not in words(*_TABLE, "gapped_time") for form in between):
        return None
    return group, time


def _alike(scene: Scene, one: TimePhrase, other: TimePhrase) -> bool:
    """Whether two times are written in one way: both with their ends, or one unit each, a year, a month or a day."""
    published = scene.passage.published
    first, second = one.resolve(published), other.resolve(published)
    if (one.absolute is None) != (other.absolute is None):
        return False
    if first is None or second is None or (first.last is None) != (second.last is None):
        return False
    return ("/" in first.edtf()) == ("/" in second.edtf())
