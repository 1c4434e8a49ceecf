"""When something was done about a treaty, where several treaties and acts stand in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mahdar.checking.cues import Cue
from mahdar.checking.scene import Scene
from mahdar.checking.when import aside, nearest_time, opened, without_number
from mahdar.checking.wordlists import words as shared
from mahdar.edtf import Interval
from mahdar.language.times import TimePhrase
from mahdar.mechanisms.treaties.protocols import named_in
from mahdar.mechanisms.treaties.wording import goes_on, words

_OPEN, _SIGNED = "open", "signatory"
_BEHIND = 6  # tokens between a treaty, or the last of a list of them, and its time


def time_of(scene: Scene, act: Cue, cue: Cue) -> TimePhrase | None:
    """The time of what was done about this treaty: right behind its name or the end of its list, else beside the verb,
    unless it stands behind the name of another: "ratified one in 1997 and another in 2000".
    """
    clause, sentence = scene.clause(act.i), scene.sentence(cue.i)
    names = named_in(scene, clause.i, sentence.j)
    acts = [c.i for c in scene.any_of(("treaty.act", "treaty.it"), cue.j, sentence.j)]
    stop = min([sentence.j, *acts])
    inside = next(iter(scene.times_in(act.j, cue.i)), None)
    if inside is not None and act.form == _OPEN:
        return opened(scene, inside)
    behind = next(iter(scene.times_in(cue.j, stop)), None)
    ends = [c.j for c in names if behind is not None and cue.i <= c.i < behind.i]
    near_by = behind is not None and ends and behind.i - ends[-1] <= _BEHIND
    elsewhere = behind is not None and bool(ends) and goes_on(scene, ends[-1], behind.i)
    elsewhere = elsewhere or (behind is not None and act.value != _SIGNED and _of_signature(scene, cue.j, behind.i))
    parted = behind is not None and near_by and (elsewhere or cut(scene, ends[-1], behind.i))
    if behind is not None and near_by and not parted and not _of_its_name(scene, behind):
        return without_number(scene, behind)
    near = nearest_time(scene, act, clause.i, clause.j)
    if (
        near is None
        or (elsewhere and near is behind)
        or cue.i <= near.i < cue.j
        or aside(scene, act, near)
        or _of_its_name(scene, near)
        or _of_another(scene, near, act, cue)
    ):
        return None
    return near


def until(scene: Scene, time: TimePhrase) -> TimePhrase:
    """A time before which something was not so, without its beginning: "did not ratify it until November 1988"."""
    days = time.absolute
    if days is None or days.first is None or days.last is None or not _bounded(scene, time.i):
        return time
    last = days.last - timedelta(1) if days.grain == "day" else days.last
    return replace(time, absolute=Interval(None, last, days.grain))


def _bounded(scene: Scene, i: int) -> bool:
    return i > 0 and scene.forms[i - 1] in shared("mahdar.checking", "times.toml", "bounding")


def goes_on_until(scene: Scene, i: int, j: int) -> bool:
    """Whether what is told between two tokens was so until a time alone: "but did not ratify it until 1988"."""
    return any(_bounded(scene, t.i) or _bounded(scene, t.i + 1) for t in scene.times_in(i, j))


def _of_signature(scene: Scene, i: int, j: int) -> bool:
    """Whether a noun for the signature stands between, its time right behind it: "despite its signature in 1998"."""
    return any(j - c.j <= _BEHIND for c in scene.within("treaty.signature", i, j))


def _of_its_name(scene: Scene, time: TimePhrase) -> bool:
    """Whether a year belongs to the name of the treaty: اتفاقية اللاجئين لعام 1951, "the convention of 1951"."""
    return not {scene.forms[time.i], scene.forms[time.i - 1]}.isdisjoint(words("of_year"))


def _of_another(scene: Scene, time: TimePhrase, act: Cue, cue: Cue) -> bool:
    """Whether a time stands behind the name of another treaty, or behind the verb of another act."""
    names = named_in(scene, scene.clause(act.i).i, scene.sentence(cue.i).j)
    between = scene.any_of(("treaty.act", "treaty.it"), cue.j, time.i)
    if time.i < act.i and any(time.i < c.i < act.i for c in names):
        return bool(scene.within("treaty.act", scene.clause(act.i).i, time.i))
    behind = [c for c in names if c.i != cue.i and c.j <= time.i < c.j + _BEHIND]
    return bool(between) or any(not scene.within("treaty.act", c.j, time.i) for c in behind)


def cut(scene: Scene, i: int, j: int) -> bool:
    """Whether something new begins between two tokens: a comma or the verb of another."""
    return any(form in ",،;؛" for form in scene.forms[i:j])
