"""What is told of several times: "in 2011, 2012 and 2014 Russia vetoed drafts" is a claim for each."""

from __future__ import annotations

from dataclasses import replace

from mahdar.checking.mentions import StateMention
from mahdar.checking.protocol import Found
from mahdar.checking.registry import kinds
from mahdar.checking.scene import Scene, codes
from mahdar.checking.wordlists import words
from mahdar.language.times import TimePhrase
from mahdar.model import Arg

_TABLE = ("mahdar.checking", "times.toml")
_ACTORS = ("state", "target")  # arguments that name one of several states
_COUNTED = frozenset({"symbol", "count", "times", "round"})
_SHARED_REACH = 24  # tokens from a time to the word that shares out the list in which it stands
_PAIR = 2
_APART = 3  # tokens between two times of a list


def each(scene: Scene, found: Found) -> list[Found]:
    """The claim, once for each time of the list in which its own stands; of several states that share out as many
    times each has its own. Where "respectively" shares them out in another way nothing is claimed.
    """
    shared = _shared_out(scene, found)
    listed = _listed(scene, found, shared)
    if len(listed) < 2:
        return [found]
    actor = next((name for name in _ACTORS if name in found.args), None)
    if actor is not None and _holders(scene, found, actor, listed[0]) == len(listed):
        return [_paired(scene, found, actor, listed)]
    doers = found.args.get("by")
    if isinstance(doers, list) and len(doers) == len(listed) and shared:
        return [_at(scene, found, time, by=[doer]) for doer, time in zip(doers, listed, strict=True)]
    return [] if shared else [_at(scene, found, time) for time in listed]


def _at(scene: Scene, found: Found, time: TimePhrase, **args: Arg) -> Found:
    """The claim with a time of the list."""
    i, j = min(found.i, time.i), max(found.j, time.j)
    start, end = scene.offsets(i, j)
    return replace(found, time=time, i=i, j=j, start=start, end=end, args={**found.args, **args})


def _shared_out(scene: Scene, found: Found) -> bool:
    """Whether "respectively" stands behind the time, in its sentence; treaties share out their own times."""
    if found.time is None or "treaty" in found.args:
        return False
    stop = min(scene.sentence(found.time.i).j, found.time.j + _SHARED_REACH)
    return not words(*_TABLE, "respective").isdisjoint(scene.forms[found.time.j : stop])


def _holders(scene: Scene, found: Found, actor: str, first: TimePhrase) -> int:
    """How many states stand in the list to which the state of a claim belongs."""
    return len(codes(_group(scene, found, actor, first)))


def _group(scene: Scene, found: Found, actor: str, first: TimePhrase) -> list[StateMention]:
    groups = scene.groups(scene.sentence(found.i).i, first.i)
    return next((g for g in reversed(groups) if found.args[actor] in codes(g)), [])


def _paired(scene: Scene, found: Found, actor: str, listed: list[TimePhrase]) -> Found:
    """The claim on one of several states with the one of as many times that stands at its place: "in 2002 and 2011
    respectively"; where all hold for all, that holds too.
    """
    own = codes(_group(scene, found, actor, listed[0])).index(str(found.args[actor]))
    return replace(found, time=listed[own])


def run_of(scene: Scene, time: TimePhrase) -> list[TimePhrase]:
    """The times of the list in which a time stands, alone where it stands in none."""
    sentence = scene.sentence(time.i)
    times = scene.times_in(sentence.i, sentence.j)
    at = next((k for k, other in enumerate(times) if other.i == time.i), None)
    if at is None or not _single(time):
        return [time]
    low = high = at
    while low > 0 and _joined(scene, times[low - 1], times[low]):
        low -= 1
    while high + 1 < len(times) and _joined(scene, times[high], times[high + 1]):
        high += 1
    return times[low : high + 1]


def _listed(scene: Scene, found: Found, shared: bool) -> list[TimePhrase]:
    time, plain = found.time, found.low is None and found.high is None and not found.singled and not found.lasting
    if time is None or not plain or not (shared or kinds()[found.kind].repeats):
        return []
    if _COUNTED & {*found.args} and not shared:
        return []
    run = run_of(scene, time)
    if len(run) != _PAIR or not _begins_anew(scene, run):
        return run
    if run[-1].j <= found.i:
        return [time]
    return run[:1] if time is run[0] and _goes_on(scene, run[1].j) else run


def _goes_on(scene: Scene, j: int) -> bool:
    """Whether a word stands at token j, which goes on with the clause that a time opens: "and in 2016 it held"."""
    return any(form[0].isalpha() for form in scene.forms[j : j + 1])


def _begins_anew(scene: Scene, run: list[TimePhrase]) -> bool:
    """Whether a comma and "and" before the second of two times open a clause of its own: "met on 8 May, and on 9 May
    Russia vetoed", التقى في 8 مايو، وفي 9 مايو استخدمت.
    """
    between = scene.forms[run[0].j : run[1].i]
    return len(between) > 1 and between[0] in ",،"


def _single(time: TimePhrase) -> bool:
    days = time.absolute
    return days is not None and days.first is not None and days.last is not None


def _joined(scene: Scene, one: TimePhrase, other: TimePhrase) -> bool:
    """Whether only marks and "and" stand between two times of one kind, as a word or before one."""
    between = scene.forms[one.j : other.i] or [scene.passage.text[one.end : other.start].strip()]  # وعام
    if len(between) > _APART or not {*between} <= words(*_TABLE, "between_times"):
        return False
    first, second = one.absolute, other.absolute
    return _single(one) and _single(other) and first is not None and second is not None and first.grain == second.grain
