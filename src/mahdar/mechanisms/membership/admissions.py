"""Admissions told as the act of the General Assembly, and the number of members to which they raised it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mahdar.checking.assertion import asserted, negated
from mahdar.checking.cues import Cue
from mahdar.checking.found import make
from mahdar.checking.mentions import StateMention
from mahdar.checking.numerals import Count, counts
from mahdar.checking.protocol import Found
from mahdar.checking.scene import Scene, codes
from mahdar.checking.when import When, aside, nearest_time, when
from mahdar.checking.wordlists import words
from mahdar.language.tokens import tokens_of
from mahdar.model import Arg

ADMITTED = "admitted"
_ELECTORS = ("un", "assembly")
_SUBJECT = 5  # tokens between the Assembly and its verb, times left out
_BEHIND = 4  # tokens behind the states in which another body may stand
_NUMBER = 9  # tokens from "membership" to its number
_NOUN = "noun"
_BY = ("من", "قبل")
_FIRST, _MOST = 51, 210  # members when founded, and more than there ever were


def find(scene: Scene) -> Iterator[Found]:
    """States that the Assembly admitted, and the number of members that a change led to."""
    for cue in scene.all("un.admits"):
        group = _admitted(scene, cue)
        time = when(scene, cue, "past") if group else When()
        time = When() if aside(scene, cue, time.time) else time
        for code in codes(group):
            found = make(scene, "un.member", cue.i, group[-1].j, {"state": code}, when=time)
            yield replace(found, theme=ADMITTED)
    yield from _sizes(scene)


def _admitted(scene: Scene, cue: Cue) -> list[StateMention]:
    """The states right behind the verb of the Assembly, unless it admitted them, or what is theirs, elsewhere."""
    by = cue.i > 0 and (scene.forms[cue.i - 1], scene.forms[cue.i]) == _BY  # no verb: انتخبت من قبل الجمعية
    if by or not asserted(scene, cue.i) or negated(scene, cue):
        return []
    start = _subject(scene, cue)
    clause = scene.clause(cue.i)
    group = next(iter(scene.groups(start, clause.j)), []) if start is not None else []
    if start is None or not group or not _right_behind(scene, start, group):
        return []
    stop = group[-1].j
    owned = stop < len(scene.forms) and scene.forms[stop] in ("'s", "'")
    elsewhere = [c for c in scene.within("body", stop, stop + _BEHIND) if scene.which(c) not in _ELECTORS]
    observer = words("mahdar.mechanisms.membership", "words.toml", "observer") & {*scene.forms[start : stop + _BEHIND]}
    return [] if owned or elsewhere or observer else group


def _right_behind(scene: Scene, i: int, group: list[StateMention]) -> bool:
    timed = tokens_of(scene.times_in(i, group[0].i), scene.numbers_in(i, group[0].i))
    passed = words("mahdar.mechanisms.membership", "words.toml", "before_states")
    return all(k in timed or scene.forms[k] in passed for k in range(i, group[0].i))


def _subject(scene: Scene, cue: Cue) -> int | None:
    """The token from which the states are looked for, if the Assembly is who admits: before the verb, in Arabic also
    right behind it.
    """
    if scene.passage.language != "en":
        behind = [c for c in scene.within("body", cue.j, cue.j + 1) if scene.which(c) in _ELECTORS]
        if behind:
            return behind[-1].j
    low = scene.clause(cue.i).i
    if cue.form == _NOUN:
        verbs = scene.any_of(("approve", "adopt", "vote"), low, cue.i)
        bodies = scene.within("body", verbs[-1].i, cue.i) if verbs else []
        return cue.j if any(scene.which(c) in _ELECTORS for c in bodies) else None
    before = scene.within("body", low, cue.i)
    if not before or scene.which(before[-1]) not in _ELECTORS:
        return None
    timed = sum(t.j - t.i for t in scene.times_in(before[-1].j, cue.i))
    return cue.j if cue.i - before[-1].j - timed <= _SUBJECT else None


# -- the number of members
def _sizes(scene: Scene) -> Iterator[Found]:
    for cue in scene.all("un.raises"):
        number = _number(scene, cue)
        if number is None or not asserted(scene, cue.i) or negated(scene, cue):
            continue
        clause = scene.clause(cue.i)
        time = nearest_time(scene, cue, clause.i, clause.j)
        args: dict[str, Arg] = {"members": number.value or 0}
        yield make(scene, "un.size", cue.i, number.j, args, when=When(time))


def _number(scene: Scene, cue: Cue) -> Count | None:
    """The number behind "to", إلى, where the members are those of the United Nations."""
    stop = min(scene.sentence(cue.i).j, cue.j + _NUMBER)
    to = words("mahdar.mechanisms.membership", "words.toml", "to")
    found = [n for n in counts(scene, cue.j, stop, _MOST) if scene.forms[n.i - 1] in to and n.value is not None]
    bodies = scene.bodies(cue.i, found[0].i) if found else set()
    own = bool(bodies) or scene.body(cue.i) in _ELECTORS
    ours = bodies <= {*_ELECTORS} and own and (found[0].value or 0) >= _FIRST if found else False
    return found[0] if ours else None
