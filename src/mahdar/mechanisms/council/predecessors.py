"""The state that presided until then: "takes over the presidency for May from Malta", خلفا لغيانا."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from mahdar.checking.found import make
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.language.tokens import COMMAS, tokens_of
from mahdar.mechanisms.council.words import words as listed

_REACH = 12  # tokens from the presidency to whom it is taken over from
_LONGEST = 31  # days of a month
_BEFORE_NAME = frozenset({"the", "ل"})


def predecessor(scene: Scene, i: int, j: int, time: TimePhrase | None) -> Iterator[Found]:
    """The presidency in the month before the time at which another state takes it over with the words i to j."""
    stop = min(scene.sentence(i).j, j + _REACH)
    led = next((k for k in range(j, stop) if scene.forms[k] in listed("succeeds")), None)
    if time is None or led is None or not _covered(scene, j, led):
        return
    group = next(iter(scene.groups(led + 1, min(stop + 1, led + 4))), [])
    if len(group) == 1 and {*scene.forms[led + 1 : group[0].i]} <= _BEFORE_NAME and len(group[0].codes) == 1:
        args = {"state": group[0].codes[0]}
        yield make(scene, "council.presidency", i, group[0].j, args, time=_before(time), tense="past")


def _covered(scene: Scene, i: int, j: int) -> bool:
    """Whether only times and commas stand between two tokens."""
    timed = tokens_of(scene.times_in(i, j))
    return all(k in timed or scene.forms[k] in COMMAS or scene.forms[k] in listed("for_month") for k in range(i, j))


def _before(time: TimePhrase) -> TimePhrase:
    """The month before the one of a time."""
    if time.absolute is not None:
        return replace(time, absolute=_month_before(time.absolute))
    told = time.relative
    return time if told is None else replace(time, relative=lambda ref: _month_before(told(ref)))


def _month_before(days: Interval | None) -> Interval | None:
    if days is None or days.first is None or (days.last is not None and (days.last - days.first).days > _LONGEST):
        return None
    last: date = days.first.replace(day=1) - timedelta(1)
    return Interval.parse(last.isoformat()[:7])
